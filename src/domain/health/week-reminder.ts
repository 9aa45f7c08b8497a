// Is it time to close the week, at the weekday and hour that a person chose?
import { zonedAt } from '../deadlines/zoned-day.ts';
import { readWeekRange, WEEK_ZONE } from './week-range.ts';
import { isoWeekOf } from './weekly-check.ts';

export interface WeekReminder {
  /** The week of now. */
  readonly week: string;
  readonly remindAtMs: number;
  /** The hour has come and the week is still open. */
  readonly due: boolean;
}

/** `weekday` 1 = Monday … 7 = Sunday, `hour` 0…23, both in Beijing; what is out of range is Friday at 17. */
export function findWeekReminder(
  nowMs: number,
  isClosed: (week: string) => boolean,
  weekday: number,
  hour: number,
): WeekReminder {
  const day = Number.isInteger(weekday) && weekday >= 1 && weekday <= 7 ? weekday : 5;
  const at = Number.isInteger(hour) && hour >= 0 && hour <= 23 ? hour : 17;
  const week = isoWeekOf(nowMs, WEEK_ZONE);
  const monday = zonedAt(readWeekRange(week).fromMs, WEEK_ZONE);
  const remindAtMs = monday.add({ days: day - 1 }).with({ hour: at }).epochMilliseconds;
  return { week, remindAtMs, due: nowMs >= remindAtMs && !isClosed(week) };
}
