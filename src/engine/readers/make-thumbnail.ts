// What does a document look like at a glance?
import { openPageImage } from './render-page.ts';

export interface ThumbnailRequest {
  readonly path: string;
  readonly mediaType: string;
  /** 1-based; default 1. */
  readonly page?: number;
  /** Long side in pixels; default 512. */
  readonly longSide?: number;
}

export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  readonly mediaType: 'image/webp';
  readonly data: Uint8Array;
}

const DEFAULT_LONG_SIDE = 512;

/** A small WebP of a page, upright, on white. Rejects when there is nothing to draw. */
export async function makeThumbnail(request: ThumbnailRequest): Promise<Thumbnail> {
  const longSide = request.longSide ?? DEFAULT_LONG_SIDE;
  const image = await openPageImage({
    path: request.path,
    mediaType: request.mediaType,
    page: request.page ?? 1,
    dpi: 100,
    maxPixels: longSide * longSide * 4,
  });
  const { data, info } = await image.pixels
    .resize(longSide, longSide, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .webp({ quality: 78 })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, mediaType: 'image/webp', data: Uint8Array.from(data) };
}
