// Is this machine and this archive in order, and what should a person do about what is not?
import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../domain/errors.ts';
import { doctor as en } from '../i18n/en/doctor.ts';
import { doctor as zh } from '../i18n/zh-CN/doctor.ts';
import { listBackups } from './backup-archive.ts';
import type { EngineContext } from './engine-context.ts';
import { readSettings } from './store/setting-queries.ts';
import { IS_UNFINISHED } from './store/unfinished-locations.ts';
import { checkCustody } from './vault/custody.ts';
import { findFfmpeg } from './video/find-ffmpeg.ts';

export interface DoctorCheck {
  readonly code: keyof typeof en;
  readonly state: 'ok' | 'warning' | 'problem';
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}

const LOW_DISK_BYTES = 2_000_000_000;
const OLD_BACKUP_MS = 8 * 86_400_000;

/** All checks, each with a sentence in `language`. Reads only. */
export async function diagnose(
  context: EngineContext,
  projectDir: string,
  language: Language,
): Promise<DoctorCheck[]> {
  const catalogue: Readonly<Record<keyof typeof en, string>> = language === 'en' ? en : zh;
  const checks: DoctorCheck[] = [];
  const add = (
    code: keyof typeof en,
    state: DoctorCheck['state'],
    params: Record<string, string | number> = {},
  ): void => {
    const message = catalogue[code].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(params[name] ?? whole),
    );
    checks.push({ code, state, message, params });
  };
  const { archive } = context;
  add('node', Number(process.versions.napi) >= 10 ? 'ok' : 'problem', { version: process.versions.node });
  const integrity = archive.sqlite.pragma('quick_check(1)', { simple: true }) as string;
  if (integrity === 'ok') add('database', 'ok');
  else add('databaseDamaged', 'problem', { detail: integrity });
  const custody = checkCustody(archive);
  if (custody.ok) add('custody', 'ok', { events: custody.events });
  else add('custodyBroken', 'problem', { sequence: custody.brokenAt ?? 0 });
  const disk = statfsSync(archive.dir);
  const freeBytes = disk.bavail * disk.bsize;
  add(freeBytes < LOW_DISK_BYTES ? 'diskLow' : 'disk', freeBytes < LOW_DISK_BYTES ? 'warning' : 'ok', {
    freeGb: Math.round(freeBytes / 1e8) / 10,
  });
  const folders = archive.sqlite
    .prepare<[], { path: string; state: string }>(
      "SELECT path, state FROM watched_folder WHERE state <> 'removed' ORDER BY id",
    )
    .all();
  if (folders.length === 0) add('noFolders', 'warning');
  for (const folder of folders) {
    let readable = existsSync(folder.path);
    if (readable) {
      try {
        accessSync(folder.path, constants.R_OK);
      } catch {
        readable = false;
      }
    }
    if (readable) add(folder.state === 'polling' ? 'folderPolling' : 'folder', 'ok', { path: folder.path });
    else add('folderOffline', 'warning', { path: folder.path });
  }
  const count = (sql: string): number => archive.sqlite.prepare(sql).pluck().get() as number;
  const missing = count(
    `SELECT count(*) FROM location WHERE state = 'missing_unconfirmed' AND ${IS_UNFINISHED}`,
  );
  if (missing > 0) add('missingAsk', 'warning', { count: missing });
  const onlineOnly = count(`SELECT count(*) FROM location WHERE state = 'online_only' AND ${IS_UNFINISHED}`);
  if (onlineOnly > 0) add('onlineOnly', 'warning', { count: onlineOnly });
  const damaged = count("SELECT count(*) FROM vault_copy WHERE state <> 'good'");
  add(damaged > 0 ? 'copiesDamaged' : 'copies', damaged > 0 ? 'problem' : 'ok', {
    count: damaged > 0 ? damaged : count('SELECT count(*) FROM vault_copy'),
  });
  const newest = listBackups(join(archive.dir, 'backups'))[0];
  if (newest === undefined) add('noBackup', 'warning');
  else if (context.nowMs() - newest.madeAtMs > OLD_BACKUP_MS)
    add('backupOld', 'warning', { days: Math.floor((context.nowMs() - newest.madeAtMs) / 86_400_000) });
  else add('backup', 'ok', { name: newest.name });
  const { ffmpeg_path: named } = readSettings(context);
  const ffmpeg = await findFfmpeg(named);
  const bare = count(
    "SELECT count(*) FROM document WHERE media_type LIKE 'video/%' AND properties ->> 'frameSeconds' IS NULL",
  );
  if (ffmpeg !== undefined) add('ffmpeg', 'ok', { version: ffmpeg.decoder.version, path: ffmpeg.path });
  else if (named !== '') add('ffmpegBroken', 'warning', { path: named });
  else add(bare > 0 ? 'ffmpegMissing' : 'ffmpegNone', bare > 0 ? 'warning' : 'ok', { count: bare });
  add(
    existsSync(join(projectDir, 'resources', 'fonts')) ? 'fonts' : 'fontsMissing',
    existsSync(join(projectDir, 'resources', 'fonts')) ? 'ok' : 'problem',
  );
  return checks;
}
