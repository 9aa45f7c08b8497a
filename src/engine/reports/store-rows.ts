// How do rows of a report enter the archive, so that the same rows in the next file change nothing?
import { createHash } from 'node:crypto';
import type { ReportLayout } from '../../domain/reports/report-layouts.ts';
import type { ShapedRow } from '../../domain/reports/shape-row.ts';
import type { Archive } from '../store/open-archive.ts';

export interface RowStore {
  /** Stores rows in one transaction. */
  store(rows: readonly ShapedRow[]): void;
  readonly counts: { readonly added: number; readonly updated: number; readonly skipped: number };
  close(): void;
}

/** Of 4 KiB: the log may grow to 128 MB while a report is imported. */
const IMPORT_CHECKPOINT_PAGES = 32_768;

/**
 * Row identity is a hash of the layout's business columns and a counter of equal rows within the file: three equal
 * shipments are three events, and the same three in the next file are no new ones (domain.md 7.1 rule 8). The counters
 * lie in a temporary table on disk, so that a million rows need no more memory than a thousand.
 */
export function createRowStore(
  archive: Archive,
  importId: number,
  layout: ReportLayout,
  reportName: string,
): RowStore {
  const { sqlite } = archive;
  // Elsewhere temporary tables are small and stay in memory; this one grows with the report.
  sqlite.pragma('temp_store = FILE');
  sqlite.exec(
    'CREATE TEMP TABLE report_occurrence (key BLOB PRIMARY KEY, seen INTEGER NOT NULL) WITHOUT ROWID',
  );
  const count = sqlite
    .prepare(
      'INSERT INTO temp.report_occurrence (key, seen) VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET seen = seen + 1 RETURNING seen',
    )
    .pluck();
  const insert = sqlite.prepare(
    `INSERT INTO report_row (report, row_key, import_id, order_id, sku, asin, fnsku, shipment_id, tracking_number, carrier, case_id, at_ms, quantity, damaged, data)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (report, row_key) DO NOTHING`,
  );
  const update = sqlite.prepare(
    `UPDATE report_row SET import_id = ?, order_id = ?, sku = ?, asin = ?, fnsku = ?, shipment_id = ?, tracking_number = ?, carrier = ?, case_id = ?, at_ms = ?, quantity = ?, damaged = ?, data = ?
     WHERE report = ? AND row_key = ? AND data <> ?${
       layout.version === undefined
         ? ''
         : ` AND coalesce(data ->> '${layout.version}', '') <= coalesce(?, '9')`
     }`,
  );
  const counts = { added: 0, updated: 0, skipped: 0 };
  // Row keys are spread over the whole index: each checkpoint writes a page per row. Fewer checkpoints write each page once.
  const checkpointPages = sqlite.pragma('wal_autocheckpoint', { simple: true }) as number;
  sqlite.pragma(`wal_autocheckpoint = ${Math.max(checkpointPages, IMPORT_CHECKPOINT_PAGES)}`);
  const synchronous = sqlite.pragma('synchronous', { simple: true }) as number;
  const storeBatch = (rows: readonly ShapedRow[]): void =>
    archive.transaction(() => {
      for (const row of rows) {
        const digest = createHash('sha256').update(row.identity).digest().subarray(0, 16);
        const rowKey = `${digest.toString('hex')}#${count.get(digest) as number}`;
        const data = JSON.stringify(row.data);
        const values = [
          row.orderId,
          row.sku,
          row.asin,
          row.fnsku,
          row.shipmentId,
          row.trackingNumber,
          row.carrier,
          row.caseId,
          row.atMs,
          row.quantity,
          row.damaged ? 1 : 0,
          data,
        ];
        if (insert.run(reportName, rowKey, importId, ...values).changes > 0) counts.added += 1;
        else {
          const version = layout.version === undefined ? [] : [row.data[layout.version] ?? null];
          const changed = update.run(importId, ...values, reportName, rowKey, data, ...version).changes;
          if (changed > 0) counts.updated += 1;
          else counts.skipped += 1;
        }
      }
    });
  return {
    counts,
    store: (rows) => {
      // Two thousand batches need no two thousand waits for the disk: an import counts once its last, fully synced
      // transaction says so, and that one waits for all pages before it. Until then it is done again.
      sqlite.pragma('synchronous = NORMAL');
      try {
        storeBatch(rows);
      } finally {
        sqlite.pragma(`synchronous = ${synchronous}`);
      }
    },
    close: () => {
      sqlite.pragma(`wal_autocheckpoint = ${checkpointPages}`);
      sqlite.exec('DROP TABLE IF EXISTS temp.report_occurrence');
      sqlite.pragma('temp_store = MEMORY');
    },
  };
}
