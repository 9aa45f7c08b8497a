// Which column names betray an Amazon report (domain.md 7)? Only enough to name the kind; importing has its own table.

export interface ReportHeader {
  /** Short name for reasons. */
  readonly report: string;
  readonly slug: 'amazon_report' | 'settlement_report' | 'fba_shipment_summary';
  /** Each group is one alternative; all its columns must be there. Compared without case, spaces and punctuation. */
  readonly columns: readonly (readonly string[])[];
}

/** Most specific first: the first match wins. */
export const REPORT_HEADERS: readonly ReportHeader[] = [
  {
    report: 'settlement',
    slug: 'settlement_report',
    columns: [['settlement-id', 'deposit-date', 'total-amount']],
  },
  {
    report: 'date range',
    slug: 'settlement_report',
    columns: [
      ['date/time', 'settlement id', 'type', 'order id'],
      ['Datum/Uhrzeit', 'Abrechnungsnummer', 'Typ', 'Bestellnummer'],
      ['date/heure', 'numéro de versement', 'type', 'numéro de la commande'],
      ['Data/Ora:', 'Numero pagamento', 'Tipo', 'Numero ordine'],
      ['fecha y hora', 'identificador de pago', 'tipo', 'número de pedido'],
      ['fecha/hora', 'Id. de liquidación', 'tipo', 'Id. del pedido'],
      ['日付/時間', '決済番号', 'トランザクションの種類', '注文番号'],
      ['日期/时间', '结算编号', '类型', '订单编号'],
    ],
  },
  {
    report: 'reimbursements',
    slug: 'amazon_report',
    columns: [['approval-date', 'reimbursement-id', 'fnsku']],
  },
  {
    report: 'inventory ledger summary',
    slug: 'amazon_report',
    columns: [['fnsku', 'msku', 'starting warehouse balance']],
  },
  {
    report: 'inventory ledger',
    slug: 'amazon_report',
    columns: [['fnsku', 'event type', 'reference id', 'disposition']],
  },
  {
    report: 'inventory adjustments',
    slug: 'amazon_report',
    columns: [['adjusted-date', 'transaction-item-id', 'fnsku']],
  },
  {
    report: 'received inventory',
    slug: 'amazon_report',
    columns: [['received-date', 'fnsku', 'fba-shipment-id']],
  },
  {
    report: 'FBA customer returns',
    slug: 'amazon_report',
    columns: [['return-date', 'order-id', 'fnsku', 'detailed-disposition']],
  },
  {
    report: 'FBA replacements',
    slug: 'amazon_report',
    columns: [['replacement-reason-code', 'original-amazon-order-id']],
  },
  {
    report: 'removal order detail',
    slug: 'amazon_report',
    columns: [['request-date', 'order-id', 'requested-quantity', 'disposed-quantity']],
  },
  {
    report: 'removal shipment detail',
    slug: 'amazon_report',
    columns: [
      ['order-id', 'fnsku', 'disposition', 'removal-order-type'],
      ['removal-date', 'order-id', 'fnsku', 'tracking-number'],
    ],
  },
  {
    report: 'seller-fulfilled returns',
    slug: 'amazon_report',
    columns: [['Order ID', 'Return request date', 'Amazon RMA ID']],
  },
  {
    report: 'fulfilled shipments',
    slug: 'amazon_report',
    columns: [['amazon-order-id', 'shipment-id', 'carrier', 'tracking-number']],
  },
  {
    report: 'all orders',
    slug: 'amazon_report',
    columns: [['amazon-order-id', 'purchase-date', 'order-status']],
  },
  {
    report: 'unshipped orders',
    slug: 'amazon_report',
    columns: [['order-id', 'order-item-id', 'purchase-date', 'quantity-purchased']],
  },
  {
    report: 'shipping confirmation',
    slug: 'amazon_report',
    columns: [['order-id', 'order-item-id', 'ship-date', 'carrier-code', 'tracking-number']],
  },
  {
    report: 'FBA inventory',
    slug: 'amazon_report',
    columns: [
      ['sku', 'fnsku', 'asin', 'afn-warehouse-quantity'],
      ['sku', 'fnsku', 'afn-fulfillable-quantity'],
    ],
  },
  {
    report: 'inventory age or planning',
    slug: 'amazon_report',
    columns: [['snapshot-date', 'sku', 'fnsku', 'asin']],
  },
  {
    report: 'stranded inventory',
    slug: 'amazon_report',
    columns: [
      ['stranded-reason', 'fnsku'],
      ['primary-action', 'date-stranded'],
    ],
  },
  {
    report: 'listings',
    slug: 'amazon_report',
    columns: [
      ['seller-sku', 'listing-id', 'open-date'],
      ['item-name', 'seller-sku', 'asin1'],
    ],
  },
  {
    report: 'fee preview',
    slug: 'amazon_report',
    columns: [['sku', 'fnsku', 'asin', 'estimated-fee-total']],
  },
  {
    report: 'storage fees',
    slug: 'amazon_report',
    columns: [['asin', 'fnsku', 'fulfillment-center', 'estimated-monthly-storage-fee']],
  },
  {
    report: 'business report',
    slug: 'amazon_report',
    columns: [
      ['(Parent) ASIN', '(Child) ASIN', 'Sessions'],
      ['（父）ASIN', '（子）ASIN'],
    ],
  },
  {
    report: 'on-time delivery defects',
    slug: 'amazon_report',
    columns: [['Order ID', 'Promised Ship Date', 'Carrier First Scan Date']],
  },
  {
    report: 'invoice defect rate',
    slug: 'amazon_report',
    columns: [['Shipment ID', 'Order ID', 'Defect Type', 'Defect Reason']],
  },
  { report: 'valid tracking rate', slug: 'amazon_report', columns: [['Order ID', 'No Valid Tracking']] },
  {
    report: 'feedback',
    slug: 'amazon_report',
    columns: [['Date', 'Rating', 'Comments', 'Order ID', 'Rater Email']],
  },
  {
    report: 'shipment contents',
    slug: 'fba_shipment_summary',
    columns: [
      ['Merchant SKU', 'Title', 'ASIN', 'FNSKU', 'Shipped'],
      ['Merchant SKU', 'Title', 'ASIN', 'FNSKU', 'Dispatched'],
      ['Merchant SKU', 'FNSKU', 'Units expected', 'Units located'],
      ['MSKU', 'FNSKU', 'Units expected', 'Units received'],
    ],
  },
];

interface SquashedHeader {
  readonly header: ReportHeader;
  readonly alternatives: readonly (readonly string[])[];
}

const SQUASHED: readonly SquashedHeader[] = REPORT_HEADERS.map((header) => ({
  header,
  alternatives: header.columns.map((columns) => columns.map(squash)),
}));

/** The report whose key columns stand in one of the first 50 lines of `text` (domain.md 7.1, rules 1 to 3). */
export function findReportHeader(text: string): ReportHeader | null {
  let from = 0;
  for (let line = 0; line < 50 && from < text.length; line += 1) {
    const to = text.indexOf('\n', from);
    const end = to === -1 ? text.length : to;
    const row = text.slice(from, Math.min(end, from + 6_000));
    from = end + 1;
    const delimiter = ['\t', ',', ';'].find((candidate) => row.split(candidate, 4).length >= 4);
    if (delimiter === undefined) continue;
    const columns = new Set(row.split(delimiter).map(squash));
    const found = SQUASHED.find(({ alternatives }) =>
      alternatives.some((alternative) => alternative.every((column) => columns.has(column))),
    );
    if (found !== undefined) return found.header;
  }
  return null;
}

function squash(column: string): string {
  return column
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
