// Which purchases, orders and shipments hang together in the sample story, dated back from the day it is built?
import { addDays, writeCompactDate } from './format-values.ts';
import {
  makeContainerNumber,
  makeFapiaoNumber,
  makeFourPx,
  makeS10,
  makeUps,
  makeUsps,
  makeYunExpress,
} from './make-numbers.ts';
import {
  SAMPLE_COMPANY,
  SAMPLE_FORWARDER,
  SAMPLE_PRODUCTS,
  SAMPLE_SELLER_ID,
  SAMPLE_STORE_NAME,
  SAMPLE_SUPPLIERS,
} from './sample-companies.ts';
import type {
  FapiaoForm,
  SampleCarrier,
  SampleFacts,
  SampleOrder,
  SampleParty,
  SampleProduct,
  SamplePurchase,
} from './sample-types.ts';

type PurchaseRow = readonly [
  key: string,
  product: string,
  quantity: number,
  invoiceDay: number,
  form: FapiaoForm,
  serial: number,
];

// Days are counted back from the day the sample is built. The stand was last bought 421 days ago: outside INV-01.
const PURCHASE_ROWS: readonly PurchaseRow[] = [
  ['P1', 'lamp', 600, -128, 'digital-pdf', 101],
  ['P2', 'bottle', 500, -152, 'digital-pdf', 102],
  ['P3', 'kitchen', 400, -96, 'digital-pdf', 103],
  ['P4', 'stand', 300, -421, 'vat-special-scan', 10_000_104],
  ['P5', 'puzzle', 350, -203, 'digital-pdf', 105],
  ['P6', 'lamp', 800, -47, 'digital-ofd', 106],
  ['P7', 'bottle', 300, -34, 'digital-pdf', 107],
  ['P8', 'puzzle', 200, -388, 'vat-special-scan', 10_000_108],
  ['P9', 'kitchen', 150, -66, 'vat-normal-pdf', 10_000_109],
];

function makePurchase(row: PurchaseRow, builtOn: string): SamplePurchase {
  const [key, productKey, quantity, invoiceDay, form, serial] = row;
  const product = findProduct(productKey);
  const day = (offset: number): string => addDays(builtOn, invoiceDay + offset);
  const netFen = quantity * product.unitPriceFen;
  const digital = form === 'digital-pdf' || form === 'digital-ofd';
  const province = product.supplierKey === 'minghui' || product.supplierKey === 'jiean' ? '44' : '33';
  return {
    key,
    supplierKey: product.supplierKey,
    productKey,
    quantity,
    contractNumber: `HT-${writeCompactDate(day(-24))}-0${serial % 10}`,
    orderNumber: `PO-${writeCompactDate(day(-25)).slice(2)}-${String(serial % 1000).padStart(3, '0')}`,
    contractDate: day(-24),
    paymentDate: day(-3),
    deliveryDate: day(-5),
    deliveryNumber: `SH${writeCompactDate(day(-5))}${String(serial % 100).padStart(2, '0')}`,
    invoiceDate: day(0),
    invoiceForm: form,
    invoiceNumber: digital ? makeFapiaoNumber(day(0), province, serial) : String(serial),
    ...(digital ? {} : { invoiceCode: form === 'vat-normal-pdf' ? '033000000001' : `${province}00000130` }),
    netFen,
    taxFen: Math.round(netFen * 0.13),
  };
}

const CITED = ['shipping_label', 'tracking_slip', 'pod', 'packing_photo', 'order_detail'] as const;
const OTHER = ['shipping_label', 'tracking_slip', 'pod', 'packing_photo'] as const;

type OrderRow = readonly [
  id: string,
  marketplace: SampleOrder['marketplace'],
  product: string,
  quantity: number,
  purchaseDay: number,
  carrier: SampleCarrier,
  serial: number,
  transitDays: number,
  place: readonly [city: string, state: string, postalCode: string],
  evidence: readonly string[],
];

