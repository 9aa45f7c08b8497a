// How did the seller's own cases go (T-26)? Their numbers instead of anybody's percentages.

import {
  type CaseStatistics,
  type ClosedCase,
  type ContactEvent,
  computeStatistics,
  countRoundTrips,
} from '../../domain/problems/case-statistics.ts';
import { OUTCOMES, type Outcome } from '../../domain/problems/case-status.ts';
import { kindsSatisfying } from '../../domain/problems/kind-groups.ts';
import type { EngineContext } from '../engine-context.ts';
import { caseFile } from '../store/schema/cases.ts';
import type { CaseRecord } from './case-records.ts';
import { readProblem } from './effective-problems.ts';

export interface StatisticsReport {
  readonly all: CaseStatistics;
  /** By problem type, those with most cases first. */
  readonly byProblem: readonly { readonly problem: string; readonly statistics: CaseStatistics }[];
}

export function readStatistics(
  context: EngineContext,
  filter: { accountId?: number; problem?: string } = {},
): StatisticsReport {
  const closed = context.archive.orm
    .select()
    .from(caseFile)
    .all()
    .filter((record) => filter.accountId === undefined || record.accountId === filter.accountId)
    .filter((record) => filter.problem === undefined || record.problemSlug === filter.problem)
    .flatMap((record) => {
      const outcome = readOutcome(context, record);
      return outcome === undefined
        ? []
        : [{ problem: record.problemSlug, facts: toClosedCase(context, record, outcome) }];
    });
  const problems = [...new Set(closed.map((c) => c.problem))];
  return {
    all: computeStatistics(closed.map((c) => c.facts)),
    byProblem: problems
      .map((problem) => ({
        problem,
        statistics: computeStatistics(closed.filter((c) => c.problem === problem).map((c) => c.facts)),
      }))
      .sort((a, b) => b.statistics.cases - a.statistics.cases || (a.problem < b.problem ? -1 : 1)),
  };
}

/** Round trips of one case so far. */
export function readRoundTrips(context: EngineContext, caseFileId: number): number {
  return countRoundTrips(readContactEvents(context, caseFileId));
}

function readContactEvents(context: EngineContext, caseFileId: number): ContactEvent[] {
  return context.archive.sqlite
    .prepare<unknown[], ContactEvent>(
      `SELECT CASE WHEN kind IN ('submitted','own_message') THEN kind ELSE 'amazon_message' END AS kind, at_ms AS atMs FROM case_event
       WHERE case_file_id = ? AND coalesce(data ->> 'automatic', 0) = 0
         AND kind IN ('submitted','own_message','amazon_message','info_request','appeal_info_request','claim_denied')`,
    )
    .all(caseFileId);
}

/** The outcome, also of a case that was closed after it. */
function readOutcome(context: EngineContext, record: CaseRecord): Outcome | undefined {
  const known = OUTCOMES.find((outcome) => outcome === record.status);
  if (known !== undefined || record.status !== 'closed') return known;
  const last = context.archive.sqlite
    .prepare(
      `SELECT data ->> 'to' FROM case_event WHERE case_file_id = ? AND kind = 'status'
       AND data ->> 'to' IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT 1`,
    )
    .pluck()
    .get(record.id, JSON.stringify(OUTCOMES)) as string | undefined;
  return OUTCOMES.find((outcome) => outcome === last);
}

function toClosedCase(context: EngineContext, record: CaseRecord, outcome: Outcome): ClosedCase {
  return {
    outcome,
    contacts: readContactEvents(context, record.id),
    evidenceComplete: wasComplete(context, record),
  };
}

/** Did the first submission carry a document of every required kind? */
function wasComplete(context: EngineContext, record: CaseRecord): boolean {
  const problem = readProblem(context, record.problemSlug);
  const kinds = context.archive.sqlite
    .prepare<unknown[], { kind: string; role: string | null }>(
      `SELECT d.kind, e.role_kind AS role FROM submission s, json_each(s.exhibits) j JOIN document d ON d.sha256 = j.value ->> 'sha256'
       LEFT JOIN exhibit e ON e.case_file_id = s.case_file_id AND e.document_id = d.id
       WHERE s.id = (SELECT id FROM submission WHERE case_file_id = ? ORDER BY submitted_at_ms, id LIMIT 1)`,
    )
    .all(record.id);
  const had = new Set(kinds.flatMap((row) => [row.kind, row.role ?? '']));
  const submitted = context.archive.sqlite
    .prepare('SELECT 1 FROM submission WHERE case_file_id = ? LIMIT 1')
    .get(record.id);
  return (
    submitted !== undefined &&
    (problem?.requiredKinds ?? []).every((kind) =>
      kindsSatisfying(kind, problem?.alternatives).some((fits) => had.has(fits)),
    )
  );
}
