// Which one picture stands for a video in a list?
import type { Archive } from '../store/open-archive.ts';
import { loadVideoFrames, readFrame, type VideoFrame } from './frame-store.ts';

const LONG_SIDE = 512;

/** A small WebP of the video's poster; undefined for other documents and for videos without frames. */
export async function makePoster(
  archive: Archive,
  documentId: number,
): Promise<{ bytes: Uint8Array; mediaType: string } | undefined> {
  const row = archive.sqlite
    .prepare<[number], { sha256: string }>(
      "SELECT sha256 FROM document WHERE id = ? AND media_type LIKE 'video/%'",
    )
    .get(documentId);
  if (row === undefined) return undefined;
  const poster = choosePoster(loadVideoFrames(archive, row.sha256)?.frames ?? []);
  const bytes = poster === undefined ? undefined : readFrame(archive, row.sha256, poster.number);
  if (bytes === undefined) return undefined;
  // Loaded when the first picture is made: most starts of the program make none.
  const { default: sharp } = await import('sharp');
  const small = sharp(bytes).resize(LONG_SIDE, LONG_SIDE, { fit: 'inside', withoutEnlargement: true });
  return { bytes: await small.webp({ quality: 78 }).toBuffer(), mediaType: 'image/webp' };
}

/** The first frame that shows something: black and blurred ones compress to far less than the usual. */
export function choosePoster(frames: readonly VideoFrame[]): VideoFrame | undefined {
  const sizes = frames.map((frame) => frame.sizeBytes).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return frames.find((frame) => frame.sizeBytes >= usual * 0.6);
}
