// Did recognition find the labelled number, date, total, currency and identifiers of a document?
import type { IdentifierType, Recognition } from '../../src/domain/inspection.ts';
import type { CorpusFile } from './corpus.ts';

export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

export type FieldName = 'number' | 'date' | 'total' | 'currency';

/** One verdict per labelled and printed field: right, wrong (something else was found), missed (nothing). */
export function scoreFields(file: CorpusFile, found: Recognition): Partial<Record<FieldName, keyof Tally>> {
  const { fields = {}, printed_in_text_layer: printed } = file.label;
  const isPrinted = (name: string): boolean => printed === undefined || printed[name] !== false;
  const verdicts: Partial<Record<FieldName, keyof Tally>> = {};
  const number = fields['invoice_number'];
  if (typeof number === 'string' && isPrinted('invoice_number')) {
    const numbers = found.identifiers.filter(({ type }) => NUMBER_TYPES.has(type));
    verdicts.number = judge(
      numbers.length,
      numbers.some((one) => squash(one.value) === squash(number) || squash(one.raw) === squash(number)),
    );
  }
  const date = fields['date'];
  if (typeof date === 'string' && isPrinted('date')) {
    const chosen = found.documentDate;
    verdicts.date = judge(chosen === undefined ? 0 : 1, chosen === date.slice(0, 10));
  }
  const total = fields['total'];
  const totals = found.amounts.filter(({ role }) => role === 'total');
  if (typeof total === 'number' && isPrinted('total')) {
    const best = totals[0];
    verdicts.total = judge(
      totals.length,
      best !== undefined && Math.abs(Math.abs(Number(best.value)) - Math.abs(total)) < 0.005,
    );
  }
  const currency = fields['currency'];
  if (typeof currency === 'string' && totals.length > 0) {
    const best = totals[0]?.currency;
    verdicts.currency = judge(best === undefined ? 0 : 1, best === currency);
  }
  return verdicts;
}

const NUMBER_TYPES: ReadonlySet<IdentifierType> = new Set(['invoice_no', 'fapiao_no', 'fapiao_digital_no']);

/** Labelled identifiers of a document by our type; empty where nothing is labelled. */
export function labelledIdentifiers(file: CorpusFile): ReadonlyMap<IdentifierType, readonly string[]> {
  const fields = file.label.fields ?? {};
  const map = new Map<IdentifierType, string[]>();
  const add = (type: IdentifierType, value: unknown): void => {
    if (typeof value === 'string' && value !== '') map.set(type, [...(map.get(type) ?? []), squash(value)]);
  };
  for (const value of listOf(fields['order_ids'] ?? fields['order_id'])) add('order_id', value);
  for (const value of listOf(fields['asins'])) add('asin', value);
  for (const value of listOf(fields['upss'])) add('tracking_number', value);
  for (const entry of listOf(fields['tracking'])) {
    if (typeof entry === 'object' && entry !== null && 'number' in entry)
      add('tracking_number', entry.number);
  }
  add('fapiao_code', fields['invoice_code']);
  const number = fields['invoice_number'];
  const isChinese =
    fields['invoice_code'] !== undefined || (typeof number === 'string' && /^\d{20}$/.test(number));
  if (!isChinese) add('invoice_no', number);
  else add(typeof number === 'string' && number.length === 20 ? 'fapiao_digital_no' : 'fapiao_no', number);
  return map;
}

export function squash(value: string): string {
  return value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function judge(found: number, isRight: boolean): keyof Tally {
  return isRight ? 'right' : found > 0 ? 'wrong' : 'missed';
}
