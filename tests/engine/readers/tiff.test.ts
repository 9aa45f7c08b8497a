// Does a TIFF show in the book and in the preview what a viewer shows, however its numbers are stored?
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { countFrames, rasterPhoto } from '../../../src/engine/packs/book/photo-raster.ts';
import { renderPage } from '../../../src/engine/readers/render-page.ts';
import { readBlock } from '../../../src/engine/readers/tiff-blocks.ts';
import { openTiffFile, readTiffLayout } from '../../../src/engine/readers/tiff-layout.ts';
import { CORPUS, hasCorpus, makeScratch } from './corpus-files.ts';
import { makeTiff, type TiffShape } from './make-tiff.ts';

const dir = makeScratch();
afterAll(() => rmSync(dir, { recursive: true, force: true }));
let files = 0;

function write(bytes: Buffer): string {
  files += 1;
  const path = join(dir, `${files}.tif`);
  writeFileSync(path, bytes);
  return path;
}

/** Left to right from black to white; green falls from top to bottom. */
const grey = (x: number): number => x / 31;
const colour = (x: number, y: number, sample: number): number =>
  sample === 0 ? x / 31 : sample === 1 ? 1 - y / 31 : 0.25;

async function pixelsOf(image: Uint8Array): Promise<{ at: (x: number, y: number) => number[] }> {
  const { data, info } = await sharp(image)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([32, 32]);
  return { at: (x, y) => [...data.subarray((y * 32 + x) * 3, (y * 32 + x) * 3 + 3)] };
}

const INK: readonly (readonly [number, number])[] = [
  [2, 3],
  [15, 20],
  [30, 28],
  [16, 16],
];

async function expectPixels(
  path: string,
  wanted: (x: number, y: number) => readonly number[],
  tolerance = 6,
): Promise<void> {
  const book = await rasterPhoto(path, 'image/tiff');
  const page = await renderPage({ path, mediaType: 'image/tiff', page: 1 });
  for (const image of [book.jpeg, page.data]) {
    const pixels = await pixelsOf(image);
    for (const [x, y] of INK) {
      const shown = pixels.at(x, y);
      wanted(x, y).forEach((value, channel) => {
        expect(
          Math.abs(shown[channel]! - value * 255),
          `${x},${y} channel ${channel}: ${shown}`,
        ).toBeLessThan(tolerance);
      });
    }
  }
}

const greyAt = (x: number): number[] => [grey(x), grey(x), grey(x)];
const colourAt = (x: number, y: number): number[] => [0, 1, 2].map((sample) => colour(x, y, sample));

const GREY: Record<string, Omit<TiffShape, 'samples' | 'photometric'>> = {
  '8 bits': { bits: 8 },
  '12 bits': { bits: 12 },
  '16 bits': { bits: 16 },
  '16 bits, big-endian, deflate, differences': {
    bits: 16,
    order: 'MM',
    compression: 'deflate',
    predictor: 2,
  },
  '16 bits, zstd': { bits: 16, compression: 'zstd', predictor: 2 },
  '32 bits': { bits: 32 },
  '32 bits, PackBits': { bits: 32, compression: 'packbits' },
  'floating point': { bits: 32, sampleFormat: 3 },
  'floating point, its own predictor': { bits: 32, sampleFormat: 3, compression: 'deflate', predictor: 3 },
  'floating point, big-endian, its own predictor': {
    bits: 32,
    sampleFormat: 3,
    order: 'MM',
    compression: 'deflate',
    predictor: 3,
  },
  'double precision': { bits: 64, sampleFormat: 3 },
  'BigTIFF, 16 bits in tiles': { bits: 16, isBig: true, tile: 16 },
};

