// How does a picture of any format become a JPEG for the book: upright, at most 1600 px, on white?
import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { decodeBmp } from '../../readers/bmp.ts';
import { decodeHeic } from '../../readers/heic.ts';
import { decodeTiff, isForeignTiff, readTiffSize } from '../../readers/tiff.ts';
import { orientPixels } from '../../readers/tiff-orientation.ts';
import { PHOTO_LONG_SIDE } from './theme.ts';

export interface PhotoRaster {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Pixel size of the original as seen upright. */
  readonly originalWidth: number;
  readonly originalHeight: number;
  /** The original is too dark to be seen; its values were spread. */
  readonly isBrightened?: true;
}

/** A 100-megapixel scan is honest; more is taken for a bomb. */
const MAX_PIXELS = 200_000_000;

/** Frames of a picture (multi-page TIFF, animated GIF count as one). Throws when it cannot be decoded. */
export async function countFrames(path: string, mediaType: string): Promise<number> {
  if (mediaType !== 'image/tiff') return 1;
  try {
    const { pages } = await sharp(path, { limitInputPixels: MAX_PIXELS }).metadata();
    return pages ?? 1;
  } catch (error) {
    const size = readTiffSize(path);
    if (size === undefined) throw error;
    return size.pages;
  }
}

/** Decodes frame `frame` (0-based) of the picture at `path`. Throws when it cannot be decoded. */
export async function rasterPhoto(
  path: string,
  mediaType: string,
  frame = 0,
  longSide: number = PHOTO_LONG_SIDE,
): Promise<PhotoRaster> {
  if (/heic|heif/.test(mediaType)) return rasterHeic(path, longSide);
  if (mediaType === 'image/bmp') return rasterBmp(path, longSide);
  if (mediaType === 'image/tiff') {
    const tiff = decodeTiff(path, frame);
    if (tiff !== undefined) {
      const { pixels, width, height } = orientPixels(tiff);
      const raster = await finish(pixels, longSide, true, width, height);
      return tiff.isBrightened ? { ...raster, isBrightened: true } : raster;
    }
    if (isForeignTiff(path, frame)) throw new Error('unsupported image format');
  }
  const source = sharp(path, { limitInputPixels: MAX_PIXELS, page: frame, failOn: 'error' });
  const facts = await source.metadata();
  const turned = (facts.orientation ?? 1) >= 5;
  const originalWidth = turned ? facts.height : facts.width;
  const originalHeight = turned ? facts.width : facts.height;
  const isPlainJpeg =
    facts.format === 'jpeg' &&
    facts.channels === 3 &&
    facts.space === 'srgb' &&
    (facts.orientation ?? 1) === 1;
  // Small JPEGs without a flaw go in as they are: no generation loss, no work.
  if (isPlainJpeg && Math.max(facts.width, facts.height) <= longSide && (await decodesCleanly(path))) {
    const jpeg = await readFile(path);
    return { jpeg, width: facts.width, height: facts.height, originalWidth, originalHeight };
  }
  const lossless = facts.format !== 'jpeg';
  return finish(source.rotate(), longSide, lossless, originalWidth, originalHeight);
}

async function decodesCleanly(path: string): Promise<boolean> {
  return sharp(path, { failOn: 'warning' })
    .stats()
    .then(
      () => true,
      () => false,
    );
}

async function finish(
  image: Sharp,
  longSide: number,
  lossless: boolean,
  originalWidth: number,
  originalHeight: number,
): Promise<PhotoRaster> {
  const { data, info } = await image
    .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: lossless ? 88 : 80, chromaSubsampling: lossless ? '4:4:4' : '4:2:0' })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, width: info.width, height: info.height, originalWidth, originalHeight };
}

/** sharp's binaries hold no HEVC decoder; libheif's WASM build does. It applies the rotation of the container itself. */
async function rasterHeic(path: string, longSide: number): Promise<PhotoRaster> {
  const { width, height, rgba } = await decodeHeic(path);
  const raw = sharp(Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength), {
    raw: { width, height, channels: 4 },
  });
  return finish(raw, longSide, false, width, height);
}

async function rasterBmp(path: string, longSide: number): Promise<PhotoRaster> {
  const { width, height, rgb } = decodeBmp(path);
  return finish(sharp(rgb, { raw: { width, height, channels: 3 } }), longSide, true, width, height);
}
