// Is an appeal the same as one that Amazon has already rejected (T-10)?

export interface AppealContent {
  readonly text: string;
  /** SHA-256 of every exhibit, in any order. */
  readonly evidence: readonly string[];
}

export interface RejectedAppeal extends AppealContent {
  /** How the program names it: pack edition, submission number. */
  readonly label: string;
}

/** One spelling for comparison: NFKC, lower case, no spaces or punctuation. A new date or comma is no new appeal. */
export function normaliseAppealText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function sameEvidence(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a.map((hash) => hash.toLowerCase()));
  const right = new Set(b.map((hash) => hash.toLowerCase()));
  return left.size === right.size && [...left].every((hash) => right.has(hash));
}

/** T-10: the rejected appeal that `appeal` repeats in text *and* evidence, if any. Either one changed is a new appeal. */
export function findRepeatedAppeal(
  appeal: AppealContent,
  rejected: readonly RejectedAppeal[],
): RejectedAppeal | undefined {
  const text = normaliseAppealText(appeal.text);
  return rejected.find(
    (r) => normaliseAppealText(r.text) === text && sameEvidence(r.evidence, appeal.evidence),
  );
}
