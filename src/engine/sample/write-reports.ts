// How do the Amazon reports of the sample read: exact headers of domain.md section 7, rows that fit the story?
import iconv from 'iconv-lite';
import { addDays } from './format-values.ts';
import { createRandom } from './seeded-random.ts';
import { findProduct } from './sample-facts.ts';
import type { SampleFacts, SampleOrder } from './sample-types.ts';

const ALL_ORDERS = 'amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel order-channel ship-service-level product-name sku asin item-status quantity currency item-price item-tax shipping-price shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount ship-promotion-discount ship-city ship-state ship-postal-code ship-country promotion-ids is-business-order purchase-order-number price-designation'.split(' ');
const FULFILLED = 'amazon-order-id merchant-order-id shipment-id shipment-item-id amazon-order-item-id merchant-order-item-id purchase-date payments-date shipment-date reporting-date buyer-email buyer-name buyer-phone-number sku product-name quantity-shipped currency item-price item-tax shipping-price shipping-tax gift-wrap-price gift-wrap-tax ship-service-level recipient-name ship-address-1 ship-address-2 ship-address-3 ship-city ship-state ship-postal-code ship-country ship-phone-number bill-address-1 bill-address-2 bill-address-3 bill-city bill-state bill-postal-code bill-country item-promotion-discount ship-promotion-discount carrier tracking-number estimated-arrival-date fulfillment-center-id fulfillment-channel sales-channel'.split(' ');
const RETURNS = 'return-date order-id sku asin fnsku product-name quantity fulfillment-center-id detailed-disposition reason status license-plate-number customer-comments'.split(' ');
const REIMBURSEMENTS = 'approval-date reimbursement-id case-id amazon-order-id reason sku fnsku asin product-name condition currency-unit amount-per-unit amount-total quantity-reimbursed-cash quantity-reimbursed-inventory quantity-reimbursed-total original-reimbursement-id original-reimbursement-type'.split(' ');
const LEDGER = ['Date', 'FNSKU', 'ASIN', 'MSKU', 'Title', 'Event Type', 'Reference ID', 'Quantity', 'Fulfillment Center', 'Disposition', 'Reason', 'Country', 'Reconciled Quantity', 'Unreconciled Quantity', 'Date and Time'];
const SETTLEMENT = 'settlement-id settlement-start-date settlement-end-date deposit-date total-amount currency transaction-type order-id merchant-order-id adjustment-id shipment-id marketplace-name amount-type amount-description amount fulfillment-id posted-date posted-date-time order-item-code merchant-order-item-id merchant-adjustment-item-id sku quantity-purchased promotion-id'.split(' ');
const CONFIRMATION = 'order-id order-item-id quantity ship-date carrier-code carrier-name tracking-number ship-method'.split(' ');

type Row = Readonly<Record<string, string | number>>;

function writeTab(columns: readonly string[], rows: readonly Row[]): string {
  return [columns.join('\t'), ...rows.map((row) => columns.map((c) => String(row[c] ?? '')).join('\t'))].join('\r\n').concat('\r\n');
}

function writeCsv(columns: readonly string[], rows: readonly Row[]): string {
  const quote = (value: string | number): string => `"${String(value).replaceAll('"', '""')}"`;
  return [columns.map(quote).join(','), ...rows.map((row) => columns.map((c) => quote(row[c] ?? '')).join(','))].join('\r\n').concat('\r\n');
}

/** An FBA order number of the reports; the range differs from the story's own orders. */
function makeFbaOrderId(serial: number): string {
  return `11${1 + (serial % 4)}-0000${600 + serial}-7000${600 + serial}`;
}

const SALES_CHANNEL = { US: ['Amazon.com', 'USD', 'US'], DE: ['Amazon.de', 'EUR', 'DE'], JP: ['Amazon.co.jp', 'JPY', 'JP'] } as const;

