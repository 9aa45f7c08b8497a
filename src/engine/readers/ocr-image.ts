// How is a page prepared so that text recognition reads it best?
import sharp from './picture-library.ts';
import { openPageImage } from './render-page.ts';

export interface OcrImageRequest {
  readonly path: string;
  readonly mediaType: string;
  /** 1-based. */
  readonly page: number;
  /** Clockwise turn that makes the text upright. */
  readonly turnDegrees?: 0 | 90 | 180 | 270;
  /** A smaller version, enough to tell which way up the text is. */
  readonly isSketch?: boolean;
}

export interface OcrImage {
  readonly png: Uint8Array;
}

/** Measured (docs/decisions/0007-ocr.md): more gains nothing on clean print; small photos gain from enlarging. */
const PAGE_DPI = 200;
const MIN_LONG_SIDE = 2000;
const MAX_LONG_SIDE = 3500;
const SKETCH_LONG_SIDE = 1400;
const MAX_ENLARGEMENT = 4;
const MAX_PIXELS = 20_000_000;

/** Greyscale on white, turned, with a long side that suits the recogniser. */
export async function prepareOcrImage(request: OcrImageRequest): Promise<OcrImage> {
  const { path, mediaType, page } = request;
  const image = await openPageImage({ path, mediaType, page, dpi: PAGE_DPI, maxPixels: MAX_PIXELS });
  const longSide = Math.max(image.width, image.height);
  const wanted =
    request.isSketch === true ? SKETCH_LONG_SIDE : Math.min(MAX_LONG_SIDE, Math.max(MIN_LONG_SIDE, longSide));
  const factor = Math.min(MAX_ENLARGEMENT, wanted / longSide);
  const { data, info } = await image.pixels
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(Math.max(1, Math.round(image.width * factor)), Math.max(1, Math.round(image.height * factor)), {
      fit: 'fill',
      kernel: 'cubic',
    })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const grey = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const png = await grey
    .rotate(request.turnDegrees ?? 0)
    .png({ compressionLevel: 1 })
    .toBuffer();
  return { png: Uint8Array.from(png) };
}
