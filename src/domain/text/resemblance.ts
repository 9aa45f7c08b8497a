// Do two documents say nearly the same, or show nearly the same picture, although their bytes differ?
import type { PageText } from '../reading.ts';

/**
 * One-permutation min-hash (Li, Owen, Zhang 2012; empty bins borrowed as in Shrivastava 2014): the smallest 16-bit hash
 * of the text's four-character pieces per bin. Equal bins ÷ bins estimates the share of pieces that both texts have.
 */
const BINS = 64;
const PIECE = 4;
const MAX_CHARACTERS = 8_000;
/** Less says too little: any two short notes are alike. */
const LEAST_CHARACTERS = 120;
const BANDS = 8;
const BINS_PER_BAND = 3;
const EMPTY = 0xffff;

/** 64 bins of four hexadecimal digits, or undefined when there is too little text to compare. */
export function signText(pages: readonly PageText[]): string | undefined {
  let text = '';
  for (const page of pages) {
    if (page.source === 'xml') continue;
    text += page.text
      .slice(0, MAX_CHARACTERS * 2)
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
    if (text.length >= MAX_CHARACTERS) break;
  }
  text = text.slice(0, MAX_CHARACTERS);
  if (text.length < LEAST_CHARACTERS) return undefined;
  const bins = new Uint16Array(BINS).fill(EMPTY);
  for (let at = 0; at + PIECE <= text.length; at += 1) {
    let hash = 0x811c9dc5;
    for (let offset = 0; offset < PIECE; offset += 1)
      hash = Math.imul(hash ^ text.charCodeAt(at + offset), 0x01000193);
    // FNV leaves its high bits weak for short input; one more mix spreads them over the bins.
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 12;
    const bin = hash & (BINS - 1);
    const value = (hash >>> 8) & EMPTY;
    if (value < bins[bin]!) bins[bin] = value;
  }
  let sign = '';
  for (let bin = 0; bin < BINS; bin += 1) {
    let from = bin;
    while (bins[from] === EMPTY && from < bin + BINS - 1) from += 1;
    sign += bins[from % BINS]!.toString(16).padStart(4, '0');
  }
  return sign;
}

/** Share of text that two signed documents have in common, 0…1 (an estimate, ± 0.06). */
export function compareTextSigns(a: string, b: string): number {
  let equal = 0;
  for (let at = 0; at < BINS * 4; at += 4) if (a.slice(at, at + 4) === b.slice(at, at + 4)) equal += 1;
  return equal / BINS;
}

/** Keys of which two texts share at least one when they are alike: 97 % of pairs with 0.7 in common, 0.02 % with 0.03. */
export function bandsOfText(sign: string): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const start = band * BINS_PER_BAND * 4;
    // Six bytes of bins and the band number stay below 2^53.
    return band * 2 ** 48 + Number.parseInt(sign.slice(start, start + BINS_PER_BAND * 4), 16);
  });
}

const HASH_SIDE = 8;
const HASH_BITS = HASH_SIDE * HASH_SIDE * 2;
const LEAST_CONTRAST = 12;
const IMAGE_BANDS = 8;

/**
 * Difference hash of a picture (dHash, Krawetz 2013) along rows and columns: 32 hexadecimal digits. It survives saving
 * again, scaling and small changes of light. Undefined for pictures of one colour. `grey` holds one byte per pixel.
 */
