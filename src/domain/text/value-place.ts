// Where on a form does a value stand: beside which words, below which words, or as the how-manieth of its sort?
import type { PageText } from '../reading.ts';
import type { AmountMatch } from './amount-formats.ts';
import { matchAmounts } from './amount-formats.ts';
import type { DateMatch } from './date-formats.ts';
import { matchDates } from './date-formats.ts';
import type { TextLine } from './document-text.ts';
import { readLines, splitLineCells } from './document-text.ts';
import { moneyOf } from './money-lines.ts';

/** Words around a value, upper case and without figures; empty where there are none. Plain data. */
export interface ValuePlace {
  /** On the same line, before the value. */
  readonly before: string;
  /** Head of its column, or the line above it. */
  readonly above: string;
  /** Right behind the value. */
  readonly after: string;
  /** 0-based among the values that stand so, and how many of them there are. */
  readonly nth: number;
  readonly count: number;
}

type Words = Pick<ValuePlace, 'before' | 'above' | 'after'>;

export interface PlacedValue<T> {
  readonly value: T;
  readonly page: number;
  readonly words: Words;
}

const MAX_PAGES = 10;
const MAX_LINES = 500;
const MAX_WORDS = 40;

/** The lines that places are looked for in. */
export function placeLines(pages: readonly PageText[]): TextLine[] {
  return readLines(pages.slice(0, MAX_PAGES)).slice(0, MAX_LINES);
}

export function placedDates(lines: readonly TextLine[]): PlacedValue<DateMatch>[] {
  return lines.flatMap((line) =>
    matchDates(line.upper).map((match) => ({
      value: match,
      page: line.page,
      words: wordsAround(lines, line, match.start, match.end),
    })),
  );
}

/** `value` as a person gave it: money without cents counts only where that is what was meant. */
export function placedAmounts(lines: readonly TextLine[], isWhole: boolean): PlacedValue<AmountMatch>[] {
  return lines.flatMap((line) =>
    (isWhole ? matchAmounts(line.upper) : moneyOf(line)).map((match) => ({
      value: match,
      page: line.page,
      words: wordsAround(lines, line, match.start, match.end),
    })),
  );
}

/** The place of the value at `index`; undefined for an index that is none. */
export function placeOf<T>(values: readonly PlacedValue<T>[], index: number): ValuePlace | undefined {
  const own = values[index];
  if (own === undefined) return undefined;
  const alike = values.filter((other) => isAlike(own.words, other.words));
  return { ...own.words, nth: alike.indexOf(own), count: alike.length };
}

/** The value that stands where `place` says; undefined when nothing on this paper stands so. */
export function valueAt<T>(values: readonly PlacedValue<T>[], place: ValuePlace): PlacedValue<T> | undefined {
  const alike = values.filter((other) => isAlike(place, other.words));
  if (alike.length === 0) return undefined;
  // The first ones are counted from the top, the last ones from the end: tables between them grow.
  const fromTop = place.nth * 2 < place.count || place.nth === 0;
  const index = fromTop ? place.nth : alike.length - (place.count - place.nth);
  return alike[Math.min(Math.max(0, index), alike.length - 1)];
}

/** True where words tell the place; without them only the order of values does. */
export function hasWords(place: Words): boolean {
  return place.before !== '' || place.above !== '' || place.after !== '';
}

/** What a person is told about the place. */
export function nameOfPlace(place: Words): string {
  return place.before || place.after || place.above;
}

function isAlike(wanted: Words, other: Words): boolean {
  if (wanted.before !== '') return other.before === wanted.before;
  if (other.before !== '') return false;
  if (wanted.after !== '') return other.after === wanted.after;
  if (other.after !== '') return false;
  return wanted.above === other.above;
}

function wordsAround(lines: readonly TextLine[], line: TextLine, start: number, end: number): Words {
  const cells = splitLineCells(line.upper);
  const index = Math.max(
    0,
    cells.findLastIndex((cell) => cell.start <= start),
  );
  const cell = cells[index] ?? { text: line.upper, start: 0 };
  const inCell = cleanWords(line.upper.slice(cell.start, start));
  const left = cells[index - 1]?.text ?? '';
  const before = inCell !== '' ? inCell : /\d/.test(left) ? '' : cleanWords(left);
  return {
    before,
    above: headAbove(lines, line, cells.length, index),
    after: cleanWords(line.upper.slice(end, cell.start + cell.text.length)),
  };
}

/** Of a column, or the whole line where the value stands alone. */
function headAbove(lines: readonly TextLine[], line: TextLine, cells: number, index: number): string {
  const above = lines[line.index - 1];
  if (above === undefined || above.page !== line.page) return '';
  const heads = splitLineCells(above.upper);
  const head = heads.length === cells ? heads[index]?.text : undefined;
  return head === undefined || /\d/.test(head) ? '' : cleanWords(head);
}

/** Letters behind the last figure, without marks around them. */
export function cleanWords(text: string): string {
  const words = text
    .replace(/^.*\d\S*/s, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(-MAX_WORDS)
    .trim();
  return /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{L}{2}/u.test(words) ? words : '';
}
