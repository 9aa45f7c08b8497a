// How does a carrier's 4 x 6 inch label look, with barcodes that scan?
import { writeDayMonthYear, writeUsDate } from './format-values.ts';
import { createPaper, type Paper } from './paper.ts';
import { findProduct } from './sample-facts.ts';
import type { SampleOrder } from './sample-types.ts';

export const LABEL = { widthPt: 288, heightPt: 432 } as const;

/** Groups a number in blocks the way the carrier prints it. */
export function spaceTracking(order: Pick<SampleOrder, 'carrier' | 'tracking'>): string {
  const t = order.tracking;
  if (order.carrier === 'UPS')
    return [t.slice(0, 2), t.slice(2, 5), t.slice(5, 8), t.slice(8, 10), t.slice(10, 14), t.slice(14)].join(
      ' ',
    );
  if (order.carrier === 'USPS') return t.replace(/(.{4})(?=.)/g, '$1 ');
  return t;
}

function recipientLines(order: SampleOrder): string[] {
  const country = { US: 'UNITED STATES', DE: 'GERMANY', JP: 'JAPAN' }[order.marketplace];
  return [
    order.recipient.toUpperCase(),
    order.street.toUpperCase(),
    `${order.city.toUpperCase()} ${order.state.toUpperCase()} ${order.postalCode}`,
    country,
  ];
}

/** A 4 x 6 inch label with scannable barcodes. */
export async function drawShippingLabel(order: SampleOrder): Promise<Uint8Array> {
  const paper = await createPaper({
    ...LABEL,
    script: 'latin',
    date: order.shipped,
    title: `Label ${order.tracking}`,
    mark: 'none',
  });
  if (order.carrier === 'UPS') await drawUpsLabel(paper, order);
  else if (order.carrier === 'USPS') await drawUspsLabel(paper, order);
  else await drawSmallParcelLabel(paper, order);
  paper.text(284, 421, '样本 SAMPLE - NOT FOR MAILING', {
    size: 7,
    align: 'right',
    color: [0.78, 0.1, 0.12],
    bold: true,
  });
  return await paper.save();
}

async function drawUpsLabel(paper: Paper, order: SampleOrder): Promise<void> {
  const weight = Math.ceil(findProduct(order.productKey).weightKg * order.quantity * 2.2 + 0.6);
  paper.box(4, 4, 280, 424, { thickness: 1 });
  [
    'SHIP FROM:',
    'XINGHE DEMO STORE',
    'C/O SAMPLE 3PL WAREHOUSE',
    '4100 EXAMPLE PKWY',
    'ONTARIO CA 91761',
  ].forEach((line, i) => {
    paper.text(10, 10 + i * 9, line, { size: 7 });
  });
  paper.text(278, 10, `${weight} LBS`, { size: 11, bold: true, align: 'right' });
  paper.text(278, 26, '1 OF 1', { size: 9, align: 'right' });
  paper.text(10, 62, 'SHIP TO:', { size: 9, bold: true });
  recipientLines(order).forEach((line, i) => {
    paper.text(56, 62 + i * 11, line, { size: i === 2 ? 10.5 : 9, bold: i === 2 });
  });
  paper.rule(4, 116, 284, 116, 2);
  await paper.barcode('qrcode', `${order.tracking}|${order.postalCode}|840`, 10, 122, 62, 62);
  paper.text(84, 126, `${order.state} ${order.postalCode.slice(0, 3)} 9-${order.postalCode.slice(3)}`, {
    size: 20,
    bold: true,
  });
  await paper.barcode('code128', `420${order.postalCode}`, 86, 152, 120, 30);
  paper.rule(4, 190, 284, 190, 5);
  paper.text(10, 198, 'UPS GROUND', { size: 16, bold: true });
  paper.text(10, 218, `TRACKING #: ${spaceTracking(order)}`, { size: 9.5 });
  paper.rule(4, 234, 284, 234, 2);
  await paper.barcode('code128', order.tracking, 22, 242, 244, 78);
  paper.rule(4, 328, 284, 328, 5);
  paper.text(10, 338, 'BILLING: P/P', { size: 8 });
  paper.text(10, 350, `REF 1: ${order.id}`, { size: 9 });
  paper.text(10, 364, `REF 2: ${findProduct(order.productKey).sku} x ${order.quantity}`, { size: 9 });
  paper.text(10, 380, `SHIP DATE: ${writeDayMonthYear(order.shipped).toUpperCase()}`, { size: 8 });
  paper.text(10, 402, 'XDM 1.0.0   SAMPLE 20.0A', { size: 6 });
}

