// What is a loss that could be claimed: its window, and the case that is about it already?
import { computeDeadlines } from '../../domain/deadlines/compute-deadlines.ts';
import { type DeadlineState, deadlineStateAt } from '../../domain/deadlines/deadline-window.ts';
import { localDate } from '../../domain/deadlines/zoned-day.ts';
import { findMarketplace } from '../../domain/marketplaces/marketplaces.ts';
import type { AnchorKind } from '../../domain/problems/deadline-rule.ts';
import type { Bilingual, ProblemType } from '../../domain/problems/problem-type.ts';
import type { Archive } from '../store/open-archive.ts';

export interface OpenClaim {
  readonly problem: string;
  readonly problemName: Bilingual;
  readonly marketplace: string;
  readonly fnsku: string | null;
  readonly sku: string | null;
  readonly asin: string | null;
  readonly orderId: string | null;
  /** Ledger reference or reimbursement reference, when the row has one. */
  readonly reference: string | null;
  readonly quantity: number;
  /** When it was reported lost or damaged, or refunded. */
  readonly happenedAtMs: number;
  readonly opensAtMs: number | null;
  readonly closesAtMs: number | null;
  readonly state: DeadlineState;
  /** A case about the same order or ASIN and problem that is open already. */
  readonly caseNumber: string | null;
}

/** Reports mostly name a day without a time, stored as its midnight UTC: that day counts, not the evening before it in America. */
function readDay(atMs: number, zone: string): string {
  return atMs % 86_400_000 === 0 ? new Date(atMs).toISOString().slice(0, 10) : localDate(atMs, zone);
}

interface ClaimFacts
  extends Omit<OpenClaim, 'problemName' | 'opensAtMs' | 'closesAtMs' | 'state' | 'caseNumber'> {
  readonly anchor: AnchorKind;
}

/** Where claims are found, and the problem types with what people corrected in them: their windows count. */
export interface ClaimSource {
  readonly archive: Archive;
  readonly problems: ReadonlyMap<string, ProblemType>;
}

/** A loss with its window and the case that is about it already. */
export function toClaim(
  { archive, problems }: ClaimSource,
  { anchor, ...facts }: ClaimFacts,
  nowMs: number,
): OpenClaim {
  const problem = problems.get(facts.problem);
  // "EU" in the ledger means the shared stock of the unified account: its windows are Germany's.
  const place =
    findMarketplace(facts.marketplace) ?? findMarketplace(facts.marketplace === 'EU' ? 'DE' : 'US');
  const marketplace = place?.code ?? 'US';
  const window = computeDeadlines(
    [{ kind: anchor, date: readDay(facts.happenedAtMs, place?.zone ?? 'UTC') }],
    problem?.deadlines ?? [],
    marketplace,
  ).find((w) => w.kind === 'claim_window');
  const subject = facts.orderId ?? facts.asin ?? facts.reference;
  const open =
    subject === null
      ? undefined
      : archive.sqlite
          .prepare<unknown[], { number: string }>(
            `SELECT c.number FROM case_subject s JOIN case_file c ON c.id = s.case_file_id
             WHERE s.value = ? AND c.problem_slug = ? AND c.closed_at_ms IS NULL LIMIT 1`,
          )
          .get(subject, facts.problem);
  return {
    ...facts,
    marketplace,
    problemName: problem?.name ?? { zh: facts.problem, en: facts.problem },
    opensAtMs: window?.opensAtMs ?? null,
    closesAtMs: window?.closesAtMs ?? null,
    state: window === undefined ? 'needs_date' : deadlineStateAt(window, nowMs),
    caseNumber: open?.number ?? null,
  };
}
