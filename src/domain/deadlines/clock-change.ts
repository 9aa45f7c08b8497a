// Do the clocks change on the day on which a deadline ends, and which instant was meant?
import type { Reason } from '../inspection.ts';
import { addToDate, localDate, startOfDayMs, zonedAt } from './zoned-day.ts';

const HOUR_MS = 3_600_000;
const USUAL_DAY_MS = 24 * HOUR_MS;

/** What the trace says of a day of 23 or 25 hours, and of a time that comes twice on it; nothing on other days. */
export function explainClockChange(atMs: number, zone: string): readonly Reason[] {
  const date = localDate(atMs, zone);
  const lengthMs = startOfDayMs(addToDate(date, { days: 1 }), zone) - startOfDayMs(date, zone);
  if (lengthMs === USUAL_DAY_MS) return [];
  const params = { date, zone, hours: lengthMs / HOUR_MS };
  if (lengthMs < USUAL_DAY_MS) return [{ code: 'traceClocksForward', params }];
  const changeMs = lengthMs - USUAL_DAY_MS;
  const time = zonedAt(atMs, zone).toPlainTime().toString({ smallestUnit: 'minute' });
  const isFirst = showsSameTime(atMs, atMs + changeMs, zone);
  const isSecond = showsSameTime(atMs, atMs - changeMs, zone);
  return [
    { code: 'traceClocksBack', params },
    ...(isFirst || isSecond
      ? [{ code: isFirst ? 'traceFirstOfTwo' : 'traceSecondOfTwo', params: { ...params, time } }]
      : []),
  ];
}

function showsSameTime(aMs: number, bMs: number, zone: string): boolean {
  return zonedAt(aMs, zone).toPlainDateTime().equals(zonedAt(bMs, zone).toPlainDateTime());
}
