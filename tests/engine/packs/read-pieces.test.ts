// Does reading in pieces give every byte once, and for how long is a piece good?
import { rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFilePieces, readPieces } from '../../../src/engine/packs/bag/read-pieces.ts';
import { makeFolder } from './sample-plan.ts';

const dir = makeFolder();
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const path = join(dir, 'file.bin');
const bytes = Buffer.from(
  Array.from({ length: 5_300_007 }, (_, index) => (index * 131 + (index >> 12)) & 255),
);
writeFileSync(path, bytes);

async function collect(pieces: AsyncGenerator<Buffer>): Promise<Buffer> {
  const copies: Buffer[] = [];
  for await (const piece of pieces) copies.push(Buffer.from(piece));
  return Buffer.concat(copies);
}

describe('a file read in pieces', () => {
  for (const [start, length] of [
    [0, bytes.length],
    [17, 3_000_001],
    [bytes.length - 5, 5],
    [4, 0],
    [1_048_576, 1_048_576],
  ] as const) {
    it(`gives ${length} bytes from ${start} on`, async () => {
      const read = await collect(readFilePieces(path, start, length));
      expect(read.equals(bytes.subarray(start, start + length))).toBe(true);
    });
  }

  it('ends where the file ends, whatever was promised', async () => {
    const read = await collect(readFilePieces(path, 5_000_000, 9_000_000));
    expect(read.equals(bytes.subarray(5_000_000))).toBe(true);
  });

  it('keeps as many pieces good as its ring has, less the one that is being read', async () => {
    const file = await open(path, 'r');
    const kept: Buffer[] = [];
    for await (const piece of readPieces(file, 0, bytes.length, 4)) {
      kept.push(piece);
      const last = kept.slice(-3);
      const from = (kept.length - last.length) * 1_048_576;
      expect(
        Buffer.concat(last).equals(
          bytes.subarray(from, from + last.reduce((sum, one) => sum + one.length, 0)),
        ),
      ).toBe(true);
    }
    expect(kept).toHaveLength(6);
    await file.close();
  });

  it('leaves no read under way when it is left early', async () => {
    const file = await open(path, 'r');
    for await (const piece of readPieces(file, 0, bytes.length)) {
      expect(piece.length).toBe(1_048_576);
      break;
    }
    await expect(file.close()).resolves.toBeUndefined();
  });
});
