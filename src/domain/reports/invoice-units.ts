// How many units does an invoice hold, and how many of some products, where its own sums prove that nothing was missed?
import type { FoundAmount } from '../inspection.ts';
import { type InvoiceLine, matchLine, type Product } from './invoice-lines.ts';

/** Amounts that the rows of an invoice may add up to; tax comes on top of "net". */
const SUMS: readonly string[] = ['net', 'total'];
/** Each row is rounded to the cent. */
const ROW_TOLERANCE = 0.01;

/**
 * The rows whose amounts add up to the invoice's own sum: no row was missed and none was read twice. Undefined where they
 * do not, as with freight, discounts, a second copy on the next page, or a row that could not be read.
 */
export function findWholeRows(
  lines: readonly InvoiceLine[],
  amounts: readonly Pick<FoundAmount, 'role' | 'value'>[],
): readonly InvoiceLine[] | undefined {
  const rows = lines.filter((line) => line.amount !== null);
  if (rows.length === 0) return undefined;
  const sum = rows.reduce((total, row) => total + (row.amount ?? 0), 0);
  const tolerance = ROW_TOLERANCE * rows.length + 1e-6;
  const isWhole = amounts.some(
    ({ role, value }) => SUMS.includes(role) && Math.abs(Number(value) - sum) <= tolerance,
  );
  return isWhole ? rows : undefined;
}

export const countUnits = (rows: readonly InvoiceLine[]): number =>
  rows.reduce((total, row) => total + row.quantity, 0);

/** Units of `product` among whole rows; undefined when none names it by its own code, or one may mean it by its model only. */
export function countUnitsOf(rows: readonly InvoiceLine[], product: Product): number | undefined {
  const matches = rows.map((row) => matchLine(row.text, product));
  if (!matches.includes('exact') || matches.includes('model')) return undefined;
  return countUnits(rows.filter((_row, index) => matches[index] === 'exact'));
}
