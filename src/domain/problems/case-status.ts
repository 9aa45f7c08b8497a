// Which states does a case go through, and which of them are an end?

/** In the order of a case's life. */
export const CASE_STATUSES = [
  'draft',
  'submitted',
  'waiting',
  'reply_needed',
  'won',
  'lost',
  'partial',
  'withdrawn',
  'expired',
  'closed',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** How a case can end; closing asks for one of them (T-26). */
export const OUTCOMES = ['won', 'lost', 'partial', 'withdrawn', 'expired'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A case in this state has its outcome; "closed" alone is none. */
export function isOutcome(status: CaseStatus): status is Outcome {
  return OUTCOMES.some((outcome) => outcome === status);
}
