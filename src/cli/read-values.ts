// What did a person type: a day, a moment, money, a number of a document, one of a list?
import { isIsoDate } from '../domain/deadlines/zoned-day.ts';
import { CasebinderError } from '../domain/errors.ts';

/** Takes a value away where leaving it out would keep it. */
export const NONE = 'none';

/** YYYY-MM-DD that exists. @throws CasebinderError INPUT_INVALID */
export function readDay(text: string): string {
  if (!isIsoDate(text)) throw new CasebinderError('INPUT_INVALID', { detail: `date ${text} (YYYY-MM-DD)` });
  return text;
}

/** A day, or null for "none". */
export const readDayOrNone = (text: string): string | null => (text === NONE ? null : readDay(text));

/** An ISO time; without a zone it is Beijing time, as everywhere in the app. @throws CasebinderError INPUT_INVALID */
export function readTime(text: string): number {
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) && text.includes(':');
  const local = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text.trim().replace(' ', 'T');
  const atMs = Date.parse(zoned ? text : `${local}+08:00`);
  if (Number.isNaN(atMs)) throw new CasebinderError('INPUT_INVALID', { detail: `time ${text}` });
  return atMs;
}

/** "1250.00USD". @throws CasebinderError INPUT_INVALID */
export function readMoney(text: string): { amount: string; currency: string } {
  const match = /^(\d{1,12}(?:\.\d{1,4})?)\s*([A-Za-z]{3})$/.exec(text.trim());
  if (match === null) throw new CasebinderError('INPUT_INVALID', { detail: `amount ${text} (1250.00USD)` });
  return { amount: match[1]!, currency: match[2]!.toUpperCase() };
}

/** The number of a row, 1 or more. @throws CasebinderError INPUT_INVALID */
export function readId(text: string, what: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number <= 0)
    throw new CasebinderError('INPUT_INVALID', { detail: `${what} ${text}` });
  return number;
}

/** One of `known`. @throws CasebinderError INPUT_INVALID, naming all of them */
export function readChoice<T extends string>(text: string, known: readonly T[], what: string): T {
  const found = known.find((one) => one === text);
  if (found === undefined)
    throw new CasebinderError('INPUT_INVALID', { detail: `${what} ${text} (${known.join(', ')})` });
  return found;
}
