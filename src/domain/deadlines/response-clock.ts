// When should Amazon have answered, and when is it time to add a message to the same case?
import type { Reason } from '../inspection.ts';
import { findMarketplace } from '../marketplaces/marketplaces.ts';
import type { AnchorKind } from '../problems/deadline-rule.ts';
import { findCorrection } from '../problems/problem-overrides.ts';
import type { ChannelSlug, ProblemType } from '../problems/problem-type.ts';
import type { HistoryEvent } from './case-history.ts';
import type { DeadlineWindow } from './deadline-window.ts';
import { DEFAULT_HOLIDAYS } from './holidays.ts';
import { addBusinessDays } from './span-arithmetic.ts';
import { addToDate, endOfDayMs, localDate, startOfDayMs } from './zoned-day.ts';

const HOUR_MS = 3_600_000;
/** S1: without an answer for 72 hours, add a message to the original case. */
export const FOLLOW_UP_HOURS = 72;

function latestMs(
  history: readonly HistoryEvent[],
  kinds: readonly string[],
  zone: string,
): number | undefined {
  const times = history
    .filter((event) => kinds.includes(event.kind))
    .map((event) => event.atMs ?? (event.date === undefined ? undefined : startOfDayMs(event.date, zone)))
    .filter((ms) => ms !== undefined);
  return times.length === 0 ? undefined : Math.max(...times);
}

/** The expected answer to a submission: hours and business days of the problem type, or days 5…14 for AHS (T-05, T-06). */
function expectAnswer(
  problem: ProblemType,
  channel: ChannelSlug,
  submittedMs: number,
  zone: string,
): { readonly opensAtMs?: number; readonly closesAtMs: number; readonly trace: readonly Reason[] } {
  const day = localDate(submittedMs, zone);
  if (channel === 'account_health_support') {
    const [from, to] = problem.usualAnswer.ahsWindowDays ?? [5, 14];
    return {
      opensAtMs: startOfDayMs(addToDate(day, { days: from }), zone),
      closesAtMs: endOfDayMs(addToDate(day, { days: to }), zone),
      trace: [{ code: 'traceAhsWindow', params: { from, to } }],
    };
  }
  const business = problem.usualAnswer.businessDays;
  if (business !== undefined) {
    const context = { zone, saturdayCounts: false, holidays: DEFAULT_HOLIDAYS };
    const from = addBusinessDays(day, business[0], context);
    const to = addBusinessDays(day, business[1], context);
    return {
      opensAtMs: startOfDayMs(from.date, zone),
      closesAtMs: endOfDayMs(to.date, zone),
      trace: to.trace,
    };
  }
  const hours = problem.usualAnswer.hours ?? 48;
  return {
    closesAtMs: submittedMs + hours * HOUR_MS,
    trace: [{ code: 'traceAnswerHours', params: { hours } }],
  };
}

/** Entries that hold words of Amazon after a submission: each is an answer. */
const ANSWERS: readonly AnchorKind[] = [
  'amazon_message',
  'info_request',
  'appeal_info_request',
  'claim_denied',
];

/** The clock of Amazon's answer to the newest submission; undefined while nothing was submitted. */
export function computeFirstResponse(
  problem: ProblemType,
  channel: ChannelSlug,
  history: readonly HistoryEvent[],
  marketplace: string,
): DeadlineWindow | undefined {
  const zone = findMarketplace(marketplace)?.zone ?? 'UTC';
  const submittedMs = latestMs(history, ['submitted'], zone);
  if (submittedMs === undefined) return undefined;
  const expected = expectAnswer(problem, channel, submittedMs, zone);
  const own = findCorrection(problem, 'usualAnswer');
  const answers = history
    .filter((event) => ANSWERS.includes(event.kind) && event.atMs !== undefined && event.atMs >= submittedMs)
    .map((event) => event.atMs ?? 0);
  return {
    ruleId: 'response/first',
    problem: problem.slug,
    kind: 'first_response',
    occurrence: 1,
    // AHS: the window tells when to expect an answer; it is no "not before" of ours.
    opensAtMs: expected.opensAtMs,
    closesAtMs: expected.closesAtMs,
    turn: 'amazon',
    metAtMs: answers.length === 0 ? undefined : Math.min(...answers),
    needsStatedDate: false,
    basis: 'estimated',
    actionable: true,
    trace: expected.trace,
    sources: own === undefined ? ['S1'] : [own.source],
    confidence: own === undefined ? 'low' : 'high',
  };
}

export interface FollowUpTask {
  readonly dueAtMs: number;
  readonly due: boolean;
  /** "followUpAddMessage" of the i18n catalogue `deadlines`. */
  readonly reason: Reason;
  /** What to check first, in order: keys of the i18n catalogue `deadlines`. */
  readonly steps: readonly string[];
}

/**
 * T-07: when to add a message to the *same* case. 72 hours after the latest of submission, last message of Amazon and
 * our own last message (so that one reminder is not followed by the next); for Account Health Support not before the
 * end of day 14 (T-06). Undefined while nothing was submitted, or when it is our turn to answer.
 */
export function computeFollowUp(
  problem: ProblemType,
  channel: ChannelSlug,
  history: readonly HistoryEvent[],
  marketplace: string,
  nowMs: number,
): FollowUpTask | undefined {
  const zone = findMarketplace(marketplace)?.zone ?? 'UTC';
  const submittedMs = latestMs(history, ['submitted'], zone);
  if (submittedMs === undefined) return undefined;
  const lastMs = latestMs(history, ['submitted', 'own_message', ...ANSWERS], zone) ?? submittedMs;
  const dueAtMs =
    channel === 'account_health_support'
      ? Math.max(
          expectAnswer(problem, channel, submittedMs, zone).closesAtMs,
          lastMs + FOLLOW_UP_HOURS * HOUR_MS,
        )
      : lastMs + FOLLOW_UP_HOURS * HOUR_MS;
  return {
    dueAtMs,
    due: nowMs >= dueAtMs,
    reason: { code: 'followUpAddMessage', params: { hours: FOLLOW_UP_HOURS } },
    steps: ['stepCheckSpam', 'stepCheckNotifications', 'stepCheckCaseLog', 'stepAddMessage'],
  };
}
