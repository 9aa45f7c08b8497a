// What is due in a case, recomputed from its history each time it is asked?

import { and, eq, isNotNull } from 'drizzle-orm';
import type { HistoryEvent } from '../../domain/deadlines/case-history.ts';
import { computeDeadlines } from '../../domain/deadlines/compute-deadlines.ts';
import {
  type DeadlineWindow,
  deadlineStateAt,
  sortDeadlines,
} from '../../domain/deadlines/deadline-window.ts';
import { computeFirstResponse, computeFollowUp } from '../../domain/deadlines/response-clock.ts';
import { ANCHOR_KINDS, type AnchorKind } from '../../domain/problems/deadline-rule.ts';
import type { ChannelSlug, ProblemType } from '../../domain/problems/problem-type.ts';
import type { EngineContext } from '../engine-context.ts';
import { deadline } from '../store/schema/cases.ts';
import type { CaseRecord } from './case-records.ts';
import type { CaseDeadline, CaseEvent } from './case-view.ts';
import { readProblem } from './effective-problems.ts';

/** Statuses in which nothing is due any more. */
const ENDED = new Set(['won', 'lost', 'partial', 'withdrawn', 'expired', 'closed']);

/** History of the case as the deadline rules read it. */
export function toHistory(record: CaseRecord, timeline: readonly CaseEvent[]): HistoryEvent[] {
  const history: HistoryEvent[] = [];
  if (record.notifiedOn !== null) history.push({ kind: 'notified', date: record.notifiedOn });
  for (const event of timeline) {
    if (!(ANCHOR_KINDS as readonly string[]).includes(event.kind)) continue;
    // The receipt of a machine starts and stops no clock (S2-06).
    if (event.data['automatic'] === true) continue;
    const stated = event.data['statedDate'];
    history.push({
      kind: event.kind as AnchorKind,
      atMs: event.atMs,
      ...(typeof stated === 'string' ? { statedDate: stated } : {}),
      ...(typeof event.data['statedAtMs'] === 'number' ? { statedAtMs: event.data['statedAtMs'] } : {}),
      ...(typeof event.data['appliesTo'] === 'string' ? { appliesTo: event.data['appliesTo'] } : {}),
    });
  }
  return history;
}

/** Deadlines of one case at `nowMs`, the most pressing first. Overrides with their reason are applied. */
export function readCaseDeadlines(
  context: EngineContext,
  record: CaseRecord,
  timeline: readonly CaseEvent[],
  nowMs: number,
): CaseDeadline[] {
  const problem = readProblem(context, record.problemSlug);
  if (problem === undefined || ENDED.has(record.status)) return [];
  const overrides = context.archive.orm
    .select()
    .from(deadline)
    .where(and(eq(deadline.caseFileId, record.id), isNotNull(deadline.overriddenReason)))
    .all()
    .map((row) => ({
      ruleId: row.ruleId,
      ...(row.opensAtMs === null ? {} : { opensAtMs: row.opensAtMs }),
      ...(row.closesAtMs === null ? {} : { closesAtMs: row.closesAtMs }),
      reason: row.overriddenReason ?? '',
    }));
  const history = toHistory(record, timeline);
  const windows = computeDeadlines(history, problem.deadlines, record.marketplace, {
    overrides,
  });
  const clocks = readResponseClocks(record, problem, history, nowMs);
  return sortDeadlines([...windows, ...clocks], nowMs).map((window) => ({
    ...window,
    state: deadlineStateAt(window, nowMs),
    caseFileId: record.id,
    caseNumber: record.number,
  }));
}

/** Statuses in which Amazon owes an answer. */
const WAITING = new Set(['submitted', 'waiting']);

/** When Amazon should have answered (T-05, T-06), and from when on to add a message to the same case (T-07). */
function readResponseClocks(
  record: CaseRecord,
  problem: ProblemType,
  history: readonly HistoryEvent[],
  nowMs: number,
): DeadlineWindow[] {
  const channel = record.channel as ChannelSlug;
  const answer = computeFirstResponse(problem, channel, history, record.marketplace);
  if (answer === undefined) return [];
  const task = WAITING.has(record.status)
    ? computeFollowUp(problem, channel, history, record.marketplace, nowMs)
    : undefined;
  if (task === undefined) return [answer];
  return [
    answer,
    {
      ruleId: 'response/follow-up',
      problem: problem.slug,
      kind: 'follow_up',
      occurrence: 1,
      opensAtMs: task.dueAtMs,
      turn: 'us',
      needsStatedDate: false,
      basis: 'computed',
      // Before its time it is nothing to act on: nobody is nagged (T-06).
      actionable: task.due,
      trace: [task.reason, ...task.steps.map((code) => ({ code }))],
      sources: ['S1'],
      confidence: 'medium',
    },
  ];
}
