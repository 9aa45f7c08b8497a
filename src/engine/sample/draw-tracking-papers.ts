// How do a parcel's tracking history and its proof of delivery look?
import { rgb } from 'pdf-lib';
import { spaceTracking } from './draw-shipping-label.ts';
import { addDays, writeLongDate, writeUsDate } from './format-values.ts';
import { createPaper, type Paper, type Rgb } from './paper.ts';
import { findProduct } from './sample-facts.ts';
import type { SampleOrder } from './sample-types.ts';

const UPS_BROWN: Rgb = [0.28, 0.15, 0.08];

const USPS_BLUE: Rgb = [0.12, 0.2, 0.45];

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
    ...(delivered
      ? [{ date: order.delivered, time: '2:14 P.M.', place, event: 'Delivered, Front Door/Porch' }]
      : []),
    { date: order.delivered, time: '8:02 A.M.', place, event: 'Out for Delivery' },
    { date: addDays(order.delivered, -1), time: '9:47 P.M.', place, event: 'Arrived at Facility' },
    {
      date: addDays(order.shipped, Math.max(1, Math.floor(days / 2))),
      time: '4:31 A.M.',
      place: order.carrier === 'UPS' || order.carrier === 'USPS' ? 'Bakersfield, CA' : 'Shenzhen, CN',
      event: 'In Transit: Departed from Facility',
    },
    {
      date: order.shipped,
      time: '7:20 P.M.',
      place: order.carrier === 'UPS' || order.carrier === 'USPS' ? 'Ontario, CA' : 'Shenzhen, CN',
      event: 'Origin Scan: Package received by carrier',
    },
    {
      date: order.shipped,
      time: '9:05 A.M.',
      place: 'United States',
      event: 'Shipper created a label, carrier has not received the package yet',
    },
  ];
  return order.carrier === 'UPS' || order.carrier === 'USPS'
    ? events
    : events.map((e, i) => ({ ...e, place: i === events.length - 1 ? 'Shenzhen, CN' : e.place }));
}

const CHINESE_EVENTS: Readonly<Record<string, string>> = {
  'Delivered, Front Door/Porch': '已签收 Delivered，投递成功',
  'Out for Delivery': '派送中 Out for delivery',
  'Arrived at Facility': '到达目的地处理中心 Arrived at facility',
  'In Transit: Departed from Facility': '运输中 In transit，离开始发国口岸',
  'Origin Scan: Package received by carrier': '已揽收 Accepted by carrier',
  'Shipper created a label, carrier has not received the package yet':
    '已下单，等待揽收 Shipment information received',
};

