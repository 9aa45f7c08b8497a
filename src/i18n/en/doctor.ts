// Sentences of the doctor, in English.
export const doctor = {
  node: 'Node {version} runs the engine.',
  database: 'The database is whole.',
  databaseDamaged: 'The database is damaged ({detail}). Your originals are safe; restore the newest backup.',
  custody: 'The custody chain is unbroken ({events} events).',
  custodyBroken:
    'The custody chain breaks at event {sequence}. Compare with your last week receipt and restore a backup.',
  disk: '{freeGb} GB free on the archive’s disk.',
  diskLow: 'Only {freeGb} GB free on the archive’s disk. Free some space before building packs.',
  noFolders: 'No folder is watched yet. Add one: casebinder folders add <folder>',
  folder: 'Watched: {path}',
  folderPolling: 'Watched by regular looks (the system limits live watching): {path}',
  folderOffline: 'Not reachable now: {path}. Everything about it is kept; reconnect the drive.',
  missingAsk: '{count} files disappeared at once. Reconnect their drive, or confirm that they are gone.',
  onlineOnly: '{count} files are only in the cloud and were not opened. Download them to include them.',
  copies: '{count} safe copies, all good when last checked.',
  copiesDamaged:
    '{count} safe copies are damaged or missing. Run a full verification and restore them from a backup.',
  noBackup:
    'There is no backup yet. Make one on another disk: in Settings → Backup, or with “casebinder backup FOLDER”',
  backup: 'Newest backup: {name}',
  backupOld: 'The newest backup is {days} days old. Make a new one.',
  ffmpeg: 'ffmpeg {version} takes the frames of videos: {path}',
  ffmpegBroken:
    'The ffmpeg that you named does not answer: {path}. Name another one, or forget it: casebinder ffmpeg --forget',
  ffmpegNone: 'No ffmpeg here; the app takes the frames of videos itself while it is open.',
  ffmpegMissing:
    '{count} videos have no frames. Open the app once, or install ffmpeg or name it: casebinder ffmpeg <path>',
  fonts: 'The fonts for evidence packs are installed.',
  fontsMissing: 'The fonts for evidence packs are missing. Reinstall Casebinder.',
} as const;
