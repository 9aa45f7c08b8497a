// What does a chat program leave behind in the folder?
import sharp from 'sharp';
import { drawShippingLabel } from './draw-shipping-label.ts';
import { addDays, writeCompactDate } from './format-values.ts';
import type { SampleFacts, SampleFile, SampleOrder } from './sample-types.ts';

/** What a chat program leaves behind: photos without EXIF, copies under other names. */
export async function* makeChatFiles(
  facts: SampleFacts,
  earlier: readonly SampleFile[],
): AsyncGenerator<SampleFile> {
  const folder = `微信文件/${addDays(facts.builtOn, -20).slice(0, 7)}`;
  const first = earlier.find((f) => f.kind === 'fapiao_digital' && f.path.endsWith('.pdf'));
  if (first) {
    const { cases: _cases, ...copy } = first;
    yield { ...copy, path: `${folder}/dzfp_发票(1).pdf` };
  }
  const note = earlier.find((f) => f.kind === 'delivery_note' && f.path.endsWith('.jpg'));
  if (note)
    yield {
      path: `${folder}/mmexport${Date.parse(`${addDays(facts.builtOn, -20)}T03:12:44Z`)}.jpg`,
      kind: 'delivery_note',
      ids: note.ids,
      date: note.date,
      pixelsOnly: true,
      bytes: await sharp(note.bytes).resize({ width: 900 }).jpeg({ quality: 55 }).toBuffer(),
    };
  const photos = earlier.filter((f) => f.kind === 'packing_photo').slice(2, 4);
  for (const [i, photo] of photos.entries()) {
    yield {
      path: `${folder}/微信图片_${writeCompactDate(addDays(facts.builtOn, -20))}10153${i}.jpg`,
      kind: 'packing_photo',
      ids: photo.ids,
      pixelsOnly: true,
      bytes: await sharp(photo.bytes).resize({ width: 1080 }).jpeg({ quality: 62 }).toBuffer(),
    };
  }
  const label = await drawShippingLabel(facts.orders[10] as SampleOrder);
  yield {
    path: `${folder}/面单(2).pdf`,
    kind: 'shipping_label',
    ids: [`order_id:${facts.orders[10]?.id ?? ''}`, `tracking_number:${facts.orders[10]?.tracking ?? ''}`],
    date: facts.orders[10]?.shipped,
    bytes: label,
  };
  yield {
    path: `${folder}/聊天记录_货代.txt`,
    kind: 'unknown',
    ids: ['fba_shipment_id:FBA15XHDM001'],
    bytes: Buffer.from(
      `（样本 SAMPLE）\r\n样例庚 10:02\r\nFBA15XHDM001 这票柜子已经提了，UPS ${facts.shipments[0]?.tracking[0] ?? ''} 今天派送\r\n样例甲 10:05\r\n收到，送仓预约号有吗？\r\n样例庚 10:06\r\n这票走快递，没有预约号\r\n`,
    ),
  };
}
