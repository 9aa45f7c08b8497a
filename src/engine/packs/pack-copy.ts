// How do the originals get into the pack, and how is it known that they are the very bytes that were filed?
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, type FileHandle, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CasebinderError } from '../../domain/errors.ts';
import { readPieces } from './bag/read-pieces.ts';
import type { BagFile } from './bag/write-bag.ts';
import type { ExhibitPlan, PackPlan } from './pack-plan.ts';

/**
 * Looks at every original before anything is written. Throws PACK_ORIGINAL_MISSING or PACK_ORIGINAL_CHANGED naming all
 * exhibits concerned; the content is compared while it is copied.
 */
export async function checkOriginals(exhibits: readonly ExhibitPlan[]): Promise<void> {
  const missing: string[] = [];
  const changed: string[] = [];
  for (const exhibit of exhibits) {
    const facts = await stat(exhibit.sourcePath).catch(() => undefined);
    const readable = facts?.isFile() === true && (await canRead(exhibit.sourcePath));
    if (!readable) missing.push(nameForPerson(exhibit));
    else if (facts.size !== exhibit.sizeBytes) changed.push(nameForPerson(exhibit));
  }
  if (missing.length > 0)
    throw new CasebinderError('PACK_ORIGINAL_MISSING', { exhibits: missing.join(', ') });
  if (changed.length > 0)
    throw new CasebinderError('PACK_ORIGINAL_CHANGED', { exhibits: changed.join(', ') });
}

/** "E01 (invoice.pdf)". */
export function nameForPerson(exhibit: ExhibitPlan): string {
  return `${exhibit.label} (${exhibit.originalName})`;
}

async function canRead(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => undefined);
  await file?.close();
  return file !== undefined;
}

/** Throws DISK_FULL when the target's disk can't take the pack: originals, book (at most the same again), ZIP. */
export async function checkDiskSpace(plan: PackPlan, folder: string, zip: boolean): Promise<void> {
  const needed = estimateBytes(plan, zip);
  const available = await readFreeBytes(folder);
  if (available !== undefined && available < needed) {
    throw new CasebinderError('DISK_FULL', {
      needed: formatBytes(needed),
      available: formatBytes(available),
    });
  }
}

async function readFreeBytes(folder: string): Promise<number | undefined> {
  const disk = await statfs(folder).catch(() => undefined);
  return disk === undefined ? undefined : disk.bavail * disk.bsize;
}

/** What a pack of this plan takes on the disk, at most. */
function estimateBytes(plan: PackPlan, zip: boolean): number {
  const originals = plan.exhibits.reduce((sum, exhibit) => sum + exhibit.sizeBytes, 0);
  const book =
    plan.exhibits.reduce((sum, exhibit) => sum + Math.min(exhibit.sizeBytes, 50_000_000), 0) + 5_000_000;
  return (originals + book) * (zip ? 2 : 1);
}

/**
 * The disk ran full while the pack was being written: how much it needs, and how much is free now that what was written
 * is gone again. Any other error is returned as it is.
 */
export async function explainFullDisk(
  error: unknown,
  plan: PackPlan,
  folder: string,
  zip: boolean,
): Promise<unknown> {
  if (!(error instanceof CasebinderError) || error.code !== 'DISK_FULL' || error.params['needed'] !== '?')
    return error;
  const free = (await readFreeBytes(folder)) ?? (await readFreeBytes(dirname(folder))) ?? 0;
  return new CasebinderError(
    'DISK_FULL',
    { needed: formatBytes(estimateBytes(plan, zip)), available: formatBytes(free) },
    error.cause,
  );
}

/** "12.3 MB" (decimal units, as the limits of upload forms are given). */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/** A file of the payload, on disk or still to be copied. */
export interface PayloadFile extends BagFile {
  /** The original that is copied to this place only while the ZIP is written. */
  readonly copies?: ExhibitPlan;
}

/** From here on writing folder and ZIP one after the other costs more than a person would wait for without need. */
const LARGE_BYTES = 64 * 1024 * 1024;

/** True when this original is copied only while the ZIP is written, both from one read (see copyWhileZipping). */
export function isCopiedWithZip(exhibit: ExhibitPlan, zip: boolean): boolean {
  return zip && exhibit.sizeBytes > LARGE_BYTES;
}

/**
 * Copies one original to `target` and returns the SHA-256 of what was written, read back from the copy. Throws
 * PACK_ORIGINAL_CHANGED when it differs from the plan, CANCELLED when `signal` aborts.
 */
