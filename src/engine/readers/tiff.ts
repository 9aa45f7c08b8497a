// What does a TIFF show that sharp misreads: floating point, 12 and 32 bits, separate tiles, zstd, right-justified scans?
import { closeSync, openSync } from 'node:fs';
import type { RgbImage } from './bmp.ts';
import { canDecompress, readBlock } from './tiff-blocks.ts';
import { openTiffFile, PHOTOMETRIC, readTiffLayout, type TiffFile, type TiffLayout } from './tiff-layout.ts';
import { type BlockPlace, readSamples, toRgb, type ValueScale } from './tiff-samples.ts';

export interface TiffImage extends RgbImage {
  /** EXIF orientation: the pixels are as stored. */
  readonly orientation: number;
  /** Set when values were spread to be seen at all. */
  readonly isBrightened: boolean;
}

const MAX_PIXELS = 60_000_000;
/** A block is held as numbers: 160 MB at most. */
const MAX_BLOCK_SAMPLES = 40_000_000;
/** Compressions that libvips as shipped with sharp decodes. */
const SHARP_COMPRESSIONS = new Set([1, 2, 3, 4, 5, 6, 7, 8, 32_773, 32_946, 50_001]);
/** A picture whose brightest value is below this share of white looks black to everyone. */
const DARK_SHARE = 1 / 16;
/** More pages than an exhibit may have: enough to say that it is too long. */
const MAX_COUNTED_PAGES = 1000;

/**
 * The pixels of page `page` (0-based) when sharp would get them wrong; undefined when sharp reads them well, or when
 * this file is beyond both. Throws when the page is damaged.
 */
export function decodeTiff(path: string, page: number): TiffImage | undefined {
  return withTiff(path, (file) => decodePage(file, page));
}

function withTiff<Value>(path: string, work: (file: TiffFile) => Value): Value {
  const handle = openSync(path, 'r');
  try {
    return work(openTiffFile(handle));
  } finally {
    closeSync(handle);
  }
}

function decodePage(file: TiffFile, page: number): TiffImage | undefined {
  const layout = readTiffLayout(file, page);
  if (layout === undefined || !canDecompress(layout) || !isBounded(layout)) return undefined;
  const isSure = isMisread(layout);
  const mayBeDark = layout.bits > 8 && canBeDark(layout);
  if (!isSure && !mayBeDark) return undefined;
  // A picture that sharp reads well is left as soon as one value is bright enough to be seen.
  const enough = isSure ? Number.POSITIVE_INFINITY : (2 ** layout.bits - 1) * DARK_SHARE;
  const scale = chooseScale(layout, layout.bits > 8 ? measureRange(file, layout, enough) : undefined);
  if (!isSure && !scale.isBrightened) return undefined;
  const rgb = Buffer.alloc(layout.width * layout.height * 3, 255);
  const colours = colourSamples(layout);
  eachBlock(file, layout, (planes, place) => {
    toRgb(layout, planes, place, colours, scale, rgb);
    return false;
  });
  const { width, height, orientation } = layout;
  return { width, height, rgb, orientation, isBrightened: scale.isBrightened };
}

function isBounded({ width, height, samples, blockWidth, blockHeight }: TiffLayout): boolean {
  return width * height <= MAX_PIXELS && blockWidth * blockHeight * samples <= MAX_BLOCK_SAMPLES;
}

/** True for a compression that nothing here undoes (LZMA, JBIG …): sharp would show a blank page. */
export function isForeignTiff(path: string, page: number): boolean {
  const layout = withTiff(path, (file) => readTiffLayout(file, page));
  return layout !== undefined && !SHARP_COMPRESSIONS.has(layout.compression) && !canDecompress(layout);
}

/** Size and number of pages by the file's own word, or undefined when it is no TIFF. */
export function readTiffSize(path: string): { width: number; height: number; pages: number } | undefined {
  return withTiff(path, (file) => {
    const layout = readTiffLayout(file, 0);
    if (layout === undefined) return undefined;
    let pages = 1;
    while (pages < MAX_COUNTED_PAGES && readTiffLayout(file, pages) !== undefined) pages += 1;
    return { width: layout.width, height: layout.height, pages };
  });
}

