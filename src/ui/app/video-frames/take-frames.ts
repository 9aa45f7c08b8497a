// Which pictures of a video does the page keep, evenly and where the scene changes, within fixed bounds?
import {
  chooseMoments,
  FRAME_LIMITS,
  type FrameDecoder,
  type FrameMoment,
  planEvenMoments,
} from '../../../domain/video-frames.ts';
import { openByElement } from './element-pictures.ts';
import { openByMediabunny } from './mediabunny-pictures.ts';
import type { Drawable, PictureSource } from './picture-source.ts';

export interface TakenFrame extends FrameMoment {
  readonly jpeg: Blob;
}

export type TakenFrames =
  | { readonly ok: true; readonly decoder: FrameDecoder; readonly frames: readonly TakenFrame[] }
  | { readonly ok: false; readonly code: 'undecodable' | 'tooSlow' };

const TIME_LIMIT_MS = 60_000;
/** A small look at the video, twice a second and never more than this many pictures. */
const MAX_LOOKS = 90;
const LOOK = { width: 32, height: 18 };
/** Mean change of brightness between two looks, of 255, that makes a new scene. */
const SCENE_CHANGE = 24;
const JPEG_QUALITY = 0.82;
const SMALLER_QUALITY = 0.5;

/** Takes the frames of the video at `url`. Never rejects; what was taken when the time is up is kept. */
export async function takeFrames(url: string): Promise<TakenFrames> {
  const endsAtMs = performance.now() + TIME_LIMIT_MS;
  let code: 'undecodable' | 'tooSlow' = 'undecodable';
  for (const open of [openByMediabunny, openByElement]) {
    const source = await withinTime(open(url), endsAtMs).catch(() => null);
    if (source === null) continue;
    const frames: TakenFrame[] = [];
    try {
      await withinTime(keepFrames(source, frames, endsAtMs), endsAtMs);
    } catch {
      // Damaged in the middle, or too slow: the frames before it are true.
    } finally {
      source.close();
    }
    if (frames.length > 0) return { ok: true, decoder: source.decoder, frames };
    if (performance.now() >= endsAtMs) code = 'tooSlow';
  }
  return { ok: false, code };
}

async function keepFrames(source: PictureSource, frames: TakenFrame[], endsAtMs: number): Promise<void> {
  const { durationSeconds } = source;
  const scenes = await findScenes(source, endsAtMs);
  const moments = chooseMoments(planEvenMoments(durationSeconds), scenes);
  const size = fitFrame(source.width, source.height);
  const canvas = new OffscreenCanvas(size.width, size.height);
  const pen = canvas.getContext('2d', { alpha: false });
  if (pen === null) return;
  let index = 0;
  let totalBytes = 0;
  for await (const picture of source.pictures(
    moments.map((moment) => moment.atSeconds),
    size,
  )) {
    const reason = moments[index++]?.reason ?? 'even';
    const atSeconds = Math.round(picture.atSeconds * 1000) / 1000;
    if (atSeconds <= (frames.at(-1)?.atSeconds ?? -1)) continue;
    pen.drawImage(picture.image as CanvasImageSource, 0, 0, size.width, size.height);
    const jpeg = await encode(canvas);
    totalBytes += jpeg.size;
    if (jpeg.size > FRAME_LIMITS.maxFrameBytes) continue;
    if (totalBytes > FRAME_LIMITS.maxTotalBytes || performance.now() > endsAtMs) return;
    frames.push({ atSeconds, reason, jpeg });
  }
}

async function encode(canvas: OffscreenCanvas): Promise<Blob> {
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  if (jpeg.size <= FRAME_LIMITS.maxTotalBytes / FRAME_LIMITS.maxFrames) return jpeg;
  return canvas.convertToBlob({ type: 'image/jpeg', quality: SMALLER_QUALITY });
}

/** Moments whose picture differs much from the one looked at before. A third of the time is enough for it. */
async function findScenes(source: PictureSource, endsAtMs: number): Promise<number[]> {
  const stopAtMs = performance.now() + (endsAtMs - performance.now()) / 3;
  const seconds = Math.min(source.durationSeconds, FRAME_LIMITS.maxDurationSeconds);
  const count = Math.min(MAX_LOOKS, Math.max(1, Math.ceil(seconds * 2)));
  const moments = Array.from({ length: count }, (_, index) => (index * seconds) / count);
  const canvas = new OffscreenCanvas(LOOK.width, LOOK.height);
  const pen = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  const scenes: number[] = [];
  let before: Uint8Array | undefined;
  for await (const picture of source.pictures(moments, LOOK)) {
    if (pen === null || performance.now() > stopAtMs) break;
    const now = readBrightness(pen, picture.image);
    if (before !== undefined && meanChange(before, now) > SCENE_CHANGE)
      scenes.push(Math.round(picture.atSeconds * 1000) / 1000);
    before = now;
  }
  return scenes;
}

function readBrightness(pen: OffscreenCanvasRenderingContext2D, image: Drawable): Uint8Array {
  pen.drawImage(image as CanvasImageSource, 0, 0, LOOK.width, LOOK.height);
  const { data } = pen.getImageData(0, 0, LOOK.width, LOOK.height);
  return Uint8Array.from({ length: data.length / 4 }, (_, pixel) => {
    const at = pixel * 4;
    return 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);
  });
}

function meanChange(one: Uint8Array, other: Uint8Array): number {
  let sum = 0;
  for (const [index, value] of one.entries()) sum += Math.abs(value - (other[index] ?? 0));
  return sum / Math.max(1, one.length);
}

function fitFrame(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, FRAME_LIMITS.longSidePx / Math.max(1, width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function withinTime<T>(work: Promise<T>, endsAtMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too slow')), Math.max(0, endsAtMs - performance.now()));
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
