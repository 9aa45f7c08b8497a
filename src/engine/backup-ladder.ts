// Which backups are made by themselves, and which of those may go again: hourly for a day, daily for a week, weekly for five weeks?
import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BackupEntry, backUpArchive, listBackups } from './backup-archive.ts';
import type { EngineContext } from './engine-context.ts';
import type { JobQueue } from './jobs/job-queue.ts';
import { readSettings } from './store/setting-queries.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
/** How often it is asked whether a backup is due. */
const LOOK_MS = 10 * 60_000;
const FIRST_LOOK_MS = 2 * 60_000;

const RUNGS: readonly { readonly lengthMs: number; readonly count: number }[] = [
  { lengthMs: HOUR_MS, count: 24 },
  { lengthMs: DAY_MS, count: 7 },
  { lengthMs: WEEK_MS, count: 5 },
];

/**
 * Automatic backups that no rung of the ladder keeps. The newest of each of the last 24 hours, 7 days and 5 weeks that
 * have one stays, and the newest of all; a person's own backups are never among the answer.
 */
export function listExpiredBackups(backups: readonly BackupEntry[]): BackupEntry[] {
  const own = backups.filter((backup) => backup.automatic).sort((a, b) => b.madeAtMs - a.madeAtMs);
  const kept = new Set<BackupEntry>(own.slice(0, 1));
  for (const { lengthMs, count } of RUNGS) {
    const seen = new Set<number>();
    for (const backup of own) {
      const step = Math.floor(backup.madeAtMs / lengthMs);
      if (seen.has(step)) continue;
      if (seen.size === count) break;
      seen.add(step);
      kept.add(backup);
    }
  }
  return own.filter((backup) => !kept.has(backup));
}

export interface BackupLadder {
  start(): void;
  /** Makes a backup when an hour has passed since the last automatic one and something changed; says whether it did. */
  step(): Promise<boolean>;
  stop(): void;
}

/** Automatic backups go into the archive's own folder: they are for undoing, a person's own ones for a broken disk. */
export function createBackupLadder(context: EngineContext, jobs: JobQueue): BackupLadder {
  const folder = join(context.archive.dir, 'backups');
  const readSequence = context.archive.sqlite
    .prepare('SELECT coalesce(max(sequence), 0) FROM custody_event')
    .pluck();
  let timer: NodeJS.Timeout | undefined;

  async function step(): Promise<boolean> {
    if (readSettings(context).automatic_backups === 'false') return false;
    const last = listBackups(folder).find((backup) => backup.automatic);
    const nowMs = context.nowMs();
    // A clock that was set back must not stop backups for ever.
    if (last !== undefined && nowMs >= last.madeAtMs && nowMs - last.madeAtMs < HOUR_MS) return false;
    // The backup's own event follows its receipt; all that matters to people appends an event.
    if (last !== undefined && (readSequence.get() as number) <= last.custodySequence + 1) return false;
    await jobs.run({ kind: 'backup', subject: folder, params: { automatic: true } }, async (handle) => ({
      ...(await backUpArchive(
        context,
        folder,
        (done, total) => handle.report({ phase: 'copy', done, total }),
        handle.signal,
        { automatic: true },
      )),
    }));
    for (const backup of listExpiredBackups(listBackups(folder))) removeBackup(backup);
    return true;
  }

  const look = (): void => {
    step()
      .catch((error: unknown) => context.log.warn({ error }, 'an automatic backup could not be made'))
      .finally(() => {
        if (timer !== undefined) timer = setTimeout(look, LOOK_MS).unref();
      });
  };
  return {
    start() {
      timer ??= setTimeout(look, FIRST_LOOK_MS).unref();
    },
    step,
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

/** Only what is certainly an automatic backup of this archive goes. */
function removeBackup(backup: BackupEntry): void {
  const isOurs =
    /^casebinder-backup-\d{14}(?:-\d+)?$/.test(backup.name) &&
    basename(dirname(backup.folder)) === 'backups' &&
    existsSync(join(backup.folder, 'backup.json'));
  if (isOurs && backup.automatic) rmSync(backup.folder, { recursive: true, force: true, maxRetries: 3 });
}
