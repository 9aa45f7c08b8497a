// How is the archive backed up and brought back? Through SQLite's own backup, never by copying the live file.
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import Database from 'better-sqlite3';
import { CasebinderError } from '../domain/errors.ts';
import type { EngineContext } from './engine-context.ts';
import { lockArchive } from './store/archive-lock.ts';
import { DATABASE_NAME } from './store/open-archive.ts';
import { translateStorageError } from './store/storage-error.ts';
import { copyChecked } from './vault/copy-checked.ts';
import { appendCustody, readCustodyHead } from './vault/custody.ts';
import { hashFile, hasSafeCopy, vaultPath } from './vault/vault.ts';

export interface BackupReceipt {
  readonly folder: string;
  readonly madeAtMs: number;
  readonly databaseSha256: string;
  readonly databaseBytes: number;
  readonly safeCopies: number;
  readonly custodySequence: number;
  readonly custodyHash: string;
  /** Made by itself: the ladder may remove it again (backup-ladder.ts). */
  readonly automatic: boolean;
}

export interface BackupEntry {
  readonly folder: string;
  readonly name: string;
  readonly madeAtMs: number;
  readonly databaseBytes: number;
  readonly automatic: boolean;
  readonly custodySequence: number;
}

const RECEIPT_NAME = 'backup.json';

/**
 * Writes `casebinder-backup-YYYYMMDD-HHMMSS` into `outDir`: one database file that opens alone, the safe copies and a
 * receipt with its hash. Writing goes on meanwhile. The folder appears under its name only when complete.
 */
export async function backUpArchive(
  context: EngineContext,
  outDir: string,
  onProgress: (done: number, total: number) => void,
  signal?: AbortSignal,
  options: { readonly automatic?: boolean } = {},
): Promise<BackupReceipt> {
  const madeAtMs = context.nowMs();
  const second = new Date(madeAtMs).toISOString().replace(/\D/g, '').slice(0, 14);
  const { name, folder, temp } = takeName(outDir, `casebinder-backup-${second}`);
  try {
    const file = join(temp, DATABASE_NAME);
    await context.archive.sqlite.backup(file, {
      progress({ totalPages, remainingPages }) {
        onProgress(totalPages - remainingPages, totalPages);
        signal?.throwIfAborted();
        return 2_000;
      },
    });
    sealDatabaseFile(file);
    const vault = join(context.archive.dir, 'vault');
    await bringSafeCopies(vault, join(temp, 'vault'), isInside(outDir, context.archive.dir), signal);
    signal?.throwIfAborted();
    const head = readCustodyHead(context.archive);
    const receipt: BackupReceipt = {
      folder,
      madeAtMs,
      databaseSha256: hashFile(file),
      databaseBytes: statSync(file).size,
      safeCopies: context.archive.sqlite.prepare('SELECT count(*) FROM vault_copy').pluck().get() as number,
      custodySequence: head.sequence,
      custodyHash: head.hash,
      automatic: options.automatic === true,
    };
    writeFileSync(join(temp, RECEIPT_NAME), `${JSON.stringify({ ...receipt, folder: name }, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    renameSync(temp, folder);
    context.archive.transaction(() =>
      appendCustody(context.archive, madeAtMs, 'backup_made', receipt.databaseSha256, { name }),
    );
    return receipt;
  } catch (error) {
    rmSync(temp, { recursive: true, force: true });
    throw translateStorageError(error);
  }
}

/**
 * Copies the safe copies. A backup inside the archive's own folder gets hard links where the disk has them: the files are
 * never written again, and a second copy on the same disk would protect nothing that the first one does not.
 */
async function bringSafeCopies(
  from: string,
  to: string,
  canLink: boolean,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (!existsSync(from)) return;
  let isLinking = canLink;
  let brought = 0;
  for (const shelf of readdirSync(from)) {
    mkdirSync(join(to, shelf), { recursive: true, mode: 0o700 });
    for (const name of readdirSync(join(from, shelf))) {
      if (name.endsWith('.tmp')) continue;
      const [source, target] = [join(from, shelf, name), join(to, shelf, name)];
      if (isLinking) {
        try {
          linkSync(source, target);
        } catch {
          isLinking = false;
        }
      }
      if (!isLinking) copyFileSync(source, target);
      brought += 1;
      if (brought % 50 === 0) {
        await new Promise((resolve) => setImmediate(resolve));
        signal?.throwIfAborted();
      }
    }
  }
}

/** The automatic backup and a person's own may come in the same second: each gets a name of its own, and is made there. */
function takeName(
  outDir: string,
  wanted: string,
): { readonly name: string; readonly folder: string; readonly temp: string } {
  mkdirSync(outDir, { recursive: true, mode: 0o700 });
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    const folder = join(outDir, name);
    const temp = join(outDir, `.${name}.tmp`);
    if (existsSync(folder) || existsSync(temp)) continue;
    mkdirSync(temp, { mode: 0o700 });
    return { name, folder, temp };
  }
}

function isInside(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return below === '' || (below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below));
}

/** Backups in `dir`, newest first; folders without a readable receipt are left out. */
export function listBackups(dir: string): BackupEntry[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.startsWith('casebinder-backup-'))
    .flatMap((name) => {
      try {
        const receipt = JSON.parse(readFileSync(join(dir, name, RECEIPT_NAME), 'utf8')) as BackupReceipt;
        return [
          {
            folder: join(dir, name),
            name,
            madeAtMs: receipt.madeAtMs,
            databaseBytes: receipt.databaseBytes,
            automatic: receipt.automatic === true,
            custodySequence: receipt.custodySequence,
          },
        ];
      } catch {
        return [];
      }
    })
    .sort((a, b) => b.madeAtMs - a.madeAtMs);
}

/**
 * Puts a backup in place of the archive in `archiveDir`, which must be closed. What was there is kept beside it as
 * `before-restore-….sqlite`; giving that file as `backup` undoes the restore.
 * @throws CasebinderError NOT_FOUND, ARCHIVE_DAMAGED (nothing was touched), ARCHIVE_LOCKED, DISK_FULL
 */
export function restoreArchive(
  archiveDir: string,
  backup: string,
  nowMs: number,
): { keptAs: string | null; damagedCopies: number } {
  const file = checkBackup(backup);
  mkdirSync(archiveDir, { recursive: true, mode: 0o700 });
  const lock = lockArchive(archiveDir);
  const stamp = new Date(nowMs).toISOString().replace(/\D/g, '').slice(0, 14);
  const incoming = join(archiveDir, `.incoming-${stamp}`);
  try {
    cpSync(file, incoming);
    chmodSync(incoming, 0o600);
    noteRestore(incoming, nowMs, basename(backup));
    const keptAs = putAside(archiveDir, stamp);
    renameSync(incoming, join(archiveDir, DATABASE_NAME));
    return { keptAs, damagedCopies: bringCopies(join(backup, 'vault'), archiveDir) };
  } catch (error) {
    throw translateStorageError(error);
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${incoming}${suffix}`, { force: true });
    lock.release();
  }
}

