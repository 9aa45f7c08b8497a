// When does a calendar day begin and end in a marketplace's zone, and which day is it there now?
import { Temporal } from 'temporal-polyfill';

/** The calendar date (YYYY-MM-DD) at `instantMs` in the IANA zone `zone`. */
export function localDate(instantMs: number, zone: string): string {
  return zonedAt(instantMs, zone).toPlainDate().toString();
}

/** First instant of the day `date` in `zone`; where midnight is skipped by daylight saving, the first that exists. */
export function startOfDayMs(date: string, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
}

/**
 * 23:59:59 of the day `date` in `zone` (domain.md 6.2: day windows end then). Where that hour is repeated by
 * daylight saving, the second time counts: the day has not ended before.
 */
export function endOfDayMs(date: string, zone: string): number {
  return wallClockMs(date, '23:59:59', zone, 'later');
}

/**
 * The instant at which a clock in `zone` shows `time` ("09:00") on `date`. A time skipped by daylight saving moves
 * forward by the gap; of a repeated time the first counts unless `repeated` says "later".
 */
export function wallClockMs(
  date: string,
  time: string,
  zone: string,
  repeated: 'earlier' | 'later' = 'earlier',
): number {
  const plain = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  const compatible = plain.toZonedDateTime(zone, { disambiguation: 'compatible' });
  if (repeated === 'earlier') return compatible.epochMilliseconds;
  return plain.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
}

/**
 * The first instant at which a clock in `zone` shows `time` or later on `date`, so that a deadline is never told too late:
 * a time skipped by daylight saving is the moment of the jump, of a repeated time the first counts.
 */
export function firstWallClockMs(date: string, time: string, zone: string): number {
  const plain = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  const first = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (first.toPlainDateTime().equals(plain)) return first.epochMilliseconds;
  return first.getTimeZoneTransition('next')?.epochMilliseconds ?? first.epochMilliseconds;
}

/** ISO weekday of a date: 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** `date` moved by calendar days, months and years; 31 August + 6 months is the last day of February. */
export function addToDate(
  date: string,
  duration: { readonly days?: number; readonly months?: number; readonly years?: number },
): string {
  return Temporal.PlainDate.from(date).add(duration, { overflow: 'constrain' }).toString();
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** True for a real calendar date in the form YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** `instantMs` as a date-time in `zone`. */
export function zonedAt(instantMs: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone);
}
