// How do the papers of one parcel look: carrier label, tracking history, proof of delivery, FBA box label?
import { rgb } from 'pdf-lib';
import { addDays, writeDayMonthYear, writeLongDate, writeUsDate } from './format-values.ts';
import { createPaper, type Paper, type Rgb } from './paper.ts';
import { countCartons } from './draw-export-papers.ts';
import { findProduct } from './sample-facts.ts';
import type { SampleFacts, SampleOrder, SampleShipment } from './sample-types.ts';

const LABEL = { widthPt: 288, heightPt: 432 } as const;
const UPS_BROWN: Rgb = [0.28, 0.15, 0.08];
const USPS_BLUE: Rgb = [0.12, 0.2, 0.45];

/** Groups a number in blocks the way the carrier prints it. */
export function spaceTracking(order: Pick<SampleOrder, 'carrier' | 'tracking'>): string {
  const t = order.tracking;
  if (order.carrier === 'UPS') return [t.slice(0, 2), t.slice(2, 5), t.slice(5, 8), t.slice(8, 10), t.slice(10, 14), t.slice(14)].join(' ');
  if (order.carrier === 'USPS') return t.replace(/(.{4})(?=.)/g, '$1 ');
  return t;
}

function recipientLines(order: SampleOrder): string[] {
  const country = { US: 'UNITED STATES', DE: 'GERMANY', JP: 'JAPAN' }[order.marketplace];
  return [order.recipient.toUpperCase(), order.street.toUpperCase(), `${order.city.toUpperCase()} ${order.state.toUpperCase()} ${order.postalCode}`, country];
}

/** A 4 x 6 inch label with scannable barcodes. */
export async function drawShippingLabel(order: SampleOrder): Promise<Uint8Array> {
  const paper = await createPaper({ ...LABEL, script: 'latin', date: order.shipped, title: `Label ${order.tracking}`, mark: 'none' });
  if (order.carrier === 'UPS') await drawUpsLabel(paper, order);
  else if (order.carrier === 'USPS') await drawUspsLabel(paper, order);
  else await drawSmallParcelLabel(paper, order);
  paper.text(284, 421, '样本 SAMPLE - NOT FOR MAILING', { size: 7, align: 'right', color: [0.78, 0.1, 0.12], bold: true });
  return await paper.save();
}

async function drawUpsLabel(paper: Paper, order: SampleOrder): Promise<void> {
  const weight = Math.ceil(findProduct(order.productKey).weightKg * order.quantity * 2.2 + 0.6);
  paper.box(4, 4, 280, 424, { thickness: 1 });
  ['SHIP FROM:', 'XINGHE DEMO STORE', 'C/O SAMPLE 3PL WAREHOUSE', '4100 EXAMPLE PKWY', 'ONTARIO CA 91761'].forEach((line, i) => paper.text(10, 10 + i * 9, line, { size: 7 }));
  paper.text(278, 10, `${weight} LBS`, { size: 11, bold: true, align: 'right' });
  paper.text(278, 26, '1 OF 1', { size: 9, align: 'right' });
  paper.text(10, 62, 'SHIP TO:', { size: 9, bold: true });
  recipientLines(order).forEach((line, i) => paper.text(56, 62 + i * 11, line, { size: i === 2 ? 10.5 : 9, bold: i === 2 }));
  paper.rule(4, 116, 284, 116, 2);
  await paper.barcode('qrcode', `${order.tracking}|${order.postalCode}|840`, 10, 122, 62, 62);
  paper.text(84, 126, `${order.state} ${order.postalCode.slice(0, 3)} 9-${order.postalCode.slice(3)}`, { size: 20, bold: true });
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
  ['XINGHE DEMO STORE', 'SAMPLE 3PL WAREHOUSE', '4100 EXAMPLE PKWY', 'ONTARIO CA 91761'].forEach((line, i) => paper.text(12, 102 + i * 9.5, line, { size: 7.5 }));
  paper.text(278, 102, `Ship Date: ${writeUsDate(order.shipped)}`, { size: 7.5, align: 'right' });
  paper.text(278, 112, `Weight: ${Math.ceil(findProduct(order.productKey).weightKg * order.quantity * 35)} oz`, { size: 7.5, align: 'right' });
  paper.text(24, 166, 'SHIP TO:', { size: 8 });
  recipientLines(order).slice(0, 3).forEach((line, i) => paper.text(70, 164 + i * 13, line, { size: 11 }));
  paper.rule(4, 240, 284, 240, 3);
  paper.text(144, 246, 'USPS TRACKING #', { size: 10, bold: true, align: 'center' });
  await paper.barcode('gs1-128', `(420)${order.postalCode}(${order.tracking.slice(0, 2)})${order.tracking.slice(2)}`, 18, 262, 252, 76);
  paper.text(144, 344, spaceTracking(order), { size: 11, bold: true, align: 'center' });
  paper.rule(4, 362, 284, 362, 3);
  paper.text(12, 370, `Order ID: ${order.id}`, { size: 8.5 });
  paper.text(12, 383, `SKU: ${findProduct(order.productKey).sku}  Qty: ${order.quantity}`, { size: 8.5 });
  paper.text(12, 400, 'Electronic Rate Approved #000000000', { size: 6.5 });
}