describe('a grey TIFF', () => {
  for (const [name, shape] of Object.entries(GREY)) {
    it(`of ${name}`, async () => {
      const white = shape.sampleFormat === 3 ? 1 : 2 ** shape.bits - 1;
      const store = (x: number): number => (white === 1 ? grey(x) : Math.round(grey(x) * white));
      const photometric = 1;
      await expectPixels(write(makeTiff({ ...shape, samples: 1, photometric }, store)), greyAt);
    });
  }

  it('that counts from white, with and without transparency', async () => {
    const dark = (x: number): number => Math.round((1 - grey(x)) * 255);
    await expectPixels(write(makeTiff({ bits: 8, samples: 1, photometric: 0 }, dark)), greyAt);
    const shape = { bits: 8, samples: 2, photometric: 0, extraSamples: 2 };
    const opaque = (x: number, _y: number, sample: number): number => (sample === 1 ? 255 : dark(x));
    await expectPixels(write(makeTiff(shape, opaque)), greyAt);
  });

  it('of 12 bits kept in 16 is brightened and says so; a dark night stays dark', async () => {
    const path = write(makeTiff({ bits: 16, samples: 1, photometric: 1 }, (x) => Math.round(grey(x) * 4000)));
    await expectPixels(path, greyAt);
    expect((await rasterPhoto(path, 'image/tiff')).isBrightened).toBe(true);
    const night = write(
      makeTiff({ bits: 16, samples: 1, photometric: 1 }, (x) =>
        x === 31 ? 60_000 : Math.round(grey(x) * 4000),
      ),
    );
    const raster = await rasterPhoto(night, 'image/tiff');
    expect(raster.isBrightened).toBeUndefined();
    expect((await pixelsOf(raster.jpeg)).at(15, 15)[0]).toBeLessThan(30);
  });

  it('of numbers outside every range is spread between its own least and greatest', async () => {
    const shape = { bits: 32, samples: 1, photometric: 1, sampleFormat: 3 as const };
    const path = write(makeTiff(shape, (x) => grey(x) * 5000 - 1000));
    await expectPixels(path, greyAt);
    expect((await rasterPhoto(path, 'image/tiff')).isBrightened).toBe(true);
  });
});

describe('a coloured TIFF', () => {
  const rgb = { samples: 3, photometric: 2 };
  const RGB: Record<string, TiffShape> = {
    '16 bits': { ...rgb, bits: 16 },
    '12 bits, big-endian': { ...rgb, bits: 12, order: 'MM' },
    '16 bits in separate planes': { ...rgb, bits: 16, isPlanar: true },
    '16 bits in tiles of separate planes': { ...rgb, bits: 16, isPlanar: true, tile: 16 },
    '8 bits in tiles of separate planes, deflate, differences': {
      ...rgb,
      bits: 8,
      isPlanar: true,
      tile: 16,
      compression: 'deflate',
      predictor: 2,
    },
    '32 bits': { ...rgb, bits: 32 },
    '8 bits, zstd, differences': { ...rgb, bits: 8, compression: 'zstd', predictor: 2 },
  };
  for (const [name, shape] of Object.entries(RGB)) {
    it(`of ${name}`, async () => {
      const white = 2 ** shape.bits - 1;
      const path = write(makeTiff(shape, (x, y, sample) => Math.round(colour(x, y, sample) * white)));
      await expectPixels(path, colourAt);
    });
  }

  it('of inks with a transparent channel', async () => {
    const shape = { bits: 8, samples: 5, photometric: 5, extraSamples: 2 };
    const inks = (x: number, y: number, sample: number): number =>
      sample === 3 ? 0 : sample === 4 ? 255 : Math.round((1 - colour(x, y, sample)) * 255);
    await expectPixels(write(makeTiff(shape, inks)), colourAt);
  });

  it('of luminance and two colour differences', async () => {
    const shape = { bits: 8, samples: 3, photometric: 6, isPlanar: true };
    const neutral = (x: number, _y: number, sample: number): number =>
      sample === 0 ? Math.round(grey(x) * 255) : 128;
    await expectPixels(write(makeTiff(shape, neutral)), greyAt);
  });

  it('of CIE L*a*b* with 8 bits', async () => {
    const shape = { bits: 8, samples: 3, photometric: 8 };
    const path = write(makeTiff(shape, (x, _y, sample) => (sample === 0 ? Math.round(grey(x) * 255) : 0)));
    const book = await pixelsOf((await rasterPhoto(path, 'image/tiff')).jpeg);
    // L* 50 is the middle grey 119 of sRGB.
    const middle = book.at(16, 16);
    for (const value of middle) expect(Math.abs(value - 122)).toBeLessThan(8);
  });
});

