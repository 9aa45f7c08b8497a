// What facts does a picture carry: size, orientation, capture time and place, camera, frames?

import type { MediaFacts } from '../../domain/reading.ts';
import { signImage } from '../../domain/text/resemblance.ts';
import { decodeBmp } from './bmp.ts';
import { decodeHeic, readHeicSize } from './heic.ts';
import { readExifFacts } from './image-exif.ts';
import { readImageHeader } from './image-header.ts';
import { MEDIA } from './media-types.ts';
import sharp, { type Metadata } from './picture-library.ts';
import type { ReadDraft } from './read-draft.ts';
import { decodeTiff, readTiffSize } from './tiff.ts';

/** Pictures with more pixels than this are never decoded (a decompression bomb may claim any size). */
export const MAX_IMAGE_PIXELS = 268_000_000;

export async function readImage(draft: ReadDraft, mediaType: string): Promise<void> {
  const { path } = draft.request;
  const size = await readSize(draft, mediaType);
  const exif = await readExifFacts(path);
  draft.media = { ...withoutUndefined(exif), ...withoutUndefined(size) };
  if (draft.media.width === undefined && exif.width !== undefined) {
    draft.media = {
      ...draft.media,
      width: exif.width,
      ...(exif.height === undefined ? {} : { height: exif.height }),
    };
  }
  draft.pageCount = draft.media.frameCount ?? 1;
  if (draft.problems.some((problem) => problem.code === 'DAMAGED')) return;
  const pixels = (draft.media.width ?? 0) * (draft.media.height ?? 0);
  if (pixels > MAX_IMAGE_PIXELS)
    draft.addProblem('TOO_LARGE', `${draft.media.width}×${draft.media.height} pixels`);
  else if (!draft.problems.some((problem) => problem.code === 'NO_PREVIEW')) {
    draft.pagesWithoutText.push(
      ...Array.from({ length: Math.min(draft.pageCount, 200) }, (_, index) => index + 1),
    );
  }
}

async function readSize(draft: ReadDraft, mediaType: string): Promise<MediaFacts> {
  const { path } = draft.request;
  let pictureSign: string | undefined;
  if (mediaType === MEDIA.tiff) {
    const facts = await readMisreadTiff(path);
    if (facts !== undefined) return facts;
  }
  try {
    const metadata = await sharp(path, { limitInputPixels: false, failOn: 'none' }).metadata();
    if (isHeic(mediaType)) await checkHeic(draft, path, metadata);
    else pictureSign = await checkDecodes(draft, path, metadata);
    return {
      ...(pictureSign === undefined ? {} : { pictureSign }),
      width: metadata.width,
      height: metadata.pageHeight ?? metadata.height,
      ...(metadata.orientation === undefined ? {} : { orientation: metadata.orientation }),
      frameCount: isSequence(mediaType, metadata) ? metadata.pages : undefined,
    };
  } catch (error) {
    const heic = isHeic(mediaType) ? await readHeicSize(path) : undefined;
    if (heic !== undefined) return heic;
    const bitmap = mediaType === MEDIA.bmp ? readBmpSize(path) : undefined;
    if (bitmap !== undefined) return bitmap;
    const header = readImageHeader(path, mediaType);
    if (header !== undefined) {
      draft.addProblem('NO_PREVIEW', `no decoder for ${mediaType}`);
      return header;
    }
    const detail = error instanceof Error ? firstLine(error.message) : undefined;
    const isForeign = /not supported|not configured|not a whole number/i.test(detail ?? '');
    draft.addProblem(isDecodable(mediaType) && !isForeign ? 'DAMAGED' : 'NO_PREVIEW', detail);
    return {};
  }
}