export async function copyOriginal(
  exhibit: ExhibitPlan,
  target: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  try {
    // A clone where the file system can (APFS, Btrfs, ReFS), a kernel copy elsewhere.
    await copyFile(exhibit.sourcePath, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  } catch (error) {
    throw translateWriteError(
      error,
      () => new CasebinderError('PACK_ORIGINAL_MISSING', { exhibits: nameForPerson(exhibit) }, error),
    );
  }
  const sha256 = await hashFile(target, signal);
  if (sha256 !== exhibit.sha256) {
    throw originalChanged(exhibit);
  }
  return sha256;
}

/** After so many bytes the system is asked to write: flushing gigabytes at the end would make the person wait twice. */
const FLUSH_BYTES = 256 * 1024 * 1024;
/**
 * Pieces in use in turn: fresh memory for each megabyte costs more than the copy itself. The streams of the ZIP hold
 * fewer than twenty at a time; were it more, the ZIP that is read back at the end would not be what was filed.
 */
const PIECES = 32;

/**
 * Yields the bytes of an original for the ZIP while writing the same bytes to `target`: a video of gigabytes is read
 * once, and the next piece is on its way while this one is written twice. It is not hashed here: the ZIP is read back
 * and hashed at the end, and the copy was written from the same pieces. Where the file system can clone, the copy costs
 * nothing and the ZIP is made from it. Throws PACK_ORIGINAL_CHANGED when the size is not the one that was filed,
 * PACK_ORIGINAL_MISSING, DISK_FULL.
 */
export async function* copyWhileZipping(exhibit: ExhibitPlan, target: string): AsyncGenerator<Buffer> {
  const isCloned = await clone(exhibit.sourcePath, target);
  const source = await open(isCloned ? target : exhibit.sourcePath, 'r').catch((error: unknown) => {
    throw new CasebinderError('PACK_ORIGINAL_MISSING', { exhibits: nameForPerson(exhibit) }, error);
  });
  let copy: FileHandle | undefined;
  let flushing: Promise<void> = Promise.resolve();
  let writing: Promise<void> = Promise.resolve();
  const pieces = readPieces(source, 0, Number.POSITIVE_INFINITY, PIECES);
  try {
    if (!isCloned) copy = await open(target, 'wx');
    let read = 0;
    let flushedAt = 0;
    for await (const bytes of pieces) {
      read += bytes.length;
      // A file that grows meanwhile must not grow the pack.
      if (read > exhibit.sizeBytes) throw originalChanged(exhibit);
      await writing;
      if (copy !== undefined) {
        if (read - flushedAt >= FLUSH_BYTES) {
          await flushing;
          flushedAt = read;
          flushing = copy.datasync().catch(() => undefined);
        }
        writing = writeWhole(copy, bytes);
        writing.catch(() => undefined); // told at the next piece, or at the end
      }
      yield bytes;
    }
    await writing;
    if (read !== exhibit.sizeBytes || (await stat(target)).size !== exhibit.sizeBytes)
      throw originalChanged(exhibit);
  } catch (error) {
    throw translateWriteError(error, () => (error instanceof Error ? error : new Error(String(error))));
  } finally {
    await Promise.allSettled([pieces.return(undefined), flushing, writing]);
    await source.close();
    await copy?.close();
  }
}

async function writeWhole(file: FileHandle, bytes: Buffer): Promise<void> {
  const { bytesWritten } = await file.write(bytes);
  if (bytesWritten !== bytes.length) throw Object.assign(new Error('written in part'), { code: 'ENOSPC' });
}

/** What a person is told when an original is no longer what was filed. */
export function originalChanged(exhibit: ExhibitPlan): CasebinderError {
  return new CasebinderError('PACK_ORIGINAL_CHANGED', { exhibits: nameForPerson(exhibit) });
}

/** A clone shares its bytes with the original until one of them changes (APFS, Btrfs, XFS, ReFS). */
async function clone(from: string, to: string): Promise<boolean> {
  return copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE).then(
    () => true,
    async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') await rm(to, { force: true });
      return false;
    },
  );
}

/** ENOSPC and its like become DISK_FULL; everything else goes through `otherwise`. */
export function translateWriteError(error: unknown, otherwise: () => Error): Error {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new CasebinderError('DISK_FULL', { needed: '?', available: '0 B' }, error);
  return otherwise();
}

/** SHA-256 of a file, read in pieces. Throws CANCELLED when `signal` aborts. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    for await (const piece of readPieces(file, 0, (await file.stat()).size)) {
      if (signal?.aborted === true) throw new CasebinderError('CANCELLED');
      hash.update(piece);
    }
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}

/**
 * Flushes every file below `folder` to the disk. Done once, just before a pack is moved into place: by then the system
 * has written most of it, and no step before had to wait for the disk.
 */
export async function syncFiles(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = await open(join(entry.parentPath, entry.name), 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  }
}
