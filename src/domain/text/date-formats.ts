// Which dates does a line hold, in the notations of the stores' languages?

export interface DateMatch {
  readonly start: number;
  readonly end: number;
  /** "HH:MM" or "HH:MM:SS" when a time follows. */
  readonly time?: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The other reading of 01/02/2026, when both are possible. */
  readonly swapped?: { readonly month: number; readonly day: number };
  /** Written as day/month or month/day with this certainty: tells how to read the ambiguous ones. */
  readonly order?: 'dmy' | 'mdy';
}

const MONTH_WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:JAN|GEN|ENE|STY|JÄN)/, 1],
  [/^(?:FEB|F[ÉE]V|LUT)/, 2],
  [/^(?:MAR(?!Z?EC)|M[ÄA]R|MRT|MAART)/, 3],
  [/^(?:APR|AVR|ABR|KWI)/, 4],
  [/^(?:MAY|MAI|MAG|MEI|MAJ)/, 5],
  [/^(?:JUN|JUIN|GIU|CZE)/, 6],
  [/^(?:JUL|JUIL|LUG|LIP)/, 7],
  [/^(?:AUG|AO[ÛU]|AGO|SIE)/, 8],
  [/^(?:SEP|SET|WRZ)/, 9],
  [/^(?:[O0]CT|[O0]KT|OTT|PA[ŹZ])/, 10],
  [/^(?:N[O0]V|LIS)/, 11],
  [/^(?:DEC|DEZ|D[ÉE]C|DIC|GRU)/, 12],
];

/** Month words in en, de, fr, it, es, nl, pl (abbreviated or whole, with endings). */
const MONTH =
  '(?:JAN(?:UARY|UAR|VIER|UARI)?|GEN(?:NAIO)?|ENE(?:RO)?|STY(?:CZNIA|CZEŃ)?|JÄN(?:NER)?|FEB(?:RUARY|RUAR|BRAIO|RERO|RUARI)?|F[ÉE]V(?:RIER|R)?|LUT(?:EGO|Y)?|MAR(?:CH|S|ZO|CA|ZEC)?|MÄRZ|MAERZ|MRZ|MRT|MAART|APR(?:IL|ILE)?|AVR(?:IL)?|ABR(?:IL)?|KWI(?:ETNIA|ECIEŃ)?|MAY(?:O)?|MAI|MAG(?:GIO)?|MEI|MAJA?|JUNE?|JUN(?:I|IO)?|JUIN|GIU(?:GNO)?|CZE(?:RWCA|RWIEC)?|JULY?|JUL(?:I|IO)?|JUIL(?:LET)?|LUG(?:LIO)?|LIP(?:CA|IEC)?|AUG(?:UST|USTUS)?|AO[ÛU]T|AGO(?:STO)?|SIE(?:RPNIA|RPIEŃ)?|SEPT?(?:EMBER|EMBRE|TIEMBRE|IEMBRE)?|SET(?:TEMBRE)?|WRZ(?:EŚNIA|ESIEŃ)?|[O0][CK]T(?:OBER|OBRE|UBRE)?|OTT(?:OBRE)?|PAŹ(?:DZIERNIKA|DZIERNIK)?|N[O0]V(?:EMBER|EMBRE|IEMBRE)?|LIS(?:TOPADA|TOPAD)?|DE[CZ](?:EMBER|EMBRE)?|D[ÉE]C(?:EMBRE)?|DIC(?:EMBRE|IEMBRE)?|GRU(?:DNIA|DZIEŃ)?)';

