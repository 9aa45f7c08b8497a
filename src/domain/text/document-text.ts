// What is the text of a document in the shape that date, amount and party rules read: pages of normalised lines?
import type { PageText } from '../reading.ts';
import { capScanText, normaliseText, toUpperAscii } from './normalise.ts';
import { xmlToLines } from './xml-leaves.ts';

export interface TextLine {
  readonly page: number;
  /** Normalised, own case, trimmed. */
  readonly text: string;
  /** Same offsets, upper case. */
  readonly upper: string;
  /** 0-based number within the document. */
  readonly index: number;
}

const MAX_CHARACTERS = 200_000;

/** Dates, amounts and parties are read from the same pages, one after another. */
const LINES_OF_PAGES = new WeakMap<readonly PageText[], readonly TextLine[]>();

/** Non-empty lines of the document, pages in order; long documents keep their beginning and end. */
export function readLines(pages: readonly PageText[]): readonly TextLine[] {
  const known = LINES_OF_PAGES.get(pages);
  if (known !== undefined) return known;
  const lines = splitPages(pages);
  LINES_OF_PAGES.set(pages, lines);
  return lines;
}

function splitPages(pages: readonly PageText[]): TextLine[] {
  const lines: TextLine[] = [];
  let budget = MAX_CHARACTERS;
  for (const page of pages) {
    if (budget <= 0) break;
    const capped = capScanText(page.text, Math.max(1000, budget - 20_000), 20_000);
    const text = normaliseText(page.source === 'xml' ? xmlToLines(capped) : capped);
    budget -= text.length;
    for (const raw of text.split('\n')) {
      const line = raw.trim().slice(0, 2000);
      if (line === '') continue;
      lines.push({ page: page.page, text: line, upper: toUpperAscii(line), index: lines.length });
    }
  }
  return lines;
}

/** Cells of a line: parts with two spaces or more, or a bar, between them. Offsets are within the line. */
export function splitLineCells(line: string): { readonly text: string; readonly start: number }[] {
  const cells: { text: string; start: number }[] = [];
  for (const match of line.matchAll(/[^ |][^|]*?(?= {2}|\||$)/g))
    cells.push({ text: match[0].trim(), start: match.index });
  return cells;
}

const LATIN = /[A-Z\u00c0-\u024f]/;

/** Is the span only a part of a longer Latin word ("IVA" in "PRIVAT")? On upper-cased text. */
export function isInsideWord(upper: string, start: number, end: number): boolean {
  const opens = LATIN.test(upper[start] ?? '') && LATIN.test(upper[start - 1] ?? '');
  const closes = LATIN.test(upper[end - 1] ?? '') && LATIN.test(upper[end] ?? '');
  return opens || closes;
}
