// How many units of the case's product do all its invoices prove together (INV-12: "cumulatively")?
import type { RuleDocument } from './rule-input.ts';

/**
 * Units on the given papers, each invoice number once: a second scan proves nothing more, and a paper without a number
 * may be one, so it isn't counted. Undefined where nothing can be counted.
 */
export function sumUnitsTogether(documents: readonly RuleDocument[]): number | undefined {
  const byNumber = new Map<string, number>();
  for (const { identifiers, productQuantity } of documents) {
    const number = identifiers.find((one) => one.type === 'invoice_no')?.value;
    if (number === undefined || productQuantity === undefined) continue;
    byNumber.set(number, Math.max(byNumber.get(number) ?? 0, productQuantity));
  }
  return byNumber.size === 0 ? undefined : [...byNumber.values()].reduce((sum, units) => sum + units, 0);
}
