// Which instant does a date in an Amazon report mean, in any of the forms that the marketplaces write (domain.md 7.1 rule 6)?

export interface DateOptions {
  /** For 07/06/2026: the 7th of June (true) or July 6 (false). A value over 12 overrules it. */
  readonly dayFirst: boolean;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Hours east of UTC of the abbreviations that the reports use. */
const ZONES: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  BST: 1,
  CET: 1,
  MEZ: 1,
  CEST: 2,
  MESZ: 2,
  EET: 2,
  EEST: 3,
  PST: -8,
  PDT: -7,
  MST: -7,
  MDT: -6,
  CST: -6,
  CDT: -5,
  EST: -5,
  EDT: -4,
  JST: 9,
  AEST: 10,
  AEDT: 11,
  IST: 5.5,
};

/** First letters of month names in the languages of the marketplaces (en de fr it es pt nl sv pl tr), accents folded. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'gen', 'ene', 'janv', 'sty', 'oca'],
  ['feb', 'fev', 'fevr', 'lut', 'sub'],
  ['mar', 'mars', 'marz', 'maerz', 'mrz', 'mrt'],
  ['apr', 'avr', 'abr', 'kwi', 'nis'],
  ['may', 'mai', 'mag', 'mei', 'maj'],
  ['jun', 'juin', 'giu', 'cze', 'haz'],
  ['jul', 'juil', 'lug', 'lip', 'tem'],
  ['aug', 'aout', 'ago', 'sie', 'agu'],
  ['sep', 'sept', 'set', 'wrz', 'eyl'],
  ['oct', 'okt', 'ott', 'out', 'paz', 'eki'],
  ['nov', 'lis', 'kas'],
  ['dec', 'dez', 'dic', 'gru', 'ara', 'des'],
];
const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

const TIME = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?\s?[Mm]\.?)?)?`;
const ZONE = String.raw`\s*(Z|[A-Za-z]{2,5}|[+-]\d{2}:?\d{2}|(?:UTC|GMT)[+-]\d{1,2}(?::?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?${TIME}${ZONE}$`);
const NUMBERS = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4})${TIME}${ZONE}$`);
const MONTH_FIRST_NAME = new RegExp(String.raw`^(\p{L}{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})${TIME}${ZONE}$`, 'u');
const DAY_FIRST_NAME = new RegExp(
  String.raw`^(\d{1,2})\.?[\s-]+(?:de\s+)?(\p{L}{3,9})\.?[\s-]+(?:de\s+)?(\d{4})${TIME}${ZONE}$`,
  'u',
);

/** Milliseconds UTC, or null when this is no date that exists. A date without a zone is read as UTC. */
export function parseReportDate(text: string, options: DateOptions): number | null {
  const value = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (value === '') return null;
  const yearFirst = YEAR_FIRST.exec(value);
  if (yearFirst !== null) return toMs(yearFirst[1], yearFirst[2], yearFirst[3], yearFirst.slice(4));
  const numbers = NUMBERS.exec(value);
  if (numbers !== null) {
    const [first, second] = [Number(numbers[1]), Number(numbers[3])];
    // Dots are European everywhere: the day comes first.
    const dayFirst = first > 12 ? true : second > 12 ? false : numbers[2] === '.' || options.dayFirst;
    return toMs(numbers[4], dayFirst ? second : first, dayFirst ? first : second, numbers.slice(5));
  }
  const named = MONTH_FIRST_NAME.exec(value);
  if (named !== null) return toMs(named[3], monthOf(named[1]), named[2], named.slice(4));
  const dayNamed = DAY_FIRST_NAME.exec(value);
  if (dayNamed !== null) return toMs(dayNamed[3], monthOf(dayNamed[2]), dayNamed[1], dayNamed.slice(4));
  // A date that a spreadsheet turned into its day number (days since 1899-12-30); years 1990 to 2099 only.
  if (/^\d{5}(\.\d+)?$/.test(value)) {
    const days = Number(value);
    return days >= 32_874 && days < 73_051 ? Math.round((days - 25_569) * 86_400_000) : null;
  }
  return null;
}

/** What a value with slashes says about the order of day and month: undefined when it could be either. */
export function judgeDayFirst(text: string): boolean | undefined {
  const match = /^(\d{1,2})[/-](\d{1,2})[/-]\d{4}\b/.exec(text.trim());
  if (match === null) return undefined;
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (first > 12 && second <= 12) return true;
  return second > 12 && first <= 12 ? false : undefined;
}

function monthOf(name: string | undefined): number | undefined {
  const plain = (name ?? '').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return MONTH_BY_NAME.get(plain.slice(0, 4)) ?? MONTH_BY_NAME.get(plain.slice(0, 3));
}

function toMs(
  year: string | number | undefined,
  month: string | number | undefined,
  day: string | number | undefined,
  rest: readonly (string | undefined)[],
): number | null {
  const [hourText, minute, second, half, zone] = rest;
  let hour = Number(hourText ?? 0);
  const isPm = half === undefined || half === '' ? undefined : /^p/i.test(half);
  if (isPm !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (isPm ? 12 : 0);
  }
  const parts = [Number(year), Number(month), Number(day), hour, Number(minute ?? 0), Number(second ?? 0)];
  const [y, mo, d, h, mi, s] = parts as [number, number, number, number, number, number];
  if (parts.some((part) => !Number.isInteger(part)) || h > 23 || mi > 59 || s > 59) return null;
  const ms = Date.UTC(y, mo - 1, d, h, mi, s);
  const back = new Date(ms);
  if (back.getUTCFullYear() !== y || back.getUTCMonth() !== mo - 1 || back.getUTCDate() !== d) return null;
  const offset = offsetMs(zone);
  return offset === null ? null : ms - offset;
}

function offsetMs(zone: string | undefined): number | null {
  if (zone === undefined || zone === '') return 0;
  const numeric = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (numeric !== null) {
    const size = Number(numeric[2]) * HOUR_MS + Number(numeric[3] ?? 0) * MINUTE_MS;
    return numeric[1] === '-' ? -size : size;
  }
  const hours = ZONES[zone.toUpperCase()];
  return hours === undefined ? null : hours * HOUR_MS;
}
