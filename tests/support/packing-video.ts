// The sample seller's packing video, alone: nine seconds of VP8 in which the shipping label comes close.
import { drawShippingLabel } from '../../src/engine/sample/draw-shipping-label.ts';
import { renderPackingVideo } from '../../src/engine/sample/render-videos.ts';
import { makeSampleFacts } from '../../src/engine/sample/sample-facts.ts';

export interface PackingVideo {
  readonly bytes: Uint8Array;
  /** Printed on the label, as text and as barcode. */
  readonly tracking: string;
  readonly orderId: string;
  /** The label fills the picture from here to the end. */
  readonly labelFromSeconds: number;
  readonly durationSeconds: number;
}

/** `tellsNumbers`: whether order and tracking number are also burnt into every picture, as warehouse cameras do. */
export async function makePackingVideo(tellsNumbers: boolean): Promise<PackingVideo> {
  const order = makeSampleFacts('2026-11-22').orders.find((one) => one.carrier === 'UPS');
  if (order === undefined) throw new Error('the sample has no UPS order');
  const label = await drawShippingLabel(order);
  const bytes = await renderPackingVideo({
    key: order.id,
    productKey: order.productKey,
    label: { pdf: label, dpi: 106, x: 740, y: 190 },
    captions: tellsNumbers ? [`Order ${order.id}`, `Tracking ${order.tracking}`] : ['CAM02'],
    date: order.shipped,
    startSecond: 36_000,
    title: 'packing',
  });
  return { bytes, tracking: order.tracking, orderId: order.id, labelFromSeconds: 4.6, durationSeconds: 9 };
}
