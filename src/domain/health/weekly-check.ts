// For which accounts and marketplaces is the weekly look due, and which week is it (T-21)?
import { zonedAt } from '../deadlines/zoned-day.ts';

const DAY_MS = 86_400_000;
/** S1: once a week. */
export const CHECK_EVERY_DAYS = 7;

export interface WatchedStore {
  readonly accountId: string;
  /** Marketplace code. */
  readonly marketplace: string;
}

export interface CheckRecord extends WatchedStore {
  readonly checkedAtMs: number;
  /** Set when the week was skipped on purpose; recorded like a check. */
  readonly skippedReason?: string;
}

export interface DueCheck extends WatchedStore {
  /** "due": no record for 7 days. "skipped": the last record is a skip. "done": checked within 7 days. */
  readonly state: 'due' | 'skipped' | 'done';
  readonly lastCheckedAtMs?: number;
  readonly daysSince?: number;
  readonly skippedReason?: string;
}

/** State of the weekly look for every store; a skip quiets the reminder for 7 days but never counts as a look. */
export function findDueChecks(
  stores: readonly WatchedStore[],
  records: readonly CheckRecord[],
  nowMs: number,
): readonly DueCheck[] {
  return stores.map(({ accountId, marketplace }): DueCheck => {
    const own = records
      .filter((r) => r.accountId === accountId && r.marketplace === marketplace && r.checkedAtMs <= nowMs)
      .sort((a, b) => b.checkedAtMs - a.checkedAtMs);
    const look = own.find((r) => r.skippedReason === undefined);
    const lastCheckedAtMs = look?.checkedAtMs;
    const daysSince =
      lastCheckedAtMs === undefined ? undefined : Math.floor((nowMs - lastCheckedAtMs) / DAY_MS);
    const latest = own[0];
    const fresh = latest !== undefined && nowMs - latest.checkedAtMs < CHECK_EVERY_DAYS * DAY_MS;
    const base = { accountId, marketplace, lastCheckedAtMs, daysSince };
    if (!fresh) return { ...base, state: 'due' };
    if (lastCheckedAtMs !== undefined && nowMs - lastCheckedAtMs < CHECK_EVERY_DAYS * DAY_MS)
      return { ...base, state: 'done' };
    return { ...base, state: 'skipped', skippedReason: latest.skippedReason };
  });
}

/** ISO 8601 week of an instant in `zone`: "2026-W47". The year is the week's year, which differs around New Year. */
export function isoWeekOf(instantMs: number, zone: string): string {
  const day = zonedAt(instantMs, zone);
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;
}
