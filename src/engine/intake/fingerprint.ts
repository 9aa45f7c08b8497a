// What is the SHA-256 of a file, and was it the same file, unchanged, from the first byte to the last?
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { noteProgress } from '../jobs/progress-sign.ts';
import { type FileIdentity, type FileLook, isSameLook, lookAtFile, toLook } from './file-look.ts';

/** 1 MiB synchronous reads: three times as fast as default streams (libraries.md, hashing). */
const CHUNK_BYTES = 1024 * 1024;

export type FingerprintOutcome =
  | { readonly outcome: 'done'; readonly sha256: string; readonly look: FileLook }
  /** Other size, time or file id than expected, or changed while it was read. */
  | { readonly outcome: 'changed'; readonly look: FileLook }
  | { readonly outcome: 'vanished' }
  | { readonly outcome: 'online_only'; readonly look: FileLook }
  | { readonly outcome: 'locked'; readonly systemCode: string };

/** One buffer per thread: hashing is synchronous, so nobody else can be using it. */
let buffer: Buffer | undefined;

/**
 * Fingerprints `path`. A placeholder is never opened. The opened file must be the one that was looked at (device and
 * file id), and must look the same after the last byte.
 */
export function fingerprintFile(path: string, expected?: FileIdentity): FingerprintOutcome {
  let handle: number | undefined;
  try {
    const before = lookAtFile(path);
    if (before === undefined) return { outcome: 'vanished' };
    if (expected !== undefined && !isSameLook(before, expected)) return { outcome: 'changed', look: before };
    if (before.placeholder) return { outcome: 'online_only', look: before };
    handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const opened = toLook(readStats(handle));
    if (opened.device !== before.device || !isSameLook(opened, before))
      return { outcome: 'changed', look: opened };
    const sha256 = hashHandle(handle);
    const after = toLook(readStats(handle));
    const byPath = lookAtFile(path);
    if (byPath === undefined) return { outcome: 'vanished' };
    if (!isSameLook(after, before) || !isSameLook(byPath, before))
      return { outcome: 'changed', look: byPath };
    return { outcome: 'done', sha256, look: before };
  } catch (error) {
    return toOutcome(error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** SHA-256 in hex of everything behind an open handle, from its start. */
export function hashHandle(handle: number): string {
  buffer ??= Buffer.allocUnsafeSlow(CHUNK_BYTES);
  const hash = createHash('sha256');
  for (let position = 0; ; ) {
    const length = readSync(handle, buffer, 0, CHUNK_BYTES, position);
    if (length === 0) return hash.digest('hex');
    hash.update(length === CHUNK_BYTES ? buffer : buffer.subarray(0, length));
    position += length;
    noteProgress();
  }
}

function readStats(handle: number) {
  return process.platform === 'win32' ? fstatSync(handle, { bigint: true }) : fstatSync(handle);
}

function toOutcome(error: unknown): FingerprintOutcome {
  const systemCode = (error as { code?: string }).code ?? 'UNKNOWN';
  // ELOOP: a link has taken the file's place; links are not followed, so the file is gone.
  if (systemCode === 'ENOENT' || systemCode === 'ENOTDIR' || systemCode === 'ELOOP')
    return { outcome: 'vanished' };
  return { outcome: 'locked', systemCode };
}
