// How does a drawn scene become a phone photo: label stuck on, grain, EXIF with camera and time?
import sharp, { type OverlayOptions } from 'sharp';
import { drawScene, type SceneOptions } from './draw-scenes.ts';
import { createPaper, type Rgb } from './paper.ts';
import { rasterizePdf } from './rasterize-paper.ts';
import { createRandom } from './seeded-random.ts';

export interface Sticker {
  readonly pdf: Uint8Array;
  readonly dpi: number;
  readonly x: number;
  readonly y: number;
  readonly turn?: number;
}

export interface Camera {
  readonly make: string;
  readonly model: string;
  readonly software: string;
}

export const SAMPLE_CAMERAS: readonly Camera[] = [
  { make: 'HUAWEI', model: 'NOH-AN00', software: 'NOH-AN00 4.2.0.120' },
  { make: 'Xiaomi', model: '22081212C', software: 'MIUI Camera' },
  { make: 'Apple', model: 'iPhone 13', software: '17.6.1' },
];

/** Renders a sticker (label, note, display) as a turned picture with transparent corners. */
async function renderSticker(sticker: Sticker): Promise<OverlayOptions> {
  const raster = await rasterizePdf(sticker.pdf, sticker.dpi);
  const input = await sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } })
    .ensureAlpha()
    .rotate(sticker.turn ?? 0, { background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return { input, left: Math.round(sticker.x), top: Math.round(sticker.y) };
}

/** A scene with its stickers as RGB pixels. */
export async function composeScene(scene: SceneOptions, stickers: readonly Sticker[]): Promise<Buffer> {
  const pixels = await drawScene(scene);
  const overlays = await Promise.all(stickers.map(renderSticker));
  return await sharp(pixels, { raw: { width: scene.width, height: scene.height, channels: 3 } })
    .composite(overlays)
    .removeAlpha()
    .raw()
    .toBuffer();
}

export interface PhotoOptions {
  readonly scene: SceneOptions;
  readonly stickers?: readonly Sticker[];
  /** Local time (UTC+8), `2026-10-27 10:15:30`. */
  readonly takenAt: string;
  readonly camera: Camera;
  readonly quality?: number;
}

/** A JPEG with grain and EXIF. */
export async function renderPhoto(options: PhotoOptions): Promise<Uint8Array> {
  const { width, height, key } = options.scene;
  const pixels = await composeScene(options.scene, options.stickers ?? []);
  const random = createRandom(`grain-${key}`);
  const grain = Int8Array.from({ length: 8191 }, () => Math.round((random.next() + random.next() - 1) * 8));
  for (let i = 0; i < pixels.length; i++) {
    const value = (pixels[i] as number) + (grain[(i * 31 + (i >> 11)) % 8191] as number);
    pixels[i] = value < 0 ? 0 : Math.min(value, 255);
  }
  const exifTime = options.takenAt.replaceAll('-', ':');
  return await sharp(pixels, { raw: { width, height, channels: 3 } })
    .blur(0.5)
    .jpeg({ quality: options.quality ?? 78 })
    .withExif({
      IFD0: {
        Make: options.camera.make,
        Model: options.camera.model,
        Software: options.camera.software,
        DateTime: exifTime,
        ImageDescription: 'SAMPLE - fictitious scene for demonstration',
      },
      IFD2: {
        DateTimeOriginal: exifTime,
        DateTimeDigitized: exifTime,
        OffsetTimeOriginal: '+08:00',
        FNumber: '18/10',
        ExposureTime: '1/60',
        ISOSpeedRatings: '160',
        FocalLength: '54/10',
      },
    })
    .toBuffer();
}

/** A strip of text on a coloured ground: a scale's display, a note, the clock of a camera. */
export async function drawTextStrip(
  lines: readonly string[],
  date: string,
  style: {
    readonly widthPt: number;
    readonly size: number;
    readonly ground: Rgb;
    readonly ink: Rgb;
    readonly bold?: boolean;
  },
): Promise<Uint8Array> {
  const height = lines.length * style.size * 1.35 + 8;
  const paper = await createPaper({
    script: 'latin',
    widthPt: style.widthPt,
    heightPt: height,
    date,
    mark: 'none',
  });
  paper.box(0, 0, style.widthPt, height, { fill: style.ground });
  lines.forEach((line, i) => {
    paper.text(6, 4 + i * style.size * 1.35, line, {
      size: style.size,
      color: style.ink,
      bold: style.bold ?? false,
    });
  });
  return await paper.save();
}

/** The LPN sticker that Amazon puts on a returned unit. */
export async function drawLpnSticker(lpn: string, orderId: string, date: string): Promise<Uint8Array> {
  const paper = await createPaper({ script: 'latin', widthPt: 180, heightPt: 90, date, mark: 'none' });
  paper.box(0, 0, 180, 90, { fill: [1, 1, 1], border: [0.2, 0.2, 0.2] });
  await paper.barcode('code128', lpn, 12, 8, 156, 36);
  paper.text(90, 48, lpn, { size: 12, bold: true, align: 'center' });
  paper.text(90, 65, orderId, { size: 10, align: 'center' });
  paper.text(90, 79, '样本 SAMPLE', { size: 6.5, align: 'center', color: [0.78, 0.1, 0.12] });
  return await paper.save();
}
