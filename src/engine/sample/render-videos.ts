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
  /** A damaged carton is opened instead of a parcel packed. */
  readonly unboxing?: boolean;
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

function ease(t: number): number {
  const clamped = Math.min(1, Math.max(0, t));
  return clamped * clamped * (3 - 2 * clamped);
}

function blend(from: Crop, to: Crop, share: number): Crop {
  const mix = (a: number, b: number): number => Math.round(a + (b - a) * share);
  return {
    left: mix(from.left, to.left),
    top: mix(from.top, to.top),
    width: mix(from.width, to.width),
    height: mix(from.height, to.height),
  };
}

interface Moment {
  /** 0 = the item lies beside the carton, 1 = inside; undefined = the carton is closed. */
  readonly inside?: number;
  /** 0 = whole table, 1 = label close up. */
  readonly close: number;
}

/** What is seen at a second: packing ends at the label; an unboxing starts there. */
function planMoment(atSeconds: number, unboxing: boolean): Moment {
  if (unboxing) {
    if (atSeconds < 5) return { close: ease((atSeconds - 0.8) / 1.6) };
    return { inside: 1 - ease((atSeconds - 6) / 1.6), close: 0 };
  }
  if (atSeconds < 3.8) return { inside: ease((atSeconds - 0.8) / 1.8), close: 0 };
  return { close: ease((atSeconds - 4.6) / 1.8) };
}

function writeClock(date: string, second: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date} ${pad(Math.floor(second / 3600))}:${pad(Math.floor(second / 60) % 60)}:${pad(second % 60)}`;
}

/** Nine seconds of a packing table: item, carton, label close up, with a running clock. */
export async function renderPackingVideo(options: VideoOptions): Promise<Uint8Array> {
  const unboxing = options.unboxing ?? false;
  const carton: Carton = { x: 560, y: 120, width: 800, height: 820 };
  const closed = await composeScene(
    { ...BIG, key: options.key, cartons: [{ ...carton, crushed: unboxing }] },
    [options.label],
  );
  const full: Crop = { left: 0, top: 0, width: BIG.width, height: BIG.height };
  const near: Crop = { left: options.label.x - 600, top: options.label.y - 34, width: 1240, height: 698 };
  const open = new Map<number, Buffer>();
  const drawOpen = async (inside: number): Promise<Buffer> => {
    // Twentieths are smooth enough at five frames a second, and the ends are drawn once.
    const step = Math.round(inside * 20);
    const known = open.get(step);
    if (known) return known;
    const product = {
      key: options.productKey,
      x: 40 + step * 36,
      y: 330 - Math.sin((step / 20) * Math.PI) * 160,
      scale: 1.25,
    };
    const drawn = await composeScene(
      { ...BIG, key: options.key, cartons: [{ ...carton, open: true }], products: [product] },
      [],
    );
    open.set(step, drawn);
    return drawn;
  };
  const frames: Buffer[] = [];
  for (let second = 0; second < SECONDS; second++) {
    options.signal?.throwIfAborted();
    const strip = await renderClockStrip(options, second);
    const encoding: Promise<Buffer>[] = [];
    for (let i = 0; i < FRAMES_PER_SECOND; i++) {
      const moment = planMoment(second + i / FRAMES_PER_SECOND, unboxing);
      const scene = moment.inside === undefined ? closed : await drawOpen(moment.inside);
      encoding.push(encodeFrame(scene, blend(full, near, moment.close), strip));
    }
    // The frames of a second are encoded side by side: sharp uses every core.
    frames.push(...(await Promise.all(encoding)));
  }
  // Recording times are local (UTC+8); the container's date is UTC.
  const recordedAtMs = Date.parse(`${options.date}T00:00:00Z`) + (options.startSecond - 8 * 3600) * 1000;
  return writeWebm(frames, {
    width: WIDTH,
    height: HEIGHT,
    framesPerSecond: FRAMES_PER_SECOND,
    recordedAtMs,
    title: options.title,
  });
}

async function encodeFrame(scene: Buffer, crop: Crop, strip: Buffer): Promise<Buffer> {
  const webp = await sharp(scene, { raw: { ...BIG, channels: 3 } })
    .extract(crop)
    .resize(WIDTH, HEIGHT, { fit: 'fill', kernel: 'linear' })
    .composite([{ input: strip, left: 12, top: HEIGHT - 84 }])
    .webp({ quality: 62, effort: 1 })
    .toBuffer();
  return extractVp8Frame(webp);
}

async function renderClockStrip(options: VideoOptions, second: number): Promise<Buffer> {
  const lines = [
    `CAM02 ${writeClock(options.date, options.startSecond + second)}  SAMPLE`,
    ...options.captions,
  ];
  const pdf = await drawTextStrip(lines, options.date, {
    widthPt: 330,
    size: 12,
    ground: [0.05, 0.05, 0.06],
    ink: [0.95, 0.96, 0.9],
  });
  const raster = await rasterizePdf(pdf, 90);
  return await sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}
