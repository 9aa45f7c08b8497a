// Are names and prices on a scan found by reading its picture, and gone from what is read on the covered copy?
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedBookFonts } from '../../../src/engine/packs/book/book-fonts.ts';
import { canvasOf } from '../../../src/engine/packs/book/canvas.ts';
import { writeCoveredCopy } from '../../../src/engine/packs/redact/covered-copy.ts';
import { suggestPdfBoxes } from '../../../src/engine/packs/redact/pdf-boxes.ts';
import { suggestScanBoxes } from '../../../src/engine/packs/redact/scan-boxes.ts';
import { createOcr, type Ocr } from '../../../src/engine/readers/ocr.ts';
import { renderPage } from '../../../src/engine/readers/render-page.ts';
import { makeFolder } from './sample-plan.ts';

const dir = makeFolder();
let ocr: Ocr;
beforeAll(() => {
  ocr = createOcr({ workers: 1, dataDir: join(dir, 'ocr') });
});
afterAll(async () => {
  await ocr.close();
  rmSync(dir, { recursive: true, force: true });
});

const TERMS = { names: ['Maplewood Traders', '深圳市示例贸易有限公司'], addresses: [], words: ['BLUEBIRD'] };
const LINES = [
  'Packing slip of order 113-1234567-1234567',
  'Sold by Maplewood Traders on 12 November 2026',
  '供应商 深圳市示例贸易有限公司 提供',
  'Item BLUEBIRD lamp, two pieces, model K-200',
  'Total due US$ 1,234.50 paid in full',
  'Carrier receipt number 9400111899560000000000',
];

/** A page as a scanner leaves it: pixels only, a little skew. */
async function makeScan(name: string, turn: number): Promise<string> {
  const doc = await PDFDocument.create();
  const fonts = await embedBookFonts(doc);
  const canvas = canvasOf(doc.addPage([595, 420]), { fonts });
  for (const [index, line] of LINES.entries())
    canvas.text(fonts.clean(line), 40, 370 - index * 52, { size: 15 });
  const text = join(dir, 'text.pdf');
  writeFileSync(text, await doc.save());
  const drawn = await renderPage({ path: text, mediaType: 'application/pdf', page: 1, dpi: 130 });
  const path = join(dir, name);
  writeFileSync(
    path,
    await sharp(drawn.data).rotate(turn, { background: '#ffffff' }).jpeg({ quality: 80 }).toBuffer(),
  );
  return path;
}

async function readBack(path: string, mediaType: string): Promise<string> {
  return (await ocr.ocrPages(path, mediaType, [1])).map((page) => page.text).join('\n');
}

describe.each([
  ['skew by one degree', 1],
  ['lying on its side', 90],
])('a scan that is %s', (name, turn) => {
  it('shows neither name nor price once its suggested boxes are burned in, and all the rest', async () => {
    const path = await makeScan(`${turn}.jpg`, turn);
    const placed = await ocr.placeText(path, 'image/jpeg', 1);
    if (placed === undefined) return console.log('skipped: the line models do not run here');
    expect(placed.text).toContain('Maplewood');
    const boxes = suggestScanBoxes(placed, 1, TERMS);
    expect(new Set(boxes.map((box) => box.reason))).toEqual(new Set(['name', 'price', 'word']));
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(1.000_001);
      // A box covers words, not the page.
      expect(box.width * box.height).toBeLessThan(0.06);
    }
    const target = join(dir, `covered-${turn}.jpg`);
    const copy = await writeCoveredCopy(path, 'image/jpeg', boxes, target);
    const left = await readBack(target, copy.mediaType);
    for (const hidden of [
      'Maplewood',
      'aplewoo',
      'Trader',
      '示例',
      '贸易',
      'BLUEBIRD',
      'UEBIR',
      '1,234',
      '234.50',
    ])
      expect(left, name).not.toContain(hidden);
    for (const open of ['113-1234567-1234567', '9400111899560000000000', '2026', 'K-200', 'paid in full'])
      expect(left.replace(/\s+/g, ' '), name).toContain(open);
  }, 120_000);
});

it('a scanned page of a PDF is read when its text layer holds nothing', async () => {
  const jpeg = await makeScan('page.jpg', 0);
  const doc = await PDFDocument.create();
  const picture = await doc.embedJpg(await sharp(jpeg).toBuffer());
  doc.addPage([595, 420]).drawImage(picture, { x: 0, y: 0, width: 595, height: 420 });
  const path = join(dir, 'scan.pdf');
  writeFileSync(path, await doc.save());
  expect((await suggestPdfBoxes(path, TERMS)).unseenPages).toEqual([1]);
  const placed = await ocr.placeText(path, 'application/pdf', 1);
  if (placed === undefined) return console.log('skipped: the line models do not run here');
  const boxes = suggestScanBoxes(placed, 1, TERMS);
  const reasons = boxes.map((box) => box.reason).sort();
  expect(reasons).toEqual(['name', 'name', 'price', 'word']);
}, 120_000);

it('reading is stopped when the person cancels', async () => {
  const path = await makeScan('cancel.jpg', 0);
  const controller = new AbortController();
  const reading = ocr.placeText(path, 'image/jpeg', 1, controller.signal);
  controller.abort();
  await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' });
}, 120_000);

it('where characters and text do not agree, the whole line is covered', () => {
  const corners = [
    [0.1, 0.1],
    [0.1, 0.2],
    [0.9, 0.2],
    [0.9, 0.1],
  ] as const;
  const line = {
    text: 'paid to Maplewood Traders',
    start: 0,
    corners,
    places: [{ character: 'p', at: 0.1 }],
  };
  const [box, ...more] = suggestScanBoxes({ text: line.text, lines: [line] }, 3, TERMS);
  expect(more).toEqual([]);
  expect(box!.page).toBe(3);
  expect(box!.x).toBeLessThanOrEqual(0.1);
  expect(box!.x + box!.width).toBeGreaterThanOrEqual(0.9);
});
