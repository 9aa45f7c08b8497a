// Does the benchmark archive hold what it promises: number, truth, the same files for the same seed?
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_READ_LIMITS } from '../../../src/domain/reading.ts';
import { readFile } from '../../../src/engine/readers/read-file.ts';
import type { GeneratedFile } from '../../../src/engine/sample/archive-subject.ts';
import { generateArchiveFiles } from '../../../src/engine/sample/generate-archive.ts';

const root = mkdtempSync(join(tmpdir(), 'casebinder-archive-'));
const dir = join(root, 'a');
let files: GeneratedFile[];

const read = (path: string): Buffer => readFileSync(join(dir, ...path.split('/')));

beforeAll(async () => {
  files = await generateArchiveFiles({ dir, files: 300, seed: 5 });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('writes exactly as many different files as asked for', () => {
  expect(files).toHaveLength(300);
  expect(new Set(files.map((f) => f.path)).size).toBe(300);
  expect(new Set(files.map((f) => read(f.path).toString('base64'))).size).toBe(300);
  expect(new Set(files.map((f) => f.kind)).size).toBeGreaterThanOrEqual(10);
});

test('writes the same files for the same seed, others for another', async () => {
  const again = await generateArchiveFiles({ dir: join(root, 'b'), files: 40, seed: 5 });
  expect(again).toEqual(files.slice(0, 40));
  for (const file of again)
    expect(readFileSync(join(root, 'b', ...file.path.split('/')))).toEqual(read(file.path));
  const other = await generateArchiveFiles({ dir: join(root, 'c'), files: 40, seed: 6 });
  expect(other).not.toEqual(again);
});

test('every identifier that is promised stands in the text of its PDF, mail or report', async () => {
  const papers = files.filter((f) => /\.(?:pdf|eml|txt|csv)$/.test(f.path)).slice(0, 90);
  for (const paper of papers) {
    const result = await readFile({
      path: join(dir, ...paper.path.split('/')),
      fileName: paper.path.split('/').at(-1) ?? '',
      scratchDir: join(root, 'scratch'),
      limits: DEFAULT_READ_LIMITS,
    });
    const text = result.pages.map((p) => p.text).join('\n');
    expect(result.problems, paper.path).toEqual([]);
    for (const id of paper.ids) expect(text, paper.path).toContain(id.slice(id.indexOf(':') + 1));
  }
});

test('pictures decode', async () => {
  const pictures = files.filter((f) => /\.(?:jpg|png)$/.test(f.path)).slice(0, 12);
  expect(pictures.length).toBeGreaterThan(5);
  for (const picture of pictures)
    expect((await sharp(read(picture.path)).stats()).channels.length).toBeGreaterThanOrEqual(1);
});
