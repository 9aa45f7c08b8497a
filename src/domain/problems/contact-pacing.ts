// Has an account contacted Amazon too often within a day (T-09)?
import type { Reason } from '../inspection.ts';

const DAY_MS = 86_400_000;
/** Contacts in 24 hours from which on a warning is shown; a setting (C32 names no number). */
export const DEFAULT_CONTACT_LIMIT = 5;

export interface ContactPace {
  /** Outgoing contacts in the 24 hours before `nowMs`. */
  readonly count: number;
  readonly limit: number;
  /** "contactsExcessive" of the i18n catalogue `problems`, when the limit is reached. */
  readonly warning?: Reason;
  /** When the count falls below the limit again. */
  readonly calmAtMs?: number;
}

/** T-09: `contactsMs` are the outgoing contacts of one account (cases opened, messages, calls, appeals). */
export function paceContacts(
  contactsMs: readonly number[],
  nowMs: number,
  limit: number = DEFAULT_CONTACT_LIMIT,
): ContactPace {
  const recent = contactsMs.filter((ms) => ms <= nowMs && nowMs - ms < DAY_MS).sort((a, b) => a - b);
  if (recent.length < limit) return { count: recent.length, limit };
  const oldestThatMatters = recent[recent.length - limit];
  return {
    count: recent.length,
    limit,
    warning: { code: 'contactsExcessive', params: { count: recent.length, limit } },
    calmAtMs: oldestThatMatters === undefined ? undefined : oldestThatMatters + DAY_MS,
  };
}
