// On which public holidays is a support team closed, and which weekends are made-up working days?
import type { Bilingual, Sourced } from '../problems/problem-type.ts';

export type HolidayCalendar = 'CN' | 'US' | 'EU' | 'JP';

export interface Holiday extends Sourced {
  readonly calendar: HolidayCalendar;
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  /** "workday": a weekend that is worked (调休). */
  readonly kind: 'closed' | 'workday';
  readonly name: Bilingual;
}

/** C70: notice of the General Office of the State Council of 2025-11-04. */
const STATE_COUNCIL: Sourced = { sources: ['C70'], verifiedOn: null, confidence: 'high' };

function closed(from: string, to: string, zh: string, en: string): Holiday {
  return { calendar: 'CN', from, to, kind: 'closed', name: { zh, en }, ...STATE_COUNCIL };
}

function workday(date: string, zh: string, en: string): Holiday {
  const name = { zh: `${zh}调休上班`, en: `Made-up working day (${en})` };
  return { calendar: 'CN', from: date, to: date, kind: 'workday', name, ...STATE_COUNCIL };
}

/**
 * China 2026. No rows for the United States, Europe and Japan: whether Amazon's teams rest on their public holidays is
 * not confirmed (domain.md 9.7), so a user adds those that they have observed.
 */
export const DEFAULT_HOLIDAYS: readonly Holiday[] = [
  closed('2026-01-01', '2026-01-03', '元旦', "New Year's Day"),
  closed('2026-02-15', '2026-02-23', '春节', 'Spring Festival'),
  closed('2026-04-04', '2026-04-06', '清明节', 'Qingming Festival'),
  closed('2026-05-01', '2026-05-05', '劳动节', 'Labour Day'),
  closed('2026-06-19', '2026-06-21', '端午节', 'Dragon Boat Festival'),
  closed('2026-09-25', '2026-09-27', '中秋节', 'Mid-Autumn Festival'),
  closed('2026-10-01', '2026-10-07', '国庆节', 'National Day'),
  workday('2026-01-04', '元旦', "New Year's Day"),
  workday('2026-02-14', '春节', 'Spring Festival'),
  workday('2026-02-28', '春节', 'Spring Festival'),
  workday('2026-05-09', '劳动节', 'Labour Day'),
  workday('2026-09-20', '国庆节', 'National Day'),
  workday('2026-10-10', '国庆节', 'National Day'),
];

/** The holiday row of `kind` that covers `date` (YYYY-MM-DD) in `calendar`. */
export function findHoliday(
  holidays: readonly Holiday[],
  calendar: HolidayCalendar | undefined,
  date: string,
  kind: Holiday['kind'],
): Holiday | undefined {
  return holidays.find((h) => h.calendar === calendar && h.kind === kind && h.from <= date && date <= h.to);
}

/** True when the table says anything about the year of `date`; false means "holidays not entered yet". */
export function knowsHolidaysOfYear(
  holidays: readonly Holiday[],
  calendar: HolidayCalendar,
  date: string,
): boolean {
  const year = date.slice(0, 4);
  return holidays.some((h) => h.calendar === calendar && h.from.startsWith(year));
}