function describeOrder(order: SampleOrder): Row {
  const product = findProduct(order.productKey);
  const [channel, currency, country] = SALES_CHANNEL[order.marketplace];
  const price = order.marketplace === 'JP' ? String(product.priceCents) : ((product.priceCents * order.quantity) / 100).toFixed(2);
  return {
    'amazon-order-id': order.id,
    'merchant-order-id': order.id,
    'purchase-date': `${order.purchased}T16:12:${String(Number(order.id.slice(-2)) % 60).padStart(2, '0')}+00:00`,
    'last-updated-date': `${order.shipped}T20:05:11+00:00`,
    'order-status': 'Shipped',
    'fulfillment-channel': 'Merchant',
    'sales-channel': channel,
    'ship-service-level': 'Standard',
    'product-name': product.titleEn,
    sku: product.sku,
    asin: product.asin,
    'item-status': 'Shipped',
    quantity: order.quantity,
    currency,
    'item-price': price,
    'item-tax': '0.00',
    'shipping-price': '0.00',
    'ship-city': order.city,
    'ship-state': order.state,
    'ship-postal-code': order.postalCode,
    'ship-country': country,
    'is-business-order': 'false',
  };
}

/** All Orders: the story's orders and a month of FBA orders. JP rows carry Japanese product names. */
export function writeAllOrders(facts: SampleFacts, marketplace: 'US' | 'DE' | 'JP'): Uint8Array {
  const random = createRandom(`orders-${marketplace}`);
  const own = facts.orders.filter((o) => o.marketplace === marketplace).map(describeOrder);
  const count = marketplace === 'US' ? 46 : 9;
  const [channel, currency, country] = SALES_CHANNEL[marketplace];
  const fba = Array.from({ length: count }, (_, i): Row => {
    const product = random.pick(facts.products);
    const day = addDays(facts.builtOn, -random.int(5, 34));
    const serial = i + (marketplace === 'US' ? 0 : marketplace === 'DE' ? 60 : 80);
    const id = marketplace === 'US' ? makeFbaOrderId(serial) : `${marketplace === 'DE' ? '302' : '249'}-0000${600 + serial}-7000${600 + serial}`;
    const price = marketplace === 'JP' ? String(product.priceCents) : (product.priceCents / 100).toFixed(2);
    return { 'amazon-order-id': id, 'merchant-order-id': id, 'purchase-date': `${day}T0${random.int(1, 9)}:${random.int(10, 59)}:${random.int(10, 59)}+00:00`, 'last-updated-date': `${addDays(day, 1)}T11:20:00+00:00`, 'order-status': i % 17 === 16 ? 'Cancelled' : 'Shipped', 'fulfillment-channel': 'Amazon', 'sales-channel': channel, 'ship-service-level': 'Expedited', 'product-name': marketplace === 'JP' ? `【サンプル】${product.model} ${['読書灯', '水筒', 'キッチンツール', 'タブレットスタンド', '木製パズル'][facts.products.indexOf(product)]}` : marketplace === 'DE' ? `${product.titleEn} (für den täglichen Gebrauch, 1 Stück)` : product.titleEn, sku: product.sku, asin: product.asin, 'item-status': 'Shipped', quantity: 1, currency, 'item-price': price, 'item-tax': '0.00', 'ship-city': marketplace === 'JP' ? '札幌市' : marketplace === 'DE' ? 'Köln' : 'Columbus', 'ship-state': marketplace === 'US' ? 'OH' : '', 'ship-postal-code': marketplace === 'US' ? '43004' : marketplace === 'DE' ? '50667' : '060-0001', 'ship-country': country, 'is-business-order': 'false' };
  });
  const rows = [...own, ...fba].sort((a, b) => (String(a['purchase-date']) < String(b['purchase-date']) ? -1 : 1));
  const text = writeTab(ALL_ORDERS, rows);
  if (marketplace === 'JP') return iconv.encode(text, 'cp932');
  if (marketplace === 'DE') return iconv.encode(text, 'win1252');
  return Buffer.from(text);
}

