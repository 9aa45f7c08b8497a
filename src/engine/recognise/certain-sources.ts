// Which findings come from a source that is surer than any label on the page?
import type { Reason } from '../../domain/inspection.ts';

const CERTAIN = new Set([
  'eInvoiceField',
  'embedded_field',
  'fapiaoCode',
  'amountConfirmed',
  'dateTaken',
  'dateSent',
  'partyEmailHeader',
]);

/**
 * Structured data in the file, codes, a mail's own header, an amount that is written twice: what was learned on other
 * papers never replaces it, and a person who says otherwise is told.
 */
export function isCertain(reason: Reason): boolean {
  return CERTAIN.has(reason.code);
}
