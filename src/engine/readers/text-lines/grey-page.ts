// How does a page of a file become the grey picture in which lines are looked for?
import sharp from '../picture-library.ts';
import { openPageImage } from '../render-page.ts';
import type { GreyImage } from './grey-image.ts';

export interface GreyPageRequest {
  readonly path: string;
  readonly mediaType: string;
  /** 1-based. */
  readonly page: number;
}

/** Measured (docs/decisions/0007-ocr.md): more gains nothing on clean print; small pictures gain from enlarging. */
const PAGE_DPI = 200;
const MIN_LONG_SIDE = 900;
const MAX_LONG_SIDE = 3000;
const MAX_ENLARGEMENT = 4;
const MAX_PIXELS = 20_000_000;
/** A strip thinner than this cannot hold print. */
const LEAST_SIDE = 8;

/** Upright by EXIF, on white, one byte per pixel. Rejects when the page cannot be drawn. */
export async function prepareGreyPage(request: GreyPageRequest): Promise<GreyImage> {
  const image = await openPageImage({ ...request, dpi: PAGE_DPI, maxPixels: MAX_PIXELS });
  const longSide = Math.max(image.width, image.height);
  const factor = Math.min(
    MAX_ENLARGEMENT,
    Math.min(MAX_LONG_SIDE, Math.max(MIN_LONG_SIDE, longSide)) / longSide,
  );
  const { data, info } = await image.pixels
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(
      Math.max(LEAST_SIDE, Math.round(image.width * factor)),
      Math.max(LEAST_SIDE, Math.round(image.height * factor)),
      {
        fit: 'fill',
        kernel: 'cubic',
      },
    )
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: firstChannel(data, info.channels), width: info.width, height: info.height };
}

/** The same picture with other sides. */
export async function shrinkGrey(image: GreyImage, width: number, height: number): Promise<Uint8Array> {
  const raw = { width: image.width, height: image.height, channels: 1 as const };
  const { data, info } = await sharp(image.data, { raw })
    .resize(width, height, { fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return firstChannel(data, info.channels);
}

function firstChannel(data: Buffer, channels: number): Uint8Array {
  if (channels === 1) return Uint8Array.from(data);
  return Uint8Array.from({ length: data.length / channels }, (_, index) => data[index * channels]!);
}
