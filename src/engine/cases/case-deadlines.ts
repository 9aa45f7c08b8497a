// What is due in a case, recomputed from its history each time it is asked?

import { and, eq, isNotNull } from 'drizzle-orm';
import type { HistoryEvent } from '../../domain/deadlines/case-history.ts';
import { computeDeadlines } from '../../domain/deadlines/compute-deadlines.ts';
import { deadlineStateAt, sortDeadlines } from '../../domain/deadlines/deadline-window.ts';
import { ANCHOR_KINDS, type AnchorKind } from '../../domain/problems/deadline-rule.ts';
import { PROBLEM_BY_SLUG } from '../../domain/problems/problem-types.ts';
import type { EngineContext } from '../engine-context.ts';
import { deadline } from '../store/schema/cases.ts';
import type { CaseRecord } from './case-records.ts';
import type { CaseDeadline, CaseEvent } from './case-view.ts';

/** Statuses in which nothing is due any more. */
const ENDED = new Set(['won', 'lost', 'partial', 'withdrawn', 'expired', 'closed']);

/** History of the case as the deadline rules read it. */
export function toHistory(record: CaseRecord, timeline: readonly CaseEvent[]): HistoryEvent[] {
  const history: HistoryEvent[] = [];
  if (record.notifiedOn !== null) history.push({ kind: 'notified', date: record.notifiedOn });
  for (const event of timeline) {
    if (!(ANCHOR_KINDS as readonly string[]).includes(event.kind)) continue;
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
  const problem = PROBLEM_BY_SLUG.get(record.problemSlug);
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
  const windows = computeDeadlines(toHistory(record, timeline), problem.deadlines, record.marketplace, {
    overrides,
  });
  return sortDeadlines(windows, nowMs).map((window) => ({
    ...window,
    state: deadlineStateAt(window, nowMs),
    caseFileId: record.id,
    caseNumber: record.number,
  }));
}
