// How did the seller's own cases go: round trips, first answer, win rate with and without complete evidence (T-26)?
import { CasebinderError } from '../errors.ts';
import { OUTCOMES, type Outcome } from './case-status.ts';

export interface ContactEvent {
  readonly kind: 'submitted' | 'own_message' | 'amazon_message';
  readonly atMs: number;
}

export interface ClosedCase {
  readonly outcome: Outcome;
  readonly contacts: readonly ContactEvent[];
  /** All required kinds were present at the first submission. */
  readonly evidenceComplete: boolean;
}

export interface CaseStatistics {
  readonly cases: number;
  readonly won: number;
  /** Share of cases that were won with a single round trip, 0…1; null without cases. */
  readonly firstContactResolution: number | null;
  /** Mean; null without cases. */
  readonly roundTrips: number | null;
  readonly medianFirstResponseHours: number | null;
  readonly winRateComplete: number | null;
  readonly winRateIncomplete: number | null;
}

/** T-26: an outcome is needed to close a case. */
export function requireOutcome(outcome: string): Outcome {
  const known = OUTCOMES.find((o) => o === outcome);
  if (known === undefined) throw new CasebinderError('INPUT_INVALID', { detail: `outcome ${outcome}` });
  return known;
}

/** Round trips: answers of Amazon that each follow at least one message of ours. */
export function countRoundTrips(contacts: readonly ContactEvent[]): number {
  let waiting = false;
  let trips = 0;
  for (const contact of [...contacts].sort((a, b) => a.atMs - b.atMs)) {
    if (contact.kind !== 'amazon_message') waiting = true;
    else if (waiting) {
      trips += 1;
      waiting = false;
    }
  }
  return trips;
}

/** Hours from the first submission to the first answer after it; undefined without either. */
export function firstResponseHours(contacts: readonly ContactEvent[]): number | undefined {
  const sent = contacts.filter((c) => c.kind === 'submitted').map((c) => c.atMs);
  if (sent.length === 0) return undefined;
  const sentMs = Math.min(...sent);
  const answers = contacts.filter((c) => c.kind === 'amazon_message' && c.atMs >= sentMs).map((c) => c.atMs);
  return answers.length === 0 ? undefined : (Math.min(...answers) - sentMs) / 3_600_000;
}

function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Statistics over cases that Amazon decided (withdrawn and expired ones count as cases, not as decisions). */
export function computeStatistics(cases: readonly ClosedCase[]): CaseStatistics {
  const decided = cases.filter((c) => c.outcome === 'won' || c.outcome === 'lost' || c.outcome === 'partial');
  const won = decided.filter((c) => c.outcome === 'won');
  const complete = decided.filter((c) => c.evidenceComplete);
  const incomplete = decided.filter((c) => !c.evidenceComplete);
  const trips = decided.map((c) => countRoundTrips(c.contacts));
  const answers = cases.map((c) => firstResponseHours(c.contacts)).filter((h) => h !== undefined);
  return {
    cases: cases.length,
    won: won.length,
    firstContactResolution: rate(won.filter((c) => countRoundTrips(c.contacts) <= 1).length, decided.length),
    roundTrips: rate(
      trips.reduce((sum, n) => sum + n, 0),
      trips.length,
    ),
    medianFirstResponseHours: median(answers),
    winRateComplete: rate(complete.filter((c) => c.outcome === 'won').length, complete.length),
    winRateIncomplete: rate(incomplete.filter((c) => c.outcome === 'won').length, incomplete.length),
  };
}
