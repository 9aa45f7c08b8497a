// Which Amazon reports are known: their key columns, spellings, what identifies a row and which column is which (domain.md 7)?
import type { Bilingual } from '../problems/problem-type.ts';
import { DATE_RANGE_ALIASES } from './date-range-aliases.ts';

/** What a row is found by, in the order in which a person is asked for it. */
export const REPORT_ROLES = [
  'orderId',
  'at',
  'asin',
  'sku',
  'fnsku',
  'quantity',
  'trackingNumber',
  'carrier',
  'shipmentId',
  'caseId',
] as const;
export type ReportRole = (typeof REPORT_ROLES)[number];

/** Columns of each role; the first of them that has a value counts. */
export type ReportRoles = { readonly [Role in ReportRole]?: readonly string[] };

export interface ReportLayout {
  /** Stored as `report_row.report`. */
  readonly report: string;
  readonly name: Bilingual;
  readonly kind: 'amazon_report' | 'settlement_report' | 'fba_shipment_summary';
  /** Alternatives; one whose columns are all there is enough. Canonical names, compared squashed. */
  readonly required: readonly (readonly string[])[];
  /** Canonical names whose squashed form must be recognised besides the required ones ("eventtype" is "event-type"). */
  readonly columns?: readonly string[];
  /** Squashed header → canonical name, for other spellings and languages. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Stable business columns; with a counter of equal ones they identify a row (domain.md 7.1 rule 8). Never titles or states. */
  readonly identity: readonly string[];
  readonly roles: ReportRoles;
  /** A row replaces a stored one only when this column is not older. */
  readonly version?: string;
  /** Slash dates are month first whatever the marketplace (the ledger, C53). */
  readonly monthFirst?: boolean;
  /** Values of the key–value head that belong to every row: canonical name → squashed label. */
  readonly fromHead?: Readonly<Record<string, string>>;
}

const words = (text: string): readonly string[] => text.split(' ');
const GOODS: Pick<ReportRoles, 'sku' | 'asin' | 'fnsku'> = {
  sku: ['sku', 'msku', 'merchant-sku', 'seller-sku'],
  asin: ['asin'],
  fnsku: ['fnsku'],
};

/** Titles of order reports in a Japanese interface (domain.md 7.1 rule 5: they often differ); low confidence. */
const JAPANESE_ORDER_COLUMNS: Readonly<Record<string, string>> = {
  注文番号: 'amazon-order-id',
  amazon注文番号: 'amazon-order-id',
  出品者注文番号: 'merchant-order-id',
  購入日: 'purchase-date',
  注文日: 'purchase-date',
  購入日時: 'purchase-date',
  最終更新日: 'last-updated-date',
  最終更新日時: 'last-updated-date',
  注文ステータス: 'order-status',
  注文状況: 'order-status',
  注文の状況: 'order-status',
  フルフィルメントチャネル: 'fulfillment-channel',
  フルフィルメント: 'fulfillment-channel',
  出荷経路: 'fulfillment-channel',
  販売経路: 'sales-channel',
  販売チャネル: 'sales-channel',
  商品名: 'product-name',
  出品者sku: 'sku',
  商品管理番号: 'sku',
  数量: 'quantity',
  通貨: 'currency',
  商品価格: 'item-price',
  配送先都道府県: 'ship-state',
  配送先市区町村: 'ship-city',
  配送先郵便番号: 'ship-postal-code',
  配送先国: 'ship-country',
};

