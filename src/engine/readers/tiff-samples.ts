// Which numbers do the bytes of a TIFF block stand for, and which colour do they make on white paper?
import { PHOTOMETRIC, type TiffLayout } from './tiff-layout.ts';

/** Which values are black and white. */
export interface ValueScale {
  readonly black: number;
  readonly white: number;
  /** Spread beyond what the file says, so that something is seen. */
  readonly isBrightened: boolean;
}

/** Decodes one block of `rows` rows (of one plane where planes are separate). `read` gives its bytes. */
export function readSamples(
  layout: TiffLayout,
  rows: number,
  read: (wantedBytes: number) => Buffer,
): Float32Array {
  if (layout.photometric === PHOTOMETRIC.ycbcr && !layout.isPlanar) return readSubsampled(layout, rows, read);
  const perRow = layout.blockWidth * (layout.isPlanar ? 1 : layout.samples);
  const rowBytes = Math.ceil((perRow * layout.bits) / 8);
  const bytes = read(rowBytes * rows);
  const samples = new Float32Array(perRow * rows);
  const decode = sampleReader(layout, bytes);
  for (let row = 0; row < rows && (row + 1) * rowBytes <= bytes.length; row += 1)
    for (let index = 0; index < perRow; index += 1)
      samples[row * perRow + index] = decode(row * rowBytes, index);
  return samples;
}

/** Value of sample `index` in the row that begins at byte `row`. */
function sampleReader(
  { bits, sampleFormat, isLittleEndian: little }: TiffLayout,
  bytes: Buffer,
): (row: number, index: number) => number {
  if (sampleFormat === 3) {
    if (bits === 16)
      return (row, index) =>
        halfToNumber(little ? bytes.readUInt16LE(row + index * 2) : bytes.readUInt16BE(row + index * 2));
    if (bits === 32)
      return (row, index) =>
        finite(little ? bytes.readFloatLE(row + index * 4) : bytes.readFloatBE(row + index * 4));
    if (bits === 64)
      return (row, index) =>
        finite(little ? bytes.readDoubleLE(row + index * 8) : bytes.readDoubleBE(row + index * 8));
    throw new Error(`floating point of ${bits} bits is not supported`);
  }
  const isSigned = sampleFormat === 2;
  if (bits === 8 || bits === 16 || bits === 24 || bits === 32) {
    const size = bits / 8;
    if (isSigned)
      return (row, index) =>
        little ? bytes.readIntLE(row + index * size, size) : bytes.readIntBE(row + index * size, size);
    return (row, index) =>
      little ? bytes.readUIntLE(row + index * size, size) : bytes.readUIntBE(row + index * size, size);
  }
  if (bits > 24) throw new Error(`${bits} bits are not supported`);
  // Packed, high bit first.
  return (row, index) => {
    let value = 0;
    for (let bit = index * bits; bit < (index + 1) * bits; bit += 1)
      value = (value << 1) | ((bytes[row + (bit >> 3)]! >> (7 - (bit & 7))) & 1);
    return value;
  };
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return 0;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Uncompressed Y'CbCr (TIFF 6.0 section 21): units of several luminances and one pair of colour differences. */
function readSubsampled(
  layout: TiffLayout,
  rows: number,
  read: (wantedBytes: number) => Buffer,
): Float32Array {
  const [across, down] = layout.subsampling;
  if (layout.bits !== 8 || across < 1 || down < 1 || across > 4 || down > 4)
    throw new Error('this subsampling is not supported');
  const unitsAcross = Math.ceil(layout.blockWidth / across);
  const unitBytes = across * down + 2;
  const bytes = read(unitsAcross * Math.ceil(rows / down) * unitBytes);
  const samples = new Float32Array(layout.blockWidth * rows * 3);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < layout.blockWidth; x += 1) {
      const unit = (Math.floor(y / down) * unitsAcross + Math.floor(x / across)) * unitBytes;
      const at = (y * layout.blockWidth + x) * 3;
      samples[at] = bytes[unit + (y % down) * across + (x % across)] ?? 255;
      samples[at + 1] = bytes[unit + across * down] ?? 128;
      samples[at + 2] = bytes[unit + across * down + 1] ?? 128;
    }
  }
  return samples;
}

export interface BlockPlace {
  readonly left: number;
  readonly top: number;
  readonly rows: number;
  readonly columns: number;
}