async function drawSmallParcelLabel(paper: Paper, order: SampleOrder): Promise<void> {
  const product = findProduct(order.productKey);
  const brand = { '4PX': '4PX 递四方速递', YunExpress: 'YunExpress 云途物流', 'China Post': order.marketplace === 'JP' ? 'EMS 中国邮政' : 'China Post ePacket' }[order.carrier as string] ?? '';
  paper.box(4, 4, 280, 424, { thickness: 1 });
  paper.text(12, 11, brand, { size: 14, bold: true });
  paper.text(278, 13, order.marketplace, { size: 20, bold: true, align: 'right' });
  paper.rule(4, 38, 284, 38, 1);
  paper.text(12, 42, 'From 寄件人: XINGHE DEMO STORE', { size: 7.5 });
  paper.text(12, 53, 'No. 1000 Yangli Avenue, Shifan District, Shenzhen 518000 CHINA', { size: 7 });
  paper.text(12, 64, 'Tel: 0755-0000 1501', { size: 7 });
  paper.rule(4, 78, 284, 78, 1);
  paper.text(12, 82, 'Ship To 收件人:', { size: 8, bold: true });
  recipientLines(order).forEach((line, i) => paper.text(12, 95 + i * 13, line, { size: 11 }));
  paper.rule(4, 152, 284, 152, 1.5);
  await paper.barcode('code128', order.tracking, 20, 160, 248, 62);
  paper.text(144, 227, `${order.tracking}`, { size: 13, bold: true, align: 'center' });
  paper.rule(4, 248, 284, 248, 1.5);
  paper.text(12, 253, 'CUSTOMS DECLARATION  CN22', { size: 8, bold: true });
  paper.table(12, 266, [130, 32, 50, 52], [
    ['Description', 'Qty', 'Weight kg', 'Value USD'],
    [`${product.titleEn.split(',')[0]?.slice(0, 40)}`, String(order.quantity), (product.weightKg * order.quantity).toFixed(3), ((product.priceCents * order.quantity) / 100).toFixed(2)],
  ], { size: 7.5 });
  paper.text(12, 322, `HS: ${product.hsCode.slice(0, 6)}   Origin: CN`, { size: 7.5 });
  paper.rule(4, 340, 284, 340, 1);
  paper.text(12, 346, `Ref No. 客户单号: ${order.id}`, { size: 9 });
  paper.text(12, 361, `${product.sku} * ${order.quantity}`, { size: 9 });
  paper.text(12, 376, `Date: ${order.shipped}   Not for return address scan`, { size: 7 });
}

interface TrackingEvent {
  readonly date: string;
  readonly time: string;
  readonly place: string;
  readonly event: string;
}

