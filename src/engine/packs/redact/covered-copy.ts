// How is a copy made in which the covered places are gone, not merely hidden?
import { createHash } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { CasebinderError } from '../../../domain/errors.ts';
import type { RedactionBox } from '../../store/schema/cases.ts';
import { isPhoto } from '../book/draw-exhibit.ts';
import { rasterPdfPages } from '../book/pdf-as-images.ts';
import { countFrames, rasterPhoto } from '../book/photo-raster.ts';
import { pixelsOf } from './box-pixels.ts';
import { checkCoveredCopy } from './check-covered.ts';

export interface CoveredCopy {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: 'application/pdf' | 'image/jpeg';
  readonly pages: number;
}

/** Small print stays readable at 200 dpi. */
const PAGE_DPI = 200;
const MAX_PAGES = 300;
const PHOTO_SIDE = 6000;
/** Near black, so that a reader sees "covered" and not a hole in the paper. */
const COVER = { r: 16, g: 20, b: 26 } as const;

/** True for files on which boxes can be drawn. */
export function canCover(mediaType: string): boolean {
  return mediaType === 'application/pdf' || isPhoto(mediaType);
}

/**
 * Writes a covered copy of `path` to `target`. A PDF becomes pictures of all its pages: text, layers, attachments,
 * comments and metadata of the source cannot come along, on covered pages or elsewhere. A photo loses its EXIF and
 * everything else but its pixels. The copy is then opened by another engine and must hold no text, no metadata, and
 * nothing but the cover colour inside the boxes.
 * @throws CasebinderError REDACTION_UNSUPPORTED, REDACTION_NOT_VERIFIED, CANCELLED
 */
export async function writeCoveredCopy(
  path: string,
  mediaType: string,
  boxes: readonly RedactionBox[],
  target: string,
  signal?: AbortSignal,
): Promise<CoveredCopy> {
  if (!canCover(mediaType)) throw new CasebinderError('REDACTION_UNSUPPORTED', { type: mediaType });
  const frames = await countFrames(path, mediaType).catch(() => 1);
  const made =
    mediaType === 'application/pdf' || frames > 1
      ? await coverPages(path, mediaType, frames, boxes, signal)
      : await coverPhoto(path, mediaType, boxes);
  const temp = `${target}.tmp`;
  await writeFile(temp, made.bytes, { mode: 0o600 });
  try {
    const problems = await checkCoveredCopy(temp, made.mediaType, made.pages, boxes, COVER);
    if (problems.length > 0)
      throw new CasebinderError('REDACTION_NOT_VERIFIED', { detail: problems.slice(0, 3).join('; ') });
    await rename(temp, target);
  } catch (error) {
    await rm(temp, { force: true });
    throw error;
  }
  return {
    sha256: createHash('sha256').update(made.bytes).digest('hex'),
    sizeBytes: made.bytes.length,
    mediaType: made.mediaType,
    pages: made.pages,
  };
}

interface Made {
  readonly bytes: Uint8Array;
  readonly mediaType: 'application/pdf' | 'image/jpeg';
  readonly pages: number;
}

async function coverPhoto(path: string, mediaType: string, boxes: readonly RedactionBox[]): Promise<Made> {
  const raster = await rasterPhoto(path, mediaType, 0, PHOTO_SIDE);
  return { bytes: await burn(raster.jpeg, boxes, 1), mediaType: 'image/jpeg', pages: 1 };
}

async function coverPages(
  path: string,
  mediaType: string,
  frames: number,
  boxes: readonly RedactionBox[],
  signal: AbortSignal | undefined,
): Promise<Made> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  let page = 0;
  const add = async (jpeg: Uint8Array, dpi: number): Promise<void> => {
    if (signal?.aborted === true) throw new CasebinderError('CANCELLED');
    page += 1;
    const image = await doc.embedJpg(await burn(jpeg, boxes, page));
    const [width, height] = [(image.width * 72) / dpi, (image.height * 72) / dpi];
    doc.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
    await image.embed();
  };
  if (mediaType === 'application/pdf') {
    const raster = await rasterPdfPages(path, { dpi: PAGE_DPI, maxPages: MAX_PAGES });
    if (raster.state !== 'open')
      throw new CasebinderError('REDACTION_UNSUPPORTED', { type: `PDF, ${raster.state}` });
    for await (const frame of raster.frames) await add(frame.jpeg, PAGE_DPI);
  } else {
    for (let frame = 0; frame < frames; frame += 1)
      await add((await rasterPhoto(path, mediaType, frame, 4000)).jpeg, PAGE_DPI);
  }
  doc.setProducer('Casebinder');
  const bytes = await doc.save({ useObjectStreams: true, updateFieldAppearances: false });
  return { bytes, mediaType: 'application/pdf', pages: page };
}

/** Re-encodes the picture with the boxes of `page` filled. Nothing but pixels is carried over. */
async function burn(jpeg: Uint8Array, boxes: readonly RedactionBox[], page: number): Promise<Buffer> {
  const { data, info } = await sharp(jpeg)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const box of boxes.filter((one) => one.page === page)) {
    const { left, top, right, bottom } = pixelsOf(box, info.width, info.height);
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) {
        const at = (y * info.width + x) * info.channels;
        data[at] = COVER.r;
        data[at + 1] = COVER.g;
        data[at + 2] = COVER.b;
      }
    }
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .jpeg({ quality: 86, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
