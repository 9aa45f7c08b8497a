// Which losses could be claimed from Amazon, and from when to when (S1-43, T-19)?
import { readLedgerReason } from '../../domain/reports/ledger-reasons.ts';
import { readProblems } from '../cases/effective-problems.ts';
import type { Archive } from '../store/open-archive.ts';
import { findInboundClaims, findRemovalClaims } from './find-shipment-claims.ts';
import { type ClaimSource, type OpenClaim, toClaim } from './open-claim.ts';

const LOOK_BACK_MS = 200 * 86_400_000;

/** Claims whose window is still open or opens later, the first to end first. */
export function findOpenClaims(
  archive: Archive,
  nowMs: number,
  limit: number,
): { total: number; claims: OpenClaim[] } {
  const problems = new Map(readProblems({ archive }).map((problem) => [problem.slug, problem]));
  const source = { archive, problems };
  const claims = [
    ...findLedgerClaims(source, nowMs),
    ...findReturnClaims(source, nowMs),
    ...findRemovalClaims(source, nowMs),
    ...findInboundClaims(source, nowMs),
  ]
    .filter((claim) => claim.state !== 'overdue')
    .sort(
      (a, b) =>
        (a.closesAtMs ?? Number.POSITIVE_INFINITY) - (b.closesAtMs ?? Number.POSITIVE_INFINITY) ||
        a.happenedAtMs - b.happenedAtMs,
    );
  return { total: claims.length, claims: claims.slice(0, limit) };
}

interface LedgerRow {
  id: number;
  fnsku: string | null;
  sku: string | null;
  asin: string | null;
  atMs: number;
  quantity: number;
  reason: string | null;
  reference: string | null;
  country: string | null;
  unreconciled: string | null;
}

/** Adjustments of the ledger that took goods away and were not made good: counted by the unreconciled quantity. */
function findLedgerClaims(source: ClaimSource, nowMs: number): OpenClaim[] {
  const { archive } = source;
  const rows = archive.sqlite
    .prepare<unknown[], LedgerRow>(
      `SELECT id, fnsku, sku, asin, at_ms AS atMs, quantity, data ->> 'reason' AS reason, data ->> 'reference-id' AS reference,
        data ->> 'country' AS country, data ->> 'unreconciled-quantity' AS unreconciled
       FROM report_row WHERE report = 'ledger_detail' AND at_ms >= ? AND data ->> 'event-type' LIKE 'Adjustment%' ORDER BY at_ms LIMIT 20000`,
    )
    .all(nowMs - LOOK_BACK_MS);
  const reimbursed = countReimbursed(archive);
  return rows.flatMap((row): OpenClaim[] => {
    const fate = readLedgerReason(row.reason ?? '');
    if ((fate !== 'lost' && fate !== 'damaged') || (row.quantity ?? 0) >= 0) return [];
    // Without the newer column nothing says that it was reconciled: the whole quantity is open.
    const open =
      row.unreconciled === null || row.unreconciled === ''
        ? -row.quantity
        : Math.abs(Number(row.unreconciled));
    const paidKey = `${fate}|${row.fnsku}`;
    const paid = Math.min(open, reimbursed.get(paidKey) ?? 0);
    reimbursed.set(paidKey, (reimbursed.get(paidKey) ?? 0) - paid);
    if (!(open - paid > 0)) return [];
    return [
      toClaim(
        source,
        {
          problem: fate === 'lost' ? 'fba-lost-warehouse' : 'fba-damaged-warehouse',
          anchor: fate === 'lost' ? 'reported_lost' : 'reported_damaged',
          marketplace: row.country ?? 'US',
          fnsku: row.fnsku,
          sku: row.sku,
          asin: row.asin,
          orderId: null,
          reference: row.reference,
          quantity: open - paid,
          happenedAtMs: row.atMs,
        },
        nowMs,
      ),
    ];
  });
}

/** Units that Amazon paid for already, by fate and FNSKU. */
function countReimbursed(archive: Archive): Map<string, number> {
  const paid = new Map<string, number>();
  const rows = archive.sqlite
    .prepare<[], { fnsku: string; reason: string; quantity: number }>(
      `SELECT fnsku, data ->> 'reason' AS reason, sum(coalesce(quantity, 0)) AS quantity FROM report_row
       WHERE report = 'reimbursements' AND fnsku IS NOT NULL GROUP BY fnsku, reason`,
    )
    .all();
  for (const row of rows) {
    const fate = /^lost_warehouse/i.test(row.reason)
      ? 'lost'
      : /^damaged_warehouse/i.test(row.reason)
        ? 'damaged'
        : null;
    if (fate !== null) {
      const key = `${fate}|${row.fnsku}`;
      paid.set(key, (paid.get(key) ?? 0) + row.quantity);
    }
  }
  return paid;
}

interface RefundRow {
  orderId: string;
  atMs: number;
  sku: string | null;
  asin: string | null;
  fnsku: string | null;
  quantity: number | null;
  marketplace: string | null;
}

/** FBA orders that were refunded, whose goods did not come back and for which nothing was paid. */
function findReturnClaims(source: ClaimSource, nowMs: number): OpenClaim[] {
  const { archive } = source;
  const rows = archive.sqlite
    .prepare<unknown[], RefundRow>(
      `SELECT r.order_id AS orderId, max(r.at_ms) AS atMs, r.sku, r.asin, r.fnsku, max(r.quantity) AS quantity,
        coalesce(r.data ->> 'marketplace-name', r.data ->> 'marketplace') AS marketplace
       FROM report_row r WHERE r.report IN ('settlement_v2','settlement_v1','date_range') AND r.at_ms >= ? AND r.order_id IS NOT NULL
         AND (r.data ->> 'transaction-type' LIKE 'Refund%' OR r.data ->> 'type' IN ('Refund','Erstattung','Remboursement','Rimborso','Reembolso','返金','退款'))
         AND coalesce(r.data ->> 'fulfillment-id', r.data ->> 'fulfillment', '') NOT IN ('MFN','Seller','Verkäufer')
         AND NOT EXISTS (SELECT 1 FROM report_row b WHERE b.order_id = r.order_id AND b.report IN ('fba_returns','reimbursements'))
         AND EXISTS (SELECT 1 FROM report_row f WHERE f.order_id = r.order_id AND (f.report = 'fulfilled_shipments'
           OR (f.report = 'all_orders' AND f.data ->> 'fulfillment-channel' IN ('Amazon','AFN')) OR f.data ->> 'fulfillment-id' = 'AFN'))
       GROUP BY r.order_id ORDER BY atMs LIMIT 5000`,
    )
    .all(nowMs - LOOK_BACK_MS);
  return rows.map((row) =>
    toClaim(
      source,
      {
        problem: 'fba-customer-return',
        anchor: 'refunded',
        marketplace: row.marketplace ?? 'US',
        fnsku: row.fnsku,
        sku: row.sku,
        asin: row.asin,
        orderId: row.orderId,
        reference: null,
        quantity: row.quantity ?? 1,
        happenedAtMs: row.atMs,
      },
      nowMs,
    ),
  );
}
