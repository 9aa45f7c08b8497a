// Is a support team reachable by phone or chat at an instant, and when does that change?
import type { Reason } from '../inspection.ts';
import { findMarketplace } from '../marketplaces/marketplaces.ts';
import type { Sourced } from '../problems/problem-type.ts';
import type { Holiday, HolidayCalendar } from './holidays.ts';
import { DEFAULT_HOLIDAYS, findHoliday, knowsHolidaysOfYear } from './holidays.ts';
import { addToDate, localDate, wallClockMs, weekdayOf } from './zoned-day.ts';

export type SupportTeam = 'CN' | 'NA' | 'EU' | 'JP';

export interface SupportCalendar extends Sourced {
  readonly region: SupportTeam;
  readonly zone: string;
  /** Local opening hours "HH:MM"; null when they are not known (never guessed). */
  readonly hours: { readonly opens: string; readonly closes: string } | null;
  /** ISO weekdays, 1 = Monday. */
  readonly weekdays: readonly number[];
  readonly holidays: HolidayCalendar;
  /** True: made-up working weekends are open. Unknown for Amazon's team, so off by default (domain.md 6.1). */
  readonly worksMadeUpDays: boolean;
}

const WORKING_WEEK = [1, 2, 3, 4, 5] as const;

/** domain.md 6.1. Weekdays of NA and EU are not stated by the source: a default that a user can change. */
export const SUPPORT_CALENDARS: readonly SupportCalendar[] = [
  {
    region: 'CN',
    zone: 'Asia/Shanghai',
    hours: { opens: '09:00', closes: '18:00' },
    weekdays: WORKING_WEEK,
    holidays: 'CN',
    worksMadeUpDays: false,
    sources: ['S2'],
    verifiedOn: null,
    confidence: 'medium',
  },
  {
    region: 'NA',
    zone: 'America/Los_Angeles',
    hours: { opens: '06:00', closes: '18:00' },
    weekdays: WORKING_WEEK,
    holidays: 'US',
    worksMadeUpDays: false,
    sources: ['S2'],
    verifiedOn: null,
    confidence: 'low',
  },
  {
    region: 'EU',
    zone: 'Europe/Berlin',
    hours: { opens: '09:00', closes: '18:00' },
    weekdays: WORKING_WEEK,
    holidays: 'EU',
    worksMadeUpDays: false,
    sources: ['S2'],
    verifiedOn: null,
    confidence: 'low',
  },
  {
    region: 'JP',
    zone: 'Asia/Tokyo',
    hours: null,
    weekdays: WORKING_WEEK,
    holidays: 'JP',
    worksMadeUpDays: false,
    sources: ['K'],
    verifiedOn: null,
    confidence: 'low',
  },
];

export interface SupportState {
  readonly region: SupportTeam;
  readonly open: boolean;
  /** Set while open. */
  readonly closesAtMs?: number;
  /** Set while closed, when the hours are known. */
  readonly opensAtMs?: number;
  /** Key of the i18n catalogue `deadlines`. */
  readonly reason: Reason;
  /** True: the holiday table says nothing about this year, so a holiday may be missed. */
  readonly holidaysUnknown: boolean;
}

export interface SupportOptions {
  readonly calendars?: readonly SupportCalendar[];
  readonly holidays?: readonly Holiday[];
}

/** Days searched for the next opening; longer than any holiday. */
const SEARCH_DAYS = 60;

/** Why the team does not work on `date`; undefined on a working day. */
function explainRest(
  date: string,
  calendar: SupportCalendar,
  holidays: readonly Holiday[],
): Reason | undefined {
  const holiday = findHoliday(holidays, calendar.holidays, date, 'closed');
  if (holiday !== undefined) {
    return { code: 'supportClosedHoliday', params: { nameZh: holiday.name.zh, nameEn: holiday.name.en } };
  }
  const madeUp = findHoliday(holidays, calendar.holidays, date, 'workday');
  if (madeUp !== undefined && calendar.worksMadeUpDays) return undefined;
  return calendar.weekdays.includes(weekdayOf(date)) ? undefined : { code: 'supportClosedWeekend' };
}

/**
 * State of one team at `instantMs`. A window belongs to the *local* weekday of the team, so Saturday morning in China is
 * still Friday afternoon in California (domain.md 6.1). Hours are advice for phone and chat: cases can be filed any time.
 */
export function supportHoursAt(
  instantMs: number,
  region: SupportTeam,
  options: SupportOptions = {},
): SupportState {
  const holidays = options.holidays ?? DEFAULT_HOLIDAYS;
  const calendar = (options.calendars ?? SUPPORT_CALENDARS).find((c) => c.region === region);
  if (calendar === undefined || calendar.hours === null) {
    return { region, open: false, reason: { code: 'supportHoursUnknown' }, holidaysUnknown: true };
  }
  const today = localDate(instantMs, calendar.zone);
  const holidaysUnknown = !knowsHolidaysOfYear(holidays, calendar.holidays, today);
  const restToday = explainRest(today, calendar, holidays);
  for (let ahead = 0; ahead <= SEARCH_DAYS; ahead += 1) {
    const date = addToDate(today, { days: ahead });
    if (explainRest(date, calendar, holidays) !== undefined) continue;
    const opensAtMs = wallClockMs(date, calendar.hours.opens, calendar.zone);
    const closesAtMs = wallClockMs(date, calendar.hours.closes, calendar.zone);
    if (instantMs >= opensAtMs && instantMs < closesAtMs) {
      return { region, open: true, closesAtMs, reason: { code: 'supportOpen' }, holidaysUnknown };
    }
    if (opensAtMs > instantMs) {
      const reason = restToday ?? { code: 'supportClosedHours' };
      return { region, open: false, opensAtMs, reason, holidaysUnknown };
    }
  }
  return { region, open: false, reason: restToday ?? { code: 'supportClosedHours' }, holidaysUnknown };
}

/** The team that answers cases of a marketplace; undefined where none is known. */
export function supportTeamOf(marketplace: string): SupportTeam | undefined {
  const region = findMarketplace(marketplace)?.region;
  return region === undefined || region === 'other' ? undefined : region;
}

/** True when the team works on the local day of `instantMs`, whatever the hour. */
export function isWorkingDay(instantMs: number, region: SupportTeam, options: SupportOptions = {}): boolean {
  const calendar = (options.calendars ?? SUPPORT_CALENDARS).find((c) => c.region === region);
  if (calendar === undefined) return false;
  const date = localDate(instantMs, calendar.zone);
  return explainRest(date, calendar, options.holidays ?? DEFAULT_HOLIDAYS) === undefined;
}
