// Per product: units bought with invoices against units sold in the 365 days before a day, and which invoice ages out when.
import { localDate } from '../../domain/deadlines/zoned-day.ts';
import { CasebinderError } from '../../domain/errors.ts';
import {
  type Coverage,
  type CoverageInvoice,
  computeCoverage,
  INVOICE_WINDOW_DAYS,
} from '../../domain/reports/invoice-coverage.ts';
import {
  type InvoiceLine,
  indexLines,
  matchLine,
  readInvoiceLines,
} from '../../domain/reports/invoice-lines.ts';
import type { EngineContext } from '../engine-context.ts';

export interface CoverageRow extends Coverage {
  /** ASIN, or the SKU when the reports know no ASIN. */
  readonly product: string;
  readonly asin: string | null;
  readonly skus: readonly string[];
  readonly title: string;
}

export interface CoverageLedger {
  readonly anchorOn: string;
  readonly total: number;
  readonly rows: readonly CoverageRow[];
  /** Invoices of the window whose goods match no product that was sold. */
  readonly unmatched: readonly {
    readonly documentId: number;
    readonly title: string;
    readonly issuedOn: string | null;
  }[];
}

/** Papers by which a supplier sold the goods; own export invoices and contracts prove no purchase (INV-06). */
const PURCHASE_KINDS = ['supplier_invoice', 'fapiao_digital', 'fapiao_vat_special', 'fapiao_vat_normal'];
const DAY_MS = 86_400_000;
/** Invoices older than this can't matter for any notice of today. */
const LOOK_BACK_DAYS = 3 * 365;
const MAX_INVOICES = 5_000;

interface Product {
  asin: string | null;
  skus: Set<string>;
  fnskus: Set<string>;
  title: string;
  sold: number;
}

interface Invoice {
  documentId: number;
  number: string;
  title: string;
  issuedOn: string | null;
  lines: InvoiceLine[];
  codes: string;
}

/** `anchorOn` is the day of the notice (YYYY-MM-DD); today when left out. @throws CasebinderError INPUT_INVALID */
export function readCoverage(
  context: EngineContext,
  options: {
    readonly anchorOn?: string;
    readonly products?: readonly string[];
    readonly limit?: number;
  } = {},
): CoverageLedger {
  const anchorOn = options.anchorOn ?? localDate(context.nowMs(), 'Asia/Shanghai');
  const anchorMs = Date.parse(`${anchorOn}T00:00:00Z`);
  if (Number.isNaN(anchorMs) || new Date(anchorMs).toISOString().slice(0, 10) !== anchorOn)
    throw new CasebinderError('INPUT_INVALID', { detail: `date ${anchorOn}` });
  const wanted = new Set(options.products ?? []);
  const products = readProducts(context, anchorMs, [...wanted]);
  const invoices = readInvoices(context, anchorMs);
  const confirmed = readConfirmed(context);
  const collect = createCollector(invoices, confirmed);
  const used = new Set<number>();
  const rows = [...products]
    .filter(
      ([key, product]) =>
        wanted.size === 0 || wanted.has(key) || [...product.skus].some((s) => wanted.has(s)),
    )
    .map(([key, product]): CoverageRow => {
      const own = collect(key, product);
      for (const invoice of own) used.add(invoice.documentId);
      return {
        product: key,
        asin: product.asin,
        skus: [...product.skus].sort(),
        title: product.title,
        ...computeCoverage(product.sold, own, anchorOn),
      };
    })
    .sort((a, b) => b.short - a.short || b.sold - a.sold || (a.product < b.product ? -1 : 1));
  return {
    anchorOn,
    total: rows.length,
    rows: rows.slice(0, options.limit ?? 500),
    unmatched: invoices
      .filter((invoice) => !used.has(invoice.documentId) && isInWindow(invoice.issuedOn, anchorMs))
      .slice(0, 200)
      .map(({ documentId, title, issuedOn }) => ({ documentId, title, issuedOn })),
  };
}

/** A person says how many units of a product an invoice proves; null takes that back. @throws CasebinderError INPUT_INVALID, NOT_FOUND */
export function setInvoiceUnits(
  context: EngineContext,
  documentId: number,
  product: string,
  quantity: number | null,
): void {
  if (quantity !== null && (!Number.isSafeInteger(quantity) || quantity < 0 || quantity > 10_000_000))
    throw new CasebinderError('INPUT_INVALID', { detail: `quantity ${quantity}` });
  const { sqlite } = context.archive;
  if (sqlite.prepare('SELECT 1 FROM document WHERE id = ?').get(documentId) === undefined)
    throw new CasebinderError('NOT_FOUND', { what: `document ${documentId}` });
  context.archive.transaction(() => {
    sqlite.prepare('DELETE FROM invoice_unit WHERE document_id = ? AND product = ?').run(documentId, product);
    if (quantity !== null)
      sqlite
        .prepare('INSERT INTO invoice_unit (document_id, product, quantity, at_ms) VALUES (?, ?, ?, ?)')
        .run(documentId, product, quantity, context.nowMs());
  });
  context.events.emit({ type: 'document_changed', documentId });
}

