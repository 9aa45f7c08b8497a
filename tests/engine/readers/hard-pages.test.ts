// Is a page read whichever way up it lies, skew, in two languages or written downwards, and is an empty one called empty?
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fontkit from '@cantoo/fontkit';
import { degrees, PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_READ_LIMITS } from '../../../src/domain/reading.ts';
import { findResemblance, type SignedDocument, signText } from '../../../src/domain/text/resemblance.ts';
import { findResource } from '../../../src/engine/readers/find-resource.ts';
import { createOcr, type Ocr } from '../../../src/engine/readers/ocr.ts';
import { readFile } from '../../../src/engine/readers/read-file.ts';
import { renderPage } from '../../../src/engine/readers/render-page.ts';

/** A page that takes longer than this under load hangs for the person who waits. */
const PAGE_MS = 150_000;
const TEXT = [
  '采购合同 Purchase contract',
  '合同编号: HT-2026-00123',
  '甲方: 深圳市明亮灯具有限公司',
  'Party B: Hangzhou Example Trading Co., Ltd.',
  '数量 500 台，单价 58.00 元，合计 29000.00 元',
  'Order 113-1234567-1234567, delivery before 2026-03-15.',
];

let base = '';
let ocr: Ocr;
let font: Uint8Array;

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'casebinder-hard-'));
  ocr = createOcr({ workers: 1 });
  const path = findResource('fonts/NotoSansSC-Regular.ttf');
  if (path === undefined) throw new Error('the font is not installed');
  font = readFileSync(path);
});
afterAll(async () => {
  await ocr.close();
  rmSync(base, { recursive: true, force: true });
});

async function draw(name: string, lines: readonly string[], turn = 0): Promise<string> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const face = await document.embedFont(font, { subset: true });
  const page = document.addPage([595, 420]);
  for (const [index, line] of lines.entries())
    page.drawText(line, { x: 50, y: 360 - index * 45, size: 18, font: face });
  page.setRotation(degrees(turn));
  const path = join(base, `${name}.pdf`);
  writeFileSync(path, await document.save());
  return path;
}

async function read(path: string, mediaType = 'application/pdf'): Promise<string> {
  const startedMs = performance.now();
  const pages = await ocr.ocrPages(path, mediaType, [1]);
  expect(performance.now() - startedMs).toBeLessThan(PAGE_MS);
  return pages[0]?.text ?? '';
}

function expectWhole(text: string): void {
  const squeezed = text.replace(/\s+/g, '');
  for (const part of [
    '采购合同',
    'HT-2026-00123',
    '深圳市明亮灯具有限公司',
    '29000.00',
    '113-1234567-1234567',
    '2026-03-15',
  ])
    expect(squeezed).toContain(part);
}

test.each([0, 90, 180, 270])('Chinese and English on a page turned by %i°', async (turn) => {
  expectWhole(await read(await draw(`turned-${turn}`, TEXT, turn)));
});

test('Chinese written downwards, column by column from the right', async () => {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const face = await document.embedFont(font, { subset: true });
  const page = document.addPage([595, 595]);
  for (const [column, text] of [
    '兹授权杭州示例贸易有限公司',
    '在亚马逊平台销售我司产品',
    '有效期至二零二六年十二月',
  ].entries())
    for (const [row, character] of [...text].entries())
      page.drawText(character, { x: 400 - column * 90, y: 530 - row * 36, size: 30, font: face });
  const path = join(base, 'downwards.pdf');
  writeFileSync(path, await document.save());
  const lines = (await read(path)).split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('杭州示例贸易有限公司');
  expect(lines[1]).toContain('亚马逊平台销售');
});

test('a photo that is skew and dark', async () => {
  const page = await renderPage({
    path: await draw('skew', TEXT),
    mediaType: 'application/pdf',
    page: 1,
    dpi: 150,
  });
  const path = join(base, 'skew.jpg');
  await sharp(Buffer.from(page.data))
    .rotate(6, { background: '#bbbbbb' })
    .modulate({ brightness: 0.55 })
    .blur(0.6)
    .jpeg({ quality: 60 })
    .toFile(path);
  expectWhole(await read(path, 'image/jpeg'));
});

test('a paper and its scan, turned a little and darker, are nearly the same', async () => {
  const path = await draw('twice', TEXT);
  const { data } = await renderPage({ path, mediaType: 'application/pdf', page: 1, dpi: 110 });
  const picture = join(base, 'second.jpg');
  await sharp(Buffer.from(data))
    .rotate(1.5, { background: '#ffffff' })
    .modulate({ brightness: 0.8 })
    .jpeg({ quality: 80 })
    .toFile(picture);
  const paper = (text: string): SignedDocument => ({
    textSign: signText([{ page: 1, text, source: 'ocr' }]) ?? null,
    imageSign: null,
    ownNumbers: new Set(['order_id:11312345671234567']),
    printedOn: null,
  });
  const scanned = paper(await read(picture, 'image/jpeg'));
  expect(findResemblance(paper(TEXT.join('\n')), scanned)).toMatchObject({ by: 'text' });
}, 120_000);

test('an empty page and one of noise hold no text', async () => {
  expect(await read(await draw('empty', []))).toBe('');
  const noise = Buffer.from(
    Array.from({ length: 600 * 400 }, (_, at) => (at * 7919 + (at >> 5) * 104729) % 251),
  );
  const path = join(base, 'noise.png');
  await sharp(noise, { raw: { width: 600, height: 400, channels: 1 } })
    .png()
    .toFile(path);
  expect((await read(path, 'image/png')).length).toBeLessThan(40);
});

test('a text layer whose font has no map of characters counts as a picture', async () => {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const face = await document.embedFont(font, { subset: true });
  const page = document.addPage([595, 420]);
  for (const [index, line] of TEXT.entries())
    page.drawText(line, { x: 50, y: 360 - index * 45, size: 18, font: face });
  await document.flush();
  const dictionary = document.context.lookup(face.ref);
  if (!(dictionary instanceof PDFDict)) throw new Error('no font');
  dictionary.delete(PDFName.of('ToUnicode'));
  const path = join(base, 'no-map.pdf');
  writeFileSync(path, await document.save({ useObjectStreams: false }));
  const result = await readFile({
    path,
    fileName: 'no-map.pdf',
    scratchDir: base,
    limits: DEFAULT_READ_LIMITS,
  });
  expect(result.problems.map((problem) => problem.code)).toEqual(['TEXT_LAYER_GARBLED']);
  expect(result.pagesWithoutText).toEqual([1]);
});
