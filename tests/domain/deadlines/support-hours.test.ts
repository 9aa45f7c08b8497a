// Is the seller told rightly when support can be reached, in every season?
import { describe, expect, test } from 'vitest';
import { formatMoment, formatMomentPair } from '../../../src/domain/deadlines/moment-text.ts';
import { suggestSubmissionTime } from '../../../src/domain/deadlines/submission-hint.ts';
import {
  isWorkingDay,
  SUPPORT_CALENDARS,
  supportHoursAt,
  supportTeamOf,
} from '../../../src/domain/deadlines/support-hours.ts';

/** An instant given as a Beijing wall clock. */
const beijing = (text: string): number => Date.parse(`${text}:00+08:00`);
const inBeijing = (ms: number | undefined): string =>
  ms === undefined ? '–' : formatMoment(ms, 'Asia/Shanghai', 'en').replace(' Beijing', '');

describe('support hours', () => {
  test('T-01 North America follows Pacific time: winter until 10:00, summer from 21:00', () => {
    const winter = supportHoursAt(beijing('2026-01-20T22:30'), 'NA');
    expect(winter.open).toBe(true);
    expect(inBeijing(winter.closesAtMs)).toBe('2026-01-21 Wed 10:00');
    const summer = supportHoursAt(beijing('2026-07-14T09:30'), 'NA');
    expect(summer.open).toBe(false);
    expect(inBeijing(summer.opensAtMs)).toBe('2026-07-14 Tue 21:00');
  });

  test('T-02 the weeks in which only one side has changed its clocks', () => {
    expect(supportHoursAt(beijing('2026-03-16T21:30'), 'NA').open).toBe(true);
    const europe = supportHoursAt(beijing('2026-03-16T21:30'), 'EU');
    expect([europe.open, inBeijing(europe.closesAtMs)]).toEqual([true, '2026-03-17 Tue 01:00']);
    expect(supportHoursAt(beijing('2026-03-30T15:30'), 'EU').open).toBe(true);
    const before = supportHoursAt(beijing('2026-03-27T15:30'), 'EU');
    expect([before.open, inBeijing(before.opensAtMs)]).toEqual([false, '2026-03-27 Fri 16:00']);
  });

  test('T-03 Saturday morning in China is still Friday in California', () => {
    expect(supportHoursAt(beijing('2026-01-24T09:30'), 'NA').open).toBe(true);
    const later = supportHoursAt(beijing('2026-01-24T10:30'), 'NA');
    expect([later.open, inBeijing(later.opensAtMs)]).toEqual([false, '2026-01-26 Mon 22:00']);
  });

  test('T-04 Spring Festival Monday: closed, and it says why', () => {
    const state = supportHoursAt(beijing('2026-02-16T10:00'), 'CN');
    expect(state.open).toBe(false);
    expect(state.reason).toEqual({
      code: 'supportClosedHoliday',
      params: { nameZh: '春节', nameEn: 'Spring Festival' },
    });
    expect(inBeijing(state.opensAtMs)).toBe('2026-02-24 Tue 09:00');
  });

  test('both halves of the seed (21:00 and 01:00) hold at once only between the two changes of clocks', () => {
    const bothHold = (date: string): boolean => {
      const na = supportHoursAt(beijing(`${date}T12:00`), 'NA');
      const eu = supportHoursAt(beijing(`${date}T20:00`), 'EU');
      return inBeijing(na.opensAtMs).endsWith('21:00') && inBeijing(eu.closesAtMs).endsWith('01:00');
    };
    expect(bothHold('2026-03-05')).toBe(false);
    expect(bothHold('2026-03-12')).toBe(true);
    expect(bothHold('2026-04-02')).toBe(false);
    expect(bothHold('2026-10-28')).toBe(true);
    expect(bothHold('2026-11-04')).toBe(false);
  });

  test('made-up working Sundays stay closed unless the seller has seen the team work on them', () => {
    const sunday = beijing('2026-09-20T10:00');
    expect(supportHoursAt(sunday, 'CN').open).toBe(false);
    const calendars = SUPPORT_CALENDARS.map((c) => (c.region === 'CN' ? { ...c, worksMadeUpDays: true } : c));
    expect(supportHoursAt(sunday, 'CN', { calendars }).open).toBe(true);
  });

  test('opening and closing are half open: open at 09:00:00, closed at 18:00:00', () => {
    expect(supportHoursAt(beijing('2026-01-20T09:00'), 'CN').open).toBe(true);
    expect(supportHoursAt(beijing('2026-01-20T09:00') - 1, 'CN').open).toBe(false);
    expect(supportHoursAt(beijing('2026-01-20T18:00'), 'CN').open).toBe(false);
  });

  test('Japan: hours are unknown and never invented', () => {
    const state = supportHoursAt(beijing('2026-01-20T10:00'), 'JP');
    expect([state.open, state.reason.code, state.opensAtMs]).toEqual([
      false,
      'supportHoursUnknown',
      undefined,
    ]);
  });

  test('a year without holiday data is said to be so', () => {
    expect(supportHoursAt(beijing('2026-06-01T10:00'), 'CN').holidaysUnknown).toBe(false);
    expect(supportHoursAt(beijing('2027-02-08T10:00'), 'CN').holidaysUnknown).toBe(true);
  });

  test('every marketplace leads to the team that answers it', () => {
    expect(['US', 'MX', 'UK', 'DE', 'JP', 'AE'].map(supportTeamOf)).toEqual([
      'NA',
      'NA',
      'EU',
      'EU',
      'JP',
      undefined,
    ]);
    expect(isWorkingDay(beijing('2026-10-05T10:00'), 'CN')).toBe(false);
  });
});

describe('when to submit', () => {
  test('T-20 urgent case: now before ten on a working day, else the next morning or when support opens', () => {
    expect(suggestSubmissionTime(beijing('2026-01-20T09:15'), 'urgent', 'NA')?.reason.code).toBe('submitNow');
    const later = suggestSubmissionTime(beijing('2026-01-20T10:05'), 'critical', 'NA');
    expect(later?.reason.code).toBe('submitNextMorning');
    expect(inBeijing(later?.beforeMs)).toBe('2026-01-21 Wed 10:00');
    expect(inBeijing(later?.supportOpensAtMs)).toBe('2026-01-20 Tue 22:00');
    const friday = suggestSubmissionTime(beijing('2026-01-23T15:00'), 'urgent', undefined);
    expect(inBeijing(friday?.beforeMs)).toBe('2026-01-26 Mon 10:00');
    const holiday = suggestSubmissionTime(beijing('2026-02-17T09:00'), 'urgent', 'EU');
    expect(inBeijing(holiday?.beforeMs)).toBe('2026-02-24 Tue 10:00');
    expect(suggestSubmissionTime(beijing('2026-01-20T09:15'), 'normal', 'NA')).toBeUndefined();
  });
});

describe('times for people', () => {
  test('Beijing first, then the marketplace, with weekday and zone', () => {
    const ms = beijing('2026-01-21T10:00');
    expect(formatMomentPair(ms, 'US', 'zh-CN')).toBe(
      '2026-01-21 周三 10:00 北京时间（2026-01-20 周二 18:00 PST）',
    );
    expect(formatMomentPair(beijing('2026-07-21T10:00'), 'US', 'en')).toBe(
      '2026-07-21 Tue 10:00 Beijing (2026-07-20 Mon 19:00 PDT)',
    );
    expect(formatMoment(ms, 'Europe/Berlin', 'en')).toBe('2026-01-21 Wed 03:00 CET');
  });
});