/** Amazon Fulfilled Shipments with Amazon Logistics numbers. */
export function writeFulfilledShipments(facts: SampleFacts): Uint8Array {
  const random = createRandom('fulfilled');
  const rows = Array.from({ length: 28 }, (_, i): Row => {
    const product = random.pick(facts.products);
    const day = addDays(facts.builtOn, -random.int(6, 33));
    return { 'amazon-order-id': makeFbaOrderId(i), 'shipment-id': `XHDSMP${String(i).padStart(3, '0')}`, 'shipment-item-id': `XHDITM${String(i).padStart(3, '0')}`, 'amazon-order-item-id': `1300000007${String(i).padStart(4, '0')}`, 'purchase-date': `${day}T05:11:21+00:00`, 'payments-date': `${day}T07:02:09+00:00`, 'shipment-date': `${addDays(day, 1)}T03:44:10+00:00`, 'reporting-date': `${addDays(day, 1)}T09:00:00+00:00`, sku: product.sku, 'product-name': product.titleEn, 'quantity-shipped': 1, currency: 'USD', 'item-price': (product.priceCents / 100).toFixed(2), 'item-tax': '0.00', 'ship-service-level': 'Expedited', 'ship-city': 'Columbus', 'ship-state': 'OH', 'ship-postal-code': '43004', 'ship-country': 'US', carrier: 'AMZN_US', 'tracking-number': `TBA${String(i + 101).padStart(12, '0')}`, 'estimated-arrival-date': `${addDays(day, 4)}T06:59:59+00:00`, 'fulfillment-center-id': random.pick(['ONT8', 'LEX1', 'CMH2']), 'fulfillment-channel': 'AFN', 'sales-channel': 'Amazon.com' };
  });
  return Buffer.from(writeTab(FULFILLED, rows));
}

/** FBA customer returns, re-saved in GBK by a Chinese spreadsheet. */
export function writeReturns(facts: SampleFacts): Uint8Array {
  const random = createRandom('returns');
  const rows = Array.from({ length: 14 }, (_, i): Row => {
    const product = random.pick(facts.products);
    return { 'return-date': `${addDays(facts.builtOn, -random.int(4, 60))}T15:31:40+00:00`, 'order-id': makeFbaOrderId(i * 2), sku: product.sku, asin: product.asin, fnsku: product.fnsku, 'product-name': `${product.titleEn}（${product.nameZh}）`, quantity: 1, 'fulfillment-center-id': random.pick(['LEX1', 'ONT8']), 'detailed-disposition': random.pick(['SELLABLE', 'CUSTOMER_DAMAGED', 'DEFECTIVE']), reason: random.pick(['UNWANTED_ITEM', 'DEFECTIVE', 'NOT_COMPATIBLE', 'NOT_AS_DESCRIBED']), status: 'Unit returned to inventory', 'license-plate-number': `LPNXHDR${String(100 + i).padStart(6, '0')}`, 'customer-comments': random.pick(['', 'changed my mind', 'box was open', '']) };
  });
  return iconv.encode(writeCsv(RETURNS, rows), 'gbk');
}

export function writeReimbursements(facts: SampleFacts): Uint8Array {
  const random = createRandom('reimbursements');
  const rows = Array.from({ length: 9 }, (_, i): Row => {
    const product = random.pick(facts.products);
    const amount = (product.unitPriceFen / 710).toFixed(2);
    return { 'approval-date': `${addDays(facts.builtOn, -random.int(3, 80))}T08:49:04+00:00`, 'reimbursement-id': String(10_000_000_100 + i), 'case-id': i % 3 === 0 ? String(10_000_000_501 + i) : '', 'amazon-order-id': i % 2 ? makeFbaOrderId(i * 3) : '', reason: random.pick(['Lost_Warehouse', 'Damaged_Warehouse', 'CustomerReturn', 'Lost_Inbound']), sku: product.sku, fnsku: product.fnsku, asin: product.asin, 'product-name': product.titleEn, condition: 'NewItem', 'currency-unit': 'USD', 'amount-per-unit': amount, 'amount-total': amount, 'quantity-reimbursed-cash': 1, 'quantity-reimbursed-inventory': 0, 'quantity-reimbursed-total': 1 };
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
        rows.push({ Date: usDate(day), FNSKU: product.fnsku, ASIN: product.asin, MSKU: product.sku, Title: product.titleEn, 'Event Type': 'Receipts', 'Reference ID': shipment.id, Quantity: quantity, 'Fulfillment Center': shipment.fulfilmentCentre, Disposition: 'SELLABLE', Reason: '', Country: 'US', 'Reconciled Quantity': 0, 'Unreconciled Quantity': 0, 'Date and Time': `${day}T00:00:00-0700` });
      });
    }
  }
  for (let i = 0; i < 22; i++) {
    const product = random.pick(facts.products);
    const day = addDays(facts.builtOn, -random.int(3, 40));
    const lost = i % 7 === 6;
    rows.push({ Date: usDate(day), FNSKU: product.fnsku, ASIN: product.asin, MSKU: product.sku, Title: product.titleEn, 'Event Type': lost ? 'Adjustments' : 'Shipments', 'Reference ID': lost ? String(20_000_000_000 + i) : makeFbaOrderId(i), Quantity: -1, 'Fulfillment Center': 'LEX1', Disposition: 'SELLABLE', Reason: lost ? 'M' : '', Country: 'US', 'Reconciled Quantity': 0, 'Unreconciled Quantity': lost ? 1 : 0, 'Date and Time': `${day}T00:00:00-0700` });
  }
  return Buffer.from(`\ufeff${writeCsv(LEDGER, rows)}`);
}