async function drawUspsLabel(paper: Paper, order: SampleOrder): Promise<void> {
  paper.box(4, 4, 280, 424, { thickness: 1.5 });
  paper.text(14, 10, 'P', { size: 52, bold: true });
  await paper.barcode('datamatrix', `${order.tracking}${order.postalCode}`, 78, 14, 40, 40);
  paper.text(278, 12, 'US POSTAGE PAID', { size: 9, bold: true, align: 'right' });
  paper.text(278, 24, 'XINGHE DEMO eVS', { size: 7, align: 'right' });
  paper.text(278, 34, `${writeUsDate(order.shipped)}   From 91761`, { size: 7, align: 'right' });
  paper.rule(4, 70, 284, 70, 1.5);
  paper.text(144, 74, 'USPS GROUND ADVANTAGE', { size: 14, bold: true, align: 'center' });
  paper.rule(4, 94, 284, 94, 1.5);
  ['XINGHE DEMO STORE', 'SAMPLE 3PL WAREHOUSE', '4100 EXAMPLE PKWY', 'ONTARIO CA 91761'].forEach(
    (line, i) => {
      paper.text(12, 102 + i * 9.5, line, { size: 7.5 });
    },
  );
  paper.text(278, 102, `Ship Date: ${writeUsDate(order.shipped)}`, { size: 7.5, align: 'right' });
  paper.text(
    278,
    112,
    `Weight: ${Math.ceil(findProduct(order.productKey).weightKg * order.quantity * 35)} oz`,
    { size: 7.5, align: 'right' },
  );
  paper.text(24, 166, 'SHIP TO:', { size: 8 });
  recipientLines(order)
    .slice(0, 3)
    .forEach((line, i) => {
      paper.text(70, 164 + i * 13, line, { size: 11 });
    });
  paper.rule(4, 240, 284, 240, 3);
  paper.text(144, 246, 'USPS TRACKING #', { size: 10, bold: true, align: 'center' });
  await paper.barcode(
    'gs1-128',
    `(420)${order.postalCode}(${order.tracking.slice(0, 2)})${order.tracking.slice(2)}`,
    18,
    262,
    252,
    76,
  );
  paper.text(144, 344, spaceTracking(order), { size: 11, bold: true, align: 'center' });
  paper.rule(4, 362, 284, 362, 3);
  paper.text(12, 370, `Order ID: ${order.id}`, { size: 8.5 });
  paper.text(12, 383, `SKU: ${findProduct(order.productKey).sku}  Qty: ${order.quantity}`, { size: 8.5 });
  paper.text(12, 400, 'Electronic Rate Approved #000000000', { size: 6.5 });
}

async function drawSmallParcelLabel(paper: Paper, order: SampleOrder): Promise<void> {
  const product = findProduct(order.productKey);
  const brand =
    {
      '4PX': '4PX 递四方速递',
      YunExpress: 'YunExpress 云途物流',
      'China Post': order.marketplace === 'JP' ? 'EMS 中国邮政' : 'China Post ePacket',
    }[order.carrier as string] ?? '';
  paper.box(4, 4, 280, 424, { thickness: 1 });
  paper.text(12, 11, brand, { size: 14, bold: true });
  paper.text(278, 13, order.marketplace, { size: 20, bold: true, align: 'right' });
  paper.rule(4, 38, 284, 38, 1);
  paper.text(12, 42, 'From 寄件人: XINGHE DEMO STORE', { size: 7.5 });
  paper.text(12, 53, 'No. 1000 Yangli Avenue, Shifan District, Shenzhen 518000 CHINA', { size: 7 });
  paper.text(12, 64, 'Tel: 0755-0000 1501', { size: 7 });
  paper.rule(4, 78, 284, 78, 1);
  paper.text(12, 82, 'Ship To 收件人:', { size: 8, bold: true });
  recipientLines(order).forEach((line, i) => {
    paper.text(12, 95 + i * 13, line, { size: 11 });
  });
  paper.rule(4, 152, 284, 152, 1.5);
  await paper.barcode('code128', order.tracking, 20, 160, 248, 62);
  paper.text(144, 227, `${order.tracking}`, { size: 13, bold: true, align: 'center' });
  paper.rule(4, 248, 284, 248, 1.5);
  paper.text(12, 253, 'CUSTOMS DECLARATION  CN22', { size: 8, bold: true });
  paper.table(
    12,
    266,
    [130, 32, 50, 52],
    [
      ['Description', 'Qty', 'Weight kg', 'Value USD'],
      [
        `${product.titleEn.split(',')[0]?.slice(0, 40)}`,
        String(order.quantity),
        (product.weightKg * order.quantity).toFixed(3),
        ((product.priceCents * order.quantity) / 100).toFixed(2),
      ],
    ],
    { size: 7.5 },
  );
  paper.text(12, 322, `HS: ${product.hsCode.slice(0, 6)}   Origin: CN`, { size: 7.5 });
  paper.rule(4, 340, 284, 340, 1);
  paper.text(12, 346, `Ref No. 客户单号: ${order.id}`, { size: 9 });
  paper.text(12, 361, `${product.sku} * ${order.quantity}`, { size: 9 });
  paper.text(12, 376, `Date: ${order.shipped}   Not for return address scan`, { size: 7 });
}
