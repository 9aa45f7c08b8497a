// Which instant lies a span of hours, days, business days, months or years after an event?
import type { Reason } from '../inspection.ts';
import type { Span } from '../problems/deadline-rule.ts';
import type { Holiday, HolidayCalendar } from './holidays.ts';
import { findHoliday } from './holidays.ts';
import { addToDate, endOfDayMs, startOfDayMs, weekdayOf } from './zoned-day.ts';

const HOUR_MS = 3_600_000;

export interface Anchor {
  readonly atMs: number;
  /** Local date of the event in the marketplace's zone. */
  readonly date: string;
}

export interface SpanContext {
  readonly zone: string;
  readonly saturdayCounts: boolean;
  readonly holidays: readonly Holiday[];
  readonly holidayCalendar?: HolidayCalendar;
}

/** The date `amount` business days after `date`, with each day counted or skipped in the trace. */
export function addBusinessDays(
  date: string,
  amount: number,
  context: SpanContext,
): { readonly date: string; readonly trace: readonly Reason[] } {
  const trace: Reason[] = [];
  let current = date;
  let counted = 0;
  while (counted < amount) {
    current = addToDate(current, { days: 1 });
    const weekday = weekdayOf(current);
    const holiday = findHoliday(context.holidays, context.holidayCalendar, current, 'closed');
    if (holiday !== undefined) {
      trace.push({
        code: 'traceDaySkippedHoliday',
        params: { date: current, nameZh: holiday.name.zh, nameEn: holiday.name.en },
      });
    } else if (weekday === 7 || (weekday === 6 && !context.saturdayCounts)) {
      trace.push({ code: 'traceDaySkippedWeekend', params: { date: current } });
    } else {
      counted += 1;
      trace.push({ code: 'traceDayCounted', params: { date: current, count: counted } });
    }
  }
  return { date: current, trace };
}

function shiftDate(
  anchor: Anchor,
  span: Span,
  context: SpanContext,
): { date: string; trace: readonly Reason[] } {
  switch (span.unit) {
    case 'business_day':
      return addBusinessDays(anchor.date, span.amount, context);
    case 'month':
      return { date: addToDate(anchor.date, { months: span.amount }), trace: [] };
    case 'year':
      return { date: addToDate(anchor.date, { years: span.amount }), trace: [] };
    case 'calendar_year_end':
      return { date: `${Number(anchor.date.slice(0, 4)) + span.amount}-12-31`, trace: [] };
    default:
      return { date: addToDate(anchor.date, { days: span.amount }), trace: [] };
  }
}

/**
 * The instant `span` after `anchor`. Hours are calendar hours on the UTC line (a daylight-saving change in between does
 * not matter); everything else counts local days and yields their start or their end (23:59:59) in the zone.
 */
export function applySpan(
  anchor: Anchor,
  span: Span,
  edge: 'start' | 'end',
  context: SpanContext,
): { readonly atMs: number; readonly trace: readonly Reason[] } {
  if (span.unit === 'hour') return { atMs: anchor.atMs + span.amount * HOUR_MS, trace: [] };
  const shifted = shiftDate(anchor, span, context);
  const atMs =
    edge === 'start' ? startOfDayMs(shifted.date, context.zone) : endOfDayMs(shifted.date, context.zone);
  return { atMs, trace: shifted.trace };
}
