// A page whose content unpacks without end costs itself: the pages around it are read, it is named, and its thread is not stopped for it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream, StandardFonts } from 'pdf-lib';
import { afterAll, expect, it } from 'vitest';
import { DEFAULT_READ_LIMITS } from '../../../src/domain/reading.ts';
import { createWorkerPool, resolveWorkerEntry } from '../../../src/engine/jobs/worker-pool.ts';

const base = mkdtempSync(join(tmpdir(), 'casebinder-greedy-'));
const entry = resolveWorkerEntry(
  'read-worker',
  new URL('../../../src/engine/readers/x.ts', import.meta.url).href,
);
const pool = createWorkerPool({ entry, workers: 1 });
afterAll(async () => {
  await pool.close();
  rmSync(base, { recursive: true, force: true });
});

/** Page 2 (and every page when `all`) draws a path of some ten million points, packed a thousandfold. */
async function writePdf(name: string, pages: number, isGreedy: (page: number) => boolean): Promise<string> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const bomb = deflateSync(Buffer.from(`0 0 m\n${'1 1 l\n'.repeat(24_000_000)}S\n`), { level: 1 });
  const stream = document.context.register(
    PDFRawStream.of(document.context.obj({ Length: bomb.length, Filter: 'FlateDecode' }) as never, bomb),
  );
  for (let number = 1; number <= pages; number += 1) {
    const page = document.addPage();
    if (isGreedy(number)) page.node.set(PDFName.of('Contents'), stream);
    else page.drawText(`Order 113-000000${number}-1234567`, { x: 40, y: 700, size: 12, font });
  }
  const path = join(base, name);
  writeFileSync(path, await document.save());
  return path;
}

async function read(path: string) {
  const outcome = await pool.run<{
    pages: { page: number }[];
    problems: { code: string; detail?: string }[];
  }>(
    'read',
    { path, fileName: 'a.pdf', scratchDir: join(base, 'scratch'), limits: DEFAULT_READ_LIMITS },
    { timeoutMs: 240_000, maxMemoryMb: DEFAULT_READ_LIMITS.maxMemoryMb },
  );
  if (!outcome.ok) throw new Error(`${outcome.reason}: ${outcome.detail}`);
  return {
    pages: outcome.value.pages.map(({ page }) => page),
    problems: outcome.value.problems.map(({ code, detail }) => [code, detail]),
  };
}

it('is left out of a file of four, and the next file is read as ever', async () => {
  const path = await writePdf('one.pdf', 4, (page) => page === 2);
  expect(await read(path)).toEqual({ pages: [1, 3, 4], problems: [['READ_PARTLY', 'without part 2']] });
  const sound = await writePdf('sound.pdf', 2, () => false);
  expect(await read(sound)).toEqual({ pages: [1, 2], problems: [] });
  expect(pool.state.replaced).toBe(0);
}, 240_000);

it('alone in its file, it is told as too much for the memory', async () => {
  const path = await writePdf('alone.pdf', 1, () => true);
  expect(await read(path)).toEqual({ pages: [], problems: [['OUT_OF_MEMORY', undefined]] });
  expect(pool.state.replaced).toBe(0);
}, 240_000);
