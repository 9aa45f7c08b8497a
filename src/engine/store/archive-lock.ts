// Who owns this archive right now? One process at a time, and a dead owner never blocks the next.

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CasebinderError } from '../../domain/errors.ts';

/** File of the lock inside the archive folder. */
export const LOCK_NAME = 'archive.lock';

export interface ArchiveLock {
  release(): void;
}

/**
 * Takes the archive for this process. The lock is an exclusive SQLite transaction on a file of its own: the
 * operating system drops it when the process dies, on every platform, so no stale lock file can remain.
 * @throws CasebinderError ARCHIVE_LOCKED when another process holds it
 */
export function lockArchive(archiveDir: string): ArchiveLock {
  const lock = new Database(join(archiveDir, LOCK_NAME), { timeout: 250 });
  try {
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) {
      throw new CasebinderError('ARCHIVE_LOCKED', { path: archiveDir }, error);
    }
    throw error;
  }
  return {
    release(): void {
      if (!lock.open) return;
      if (lock.inTransaction) lock.exec('ROLLBACK');
      lock.close();
    },
  };
}