/** Paints one block into `rgb`; what is transparent shows white. */
export function toRgb(
  layout: TiffLayout,
  planes: readonly Float32Array[],
  place: BlockPlace,
  colours: number,
  scale: ValueScale,
  rgb: Buffer,
): void {
  const step = layout.isPlanar ? 1 : layout.samples;
  const span = scale.white - scale.black || 1;
  const alphaKind = layout.extraSamples[0] ?? 0;
  const hasAlpha = layout.samples > colours && (alphaKind === 1 || alphaKind === 2);
  const alphaWhite = layout.sampleFormat === 3 ? 1 : 2 ** layout.bits - 1;
  const isPalette = layout.photometric === PHOTOMETRIC.palette;
  const values = new Float64Array(colours);
  const colour = new Float64Array(3);
  for (let row = 0; row < place.rows; row += 1) {
    for (let column = 0; column < place.columns; column += 1) {
      const at = (row * layout.blockWidth + column) * step;
      const sampleAt = (sample: number): number =>
        layout.isPlanar ? (planes[sample]?.[at] ?? 0) : planes[0]![at + sample]!;
      for (let sample = 0; sample < colours; sample += 1) {
        const value = sampleAt(sample);
        values[sample] = isPalette ? value : Math.min(1, Math.max(0, (value - scale.black) / span));
      }
      paint(layout, values, colour);
      const to = ((place.top + row) * layout.width + place.left + column) * 3;
      const alpha = hasAlpha ? Math.min(1, Math.max(0, sampleAt(colours) / alphaWhite)) : 1;
      for (let channel = 0; channel < 3; channel += 1) {
        const shown = alphaKind === 1 && hasAlpha ? colour[channel]! : colour[channel]! * alpha;
        rgb[to + channel] = Math.round(Math.min(1, Math.max(0, shown + 1 - alpha)) * 255);
      }
    }
  }
}

/** Colour of one pixel from 0 to 1. */
function paint(layout: TiffLayout, values: Float64Array, colour: Float64Array): void {
  const [first = 0, second = 0, third = 0, fourth = 0] = values;
  switch (layout.photometric) {
    case PHOTOMETRIC.rgb:
      if (layout.sampleFormat === 3)
        colour.set([encodeLight(first), encodeLight(second), encodeLight(third)]);
      else colour.set([first, second, third]);
      return;
    case PHOTOMETRIC.palette: {
      const size = 2 ** layout.bits;
      for (let channel = 0; channel < 3; channel += 1)
        colour[channel] = (layout.colourMap[channel * size + first] ?? 0) / 65_535;
      return;
    }
    case PHOTOMETRIC.cmyk:
      colour.set([(1 - first) * (1 - fourth), (1 - second) * (1 - fourth), (1 - third) * (1 - fourth)]);
      return;
    case PHOTOMETRIC.ycbcr: {
      const blue = second - 128 / 255;
      const red = third - 128 / 255;
      colour.set([first + 1.402 * red, first - 0.344_136 * blue - 0.714_136 * red, first + 1.772 * blue]);
      return;
    }
    case PHOTOMETRIC.cieLab:
      paintLab(layout.bits, first, second, third, colour);
      return;
    case PHOTOMETRIC.whiteIsZero:
      colour.fill(1 - first);
      return;
    default:
      colour.fill(first);
  }
}

/** CIE L*a*b* (D50) as TIFF 6.0 section 23 stores it: a and b are signed numbers in unsigned samples. */
function paintLab(bits: number, first: number, second: number, third: number, colour: Float64Array): void {
  const full = 2 ** bits;
  const signed = (share: number): number => {
    const value = share * (full - 1);
    return (value >= full / 2 ? value - full : value) / (full / 256);
  };
  const y = (first * 100 + 16) / 116;
  const cube = (t: number): number => (t > 6 / 29 ? t ** 3 : 3 * (6 / 29) ** 2 * (t - 4 / 29));
  const [X, Y, Z] = [
    0.9642 * cube(y + signed(second) / 500),
    cube(y),
    0.8249 * cube(y - signed(third) / 200),
  ];
  colour.set([
    encodeLight(3.134_1 * X - 1.617_4 * Y - 0.490_7 * Z),
    encodeLight(-0.978_8 * X + 1.916_1 * Y + 0.033_5 * Z),
    encodeLight(0.071_9 * X - 0.228_9 * Y + 1.405_2 * Z),
  ]);
}

/** sRGB's curve: floating point samples hold light, not its picture. */
function encodeLight(light: number): number {
  if (light <= 0.003_130_8) return Math.max(0, light * 12.92);
  return Math.min(1, 1.055 * light ** (1 / 2.4) - 0.055);
}
