// What about the account itself makes a contact fail: mailbox, plan, verification, hotline (T-23, T-24, T-25)?
import type { Reason } from '../inspection.ts';

/** T-23: a contact from a mailbox other than the registered one. Undefined when it is the same or not known. */
export function checkContactMailbox(used: string, registered: string | undefined): Reason | undefined {
  if (registered === undefined || registered.trim() === '' || used.trim() === '') return undefined;
  if (used.trim().toLowerCase() === registered.trim().toLowerCase()) return undefined;
  return { code: 'personalMailbox', params: { used: used.trim(), registered: registered.trim() } };
}

export interface AccountStanding {
  readonly plan: 'professional' | 'individual' | 'unknown';
  readonly verification: 'complete' | 'incomplete' | 'unknown';
}

/** T-24: full support needs a professional, verified account (S2). */
export function checkAccountStanding(standing: AccountStanding): readonly Reason[] {
  const notes: Reason[] = [];
  if (standing.plan === 'individual') notes.push({ code: 'planIndividual' });
  if (standing.verification === 'incomplete') notes.push({ code: 'verificationIncomplete' });
  return notes;
}

/**
 * T-25: a phone number that can't exist in the North American plan: area codes never start with 0 or 1 and never have a
 * 9 in the middle (reserved), so the seed's +1-299-999-9999 is refused. Other countries pass unchecked.
 */
export function checkHotline(number: string): Reason | undefined {
  const digits = number.normalize('NFKC').replace(/[^\d+]/g, '');
  const match = /^(?:\+1|001|1)(\d{10})$/.exec(digits);
  if (match === null) return undefined;
  const [area, exchange] = [(match[1] ?? '').slice(0, 3), (match[1] ?? '').slice(3, 6)];
  const valid = /^[2-9][0-8]\d$/.test(area) && /^[2-9]\d{2}$/.test(exchange);
  return valid ? undefined : { code: 'hotlineInvalid', params: { number } };
}