/** The scans of an order's parcel, newest first; without `delivered` the last step is missing. */
export function listTrackingEvents(order: SampleOrder, delivered = true): readonly TrackingEvent[] {
  const place = `${order.city}, ${order.state}`;
  const days = Math.round((Date.parse(order.delivered) - Date.parse(order.shipped)) / 86_400_000);
  const events: TrackingEvent[] = [
    ...(delivered ? [{ date: order.delivered, time: '2:14 P.M.', place, event: 'Delivered, Front Door/Porch' }] : []),
    { date: order.delivered, time: '8:02 A.M.', place, event: 'Out for Delivery' },
    { date: addDays(order.delivered, -1), time: '9:47 P.M.', place, event: 'Arrived at Facility' },
    { date: addDays(order.shipped, Math.max(1, Math.floor(days / 2))), time: '4:31 A.M.', place: order.carrier === 'UPS' || order.carrier === 'USPS' ? 'Bakersfield, CA' : 'Shenzhen, CN', event: 'In Transit: Departed from Facility' },
    { date: order.shipped, time: '7:20 P.M.', place: order.carrier === 'UPS' || order.carrier === 'USPS' ? 'Ontario, CA' : 'Shenzhen, CN', event: 'Origin Scan: Package received by carrier' },
    { date: order.shipped, time: '9:05 A.M.', place: 'United States', event: 'Shipper created a label, carrier has not received the package yet' },
  ];
  return order.carrier === 'UPS' || order.carrier === 'USPS' ? events : events.map((e, i) => ({ ...e, place: i === events.length - 1 ? 'Shenzhen, CN' : e.place }));
}

const CHINESE_EVENTS: Readonly<Record<string, string>> = {
  'Delivered, Front Door/Porch': '已签收 Delivered，投递成功',
  'Out for Delivery': '派送中 Out for delivery',
  'Arrived at Facility': '到达目的地处理中心 Arrived at facility',
  'In Transit: Departed from Facility': '运输中 In transit，离开始发国口岸',
  'Origin Scan: Package received by carrier': '已揽收 Accepted by carrier',
  'Shipper created a label, carrier has not received the package yet': '已下单，等待揽收 Shipment information received',
};

/** The carrier's tracking page: English for UPS and USPS, Chinese for the others. */
export async function drawTrackingSlip(order: SampleOrder, delivered = true): Promise<Uint8Array> {
  const chinese = order.carrier !== 'UPS' && order.carrier !== 'USPS';
  const printed = addDays(order.delivered, 1);
  const colour: Rgb = order.carrier === 'UPS' ? UPS_BROWN : order.carrier === 'USPS' ? USPS_BLUE : [0.85, 0.35, 0.05];
  const paper = await createPaper({ script: 'latin', date: printed, title: `Tracking ${order.tracking}`, mark: 'top-right', producer: 'Casebinder sample browser print' });
  const heading = { UPS: 'UPS Tracking', USPS: 'USPS Tracking', '4PX': '4PX 物流轨迹查询', YunExpress: '云途 YunExpress 物流轨迹', 'China Post': '中国邮政 China Post 邮件查询' }[order.carrier];
  paper.text(40, 22, `${printed}`, { size: 7 });
  paper.box(40, 36, 515, 30, { fill: colour });
  paper.text(50, 43, heading, { size: 14, bold: true, color: [1, 1, 1] });
  paper.text(40, 80, chinese ? '运单号 Tracking Number' : 'Tracking Number', { size: 9, color: [0.4, 0.4, 0.45] });
  paper.text(40, 93, order.carrier === 'USPS' ? spaceTracking(order) : order.tracking, { size: 17, bold: true });
  const status = delivered ? (chinese ? '妥投 Delivered' : 'Delivered') : chinese ? '运输中 In transit' : 'Out for Delivery';
  paper.text(40, 124, status, { size: 15, bold: true, color: delivered ? [0.1, 0.5, 0.2] : [0.75, 0.45, 0.05] });
  paper.text(40, 146, delivered ? `Delivered on ${writeLongDate(order.delivered)} in ${order.city}, ${order.state} ${order.postalCode}` : `Expected delivery ${writeLongDate(order.delivered)}`, { size: 10 });
  const details = [
    [chinese ? '客户单号 Reference' : 'Reference number', order.id],
    [chinese ? '服务 Service' : 'Service', { UPS: 'UPS Ground', USPS: 'USPS Ground Advantage', '4PX': '联邮通标准 4PX Standard', YunExpress: '云途全球专线挂号', 'China Post': order.marketplace === 'JP' ? 'EMS' : 'ePacket e邮宝' }[order.carrier]],
    [chinese ? '重量 Weight' : 'Weight', `${(findProduct(order.productKey).weightKg * order.quantity).toFixed(2)} kg`],
    [chinese ? '目的地 Destination' : 'Ship to', `${order.city}, ${order.state} ${order.postalCode}`],
  ];
  details.forEach(([label, value], i) => {
    const x = 40 + (i % 2) * 260;
    const y = 176 + Math.floor(i / 2) * 32;
    paper.text(x, y, label as string, { size: 8.5, color: [0.4, 0.4, 0.45] });
    paper.text(x, y + 12, value as string, { size: 10.5 });
  });
  paper.rule(40, 246, 555, 246);
  paper.text(40, 254, chinese ? '物流轨迹 Tracking history' : 'Tracking History', { size: 12, bold: true });
  const rows = listTrackingEvents(order, delivered).map((e) => [`${e.date} ${e.time}`, e.place, chinese ? (CHINESE_EVENTS[e.event] ?? e.event) : e.event]);
  paper.table(40, 276, [120, 125, 270], [[chinese ? '时间' : 'Date / local time', chinese ? '地点' : 'Location', chinese ? '轨迹' : 'Activity'], ...rows], { size: 9, rowHeight: 26, headFill: [0.94, 0.94, 0.95], border: [0.8, 0.8, 0.82] });
  const site = { UPS: 'www.ups.example/track?tracknum=', USPS: 'tools.usps.example/go/TrackConfirmAction?tLabels=', '4PX': 'track.4px.example/query/', YunExpress: 'www.yuntrack.example/parcelTracking?id=', 'China Post': 'yjcx.chinapost.example/query?mail=' }[order.carrier];
  paper.text(40, 818, `https://${site}${order.tracking}`, { size: 7 });
  paper.text(555, 818, '1/1', { size: 7, align: 'right' });
  return await paper.save();
}

