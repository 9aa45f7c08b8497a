// Where is the safe copy of a content, and is it still what it was? A folder of read-only files named by SHA-256.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CasebinderError } from '../../domain/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { copyChecked } from './copy-checked.ts';
import { appendCustody } from './custody.ts';

const CHUNK_BYTES = 1024 * 1024;

/** Path of the safe copy of `sha256`, whether it exists or not. */
export function vaultPath(archiveDir: string, sha256: string): string {
  return join(archiveDir, 'vault', sha256.slice(0, 2), sha256);
}

/** True when a safe copy of `sha256` is on disk. */
export function hasSafeCopy(archiveDir: string, sha256: string): boolean {
  return existsSync(vaultPath(archiveDir, sha256));
}

/**
 * Copies `sourcePath` into the vault while hashing what is written: temp → fsync → rename → fsync of the folder.
 * Does nothing when the copy exists. The source is only read.
 * @throws CasebinderError FILE_UNREADABLE when the source can't be read or holds other bytes than `sha256`
 */
export function makeSafeCopy(context: EngineContext, sha256: string, sourcePath: string): void {
  const target = vaultPath(context.archive.dir, sha256);
  if (!existsSync(target)) {
    try {
      placeCopy(sha256, sourcePath, target);
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOSPC') {
        throw new CasebinderError(
          'DISK_FULL',
          { needed: formatMegabytes(statSync(sourcePath).size), available: '0 MB' },
          error,
        );
      }
      if (error instanceof CasebinderError) throw error;
      throw new CasebinderError('FILE_UNREADABLE', { path: sourcePath }, error);
    }
  }
  const { archive } = context;
  archive.transaction(() => {
    const known = archive.sqlite.prepare('SELECT 1 FROM vault_copy WHERE sha256 = ?').get(sha256);
    if (known !== undefined) return;
    const atMs = context.nowMs();
    archive.sqlite
      .prepare('INSERT INTO vault_copy (sha256, size_bytes, copied_at_ms) VALUES (?, ?, ?)')
      .run(sha256, statSync(target).size, atMs);
    appendCustody(archive, atMs, 'safe_copy_made', sha256, { sizeBytes: statSync(target).size });
  });
}

/** A checked copy whose folder is on disk as well. Throws, and leaves nothing, when the source holds other bytes. */
export function placeCopy(sha256: string, sourcePath: string, target: string): void {
  copyChecked({ from: sourcePath, to: target, sha256 });
  syncFolder(dirname(target));
}

/** SHA-256 of a file in hex, read in 1 MiB pieces. */
export function hashFile(path: string): string {
  const hash = createHash('sha256');
  const handle = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      const length = readSync(handle, buffer, 0, CHUNK_BYTES, null);
      if (length === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, length));
    }
  } finally {
    closeSync(handle);
  }
}

function syncFolder(folder: string): void {
  // Windows can't open folders; there the rename itself is journaled.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function formatMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}