/** Goods that were sold or stand in a ledger, with units sold in the window; equal rows of two reports count once. */
function readProducts(
  context: EngineContext,
  anchorMs: number,
  wanted: readonly string[],
): Map<string, Product> {
  const products = new Map<string, Product>();
  const fromMs = anchorMs - INVOICE_WINDOW_DAYS * DAY_MS;
  const untilMs = anchorMs + DAY_MS;
  // A few products are looked up by themselves: a case must not wait for the sums of a whole shop.
  const narrowed =
    wanted.length === 0
      ? ''
      : 'AND (asin IN (SELECT value FROM json_each(@asins)) OR sku IN (SELECT value FROM json_each(@skus)))';
  const asins = JSON.stringify(wanted);
  const bounds = {
    fromMs,
    untilMs,
    ...(wanted.length === 0 ? {} : { asins, skus: JSON.stringify(listSkus(context, wanted)) }),
  };
  const rows = context.archive.sqlite
    .prepare<
      unknown[],
      {
        orderId: string | null;
        asin: string | null;
        sku: string | null;
        fnsku: string | null;
        title: string | null;
        quantity: number;
      }
    >(
      // The same item stands in the order report and in the shipment report: the larger of both counts, once.
      `SELECT order_id AS orderId, max(asin) AS asin, sku, max(fnsku) AS fnsku, max(data ->> 'product-name') AS title, max(quantity) AS quantity
       FROM (SELECT report, order_id, asin, sku, fnsku, data, sum(coalesce(quantity, 0)) AS quantity FROM report_row
             WHERE report IN ('all_orders','fulfilled_shipments','unshipped_orders') AND at_ms >= @fromMs AND at_ms < @untilMs AND order_id IS NOT NULL ${narrowed}
               AND coalesce(data ->> 'order-status', '') NOT LIKE 'Cancel%' AND coalesce(data ->> 'order-status', '') <> 'キャンセル済み'
             GROUP BY report, order_id, sku)
       GROUP BY order_id, sku`,
    )
    .iterate(bounds);
  const asinOfSku = new Map<string, string>();
  const names = context.archive.sqlite
    .prepare<unknown[], { sku: string; asin: string; fnsku: string | null }>(
      wanted.length === 0
        ? 'SELECT DISTINCT sku, asin, fnsku FROM report_row WHERE sku IS NOT NULL AND asin IS NOT NULL'
        : 'SELECT DISTINCT sku, asin, fnsku FROM report_row WHERE sku IS NOT NULL AND asin IN (SELECT value FROM json_each(@asins))',
    )
    .all(...(wanted.length === 0 ? [] : [{ asins }]));
  for (const { sku, asin } of names) asinOfSku.set(sku, asin);
  for (const row of rows) {
    const asin = row.asin ?? (row.sku === null ? null : (asinOfSku.get(row.sku) ?? null));
    const key = asin ?? row.sku;
    if (key === null) continue;
    const product = products.get(key) ?? { asin, skus: new Set(), fnskus: new Set(), title: '', sold: 0 };
    product.sold += row.quantity;
    if (row.sku !== null) product.skus.add(row.sku);
    if (row.fnsku !== null) product.fnskus.add(row.fnsku);
    if (product.title === '') product.title = row.title ?? '';
    products.set(key, product);
  }
  for (const { sku, asin, fnsku } of names) {
    const product = products.get(asin);
    product?.skus.add(sku);
    if (fnsku !== null) product?.fnskus.add(fnsku);
  }
  return products;
}

/** The SKUs of some products, which may be named by ASIN or by SKU themselves. */
function listSkus(context: EngineContext, wanted: readonly string[]): string[] {
  const found = context.archive.sqlite
    .prepare(
      'SELECT DISTINCT sku FROM report_row WHERE sku IS NOT NULL AND asin IN (SELECT value FROM json_each(?))',
    )
    .pluck()
    .all(JSON.stringify(wanted)) as string[];
  return [...new Set([...wanted, ...found])];
}

/** Lines of a paper are read once per recognition: every case asks for them. */
const KEPT_LINES = new WeakMap<
  object,
  Map<number, { readonly stamp: string; readonly lines: InvoiceLine[] }>
>();

