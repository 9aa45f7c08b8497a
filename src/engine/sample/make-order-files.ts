// Which files show that an order was packed, shipped and delivered (label, tracking, POD, photo, order page, video)?

import { drawOrderScreen } from './draw-order-screens.ts';
import { drawShippingLabel } from './draw-shipping-label.ts';
import { drawProofOfDelivery, drawTrackingSlip } from './draw-tracking-papers.ts';
import { writeCompactDate } from './format-values.ts';
import { renderScreenshot } from './rasterize-paper.ts';
import { drawTextStrip, renderPhoto, SAMPLE_CAMERAS } from './render-photos.ts';
import { renderPackingVideo } from './render-videos.ts';
import { CITED_ORDER_IDS, findProduct } from './sample-facts.ts';
import type { SampleFacts, SampleFile, SampleOrder } from './sample-types.ts';

const CARRIER_FOLDER = {
  UPS: 'UPS',
  USPS: 'USPS',
  '4PX': '4PX递四方',
  YunExpress: '云途',
  'China Post': '邮政',
} as const;

/** Time of day (UTC+8) at which an order's parcel was packed. */
function packedAt(order: SampleOrder): string {
  const serial = Number(order.id.slice(-3));
  return `${order.shipped} ${String(9 + (serial % 8)).padStart(2, '0')}:${String((serial * 7) % 60).padStart(2, '0')}:${String((serial * 13) % 60).padStart(2, '0')}`;
}

async function renderPackingPhoto(order: SampleOrder, label: Uint8Array, index: number): Promise<Uint8Array> {
  const weight = (findProduct(order.productKey).weightKg * order.quantity + 0.12).toFixed(3);
  const scale = await drawTextStrip([`${weight} kg`], order.shipped, {
    widthPt: 96,
    size: 22,
    ground: [0.1, 0.14, 0.1],
    ink: [0.35, 0.95, 0.45],
    bold: true,
  });
  return await renderPhoto({
    scene: {
      width: 1280,
      height: 960,
      key: order.id,
      cartons: [{ x: 250 + (index % 3) * 40, y: 150, width: 640, height: 640 }],
      products: [{ key: order.productKey, x: 960, y: 330 + (index % 2) * 60, scale: 0.68 }],
      extra:
        '<rect x="960" y="720" width="270" height="150" rx="14" fill="#2a2d33"/><rect x="980" y="740" width="230" height="84" rx="6" fill="#111"/>',
    },
    stickers: [
      { pdf: label, dpi: 88, x: 390 + (index % 3) * 40, y: 190, turn: ((index * 5) % 9) - 4 },
      { pdf: scale, dpi: 150, x: 992, y: 748 },
    ],
    takenAt: packedAt(order),
    camera: SAMPLE_CAMERAS[index % SAMPLE_CAMERAS.length] ?? SAMPLE_CAMERAS[0]!,
  });
}

/** Every file of the story's own (seller-fulfilled) orders. */
export async function* makeOrderFiles(facts: SampleFacts, signal?: AbortSignal): AsyncGenerator<SampleFile> {
  for (const [index, order] of facts.orders.entries()) {
    const ids = [`order_id:${order.id}`, `tracking_number:${order.tracking}`];
    const cases = CITED_ORDER_IDS.includes(order.id) ? ['ord-invalid-tracking'] : [];
    const folder = `03 物流底单/${CARRIER_FOLDER[order.carrier]}`;
    const has = (kind: string): boolean => order.evidence.includes(kind);
    const label = await drawShippingLabel(order);
    // Half of the labels were kept as pictures, as shipping software exports them.
    const asPicture = index % 2 === 1;
    yield {
      path: `03 物流底单/面单/${order.id}_${order.tracking}_面单.${asPicture ? 'png' : 'pdf'}`,
      kind: 'shipping_label',
      ids,
      date: order.shipped,
      cases,
      pixelsOnly: asPicture,
      bytes: asPicture ? await renderScreenshot(label, 203) : label,
    };
    if (has('tracking_slip')) {
      const slip = await drawTrackingSlip(order);
      const screenshot = order.carrier === 'YunExpress';
      yield {
        path: `${folder}/${order.tracking}_物流轨迹${order.marketplace === 'US' ? '' : `_${order.marketplace}`}.${screenshot ? 'png' : 'pdf'}`,
        kind: 'tracking_slip',
        ids,
        date: order.delivered,
        cases,
        pixelsOnly: screenshot,
        bytes: screenshot ? await renderScreenshot(slip, 110) : slip,
      };
    }
    if (has('pod'))
      yield {
        path: `${folder}/POD_${order.id}_${writeCompactDate(order.delivered)}.pdf`,
        kind: 'pod',
        ids,
        date: order.delivered,
        cases,
        bytes: await drawProofOfDelivery(order),
      };
    if (has('order_detail'))
      yield {
        path: `03 物流底单/订单详情截图/${order.id} 订单详情.png`,
        kind: 'order_detail',
        ids: [...ids, `asin:${findProduct(order.productKey).asin}`],
        date: order.purchased,
        cases,
        pixelsOnly: true,
        bytes: await drawOrderScreen(facts, order),
      };
    if (has('packing_photo'))
      yield {
        path: `04 发货视频/打包照片/${order.shipped}/打包_${order.id}.jpg`,
        kind: 'packing_photo',
        ids,
        date: order.shipped,
        cases,
        pixelsOnly: true,
        bytes: await renderPackingPhoto(order, label, index),
      };
    if (has('shipping_video')) {
      const [hour, minute, second] = packedAt(order).slice(11).split(':').map(Number) as [
        number,
        number,
        number,
      ];
      yield {
        path: `04 发货视频/${writeCompactDate(order.shipped)}_发货视频_${order.id}_${order.tracking}.webm`,
        kind: 'shipping_video',
        ids,
        date: order.shipped,
        cases,
        pixelsOnly: true,
        bytes: await renderPackingVideo({
          key: order.id,
          productKey: order.productKey,
          label: { pdf: label, dpi: 106, x: 740, y: 190 },
          captions: [`订单 Order ${order.id}`, `运单 Tracking ${order.tracking}`],
          date: order.shipped,
          startSecond: hour * 3600 + minute * 60 + second,
          title: `发货视频 ${order.id}`,
          signal,
        }),
      };
    }
  }
}