// The first five orders are the ones that the notification cites.
const ORDER_ROWS: readonly OrderRow[] = [
  [
    '113-0000101-5000101',
    'US',
    'lamp',
    1,
    -27,
    'UPS',
    101,
    4,
    ['Austin', 'TX', '78701'],
    [...CITED, 'shipping_video'],
  ],
  ['112-0000102-5000102', 'US', 'bottle', 2, -26, 'USPS', 102, 3, ['Columbus', 'OH', '43004'], CITED],
  [
    '114-0000103-5000103',
    'US',
    'kitchen',
    1,
    -25,
    'UPS',
    103,
    5,
    ['Phoenix', 'AZ', '85001'],
    ['shipping_label', 'tracking_slip', 'packing_photo', 'order_detail'],
  ],
  ['111-0000104-5000104', 'US', 'lamp', 1, -24, 'USPS', 104, 4, ['Denver', 'CO', '80202'], CITED],
  [
    '113-0000105-5000105',
    'US',
    'stand',
    1,
    -22,
    '4PX',
    105,
    9,
    ['Tampa', 'FL', '33602'],
    ['shipping_label', 'packing_photo', 'order_detail'],
  ],
  ['112-0000106-5000106', 'US', 'puzzle', 1, -20, 'YunExpress', 106, 8, ['Portland', 'OR', '97201'], OTHER],
  ['114-0000107-5000107', 'US', 'bottle', 1, -19, 'UPS', 107, 3, ['Reno', 'NV', '89501'], OTHER],
  [
    '111-0000108-5000108',
    'US',
    'kitchen',
    2,
    -17,
    'USPS',
    108,
    4,
    ['Boise', 'ID', '83702'],
    ['shipping_label', 'tracking_slip', 'pod'],
  ],
  ['113-0000109-5000109', 'US', 'lamp', 2, -38, 'UPS', 109, 4, ['Nashville', 'TN', '37201'], OTHER],
  ['112-0000110-5000110', 'US', 'bottle', 1, -41, 'USPS', 110, 5, ['Omaha', 'NE', '68102'], OTHER],
  [
    '114-0000111-5000111',
    'US',
    'puzzle',
    1,
    -16,
    '4PX',
    111,
    10,
    ['Tulsa', 'OK', '74103'],
    ['shipping_label', 'tracking_slip', 'pod'],
  ],
  [
    '111-0000112-5000112',
    'US',
    'stand',
    1,
    -14,
    'China Post',
    112,
    12,
    ['Fresno', 'CA', '93701'],
    ['shipping_label', 'tracking_slip'],
  ],
  [
    '302-0000113-5000113',
    'DE',
    'bottle',
    1,
    -30,
    'YunExpress',
    113,
    9,
    ['Kassel', 'HE', '34117'],
    ['shipping_label', 'tracking_slip', 'pod'],
  ],
  [
    '249-0000114-5000114',
    'JP',
    'lamp',
    1,
    -28,
    'China Post',
    114,
    6,
    ['Sapporo', 'Hokkaido', '060-0001'],
    ['shipping_label', 'tracking_slip', 'pod'],
  ],
];

function makeTracking(carrier: SampleCarrier, serial: number, marketplace: string): string {
  if (carrier === 'UPS') return makeUps(serial);
  if (carrier === 'USPS') return makeUsps(serial);
  if (carrier === '4PX') return makeFourPx(serial);
  if (carrier === 'YunExpress') return makeYunExpress(serial);
  return makeS10(marketplace === 'JP' ? 'EE' : 'LX', serial, 'CN');
}

function makeOrder(row: OrderRow, builtOn: string): SampleOrder {
  const [id, marketplace, productKey, quantity, purchaseDay, carrier, serial, transitDays, place, evidence] =
    row;
  const purchased = addDays(builtOn, purchaseDay);
  return {
    id,
    itemId: `1300000000${String(serial).padStart(4, '0')}`,
    marketplace,
    productKey,
    quantity,
    purchased,
    shipped: addDays(purchased, 1),
    delivered: addDays(purchased, 1 + transitDays),
    carrier,
    tracking: makeTracking(carrier, serial, marketplace),
    recipient: `Sample Buyer ${String.fromCharCode(65 + serial - 101)}`,
    street: `${serial}0 Example Street, Unit ${serial - 100}`,
    city: place[0],
    state: place[1],
    postalCode: place[2],
    buyerAlias: `xhdemo${String(serial).padStart(8, '0')}@marketplace.amazon.${marketplace === 'US' ? 'com' : marketplace === 'DE' ? 'de' : 'co.jp'}`,
    evidence,
  };
}

