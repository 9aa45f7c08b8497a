// What did a killed run leave half-made, and where: so that nobody ever takes it for a whole pack, backup or copy?
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inArray } from 'drizzle-orm';
import type { EngineContext } from './engine-context.ts';
import { job } from './store/schema/weekly.ts';
import { readSettings } from './store/setting-queries.ts';

/** Names that only our own half-made things have; in folders that people chose nothing else may be touched. */
const HALF_PACK = /^\..+\.partial-\d+-[0-9a-f]{8}$/;
const HALF_BACKUP = /^\.casebinder-backup-\d{14}(?:-\d+)?\.tmp$/;
const HALF_RESTORE = /^\.incoming-\d{14}$/;
/** Inside the archive's own folders every temporary name is ours. */
const TEMPORARY = /^\.|\.tmp$/;

/**
 * Removes what a killed run left behind. Call after the archive is locked (nobody else works in it) and before new
 * jobs begin: the rows of killed jobs still tell which folders they were writing to. Returns how many things went.
 */
export function sweepLeftovers(context: EngineContext): number {
  const { dir } = context.archive;
  const { packs_folder: packsFolder, backup_folder: backupFolder } = readSettings(context);
  let removed = remove(dir, HALF_RESTORE);
  for (const folder of ['packs', 'backups', 'receipts']) removed += remove(join(dir, folder), TEMPORARY);
  for (const store of ['vault', 'cache']) {
    for (const shelf of listNames(join(dir, store))) removed += remove(join(dir, store, shelf), TEMPORARY);
  }
  for (const folder of new Set([packsFolder, backupFolder, ...listJobFolders(context)])) {
    if (folder !== '') removed += remove(folder, HALF_PACK) + remove(folder, HALF_BACKUP);
  }
  return removed;
}

/** Folders outside the archive that jobs were writing to when they were killed. */
function listJobFolders(context: EngineContext): string[] {
  return context.archive.orm
    .select({ kind: job.kind, subject: job.subject, params: job.params })
    .from(job)
    .where(inArray(job.state, ['running', 'queued']))
    .all()
    .flatMap(({ kind, subject, params }) => {
      if (kind === 'backup') return [subject];
      const outDir = kind === 'pack' ? (params as { outDir?: unknown }).outDir : undefined;
      return typeof outDir === 'string' ? [outDir] : [];
    });
}

function remove(folder: string, pattern: RegExp): number {
  const names = listNames(folder).filter((name) => pattern.test(name));
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
  return names.length;
}

/** A folder that can't be read now (a drive that isn't there) is swept another time. */
function listNames(folder: string): string[] {
  try {
    return existsSync(folder) ? readdirSync(folder) : [];
  } catch {
    return [];
  }
}
