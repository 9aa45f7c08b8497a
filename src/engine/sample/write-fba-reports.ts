// How do the stock and money reports of the sample read: returns, reimbursements, ledger, settlement?
import iconv from 'iconv-lite';
import { addDays } from './format-values.ts';
import { LEDGER, REIMBURSEMENTS, RETURNS, SETTLEMENT } from './report-columns.ts';
import { findProduct } from './sample-facts.ts';
import type { SampleFacts } from './sample-types.ts';
import { createRandom } from './seeded-random.ts';
import { makeFbaOrderId, type Row, writeCsv, writeTab } from './write-report-rows.ts';

/** FBA customer returns, re-saved in GBK by a Chinese spreadsheet. */
export function writeReturns(facts: SampleFacts): Uint8Array {
  const random = createRandom('returns');
  const rows = Array.from({ length: 14 }, (_, i): Row => {
    const product = random.pick(facts.products);
    return {
      'return-date': `${addDays(facts.builtOn, -random.int(4, 60))}T15:31:40+00:00`,
      'order-id': makeFbaOrderId(i * 2),
      sku: product.sku,
      asin: product.asin,
      fnsku: product.fnsku,
      'product-name': `${product.titleEn}（${product.nameZh}）`,
      quantity: 1,
      'fulfillment-center-id': random.pick(['LEX1', 'ONT8']),
      'detailed-disposition': random.pick(['SELLABLE', 'CUSTOMER_DAMAGED', 'DEFECTIVE']),
      reason: random.pick(['UNWANTED_ITEM', 'DEFECTIVE', 'NOT_COMPATIBLE', 'NOT_AS_DESCRIBED']),
      status: 'Unit returned to inventory',
      'license-plate-number': `LPNXHDR${String(100 + i).padStart(6, '0')}`,
      'customer-comments': random.pick(['', 'changed my mind', 'box was open', '']),
    };
  });
  return iconv.encode(writeCsv(RETURNS, rows), 'gbk');
}

export function writeReimbursements(facts: SampleFacts): Uint8Array {
  const random = createRandom('reimbursements');
  const rows = Array.from({ length: 9 }, (_, i): Row => {
    const product = random.pick(facts.products);
    const amount = (product.unitPriceFen / 710).toFixed(2);
    return {
      'approval-date': `${addDays(facts.builtOn, -random.int(3, 80))}T08:49:04+00:00`,
      'reimbursement-id': String(10_000_000_100 + i),
      'case-id': i % 3 === 0 ? String(10_000_000_501 + i) : '',
      'amazon-order-id': i % 2 ? makeFbaOrderId(i * 3) : '',
      reason: random.pick(['Lost_Warehouse', 'Damaged_Warehouse', 'CustomerReturn', 'Lost_Inbound']),
      sku: product.sku,
      fnsku: product.fnsku,
      asin: product.asin,
      'product-name': product.titleEn,
      condition: 'NewItem',
      'currency-unit': 'USD',
      'amount-per-unit': amount,
      'amount-total': amount,
      'quantity-reimbursed-cash': 1,
      'quantity-reimbursed-inventory': 0,
      'quantity-reimbursed-total': 1,
    };
  });
  return Buffer.from(writeTab(REIMBURSEMENTS, rows));
}

/** Inventory ledger, detail view, UTF-8 with BOM; holds the receipts of the short shipment. */
export function writeLedger(facts: SampleFacts): Uint8Array {
  const random = createRandom('ledger');
  const usDate = (iso: string): string => `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)}`;
  const rows: Row[] = [];
  for (const shipment of facts.shipments.filter((s) => s.marketplace === 'US')) {
    for (const line of shipment.lines) {
      const product = findProduct(line.productKey);
      const half = Math.floor(line.received / 2);
      [half, line.received - half].forEach((quantity, i) => {
        const day = addDays(shipment.delivered, 2 + i);
        rows.push({
          Date: usDate(day),
          FNSKU: product.fnsku,
          ASIN: product.asin,
          MSKU: product.sku,
          Title: product.titleEn,
          'Event Type': 'Receipts',
          'Reference ID': shipment.id,
          Quantity: quantity,
          'Fulfillment Center': shipment.fulfilmentCentre,
          Disposition: 'SELLABLE',
          Reason: '',
          Country: 'US',
          'Reconciled Quantity': 0,
          'Unreconciled Quantity': 0,
          'Date and Time': `${day}T00:00:00-0700`,
        });
      });
    }
  }
  for (let i = 0; i < 22; i++) {
    const product = random.pick(facts.products);
    const day = addDays(facts.builtOn, -random.int(3, 40));
    const lost = i % 7 === 6;
    rows.push({
      Date: usDate(day),
      FNSKU: product.fnsku,
      ASIN: product.asin,
      MSKU: product.sku,
      Title: product.titleEn,
      'Event Type': lost ? 'Adjustments' : 'Shipments',
      'Reference ID': lost ? String(20_000_000_000 + i) : makeFbaOrderId(i),
      Quantity: -1,
      'Fulfillment Center': 'LEX1',
      Disposition: 'SELLABLE',
      Reason: lost ? 'M' : '',
      Country: 'US',
      'Reconciled Quantity': 0,
      'Unreconciled Quantity': lost ? 1 : 0,
      'Date and Time': `${day}T00:00:00-0700`,
    });
  }
  return Buffer.from(`\ufeff${writeCsv(LEDGER, rows)}`);
}

export function writeSettlement(facts: SampleFacts): Uint8Array {
  const start = addDays(facts.builtOn, -30);
  const end = addDays(facts.builtOn, -16);
  const id = '10000000701';
  const rows: Row[] = [];
  let total = 0;
  for (const order of facts.orders.filter(
    (o) => o.marketplace === 'US' && o.shipped >= start && o.shipped <= end,
  )) {
    const product = findProduct(order.productKey);
    const principal = product.priceCents * order.quantity;
    for (const [type, description, cents] of [
      ['ItemPrice', 'Principal', principal],
      ['ItemFees', 'Commission', -Math.round(principal * 0.15)],
    ] as const) {
      total += cents;
      rows.push({
        'settlement-id': id,
        'transaction-type': 'Order',
        'order-id': order.id,
        'merchant-order-id': order.id,
        'marketplace-name': 'Amazon.com',
        'amount-type': type,
        'amount-description': description,
        amount: (cents / 100).toFixed(2),
        'fulfillment-id': 'MFN',
        'posted-date': order.shipped,
        'posted-date-time': `${order.shipped} 18:20:31 UTC`,
        'order-item-code': order.itemId,
        sku: product.sku,
        'quantity-purchased': order.quantity,
      });
    }
  }
  const first: Row = {
    'settlement-id': id,
    'settlement-start-date': `${start} 08:00:00 UTC`,
    'settlement-end-date': `${end} 08:00:00 UTC`,
    'deposit-date': `${addDays(end, 2)} 08:00:00 UTC`,
    'total-amount': (total / 100).toFixed(2),
    currency: 'USD',
  };
  return Buffer.from(writeTab(SETTLEMENT, [first, ...rows]));
}
