// Do days and opening hours hold together in every marketplace's zone, on any date?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessDays } from '../../../src/domain/deadlines/span-arithmetic.ts';
import { supportHoursAt } from '../../../src/domain/deadlines/support-hours.ts';
import {
  addToDate,
  daysBetween,
  endOfDayMs,
  isIsoDate,
  localDate,
  startOfDayMs,
  wallClockMs,
  weekdayOf,
} from '../../../src/domain/deadlines/zoned-day.ts';
import { MARKETPLACES } from '../../../src/domain/marketplaces/marketplaces.ts';

const zone = fc.constantFrom(...new Set(MARKETPLACES.map((m) => m.zone)));
const date = fc.integer({ min: 0, max: 5843 }).map((days) => addToDate('2020-01-01', { days }));
const instantMs = fc.integer({
  min: Date.parse('2020-01-01T00:00:00Z'),
  max: Date.parse('2035-12-31T00:00:00Z'),
});

describe('days', () => {
  test('a day starts and ends on its own date, and the next begins one second after 23:59:59', () => {
    fc.assert(
      fc.property(zone, date, (place, day) => {
        expect(localDate(startOfDayMs(day, place), place)).toBe(day);
        expect(localDate(endOfDayMs(day, place), place)).toBe(day);
        const next = addToDate(day, { days: 1 });
        expect(localDate(endOfDayMs(day, place) + 1000, place)).toBe(next);
        expect(startOfDayMs(next, place)).toBe(endOfDayMs(day, place) + 1000);
      }),
      { numRuns: 400 },
    );
  });

  test('a time skipped by daylight saving moves forward; a repeated one is the first unless asked', () => {
    expect(new Date(wallClockMs('2026-03-08', '02:30', 'America/Los_Angeles')).toISOString()).toBe(
      '2026-03-08T10:30:00.000Z',
    );
    expect(new Date(wallClockMs('2026-11-01', '01:30', 'America/Los_Angeles')).toISOString()).toBe(
      '2026-11-01T08:30:00.000Z',
    );
    expect(new Date(wallClockMs('2026-11-01', '01:30', 'America/Los_Angeles', 'later')).toISOString()).toBe(
      '2026-11-01T09:30:00.000Z',
    );
  });

  test('real dates only', () => {
    expect(['2028-02-29', '2026-02-29', '2026-13-01', '2026-1-1', '20260101', ''].map(isIsoDate)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });

  test('business days land on working days and never count fewer calendar days', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 30 }), fc.boolean(), (day, amount, saturdayCounts) => {
        const found = addBusinessDays(day, amount, { zone: 'UTC', saturdayCounts, holidays: [] });
        expect(weekdayOf(found.date)).toBeLessThanOrEqual(saturdayCounts ? 6 : 5);
        expect(daysBetween(day, found.date)).toBeGreaterThanOrEqual(amount);
        expect(found.trace).toHaveLength(daysBetween(day, found.date));
      }),
      { numRuns: 200 },
    );
  });
});

describe('opening hours', () => {
  test('whatever is announced comes true: it opens when it says so and closes when it says so', () => {
    fc.assert(
      fc.property(instantMs, fc.constantFrom('CN', 'NA', 'EU'), (nowMs, team) => {
        const state = supportHoursAt(nowMs, team);
        const changeMs = state.open ? state.closesAtMs : state.opensAtMs;
        expect(changeMs).toBeGreaterThan(nowMs);
        expect(supportHoursAt(changeMs ?? 0, team).open).toBe(!state.open);
        expect(supportHoursAt((changeMs ?? 0) - 1, team).open).toBe(state.open);
      }),
      { numRuns: 400 },
    );
  });
});
