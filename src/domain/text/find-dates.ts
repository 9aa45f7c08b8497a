// Which dates does a document state, and what happened on them?
import type { DateRole, FoundDate, RecogniseInput } from '../inspection.ts';
import type { DateMatch } from './date-formats.ts';
import { toIso } from './date-formats.ts';
import { DATE_LABELS, PERIOD_RANGE, RANGE_BETWEEN, VALIDITY_RANGE } from './date-labels.ts';
import type { TextLine } from './document-text.ts';
import { isInsideWord, readLines, splitLineCells } from './document-text.ts';
import { datesOf } from './money-lines.ts';

/** Dates beyond this number carry no news (tables of transactions). */
const MAX_DATES = 60;

interface Role {
  readonly role: DateRole;
  readonly label: string;
  readonly confidence: number;
}

interface Candidate {
  readonly line: TextLine;
  readonly match: DateMatch;
  readonly role: Role | undefined;
}

/**
 * Dates with their roles, surest first. Ambiguous 01/12/2026 follows the other dates of the document, then what a
 * person taught about such papers (`taughtOrder`), then its language and currency (month first only for US papers).
 * Times stay without zone when the document names none.
 */
export function findDates(input: RecogniseInput, taughtOrder?: 'dmy' | 'mdy'): FoundDate[] {
  const found: FoundDate[] = [];
  const sentAt = input.properties.email?.sentAt;
  if (sentAt !== undefined)
    found.push({ role: 'sent', value: sentAt, confidence: 0.99, reason: { code: 'dateSent' } });
  const takenAt = input.media.takenAt;
  if (takenAt !== undefined)
    found.push({ role: 'taken', value: takenAt, confidence: 0.98, reason: { code: 'dateTaken' } });
  const lines = readLines(input.pages);
  const candidates = collectCandidates(lines);
  const order = decideOrder(
    candidates,
    lines,
    /@(?:[\w-]+\.)*amazon\.com>?$/i.test(input.properties.email?.from ?? ''),
    taughtOrder,
  );
  const isSure =
    taughtOrder !== undefined || candidates.some((candidate) => candidate.match.order !== undefined);
  for (const candidate of candidates) found.push(toFound(candidate, order, isSure));
  addIssueDate(found, candidates, order);
  return dropDuplicates(found);
}

function collectCandidates(lines: readonly TextLine[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const line of lines) {
    const matches = datesOf(line);
    for (const [index, match] of matches.entries()) {
      const before = matches[index - 1];
      const role =
        rangeRole(line, matches, index) ?? roleOnLine(line, match, before) ?? roleAbove(lines, line, match);
      candidates.push({ line, match, role });
    }
    if (candidates.length >= MAX_DATES) break;
  }
  return candidates;
}

function rangeRole(line: TextLine, matches: readonly DateMatch[], index: number): Role | undefined {
  const match = matches[index];
  if (match === undefined) return undefined;
  const next = matches[index + 1];
  const previous = matches[index - 1];
  const opens = next !== undefined && RANGE_BETWEEN.test(line.upper.slice(match.end, next.start));
  const closes = previous !== undefined && RANGE_BETWEEN.test(line.upper.slice(previous.end, match.start));
  if (!opens && !closes) return undefined;
  const label = line.upper
    .slice(0, (closes ? previous : match).start)
    .trim()
    .slice(-40);
  if (VALIDITY_RANGE.test(label)) return { role: opens ? 'valid_from' : 'valid_to', label, confidence: 0.93 };
  return {
    role: opens ? 'period_start' : 'period_end',
    label,
    confidence: PERIOD_RANGE.test(label) ? 0.9 : 0.6,
  };
}

