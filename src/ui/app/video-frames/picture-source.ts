// What must a decoder in the page be able to do, so that frames can be taken from it?
import type { FrameDecoder } from '../../../domain/video-frames.ts';

export type Drawable = HTMLCanvasElement | OffscreenCanvas | HTMLVideoElement;

export interface Picture {
  /** When the picture begins, in seconds from the start of the video. */
  readonly atSeconds: number;
  readonly image: Drawable;
}

/** An opened video. Sizes and length are those of the decoder, not of the container's claims. */
export interface PictureSource {
  readonly decoder: FrameDecoder;
  readonly durationSeconds: number;
  readonly width: number;
  readonly height: number;
  /** Pictures at rising moments, drawn at this size; a moment without a picture is passed over. */
  pictures(moments: readonly number[], size: { width: number; height: number }): AsyncIterable<Picture>;
  close(): void;
}

/** Which Chromium (or other browser) decodes: what it can open differs. */
export function nameBrowser(): string {
  const match = /(Chrome|Firefox|Version)\/(\d+)/.exec(navigator.userAgent);
  return match === null ? 'browser' : `${match[1]?.toLowerCase()}.${match[2]}`;
}