/** The database file of a backup folder, or of an archive that a restore put aside; checked as a whole. */
function checkBackup(backup: string): string {
  if (/before-restore-\d{14}\.sqlite$/.test(backup) && existsSync(backup)) {
    checkDatabaseFile(backup);
    return backup;
  }
  const file = join(backup, DATABASE_NAME);
  if (!existsSync(file) || !existsSync(join(backup, RECEIPT_NAME)))
    throw new CasebinderError('NOT_FOUND', { what: `backup ${backup}` });
  const receipt = readReceipt(backup);
  if (receipt === null || hashFile(file) !== receipt.databaseSha256)
    throw new CasebinderError('ARCHIVE_DAMAGED', { detail: 'the backup does not match its receipt' });
  checkDatabaseFile(file);
  return file;
}

function readReceipt(backupFolder: string): BackupReceipt | null {
  try {
    return JSON.parse(readFileSync(join(backupFolder, RECEIPT_NAME), 'utf8')) as BackupReceipt;
  } catch {
    return null;
  }
}

/** The chain tells that it goes on from a backup: what came after the backup is not in it. */
function noteRestore(file: string, nowMs: number, name: string): void {
  const sqlite = new Database(file);
  try {
    const transaction = <T>(work: () => T): T =>
      sqlite.inTransaction ? work() : sqlite.transaction(work).immediate();
    appendCustody({ sqlite, transaction }, nowMs, 'archive_restored', null, { name });
    sqlite.pragma('journal_mode = DELETE');
  } finally {
    sqlite.close();
  }
}

/** Moves the current database, with what its write-ahead log still holds, out of the way; null when there is none. */
function putAside(archiveDir: string, stamp: string): string | null {
  const current = join(archiveDir, DATABASE_NAME);
  if (!existsSync(current)) return null;
  const keptAs = join(archiveDir, 'backups', `before-restore-${stamp}.sqlite`);
  if (existsSync(keptAs)) throw new CasebinderError('PACK_TARGET_EXISTS', { path: keptAs });
  mkdirSync(join(archiveDir, 'backups'), { recursive: true, mode: 0o700 });
  try {
    const sqlite = new Database(current);
    sqlite.pragma('journal_mode = DELETE');
    sqlite.close();
  } catch {
    // A damaged one is kept as it is: log and all.
  }
  if (existsSync(`${current}-wal`)) renameSync(`${current}-wal`, `${keptAs}-wal`);
  renameSync(current, keptAs);
  rmSync(`${current}-shm`, { force: true });
  return keptAs;
}

/** Safe copies that the archive has not got, if they are what their name says; returns how many are not. */
function bringCopies(from: string, archiveDir: string): number {
  if (!existsSync(from)) return 0;
  let damaged = 0;
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/^[0-9a-f]{64}$/.test(entry.name) || hasSafeCopy(archiveDir, entry.name))
      continue;
    const target = vaultPath(archiveDir, entry.name);
    try {
      copyChecked({ from: join(entry.parentPath, entry.name), to: target, sha256: entry.name });
    } catch (error) {
      if (translateStorageError(error) instanceof CasebinderError) throw error;
      damaged += 1;
    }
  }
  return damaged;
}

/** Makes it one file that opens alone (no write-ahead log beside it) and checks it. @throws CasebinderError ARCHIVE_DAMAGED */
function sealDatabaseFile(file: string): void {
  chmodSync(file, 0o600);
  const copy = new Database(file);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
  checkDatabaseFile(file);
}

function checkDatabaseFile(file: string): void {
  try {
    const copy = new Database(file, { readonly: true });
    try {
      const result = copy.pragma('integrity_check(5)', { simple: true });
      if (result !== 'ok') throw new CasebinderError('ARCHIVE_DAMAGED', { detail: String(result) });
    } finally {
      copy.close();
    }
  } catch (error) {
    throw translateStorageError(error);
  }
}
