// Which bytes does a strip or tile of a TIFF hold once its compression and its predictor are undone?
import { inflateSync, zstdDecompressSync } from 'node:zlib';
import type { TiffFile, TiffLayout } from './tiff-layout.ts';

/** Compressions that are undone here; JPEG and CCITT pages are left to sharp. */
const COMPRESSION = {
  none: 1,
  lzw: 5,
  deflate: 8,
  oldDeflate: 32_946,
  packBits: 32_773,
  zstd: 50_000,
} as const;
const MAX_BLOCK_BYTES = 512 * 1024 * 1024;
const KNOWN: readonly number[] = Object.values(COMPRESSION);

export function canDecompress({ compression, predictor }: TiffLayout): boolean {
  return KNOWN.includes(compression) && predictor >= 1 && predictor <= 3;
}

/** The samples of block `index` as big-endian or little-endian bytes, as the file has them. Throws when damaged. */
export function readBlock(file: TiffFile, layout: TiffLayout, index: number, wantedBytes: number): Buffer {
  const start = layout.offsets[index];
  if (start === undefined) throw new Error(`block ${index} is missing`);
  const claimed = layout.byteCounts[index] ?? file.sizeBytes - start;
  const stored = file.read(start, Math.max(0, Math.min(claimed, file.sizeBytes - start, MAX_BLOCK_BYTES)));
  const bytes = decompress(stored, layout.compression, wantedBytes);
  if (layout.predictor === 2) undoDifferences(bytes, layout);
  if (layout.predictor === 3) return undoFloatPredictor(bytes, layout);
  return bytes;
}

function decompress(stored: Buffer, compression: number, wantedBytes: number): Buffer {
  const limit = { maxOutputLength: Math.max(wantedBytes, 1) };
  switch (compression) {
    case COMPRESSION.none:
      return Buffer.from(stored.subarray(0, wantedBytes));
    case COMPRESSION.deflate:
    case COMPRESSION.oldDeflate:
      return inflateSync(stored, limit);
    case COMPRESSION.zstd:
      return zstdDecompressSync(stored, limit);
    case COMPRESSION.packBits:
      return unpackBits(stored, wantedBytes);
    case COMPRESSION.lzw:
      return unpackLzw(stored, wantedBytes);
    default:
      throw new Error(`TIFF compression ${compression} is not supported`);
  }
}

function unpackBits(stored: Buffer, wantedBytes: number): Buffer {
  const out = Buffer.alloc(wantedBytes);
  let to = 0;
  for (let at = 0; at < stored.length && to < wantedBytes; ) {
    const control = stored.readInt8(at);
    at += 1;
    if (control >= 0) {
      const length = Math.min(control + 1, wantedBytes - to);
      stored.copy(out, to, at, at + length);
      at += control + 1;
      to += length;
    } else if (control !== -128) {
      const length = Math.min(1 - control, wantedBytes - to);
      out.fill(stored[at] ?? 0, to, to + length);
      at += 1;
      to += length;
    }
  }
  return out;
}

const CLEAR = 256;
const END = 257;

/** TIFF 6.0 section 13: codes of 9 to 12 bits, high bit first, each width one code early. */
function unpackLzw(stored: Buffer, wantedBytes: number): Buffer {
  const out = Buffer.alloc(wantedBytes);
  // Every entry is a run of what was already written: its start and its length.
  const starts = new Int32Array(4097);
  const lengths = new Int32Array(4097);
  let next = 258;
  let width = 9;
  let to = 0;
  let held = 0;
  let heldBits = 0;
  let previousStart = -1;
  let previousLength = 0;
  for (let at = 0; to < wantedBytes; ) {
    while (heldBits < width && at < stored.length) {
      held = ((held << 8) | stored[at]!) & 0xff_ffff;
      heldBits += 8;
      at += 1;
    }
    if (heldBits < width) break;
    const code = (held >> (heldBits - width)) & ((1 << width) - 1);
    heldBits -= width;
    if (code === END) break;
    if (code === CLEAR) {
      next = 258;
      width = 9;
      previousStart = -1;
      continue;
    }
    const begun = to;
    if (code < 256) out[to++] = code;
    else {
      const isNew = code >= next;
      if (isNew && previousStart < 0) throw new Error('LZW code out of order');
      const start = isNew ? previousStart : starts[code]!;
      const length = Math.min(isNew ? previousLength : lengths[code]!, wantedBytes - to);
      for (let index = 0; index < length; index += 1) out[to + index] = out[start + index]!;
      to += length;
      if (isNew && to < wantedBytes) out[to++] = out[begun]!;
    }
    if (previousStart >= 0 && next < 4096) {
      starts[next] = previousStart;
      lengths[next] = previousLength + 1;
      next += 1;
    }
    previousStart = begun;
    previousLength = to - begun;
    if (next >= (1 << width) - 1 && width < 12) width += 1;
  }
  return out;
}

/** Predictor 2: each sample holds the difference to the same sample of the pixel on its left. */
function undoDifferences(bytes: Buffer, layout: TiffLayout): void {
  const step = layout.isPlanar ? 1 : layout.samples;
  const sampleBytes = layout.bits / 8;
  const rowBytes = layout.blockWidth * step * sampleBytes;
  const little = layout.isLittleEndian;
  for (let row = 0; row + rowBytes <= bytes.length; row += rowBytes) {
    for (let at = row + step * sampleBytes; at < row + rowBytes; at += sampleBytes) {
      const left = at - step * sampleBytes;
      if (sampleBytes === 1) bytes[at] = (bytes[at]! + bytes[left]!) & 0xff;
      else if (sampleBytes === 2) {
        if (little) bytes.writeUInt16LE((bytes.readUInt16LE(at) + bytes.readUInt16LE(left)) & 0xffff, at);
        else bytes.writeUInt16BE((bytes.readUInt16BE(at) + bytes.readUInt16BE(left)) & 0xffff, at);
      } else if (sampleBytes === 4) {
        if (little) bytes.writeUInt32LE((bytes.readUInt32LE(at) + bytes.readUInt32LE(left)) >>> 0, at);
        else bytes.writeUInt32BE((bytes.readUInt32BE(at) + bytes.readUInt32BE(left)) >>> 0, at);
      } else throw new Error(`differences of ${layout.bits} bits are not supported`);
    }
  }
}

/** Predictor 3 (Adobe TIFF Technical Note 3): bytes of equal weight stand together, most significant first. */
function undoFloatPredictor(bytes: Buffer, layout: TiffLayout): Buffer {
  const step = layout.isPlanar ? 1 : layout.samples;
  const sampleBytes = layout.bits / 8;
  const perRow = layout.blockWidth * step;
  const rowBytes = perRow * sampleBytes;
  const out = Buffer.alloc(bytes.length);
  for (let row = 0; row + rowBytes <= bytes.length; row += rowBytes) {
    for (let at = row + step; at < row + rowBytes; at += 1)
      bytes[at] = (bytes[at]! + bytes[at - step]!) & 0xff;
    for (let sample = 0; sample < perRow; sample += 1) {
      for (let weight = 0; weight < sampleBytes; weight += 1) {
        const place = layout.isLittleEndian ? sampleBytes - 1 - weight : weight;
        out[row + sample * sampleBytes + place] = bytes[row + weight * perRow + sample]!;
      }
    }
  }
  return out;
}