/** Finds a product of the sample by its key. */
export function findProduct(key: string): SampleProduct {
  const product = SAMPLE_PRODUCTS.find((p) => p.key === key);
  if (!product) throw new RangeError(`no sample product ${key}`);
  return product;
}

/** Finds a supplier of the sample by its key. */
export function findSupplier(key: string): SampleParty {
  const supplier = SAMPLE_SUPPLIERS.find((p) => p.key === key);
  if (!supplier) throw new RangeError(`no sample supplier ${key}`);
  return supplier;
}

/** Computes every fact of the story for the day it is built on (ISO date). */
export function makeSampleFacts(builtOn: string): SampleFacts {
  const day = (offset: number): string => addDays(builtOn, offset);
  return {
    builtOn,
    company: SAMPLE_COMPANY,
    storeName: SAMPLE_STORE_NAME,
    sellerId: SAMPLE_SELLER_ID,
    marketplaces: ['US', 'DE', 'JP'],
    suppliers: SAMPLE_SUPPLIERS,
    forwarder: SAMPLE_FORWARDER,
    products: SAMPLE_PRODUCTS,
    purchases: PURCHASE_ROWS.map((row) => makePurchase(row, builtOn)),
    orders: ORDER_ROWS.map((row) => makeOrder(row, builtOn)),
    shipments: [
      {
        id: 'FBA15XHDM001',
        name: `FBA STA (${day(-86)})-ONT8`,
        reference: '1XHDM001',
        marketplace: 'US',
        fulfilmentCentre: 'ONT8',
        fcAddress:
          'Amazon.com Services LLC, 100 Example Fulfillment Way, Moreno Valley, CA 92551, United States',
        created: day(-86),
        shipped: day(-80),
        delivered: day(-46),
        closed: day(-9),
        cartons: 12,
        tracking: Array.from({ length: 12 }, (_, i) => makeUps(7001 + i)),
        invoiceNumber: `CI-${writeCompactDate(day(-82))}-01`,
        billOfLading: 'XHDMSZLAX0001',
        container: makeContainerNumber('XHD', 1),
        customsNumber: `5300${day(-81).slice(0, 4)}0000000101`,
        lines: [
          { productKey: 'lamp', sent: 240, received: 240 },
          { productKey: 'bottle', sent: 144, received: 120 },
          { productKey: 'puzzle', sent: 96, received: 96 },
        ],
      },
      {
        id: 'FBA15XHDM002',
        name: `FBA STA (${day(-58)})-DTM2`,
        reference: '2XHDM002',
        marketplace: 'DE',
        fulfilmentCentre: 'DTM2',
        fcAddress: 'Amazon Logistik (Sample), Beispielstrasse 4, 44145 Dortmund, Germany',
        created: day(-58),
        shipped: day(-53),
        delivered: day(-19),
        closed: day(-11),
        cartons: 6,
        tracking: Array.from({ length: 6 }, (_, i) => makeUps(7101 + i, '68')),
        invoiceNumber: `CI-${writeCompactDate(day(-55))}-02`,
        billOfLading: 'XHDMSZHAM0002',
        container: makeContainerNumber('XHD', 2),
        customsNumber: `5300${day(-54).slice(0, 4)}0000000102`,
        lines: [
          { productKey: 'lamp', sent: 120, received: 120 },
          { productKey: 'kitchen', sent: 60, received: 60 },
        ],
      },
    ],
  };
}

/** The orders that the demo case's notification cites. */
export const CITED_ORDER_IDS: readonly string[] = ORDER_ROWS.slice(0, 5).map((row) => row[0]);
