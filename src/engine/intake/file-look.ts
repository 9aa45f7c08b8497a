// What does the file system say about one file, and do two looks at it show the same unchanged file?
import { type BigIntStats, lstatSync, type Stats } from 'node:fs';

/** One look at a file, without opening it. */
export interface FileLook {
  readonly sizeBytes: number;
  readonly mtimeMs: number;
  /** Text, because Windows uses all 64 bits. */
  readonly inode: string;
  readonly device: string;
  /** True when the bytes seem to be in the cloud only: opening the file would download it. */
  readonly placeholder: boolean;
}

/** NTFS keeps small files inside its table and reports no blocks for them; other systems don't. */
const SMALLEST_PLACEHOLDER_BYTES = process.platform === 'win32' ? 4096 : 1;

/** Windows ids don't fit a double; elsewhere plain numbers are exact and faster. */
const NEEDS_BIGINT = process.platform === 'win32';

/**
 * A cloud placeholder has a size but occupies no block (measured on OneDrive, iCloud, Google Drive; pitfalls.md 3.1).
 * Sparse and brand-new files share that sign, so callers wait until such a file is no longer new.
 */
export function looksLikePlaceholder(sizeBytes: number, blocks: number): boolean {
  return blocks === 0 && sizeBytes >= SMALLEST_PLACEHOLDER_BYTES;
}

/** Looks at `path` without following a link. Throws what lstat throws; undefined when it is no plain file. */
export function lookAtFile(path: string): FileLook | undefined {
  const stats = NEEDS_BIGINT ? lstatSync(path, { bigint: true }) : lstatSync(path);
  return stats.isFile() ? toLook(stats) : undefined;
}

/** The look that `stats` hold. */
export function toLook(stats: Stats | BigIntStats): FileLook {
  const sizeBytes = Number(stats.size);
  return {
    sizeBytes,
    mtimeMs: mtimeMsOf(stats),
    inode: String(stats.ino),
    device: String(stats.dev),
    placeholder: looksLikePlaceholder(sizeBytes, Number(stats.blocks)),
  };
}

/** Whole and fractional milliseconds, computed the same way from both kinds of stats. */
export function mtimeMsOf(stats: Stats | BigIntStats): number {
  return NEEDS_BIGINT && 'mtimeNs' in stats ? Number(stats.mtimeNs) / 1e6 : Number(stats.mtimeMs);
}

/**
 * True when two modification times mean the same moment. FAT and exFAT round to two seconds, at once or only after
 * the disk was plugged in again; a time on such a border is therefore compared with that tolerance.
 */
export function isSameTime(aMs: number, bMs: number): boolean {
  if (aMs === bMs) return true;
  const difference = Math.abs(aMs - bMs);
  if (difference < 0.001) return true;
  return difference < 2000 && (aMs % 2000 === 0 || bMs % 2000 === 0);
}

/** True when both looks show the same file with unchanged content, as far as can be told without reading it. */
export function isSameLook(a: FileIdentity, b: FileIdentity): boolean {
  return a.sizeBytes === b.sizeBytes && a.inode === b.inode && isSameTime(a.mtimeMs, b.mtimeMs);
}

export interface FileIdentity {
  readonly sizeBytes: number;
  readonly mtimeMs: number;
  readonly inode: string;
}
