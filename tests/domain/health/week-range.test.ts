// Are weeks the ISO weeks that people name, in Beijing time?
import { describe, expect, it } from 'vitest';
import { readWeekRange, WEEK_ZONE, weekBefore } from '../../../src/domain/health/week-range.ts';
import { findWeekReminder } from '../../../src/domain/health/week-reminder.ts';
import { isoWeekOf } from '../../../src/domain/health/weekly-check.ts';

describe('the reminder of the week', () => {
  const friday17 = Date.UTC(2026, 10, 20, 9);
  it('comes at the chosen weekday and hour in Beijing, and not when the week is closed', () => {
    expect(findWeekReminder(friday17 - 1, () => false, 5, 17).due).toBe(false);
    expect(findWeekReminder(friday17, () => false, 5, 17)).toEqual({
      week: '2026-W47',
      remindAtMs: friday17,
      due: true,
    });
    expect(findWeekReminder(friday17, (week) => week === '2026-W47', 5, 17).due).toBe(false);
    expect(findWeekReminder(friday17, () => false, 7, 9).due).toBe(false);
  });
  it('a setting that is no day or hour means Friday at 17', () => {
    expect(findWeekReminder(friday17, () => false, Number.NaN, 99).remindAtMs).toBe(friday17);
  });
});

describe('ISO weeks in Beijing', () => {
  it('week 47 of 2026 runs from Monday to Sunday, midnight in Beijing', () => {
    expect(readWeekRange('2026-W47')).toEqual({
      week: '2026-W47',
      fromMs: Date.UTC(2026, 10, 15, 16),
      untilMs: Date.UTC(2026, 10, 22, 16),
      firstDay: '2026-11-16',
      lastDay: '2026-11-22',
    });
  });
  it('around New Year the week keeps its own year', () => {
    expect(readWeekRange('2026-W53').lastDay).toBe('2027-01-03');
    expect(weekBefore('2027-W01')).toBe('2026-W53');
    expect(isoWeekOf(Date.UTC(2027, 0, 3, 15, 59), WEEK_ZONE)).toBe('2026-W53');
    expect(isoWeekOf(Date.UTC(2027, 0, 3, 16), WEEK_ZONE)).toBe('2027-W01');
  });
  it('weeks that do not exist are refused', () => {
    for (const week of ['2025-W53', '2026-W00', '2026-W54', '2026-47', 'W47', ''])
      expect(() => readWeekRange(week), week).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});
