// How is the archive backed up and brought back? Through SQLite's own backup, never by copying the live file.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CasebinderError } from '../domain/errors.ts';
import type { EngineContext } from './engine-context.ts';
import { DATABASE_NAME } from './store/open-archive.ts';
import { appendCustody, readCustodyHead } from './vault/custody.ts';
import { hashFile } from './vault/vault.ts';

export interface BackupReceipt {
  readonly folder: string;
  readonly madeAtMs: number;
  readonly databaseSha256: string;
  readonly databaseBytes: number;
  readonly safeCopies: number;
  readonly custodySequence: number;
  readonly custodyHash: string;
}

export interface BackupEntry {
  readonly folder: string;
  readonly name: string;
  readonly madeAtMs: number;
  readonly databaseBytes: number;
}

const RECEIPT_NAME = 'backup.json';

/**
 * Writes `casebinder-backup-YYYYMMDD-HHMMSS` into `outDir`: one database file that opens alone, the safe copies and a
 * receipt with its hash. Writing goes on meanwhile. The folder appears under its name only when complete.
 */
export async function backUpArchive(context: EngineContext, outDir: string, onProgress: (done: number, total: number) => void, signal?: AbortSignal): Promise<BackupReceipt> {
  const madeAtMs = context.nowMs();
  const name = `casebinder-backup-${new Date(madeAtMs).toISOString().replace(/\D/g, '').slice(0, 14)}`;
  const folder = join(outDir, name);
  if (existsSync(folder)) throw new CasebinderError('PACK_TARGET_EXISTS', { path: folder });
  const temp = join(outDir, `.${name}.tmp`);
  mkdirSync(temp, { recursive: true, mode: 0o700 });
  try {
    const file = join(temp, DATABASE_NAME);
    await context.archive.sqlite.backup(file, {
      progress({ totalPages, remainingPages }) {
        onProgress(totalPages - remainingPages, totalPages);
        signal?.throwIfAborted();
        return 2_000;
      },
    });
    checkDatabaseFile(file);
    const vault = join(context.archive.dir, 'vault');
    if (existsSync(vault)) cpSync(vault, join(temp, 'vault'), { recursive: true, filter: (path) => !path.endsWith('.tmp') });
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
    };
    writeFileSync(join(temp, RECEIPT_NAME), `${JSON.stringify({ ...receipt, folder: name }, null, 2)}\n`, { mode: 0o600 });
    renameSync(temp, folder);
    context.archive.transaction(() => appendCustody(context.archive, madeAtMs, 'backup_made', receipt.databaseSha256, { name }));
    return receipt;
  } catch (error) {
    rmSync(temp, { recursive: true, force: true });
    throw error;
  }
}

/** Backups in `dir`, newest first; folders without a readable receipt are left out. */
export function listBackups(dir: string): BackupEntry[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.startsWith('casebinder-backup-'))
    .flatMap((name) => {
      try {
        const receipt = JSON.parse(readFileSync(join(dir, name, RECEIPT_NAME), 'utf8')) as BackupReceipt;
        return [{ folder: join(dir, name), name, madeAtMs: receipt.madeAtMs, databaseBytes: receipt.databaseBytes }];
      } catch {
        return [];
      }
    })
    .sort((a, b) => b.madeAtMs - a.madeAtMs);
}

/**
 * Puts a backup in place of the archive in `archiveDir`, which must be closed. What was there is kept beside it as
 * `before-restore-…`, so that a restore can be undone. @throws CasebinderError NOT_FOUND, ARCHIVE_DAMAGED
 */
export function restoreArchive(archiveDir: string, backupFolder: string, nowMs: number): { keptAs: string | null } {
  const file = join(backupFolder, DATABASE_NAME);
  if (!existsSync(file) || !existsSync(join(backupFolder, RECEIPT_NAME))) throw new CasebinderError('NOT_FOUND', { what: `backup ${backupFolder}` });
  const receipt = JSON.parse(readFileSync(join(backupFolder, RECEIPT_NAME), 'utf8')) as BackupReceipt;
  if (hashFile(file) !== receipt.databaseSha256) throw new CasebinderError('ARCHIVE_DAMAGED', { detail: 'the backup does not match its receipt' });
  checkDatabaseFile(file);
  mkdirSync(archiveDir, { recursive: true, mode: 0o700 });
  const stamp = new Date(nowMs).toISOString().replace(/\D/g, '').slice(0, 14);
  const incoming = join(archiveDir, `.incoming-${stamp}`);
  cpSync(file, incoming);
  const current = join(archiveDir, DATABASE_NAME);
  let keptAs: string | null = null;
  if (existsSync(current)) {
    keptAs = join(archiveDir, 'backups', `before-restore-${stamp}.sqlite`);
    mkdirSync(join(archiveDir, 'backups'), { recursive: true, mode: 0o700 });
    // Closing checkpoints the write-ahead log into the file, which is then whole and can be moved.
    new Database(current).close();
    renameSync(current, keptAs);
    for (const suffix of ['-wal', '-shm']) rmSync(`${current}${suffix}`, { force: true });
  }
  renameSync(incoming, current);
  const vault = join(backupFolder, 'vault');
  // Names are hashes of contents: what is there already is the same.
  if (existsSync(vault)) cpSync(vault, join(archiveDir, 'vault'), { recursive: true, force: false });
  return { keptAs };
}

function checkDatabaseFile(file: string): void {
  const copy = new Database(file, { readonly: true });
  try {
    const result = copy.pragma('integrity_check(5)', { simple: true });
    if (result !== 'ok') throw new CasebinderError('ARCHIVE_DAMAGED', { detail: String(result) });
  } finally {
    copy.close();
  }
}
