// How is a TIFF of any layout written, to try the reader with?
import { deflateSync, zstdCompressSync } from 'node:zlib';

export interface TiffShape {
  readonly bits: number;
  readonly samples: number;
  readonly photometric: number;
  readonly sampleFormat?: 1 | 2 | 3;
  readonly order?: 'II' | 'MM';
  readonly isBig?: boolean;
  readonly compression?: 'none' | 'deflate' | 'zstd' | 'packbits';
  readonly predictor?: 1 | 2 | 3;
  readonly tile?: number;
  readonly isPlanar?: boolean;
  readonly orientation?: number;
  readonly extraSamples?: number;
  /** Claimed instead of the real one. */
  readonly claimedCompression?: number;
}

const SIZE = 32;
const CODES = { none: 1, deflate: 8, zstd: 50_000, packbits: 32_773 } as const;

/** 32 × 32 pages; `value` gives the sample as the file shall hold it. Several shapes make several pages. */
export function makeTiff(
  shape: TiffShape,
  value: (x: number, y: number, sample: number) => number,
  pages = 1,
): Buffer {
  const order = shape.order ?? 'II';
  const isLittle = order === 'II';
  const isBig = shape.isBig ?? false;
  const parts: Buffer[] = [];
  let at = 0;
  const put = (bytes: Buffer): number => {
    const start = at;
    const padded = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
    parts.push(padded);
    at += padded.length;
    return start;
  };
  const number = (amount: number, bytes: number): Buffer => {
    const out = Buffer.alloc(bytes);
    if (bytes === 8) isLittle ? out.writeBigUInt64LE(BigInt(amount)) : out.writeBigUInt64BE(BigInt(amount));
    else isLittle ? out.writeUIntLE(amount, 0, bytes) : out.writeUIntBE(amount, 0, bytes);
    return out;
  };
  const pointerBytes = isBig ? 8 : 4;
  const header = isBig
    ? Buffer.concat([Buffer.from(order), number(43, 2), number(8, 2), number(0, 2), Buffer.alloc(8)])
    : Buffer.concat([Buffer.from(order), number(42, 2), Buffer.alloc(4)]);
  put(header);
  let linkPart = 0;
  let linkOffset = isBig ? 8 : 4;
  for (let page = 0; page < pages; page += 1) {
    const blocks = cutBlocks(shape, value, isLittle).map((bytes) => compress(bytes, shape));
    const offsets = blocks.map((block) => put(block));
    const isTiled = shape.tile !== undefined;
    const entries: [number, number[]][] = [
      [256, [SIZE]],
      [257, [SIZE]],
      [258, Array.from({ length: shape.samples }, () => shape.bits)],
      [259, [shape.claimedCompression ?? CODES[shape.compression ?? 'none']]],
      [262, [shape.photometric]],
      ...(isTiled ? [] : ([[273, offsets]] as [number, number[]][])),
      [274, [shape.orientation ?? 1]],
      [277, [shape.samples]],
      ...(isTiled
        ? []
        : ([
            [278, [SIZE / 2]],
            [279, blocks.map((block) => block.length)],
          ] as [number, number[]][])),
      [284, [shape.isPlanar === true ? 2 : 1]],
      [317, [shape.predictor ?? 1]],
      ...(isTiled
        ? ([
            [322, [shape.tile!]],
            [323, [shape.tile!]],
            [324, offsets],
            [325, blocks.map((block) => block.length)],
          ] as [number, number[]][])
        : []),
      ...(shape.extraSamples === undefined ? [] : ([[338, [shape.extraSamples]]] as [number, number[]][])),
      [339, Array.from({ length: shape.samples }, () => shape.sampleFormat ?? 1)],
    ];
    const fields = entries.map(([tag, values]) => {
      const bytes = Buffer.concat(values.map((one) => number(one, 4)));
      const field =
        bytes.length <= pointerBytes
          ? Buffer.concat([bytes, Buffer.alloc(pointerBytes - bytes.length)])
          : number(put(bytes), pointerBytes);
      return Buffer.concat([number(tag, 2), number(4, 2), number(values.length, pointerBytes), field]);
    });
    const directory = put(
      Buffer.concat([number(fields.length, isBig ? 8 : 2), ...fields, Buffer.alloc(pointerBytes)]),
    );
    number(directory, pointerBytes).copy(parts[linkPart]!, linkOffset);
    linkPart = parts.length - 1;
    linkOffset = (isBig ? 8 : 2) + fields.length * (isBig ? 20 : 12);
  }
  return Buffer.concat(parts);
}

