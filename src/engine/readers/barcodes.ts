// Which barcodes and QR codes stand on a page?
import { readFileSync } from 'node:fs';
import { prepareZXingModule, readBarcodes as readWithZxing } from 'zxing-wasm/reader';
import type { BarcodeValue } from '../../domain/reading.ts';
import { findModuleFile } from './find-module-file.ts';
import sharp, { type Sharp } from './picture-library.ts';
import { openPageImage } from './render-page.ts';

export interface BarcodeRequest {
  readonly path: string;
  readonly mediaType: string;
  /** 1-based. */
  readonly page: number;
}

const PAGE_DPI = 200;
const MIN_LONG_SIDE = 1200;
/** Photos of telephones have 4032: scaled down, the bars of a small label run together. */
const MAX_LONG_SIDE = 4096;
const RETRY_LONG_SIDE = 2000;
const MAX_SYMBOLS = 50;

let isPrepared = false;

/** Loads the decoder from the installed package, never from the network. */
function prepareLibrary(): void {
  if (isPrepared) return;
  const bytes = readFileSync(findModuleFile('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  isPrepared = true;
}

/**
 * All readable symbols of one page, each once. Where the page as it is shows none, it is looked at again as a negative,
 * and turned by half a right angle (the decoder itself turns by right angles). Rejects when the page cannot be drawn.
 */
export async function readBarcodes(request: BarcodeRequest): Promise<BarcodeValue[]> {
  prepareLibrary();
  const image = await openPageImage({ ...request, dpi: PAGE_DPI, maxPixels: 20_000_000 });
  const longSide = Math.max(image.width, image.height);
  const factor = Math.min(MAX_LONG_SIDE, Math.max(MIN_LONG_SIDE, longSide)) / longSide;
  const { data, info } = await image.pixels
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(Math.max(1, Math.round(image.width * factor)), Math.max(1, Math.round(image.height * factor)), {
      fit: 'fill',
    })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const page = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const found = await decode(page.clone(), request.page);
  if (found.length > 0) return found;
  for (const look of OTHER_LOOKS) {
    const smaller = page
      .clone()
      .resize(RETRY_LONG_SIDE, RETRY_LONG_SIDE, { fit: 'inside', withoutEnlargement: true });
    const { data: pixels, info: size } = await smaller.raw().toBuffer({ resolveWithObject: true });
    const raw = { width: size.width, height: size.height, channels: size.channels };
    const symbols = await decode(look(sharp(pixels, { raw })), request.page);
    if (symbols.length > 0) return symbols;
  }
  return [];
}

/** White bars on dark ground, and labels that lie across the picture. */
const OTHER_LOOKS: readonly ((image: Sharp) => Sharp)[] = [
  (image) => image.negate({ alpha: false }),
  (image) => image.rotate(45, { background: '#ffffff' }),
];

async function decode(image: Sharp, page: number): Promise<BarcodeValue[]> {
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixels = {
    data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength),
    width: info.width,
    height: info.height,
    colorSpace: 'srgb',
  };
  const symbols = await readWithZxing(pixels as unknown as ImageData, {
    tryHarder: true,
    tryRotate: true,
    tryInvert: true,
    tryDownscale: true,
    maxNumberOfSymbols: MAX_SYMBOLS,
  });
  const values = new Map<string, BarcodeValue>();
  for (const symbol of symbols) {
    const value = symbol.text.trim();
    if (!symbol.isValid || value === '') continue;
    values.set(`${symbol.format}:${value}`, { page, format: symbol.format, value });
  }
  return [...values.values()];
}
