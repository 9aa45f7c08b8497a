// Which orders would have nothing to show if Amazon asked tomorrow (S1-43)?
import {
  EVIDENCE_GROUP_NAMES,
  EVIDENCE_GROUPS,
  type EvidenceGroup,
} from '../../domain/reports/evidence-groups.ts';
import type { Archive } from '../store/open-archive.ts';

export interface OrderEvidence {
  readonly orderId: string;
  /** Purchase or shipment, whichever the reports know; null for orders known from documents only. */
  readonly atMs: number | null;
  readonly asin: string | null;
  readonly sku: string | null;
  readonly trackingNumber: string | null;
  readonly carrier: string | null;
  readonly has: readonly EvidenceGroup[];
  readonly missing: readonly EvidenceGroup[];
  /** Documents that prove it. */
  readonly documents: number;
}

export interface OrderEvidenceList {
  /** Orders looked at. */
  readonly checked: number;
  /** Those with a gap. */
  readonly total: number;
  /** Gaps per group, over all orders looked at. */
  readonly missing: Readonly<Record<EvidenceGroup, number>>;
  /** The newest of them. */
  readonly orders: readonly OrderEvidence[];
}

/** Reports whose rows are the seller's own (merchant-fulfilled) orders. */
const ORDER_REPORTS = ['all_orders', 'unshipped_orders', 'shipping_confirmation', 'vtr', 'otdr_defects'];
/** Lists of orders prove none of them. */
const LISTING_KINDS = ['amazon_report', 'settlement_report', 'unknown'];
/** Orders looked at, newest first: more than a seller of this product's size has in the time looked back. */
const MAX_ORDERS = 20_000;

interface KnownOrder {
  atMs: number | null;
  asin: string | null;
  sku: string | null;
  trackingNumber: string | null;
  carrier: string | null;
  skip: boolean;
}

/**
 * Merchant-fulfilled orders since `sinceMs` with what proves them: documents that carry the order number, its tracking
 * number (proof of transport) or its ASIN or SKU (invoices). Orders that Amazon fulfilled or that were cancelled need none.
 */
export function findOrderEvidence(archive: Archive, sinceMs: number, limit: number): OrderEvidenceList {
  const orders = readOrders(archive, sinceMs);
  const kindsOf = prepareKinds(archive);
  const missingCounts: Record<EvidenceGroup, number> = { invoice: 0, tracking: 0, pod: 0, video: 0 };
  const gaps: OrderEvidence[] = [];
  let checked = 0;
  for (const [orderId, order] of orders) {
    if (order.skip) continue;
    checked += 1;
    const direct = kindsOf('order_id', orderId);
    const transport = order.trackingNumber === null ? [] : kindsOf('tracking_number', order.trackingNumber);
    const goods = [
      ...(order.asin === null ? [] : kindsOf('asin', order.asin)),
      ...(order.sku === null ? [] : kindsOf('model', order.sku)),
    ].filter((found) => EVIDENCE_GROUPS.invoice.includes(found.kind));
    const found = new Map([...direct, ...transport, ...goods].map((d) => [d.id, d.kind]));
    const kinds = new Set(found.values());
    const has = EVIDENCE_GROUP_NAMES.filter((group) =>
      EVIDENCE_GROUPS[group].some((kind) => kinds.has(kind)),
    );
    const missing = EVIDENCE_GROUP_NAMES.filter((group) => !has.includes(group));
    if (missing.length === 0) continue;
    for (const group of missing) missingCounts[group] += 1;
    const { skip: _skip, ...facts } = order;
    gaps.push({ orderId, ...facts, has, missing, documents: found.size });
  }
  gaps.sort(
    (a, b) =>
      b.missing.length - a.missing.length ||
      (b.atMs ?? 0) - (a.atMs ?? 0) ||
      (a.orderId < b.orderId ? -1 : 1),
  );
  return { checked, total: gaps.length, missing: missingCounts, orders: gaps.slice(0, limit) };
}

function readOrders(archive: Archive, sinceMs: number): Map<string, KnownOrder> {
  const orders = new Map<string, KnownOrder>();
  const rows = archive.sqlite
    .prepare<unknown[], KnownRow>(
      `SELECT order_id AS orderId, at_ms AS atMs, asin, sku, tracking_number AS trackingNumber, carrier,
        data ->> 'fulfillment-channel' AS channel, data ->> 'order-status' AS status
       FROM report_row WHERE report IN (SELECT value FROM json_each(?)) AND at_ms >= ? AND order_id IS NOT NULL
       ORDER BY at_ms DESC, id LIMIT ?`,
    )
    .all(JSON.stringify(ORDER_REPORTS), sinceMs, MAX_ORDERS * 2);
  for (const row of rows) {
    const skip = /^(amazon|afn)/i.test(row.channel ?? '') || /^cancel/i.test(row.status ?? '');
    const known = orders.get(row.orderId);
    if (known === undefined) {
      if (orders.size >= MAX_ORDERS) break;
      orders.set(row.orderId, {
        atMs: row.atMs,
        asin: row.asin,
        sku: row.sku,
        trackingNumber: row.trackingNumber,
        carrier: row.carrier,
        skip,
      });
      continue;
    }
    known.asin ??= row.asin;
    known.sku ??= row.sku;
    known.trackingNumber ??= row.trackingNumber;
    known.carrier ??= row.carrier;
    known.skip ||= skip;
  }
  const named = archive.sqlite
    .prepare<unknown[], { value: string }>(
      `SELECT DISTINCT i.value FROM document d JOIN document_identifier di ON di.document_id = d.id AND di.removed = 0
       JOIN identifier i ON i.id = di.identifier_id AND i.type = 'order_id'
       WHERE d.sort_at_ms >= ? AND d.kind NOT IN (SELECT value FROM json_each(?)) LIMIT ?`,
    )
    .all(sinceMs, JSON.stringify(LISTING_KINDS), MAX_ORDERS);
  for (const { value } of named) {
    if (orders.has(value) || orders.size >= MAX_ORDERS) continue;
    // An order that a report knows, only longer ago than asked for, is not "known from documents only".
    const reported = archive.sqlite.prepare('SELECT 1 FROM report_row WHERE order_id = ? LIMIT 1').get(value);
    if (reported === undefined)
      orders.set(value, {
        atMs: null,
        asin: null,
        sku: null,
        trackingNumber: null,
        carrier: null,
        skip: false,
      });
  }
  return orders;
}

interface KnownRow {
  orderId: string;
  atMs: number | null;
  asin: string | null;
  sku: string | null;
  trackingNumber: string | null;
  carrier: string | null;
  channel: string | null;
  status: string | null;
}

function prepareKinds(archive: Archive): (type: string, value: string) => { id: number; kind: string }[] {
  const statement = archive.sqlite.prepare<unknown[], { id: number; kind: string }>(
    `SELECT d.id, d.kind FROM identifier i JOIN document_identifier di ON di.identifier_id = i.id AND di.removed = 0
     JOIN document d ON d.id = di.document_id WHERE i.type = ? AND i.value = ? LIMIT 200`,
  );
  const known = new Map<string, { id: number; kind: string }[]>();
  return (type, value) => {
    const key = `${type} ${value}`;
    let found = known.get(key);
    if (found === undefined) {
      found = statement.all(type, value).filter((d) => !LISTING_KINDS.includes(d.kind));
      known.set(key, found);
    }
    return found;
  };
}
