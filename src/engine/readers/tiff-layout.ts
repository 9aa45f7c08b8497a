// How are the pixels of one page of a TIFF stored: size, samples, compression, and where its blocks lie?
import { fstatSync, readSync } from 'node:fs';

export interface TiffLayout {
  readonly isLittleEndian: boolean;
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly samples: number;
  readonly photometric: number;
  readonly compression: number;
  /** 1 unsigned, 2 signed, 3 floating point. */
  readonly sampleFormat: number;
  /** Every sample in a plane of its own. */
  readonly isPlanar: boolean;
  readonly isTiled: boolean;
  readonly predictor: number;
  readonly blockWidth: number;
  readonly blockHeight: number;
  readonly offsets: readonly number[];
  readonly byteCounts: readonly number[];
  /** Samples beyond the colour: 1 associated alpha, 2 unassociated, 0 unknown. */
  readonly extraSamples: readonly number[];
  /** Red, green and blue of every index, 16 bits each. */
  readonly colourMap: readonly number[];
  readonly subsampling: readonly [number, number];
  readonly orientation: number;
}

/** Photometric interpretations of TIFF 6.0. */
export const PHOTOMETRIC = {
  whiteIsZero: 0,
  blackIsZero: 1,
  rgb: 2,
  palette: 3,
  cmyk: 5,
  ycbcr: 6,
  cieLab: 8,
} as const;

/** Bytes of one value by field type (TIFF 6.0 section 2, BigTIFF). */
const TYPE_BYTES: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  16: 8,
  17: 8,
  18: 8,
};
const MAX_VALUES = 4_000_000;
const MAX_PAGES = 10_000;
const WINDOW_BYTES = 64 * 1024;

/** A file of which only the part that is asked for is in memory. */
export interface TiffFile {
  readonly sizeBytes: number;
  /** Throws when the range lies beyond the end. */
  read(at: number, bytes: number): Buffer;
}

/** Reads through `handle`, which the caller closes. */
export function openTiffFile(handle: number): TiffFile {
  const sizeBytes = fstatSync(handle).size;
  let window: Buffer = Buffer.alloc(0);
  let windowAt = 0;
  const load = (at: number, bytes: number): Buffer => {
    const loaded = Buffer.alloc(bytes);
    return loaded.subarray(0, readSync(handle, loaded, 0, bytes, at));
  };
  return {
    sizeBytes,
    read(at, bytes) {
      if (!(at >= 0 && at + bytes <= sizeBytes)) throw new RangeError('beyond the end of the file');
      if (bytes > WINDOW_BYTES) return load(at, bytes);
      if (at < windowAt || at + bytes > windowAt + window.length) {
        windowAt = at;
        window = load(at, Math.min(WINDOW_BYTES, sizeBytes - at));
      }
      return window.subarray(at - windowAt, at - windowAt + bytes);
    },
  };
}

/** The layout of page `page` (0-based), or undefined when the file is no TIFF or has no such page. Never throws. */
export function readTiffLayout(file: TiffFile, page: number): TiffLayout | undefined {
  try {
    const order = file.read(0, 4).toString('latin1', 0, 2);
    if (order !== 'II' && order !== 'MM') return undefined;
    const tags = readTags(file, order === 'II', page);
    return tags === undefined ? undefined : describeLayout(tags, order === 'II');
  } catch {
    return undefined; // points beyond its end
  }
}

type Tags = ReadonlyMap<number, readonly number[]>;

function readTags(file: TiffFile, isLittle: boolean, page: number): Tags | undefined {
  const u8 = (at: number): number => file.read(at, 1)[0]!;
  const u16 = (at: number): number =>
    isLittle ? file.read(at, 2).readUInt16LE(0) : file.read(at, 2).readUInt16BE(0);
  const u32 = (at: number): number =>
    isLittle ? file.read(at, 4).readUInt32LE(0) : file.read(at, 4).readUInt32BE(0);
  const u64 = (at: number): number =>
    Number(isLittle ? file.read(at, 8).readBigUInt64LE(0) : file.read(at, 8).readBigUInt64BE(0));
  const isBig = u16(2) === 43;
  if (!isBig && u16(2) !== 42) return undefined;
  const pointer = isBig ? u64 : u32;
  const [countBytes, entryBytes, inlineBytes] = isBig ? [8, 20, 8] : [2, 12, 4];
  let at = pointer(isBig ? 8 : 4);
  const seen = new Set<number>();
  for (let index = 0; index < page; index += 1) {
    if (at === 0 || seen.has(at) || index > MAX_PAGES) return undefined;
    seen.add(at);
    at = pointer(at + countBytes + (isBig ? u64(at) : u16(at)) * entryBytes);
  }
  if (at === 0 || seen.has(at)) return undefined;
  const tags = new Map<number, readonly number[]>();
  const entries = isBig ? u64(at) : u16(at);
  for (let index = 0; index < entries; index += 1) {
    const entry = at + countBytes + index * entryBytes;
    const type = u16(entry + 2);
    const count = pointer(entry + 4);
    const bytes = TYPE_BYTES[type];
    if (bytes === undefined || count > MAX_VALUES) continue;
    const field = entry + (isBig ? 12 : 8);
    const start = bytes * count <= inlineBytes ? field : pointer(field);
    const read = bytes === 1 ? u8 : bytes === 2 ? u16 : bytes === 4 ? u32 : u64;
    if (start + bytes * count > file.sizeBytes) continue;
    tags.set(
      u16(entry),
      Array.from({ length: count }, (_, value) => read(start + value * bytes)),
    );
  }
  return tags;
}

function describeLayout(tags: Tags, isLittleEndian: boolean): TiffLayout | undefined {
  const first = (tag: number, otherwise: number): number => tags.get(tag)?.[0] ?? otherwise;
  const width = first(256, 0);
  const height = first(257, 0);
  const bits = tags.get(258) ?? [1];
  const isTiled = tags.has(322);
  const offsets = tags.get(isTiled ? 324 : 273) ?? [];
  const byteCounts = tags.get(isTiled ? 325 : 279) ?? [];
  if (width === 0 || height === 0 || offsets.length === 0 || bits.some((one) => one !== bits[0]))
    return undefined;
  const subsampling = tags.get(530);
  return {
    isLittleEndian,
    width,
    height,
    bits: bits[0]!,
    samples: first(277, 1),
    photometric: first(262, PHOTOMETRIC.blackIsZero),
    compression: first(259, 1),
    sampleFormat: first(339, 1),
    isPlanar: first(284, 1) === 2,
    isTiled,
    predictor: first(317, 1),
    blockWidth: isTiled ? first(322, width) : width,
    blockHeight: isTiled ? first(323, height) : Math.min(height, first(278, height)),
    offsets,
    byteCounts,
    extraSamples: tags.get(338) ?? [],
    colourMap: tags.get(320) ?? [],
    subsampling: [subsampling?.[0] ?? 2, subsampling?.[1] ?? 2],
    orientation: first(274, 1),
  };
}