/** A proof of delivery letter with signature. */
export async function drawProofOfDelivery(order: SampleOrder): Promise<Uint8Array> {
  const printed = addDays(order.delivered, 2);
  const paper = await createPaper({ script: 'latin', date: printed, title: `Proof of Delivery ${order.tracking}`, mark: 'top-right' });
  const chinese = order.carrier !== 'UPS' && order.carrier !== 'USPS';
  paper.text(48, 50, chinese ? '签收证明 Proof of Delivery' : 'Proof of Delivery', { size: 22, bold: true });
  paper.text(48, 84, 'Dear Customer,', { size: 10.5 });
  paper.paragraph(48, 102, 500, 'This notice serves as proof of delivery for the shipment listed below.', { size: 10.5 });
  const rows: readonly (readonly [string, string])[] = [
    [chinese ? '运单号 Tracking Number' : 'Tracking Number', order.tracking],
    [chinese ? '客户单号 Reference' : 'Reference Number(s)', order.id],
    ['Service', { UPS: 'UPS Ground', USPS: 'USPS Ground Advantage', '4PX': '4PX Standard', YunExpress: 'YunExpress Global Direct Line', 'China Post': 'EMS' }[order.carrier]],
    ['Weight', `${(findProduct(order.productKey).weightKg * order.quantity).toFixed(2)} kg`],
    ['Shipped / Billed On', writeUsDate(order.shipped)],
    [chinese ? '签收日期 Delivered On' : 'Delivered On', `${writeUsDate(order.delivered)} 2:14 P.M.`],
    [chinese ? '投递地点 Delivered To' : 'Delivered To', `${order.city.toUpperCase()}, ${order.state.toUpperCase()}, ${order.postalCode}`],
    [chinese ? '签收人 Signed by' : 'Received By', order.recipient.toUpperCase()],
    ['Left At', 'Front Door'],
  ];
  rows.forEach(([label, value], i) => {
    paper.text(48, 138 + i * 36, label, { size: 9.5, bold: true });
    paper.text(48, 152 + i * 36, value, { size: 11 });
  });
  paper.box(340, 330, 190, 80, { border: [0.7, 0.7, 0.72] });
  paper.text(346, 334, chinese ? '签名 Signature' : 'Signature', { size: 8, color: [0.4, 0.4, 0.45] });
  drawScribble(paper, 360, 385, order.id);
  const y = paper.paragraph(48, 480, 500, `Thank you for giving us this opportunity to serve you. Details are only available for shipments delivered within the last 120 days. Please print for your records if you require this information after 120 days.\n\nSincerely,\n${order.carrier === 'China Post' ? 'China Post' : order.carrier}`, { size: 10 });
  paper.text(48, y + 14, `Tracking results provided: ${writeUsDate(printed)} 11:02 A.M. EST`, { size: 9 });
  return await paper.save();
}

