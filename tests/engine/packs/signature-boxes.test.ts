// Is a hand-drawn signature covered in what a consultant gets, and is nothing else taken for one?
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { suggestPdfBoxes } from '../../../src/engine/packs/redact/pdf-boxes.ts';
import { makeFolder } from './sample-plan.ts';

const dir = makeFolder();
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const NO_TERMS = { names: [], addresses: [], words: [] };
const STROKES = 'M 0 0 C 20 -40 30 30 50 -10 S 80 20 110 -20 S 140 5 160 0';

type How = 'strokes' | 'picture';

/** A proof of delivery, signed at 320…480 × 480…520 points beside (or below) its word. */
async function makeProof(name: string, how: How, turn: number, word = 'Signature'): Promise<string> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Helvetica);
  const page = doc.addPage([595, 842]);
  page.setRotation(degrees(turn));
  page.drawText('Proof of delivery for parcel 1Z999AA10123456784', { x: 60, y: 760, size: 14, font });
  // A logo far from the word, a frame of the page and a rule: none of them is a signature.
  page.drawRectangle({ x: 440, y: 770, width: 100, height: 40 });
  page.drawRectangle({ x: 30, y: 30, width: 535, height: 782, borderWidth: 1 });
  page.drawLine({ start: { x: 60, y: 560 }, end: { x: 530, y: 560 } });
  page.drawText(word, { x: 320, y: 530, size: 9, font });
  if (how === 'strokes') page.drawSvgPath(STROKES, { x: 320, y: 500, borderWidth: 1.5 });
  else {
    const png = await sharp({ create: { width: 160, height: 40, channels: 3, background: '#223366' } })
      .png()
      .toBuffer();
    page.drawImage(await doc.embedPng(png), { x: 320, y: 480, width: 160, height: 40 });
  }
  const path = join(dir, `${name}.pdf`);
  writeFileSync(path, await doc.save());
  return path;
}

describe('a signature', () => {
  for (const how of ['strokes', 'picture'] as const)
    for (const turn of [0, 90, 180, 270])
      it(`of ${how} is covered on a page turned by ${turn}°`, async () => {
        const path = await makeProof(`${how}-${turn}`, how, turn);
        const { boxes } = await suggestPdfBoxes(path, NO_TERMS);
        expect(boxes).toHaveLength(1);
        const box = boxes[0]!;
        expect(box.reason).toBe('name');
        const isWide = turn % 180 === 0;
        const [width, height] = isWide ? [595, 842] : [842, 595];
        const [long, short] = isWide
          ? [box.width * width, box.height * height]
          : [box.height * height, box.width * width];
        expect(long).toBeGreaterThan(155);
        expect(long).toBeLessThan(200);
        expect(short).toBeGreaterThan(35);
        expect(short).toBeLessThan(120);
        // The middle of the signature as a reader sees it.
        const [x, y] = [400 / 595, 1 - 500 / 842];
        const seen = { 0: [x, y], 90: [1 - y, x], 180: [1 - x, 1 - y], 270: [y, 1 - x] }[turn]!;
        expect(seen[0]).toBeGreaterThan(box.x);
        expect(seen[0]).toBeLessThan(box.x + box.width);
        expect(seen[1]).toBeGreaterThan(box.y);
        expect(seen[1]).toBeLessThan(box.y + box.height);
      });

  it('is not seen where no word names one', async () => {
    const { boxes } = await suggestPdfBoxes(await makeProof('plain', 'strokes', 0, 'Drawing'), NO_TERMS);
    expect(boxes).toEqual([]);
  });
});