/** The label nearest before the date on its line, not separated from it by another date. */
function roleOnLine(line: TextLine, match: DateMatch, before: DateMatch | undefined): Role | undefined {
  const from = Math.max(before?.end ?? 0, match.start - 80);
  const text = line.upper.slice(from, match.start);
  const direct = nearestLabel(text.replace(/[\s:.,;=*#(-]+$/, ''), 40);
  if (direct !== undefined) return direct;
  const after = line.upper.slice(match.end, match.end + 12).replace(/^[\s)]+/, '');
  const behind = /^(?:签收|妥投|发货|开票|到期|前|之前)/.exec(after)?.[0];
  if (behind === undefined) return undefined;
  const role: DateRole =
    behind === '发货'
      ? 'ship'
      : behind === '开票'
        ? 'issue'
        : behind === '到期'
          ? 'valid_to'
          : behind.endsWith('前')
            ? 'deadline'
            : 'delivered';
  return { role, label: behind, confidence: 0.8 };
}

/** The last label of the text, at most `reach` characters before its end; the longer of two that end together. */
function nearestLabel(text: string, reach: number): Role | undefined {
  let best: { readonly role: Role; readonly end: number; readonly length: number } | undefined;
  for (const label of DATE_LABELS) {
    label.pattern.lastIndex = 0;
    for (let match = label.pattern.exec(text); match !== null; match = label.pattern.exec(text)) {
      if (isInsideWord(text, match.index, match.index + match[0].length)) continue;
      const end = match.index + match[0].length;
      if (text.length - end > reach) continue;
      const length = match[0].length;
      const isBetter =
        best === undefined ||
        end > best.end ||
        (end === best.end && length > best.length) ||
        (end >= best.end - 6 && length > best.length + 6);
      if (isBetter)
        best = {
          role: { role: label.role, label: match[0].trim().slice(0, 40), confidence: label.confidence },
          end,
          length,
        };
    }
  }
  if (best === undefined) return undefined;
  const distance = text.length - best.end;
  return { ...best.role, confidence: best.role.confidence - (distance > 20 ? 0.1 : 0) };
}

/** Table head or label on the line above. */
function roleAbove(lines: readonly TextLine[], line: TextLine, match: DateMatch): Role | undefined {
  const above = lines[line.index - 1];
  if (above === undefined || above.page !== line.page || above.text.length > 200) return undefined;
  const cells = splitLineCells(line.upper);
  const heads = splitLineCells(above.upper);
  const cellIndex = cells.findIndex(
    (cell) => match.start >= cell.start && match.start < cell.start + cell.text.length,
  );
  const isAtCellStart = cellIndex >= 0 && match.start - (cells[cellIndex]?.start ?? 0) < 3;
  if (!isAtCellStart || heads.length < cells.length) return undefined;
  const head = heads.length === cells.length ? heads[cellIndex] : undefined;
  const role = head === undefined ? undefined : nearestLabel(head.text.replace(/[\s:.]+$/, ''), 12);
  return role === undefined ? undefined : { ...role, confidence: role.confidence - 0.05 };
}

/** Day or month first: the certain dates of the document decide, then US signs. */
function decideOrder(
  candidates: readonly Candidate[],
  lines: readonly TextLine[],
  isUsMail: boolean,
  taughtOrder: 'dmy' | 'mdy' | undefined,
): 'dmy' | 'mdy' {
  const dayFirst = candidates.filter((candidate) => candidate.match.order === 'dmy').length;
  const monthFirst = candidates.filter((candidate) => candidate.match.order === 'mdy').length;
  if (dayFirst !== monthFirst) return monthFirst > dayFirst ? 'mdy' : 'dmy';
  if (taughtOrder !== undefined) return taughtOrder;
  if (!candidates.some((candidate) => candidate.match.swapped !== undefined)) return 'dmy';
  const text = lines
    .slice(0, 400)
    .map((line) => line.upper)
    .join('\n');
  const isUs =
    isUsMail ||
    /USD|US\$|(?<![A-Z])USA(?![A-Z])|, US(?![A-Z])|\d ?[AP]\.?M\.? ?(?:E|C|M|P)[SD]T(?![A-Z])|(?<![A-Z])LBS?(?![A-Z])|UNITED STATES|AMAZON\.COM(?!\.)|ZIP CODE|(?<![A-Z])(?:AL|AK|AZ|CA|CO|CT|FL|GA|IL|IN|KY|MA|MD|MI|MN|MO|NC|NJ|NV|NY|OH|OR|PA|SC|TN|TX|UT|VA|WA|WI),? \d{5}(?!\d)|SALES TAX|USPS|FEDEX GROUND/.test(
      text,
    );
  const isElsewhere =
    /€|£|EUR(?![A-Z])|GBP|(?<![A-Z])(?:GST|VAT|MWST|UST|TVA|IVA|BTW)(?![A-Z])|(?<![A-Z])RM(?![A-Z])|AUD|INR|SDN BHD|LTD\.?|PTY|UNITED KINGDOM/.test(
      text,
    );
  const isDollar = /\$/.test(text);
  return isUs || (isDollar && !isElsewhere) ? 'mdy' : 'dmy';
}

function toFound(candidate: Candidate, order: 'dmy' | 'mdy', isSure: boolean): FoundDate {
  const { role, match, line } = candidate;
  const doubt = match.swapped === undefined || isSure ? 0 : 0.1;
  return {
    role: role?.role ?? 'other',
    value: toIso(match, order),
    page: line.page,
    confidence: Math.round(((role?.confidence ?? 0.5) - doubt) * 100) / 100,
    reason:
      role === undefined ? { code: 'dateOther' } : { code: 'dateLabelled', params: { label: role.label } },
  };
}

/** Papers without a labelled date of issue: their first bare date near the top serves, or the only date. */
function addIssueDate(found: FoundDate[], candidates: readonly Candidate[], order: 'dmy' | 'mdy'): void {
  if (found.some((date) => date.role === 'issue')) return;
  const bare = candidates.filter((candidate) => candidate.role === undefined && isPlausibleIssue(candidate));
  const first = bare[0];
  if (first === undefined) return;
  const isOnly = candidates.length === 1;
  const index = found.findIndex((date) => date.role === 'other' && date.value === toIso(first.match, order));
  const entry: FoundDate = {
    role: 'issue',
    value: toIso(first.match, order),
    page: first.line.page,
    confidence: isOnly ? 0.7 : first.line.index < 40 ? 0.6 : 0.45,
    reason: { code: isOnly ? 'dateAlone' : 'dateFirst' },
  };
  if (index >= 0) found[index] = entry;
}

function isPlausibleIssue(candidate: Candidate): boolean {
  return candidate.match.year >= 1990 && candidate.match.year <= 2060;
}

function dropDuplicates(found: readonly FoundDate[]): FoundDate[] {
  const byKey = new Map<string, FoundDate>();
  for (const date of found) {
    const key = `${date.role}:${date.value}`;
    const known = byKey.get(key);
    if (known === undefined || date.confidence > known.confidence) byKey.set(key, date);
  }
  return [...byKey.values()].sort((a, b) => b.confidence - a.confidence);
}