/** Measured against sharp 0.35 with libvips 8.18: everything else comes out as other viewers show it. */
function isMisread(layout: TiffLayout): boolean {
  const { bits, samples, sampleFormat, photometric, compression } = layout;
  const colours = colourSamples(layout);
  if (colours === 0) return false;
  if (compression === 50_000 || (layout.isPlanar && layout.isTiled)) return true;
  if (sampleFormat === 3) return colours === 1 || bits === 64 || bits === 24;
  if (sampleFormat !== 1) return bits !== 1;
  if (bits > 16 || (bits > 8 && bits < 16)) return true;
  if (photometric === PHOTOMETRIC.ycbcr) return true;
  if (photometric === PHOTOMETRIC.cieLab) return bits === 8 || samples > 3;
  if (photometric === PHOTOMETRIC.whiteIsZero && samples > 1) return true;
  if (bits < 8 && samples > 1) return true;
  return photometric === PHOTOMETRIC.cmyk && samples > 4;
}

function canBeDark({ photometric, sampleFormat }: TiffLayout): boolean {
  return sampleFormat === 1 && (photometric === PHOTOMETRIC.blackIsZero || photometric === PHOTOMETRIC.rgb);
}

/** How many samples make the colour; 0 for an interpretation that is not read here. */
function colourSamples({ photometric, samples }: TiffLayout): number {
  const wanted: Readonly<Record<number, number>> = {
    [PHOTOMETRIC.whiteIsZero]: 1,
    [PHOTOMETRIC.blackIsZero]: 1,
    [PHOTOMETRIC.palette]: 1,
    [PHOTOMETRIC.rgb]: 3,
    [PHOTOMETRIC.ycbcr]: 3,
    [PHOTOMETRIC.cieLab]: 3,
    [PHOTOMETRIC.cmyk]: 4,
  };
  const count = wanted[photometric] ?? 0;
  return samples >= count ? count : 0;
}

interface ValueRange {
  readonly min: number;
  readonly max: number;
}

function chooseScale(
  { bits, sampleFormat, photometric }: TiffLayout,
  range: ValueRange | undefined,
): ValueScale {
  if (sampleFormat === 3) {
    if (range === undefined || (range.min >= 0 && range.max <= 1))
      return { black: 0, white: 1, isBrightened: false };
    if (range.min >= 0 && range.max <= 255) return { black: 0, white: 255, isBrightened: false };
    return { black: range.min, white: range.max, isBrightened: true };
  }
  const white = 2 ** bits - 1;
  const isGreyOrRgb = photometric === PHOTOMETRIC.blackIsZero || photometric === PHOTOMETRIC.rgb;
  if (sampleFormat === 2) {
    const half = 2 ** (bits - 1);
    if (range !== undefined && range.min >= 0 && range.max > 0)
      return { black: 0, white: Math.min(range.max, half - 1), isBrightened: range.max < half * DARK_SHARE };
    return { black: -half, white: half - 1, isBrightened: false };
  }
  const isDark = isGreyOrRgb && range !== undefined && range.max > 0 && range.max < white * DARK_SHARE;
  return isDark
    ? { black: 0, white: range.max, isBrightened: true }
    : { black: 0, white, isBrightened: false };
}

/** Stops reading when a value reaches `enough`. */
function measureRange(file: TiffFile, layout: TiffLayout, enough: number): ValueRange {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  const colours = colourSamples(layout);
  const step = layout.isPlanar ? 1 : layout.samples;
  const perPixel = layout.isPlanar ? 1 : colours;
  eachBlock(file, layout, (planes, { rows, columns }) => {
    for (const plane of planes.slice(0, layout.isPlanar ? colours : 1)) {
      for (let row = 0; row < rows; row += 1) {
        const from = row * layout.blockWidth * step;
        for (let column = 0; column < columns; column += 1) {
          for (let sample = 0; sample < perPixel; sample += 1) {
            const value = plane[from + column * step + sample]!;
            if (value < min) min = value;
            if (value > max) max = value;
          }
        }
      }
    }
    return max >= enough;
  });
  return Number.isFinite(min) ? { min, max } : { min: 0, max: 1 };
}

/** Gets one array of samples, or one per plane; returning true ends the reading. */
type BlockWork = (planes: readonly Float32Array[], place: BlockPlace) => boolean;

/** Hands over every strip or tile in reading order. */
function eachBlock(file: TiffFile, layout: TiffLayout, work: BlockWork): void {
  const { width, height, blockWidth, blockHeight } = layout;
  const across = Math.ceil(width / blockWidth);
  const down = Math.ceil(height / blockHeight);
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      const left = column * blockWidth;
      const top = row * blockHeight;
      const rows = Math.min(blockHeight, height - top);
      const planes = Array.from({ length: layout.isPlanar ? layout.samples : 1 }, (_, plane) => {
        const index = plane * across * down + row * across + column;
        return readSamples(layout, layout.isTiled ? blockHeight : rows, (bytes) =>
          readBlock(file, layout, index, bytes),
        );
      });
      if (work(planes, { left, top, rows, columns: Math.min(blockWidth, width - left) }) === true) return;
    }
  }
}
