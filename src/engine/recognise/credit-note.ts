// Does a paper that is shaped like an invoice give money back instead?
import type { FoundAmount, RecogniseInput } from '../../domain/inspection.ts';
import { kindsSatisfying } from '../../domain/kinds/document-kinds.ts';

/** Headings of credit notes and corrected invoices, in the languages of the invoice kinds. */
const HEADING =
  /credit ?(?:note|memo)|gutschrift|stornorechnung|rechnungskorrektur|korrekturrechnung|note de cr[ée]dit|facture d['’ ]?avoir|^avoir\b|nota di credito|nota de cr[ée]dito|factura rectificativa|creditnota|creditfactuur|kreditnota|faktura koryguj[ąa]ca|红字(?:增值税)?(?:专用|普通|数电)?发票|红冲|销项负数|负数发票|贷项(?:通知|发票)|赤伝|返品伝票/i;
/** Above the lines of goods; further down such words only refer to other papers. */
const HEAD_LINES = 25;
const HEADING_LENGTH = 60;

/** True for invoices headed as credit notes, and for fapiao whose total is negative (a red fapiao has no heading of its own). */
export function isHeadedCreditNote(
  input: RecogniseInput,
  kind: string,
  amounts: readonly FoundAmount[],
): boolean {
  if (!kindsSatisfying('supplier_invoice').includes(kind)) return false;
  const head = (input.pages[0]?.text ?? '')
    .normalize('NFKC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, HEAD_LINES);
  if (head.some((line) => line.length <= HEADING_LENGTH && HEADING.test(line) && !REFERS.test(line)))
    return true;
  const total = amounts.find((amount) => amount.role === 'total');
  return kind.startsWith('fapiao') && total?.value.startsWith('-') === true;
}

/** "Credit note for invoice 4711" is a heading; "no credit notes after 30 days" is not. */
const REFERS = /\b(?:no|kein\w*|sans|after|within|request|policy)\b|不予|如需/i;
