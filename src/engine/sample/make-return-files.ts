// Which files tell of a return with damage, and of an A-to-z claim?
import { drawClaimScreen, drawOrderEventScreen } from './draw-order-screens.ts';
import { addDays, writeCompactDate, writeLongDate, writeMoney } from './format-values.ts';
import { drawLpnSticker, renderPhoto, SAMPLE_CAMERAS } from './render-photos.ts';
import { renderPackingVideo } from './render-videos.ts';
import { findProduct } from './sample-facts.ts';
import type { SampleFacts, SampleFile, SampleOrder } from './sample-types.ts';

const LPN = 'LPNXHDM000109';

/** Return of one order with photos and an unboxing video; an A-to-z claim of another. */
export async function* makeReturnFiles(facts: SampleFacts, signal?: AbortSignal): AsyncGenerator<SampleFile> {
  const returned = facts.orders[8] as SampleOrder;
  const claim = facts.orders[9] as SampleOrder;
  const folder = `09 售后/退货 ${returned.id}`;
  const requested = addDays(facts.builtOn, -26);
  const arrived = addDays(facts.builtOn, -17);
  const id = `order_id:${returned.id}`;
  yield {
    path: `${folder}/退货请求截图 RMA ${returned.id}.png`,
    kind: 'return_record',
    ids: [id, 'rma_id:DxhdM109RRMA'],
    date: requested,
    pixelsOnly: true,
    bytes: await drawOrderEventScreen(
      facts,
      returned,
      '退货请求 Return request',
      `gp/returns/${returned.id}`,
      requested,
      [
        ['RMA ID', 'DxhdM109RRMA'],
        ['退货原因 Return reason', 'Item arrived damaged'],
        ['请求日期 Request date', writeLongDate(requested)],
      ],
      'One of the two reading lights is broken, the clip is cracked.',
    ),
  };
  yield {
    path: `${folder}/退款记录 ${returned.id}.png`,
    kind: 'refund_record',
    ids: [id],
    date: addDays(facts.builtOn, -15),
    pixelsOnly: true,
    bytes: await drawOrderEventScreen(
      facts,
      returned,
      '退款记录 Refund',
      `payments/refund/${returned.id}`,
      addDays(facts.builtOn, -15),
      [
        ['退款金额 Refunded amount', `$${writeMoney(findProduct(returned.productKey).priceCents)}`],
        ['状态 Status', '已退款 Refund initiated'],
        ['退款日期 Date', writeLongDate(addDays(facts.builtOn, -15))],
      ],
      'Refund reason: Item damaged by the customer',
    ),
  };
  const sticker = await drawLpnSticker(LPN, returned.id, arrived);
  for (let i = 1; i <= 3; i++) {
    yield {
      path: `${folder}/破损照片_${returned.id}_${i}.jpg`,
      kind: 'damage_photo',
      ids: [id, `lpn:${LPN}`],
      date: arrived,
      pixelsOnly: true,
      bytes: await renderPhoto({
        scene: {
          width: 1280,
          height: 960,
          key: `damage-${i}`,
          cartons: [{ x: 220 + i * 40, y: 150 + i * 10, width: 640, height: 640, crushed: true }],
          products: i === 1 ? [] : [{ key: 'lamp', x: 890, y: 420 + i * 40, scale: 0.8 }],
        },
        stickers: [{ pdf: sticker, dpi: 120, x: 420 + i * 40, y: 230, turn: i * 4 - 9 }],
        takenAt: `${arrived} 11:2${i}:40`,
        camera: SAMPLE_CAMERAS[1]!,
      }),
    };
  }
  yield {
    path: `${folder}/${writeCompactDate(arrived)}_退货开箱视频_${LPN}_${returned.id}.webm`,
    kind: 'return_unboxing_video',
    ids: [id, `lpn:${LPN}`],
    date: arrived,
    pixelsOnly: true,
    bytes: await renderPackingVideo({
      key: 'return',
      productKey: 'lamp',
      unboxing: true,
      label: { pdf: sticker, dpi: 190, x: 720, y: 330 },
      captions: [`退货开箱 Return ${returned.id}`, LPN],
      date: arrived,
      startSecond: 40_680,
      title: `退货开箱 ${returned.id}`,
      signal,
    }),
  };
  const claimed = addDays(facts.builtOn, -33);
  yield {
    path: `09 售后/A-to-z ${claim.id}/AZ索赔截图 ${claim.id}.png`,
    kind: 'atoz_record',
    ids: [`order_id:${claim.id}`],
    date: claimed,
    pixelsOnly: true,
    bytes: await drawClaimScreen(facts, claimed, claim),
  };
}
