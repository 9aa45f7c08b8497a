// How is one stretch of text searched, rule after rule, so that no rule matches inside an earlier hit?
import type { CheckResult, FindingSource, IdentifierType, Reason } from '../inspection.ts';
import { toUpperAscii } from '../text/normalise.ts';

/** One page, file name, header or barcode under search. */
export interface Scan {
  /** Normalised text in its own case. */
  readonly text: string;
  /** The same with ASCII letters in upper case; same offsets. */
  readonly upper: string;
  /** `upper` with every hit so far blanked out. */
  masked: string;
  readonly page?: number;
  readonly source: FindingSource;
  /** Multiplies every confidence: 1 for text, less for OCR, file and folder names. */
  readonly trust: number;
}

/** A hit with its span in the text under search. */
export interface Hit {
  readonly type: IdentifierType;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly carrier?: string;
  readonly check: CheckResult;
  readonly confidence: number;
  readonly reason: Reason;
  /** False when the same span may hold another identifier as well. */
  readonly masks?: boolean;
}

export type Finder = (scan: Scan) => readonly Hit[];

/** Characters before and after a value in which a label counts (domain.md 3). */
export const LABEL_WINDOW = 40;

/** Stands for a character that belongs to an earlier hit. */
export const MASK = '\u0001';

export function createScan(text: string, source: FindingSource, trust: number, page?: number): Scan {
  const upper = toUpperAscii(text);
  return { text, upper, masked: upper, source, trust, ...(page === undefined ? {} : { page }) };
}

/** Runs one finder and blanks its hits for the finders after it. */
export function runFinder(scan: Scan, finder: Finder): readonly Hit[] {
  const hits = finder(scan);
  maskSpans(
    scan,
    hits.filter((hit) => hit.masks !== false),
  );
  return hits;
}

/** Blanks spans so that later rules neither match inside them nor join text across them. */
export function maskSpans(
  scan: Scan,
  spans: readonly { readonly start: number; readonly end: number }[],
): void {
  if (spans.length === 0) return;
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let position = 0;
  for (const span of sorted) {
    if (span.end <= position) continue;
    const start = Math.max(span.start, position);
    parts.push(scan.masked.slice(position, start), MASK.repeat(span.end - start));
    position = span.end;
  }
  parts.push(scan.masked.slice(position));
  scan.masked = parts.join('');
}

/** Is the label within ±40 characters of the span? */
export function hasLabelNear(
  scan: Scan,
  start: number,
  end: number,
  label: RegExp,
  window = LABEL_WINDOW,
): boolean {
  return (
    label.test(scan.upper.slice(Math.max(0, start - window), start)) ||
    label.test(scan.upper.slice(end, end + window))
  );
}

/** Is the label before the span, on its line or the line above, within the window? */
export function hasLabelBefore(scan: Scan, start: number, label: RegExp, window = LABEL_WINDOW): boolean {
  return label.test(scan.upper.slice(Math.max(0, start - window), start));
}

/** One cell of a line whose columns stand two spaces apart or more. */
export interface Cell {
  readonly text: string;
  readonly start: number;
}

export function splitCells(line: string, offset: number): Cell[] {
  return [...line.matchAll(/\S(?:.*?\S)??(?= {2}|$)/g)].map((match) => ({
    text: match[0],
    start: offset + match.index,
  }));
}
