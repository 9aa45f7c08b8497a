// What does intake say about folders, waiting files and what it can't look at, in English?
export const intake = {
  'intake.waitingQuiet': 'Just arrived; waiting until nobody writes it any more',
  'intake.waitingLocked':
    'In use by another program ({systemCode}); try {tries}, it is tried again by itself',
  'intake.waitingChanged': 'Changed while it was read; waiting until it comes to rest',
  'intake.unreadable':
    'Cannot be read ({systemCode}) after {tries} tries; it is still tried again from time to time',
  'intake.onlineOnly': 'Only in the cloud; it is read once you make it available on this computer',
  'intake.movedTo': 'Moved to {path}',
  'intake.folderOffline':
    'The folder cannot be reached: {path}. Nothing was changed; it is looked for again by itself.',
  'intake.cannotStore':
    'Nothing can be filed at the moment ({code}): the archive cannot be written. Free some space or check the disk; it goes on by itself.',
  'intake.copiesLimit':
    'Safe copies have reached the limit of the settings ({limitGb} GB): new files of folders are not copied for now. Raise the limit in the settings; documents of cases are still copied.',
  'intake.folderPolling':
    'The system gives no change notices for this folder ({systemCode}): {path}. It is compared every few seconds instead.',
  'intake.massMissing':
    '{files} files vanished from {path} at once. Are they really gone, or is a drive unplugged? Nothing is removed until you confirm.',
  'intake.linkNotFollowed': 'Link, not followed',
  'intake.specialFile': 'Neither file nor folder; left alone',
  'intake.folderUnreadable': 'Sub-folder cannot be read',
  'intake.fileUnreadable': 'File cannot be looked at',
  'intake.nameUnreadable': 'The name is not valid Unicode; rename the file so that it can be read',
  'intake.tooDeep': 'Nested too deeply; not entered',
  'intake.state.arriving': 'Arriving',
  'intake.state.queued': 'Waiting to be read',
  'intake.state.present': 'There',
  'intake.state.missing_unconfirmed': 'Missing?',
  'intake.state.missing': 'Missing',
  'intake.state.online_only': 'Online only',
  'intake.state.unreadable': 'Unreadable',
  'intake.state.replaced': 'Replaced',
  'intake.folderState.new': 'New',
  'intake.folderState.watching': 'Watched',
  'intake.folderState.polling': 'Compared regularly',
  'intake.folderState.offline': 'Not reachable',
  'intake.folderState.removed': 'No longer watched',
} as const;
