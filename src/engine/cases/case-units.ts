// How many units does a paper prove for a case, and how many were sent to Amazon, where the archive knows it for certain (INV-12, INV-13)?
import type { FoundAmount } from '../../domain/inspection.ts';
import { type Product, readInvoiceLines } from '../../domain/reports/invoice-lines.ts';
import { countUnits, countUnitsOf, findWholeRows } from '../../domain/reports/invoice-units.ts';
import type { EngineContext } from '../engine-context.ts';
import type { CaseSubject } from './case-view.ts';

/** Rules that ask for quantities; for others nothing is counted. */
export const UNIT_RULES: readonly string[] = ['INV-12', 'INV-13'];

/** The codes of the one product that the case is about; null when it is about none or about several: sums would mix them. */
export function readCaseProduct(context: EngineContext, subjects: readonly CaseSubject[]): Product | null {
  const named = subjects.filter((s) => s.type === 'asin' || s.type === 'fnsku').map((s) => s.value);
  const shipments = subjects.filter((s) => s.type === 'fba_shipment_id').map((s) => s.value);
  const rows = context.archive.sqlite
    .prepare<unknown[], { asin: string | null; sku: string | null; fnsku: string | null }>(
      named.length > 0
        ? // Each half by its own index: a condition over both would read every row of the shop.
          `SELECT asin, sku, fnsku FROM report_row WHERE asin IN (SELECT value FROM json_each(@named))
           UNION SELECT asin, sku, fnsku FROM report_row WHERE report = 'shipment_contents'
           AND fnsku IN (SELECT value FROM json_each(@named)) LIMIT 500`
        : `SELECT DISTINCT asin, sku, fnsku FROM report_row WHERE report = 'shipment_contents'
           AND shipment_id IN (SELECT value FROM json_each(@shipments)) LIMIT 500`,
    )
    .all(named.length > 0 ? { named: JSON.stringify(named) } : { shipments: JSON.stringify(shipments) });
  const pick = (values: readonly (string | null)[]): string[] => [
    ...new Set(values.filter((value) => value !== null)),
  ];
  const asins = pick([
    ...subjects.filter((s) => s.type === 'asin').map((s) => s.value),
    ...rows.map((row) => row.asin),
  ]);
  const fnskus = pick([
    ...subjects.filter((s) => s.type === 'fnsku').map((s) => s.value),
    ...rows.map((row) => row.fnsku),
  ]);
  if (asins.length > 1 || fnskus.length > 1 || asins.length + fnskus.length === 0) return null;
  return { asin: asins[0] ?? null, skus: pick(rows.map((row) => row.sku)), fnskus };
}

/** Units of the product in all shipments whose contents report was imported; nothing when none was. */
export function readUnitsSent(context: EngineContext, product: Product | null): { unitsClaimed?: number } {
  if (product === null) return {};
  const row = context.archive.sqlite
    .prepare<unknown[], { rows: number; units: number | null }>(
      `SELECT count(*) AS rows, sum(CAST(coalesce(data ->> 'units-expected', data ->> 'shipped') AS INTEGER)) AS units
       FROM report_row WHERE report = 'shipment_contents'
         AND (asin = @asin OR fnsku IN (SELECT value FROM json_each(@fnskus)) OR sku IN (SELECT value FROM json_each(@skus)))`,
    )
    .get({
      asin: product.asin,
      fnskus: JSON.stringify(product.fnskus),
      skus: JSON.stringify(product.skus),
    });
  return row === undefined || row.rows === 0 || !((row.units ?? 0) > 0)
    ? {}
    : { unitsClaimed: row.units ?? 0 };
}

/** What a paper holds, and what of it is the product: as a person confirmed it, else where its own sums prove it. */
export function readPaperUnits(
  context: EngineContext,
  paper: {
    readonly documentId: number;
    readonly text: string;
    readonly amounts: readonly FoundAmount[];
  },
  product: Product | null,
): { totalQuantity?: number; productQuantity?: number } {
  const rows = findWholeRows(readInvoiceLines(paper.text), paper.amounts);
  const confirmed = readConfirmed(context, paper.documentId);
  const codes = product === null ? [] : [product.asin ?? '', ...product.skus];
  const own = [...confirmed].filter(([code]) => codes.includes(code)).map(([, quantity]) => quantity);
  const counted = rows === undefined ? undefined : countUnits(rows);
  const said = [...confirmed.values()].reduce((sum, quantity) => sum + quantity, 0);
  const total = confirmed.size === 0 ? counted : Math.max(said, counted ?? 0);
  const ofProduct =
    own.length > 0
      ? own.reduce((sum, quantity) => sum + quantity, 0)
      : rows === undefined || product === null
        ? undefined
        : countUnitsOf(rows, product);
  return {
    ...(total === undefined ? {} : { totalQuantity: total }),
    ...(ofProduct === undefined ? {} : { productQuantity: ofProduct }),
  };
}

function readConfirmed(context: EngineContext, documentId: number): Map<string, number> {
  const rows = context.archive.sqlite
    .prepare<[number], { product: string; quantity: number }>(
      'SELECT product, quantity FROM invoice_unit WHERE document_id = ?',
    )
    .all(documentId);
  return new Map(rows.map((row) => [row.product, row.quantity]));
}
