// Which stretches of a text are identity, account or card numbers of people, so that they can be covered?
import { checkCnId, checkIban, checkLuhn } from '../identifiers/check-digits.ts';

export interface PersonalNumber {
  readonly start: number;
  readonly end: number;
  /** Upper case letters and digits only: one key for one number, however it is written. */
  readonly key: string;
}

/** What may stand between the groups of a number; never a line end. */
const GAP = '[ \\u00A0\\t-]?';

/** GB 11643: 18 characters; often written 6-8-4. */
const IDENTITY = new RegExp(
  `(?<![A-Z0-9])[1-9]\\d{5}${GAP}(?:18|19|20)\\d{6}${GAP}\\d{3}[\\dX](?![A-Z0-9])`,
  'gi',
);
/** A number that calls itself one is covered even when its check digit is misread. 15 digits: cards before 1999. */
const LABELLED_IDENTITY =
  /(?:身份证|身份号码|证件号|ID ?CARD|IDENTITY)[^\d\n]{0,20}\n?[^\d\n]{0,6}([1-9](?:[ -]?\d){14}(?:(?:[ -]?\d){2}[ -]?[\dX])?)(?![A-Z0-9])/gi;
const IBAN = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Z0-9])/gi;
const LABELLED_ACCOUNT =
  /(?:(?:账|帐)[号户](?!名|余)|银行卡号?|卡号|ACCOUNT ?(?:NO\.?|NUMBER|#)|(?<![A-Z])A\/C ?(?:NO\.?|#)?|CARD ?(?:NO\.?|NUMBER)|KONTO-?(?:NUMMER|NR\.?))[^\d\n]{0,20}\n?[^\d\n]{0,6}(\d(?:[ -]?\d){8,24})(?!\d)/gi;
/** ISO/IEC 7812: UnionPay 62, Visa 4, Mastercard 2 and 5, American Express and JCB 3, Discover 6; the check digit decides. */
const CARD = new RegExp(
  `(?<![A-Z0-9-])(?:62\\d{2}(?:${GAP}\\d{4}){3}(?:${GAP}\\d{1,3})?|(?:4\\d{3}|5[1-5]\\d{2}|2[2-7]\\d{2}|6(?:011|4[4-9]\\d|5\\d{2})|35\\d{2})(?:${GAP}\\d{4}){3}|3[47]\\d{2}${GAP}\\d{6}${GAP}\\d{5})(?![A-Z0-9])`,
  'gi',
);

/**
 * Finds the numbers of domain.md 3.4 that must not be told in full: resident identity numbers with a right check digit
 * (or with their label), IBANs with a right check, account and card numbers behind a label, card numbers with a right
 * check digit. `text` must be normalised (NFKC). In order, never overlapping.
 */
export function findPersonalNumbers(text: string): readonly PersonalNumber[] {
  if (!/\d(?:[^\n]?\d){7}/.test(text)) return [];
  const found: PersonalNumber[] = [];
  const add = (pattern: RegExp, isReal: (key: string) => boolean): void => {
    for (const match of text.matchAll(pattern)) {
      const raw = match[1] ?? match[0];
      const key = raw.replace(/[^0-9A-Z]/gi, '').toUpperCase();
      if (!isReal(key)) continue;
      const start = match.index + match[0].lastIndexOf(raw);
      found.push({ start, end: start + raw.length, key });
    }
  };
  add(IDENTITY, checkCnId);
  add(LABELLED_IDENTITY, (key) => key.length === 15 || key.length === 18);
  add(IBAN, (key) => key.length >= 15 && key.length <= 34 && checkIban(key));
  add(LABELLED_ACCOUNT, (key) => key.length >= 9);
  add(CARD, (key) => checkLuhn(key.slice(0, -1), key.slice(-1)));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((one) => {
    if (one.start < end) return false;
    end = one.end;
    return true;
  });
}

/** `text` with each personal number replaced by what `cover` says. */
export function coverPersonalNumbers(
  text: string,
  cover: (number: PersonalNumber, raw: string) => string,
): string {
  const numbers = findPersonalNumbers(text);
  if (numbers.length === 0) return text;
  let out = '';
  let at = 0;
  for (const number of numbers) {
    out += text.slice(at, number.start) + cover(number, text.slice(number.start, number.end));
    at = number.end;
  }
  return out + text.slice(at);
}

/** For eyes: stars, and the last four characters; as long as before, so that offsets stay right. */
export function starPersonalNumbers(text: string): string {
  return coverPersonalNumbers(text, (_number, raw) => '*'.repeat(raw.length - 4) + raw.slice(-4));
}

/**
 * Keys of the personal numbers that a line of a search may hold, with the stretch each stands in; longest first at each
 * place. Whether one is a personal number is not judged: a labelled account number looks like any other.
 */
export function listNumberCandidates(line: string): readonly PersonalNumber[] {
  const candidates: PersonalNumber[] = [];
  for (const match of line.matchAll(
    /(?<![A-Za-z0-9])(?:[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,4})?|\d+(?:[ -]\d+){0,8}[Xx]?)(?![A-Za-z0-9])/g,
  )) {
    let raw = match[0];
    for (;;) {
      const key = raw.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
      if (key.length < 9) break;
      if (key.length <= 34) candidates.push({ start: match.index, end: match.index + raw.length, key });
      const shorter = raw.replace(/[ -][^ -]*$/, '');
      if (shorter === raw) break;
      raw = shorter;
    }
  }
  return candidates;
}