/** The carrier's tracking page: English for UPS and USPS, Chinese for the others. */
export async function drawTrackingSlip(order: SampleOrder, delivered = true): Promise<Uint8Array> {
  const chinese = order.carrier !== 'UPS' && order.carrier !== 'USPS';
  const printed = addDays(order.delivered, 1);
  const colour: Rgb =
    order.carrier === 'UPS' ? UPS_BROWN : order.carrier === 'USPS' ? USPS_BLUE : [0.85, 0.35, 0.05];
  const paper = await createPaper({
    script: 'latin',
    date: printed,
    title: `Tracking ${order.tracking}`,
    mark: 'top-right',
    producer: 'Casebinder sample browser print',
  });
  const heading = {
    UPS: 'UPS Tracking',
    USPS: 'USPS Tracking',
    '4PX': '4PX 物流轨迹查询',
    YunExpress: '云途 YunExpress 物流轨迹',
    'China Post': '中国邮政 China Post 邮件查询',
  }[order.carrier];
  paper.text(40, 22, `${printed}`, { size: 7 });
  paper.box(40, 36, 515, 30, { fill: colour });
  paper.text(50, 43, heading, { size: 14, bold: true, color: [1, 1, 1] });
  paper.text(40, 80, chinese ? '运单号 Tracking Number' : 'Tracking Number', {
    size: 9,
    color: [0.4, 0.4, 0.45],
  });
  paper.text(40, 93, order.carrier === 'USPS' ? spaceTracking(order) : order.tracking, {
    size: 17,
    bold: true,
  });
  const status = delivered
    ? chinese
      ? '妥投 Delivered'
      : 'Delivered'
    : chinese
      ? '运输中 In transit'
      : 'Out for Delivery';
  paper.text(40, 124, status, {
    size: 15,
    bold: true,
    color: delivered ? [0.1, 0.5, 0.2] : [0.75, 0.45, 0.05],
  });
  paper.text(
    40,
    146,
    delivered
      ? `Delivered on ${writeLongDate(order.delivered)} in ${order.city}, ${order.state} ${order.postalCode}`
      : `Expected delivery ${writeLongDate(order.delivered)}`,
    { size: 10 },
  );
  const details = [
    [chinese ? '客户单号 Reference' : 'Reference number', order.id],
    [
      chinese ? '服务 Service' : 'Service',
      {
        UPS: 'UPS Ground',
        USPS: 'USPS Ground Advantage',
        '4PX': '联邮通标准 4PX Standard',
        YunExpress: '云途全球专线挂号',
        'China Post': order.marketplace === 'JP' ? 'EMS' : 'ePacket e邮宝',
      }[order.carrier],
    ],
    [
      chinese ? '重量 Weight' : 'Weight',
      `${(findProduct(order.productKey).weightKg * order.quantity).toFixed(2)} kg`,
    ],
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
  const rows = listTrackingEvents(order, delivered).map((e) => [
    `${e.date} ${e.time}`,
    e.place,
    chinese ? (CHINESE_EVENTS[e.event] ?? e.event) : e.event,
  ]);
  paper.table(
    40,
    276,
    [120, 125, 270],
    [
      [chinese ? '时间' : 'Date / local time', chinese ? '地点' : 'Location', chinese ? '轨迹' : 'Activity'],
      ...rows,
    ],
    { size: 9, rowHeight: 26, headFill: [0.94, 0.94, 0.95], border: [0.8, 0.8, 0.82] },
  );
  const site = {
    UPS: 'www.ups.example/track?tracknum=',
    USPS: 'tools.usps.example/go/TrackConfirmAction?tLabels=',
    '4PX': 'track.4px.example/query/',
    YunExpress: 'www.yuntrack.example/parcelTracking?id=',
    'China Post': 'yjcx.chinapost.example/query?mail=',
  }[order.carrier];
  paper.text(40, 818, `https://${site}${order.tracking}`, { size: 7 });
  paper.text(555, 818, '1/1', { size: 7, align: 'right' });
  return await paper.save();
}

/** A proof of delivery letter with signature. */
export async function drawProofOfDelivery(order: SampleOrder): Promise<Uint8Array> {
  const printed = addDays(order.delivered, 2);
  const paper = await createPaper({
    script: 'latin',
    date: printed,
    title: `Proof of Delivery ${order.tracking}`,
    mark: 'top-right',
  });
  const chinese = order.carrier !== 'UPS' && order.carrier !== 'USPS';
  paper.text(48, 50, chinese ? '签收证明 Proof of Delivery' : 'Proof of Delivery', { size: 22, bold: true });
  paper.text(48, 84, 'Dear Customer,', { size: 10.5 });
  paper.paragraph(48, 102, 500, 'This notice serves as proof of delivery for the shipment listed below.', {
    size: 10.5,
  });
  const rows: readonly (readonly [string, string])[] = [
    [chinese ? '运单号 Tracking Number' : 'Tracking Number', order.tracking],
    [chinese ? '客户单号 Reference' : 'Reference Number(s)', order.id],
    [
      'Service',
      {
        UPS: 'UPS Ground',
        USPS: 'USPS Ground Advantage',
        '4PX': '4PX Standard',
        YunExpress: 'YunExpress Global Direct Line',
        'China Post': 'EMS',
      }[order.carrier],
    ],
    ['Weight', `${(findProduct(order.productKey).weightKg * order.quantity).toFixed(2)} kg`],
    ['Shipped / Billed On', writeUsDate(order.shipped)],
    [chinese ? '签收日期 Delivered On' : 'Delivered On', `${writeUsDate(order.delivered)} 2:14 P.M.`],
    [
      chinese ? '投递地点 Delivered To' : 'Delivered To',
      `${order.city.toUpperCase()}, ${order.state.toUpperCase()}, ${order.postalCode}`,
    ],
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
  const y = paper.paragraph(
    48,
    480,
    500,
    `Thank you for giving us this opportunity to serve you. Details are only available for shipments delivered within the last 120 days. Please print for your records if you require this information after 120 days.\n\nSincerely,\n${order.carrier === 'China Post' ? 'China Post' : order.carrier}`,
    { size: 10 },
  );
  paper.text(48, y + 14, `Tracking results provided: ${writeUsDate(printed)} 11:02 A.M. EST`, { size: 9 });
  return await paper.save();
}

function drawScribble(paper: Paper, x: number, y: number, key: string): void {
  const bend = 6 + (Number(key.slice(-3)) % 9);
  paper.page.drawSvgPath(
    `M 0 0 C ${bend} -30 18 -34 22 -8 C 26 14 34 -${bend} 44 -14 C 52 -${bend + 6} 58 8 70 -4 C 84 -22 96 -${bend} 104 2 C 116 8 ${118 + bend} -18 146 -10`,
    { x, y: paper.height - y, borderColor: rgb(0.08, 0.1, 0.3), borderWidth: 1.4 },
  );
}
