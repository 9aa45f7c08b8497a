// What must a person give with every correction of a rule row: where it is written, when that was read, and why?
import { isIsoDate } from '../deadlines/zoned-day.ts';
import { CasebinderError } from '../errors.ts';

export interface Grounds {
  /** Page or message that the person read. */
  readonly source: string;
  /** ISO date of the check. */
  readonly verifiedOn: string;
  readonly reason: string;
}

/** @throws CasebinderError INPUT_INVALID when source or reason is blank, or the date is none. */
export function requireGrounds(what: string, { source, verifiedOn, reason }: Grounds): void {
  if (source.trim() === '' || reason.trim() === '')
    throw new CasebinderError('INPUT_INVALID', { detail: `correction of ${what} without reason or source` });
  if (!isIsoDate(verifiedOn)) throw new CasebinderError('INPUT_INVALID', { detail: `date ${verifiedOn}` });
}
