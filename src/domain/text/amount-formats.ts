// Which amounts does a line hold, in European, American, Swiss and Indian notation, and in which currency?

export interface AmountMatch {
  readonly start: number;
  readonly end: number;
  /** Decimal string with a point. */
  readonly value: string;
  /** Currency mark as printed ("€", "RM", "USD"), if any. */
  readonly mark?: string;
  /** Two decimals or a currency mark: surely money. */
  readonly isMoney: boolean;
}

const ISO =
  'USD|EUR|GBP|CNY|RMB|JPY|CAD|AUD|CHF|PLN|SEK|NOK|DKK|CZK|HUF|RON|BGN|TRY|INR|MYR|SGD|HKD|TWD|KRW|THB|IDR|PHP|VND|MXN|BRL|AED|SAR|EGP|ZAR|NZD|DEM|ILS|RUB|UAH';
const SYMBOL = `\\$ ?US(?![A-Z])|\\$ ?CA(?![A-Z])|US\\$|CA\\$|C\\$|AU\\$|A\\$|HK\\$|S\\$|NT\\$|MX\\$|R\\$|NZ\\$|\\$|€|£|¥|₹|₺|₩|฿|₫|₽|₱|ZŁ|ZL|KČ|RM|RS\\.?|KR(?![A-Z\\d])\\.?|FR\\.|EURO?S?|元|円|TL|LEI`;
const MARK = `(?:${ISO}|${SYMBOL})`;

const NUMBER =
  "\\d{1,3}(?:'\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,3}(?:\\.\\d{3})+,\\d{1,4}|\\d{1,3}(?:,\\d{2,3})+\\.\\d{1,4}|\\d{1,3}(?: \\d{3})+[.,]\\d{2}|\\d{1,3}(?:[.,]\\d{3})+(?![\\d])|\\d+[.,] ?\\d{2}(?!\\d)|\\d+[.,]\\d{1,4}|\\d+";

const AMOUNT = new RegExp(
  `(?<![A-Z0-9.,/]|\\d:|\\d[-'])(?<minus1>[-(] ?)?(?:(?<mark1>${MARK})[:. ]{0,2})?(?<minus2>- ?)?(?<number>${NUMBER})(?<minus3>-(?!\\d))?(?: ?(?<mark2>${MARK})(?![A-Z]))?(?![\\dA-Z%]|[.,:/]\\d| ?%|-\\d)`,
  'g',
);

/** Amounts of one upper-cased line; plain integers count only with a currency mark or where a rule asks for them. */
export function matchAmounts(upper: string): AmountMatch[] {
  if (!/\d/.test(upper)) return [];
  const found: AmountMatch[] = [];
  for (const match of upper.matchAll(AMOUNT)) {
    const groups = match.groups ?? {};
    const number = groups.number ?? '';
    const value = parseNumber(number);
    if (value === undefined) continue;
    const mark = groups.mark1 ?? groups.mark2;
    const hasCents = /[.,] ?\d{2}$/.test(number);
    // "CAD: 118676085/WSXI2900" on a parcel label is a meter number, no Canadian dollars.
    if (/^\d{8,}$/.test(number) && upper[match.index + match[0].length] === '/') continue;
    const isNegative =
      groups.minus1?.startsWith('-') === true ||
      groups.minus2 !== undefined ||
      // "¥8,250-": the dash keeps others from adding digits.
      (groups.minus3 !== undefined && groups.mark1 !== '¥') ||
      (groups.minus1?.startsWith('(') === true && upper[match.index + match[0].length] === ')');
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      value: isNegative && !/^0(?:\.0+)?$/.test(value) ? `-${value}` : value,
      isMoney: hasCents || mark !== undefined,
      ...(mark === undefined ? {} : { mark }),
    });
  }
  return found;
}

/**
 * "1.234,56", "1,234.56", "1'234.56", "1 234,56", "1,00,000.00" → decimal string. A single separator before three
 * digits groups thousands; before one, two or four digits it is the decimal sign.
 */
