// Is the barcode of a label read however the label lies in the picture: turned, as a negative, small in a large photo?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBarcodes } from '../../../src/engine/readers/barcodes.ts';
import { drawShippingLabel } from '../../../src/engine/sample/draw-shipping-label.ts';
import { rasterizePdf } from '../../../src/engine/sample/rasterize-paper.ts';
import { makeSampleFacts } from '../../../src/engine/sample/sample-facts.ts';

let base = '';
let label: Buffer;
let tracking = '';

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'casebinder-looks-'));
  const order = makeSampleFacts('2026-11-22').orders.find((one) => one.carrier === 'UPS');
  if (order === undefined) throw new Error('the sample has no UPS order');
  tracking = order.tracking;
  const { data, width, height } = await rasterizePdf(await drawShippingLabel(order), 130);
  label = await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** The label carries a linear and a square code; either tells the number. */
async function readCodes(picture: Sharp): Promise<string> {
  const path = join(base, 'picture.jpg');
  await sharp(await picture.png().toBuffer())
    .removeAlpha()
    .jpeg({ quality: 85 })
    .toFile(path);
  return (await readBarcodes({ path, mediaType: 'image/jpeg', page: 1 })).map(({ value }) => value).join(' ');
}

test.each([0, 12, 45, 90, 180])('turned by %i°', async (turn) => {
  expect(await readCodes(sharp(label).rotate(turn, { background: '#999999' }))).toContain(tracking);
});

test('white on black', async () => {
  expect(await readCodes(sharp(label).removeAlpha().negate())).toContain(tracking);
});

test('small in the photo of a telephone', async () => {
  const desk = sharp({ create: { width: 4032, height: 3024, channels: 3, background: '#777777' } });
  const small = await sharp(label).resize(520).toBuffer();
  expect(await readCodes(desk.composite([{ input: small, left: 1700, top: 1200 }]))).toContain(tracking);
});

test('a picture without any code gives none', async () => {
  const noise = Buffer.from(
    Array.from({ length: 600 * 400 }, (_, at) => (at * 7919 + (at >> 5) * 104729) % 251),
  );
  expect(await readCodes(sharp(noise, { raw: { width: 600, height: 400, channels: 1 } }))).toBe('');
});
