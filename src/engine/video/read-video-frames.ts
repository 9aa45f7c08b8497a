// What do the frames of a video show that is looked at once and not stored?
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BarcodeValue, PageText, ReadResult } from '../../domain/reading.ts';
import type { SlowReader } from '../intake/slow-pass.ts';
import { takeFramesByFfmpeg } from './ffmpeg-frames.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';
import type { NoFramesCode } from './frame-store.ts';

export type VideoReading =
  | { readonly ok: true; readonly read: ReadResult }
  | { readonly ok: false; readonly code: NoFramesCode };

/**
 * Takes frames as the archive does and reads text and codes in each: frame n is page n. Nothing is left in
 * `scratchDir`, which is made and removed here. Rejects only when `signal` aborts.
 */
export async function readVideoFrames(
  request: {
    readonly ffmpeg: Ffmpeg;
    readonly path: string;
    readonly read: ReadResult;
    readonly scratchDir: string;
    readonly signal: AbortSignal;
  },
  reader: SlowReader,
): Promise<VideoReading> {
  const { ffmpeg, path, read, scratchDir, signal } = request;
  const taken = await takeFramesByFfmpeg({
    ffmpeg,
    path,
    durationSeconds: read.media.durationSeconds,
    scratchDir: join(scratchDir, 'shots'),
    signal,
  });
  if (!taken.ok) return taken;
  const pages: PageText[] = [];
  const barcodes: BarcodeValue[] = [];
  try {
    mkdirSync(scratchDir, { recursive: true, mode: 0o700 });
    for (const [index, frame] of taken.frames.entries()) {
      const page = index + 1;
      const picture = join(scratchDir, `frame-${page}.jpg`);
      writeFileSync(picture, frame.bytes);
      // A frame that can't be read costs its own text only.
      const found = await reader
        .readPage({ path: picture, mediaType: 'image/jpeg', page: 1 }, signal)
        .catch(() => undefined);
      signal.throwIfAborted();
      if (found === undefined) continue;
      barcodes.push(...found.barcodes.map((barcode) => ({ ...barcode, page })));
      const text = found.text.trim();
      if (text !== '') pages.push({ page, text, source: 'ocr', confidence: found.confidence });
    }
  } finally {
    rmSync(scratchDir, { recursive: true, force: true });
  }
  const frameSeconds = taken.frames.map((frame) => frame.atSeconds);
  return { ok: true, read: { ...read, pages, barcodes, properties: { ...read.properties, frameSeconds } } };
}