export function writeSettlement(facts: SampleFacts): Uint8Array {
  const start = addDays(facts.builtOn, -30);
  const end = addDays(facts.builtOn, -16);
  const id = '10000000701';
  const rows: Row[] = [];
  let total = 0;
  for (const order of facts.orders.filter((o) => o.marketplace === 'US' && o.shipped >= start && o.shipped <= end)) {
    const product = findProduct(order.productKey);
    const principal = product.priceCents * order.quantity;
    for (const [type, description, cents] of [['ItemPrice', 'Principal', principal], ['ItemFees', 'Commission', -Math.round(principal * 0.15)]] as const) {
      total += cents;
      rows.push({ 'settlement-id': id, 'transaction-type': 'Order', 'order-id': order.id, 'merchant-order-id': order.id, 'marketplace-name': 'Amazon.com', 'amount-type': type, 'amount-description': description, amount: (cents / 100).toFixed(2), 'fulfillment-id': 'MFN', 'posted-date': order.shipped, 'posted-date-time': `${order.shipped} 18:20:31 UTC`, 'order-item-code': order.itemId, sku: product.sku, 'quantity-purchased': order.quantity });
    }
  }
  const first: Row = { 'settlement-id': id, 'settlement-start-date': `${start} 08:00:00 UTC`, 'settlement-end-date': `${end} 08:00:00 UTC`, 'deposit-date': `${addDays(end, 2)} 08:00:00 UTC`, 'total-amount': (total / 100).toFixed(2), currency: 'USD' };
  return Buffer.from(writeTab(SETTLEMENT, [first, ...rows]));
}

/** The file that the seller uploaded to confirm shipments. One carrier name is misspelt on purpose (TRK-02). */
export function writeConfirmations(facts: SampleFacts): Uint8Array {
  const rows = facts.orders.filter((o) => o.marketplace === 'US').map((o): Row => ({ 'order-id': o.id, 'order-item-id': o.itemId, quantity: o.quantity, 'ship-date': o.shipped, 'carrier-code': o.carrier === 'UPS' || o.carrier === 'USPS' ? o.carrier : 'Other', 'carrier-name': o.carrier === 'YunExpress' ? 'yunexpress' : o.carrier, 'tracking-number': o.tracking, 'ship-method': 'Standard' }));
  return Buffer.from(writeTab(CONFIRMATION, rows));
}

/** The valid tracking rate download: an X where Amazon found no scan. */
export function writeTrackingRate(facts: SampleFacts, citedOrderIds: readonly string[]): Uint8Array {
  const columns = ['Order ID', 'Order Date', 'Ship Confirmation Date', 'Carrier Name', 'Tracking ID', 'No Valid Tracking'];
  const rows = facts.orders.filter((o) => o.marketplace === 'US').map((o): Row => ({ 'Order ID': o.id, 'Order Date': o.purchased, 'Ship Confirmation Date': o.shipped, 'Carrier Name': o.carrier, 'Tracking ID': o.tracking, 'No Valid Tracking': citedOrderIds.includes(o.id) ? 'X' : '' }));
  return Buffer.from(`\ufeff${writeCsv(columns, rows)}`);
}
