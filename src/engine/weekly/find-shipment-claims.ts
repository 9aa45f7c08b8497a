// Which removals did not arrive and which inbound units were not received, and until when can that be claimed (T-19)?
import { type ClaimSource, type OpenClaim, toClaim } from './open-claim.ts';

const LOOK_BACK_MS = 200 * 86_400_000;
/** Kinds of documents that show that a parcel came. */
const ARRIVED = ['pod', 'warehouse_receipt'];

interface RemovalRow {
  orderId: string;
  trackingNumber: string | null;
  sku: string | null;
  fnsku: string | null;
  quantity: number | null;
  atMs: number;
}

/** Shipments of removal orders without a document that they came: a claim only after someone has looked. */
export function findRemovalClaims(source: ClaimSource, nowMs: number): OpenClaim[] {
  const { archive } = source;
  const rows = archive.sqlite
    .prepare<unknown[], RemovalRow>(
      `SELECT r.order_id AS orderId, r.tracking_number AS trackingNumber, r.sku, r.fnsku, sum(coalesce(r.quantity, 0)) AS quantity, max(r.at_ms) AS atMs
       FROM report_row r WHERE r.report = 'removal_shipments' AND r.at_ms >= ? AND r.order_id IS NOT NULL
         AND coalesce(r.data ->> 'removal-order-type', '') NOT LIKE 'Dispos%'
         AND NOT EXISTS (SELECT 1 FROM identifier i JOIN document_identifier di ON di.identifier_id = i.id AND di.removed = 0
           JOIN document d ON d.id = di.document_id AND d.kind IN (SELECT value FROM json_each(?))
           WHERE i.type = 'tracking_number' AND i.value = r.tracking_number)
         AND NOT EXISTS (SELECT 1 FROM report_row b WHERE b.report = 'reimbursements' AND b.order_id = r.order_id)
       GROUP BY r.order_id, r.sku, r.tracking_number ORDER BY atMs LIMIT 2000`,
    )
    .all(nowMs - LOOK_BACK_MS, JSON.stringify(ARRIVED));
  return rows.map((row) =>
    toClaim(
      source,
      {
        problem: 'fba-removal-lost',
        anchor: 'removal_created',
        marketplace: 'US',
        fnsku: row.fnsku,
        sku: row.sku,
        asin: null,
        orderId: row.orderId,
        reference: row.trackingNumber,
        quantity: row.quantity ?? 1,
        happenedAtMs: row.atMs,
      },
      nowMs,
    ),
  );
}

interface InboundRow {
  shipmentId: string;
  sku: string | null;
  fnsku: string | null;
  asin: string | null;
  expected: string;
  located: string;
  atMs: number | null;
  importedAtMs: number;
}

/** Inbound shipments whose contents report says that fewer units were located than sent. */
export function findInboundClaims(source: ClaimSource, nowMs: number): OpenClaim[] {
  const { archive } = source;
  const rows = archive.sqlite
    .prepare<[], InboundRow>(
      `SELECT r.shipment_id AS shipmentId, r.sku, r.fnsku, r.asin, coalesce(r.data ->> 'units-expected', r.data ->> 'shipped') AS expected,
         r.data ->> 'units-located' AS located, r.at_ms AS atMs, i.imported_at_ms AS importedAtMs
       FROM report_row r JOIN report_import i ON i.id = r.import_id
       WHERE r.report = 'shipment_contents' AND r.shipment_id IS NOT NULL AND coalesce(r.data ->> 'units-located', '') <> ''
       ORDER BY r.id DESC LIMIT 5000`,
    )
    .all();
  return rows.flatMap((row): OpenClaim[] => {
    const missing = Number(row.expected) - Number(row.located);
    if (!(missing > 0)) return [];
    return [
      toClaim(
        source,
        {
          problem: 'fba-inbound-missing',
          anchor: 'shipment_delivered',
          marketplace: 'US',
          fnsku: row.fnsku,
          sku: row.sku,
          asin: row.asin,
          orderId: null,
          reference: row.shipmentId,
          quantity: missing,
          happenedAtMs: row.atMs ?? row.importedAtMs,
        },
        nowMs,
      ),
    ];
  });
}