/** Facts of a TIFF that sharp would read as black, or not at all; undefined when sharp reads it, or its pixels are damaged. */
async function readMisreadTiff(path: string): Promise<MediaFacts | undefined> {
  try {
    const tiff = decodeTiff(path, 0);
    if (tiff === undefined) return undefined;
    const pages = readTiffSize(path)?.pages ?? 1;
    const { width, height, orientation } = tiff;
    const { data, info } = await sharp(tiff.rgb, { raw: { width, height, channels: 3 } })
      .resize(64, 64, { fit: 'inside' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pictureSign = signImage(readGrey(data, info.channels), info.width, info.height);
    return {
      ...(pictureSign === undefined ? {} : { pictureSign }),
      width,
      height,
      orientation,
      ...(pages > 1 ? { frameCount: pages } : {}),
    };
  } catch {
    return undefined;
  }
}

/** Size of a bitmap that can be drawn. */
function readBmpSize(path: string): MediaFacts | undefined {
  try {
    const { width, height } = decodeBmp(path);
    return { width, height };
  } catch {
    return undefined;
  }
}

function isHeic(mediaType: string): boolean {
  return mediaType === MEDIA.heic || mediaType === MEDIA.heif;
}

/** Small HEIC pictures are decoded as a check; large ones take a second and more, so only their structure is. */
const HEIC_CHECK_PIXELS = 2_000_000;

async function checkHeic(draft: ReadDraft, path: string, metadata: Metadata): Promise<void> {
  try {
    const pixels = (metadata.width ?? 0) * (metadata.height ?? 0);
    if (pixels <= HEIC_CHECK_PIXELS) await decodeHeic(path);
    else if ((await readHeicSize(path)) === undefined) throw new Error('no picture in it');
  } catch (error) {
    draft.addProblem('DAMAGED', error instanceof Error ? firstLine(error.message) : undefined);
  }
}

/** Animated GIF, WebP and multi-page TIFF; a HEIC's "pages" are only its auxiliary pictures. */
function isSequence(mediaType: string, metadata: Metadata): boolean {
  const kinds: readonly string[] = [MEDIA.gif, MEDIA.webp, MEDIA.tiff];
  return (metadata.pages ?? 1) > 1 && kinds.includes(mediaType);
}

/** Types that sharp's prebuilt libvips decodes: failing on them means damage, not a missing decoder. */
function isDecodable(mediaType: string): boolean {
  const types: readonly string[] = [MEDIA.jpeg, MEDIA.png, MEDIA.gif, MEDIA.webp, MEDIA.tiff, MEDIA.avif];
  return types.includes(mediaType);
}

const DECODE_SECONDS = 15;

/** Decodes once at a small size: a header may be sound while the pixels are not. Gives what the picture is compared by. */
async function checkDecodes(draft: ReadDraft, path: string, metadata: Metadata): Promise<string | undefined> {
  const pixels = (metadata.width ?? 0) * (metadata.height ?? 0);
  if (pixels > MAX_IMAGE_PIXELS) return undefined;
  try {
    const { data, info } = await sharp(path, {
      limitInputPixels: MAX_IMAGE_PIXELS,
      failOn: 'error',
      sequentialRead: true,
    })
      .timeout({ seconds: DECODE_SECONDS })
      .resize(64, 64, { fit: 'inside' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return signImage(readGrey(data, info.channels), info.width, info.height);
  } catch (error) {
    const detail = error instanceof Error ? firstLine(error.message) : undefined;
    // A compression that the decoder was built without "decodes" leniently too: to a blank page.
    const isForeign = /not supported|not configured/i.test(detail ?? '');
    const isUsable = !isForeign && (await decodesLeniently(path));
    draft.addProblem(isUsable ? 'DAMAGED_PARTLY' : isForeign ? 'NO_PREVIEW' : 'DAMAGED', detail);
    return undefined;
  }
}

/** Green stands for brightness; what is transparent shows paper. */
function readGrey(data: Buffer, channels: number): Uint8Array {
  const grey = new Uint8Array(data.length / channels);
  const hasAlpha = channels === 2 || channels === 4;
  const offset = channels >= 3 ? 1 : 0;
  for (let index = 0; index < grey.length; index += 1) {
    const at = index * channels;
    const opacity = hasAlpha ? data[at + channels - 1]! / 255 : 1;
    grey[index] = 255 - (255 - data[at + offset]!) * opacity;
  }
  return grey;
}

async function decodesLeniently(path: string): Promise<boolean> {
  try {
    await sharp(path, { limitInputPixels: MAX_IMAGE_PIXELS, failOn: 'none' })
      .timeout({ seconds: DECODE_SECONDS })
      .resize(64, 64, { fit: 'inside' })
      .raw()
      .toBuffer();
    return true;
  } catch {
    return false;
  }
}

/** Library messages may name the path on their first line; only what stands after the last colon is ours to keep. */
function firstLine(message: string): string {
  return message.split('\n')[0]!.replace(/\/\S+/g, '…').slice(0, 160);
}

function withoutUndefined(facts: MediaFacts): MediaFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
