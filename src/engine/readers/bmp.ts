// What are the pixels of a Windows bitmap? sharp's binaries do not decode BMP.
import { readFileSync } from 'node:fs';

export interface RgbImage {
  readonly width: number;
  readonly height: number;
  /** Three bytes per pixel, rows top to bottom. */
  readonly rgb: Buffer;
}

const MAX_PIXELS = 100_000_000;
const RLE8 = 1;

/** Decodes 1, 4, 8, 16, 24 and 32-bit bitmaps, uncompressed, with bit fields, or 8-bit RLE (BITMAPINFOHEADER). */
export function decodeBmp(path: string): RgbImage {
  const file = readFileSync(path);
  const dataOffset = file.readUInt32LE(10);
  const headerBytes = file.readUInt32LE(14);
  const isCore = headerBytes === 12;
  const width = isCore ? file.readUInt16LE(18) : file.readInt32LE(18);
  const signedHeight = isCore ? file.readUInt16LE(20) : file.readInt32LE(22);
  const height = Math.abs(signedHeight);
  const bits = file.readUInt16LE(isCore ? 24 : 28);
  const compression = isCore ? 0 : file.readUInt32LE(30);
  if (width <= 0 || height === 0 || width * height > MAX_PIXELS)
    throw new RangeError('bitmap size out of range');
  const entryBytes = isCore ? 3 : 4;
  const paletteStart = 14 + headerBytes;
  const colour = (index: number): number => paletteStart + index * entryBytes;
  const rgb = Buffer.alloc(width * height * 3, 255);
  const put = (x: number, y: number, red: number, green: number, blue: number): void => {
    const row = signedHeight > 0 ? height - 1 - y : y;
    const at = (row * width + x) * 3;
    rgb[at] = red;
    rgb[at + 1] = green;
    rgb[at + 2] = blue;
  };
  const putIndex = (x: number, y: number, index: number): void => {
    const at = colour(index);
    put(x, y, file[at + 2] ?? 0, file[at + 1] ?? 0, file[at] ?? 0);
  };
  if (compression === RLE8 && bits === 8) {
    decodeRle8(file, dataOffset, width, height, putIndex);
    return { width, height, rgb };
  }
  if (compression !== 0 && compression !== 3)
    throw new Error(`bitmap compression ${compression} is not supported`);
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  const has565 = compression === 3 && bits === 16 && file.readUInt32LE(54) === 0xf800;
  for (let y = 0; y < height; y += 1) {
    const row = dataOffset + y * rowBytes;
    if (row + rowBytes > file.length + 3) break;
    for (let x = 0; x < width; x += 1) {
      if (bits === 24 || bits === 32) {
        const at = row + (x * bits) / 8;
        put(x, y, file[at + 2] ?? 0, file[at + 1] ?? 0, file[at] ?? 0);
      } else if (bits === 16) {
        const value = (file[row + x * 2] ?? 0) | ((file[row + x * 2 + 1] ?? 0) << 8);
        const green = has565 ? ((value >> 5) & 63) << 2 : ((value >> 5) & 31) << 3;
        put(x, y, ((value >> (has565 ? 11 : 10)) & 31) << 3, green, (value & 31) << 3);
      } else {
        const byte = file[row + Math.floor((x * bits) / 8)] ?? 0;
        const shift = 8 - bits - ((x * bits) % 8);
        putIndex(x, y, (byte >> shift) & ((1 << bits) - 1));
      }
    }
  }
  return { width, height, rgb };
}

type PutIndex = (x: number, y: number, index: number) => void;

function decodeRle8(file: Buffer, start: number, width: number, height: number, put: PutIndex): void {
  let x = 0;
  let y = 0;
  for (let at = start; at + 1 < file.length && y < height; ) {
    const count = file[at]!;
    const value = file[at + 1]!;
    at += 2;
    if (count > 0) {
      for (let index = 0; index < count; index += 1, x += 1) if (x < width) put(x, y, value);
    } else if (value === 0) {
      x = 0;
      y += 1;
    } else if (value === 1) return;
    else if (value === 2) {
      x += file[at] ?? 0;
      y += file[at + 1] ?? 0;
      at += 2;
    } else {
      for (let index = 0; index < value; index += 1, x += 1)
        if (x < width && y < height) put(x, y, file[at + index] ?? 0);
      at += value + (value % 2);
    }
  }
}