/** Purchase invoices, each number once: the same fapiao comes as PDF, OFD and XML. */
function readInvoices(context: EngineContext, anchorMs: number): Invoice[] {
  const { sqlite } = context.archive;
  const rows = sqlite
    .prepare<
      unknown[],
      {
        id: number;
        title: string;
        issuedOn: string | null;
        number: string | null;
        codes: string | null;
        stamp: string;
      }
    >(
      `SELECT d.id, coalesce((SELECT r.version || ' ' || r.recognised_at_ms FROM recognition r WHERE r.document_id = d.id), '') AS stamp, d.title, d.document_date AS issuedOn,
         (SELECT i.value FROM document_identifier di JOIN identifier i ON i.id = di.identifier_id
          WHERE di.document_id = d.id AND di.removed = 0 AND i.type IN ('fapiao_digital_no','fapiao_no','invoice_no')
          ORDER BY i.type = 'invoice_no', di.confidence DESC LIMIT 1) AS number,
         (SELECT group_concat(i.value, ' ') FROM document_identifier di JOIN identifier i ON i.id = di.identifier_id
          WHERE di.document_id = d.id AND di.removed = 0 AND di.by_person = 1 AND i.type IN ('asin','sku','fnsku','model')) AS codes
       FROM document d WHERE d.kind IN (SELECT value FROM json_each(?)) AND (d.document_date IS NULL OR d.document_date >= ?)
       ORDER BY d.id LIMIT ?`,
    )
    .all(
      JSON.stringify(PURCHASE_KINDS),
      new Date(anchorMs - LOOK_BACK_DAYS * DAY_MS).toISOString().slice(0, 10),
      MAX_INVOICES,
    );
  const text = sqlite
    .prepare(
      "SELECT group_concat(text, char(10)) FROM (SELECT text FROM document_text WHERE document_id = ? AND source <> 'xml' ORDER BY page LIMIT 20)",
    )
    .pluck();
  const kept = KEPT_LINES.get(context.archive) ?? new Map<number, { stamp: string; lines: InvoiceLine[] }>();
  KEPT_LINES.set(context.archive, kept);
  const readLines = (id: number, stamp: string): InvoiceLine[] => {
    const known = kept.get(id);
    if (known?.stamp === stamp && stamp !== '') return known.lines;
    const lines = readInvoiceLines(((text.get(id) as string | null) ?? '').slice(0, 200_000));
    kept.set(id, { stamp, lines });
    return lines;
  };
  const byNumber = new Map<string, Invoice>();
  for (const row of rows) {
    const invoice: Invoice = {
      documentId: row.id,
      number: row.number ?? '',
      title: row.title,
      issuedOn: row.issuedOn,
      lines: readLines(row.id, row.stamp),
      codes: row.codes ?? '',
    };
    const key = row.number === null ? `#${row.id}` : row.number;
    const known = byNumber.get(key);
    if (known === undefined || invoice.lines.length > known.lines.length) byNumber.set(key, invoice);
  }
  return [...byNumber.values()];
}

/** Units a person confirmed: by product, then by document. */
function readConfirmed(context: EngineContext): Map<string, Map<number, number>> {
  const rows = context.archive.sqlite
    .prepare<[], { documentId: number; product: string; quantity: number }>(
      'SELECT document_id AS documentId, product, quantity FROM invoice_unit',
    )
    .all();
  const confirmed = new Map<string, Map<number, number>>();
  for (const { documentId, product, quantity } of rows) {
    const own = confirmed.get(product) ?? new Map<number, number>();
    own.set(documentId, quantity);
    confirmed.set(product, own);
  }
  return confirmed;
}

/** Finds the invoices of a product among the lines that share a word with its codes: every line against every product took half a minute over 90,000 products. */
function createCollector(
  invoices: readonly Invoice[],
  confirmed: ReadonlyMap<string, ReadonlyMap<number, number>>,
): (key: string, product: Product) => CoverageInvoice[] {
  const positions = new Map(invoices.map((invoice, index) => [invoice.documentId, index]));
  const lines = invoices.flatMap((invoice, index) => invoice.lines.map((line) => ({ ...line, index })));
  const findLines = indexLines(lines);
  return (key, product) => {
    const asked = { asin: product.asin, skus: [...product.skus], fnskus: [...product.fnskus] };
    const said = confirmed.get(key);
    const units = new Map<number, { exact: number; model: number; isExact: boolean }>();
    for (const line of findLines(asked)) {
      const match = matchLine(line.text, asked);
      if (match === null) continue;
      const own = units.get(line.index) ?? { exact: 0, model: 0, isExact: false };
      own[match] += line.quantity;
      own.isExact ||= match === 'exact';
      units.set(line.index, own);
    }
    const touched = new Set(units.keys());
    for (const documentId of said?.keys() ?? []) {
      const index = positions.get(documentId);
      if (index !== undefined) touched.add(index);
    }
    return [...touched]
      .sort((a, b) => a - b)
      .flatMap((index): CoverageInvoice[] => {
        const invoice = invoices[index];
        if (invoice === undefined) return [];
        const { documentId, number, issuedOn } = invoice;
        const person = said?.get(documentId);
        if (person !== undefined)
          return person === 0
            ? []
            : [{ documentId, number, issuedOn, quantity: person, certainty: 'confirmed' }];
        const found = units.get(index);
        const certainty = found?.isExact === true ? 'exact' : 'model';
        const quantity = found?.[certainty] ?? 0;
        return quantity === 0 ? [] : [{ documentId, number, issuedOn, quantity, certainty }];
      });
  };
}

function isInWindow(issuedOn: string | null, anchorMs: number): boolean {
  if (issuedOn === null) return true;
  const age = (anchorMs - Date.parse(`${issuedOn}T00:00:00Z`)) / DAY_MS;
  return age >= 0 && age <= INVOICE_WINDOW_DAYS;
}
