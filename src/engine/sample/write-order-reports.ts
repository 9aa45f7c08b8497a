// How do the order reports of the sample read: all orders, fulfilled shipments, confirmations, tracking rate?
import iconv from 'iconv-lite';
import { addDays } from './format-values.ts';
import { ALL_ORDERS, CONFIRMATION, FULFILLED } from './report-columns.ts';
import { findProduct } from './sample-facts.ts';
import type { SampleFacts, SampleOrder } from './sample-types.ts';
import { createRandom } from './seeded-random.ts';
import { makeFbaOrderId, type Row, writeCsv, writeTab } from './write-report-rows.ts';

const SALES_CHANNEL = {
  US: ['Amazon.com', 'USD', 'US'],
  DE: ['Amazon.de', 'EUR', 'DE'],
  JP: ['Amazon.co.jp', 'JPY', 'JP'],
} as const;

function describeOrder(order: SampleOrder): Row {
  const product = findProduct(order.productKey);
  const [channel, currency, country] = SALES_CHANNEL[order.marketplace];
  const price =
    order.marketplace === 'JP'
      ? String(product.priceCents)
      : ((product.priceCents * order.quantity) / 100).toFixed(2);
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
    const id =
      marketplace === 'US'
        ? makeFbaOrderId(serial)
        : `${marketplace === 'DE' ? '302' : '249'}-0000${600 + serial}-7000${600 + serial}`;
    const price = marketplace === 'JP' ? String(product.priceCents) : (product.priceCents / 100).toFixed(2);
    return {
      'amazon-order-id': id,
      'merchant-order-id': id,
      'purchase-date': `${day}T0${random.int(1, 9)}:${random.int(10, 59)}:${random.int(10, 59)}+00:00`,
      'last-updated-date': `${addDays(day, 1)}T11:20:00+00:00`,
      'order-status': i % 17 === 16 ? 'Cancelled' : 'Shipped',
      'fulfillment-channel': 'Amazon',
      'sales-channel': channel,
      'ship-service-level': 'Expedited',
      'product-name':
        marketplace === 'JP'
          ? `【サンプル】${product.model} ${['読書灯', '水筒', 'キッチンツール', 'タブレットスタンド', '木製パズル'][facts.products.indexOf(product)]}`
          : marketplace === 'DE'
            ? `${product.titleEn} (für den täglichen Gebrauch, 1 Stück)`
            : product.titleEn,
      sku: product.sku,
      asin: product.asin,
      'item-status': 'Shipped',
      quantity: 1,
      currency,
      'item-price': price,
      'item-tax': '0.00',
      'ship-city': marketplace === 'JP' ? '札幌市' : marketplace === 'DE' ? 'Köln' : 'Columbus',
      'ship-state': marketplace === 'US' ? 'OH' : '',
      'ship-postal-code': marketplace === 'US' ? '43004' : marketplace === 'DE' ? '50667' : '060-0001',
      'ship-country': country,
      'is-business-order': 'false',
    };
  });
  const rows = [...own, ...fba].sort((a, b) =>
    String(a['purchase-date']) < String(b['purchase-date']) ? -1 : 1,
  );
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
    return {
      'amazon-order-id': makeFbaOrderId(i),
      'shipment-id': `XHDSMP${String(i).padStart(3, '0')}`,
      'shipment-item-id': `XHDITM${String(i).padStart(3, '0')}`,
      'amazon-order-item-id': `1300000007${String(i).padStart(4, '0')}`,
      'purchase-date': `${day}T05:11:21+00:00`,
      'payments-date': `${day}T07:02:09+00:00`,
      'shipment-date': `${addDays(day, 1)}T03:44:10+00:00`,
      'reporting-date': `${addDays(day, 1)}T09:00:00+00:00`,
      sku: product.sku,
      'product-name': product.titleEn,
      'quantity-shipped': 1,
      currency: 'USD',
      'item-price': (product.priceCents / 100).toFixed(2),
      'item-tax': '0.00',
      'ship-service-level': 'Expedited',
      'ship-city': 'Columbus',
      'ship-state': 'OH',
      'ship-postal-code': '43004',
      'ship-country': 'US',
      carrier: 'AMZN_US',
      'tracking-number': `TBA${String(i + 101).padStart(12, '0')}`,
      'estimated-arrival-date': `${addDays(day, 4)}T06:59:59+00:00`,
      'fulfillment-center-id': random.pick(['ONT8', 'LEX1', 'CMH2']),
      'fulfillment-channel': 'AFN',
      'sales-channel': 'Amazon.com',
    };
  });
  return Buffer.from(writeTab(FULFILLED, rows));
}

/** The file that the seller uploaded to confirm shipments. One carrier name is misspelt on purpose (TRK-02). */
export function writeConfirmations(facts: SampleFacts): Uint8Array {
  const rows = facts.orders
    .filter((o) => o.marketplace === 'US')
    .map(
      (o): Row => ({
        'order-id': o.id,
        'order-item-id': o.itemId,
        quantity: o.quantity,
        'ship-date': o.shipped,
        'carrier-code': o.carrier === 'UPS' || o.carrier === 'USPS' ? o.carrier : 'Other',
        'carrier-name': o.carrier === 'YunExpress' ? 'yunexpress' : o.carrier,
        'tracking-number': o.tracking,
        'ship-method': 'Standard',
      }),
    );
  return Buffer.from(writeTab(CONFIRMATION, rows));
}

/** The valid tracking rate download: an X where Amazon found no scan. */
export function writeTrackingRate(facts: SampleFacts, citedOrderIds: readonly string[]): Uint8Array {
  const columns = [
    'Order ID',
    'Order Date',
    'Ship Confirmation Date',
    'Carrier Name',
    'Tracking ID',
    'No Valid Tracking',
  ];
  const rows = facts.orders
    .filter((o) => o.marketplace === 'US')
    .map(
      (o): Row => ({
        'Order ID': o.id,
        'Order Date': o.purchased,
        'Ship Confirmation Date': o.shipped,
        'Carrier Name': o.carrier,
        'Tracking ID': o.tracking,
        'No Valid Tracking': citedOrderIds.includes(o.id) ? 'X' : '',
      }),
    );
  return Buffer.from(`\ufeff${writeCsv(columns, rows)}`);
}
