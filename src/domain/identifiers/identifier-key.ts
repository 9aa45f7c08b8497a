// Under which key is an identifier stored and looked up, so that "113-123 456" finds "113-123456"?
import type { IdentifierType } from '../inspection.ts';

/** Base-62 or free-text values where case carries meaning (domain.md 3.1). */
const CASE_SENSITIVE: ReadonlySet<IdentifierType> = new Set<IdentifierType>(['rma_id']);

/**
 * Lookup key of an identifier: full-width made ASCII, separators (space - _ . / : #) removed, upper case
 * unless case carries meaning. Two spellings of one number give the same key.
 */
export function identifierKey(type: IdentifierType, value: string): string {
  const plain = value.normalize('NFKC').replace(/[\s\-_./:#\u2010-\u2015\u2212]/g, '');
  if (type === 'buyer_alias') return value.trim().toLowerCase();
  return CASE_SENSITIVE.has(type) ? plain : plain.toUpperCase();
}
