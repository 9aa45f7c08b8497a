// How is an archive's database opened: one owner at a time, safe settings, migrated, and refused when it can't be trusted?
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { CasebinderError } from '../../domain/errors.ts';
import { type ArchiveLock, LOCK_NAME, lockArchive } from './archive-lock.ts';
import { migrate } from './migrate.ts';
import { refuseSyncedPlace, refuseWatchedPlace } from './safe-place.ts';
import { schema } from './schema/schema.ts';
import { translateStorageError } from './storage-error.ts';

export type Sqlite = Database.Database;
export type Orm = BetterSQLite3Database<typeof schema>;

export interface Archive {
  /** Absolute folder of the archive. */
  readonly dir: string;
  readonly sqlite: Sqlite;
  readonly orm: Orm;
  /**
   * Runs `work` in one BEGIN IMMEDIATE transaction; `work` must not await. Nested calls join the outer one. What writes
   * and reads back (RETURNING with get) must always stand in one: on its own it commits when its row was read already,
   * and the driver does not tell when that fails (disk full).
   */
  transaction<T>(work: () => T): T;
  close(): void;
}

export interface OpenArchiveOptions {
  readonly archiveDir: string;
  readonly nowMs: () => number;
  readonly migrationsDir: string;
}

/** File of the database inside the archive folder. */
export const DATABASE_NAME = 'casebinder.sqlite';

/**
 * Opens (and creates, migrates, locks) the archive in `archiveDir`.
 * @throws CasebinderError ARCHIVE_LOCKED, ARCHIVE_FROM_FUTURE, ARCHIVE_DAMAGED, ARCHIVE_UNSAFE_PLACE,
 *   ARCHIVE_NOT_WRITABLE, DISK_FULL, DISK_ERROR, MIGRATION_CHANGED
 */
export function openArchive(options: OpenArchiveOptions): Archive {
  // SQLite's Node-API 10 build ends the process without a word on an older Node: say it in words instead.
  if (Number(process.versions.napi) < 10) {
    throw new CasebinderError('INTERNAL', {
      detail: `Node ${process.versions.node} is too old for the database; Node 24 or newer is needed`,
    });
  }
  const dir = resolve(options.archiveDir);
  refuseSyncedPlace(dir);
  const lock = takeFolder(dir);
  let sqlite: Sqlite | undefined;
  try {
    const file = join(dir, DATABASE_NAME);
    if (existsSync(file)) refuseForeignFile(file);
    keepPrivate(file);
    sqlite = new Database(file, { timeout: 5000 });
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('trusted_schema = OFF');
    // Else "INSERT OR REPLACE" deletes a row past the triggers that keep the custody chain append-only.
    sqlite.pragma('recursive_triggers = ON');
    sqlite.pragma('cache_size = -32000');
    sqlite.pragma('temp_store = MEMORY');
    // Mapping saved no measurable time on 222,000 documents, cost 61 MB at rest, and a disk that fails under it ends the program.
    sqlite.pragma('mmap_size = 0');
    migrate(sqlite, {
      migrationsDir: options.migrationsDir,
      backupsDir: join(dir, 'backups'),
      nowMs: options.nowMs,
    });
    const watched = sqlite.prepare("SELECT path FROM watched_folder WHERE state <> 'removed'").pluck();
    refuseWatchedPlace(dir, watched.all() as string[]);
    return createArchive(dir, sqlite, lock);
  } catch (error) {
    sqlite?.close();
    lock.release();
    throw translateStorageError(error);
  }
}

/** Makes the folder, private to its owner when it is new or empty, and locks it. */
function takeFolder(dir: string): ArchiveLock {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    if (process.platform !== 'win32' && readdirSync(dir).length === 0) chmodSync(dir, 0o700);
    keepPrivate(join(dir, LOCK_NAME));
    return lockArchive(dir);
  } catch (error) {
    throw translateStorageError(error);
  }
}

/** Owner-only from its first byte on; SQLite gives its -wal and -shm files the same permissions (security.md 45). */
function keepPrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  if (process.platform !== 'win32') chmodSync(file, 0o600);
}

function createArchive(dir: string, sqlite: Sqlite, lock: ArchiveLock): Archive {
  const orm = drizzle(sqlite, { schema });
  const begin = sqlite.prepare('BEGIN IMMEDIATE');
  const commit = sqlite.prepare('COMMIT');
  const rollback = sqlite.prepare('ROLLBACK');
  return {
    dir,
    sqlite,
    orm,
    transaction<T>(work: () => T): T {
      if (sqlite.inTransaction) return work();
      begin.run();
      try {
        const result = work();
        commit.run();
        return result;
      } catch (error) {
        if (sqlite.inTransaction) rollback.run();
        throw error;
      }
    },
    close(): void {
      if (sqlite.open) {
        try {
          // Keeps the planner's statistics fresh; cheap, and recommended by SQLite before closing.
          sqlite.pragma('optimize');
        } catch {
          // A full disk or a damaged table must not keep the archive from being closed.
        }
        sqlite.close();
      }
      lock.release();
    },
  };
}

/** A file that isn't SQLite at all must never be opened for writing. */
function refuseForeignFile(file: string): void {
  const head = readHead(file, 16);
  if (head.length > 0 && head.toString('latin1') !== 'SQLite format 3\u0000') {
    throw new CasebinderError('ARCHIVE_DAMAGED', {
      detail: 'the database file does not start like a database',
    });
  }
}

function readHead(file: string, lengthBytes: number): Buffer {
  const buffer = Buffer.alloc(lengthBytes);
  const handle = openSync(file, 'r');
  try {
    return buffer.subarray(0, readSync(handle, buffer, 0, lengthBytes, 0));
  } finally {
    closeSync(handle);
  }
}