/** Most specific first: of those that match, the one with the longest key set wins, then the first. */
export const REPORT_LAYOUTS: readonly ReportLayout[] = [
  {
    report: 'settlement_v2',
    name: { zh: '结算报告 V2', en: 'Settlement V2' },
    kind: 'settlement_report',
    required: [words('settlement-id transaction-type order-id amount-type amount-description amount')],
    columns: words('posted-date posted-date-time fulfillment-id marketplace-name quantity-purchased'),
    identity: words(
      'settlement-id transaction-type order-id merchant-order-id adjustment-id shipment-id amount-type amount-description amount posted-date posted-date-time order-item-code merchant-adjustment-item-id sku promotion-id total-amount',
    ),
    roles: {
      orderId: ['order-id'],
      ...GOODS,
      at: ['posted-date-time', 'posted-date', 'settlement-end-date'],
      quantity: ['quantity-purchased'],
    },
  },
  {
    report: 'settlement_v1',
    name: { zh: '结算报告 V1', en: 'Settlement V1' },
    kind: 'settlement_report',
    required: [words('settlement-id transaction-type order-id price-type price-amount')],
    identity: words(
      'settlement-id transaction-type order-id merchant-order-id adjustment-id shipment-id shipment-fee-type order-fee-type posted-date order-item-code merchant-adjustment-item-id sku price-type price-amount item-related-fee-type item-related-fee-amount promotion-id promotion-type other-fee-reason-description direct-payment-type total-amount',
    ),
    roles: {
      orderId: ['order-id'],
      ...GOODS,
      at: ['posted-date', 'settlement-end-date'],
      quantity: ['quantity-purchased'],
    },
  },
  {
    report: 'date_range',
    name: { zh: '日期范围报告', en: 'Date range (unified transaction)' },
    kind: 'settlement_report',
    required: [words('date-time settlement-id type order-id description')],
    columns: words('sku quantity marketplace fulfillment total account-type'),
    aliases: DATE_RANGE_ALIASES,
    identity: words('date-time settlement-id type order-id sku description quantity total'),
    roles: { orderId: ['order-id'], sku: ['sku'], at: ['date-time'], quantity: ['quantity'] },
  },
  {
    report: 'reimbursements',
    name: { zh: '赔偿报告', en: 'Reimbursements' },
    kind: 'amazon_report',
    required: [words('approval-date reimbursement-id fnsku')],
    columns: words('case-id amazon-order-id quantity-reimbursed-total'),
    identity: words('reimbursement-id sku fnsku reason amazon-order-id condition'),
    roles: {
      orderId: ['amazon-order-id'],
      ...GOODS,
      caseId: ['case-id'],
      at: ['approval-date'],
      quantity: ['quantity-reimbursed-total', 'quantity-reimbursed-cash'],
    },
  },
  {
    report: 'ledger_summary',
    name: { zh: '库存分类账（摘要）', en: 'Inventory ledger, summary' },
    kind: 'amazon_report',
    required: [words('fnsku msku starting-warehouse-balance ending-warehouse-balance')],
    columns: words('date customer-shipments customer-returns vendor-returns found lost damaged disposed'),
    identity: words('date fnsku asin msku disposition location store'),
    roles: { ...GOODS, at: ['date'], quantity: ['ending-warehouse-balance'] },
    monthFirst: true,
  },
  {
    report: 'ledger_detail',
    name: { zh: '库存分类账（明细）', en: 'Inventory ledger, detail' },
    kind: 'amazon_report',
    required: [words('fnsku event-type reference-id quantity')],
    columns: words(
      'date msku asin fulfillment-center disposition reason country reconciled-quantity unreconciled-quantity date-and-time store',
    ),
    identity: words(
      'date fnsku asin msku event-type reference-id quantity fulfillment-center disposition reason country',
    ),
    roles: {
      ...GOODS,
      orderId: ['reference-id'],
      shipmentId: ['reference-id'],
      at: ['date-and-time', 'date'],
      quantity: ['quantity'],
    },
    monthFirst: true,
  },
  {
    report: 'inventory_adjustments',
    name: { zh: '库存调整', en: 'Inventory adjustments' },
    kind: 'amazon_report',
    required: [words('adjusted-date transaction-item-id fnsku')],
    identity: words(
      'adjusted-date transaction-item-id fnsku sku fulfillment-center-id quantity reason disposition',
    ),
    roles: { ...GOODS, at: ['adjusted-date'], quantity: ['quantity'] },
  },
  {
    report: 'received_inventory',
    name: { zh: '已接收库存', en: 'Received inventory' },
    kind: 'amazon_report',
    required: [words('received-date fnsku fba-shipment-id')],
    identity: words('received-date fnsku sku quantity fba-shipment-id fulfillment-center-id'),
    roles: { ...GOODS, shipmentId: ['fba-shipment-id'], at: ['received-date'], quantity: ['quantity'] },
  },
  {
    report: 'fba_returns',
    name: { zh: '亚马逊物流买家退货', en: 'FBA customer returns' },
    kind: 'amazon_report',
    required: [words('return-date order-id fnsku detailed-disposition')],
    columns: words('license-plate-number fulfillment-center-id'),
    identity: words(
      'return-date order-id sku asin fnsku quantity fulfillment-center-id detailed-disposition license-plate-number',
    ),
    roles: { orderId: ['order-id'], ...GOODS, at: ['return-date'], quantity: ['quantity'] },
  },
  {
    report: 'fba_replacements',
    name: { zh: '亚马逊物流换货', en: 'FBA replacements' },
    kind: 'amazon_report',
    required: [words('replacement-reason-code replacement-amazon-order-id original-amazon-order-id')],
    identity: words('shipment-date sku asin quantity replacement-amazon-order-id original-amazon-order-id'),
    roles: {
      orderId: ['original-amazon-order-id'],
      ...GOODS,
      at: ['shipment-date'],
      quantity: ['quantity'],
    },
  },
  {
    report: 'removal_orders',
    name: { zh: '移除订单详情', en: 'Removal order detail' },
    kind: 'amazon_report',
    required: [words('request-date order-id requested-quantity disposed-quantity')],
    identity: words('request-date order-id order-type sku fnsku disposition'),
    version: 'last-updated-date',
    roles: { orderId: ['order-id'], ...GOODS, at: ['request-date'], quantity: ['requested-quantity'] },
  },
  {
    report: 'removal_shipments',
    name: { zh: '移除货件详情', en: 'Removal shipment detail' },
    kind: 'amazon_report',
    required: [
      words('order-id fnsku disposition removal-order-type'),
      words('request-date order-id fnsku shipped-quantity carrier tracking-number'),
    ],
    aliases: {
      removaldate: 'request-date',
      quantityshipped: 'shipped-quantity',
      ordertype: 'removal-order-type',
    },
    identity: words(
      'request-date order-id shipment-date sku fnsku disposition shipped-quantity carrier tracking-number',
    ),
    roles: {
      orderId: ['order-id'],
      ...GOODS,
      trackingNumber: ['tracking-number'],
      carrier: ['carrier'],
      at: ['shipment-date', 'request-date'],
      quantity: ['shipped-quantity'],
    },
  },
  {
    report: 'mfn_returns',
    name: { zh: '自配送退货（按退货日期）', en: 'Seller-fulfilled returns' },
    kind: 'amazon_report',
    required: [words('order-id return-request-date amazon-rma-id')],
    columns: words(
      'order-date return-request-status merchant-rma-id return-carrier tracking-id return-quantity merchant-sku return-delivery-date',
    ),
    identity: words('order-id return-request-date amazon-rma-id merchant-rma-id asin merchant-sku'),
    roles: {
      orderId: ['order-id'],
      ...GOODS,
      trackingNumber: ['tracking-id'],
      carrier: ['return-carrier'],
      at: ['return-request-date'],
      quantity: ['return-quantity'],
    },
  },
  {
    report: 'fulfilled_shipments',
    name: { zh: '亚马逊配送货件', en: 'Amazon fulfilled shipments' },
    kind: 'amazon_report',
    required: [words('amazon-order-id shipment-item-id carrier tracking-number')],
    columns: words('shipment-id amazon-order-item-id shipment-date quantity-shipped'),
    identity: words('amazon-order-id shipment-id shipment-item-id amazon-order-item-id sku'),
    roles: {
      orderId: ['amazon-order-id'],
      ...GOODS,
      trackingNumber: ['tracking-number'],
      carrier: ['carrier'],
      at: ['shipment-date', 'purchase-date'],
      quantity: ['quantity-shipped'],
    },
  },
  {
    report: 'all_orders',
    name: { zh: '所有订单', en: 'All orders' },
    kind: 'amazon_report',
    required: [words('amazon-order-id purchase-date order-status')],
    columns: words(
      'last-updated-date fulfillment-channel sales-channel ship-city ship-state ship-postal-code',
    ),
    aliases: {
      orderid: 'amazon-order-id',
      fulfilmentchannel: 'fulfillment-channel',
      ...JAPANESE_ORDER_COLUMNS,
    },
    identity: words('amazon-order-id sku asin'),
    version: 'last-updated-date',
    roles: { orderId: ['amazon-order-id'], ...GOODS, at: ['purchase-date'], quantity: ['quantity'] },
  },
  {
    report: 'unshipped_orders',
    name: { zh: '未发货订单', en: 'Unshipped orders' },
    kind: 'amazon_report',
    required: [words('order-id order-item-id purchase-date quantity-purchased')],
    columns: words('promise-date quantity-to-ship ship-city ship-state ship-postal-code'),
    identity: words('order-id order-item-id'),
    version: 'reporting-date',
    roles: { orderId: ['order-id'], ...GOODS, at: ['purchase-date'], quantity: ['quantity-purchased'] },
  },
  {
    report: 'shipping_confirmation',
    name: { zh: '确认发货', en: 'Shipping confirmation' },
    kind: 'amazon_report',
    required: [words('order-id ship-date carrier-code tracking-number')],
    columns: words('order-item-id quantity carrier-name ship-method'),
    identity: words('order-id order-item-id ship-date tracking-number'),
    roles: {
      orderId: ['order-id'],
      trackingNumber: ['tracking-number'],
      carrier: ['carrier-name', 'carrier-code'],
      at: ['ship-date'],
      quantity: ['quantity'],
    },
  },
  {
    report: 'shipment_contents',
    name: { zh: '货件商品内容', en: 'Shipment contents' },
    kind: 'fba_shipment_summary',
    required: [
      words('merchant-sku fnsku asin shipped'),
      words('merchant-sku fnsku units-expected units-located'),
    ],
    columns: words('title condition external-id units-per-case number-of-cases discrepancy shipment-id'),
    aliases: {
      dispatched: 'shipped',
      msku: 'merchant-sku',
      sku: 'merchant-sku',
      unitsreceived: 'units-located',
      received: 'units-located',
      located: 'units-located',
      expected: 'units-expected',
    },
    identity: words('shipment-id merchant-sku fnsku asin condition'),
    fromHead: { 'shipment-id': 'shipmentid' },
    roles: { ...GOODS, shipmentId: ['shipment-id'], quantity: ['units-expected', 'shipped'] },
  },
  {
    report: 'otdr_defects',
    name: { zh: '准时送达率缺陷', en: 'On-time delivery defects' },
    kind: 'amazon_report',
    required: [words('order-id promised-ship-date carrier-first-scan-date')],
    columns: words(
      'sku unit-count order-date ship-confirmation-date actual-delivery-date carrier-name ship-method',
    ),
    identity: words('order-id sku order-date promised-ship-date'),
    roles: {
      orderId: ['order-id'],
      ...GOODS,
      carrier: ['carrier-name'],
      at: ['order-date', 'ship-confirmation-date'],
      quantity: ['unit-count'],
    },
  },
  {
    report: 'vtr',
    name: { zh: '有效追踪率', en: 'Valid tracking rate' },
    kind: 'amazon_report',
    required: [words('order-id no-valid-tracking')],
    columns: words('order-date ship-confirmation-date carrier-name tracking-id'),
    aliases: { trackingnumber: 'tracking-id', carrier: 'carrier-name' },
    identity: words('order-id tracking-id'),
    roles: {
      orderId: ['order-id'],
      ...GOODS,
      trackingNumber: ['tracking-id'],
      carrier: ['carrier-name'],
      at: ['order-date', 'ship-confirmation-date'],
    },
  },
  {
    report: 'idr',
    name: { zh: '发票缺陷率', en: 'Invoice defect rate' },
    kind: 'amazon_report',
    required: [words('shipment-id order-id defect-type defect-reason')],
    columns: words('ship-date-utc'),
    identity: words('shipment-id order-id defect-type'),
    roles: { orderId: ['order-id'], at: ['ship-date-utc', 'ship-date'] },
  },
  {
    report: 'feedback',
    name: { zh: '买家反馈', en: 'Feedback' },
    kind: 'amazon_report',
    required: [words('date rating comments order-id')],
    identity: words('date order-id rating'),
    roles: { orderId: ['order-id'], at: ['date'] },
  },
  {
    report: 'fba_inventory',
    name: { zh: '亚马逊物流库存', en: 'FBA inventory' },
    kind: 'amazon_report',
    required: [
      words('sku fnsku asin afn-fulfillable-quantity'),
      words('sku fnsku asin afn-warehouse-quantity'),
    ],
    identity: words('sku fnsku asin condition'),
    roles: { ...GOODS, quantity: ['afn-total-quantity', 'afn-warehouse-quantity'] },
  },
  {
    report: 'storage_fees',
    name: { zh: '仓储费', en: 'Storage fees' },
    kind: 'amazon_report',
    required: [words('asin fnsku fulfillment-center estimated-monthly-storage-fee')],
    columns: words('month-of-charge country-code'),
    identity: words('asin fnsku fulfillment-center month-of-charge country-code'),
    roles: { ...GOODS },
  },
  {
    report: 'stranded',
    name: { zh: '无在售信息的库存', en: 'Stranded inventory' },
    kind: 'amazon_report',
    required: [words('stranded-reason fnsku'), words('primary-action date-stranded')],
    identity: words('sku fnsku asin date-stranded stranded-reason'),
    roles: { ...GOODS, at: ['date-stranded'] },
  },
  {
    report: 'listings',
    name: { zh: '在售商品', en: 'Listings' },
    kind: 'amazon_report',
    required: [words('seller-sku listing-id open-date'), words('item-name seller-sku asin1')],
    identity: words('seller-sku listing-id asin1'),
    roles: { sku: ['seller-sku'], asin: ['asin1'], at: ['open-date'], quantity: ['quantity'] },
  },
];

export const REPORT_BY_NAME: ReadonlyMap<string, ReportLayout> = new Map(
  REPORT_LAYOUTS.map((layout) => [layout.report, layout]),
);
