// How does the sample get a real, short packing video whose label can be read, without any encoder binary?
import sharp from 'sharp';
import type { Carton } from './draw-scenes.ts';
import { rasterizePdf } from './rasterize-paper.ts';
import { composeScene, drawTextStrip, type Sticker } from './render-photos.ts';
import { extractVp8Frame, writeWebm } from './write-webm.ts';

const WIDTH = 960;
const HEIGHT = 540;
const BIG = { width: 1920, height: 1080 };
const FRAMES_PER_SECOND = 5;
const SECONDS = 9;

export interface VideoOptions {
  readonly key: string;
  readonly productKey: string;
  /** The label or sticker that the camera moves to. */
  readonly label: Sticker;
  readonly crushed?: boolean;
  /** Lines burnt into the picture below the clock. */
  readonly captions: readonly string[];
  /** ISO date and start second of day (UTC+8) of the recording. */
  readonly date: string;
  readonly startSecond: number;
  readonly title: string;
  readonly signal?: AbortSignal | undefined;
}

interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function blend(from: Crop, to: Crop, t: number): Crop {
  const ease = t * t * (3 - 2 * t);
  const mix = (a: number, b: number): number => Math.round(a + (b - a) * ease);
  return {
    left: mix(from.left, to.left),
    top: mix(from.top, to.top),
    width: mix(from.width, to.width),
    height: mix(from.height, to.height),
  };
}

function writeClock(date: string, second: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date} ${pad(Math.floor(second / 3600))}:${pad(Math.floor(second / 60) % 60)}:${pad(second % 60)}`;
}

/** Renders nine seconds: the item beside the open carton, the item inside, the closed carton, the label close up. */
export async function renderPackingVideo(options: VideoOptions): Promise<Uint8Array> {
  const carton: Carton = { x: 620, y: 250, width: 760, height: 600 };
  const full: Crop = { left: 0, top: 0, width: BIG.width, height: BIG.height };
  const beside = await composeScene(
    {
      ...BIG,
      key: options.key,
      cartons: [{ ...carton, open: true }],
      products: [{ key: options.productKey, x: 80, y: 380, scale: 1.2 }],
    },
    [],
  );
  const inside = await composeScene(
    {
      ...BIG,
      key: options.key,
      cartons: [{ ...carton, open: true }],
      products: [{ key: options.productKey, x: 790, y: 390, scale: 1.15 }],
    },
    [],
  );
  const closed = await composeScene(
    { ...BIG, key: options.key, cartons: [{ ...carton, crushed: options.crushed ?? false }] },
    [options.label],
  );
  const close: Crop = { left: options.label.x - 60, top: options.label.y - 20, width: 960, height: 540 };
  const frames: Buffer[] = [];
  let strip: Buffer | undefined;
  for (let i = 0; i < SECONDS * FRAMES_PER_SECOND; i++) {
    options.signal?.throwIfAborted();
    const at = i / FRAMES_PER_SECOND;
    if (i % FRAMES_PER_SECOND === 0) {
      const lines = [
        `CAM02 ${writeClock(options.date, options.startSecond + Math.floor(at))}  SAMPLE`,
        ...options.captions,
      ];
      const pdf = await drawTextStrip(lines, options.date, {
        widthPt: 330,
        size: 12,
        ground: [0.05, 0.05, 0.06],
        ink: [0.95, 0.96, 0.9],
      });
      const raster = await rasterizePdf(pdf, 90);
      strip = await sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } })
        .png({ compressionLevel: 1 })
        .toBuffer();
    }
    const scene = at < 2 ? beside : at < 3.6 ? inside : closed;
    const crop = at < 4.6 ? full : blend(full, close, Math.min(1, (at - 4.6) / 2));
    const webp = await sharp(scene, { raw: { ...BIG, channels: 3 } })
      .extract(crop)
      .resize(WIDTH, HEIGHT, { fit: 'fill', kernel: 'linear' })
      .composite(strip ? [{ input: strip, left: 12, top: 12 }] : [])
      .webp({ quality: 62, effort: 1 })
      .toBuffer();
    frames.push(extractVp8Frame(webp));
  }
  // Recording times are local; the container's date is UTC.
  const recordedAtMs = Date.parse(`${options.date}T00:00:00Z`) + (options.startSecond - 8 * 3600) * 1000;
  return writeWebm(frames, {
    width: WIDTH,
    height: HEIGHT,
    framesPerSecond: FRAMES_PER_SECOND,
    recordedAtMs,
    title: options.title,
  });
}
