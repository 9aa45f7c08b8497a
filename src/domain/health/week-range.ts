// Which instants belong to an ISO week, and is this text one?
import { Temporal } from 'temporal-polyfill';
import { CasebinderError } from '../errors.ts';
import { isoWeekOf } from './weekly-check.ts';

/** Weeks of the ritual are Beijing weeks: the people who close them work there (domain.md 6.2, time semantics). */
export const WEEK_ZONE = 'Asia/Shanghai';

export interface WeekRange {
  /** "2026-W47". */
  readonly week: string;
  /** Monday 00:00. */
  readonly fromMs: number;
  /** The next Monday 00:00, excluded. */
  readonly untilMs: number;
  /** Monday, YYYY-MM-DD. */
  readonly firstDay: string;
  /** Sunday, YYYY-MM-DD. */
  readonly lastDay: string;
}

/** The week named `week` ("2026-W47", ISO 8601: week 1 holds 4 January). @throws CasebinderError INPUT_INVALID */
export function readWeekRange(week: string, zone: string = WEEK_ZONE): WeekRange {
  const match = /^(\d{4})-?W(\d{2})$/i.exec(week.trim());
  const number = Number(match?.[2]);
  if (match === null || number < 1 || number > 53)
    throw new CasebinderError('INPUT_INVALID', { detail: `week ${week}` });
  const fourth = Temporal.PlainDate.from({ year: Number(match[1]), month: 1, day: 4 });
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: number - 1 });
  const fromMs = monday.toZonedDateTime(zone).epochMilliseconds;
  const name = `${match[1]}-W${match[2]}`;
  // A year without a week 53 would silently become week 1 of the next.
  if (isoWeekOf(fromMs, zone) !== name)
    throw new CasebinderError('INPUT_INVALID', { detail: `week ${week}` });
  return {
    week: name,
    fromMs,
    untilMs: monday.add({ weeks: 1 }).toZonedDateTime(zone).epochMilliseconds,
    firstDay: monday.toString(),
    lastDay: monday.add({ days: 6 }).toString(),
  };
}

/** Name of the week before. */
export function weekBefore(week: string, zone: string = WEEK_ZONE): string {
  return isoWeekOf(readWeekRange(week, zone).fromMs - 86_400_000, zone);
}
