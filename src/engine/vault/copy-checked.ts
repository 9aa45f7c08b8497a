// How is a file copied so that the copy provably holds the bytes it is named after? Runs in a worker.
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

export interface CopyRequest {
  readonly from: string;
  readonly to: string;
  readonly sha256: string;
}

const CHUNK_BYTES = 1024 * 1024;

/** Temp → fsync → rename; throws (and leaves nothing) when the source holds other bytes. The source is only read. */
export function copyChecked({ from, to, sha256 }: CopyRequest): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const temp = `${to}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    if (copyHashing(from, temp) !== sha256) throw new Error('the source holds other bytes than filed');
    chmodSync(temp, 0o400);
    renameSync(temp, to);
  } catch (error) {
    rmSync(temp, { force: true });
    throw error;
  }
}

function copyHashing(from: string, to: string): string {
  const hash = createHash('sha256');
  const input = openSync(from, 'r');
  try {
    const output = openSync(to, 'wx', 0o600);
    try {
      const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
      for (;;) {
        const length = readSync(input, buffer, 0, CHUNK_BYTES, null);
        if (length === 0) break;
        const piece = buffer.subarray(0, length);
        hash.update(piece);
        for (let written = 0; written < length; ) written += writeSync(output, piece, written);
      }
      fsyncSync(output);
    } finally {
      closeSync(output);
    }
  } finally {
    closeSync(input);
  }
  return hash.digest('hex');
}