function drawScribble(paper: Paper, x: number, y: number, key: string): void {
  const bend = 6 + (Number(key.slice(-3)) % 9);
  paper.page.drawSvgPath(`M 0 0 C ${bend} -30 18 -34 22 -8 C 26 14 34 -${bend} 44 -14 C 52 -${bend + 6} 58 8 70 -4 C 84 -22 96 -${bend} 104 2 C 116 8 ${118 + bend} -18 146 -10`, { x, y: paper.height - y, borderColor: rgb(0.08, 0.1, 0.3), borderWidth: 1.4 });
}

/** 箱唛: one 4 x 6 inch page per carton. */
export async function drawFbaBoxLabels(facts: SampleFacts, shipment: SampleShipment, firstCarton: number, lastCarton: number): Promise<Uint8Array> {
  const paper = await createPaper({ ...LABEL, script: 'latin', date: shipment.created, title: `FBA box labels ${shipment.id}`, mark: 'none' });
  for (let carton = firstCarton; carton <= lastCarton; carton++) {
    if (carton > firstCarton) paper.addPage();
    const boxId = `${shipment.id}U${String(carton).padStart(6, '0')}`;
    paper.text(12, 14, 'FBA', { size: 30, bold: true });
    paper.text(278, 16, `Box ${carton} of ${countCartons(shipment)}`, { size: 12, bold: true, align: 'right' });
    paper.text(278, 32, 'PLEASE LEAVE THIS LABEL UNCOVERED', { size: 6.5, align: 'right' });
    paper.rule(8, 52, 280, 52, 1.5);
    paper.text(12, 58, 'SHIP FROM:', { size: 7.5, bold: true });
    paper.paragraph(12, 68, 125, `${facts.company.nameEn}\nShifan District, Shenzhen\nChina`, { size: 7.5 });
    paper.text(150, 58, 'SHIP TO:', { size: 7.5, bold: true });
    paper.paragraph(150, 68, 130, `FBA: ${facts.company.nameEn.slice(0, 34)}\n${shipment.fulfilmentCentre}\n${shipment.fcAddress}`, { size: 7.5 });
    paper.rule(8, 136, 280, 136, 1.5);
    paper.text(12, 141, shipment.name, { size: 8 });
    paper.text(278, 141, `Created: ${shipment.created}`, { size: 7.5, align: 'right' });
    await paper.barcode('code128', boxId, 20, 158, 248, 74);
    paper.text(144, 238, boxId, { size: 14, bold: true, align: 'center' });
    await paper.barcode('qrcode', `AMZN,PO:${shipment.id},${boxId}`, 104, 262, 80, 80);
    const line = shipment.lines[(carton - 1) % shipment.lines.length];
    paper.text(12, 352, 'Single SKU', { size: 10, bold: true });
    paper.text(12, 366, line ? findProduct(line.productKey).sku : '', { size: 10 });
    paper.text(278, 366, `Qty ${Math.round((line?.sent ?? 0) / Math.max(1, Math.round(shipment.cartons / shipment.lines.length)))}`, { size: 10, align: 'right' });
    paper.text(12, 384, `Reference ID: ${shipment.reference}`, { size: 8 });
    paper.text(284, 421, '样本 SAMPLE', { size: 7, align: 'right', color: [0.78, 0.1, 0.12], bold: true });
  }
  return await paper.save();
}
