// How is the value found that stands next to a label: on the same line, or in the table cell below it?
import type { CheckResult, IdentifierType } from '../inspection.ts';
import { findValueInNextBlock } from './label-block.ts';
import { findValueInRow } from './label-row.ts';
import type { Finder, Hit, Scan } from './scan.ts';

export interface LabelRule {
  readonly type: IdentifierType;
  /** Global and case-insensitive, on the text under search. */
  readonly label: RegExp;
  /** Sticky, on upper-cased text right after the label and its separators. Group `value` or the whole match. */
  readonly value: RegExp;
  readonly confidence: number;
  /** undefined rejects the value. */
  readonly judge?: (value: string, scan: Scan, start: number, end: number) => CheckResult | undefined;
  readonly normalise?: (raw: string) => string;
  readonly reason: string;
  /** Look in the line below when the label's own line holds no value (tables). */
  readonly below?: boolean;
  /** false: only the line below counts; the label is too common a word to take what follows it. */
  readonly after?: boolean;
}

/** What may stand between a label and its value. */
const SEPARATORS =
  /[\s:#.\-=*()[\]<>"'|/]*(?:(?:NO|NR|NUM|NUMBER|NUMMER|NUM[EÉ]RO|ID|CODE|IS|N[°ºO])(?![A-Z0-9])[\s:#.\-=*()"']*|(?:号码|号|编号|编码|番号)[\s:#.\-=*()"']*|[°º][\s:#.]*)*/y;

/** Makes the finder of one label-bound rule. */
export function createLabelFinder(rule: LabelRule): Finder {
  return (scan) => {
    const hits: Hit[] = [];
    rule.label.lastIndex = 0;
    for (let match = rule.label.exec(scan.upper); match !== null; match = rule.label.exec(scan.upper)) {
      if (match[0].length === 0) {
        rule.label.lastIndex++;
        continue;
      }
      const labelEnd = match.index + match[0].length;
      const hit = findHit(rule, scan, match.index, labelEnd);
      if (hit !== undefined && !hits.some((other) => other.start === hit.start)) hits.push(hit);
    }
    return hits;
  };
}

function findHit(rule: LabelRule, scan: Scan, labelStart: number, labelEnd: number): Hit | undefined {
  const isLabel = (column: string): boolean => new RegExp(rule.label.source, rule.label.flags).test(column);
  const row = rule.below === false ? undefined : findValueInRow(scan.masked, labelStart, labelEnd, isLabel);
  if (row === null) return undefined;
  if (row !== undefined) {
    const hit = hitAt(rule, scan, row);
    return hit === undefined ? undefined : { ...hit, confidence: hit.confidence * 0.9 };
  }
  return (
    (rule.after === false ? undefined : hitAfter(rule, scan, labelEnd)) ??
    (rule.below === false
      ? undefined
      : (hitBelow(rule, scan, labelStart, labelEnd) ?? hitInNextBlock(rule, scan, labelStart, labelEnd)))
  );
}

function hitAfter(rule: LabelRule, scan: Scan, labelEnd: number): Hit | undefined {
  SEPARATORS.lastIndex = labelEnd;
  const gap = SEPARATORS.exec(scan.masked)?.[0] ?? '';
  const gapBreaks = gap.split('\n').length - 1;
  if (gapBreaks > 1 || gap.length > 30) return undefined;
  if (gapBreaks === 1 && !isLabelAlone(scan, labelEnd)) return undefined;
  return hitAt(rule, scan, labelEnd + gap.length);
}

/** A value on the next line counts as "after the label" only when the label ends its line. */
function isLabelAlone(scan: Scan, labelEnd: number): boolean {
  return /^[\s:#.-]*(?:NO|NR|NUMBER|ID|号码?|编号)?[\s:#.-]*\n/.test(
    scan.upper.slice(labelEnd, labelEnd + 30),
  );
}

/**
 * Tables: the header line holds several labels, the line below their values. The cell with the same number counts,
 * then a cell that starts near the label's column.
 */
function hitBelow(rule: LabelRule, scan: Scan, labelStart: number, labelEnd: number): Hit | undefined {
  // Bounded windows: a text without line ends must not be searched again for every label.
  const lineStart =
    labelStart -
    (/[^\n]*$/.exec(scan.masked.slice(Math.max(0, labelStart - MAX_HEADER), labelStart))?.[0].length ?? 0);
  const distance = scan.masked.slice(labelEnd, labelEnd + MAX_HEADER).indexOf('\n');
  const lineEnd = labelEnd + distance;
  if (distance < 0 || lineEnd - lineStart > MAX_HEADER) return undefined;
  const rest = scan.masked.slice(labelEnd, lineEnd);
  if (/\d{3}/.test(rest)) return undefined;
  const headerCells = splitCells(scan.masked, lineStart, lineEnd);
  const index = headerCells.findIndex((cell) => labelStart >= cell.start && labelStart < cell.end);
  let belowStart = lineEnd + 1;
  if (scan.masked[belowStart] === '\n') belowStart++;
  const belowLength = scan.masked.slice(belowStart, belowStart + MAX_HEADER).indexOf('\n');
  const belowEnd =
    belowLength < 0 ? Math.min(scan.masked.length, belowStart + MAX_HEADER) : belowStart + belowLength;
  const cells = splitCells(scan.masked, belowStart, belowEnd);
  if (cells.length === 0 || cells.length > headerCells.length + 2) return undefined;
  const sameCount = cells.length === headerCells.length;
  const column = labelStart - lineStart;
  const ordered = sameCount
    ? [cells[index]]
    : [...cells].sort(
        (a, b) => Math.abs(a.start - belowStart - column) - Math.abs(b.start - belowStart - column),
      );
  for (const cell of ordered.slice(0, 2)) {
    if (cell === undefined) continue;
    const hit = hitAt(rule, scan, cell.start);
    if (hit !== undefined && hit.end <= cell.end) return { ...hit, confidence: hit.confidence * 0.9 };
  }
  return undefined;
}

/** Forms whose labels were read as one column and their values as the next. */
function hitInNextBlock(rule: LabelRule, scan: Scan, labelStart: number, labelEnd: number): Hit | undefined {
  const position = findValueInNextBlock(scan.upper, labelStart, labelEnd);
  if (position === undefined) return undefined;
  const hit = hitAt(rule, scan, position);
  return hit === undefined ? undefined : { ...hit, confidence: hit.confidence * 0.9 };
}

/** Table heads are shorter lines than this. */
const MAX_HEADER = 400;

interface Cell {
  readonly start: number;
  readonly end: number;
}

/** Cells of a line: separated by two spaces or more, or a vertical bar. */
function splitCells(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  const pattern = /[^ |][^|]*?(?= {2}|\||$)/g;
  const line = text.slice(start, end);
  for (const match of line.matchAll(pattern)) {
    cells.push({ start: start + match.index, end: start + match.index + match[0].length });
  }
  return cells;
}

function hitAt(rule: LabelRule, scan: Scan, position: number): Hit | undefined {
  rule.value.lastIndex = position;
  const match = rule.value.exec(scan.masked);
  if (match === null) return undefined;
  const raw = match.groups?.value ?? match[0];
  const start = match.index + match[0].lastIndexOf(raw);
  const end = start + raw.length;
  const value = rule.normalise === undefined ? raw.replace(/\s/g, '') : rule.normalise(raw);
  const check = rule.judge === undefined ? 'no_check' : rule.judge(value, scan, start, end);
  if (check === undefined) return undefined;
  const confidence = check === 'fails_check' ? rule.confidence * 0.6 : rule.confidence;
  return { type: rule.type, value, start, end, check, confidence, reason: { code: rule.reason } };
}