export function parseNumber(text: string): string | undefined {
  const compact = text.replace(/['\u2019 ]/g, '');
  const lastPoint = compact.lastIndexOf('.');
  const lastComma = compact.lastIndexOf(',');
  const decimalAt = Math.max(lastPoint, lastComma);
  if (decimalAt < 0) return stripZeros(compact);
  const fraction = compact.slice(decimalAt + 1);
  const whole = compact.slice(0, decimalAt).replace(/[.,]/g, '');
  const isMixed = lastPoint >= 0 && lastComma >= 0;
  if (fraction.length === 3 && !isMixed && whole !== '0') return stripZeros(whole + fraction);
  if (!/^\d+$/.test(whole) || !/^\d+$/.test(fraction)) return undefined;
  return `${stripZeros(whole)}.${fraction}`;
}

function stripZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

const MARK_TO_ISO: Readonly<Record<string, string>> = {
  US$: 'USD',
  $US: 'USD',
  '$ US': 'USD',
  $CA: 'CAD',
  '$ CA': 'CAD',
  CA$: 'CAD',
  C$: 'CAD',
  AU$: 'AUD',
  A$: 'AUD',
  HK$: 'HKD',
  S$: 'SGD',
  NT$: 'TWD',
  MX$: 'MXN',
  R$: 'BRL',
  NZ$: 'NZD',
  '€': 'EUR',
  EURO: 'EUR',
  EUROS: 'EUR',
  EUR: 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  RS: 'INR',
  'RS.': 'INR',
  '₺': 'TRY',
  TL: 'TRY',
  '₩': 'KRW',
  '฿': 'THB',
  '₫': 'VND',
  '₽': 'RUB',
  '₱': 'PHP',
  ZŁ: 'PLN',
  ZL: 'PLN',
  KČ: 'CZK',
  RM: 'MYR',
  元: 'CNY',
  RMB: 'CNY',
  円: 'JPY',
  'FR.': 'CHF',
  LEI: 'RON',
};

export interface CurrencyContext {
  /** What a bare "$" means here. */
  readonly dollar: string;
  /** What a bare "¥" means here. */
  readonly yen: string;
  /** What "kr" means here. */
  readonly krone: string;
}

/** Malaysian shops print neither RM nor a country. */
export const MALAYSIA = /SDN\.? ?BHD|MALAYSIA|JALAN|JOHOR|SELANGOR|KUALA LUMPUR|PENANG|(?<![A-Z])RM ?\d/;

/** Reads the meaning of ambiguous marks from the document's other words. */
export function readCurrencyContext(upperText: string): CurrencyContext {
  const has = (pattern: RegExp): boolean => pattern.test(upperText);
  const dollar = has(MALAYSIA)
    ? 'MYR'
    : has(/CAD(?![A-Z])|CANADA|AMAZON\.CA(?![A-Z])/)
      ? 'CAD'
      : has(/AUD(?![A-Z])|AUSTRALIA|(?<![A-Z])ABN(?![A-Z])|AMAZON\.COM\.AU/)
        ? 'AUD'
        : has(/SGD|SINGAPORE/)
          ? 'SGD'
          : has(/HKD|HONG KONG|香港/) && !has(/USD/)
            ? 'HKD'
            : has(/MXN|M[ÉE]XICO|AMAZON\.COM\.MX/)
              ? 'MXN'
              : 'USD';
  const yen =
    has(/[\u3040-\u30ff]{2}|JPY|JAPAN(?! ?POST)|AMAZON\.CO\.JP/) && !has(/发票|人民币|CNY|RMB/)
      ? 'JPY'
      : 'CNY';
  const krone = has(/DKK|DANMARK|DENMARK/) ? 'DKK' : has(/NOK|NORGE|NORWAY/) ? 'NOK' : 'SEK';
  return { dollar, yen, krone };
}

/** ISO 4217 code of a currency mark as printed. */
export function toIsoCurrency(mark: string, context: CurrencyContext): string {
  if (mark === '$') return context.dollar;
  if (mark === '¥') return context.yen;
  if (mark.startsWith('KR') && mark.length <= 3 && mark !== 'KRW') return context.krone;
  return MARK_TO_ISO[mark] ?? mark;
}