describe('the pages and the orientation', () => {
  it('every page is counted and drawn', async () => {
    const path = write(
      makeTiff({ bits: 12, samples: 1, photometric: 1 }, (x) => Math.round(grey(x) * 4095), 3),
    );
    expect(await countFrames(path, 'image/tiff')).toBe(3);
    const last = await pixelsOf((await rasterPhoto(path, 'image/tiff', 2)).jpeg);
    expect(last.at(30, 3)[0]).toBeGreaterThan(230);
  });

  it('stands upright in all eight orientations, as sharp turns its own', async () => {
    const value = (x: number, y: number): number => Math.round(((x * 2 + y) / 93) * 255);
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const plain = write(makeTiff({ bits: 8, samples: 1, photometric: 1, orientation }, value));
      const shape = { bits: 32, samples: 1, photometric: 1, orientation, sampleFormat: 3 as const };
      const decoded = write(makeTiff(shape, (x, y) => value(x, y) / 255));
      const [wanted, shown] = await Promise.all(
        [plain, decoded].map(async (path) => pixelsOf((await rasterPhoto(path, 'image/tiff')).jpeg)),
      );
      for (const [x, y] of INK)
        expect(
          Math.abs(wanted!.at(x, y)[0]! - shown!.at(x, y)[0]!),
          `orientation ${orientation}`,
        ).toBeLessThan(6);
    }
  });
});

describe('what cannot be shown', () => {
  it('a compression without a decoder is no blank page', async () => {
    const shape = { bits: 8, samples: 1, photometric: 1, claimedCompression: 34_925 };
    const path = write(makeTiff(shape, () => 0));
    await expect(renderPage({ path, mediaType: 'image/tiff', page: 1 })).rejects.toThrow();
    await expect(rasterPhoto(path, 'image/tiff')).rejects.toThrow();
  });

  it('a file that lies about its sizes is refused, not obeyed', async () => {
    const whole = makeTiff({ bits: 32, samples: 1, photometric: 1, sampleFormat: 3 }, grey);
    for (const [tag, value] of [
      [256, 2_000_000_000],
      [257, 2_000_000_000],
      [278, 4_000_000_000],
      [277, 4_000_000],
    ] as const) {
      const bytes = Buffer.from(whole);
      for (let at = 8; at < bytes.length - 12; at += 2)
        if (
          bytes.readUInt16LE(at) === tag &&
          bytes.readUInt16LE(at + 2) === 4 &&
          bytes.readUInt32LE(at + 4) === 1
        )
          bytes.writeUInt32LE(value, at + 8);
      await rasterPhoto(write(bytes), 'image/tiff').catch(() => undefined);
    }
    for (let length = 8; length < whole.length; length += 97)
      await rasterPhoto(write(whole.subarray(0, length)), 'image/tiff').catch(() => undefined);
  });
});

it('LZW comes out as libtiff put it in', async () => {
  const noise = Buffer.from(
    Array.from({ length: 64 * 64 }, (_, index) => (index * index * 7 + (index >> 5)) & 255),
  );
  const path = write(
    await sharp(noise, { raw: { width: 64, height: 64, channels: 1 } })
      .toColourspace('b-w')
      .tiff({ compression: 'lzw', predictor: 'none' })
      .toBuffer(),
  );
  const handle = openSync(path, 'r');
  try {
    const file = openTiffFile(handle);
    const layout = readTiffLayout(file, 0)!;
    expect(layout.compression).toBe(5);
    const blocks = layout.offsets.map((_, index) => {
      const rows = Math.min(layout.blockHeight, 64 - index * layout.blockHeight);
      return readBlock(file, layout, index, rows * 64);
    });
    expect(Buffer.concat(blocks).equals(noise)).toBe(true);
  } finally {
    closeSync(handle);
  }
});

it.skipIf(!hasCorpus)('no scan of the corpus is a black page', async () => {
  for (const name of [
    '16bit.cropped',
    '16bit.MM.cropped',
    '16bit.deflate',
    '16bit.MM.deflate',
    'tiff_tiled_planar_16bit_RGB',
  ]) {
    const path = join(CORPUS, 'image-format', `pil-${name}.tif${name.endsWith('RGB') ? 'f' : ''}`);
    const { channels } = await sharp((await rasterPhoto(path, 'image/tiff')).jpeg).stats();
    expect(channels[0]!.mean, name).toBeGreaterThan(20);
  }
});
