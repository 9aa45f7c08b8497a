// How is a search line taken apart into filters and words, and put together again?
import { type FieldTerm, parseQuery, type QueryField } from '../../../domain/search/parse-query.ts';

export interface SplitLine {
  readonly filters: readonly FieldTerm[];
  /** What remains: words, phrases, -not. */
  readonly text: string;
}

/** Filters become chips; everything else stays editable text, in its order. */
export function splitLine(line: string): SplitLine {
  const filters: FieldTerm[] = [];
  const words: string[] = [];
  for (const term of parseQuery(line)) {
    if (term.kind === 'field') filters.push(term);
    else words.push(`${term.negative ? '-' : ''}${term.phrase ? `"${term.text}"` : term.text}`);
  }
  return { filters, text: words.join(' ') };
}

/** The filter as one types it: kind:pod, -folder:"D:\\My papers". */
export function writeFilter(filter: Pick<FieldTerm, 'field' | 'value' | 'negative'>): string {
  const value = /\s/.test(filter.value) ? `"${filter.value.replaceAll('"', '')}"` : filter.value;
  return `${filter.negative ? '-' : ''}${filter.field}:${value}`;
}

export function joinLine({ filters, text }: SplitLine): string {
  return [...filters.map(writeFilter), text.trim()].filter((part) => part !== '').join(' ');
}

export function hasFilter(line: string, field: QueryField, value: string): boolean {
  return splitLine(line).filters.some((f) => f.field === field && f.value === value && !f.negative);
}

/** Puts the filter in place of others of its field (two kinds at once find nothing), or takes it out again. */
export function toggleFilter(line: string, field: QueryField, value: string): string {
  const split = splitLine(line);
  const isOn = hasFilter(line, field, value);
  // "has:" and "is:" can be combined; the others answer one question each.
  const replaces = field !== 'has' && field !== 'is';
  const kept = split.filters.filter((f) =>
    isOn || !replaces ? !(f.field === field && f.value === value) : f.field !== field || f.negative,
  );
  return joinLine({
    filters: isOn ? kept : [...kept, { kind: 'field', field, value, negative: false }],
    text: split.text,
  });
}

export function removeFilter(line: string, index: number): string {
  const split = splitLine(line);
  return joinLine({ filters: split.filters.filter((_, at) => at !== index), text: split.text });
}
