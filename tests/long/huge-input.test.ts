// Do a picture of 300 megapixels, a PDF of 2,000 pages and a text layer without meaning end in bounded time and memory?
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_READ_LIMITS } from '../../src/domain/reading.ts';
import { createOcr } from '../../src/engine/readers/ocr.ts';
import { createReadPool, type ReadPool } from '../../src/engine/readers/read-pool.ts';
import { recognise } from '../../src/engine/recognise/recognise.ts';

let base = '';
let pool: ReadPool;

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'casebinder-huge-'));
  mkdirSync(join(base, 'scratch'));
  pool = createReadPool({ workers: 1, scratchDir: join(base, 'scratch') });
});
afterAll(async () => {
  await pool.close();
  rmSync(base, { recursive: true, force: true });
});

/** A black and white PNG of any size that weighs next to nothing. */
function writePng(name: string, width: number, height: number): string {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(4);
    frame.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([frame, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height);
  const path = join(base, name);
  writeFileSync(
    path,
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows, { level: 1 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
  return path;
}

/** Seconds of processor, all threads: what a machine that does nothing else would need. */
async function read(path: string, fileName: string) {
  const before = process.cpuUsage();
  const result = await pool.read({ path, fileName, limits: DEFAULT_READ_LIMITS });
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}

test('a picture of 300 megapixels is named too large at once and never decoded', async () => {
  const path = writePng('poster.png', 20_000, 15_000);
  const rssBefore = process.memoryUsage.rss();
  const { result, seconds } = await read(path, 'poster.png');
  expect(result.problems.map((problem) => problem.code)).toContain('TOO_LARGE');
  expect(result.pagesWithoutText).toEqual([]);
  expect(seconds).toBeLessThan(30);
  expect((process.memoryUsage.rss() - rssBefore) / 2 ** 20).toBeLessThan(400);
});

test('a picture of 200 megapixels is looked at within its time and memory', async () => {
  const path = writePng('wall.png', 20_000, 10_000);
  const { result, seconds } = await read(path, 'wall.png');
  expect(result.media).toMatchObject({ width: 20_000, height: 10_000 });
  expect(seconds).toBeLessThan(60);
  const ocr = createOcr({ workers: 1 });
  try {
    const startedMs = performance.now();
    expect(await ocr.ocrPages(path, 'image/png', [1])).toEqual([]);
    expect(performance.now() - startedMs).toBeLessThan(180_000);
  } finally {
    await ocr.close();
  }
});

test('a PDF of 2,000 pages is read to its end, and its numbers are found', async () => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= 2_000; number += 1) {
    const page = document.addPage();
    page.drawText(
      `Page ${number} of the shipping archive, order 113-${String(number).padStart(7, '0')}-1234567`,
      {
        x: 40,
        y: 700,
        size: 11,
        font,
      },
    );
    for (let line = 0; line < 20; line += 1)
      page.drawText(`Line ${line}: LED desk lamp, carton ${number * 20 + line}, gross weight 12.4 kg`, {
        x: 40,
        y: 670 - line * 20,
        size: 10,
        font,
      });
  }
  const path = join(base, 'archive.pdf');
  writeFileSync(path, await document.save());
  const rssBefore = process.memoryUsage.rss();
  const { result, seconds } = await read(path, 'archive.pdf');
  expect(result.pageCount).toBe(2_000);
  expect(result.pages).toHaveLength(2_000);
  expect(seconds).toBeLessThan(30);
  expect((process.memoryUsage.rss() - rssBefore) / 2 ** 20).toBeLessThan(600);
  const startedMs = performance.now();
  const found = recognise({
    fileName: 'archive.pdf',
    folderNames: [],
    mediaType: result.mediaType,
    sizeBytes: 1,
    pages: result.pages,
    pageCount: result.pageCount,
    media: result.media,
    properties: result.properties,
    barcodes: [],
    problems: result.problems,
  });
  expect(performance.now() - startedMs).toBeLessThan(20_000);
  expect(found.identifiers.filter(({ type }) => type === 'order_id').length).toBeGreaterThan(100);
});

test('text whose font names no characters counts as a picture and is read as one', async () => {
  const document = await PDFDocument.create();
  const page = document.addPage([500, 300]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  page.drawText('Commercial invoice BL-2026-00417', { x: 30, y: 200, size: 22, font });
  page.drawText('Total amount USD 4,420.00', { x: 30, y: 150, size: 22, font });
  await document.flush();
  // The same glyphs under names that no table of characters knows.
  const dictionary = document.context.lookup(font.ref) as unknown as {
    set(key: PDFName, value: unknown): void;
  };
  dictionary.set(
    PDFName.of('ToUnicode'),
    document.context.register(
      document.context.stream(
        `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n${Array.from(
          { length: 95 },
          (_, at) => `1 beginbfchar <${(32 + at).toString(16)}> <${(0xe020 + at).toString(16)}> endbfchar`,
        ).join('\n')}\nendcmap end`,
      ),
    ),
  );
  const path = join(base, 'garbled.pdf');
  writeFileSync(path, await document.save({ useObjectStreams: false }));
  const { result } = await read(path, 'garbled.pdf');
  expect(result.problems.map((problem) => problem.code)).toContain('TEXT_LAYER_GARBLED');
  expect(result.pagesWithoutText).toEqual([1]);
  const ocr = createOcr({ workers: 1 });
  try {
    const [reading] = await ocr.ocrPages(path, 'application/pdf', [1]);
    expect(reading?.text.replace(/\s+/g, '')).toContain('BL-2026-00417');
  } finally {
    await ocr.close();
  }
});
