// How is a whole page searched for text when the model may only see a part of it at a time?
import type { GreyImage } from './grey-image.ts';
import type { LineModels } from './line-models.ts';

/** Looking for text takes about 210 bytes a pixel, all at once; strips of this many pixels keep that below 120 MB. */
const MAX_STRIP_PIXELS = 560_000;
/** Seen by both neighbours of a seam, so that a line on it is seen whole; what each says of it counts to the seam only. */
const MARGIN = 64;
const GRID = 32;

export interface StripSizes {
  readonly maxPixels: number;
  readonly margin: number;
}

/**
 * Probability of text per pixel of `image`, whose sides are multiples of 32: strips across the longer side, one after the
 * other, put together at the seams.
 */
export async function detectInStrips(
  image: GreyImage,
  detect: LineModels['detect'],
  { maxPixels, margin }: StripSizes = { maxPixels: MAX_STRIP_PIXELS, margin: MARGIN },
): Promise<Float32Array> {
  const { width, height } = image;
  if (width * height <= maxPixels) return detect(image);
  const isWide = width > height;
  const [along, across] = isWide ? [width, height] : [height, width];
  const core = chooseCore(along, across, maxPixels, margin);
  const map = new Float32Array(width * height);
  for (let from = 0; from < along; from += core) {
    const to = Math.min(along, from + core);
    const start = Math.max(0, from - margin);
    const end = Math.min(along, to + margin);
    const strip = isWide ? cut(image, start, 0, end, height) : cut(image, 0, start, width, end);
    const part = await detect(strip);
    for (let row = 0; row < strip.height; row += 1) {
      const y = isWide ? row : start + row;
      if (!isWide && (y < from || y >= to)) continue;
      const first = isWide ? from - start : 0;
      const last = isWide ? to - start : width;
      map.set(
        part.subarray(row * strip.width + first, row * strip.width + last),
        y * width + (isWide ? from : 0),
      );
    }
  }
  return map;
}

/** Length of a strip without its margins: as few strips as fit, of equal length. */
function chooseCore(along: number, across: number, maxPixels: number, margin: number): number {
  const longest = Math.max(GRID, Math.floor(maxPixels / across / GRID) * GRID - 2 * margin);
  const count = Math.ceil(along / longest);
  return Math.ceil(along / count / GRID) * GRID;
}

function cut(image: GreyImage, left: number, top: number, right: number, bottom: number): GreyImage {
  const width = right - left;
  const height = bottom - top;
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const at = (top + row) * image.width + left;
    data.set(image.data.subarray(at, at + width), row * width);
  }
  return { data, width, height };
}
