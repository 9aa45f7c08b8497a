// What does a reason code of the inventory ledger say happened to the goods (domain.md 7.3, C79, C95)?

export type LedgerFate = 'lost' | 'found' | 'damaged' | 'disposed';

const FATES: Readonly<Record<string, LedgerFate>> = {
  M: 'lost',
  '5': 'lost',
  F: 'found',
  N: 'found',
  E: 'damaged',
  '6': 'damaged',
  H: 'damaged',
  K: 'damaged',
  '7': 'damaged',
  U: 'damaged',
  D: 'disposed',
};

/** Undefined for codes that claim nothing (moves between warehouses, corrections). */
export function readLedgerReason(code: string): LedgerFate | undefined {
  return FATES[code.trim().toUpperCase()];
}
