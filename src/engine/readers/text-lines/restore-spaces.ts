// Where do spaces belong between Latin words, which the Chinese model runs together?
import type { GreyImage } from './grey-image.ts';
import type { DecodedLine } from './line-models.ts';

/** Share of the line's contrast below which a column is paper. */
const PAPER_SHARE = 0.3;
/** A space is at least this wide (share of the line's height) and this much wider than the gaps between letters. */
const LEAST_SPACE = 0.17;
const SPACE_BY_GAP = 2;
/** Where the model itself half sees a space, a smaller gap is enough (docs/decisions/0007-ocr.md). */
const HALF_SEEN = 0.07;
const LEAST_HALF_SEEN = 0.08;
/** Around narrow signs the gap is wide even where nothing stands between. */
const NARROW = /[.,:;'’`!|\-/]/;
const NARROW_FACTOR = 2;
const NEEDS_NO_SPACE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。：；、（）《》【】￥“”]/u;

/** The text of `marks` with a space wherever the picture shows a gap too wide for one between letters. */
export function restoreSpaces(
  { marks, spaces }: Pick<DecodedLine, 'marks' | 'spaces'>,
  line: GreyImage,
  pixelsPerStep: number,
): string {
  if (marks.length < 2)
    return marks
      .map(({ character }) => character)
      .join('')
      .trim();
  const isPaper = findPaperColumns(line);
  const gaps = marks.map((mark, index) => {
    const next = marks[index + 1];
    return next === undefined
      ? 0
      : widestGap(isPaper, mark.step * pixelsPerStep, (next.step + 1) * pixelsPerStep);
  });
  const ordered = gaps.slice(0, -1).sort((a, b) => a - b);
  const usual = ordered[Math.floor(ordered.length * 0.4)] ?? 0;
  const least = Math.max(LEAST_SPACE * line.height, usual * SPACE_BY_GAP + 1);
  let text = '';
  for (const [index, { character, step }] of marks.entries()) {
    text += character;
    const following = marks[index + 1];
    if (following === undefined) continue;
    const next = following.character;
    if (character === ' ' || next === ' ') continue;
    if (NEEDS_NO_SPACE.test(character) || NEEDS_NO_SPACE.test(next)) continue;
    const isNumber = isWithinNumber(character, next);
    const factor = NARROW.test(character) || NARROW.test(next) || isNumber ? NARROW_FACTOR : 1;
    const isHalfSeen =
      !isNumber && spaces.subarray(step, following.step + 1).some((likely) => likely >= HALF_SEEN);
    const needed = isHalfSeen ? Math.min(least * factor, LEAST_HALF_SEEN * line.height) : least * factor;
    if (gaps[index]! >= needed) text += ' ';
  }
  return text.replace(/ {2,}/g, ' ').trim();
}

/** Digits stand on a grid: a 1 has wide gaps on both sides, and a number falsely split is found by nobody. */
function isWithinNumber(character: string, next: string): boolean {
  return /\d/.test(character) && /\d/.test(next);
}

/** 1 for columns of the line without ink. */
function findPaperColumns({ data, width, height }: GreyImage): Uint8Array {
  const histogram = new Uint32Array(256);
  for (const value of data) histogram[value] = histogram[value]! + 1;
  const paper = percentile(histogram, data.length * 0.7);
  const ink = percentile(histogram, data.length * 0.03);
  // White print on dark ground: ink is then what is bright.
  const isInverted = paper < 110;
  const threshold = isInverted
    ? paper + (percentile(histogram, data.length * 0.97) - paper) * PAPER_SHARE
    : paper - (paper - ink) * PAPER_SHARE;
  const columns = new Uint8Array(width);
  const top = Math.round(height * 0.15);
  const bottom = Math.round(height * 0.85);
  for (let column = 0; column < width; column += 1) {
    let dark = 0;
    for (let row = top; row < bottom; row += 1) {
      const value = data[row * width + column]!;
      if (isInverted ? value > threshold : value < threshold) dark += 1;
    }
    columns[column] = dark <= 1 ? 1 : 0;
  }
  return columns;
}

function percentile(histogram: Uint32Array, wanted: number): number {
  let sum = 0;
  for (const [value, count] of histogram.entries()) {
    sum += count;
    if (sum >= wanted) return value;
  }
  return 255;
}

function widestGap(isPaper: Uint8Array, from: number, to: number): number {
  let widest = 0;
  let current = 0;
  for (let column = Math.floor(from); column < Math.min(isPaper.length, Math.ceil(to)); column += 1) {
    current = isPaper[column] === 1 ? current + 1 : 0;
    if (current > widest) widest = current;
  }
  return widest;
}
