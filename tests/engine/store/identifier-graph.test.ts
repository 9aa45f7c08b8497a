// Is a parcel found from its order, and the shipment behind an invoice, with the papers and report rows that lead there?
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findConnections } from '../../../src/engine/store/identifier-graph.ts';
import { readIdentifierPage } from '../../../src/engine/store/identifier-queries.ts';
import { storeDocument } from '../../support/store-document.ts';
import { openTemporaryArchive, type TemporaryArchive } from '../../support/temporary-archive.ts';

const ORDER = '113-1234567-1234567';
const TRACKING = '1Z5R89390357567127';
const ASIN = 'B0C7XYZ123';
const SAME_ROW = '1Z5R89390357567134';
const STRANGER = '114-7654321-7654321';
const STRANGERS_PARCEL = '1Z5R89390357567143';
let temporary: TemporaryArchive;

beforeAll(() => {
  temporary = openTemporaryArchive();
  const { archive } = temporary;
  storeDocument(archive, {
    title: 'packing slip',
    identifiers: [
      { type: 'order_id', value: ORDER },
      { type: 'tracking_number', value: TRACKING },
    ],
  });
  storeDocument(archive, {
    title: 'proof of delivery',
    identifiers: [
      { type: 'tracking_number', value: TRACKING },
      { type: 'invoice_no', value: 'BL-2026-00417' },
    ],
  });
  storeDocument(archive, {
    title: 'price list',
    identifiers: Array.from({ length: 40 }, (_, n) => ({
      type: 'order_id',
      value: n === 0 ? ORDER : `113-0000000-${String(n).padStart(7, '0')}`,
    })),
  });
  storeDocument(archive, {
    title: 'short report',
    kind: 'amazon_report',
    mediaType: 'text/plain',
    text: `order-id\ttracking\n${ORDER}\t${SAME_ROW}\n${STRANGER}\t${STRANGERS_PARCEL}`,
    identifiers: [
      { type: 'order_id', value: ORDER },
      { type: 'tracking_number', value: SAME_ROW },
      { type: 'order_id', value: STRANGER },
      { type: 'tracking_number', value: STRANGERS_PARCEL },
    ],
  });
  archive.transaction(() => {
    const importId = Number(
      archive.sqlite
        .prepare(
          "INSERT INTO report_import (report, file_name, sha256, imported_at_ms, row_count) VALUES ('all_orders', 'orders.txt', ?, 0, 1)",
        )
        .run('0'.repeat(64)).lastInsertRowid,
    );
    archive.sqlite
      .prepare(
        "INSERT INTO report_row (report, row_key, import_id, order_id, asin, data) VALUES ('all_orders', 'k', ?, ?, ?, '{}')",
      )
      .run(importId, ORDER, ASIN);
  });
});
afterAll(() => temporary.remove());

test('an order leads to its parcel, over the parcel to the invoice, and by a report to its product', () => {
  const found = findConnections(temporary.archive, 'order_id', ORDER);
  const wayTo = (value: string) => found.find((connection) => connection.value === value)?.path;
  expect(wayTo(TRACKING)).toEqual([
    expect.objectContaining({ value: TRACKING, via: expect.objectContaining({ title: 'packing slip' }) }),
  ]);
  expect(wayTo('BL-2026-00417')?.map((step) => step.value)).toEqual([TRACKING, 'BL-2026-00417']);
  expect(wayTo('BL-2026-00417')?.at(-1)?.via).toMatchObject({ kind: 'document', title: 'proof of delivery' });
  expect(wayTo(ASIN)).toEqual([{ type: 'asin', value: ASIN, via: { kind: 'report', report: 'all_orders' } }]);
});

test('orders that only stand in one long list are not connected', () => {
  const found = findConnections(temporary.archive, 'order_id', ORDER);
  expect(found.filter(({ type }) => type === 'order_id')).toEqual([]);
});

test('the page of an identifier shows the ways, also where only a report knows it', () => {
  expect(readIdentifierPage(temporary.archive, TRACKING)?.connections.map(({ value }) => value)).toEqual(
    expect.arrayContaining([ORDER, 'BL-2026-00417', ASIN]),
  );
  expect(readIdentifierPage(temporary.archive, ASIN)?.connections[0]).toMatchObject({ value: ORDER });
});

test('a report connects what stands in one row of it, not the strangers beside it', () => {
  const page = readIdentifierPage(temporary.archive, ORDER);
  for (const list of [page?.neighbours, page?.connections]) {
    const values = list?.map(({ value }) => value) ?? [];
    expect(values).toContain(SAME_ROW);
    expect(values).not.toContain(STRANGER);
    expect(values).not.toContain(STRANGERS_PARCEL);
  }
});