function cutBlocks(
  shape: TiffShape,
  value: (x: number, y: number, sample: number) => number,
  isLittle: boolean,
): Buffer[] {
  const width = shape.tile ?? SIZE;
  const height = shape.tile ?? SIZE / 2;
  const planes = shape.isPlanar === true ? shape.samples : 1;
  const perPixel = shape.isPlanar === true ? 1 : shape.samples;
  const blocks: Buffer[] = [];
  for (let plane = 0; plane < planes; plane += 1)
    for (let top = 0; top < SIZE; top += height)
      for (let left = 0; left < SIZE; left += width) {
        const rows = Array.from({ length: height }, (_, y) => {
          const samples = Array.from({ length: width * perPixel }, (__, index) =>
            value(left + Math.floor(index / perPixel), top + y, planes > 1 ? plane : index % perPixel),
          );
          return encodeRow(samples, shape, perPixel, isLittle);
        });
        blocks.push(Buffer.concat(rows));
      }
  return blocks;
}

function encodeRow(samples: readonly number[], shape: TiffShape, step: number, isLittle: boolean): Buffer {
  const { bits, predictor = 1 } = shape;
  if (shape.sampleFormat === 3) {
    const size = bits / 8;
    const row = Buffer.alloc(samples.length * size);
    samples.forEach((sample, index) => {
      if (bits === 32) isLittle ? row.writeFloatLE(sample, index * 4) : row.writeFloatBE(sample, index * 4);
      else isLittle ? row.writeDoubleLE(sample, index * 8) : row.writeDoubleBE(sample, index * 8);
    });
    return predictor === 3 ? spreadFloats(row, size, step, isLittle) : row;
  }
  const stored = samples.map((sample, index) =>
    predictor === 2 && index >= step ? (sample - samples[index - step]! + 2 ** bits) % 2 ** bits : sample,
  );
  if (bits % 8 === 0) {
    const row = Buffer.alloc((stored.length * bits) / 8);
    stored.forEach((sample, index) => {
      const unsigned = sample < 0 ? sample + 2 ** bits : sample;
      if (isLittle) row.writeUIntLE(unsigned, (index * bits) / 8, bits / 8);
      else row.writeUIntBE(unsigned, (index * bits) / 8, bits / 8);
    });
    return row;
  }
  const row = Buffer.alloc(Math.ceil((stored.length * bits) / 8));
  stored.forEach((sample, index) => {
    for (let bit = 0; bit < bits; bit += 1) {
      const at = index * bits + bit;
      if ((sample >> (bits - 1 - bit)) & 1) row[at >> 3]! |= 128 >> (at & 7);
    }
  });
  return row;
}

function spreadFloats(row: Buffer, size: number, step: number, isLittle: boolean): Buffer {
  const count = row.length / size;
  const out = Buffer.alloc(row.length);
  for (let index = 0; index < count; index += 1)
    for (let weight = 0; weight < size; weight += 1)
      out[weight * count + index] = row[index * size + (isLittle ? size - 1 - weight : weight)]!;
  for (let at = out.length - 1; at >= step; at -= 1) out[at] = (out[at]! - out[at - step]!) & 0xff;
  return out;
}

function compress(bytes: Buffer, { compression = 'none' }: TiffShape): Buffer {
  if (compression === 'deflate') return deflateSync(bytes);
  if (compression === 'zstd') return zstdCompressSync(bytes);
  if (compression === 'none') return bytes;
  // PackBits as runs of one: allowed, if not small; a run of equal bytes in front proves the other branch.
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    let run = 1;
    while (run < 128 && bytes[at + run] === bytes[at]) run += 1;
    parts.push(Buffer.from([run > 1 ? 257 - run : 0, bytes[at]!]));
    at += run;
  }
  return Buffer.concat(parts);
}
