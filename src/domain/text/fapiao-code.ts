// What does the QR code of a Chinese invoice state: number, date, amount?
import type { FoundAmount, FoundDate, FoundIdentifier } from '../inspection.ts';
import type { BarcodeValue } from '../reading.ts';

export interface FapiaoCode {
  readonly page: number;
  /** Two digits: 01 and 08 special, 04, 10 and 11 ordinary, 31 and above digital. */
  readonly form: string;
  /** Absent on digital invoices, which have one number of 20 digits. */
  readonly code?: string;
  /** Absent on a preview, which is printed before the number is given. */
  readonly number?: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  /** Decimal string in yuan. */
  readonly amount?: string;
  /** Digital invoices state the total, older ones the amount without tax. */
  readonly amountRole: 'total' | 'net';
}

/** Version, form, code, number, amount, date, check code … (the tax administration's layout, domain.md 3.4). */
const LAYOUT = /^01,(\d{2}),(\d{10}|\d{12})?,(\d{8,20}),(-?\d+(?:\.\d{1,2})?)?,(\d{8})?(?:,|$)/;

/** Forms 31 and above are digital: invoices, air and rail tickets. */
const FIRST_DIGITAL_FORM = 31;

/** The first code of a fapiao among the codes of a document; null when there is none. */
export function readFapiaoCode(barcodes: readonly BarcodeValue[]): FapiaoCode | null {
  for (const { value, page } of barcodes) {
    const match = LAYOUT.exec(value.normalize('NFKC').trim());
    if (match === null) continue;
    const [, form = '', code, number = '', amount, day] = match;
    const isDigital = Number(form) >= FIRST_DIGITAL_FORM;
    // A digital number starts with its year; anything else longer than eight digits is no number of ours.
    const isNumber = number.length === 8 || /^(?:2[1-9]|3\d)\d{18}$/.test(number);
    if (!isNumber && !isDigital) continue;
    const date = day === undefined ? undefined : toIsoDate(day);
    return {
      page,
      form,
      ...(isNumber ? { number } : {}),
      ...(code === undefined ? {} : { code }),
      ...(date === undefined ? {} : { date }),
      ...(amount === undefined ? {} : { amount: Number(amount).toFixed(2) }),
      amountRole: number.length === 8 ? 'net' : 'total',
    };
  }
  return null;
}

function toIsoDate(day: string): string | undefined {
  const iso = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== iso ? undefined : iso;
}

const REASON = { code: 'fapiaoCode' };
const CONFIDENCE = 0.97;

/** The code's numbers as identifiers; a code is read without error or not at all. */
export function identifiersOfCode(code: FapiaoCode): FoundIdentifier[] {
  const found = (type: FoundIdentifier['type'], value: string): FoundIdentifier => ({
    type,
    value,
    raw: value,
    check: 'no_check',
    page: code.page,
    source: 'barcode',
    confidence: CONFIDENCE,
    reason: REASON,
  });
  if (code.number === undefined) return [];
  return [
    found(code.number.length === 20 ? 'fapiao_digital_no' : 'fapiao_no', code.number),
    ...(code.code === undefined ? [] : [found('fapiao_code', code.code)]),
  ];
}

/** The code's date, where the text names no other day of issue. */
export function addDateOfCode(dates: readonly FoundDate[], code: FapiaoCode | null): FoundDate[] {
  if (code?.date === undefined || dates.some(({ role }) => role === 'issue')) return [...dates];
  return [
    { role: 'issue', value: code.date, page: code.page, confidence: CONFIDENCE, reason: REASON },
    ...dates,
  ];
}

/** Below this an amount was guessed from the text and gives way to the code's. */
const GUESSED = 0.6;

/** The code's amount, where the text names no surer one of that role. */
export function addAmountOfCode(amounts: readonly FoundAmount[], code: FapiaoCode | null): FoundAmount[] {
  if (code?.amount === undefined) return [...amounts];
  const role = code.amountRole;
  if (amounts.some((amount) => amount.role === role && amount.confidence >= GUESSED)) return [...amounts];
  return [
    { role, value: code.amount, currency: 'CNY', page: code.page, confidence: CONFIDENCE, reason: REASON },
    ...amounts.filter((amount) => amount.role !== role),
  ];
}

/** The kind that the code's form names. */
export function kindOfCode(code: FapiaoCode): 'fapiao_digital' | 'fapiao_vat_special' | 'fapiao_vat_normal' {
  if (code.number?.length !== 8) return 'fapiao_digital';
  return code.form === '01' || code.form === '08' ? 'fapiao_vat_special' : 'fapiao_vat_normal';
}
