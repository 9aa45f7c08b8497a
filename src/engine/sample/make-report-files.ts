// Which Amazon reports lie in the sample folder, in which encodings?
import { addDays, writeCompactDate } from './format-values.ts';
import { CITED_ORDER_IDS } from './sample-facts.ts';
import type { SampleFacts, SampleFile } from './sample-types.ts';
import { writeLedger, writeReimbursements, writeReturns, writeSettlement } from './write-fba-reports.ts';
import {
  writeAllOrders,
  writeConfirmations,
  writeFulfilledShipments,
  writeTrackingRate,
} from './write-order-reports.ts';

/** Reports with the exact headers and the encodings that they have in real folders. */
export async function* makeReportFiles(facts: SampleFacts): AsyncGenerator<SampleFile> {
  const date = addDays(facts.builtOn, -2);
  const stamp = writeCompactDate(date);
  const orderIds = (marketplace: string): string[] =>
    facts.orders.filter((o) => o.marketplace === marketplace).map((o) => `order_id:${o.id}`);
  const us = orderIds('US');
  yield {
    path: `08 报表/所有订单_US_${stamp}.txt`,
    kind: 'amazon_report',
    ids: us,
    date,
    bytes: writeAllOrders(facts, 'US'),
  };
  yield {
    path: `08 报表/所有订单_DE_${stamp}.txt`,
    kind: 'amazon_report',
    ids: orderIds('DE'),
    date,
    bytes: writeAllOrders(facts, 'DE'),
  };
  yield {
    path: `08 报表/注文レポート_JP_${stamp}.txt`,
    kind: 'amazon_report',
    ids: orderIds('JP'),
    date,
    bytes: writeAllOrders(facts, 'JP'),
  };
  yield {
    path: `08 报表/Amazon Fulfilled Shipments ${stamp}.txt`,
    kind: 'amazon_report',
    ids: [],
    date,
    bytes: writeFulfilledShipments(facts),
  };
  yield {
    path: `08 报表/FBA买家退货_${stamp}（Excel另存）.csv`,
    kind: 'amazon_report',
    ids: [],
    date,
    bytes: writeReturns(facts),
  };
  yield {
    path: `08 报表/FBA Reimbursements ${stamp}.txt`,
    kind: 'amazon_report',
    ids: [],
    date,
    bytes: writeReimbursements(facts),
  };
  yield {
    path: `08 报表/库存分类账_明细_${stamp}.csv`,
    kind: 'amazon_report',
    ids: ['fba_shipment_id:FBA15XHDM001'],
    date,
    cases: ['fba-inbound-missing'],
    bytes: writeLedger(facts),
  };
  yield {
    path: `08 报表/结算报告V2_10000000701.txt`,
    kind: 'settlement_report',
    ids: [],
    date,
    bytes: writeSettlement(facts),
  };
  yield {
    path: `08 报表/有效追踪率VTR_${stamp}.csv`,
    kind: 'amazon_report',
    ids: us,
    date,
    cases: ['ord-invalid-tracking'],
    bytes: writeTrackingRate(facts, CITED_ORDER_IDS),
  };
  yield {
    path: `08 报表/批量确认发货_${stamp}.txt`,
    kind: 'amazon_report',
    ids: us,
    date,
    bytes: writeConfirmations(facts),
  };
}
