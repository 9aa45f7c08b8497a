// Where on a scanned page does the text that was read from its picture stand that is to be covered?
import { type CoverTerms, findPassages } from '../../../domain/redaction/cover-rules.ts';
import type { PlacedText } from '../../readers/ocr.ts';
import type { PlacedLine } from '../../readers/text-lines/read-page-lines.ts';
import type { RedactionBox } from '../../store/schema/cases.ts';

/** Room around a passage, as a share of the line's height: the reader places a character, not its ink. */
const PAD = 0.12;
/** Boxes reach this many characters beyond the passage: half of its own first and last, and what the reader is off. */
const REACH = 1.1;

/** Suggested boxes of page `page` (1-based); a passage over several lines gets one box per line. */
export function suggestScanBoxes(
  { text, lines }: PlacedText,
  page: number,
  terms: CoverTerms,
): RedactionBox[] {
  return findPassages(text, terms).flatMap(({ start, end, reason }) =>
    lines.flatMap((line) => {
      const from = Math.max(start, line.start) - line.start;
      const to = Math.min(end, line.start + line.text.length) - line.start;
      return to > from ? [{ page, ...cutBox(line, from, to), reason }] : [];
    }),
  );
}

/** The upright rectangle around the characters `from`…`to` of a line that may be skew. */
function cutBox(line: PlacedLine, from: number, to: number): Omit<RedactionBox, 'page' | 'reason'> {
  const [begin, finish] = spanOf(line, from, to);
  const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = line.corners as [Point, Point, Point, Point];
  const along = (a: number, b: number, share: number): number => a + (b - a) * share;
  const xs = [along(ax, dx, begin), along(bx, cx, begin), along(ax, dx, finish), along(bx, cx, finish)];
  const ys = [along(ay, dy, begin), along(by, cy, begin), along(ay, dy, finish), along(by, cy, finish)];
  const padX = Math.abs(bx - ax) * PAD;
  const padY = Math.abs(by - ay) * PAD;
  const x = Math.max(0, Math.min(...xs) - padX);
  const y = Math.max(0, Math.min(...ys) - padY);
  return {
    x,
    y,
    width: Math.min(1 - x, Math.max(...xs) + padX - x),
    height: Math.min(1 - y, Math.max(...ys) + padY - y),
  };
}

type Point = readonly [number, number];

/** Shares of the line's length between which the characters stand; the whole line where their places are not known. */
function spanOf(line: PlacedLine, from: number, to: number): readonly [number, number] {
  const seen = line.places.filter(({ character }) => character.trim() !== '');
  const letters = Array.from(line.text).filter((character) => character.trim() !== '');
  // What stands in the text is what was seen, with other spaces. Anything else would place a box wrongly.
  if (seen.length === 0 || seen.length !== letters.length) return [0, 1];
  const lettersBefore = (index: number): number => line.text.slice(0, index).replace(/\s/g, '').length;
  const first = lettersBefore(from);
  const last = lettersBefore(to) - 1;
  if (last < first) return [0, 1];
  const pitch = 1 / Math.max(seen.length, 1);
  const reach = Math.max(pitch * REACH, gapAround(seen, first, -1) / 2, gapAround(seen, last, 1) / 2);
  return [
    first === 0 ? 0 : Math.max(0, seen[first]!.at - reach),
    last === seen.length - 1 ? 1 : Math.min(1, seen[last]!.at + reach),
  ];
}

/** Distance to the neighbour outside the passage, if it is near: wide letters stand further apart than the mean. */
function gapAround(seen: PlacedLine['places'], index: number, step: 1 | -1): number {
  const neighbour = seen[index + step];
  const gap = neighbour === undefined ? 0 : Math.abs(neighbour.at - seen[index]!.at);
  return gap > 0.06 ? 0 : gap;
}
