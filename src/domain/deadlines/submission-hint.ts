// When is a good moment to submit a high-priority case (S2: before 10:00 on a working day)?
import type { Reason } from '../inspection.ts';
import type { Severity } from '../problems/problem-type.ts';
import type { SupportOptions, SupportTeam } from './support-hours.ts';
import { isWorkingDay, supportHoursAt } from './support-hours.ts';
import { addToDate, localDate, wallClockMs, zonedAt } from './zoned-day.ts';

export interface SubmissionHint {
  /** "submitNow" or "submitNextMorning" of the i18n catalogue `deadlines`. */
  readonly reason: Reason;
  /** Next 10:00 of a working day; set for "submitNextMorning". */
  readonly beforeMs?: number;
  /** Next opening of the marketplace's team, when its hours are known. */
  readonly supportOpensAtMs?: number;
}

export interface SubmissionHintOptions extends SupportOptions {
  /** The source names no zone: Beijing by default. */
  readonly zone?: string;
  /** Hour of the day before which to submit; default 10. */
  readonly cutoffHour?: number;
}

/** T-20. Undefined for cases of normal severity: they can be filed at any time. */
export function suggestSubmissionTime(
  nowMs: number,
  severity: Severity,
  team: SupportTeam | undefined,
  options: SubmissionHintOptions = {},
): SubmissionHint | undefined {
  if (severity === 'normal') return undefined;
  const zone = options.zone ?? 'Asia/Shanghai';
  const cutoffHour = options.cutoffHour ?? 10;
  const support = team === undefined ? undefined : supportHoursAt(nowMs, team, options);
  if (isWorkingDay(nowMs, 'CN', options) && zonedAt(nowMs, zone).hour < cutoffHour) {
    return { reason: { code: 'submitNow', params: { hour: cutoffHour } } };
  }
  const today = localDate(nowMs, zone);
  const cutoff = `${String(cutoffHour).padStart(2, '0')}:00`;
  for (let ahead = 0; ahead <= 60; ahead += 1) {
    const beforeMs = wallClockMs(addToDate(today, { days: ahead }), cutoff, zone);
    if (beforeMs <= nowMs || !isWorkingDay(beforeMs, 'CN', options)) continue;
    return {
      reason: { code: 'submitNextMorning', params: { hour: cutoffHour } },
      beforeMs,
      supportOpensAtMs: support?.opensAtMs,
    };
  }
  return {
    reason: { code: 'submitNextMorning', params: { hour: cutoffHour } },
    supportOpensAtMs: support?.opensAtMs,
  };
}
