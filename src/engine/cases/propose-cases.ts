// To which cases does something belong that names these identifiers, and why?
import type { EngineContext } from '../engine-context.ts';
import { findCase } from './case-records.ts';

export interface CaseProposal {
  readonly number: string;
  readonly title: string;
  readonly problem: string;
  readonly status: string;
  readonly score: number;
  /** Identifiers that both name. */
  readonly shared: readonly { readonly type: string; readonly value: string }[];
}

/** What one shared identifier says: a Case ID belongs to one case, an ASIN to many. */
const WEIGHTS: Readonly<Record<string, number>> = {
  case_id: 100,
  complaint_id: 90,
  safet_claim_id: 60,
  order_id: 40,
  fba_shipment_id: 40,
  tracking_number: 35,
  asin: 20,
};
/** Below this nothing is proposed. */
const MIN_SCORE = 20;
const ENDED_PENALTY = 30;
/** The case that the person is looking at: a tie goes to it, a better match elsewhere wins. */
const OPEN_NOW = 15;

interface Candidate {
  number: string;
  title: string;
  problem: string;
  status: string;
  closed: number;
  score: number;
  shared: { type: string; value: string }[];
}

/** Cases that share a Case ID, complaint ID or subject with `identifiers`, the likeliest first; `about` is the one on screen. */
export function proposeCases(
  context: EngineContext,
  identifiers: readonly { readonly type: string; readonly value: string }[],
  about?: string | number,
): CaseProposal[] {
  const candidates = new Map<number, Candidate>();
  const { sqlite } = context.archive;
  const bySubject = sqlite.prepare<unknown[], Row>(
    `SELECT c.id, c.number, c.title, c.problem_slug AS problem, c.status, c.closed_at_ms IS NOT NULL AS closed FROM case_subject s
     JOIN case_file c ON c.id = s.case_file_id WHERE s.identifier_type = ? AND s.value = ?`,
  );
  const byNumber = sqlite.prepare<unknown[], Row>(
    `SELECT c.id, c.number, c.title, c.problem_slug AS problem, c.status, c.closed_at_ms IS NOT NULL AS closed
     FROM case_file c WHERE (? = 'case_id' AND c.case_id = ?) OR (? = 'complaint_id' AND c.complaint_id = ?)`,
  );
  const seen = new Set<string>();
  for (const { type, value } of identifiers) {
    if (seen.has(`${type} ${value}`)) continue;
    seen.add(`${type} ${value}`);
    for (const row of [...bySubject.all(type, value), ...byNumber.all(type, value, type, value)]) {
      const candidate = candidates.get(row.id) ?? { ...row, score: 0, shared: [] };
      candidate.score += WEIGHTS[type] ?? 10;
      candidate.shared.push({ type, value });
      candidates.set(row.id, candidate);
    }
  }
  if (about !== undefined) {
    const record = findCase(context, about);
    const candidate = candidates.get(record.id) ?? {
      number: record.number,
      title: record.title,
      problem: record.problemSlug,
      status: record.status,
      closed: record.closedAtMs === null ? 0 : 1,
      score: MIN_SCORE,
      shared: [],
    };
    candidate.score += OPEN_NOW;
    candidates.set(record.id, candidate);
  }
  return [...candidates.values()]
    .map(({ closed, ...rest }) => ({ ...rest, score: rest.score - (closed === 1 ? ENDED_PENALTY : 0) }))
    .filter((candidate) => candidate.score >= MIN_SCORE || candidate.shared.some((s) => s.type === 'case_id'))
    .sort((a, b) => b.score - a.score || (a.number < b.number ? 1 : -1))
    .slice(0, 5)
    .map(({ number, title, problem, status, score, shared }) => ({
      number,
      title,
      problem,
      status,
      score,
      shared: shared.slice(0, 8),
    }));
}

interface Row {
  id: number;
  number: string;
  title: string;
  problem: string;
  status: string;
  closed: number;
}