export function signImage(grey: Uint8Array, width: number, height: number): string | undefined {
  if (width < HASH_SIDE + 1 || height < HASH_SIDE + 1) return undefined;
  const side = HASH_SIDE + 1;
  const cells = new Float64Array(side * side);
  for (let row = 0; row < side; row += 1) {
    const top = Math.floor((row * height) / side);
    const bottom = Math.max(top + 1, Math.floor(((row + 1) * height) / side));
    for (let column = 0; column < side; column += 1) {
      const left = Math.floor((column * width) / side);
      const right = Math.max(left + 1, Math.floor(((column + 1) * width) / side));
      let sum = 0;
      for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) sum += grey[y * width + x]!;
      cells[row * side + column] = sum / ((bottom - top) * (right - left));
    }
  }
  if (Math.max(...cells) - Math.min(...cells) < LEAST_CONTRAST) return undefined;
  let bits = '';
  for (let row = 0; row < HASH_SIDE; row += 1)
    for (let column = 0; column < HASH_SIDE; column += 1)
      bits += cells[row * side + column]! < cells[row * side + column + 1]! ? '1' : '0';
  for (let row = 0; row < HASH_SIDE; row += 1)
    for (let column = 0; column < HASH_SIDE; column += 1)
      bits += cells[row * side + column]! < cells[(row + 1) * side + column]! ? '1' : '0';
  let sign = '';
  for (let at = 0; at < HASH_BITS; at += 4) sign += Number.parseInt(bits.slice(at, at + 4), 2).toString(16);
  return sign;
}

/** Number of differing bits of two picture signs, 0…128. */
export function compareImageSigns(a: string, b: string): number {
  let differing = 0;
  for (let at = 0; at < HASH_BITS / 4; at += 1) {
    let bits = Number.parseInt(a[at] ?? '0', 16) ^ Number.parseInt(b[at] ?? '0', 16);
    while (bits !== 0) {
      differing += bits & 1;
      bits >>= 1;
    }
  }
  return differing;
}

/** Keys of which two pictures share at least one when fewer than eight of their bits differ (pigeonhole). */
export function bandsOfImage(sign: string): number[] {
  const digits = HASH_BITS / 4 / IMAGE_BANDS;
  return Array.from(
    { length: IMAGE_BANDS },
    (_, band) => (64 + band) * 2 ** 16 + Number.parseInt(sign.slice(band * digits, (band + 1) * digits), 16),
  );
}

export interface SignedDocument {
  readonly textSign: string | null;
  readonly imageSign: string | null;
  /** Numbers that stand for one deal or parcel (order, invoice, tracking …), as "type:value". */
  readonly ownNumbers: ReadonlySet<string>;
  /** ISO date that is printed on the paper; null when none was found. */
  readonly printedOn: string | null;
}

export interface Resemblance {
  readonly by: 'text' | 'picture';
  /** 0…100. */
  readonly percent: number;
}

const ALIKE_TEXT = 0.45;
/** Papers of one template are alike, too; without a number in common they must be nearly the same. */
const ALIKE_TEXT_WITHOUT_NUMBERS = 0.8;
const ALIKE_BITS = 7;
const HARDLY_ANY_BITS = 3;

/** Null when the two are different papers or pictures. Papers that name different deals are never the same. */
export function findResemblance(a: SignedDocument, b: SignedDocument): Resemblance | null {
  const common = [...a.ownNumbers].some((number) => b.ownNumbers.has(number));
  if (!common && a.ownNumbers.size > 0 && b.ownNumbers.size > 0) return null;
  if (a.textSign !== null && b.textSign !== null) {
    // The same letter or statement of another day, with no number that says otherwise, is another paper.
    if (!common && a.printedOn !== null && b.printedOn !== null && a.printedOn !== b.printedOn) return null;
    const share = compareTextSigns(a.textSign, b.textSign);
    return share >= (common ? ALIKE_TEXT : ALIKE_TEXT_WITHOUT_NUMBERS)
      ? { by: 'text', percent: Math.round(share * 100) }
      : null;
  }
  if (a.imageSign === null || b.imageSign === null) return null;
  const differing = compareImageSigns(a.imageSign, b.imageSign);
  // Scanned papers look alike from afar: where only one has been read yet, the pictures must agree almost wholly.
  const allowed = a.textSign === null && b.textSign === null ? ALIKE_BITS : HARDLY_ANY_BITS;
  return differing <= allowed
    ? { by: 'picture', percent: Math.round((1 - differing / HASH_BITS) * 100) }
    : null;
}