const PATTERNS: readonly {
  readonly pattern: RegExp;
  readonly read: (parts: readonly string[]) => Reading | undefined;
}[] = [
  {
    pattern: /(?<![\d])((?:19|20)\d{2}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?/g,
    read: ([, y, m, d]) => reading(y, m, d),
  },
  {
    pattern:
      /(?:(?<=\d[./-]\d{1,2}-)|(?<![\d./-]))((?:19|20)\d{2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})(?!\d|[./]\d|-\d(?!\d{3}[./-]))/g,
    read: ([, y, , m, d]) => reading(y, m, d),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,/-])(\\d{1,2})(?:ST|ND|RD|TH|ER|º|°)?[. \\-/]{0,2}(?:OF |DE |D')?(${MONTH})[.,]?[. \\-/]{0,2}(?:DE |DEL )?(\\d{4}|'?\\d{2})(?![\\d:])`,
      'g',
    ),
    read: ([, d, word, y]) => reading(y, String(monthOf(word ?? '')), d),
  },
  {
    pattern: new RegExp(`(?<![A-Z])(${MONTH})[.]? ?(\\d{1,2})(?:ST|ND|RD|TH)?,? ?(\\d{4})(?!\\d)`, 'g'),
    read: ([, word, d, y]) => reading(y, String(monthOf(word ?? '')), d),
  },
  {
    pattern:
      /(?:(?<=\d[./]\d{4}-)|(?<=[A-Z]{3}\.)|(?<![\d.,/-]))(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?((?:19|20)\d{2}|\d{2})(?!\d|[./]\d|-\d(?!\d?[./]\d))/g,
    read: ([, a, separator, b, y]) => readNumeric(a, b, y, separator),
  },
  {
    pattern: /(?<![\dA-Z.,/-])((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\dA-Z]|[.,]\d)/g,
    read: ([, y, m, d]) => reading(y, m, d),
  },
  {
    pattern: /(?:令和|平成|R) ?(\d{1,2}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/g,
    read: ([whole, y, m, d]) => reading(String(Number(y) + (whole?.startsWith('平') ? 1988 : 2018)), m, d),
  },
];

const TIME_AFTER =
  /^[ T,]{1,3}(?:AT |UM |À |ORE )?(\d{1,2})[:.H时](\d{2})(?:[:.分](\d{2}))?(?![\d])( ?[AP]\.?M\.?)?/;

type Reading = Omit<DateMatch, 'start' | 'end' | 'time'>;

function monthOf(word: string): number {
  return MONTH_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? 0;
}

function fullYear(text: string): number {
  const digits = text.replace("'", '');
  const number = Number(digits);
  if (digits.length === 4) return number;
  return number < 70 ? 2000 + number : 1900 + number;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function reading(y: string | undefined, m: string | undefined, d: string | undefined): Reading | undefined {
  const year = fullYear(y ?? '');
  const month = Number(m);
  const day = Number(d);
  return isDay(year, month, day) ? { year, month, day } : undefined;
}

/** 01/12/2026: day first unless that is impossible; the other reading is kept. Points are always day first. */
function readNumeric(
  a: string | undefined,
  b: string | undefined,
  y: string | undefined,
  separator: string | undefined,
): Reading | undefined {
  const year = fullYear(y ?? '');
  const first = Number(a);
  const second = Number(b);
  if (year < 1950 || year > 2099) return undefined;
  const dayFirst = isDay(year, second, first);
  const monthFirst = isDay(year, first, second) && separator !== '.';
  if (dayFirst && monthFirst) {
    if (first === second) return { year, month: second, day: first };
    return { year, month: second, day: first, swapped: { month: first, day: second } };
  }
  if (dayFirst) return { year, month: second, day: first, order: 'dmy' };
  if (monthFirst) return { year, month: first, day: second, order: 'mdy' };
  return undefined;
}

/** Dates of one upper-cased line in order of appearance; two-digit years below 70 are 20xx. */
export function matchDates(upper: string): DateMatch[] {
  if (!/\d/.test(upper)) return [];
  const found: DateMatch[] = [];
  for (const { pattern, read } of PATTERNS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(upper); match !== null; match = pattern.exec(upper)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const value = read(match);
      if (value === undefined) continue;
      const time = readTime(upper.slice(end, end + 24));
      found.push({ ...value, start, end, ...(time === undefined ? {} : { time }) });
    }
  }
  return found.sort((x, y) => x.start - y.start);
}

function readTime(after: string): string | undefined {
  const match = TIME_AFTER.exec(after);
  if (match === null) return undefined;
  let hour = Number(match[1]);
  const minute = Number(match[2]);
  if (match[4] !== undefined) hour = (hour % 12) + (match[4].includes('P') ? 12 : 0);
  if (hour > 23 || minute > 59) return undefined;
  const seconds = match[3] === undefined ? '' : `:${match[3]}`;
  return `${String(hour).padStart(2, '0')}:${match[2]}${seconds}`;
}

/** ISO date, or date-time when the document gives a time. */
export function toIso(match: DateMatch, order: 'dmy' | 'mdy'): string {
  const useSwapped = match.swapped !== undefined && order === 'mdy';
  const month = useSwapped ? (match.swapped?.month ?? match.month) : match.month;
  const day = useSwapped ? (match.swapped?.day ?? match.day) : match.day;
  const date = `${match.year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return match.time === undefined ? date : `${date}T${match.time}`;
}
