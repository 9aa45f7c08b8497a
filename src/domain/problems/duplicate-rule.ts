// Is a new case about something that is already with Amazon?
import { PROBLEM_BY_SLUG } from './problem-types.ts';

/** How long after its end a case still counts (T-08). */
export const CLOSED_CASE_DAYS = 30;
const DAY_MS = 86_400_000;

export interface CaseKey {
  readonly accountId: string;
  /** Marketplace code. */
  readonly marketplace: string;
  /** Problem slug. */
  readonly problem: string;
  /** Orders, ASINs, shipments, tracking numbers. */
  readonly subjects: readonly string[];
  readonly caseId?: string;
  readonly complaintId?: string;
}

export interface ExistingCase extends CaseKey {
  /** "C-0012". */
  readonly number: string;
  /** Absent while the case is open. */
  readonly closedAtMs?: number;
}

function normalise(value: string): string {
  return value.normalize('NFKC').trim().toUpperCase();
}

function sharesSubject(a: CaseKey, b: CaseKey): boolean {
  const own = new Set(a.subjects.map(normalise));
  if (b.subjects.some((value) => own.has(normalise(value)))) return true;
  return (
    a.complaintId !== undefined &&
    b.complaintId !== undefined &&
    normalise(a.complaintId) === normalise(b.complaintId)
  );
}

/** Problems of the account as a whole have no order or ASIN: two without any subject are about the same thing. */
function concernsWholeAccount(key: CaseKey): boolean {
  const group = PROBLEM_BY_SLUG.get(key.problem)?.group;
  return (group === 'acct' || group === 'ver') && key.subjects.length === 0 && key.complaintId === undefined;
}

/**
 * T-08: numbers of the cases that `wanted` repeats, in the order of `existing`: same account, marketplace and problem
 * type, a shared order, ASIN, shipment, tracking number or complaint ID, and open or closed for less than 30 days.
 */
export function findDuplicateCases(
  wanted: CaseKey,
  existing: readonly ExistingCase[],
  nowMs: number,
): readonly string[] {
  return existing
    .filter((known) => known.closedAtMs === undefined || nowMs - known.closedAtMs < CLOSED_CASE_DAYS * DAY_MS)
    .filter(
      (known) =>
        known.accountId === wanted.accountId &&
        known.problem === wanted.problem &&
        normalise(known.marketplace) === normalise(wanted.marketplace),
    )
    .filter(
      (known) =>
        sharesSubject(wanted, known) || (concernsWholeAccount(wanted) && concernsWholeAccount(known)),
    )
    .map((known) => known.number);
}

/** T-17: the case of the same account that already holds this Case ID, whatever its age or state. */
export function findCaseWithId(
  accountId: string,
  caseId: string,
  existing: readonly ExistingCase[],
): string | undefined {
  const wanted = normalise(caseId);
  return existing.find(
    (c) => c.accountId === accountId && c.caseId !== undefined && normalise(c.caseId) === wanted,
  )?.number;
}
