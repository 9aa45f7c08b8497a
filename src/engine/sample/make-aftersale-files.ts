// Which files tell what happened after the sale, and which reports, drafts and chats does the seller keep?
import { addDays, writeCompactDate, writeLongDate, writeMoney } from './format-values.ts';
import { drawShippingLabel } from './draw-parcel-papers.ts';
import { drawClaimScreen, drawOrderEventScreen } from './draw-screens.ts';
import { drawLpnSticker, renderPhoto, SAMPLE_CAMERAS } from './render-photos.ts';
import { renderPackingVideo } from './render-videos.ts';
import { CITED_ORDER_IDS, findProduct } from './sample-facts.ts';
import type { SampleFacts, SampleFile, SampleOrder } from './sample-types.ts';
import { writeDocx } from './write-office.ts';
import { writeAllOrders, writeConfirmations, writeFulfilledShipments, writeLedger, writeReimbursements, writeReturns, writeSettlement, writeTrackingRate } from './write-reports.ts';

const LPN = 'LPNXHDM000109';

/** Return of one order with photos and an unboxing video; an A-to-z claim of another. */
export async function* makeReturnFiles(facts: SampleFacts, signal?: AbortSignal): AsyncGenerator<SampleFile> {
  const returned = facts.orders[8] as SampleOrder;
  const claim = facts.orders[9] as SampleOrder;
  const folder = `09 售后/退货 ${returned.id}`;
  const requested = addDays(facts.builtOn, -26);
  const arrived = addDays(facts.builtOn, -17);
  const id = `order_id:${returned.id}`;
  yield { path: `${folder}/退货请求截图 RMA ${returned.id}.png`, kind: 'return_record', ids: [id, 'rma_id:DxhdM109RRMA'], date: requested, pixelsOnly: true, bytes: await drawOrderEventScreen(facts, returned, '退货请求 Return request', `gp/returns/${returned.id}`, requested, [['RMA ID', 'DxhdM109RRMA'], ['退货原因 Return reason', 'Item arrived damaged'], ['请求日期 Request date', writeLongDate(requested)]], 'One of the two reading lights is broken, the clip is cracked.') };
  yield { path: `${folder}/退款记录 ${returned.id}.png`, kind: 'refund_record', ids: [id], date: addDays(facts.builtOn, -15), pixelsOnly: true, bytes: await drawOrderEventScreen(facts, returned, '退款记录 Refund', `payments/refund/${returned.id}`, addDays(facts.builtOn, -15), [['退款金额 Refunded amount', `$${writeMoney(findProduct(returned.productKey).priceCents)}`], ['状态 Status', '已退款 Refund initiated'], ['退款日期 Date', writeLongDate(addDays(facts.builtOn, -15))]], 'Refund reason: Item damaged by the customer') };
  const sticker = await drawLpnSticker(LPN, returned.id, arrived);
  for (let i = 1; i <= 3; i++) {
    yield { path: `${folder}/破损照片_${returned.id}_${i}.jpg`, kind: 'damage_photo', ids: [id, `lpn:${LPN}`], date: arrived, pixelsOnly: true, bytes: await renderPhoto({ scene: { width: 1280, height: 960, key: `damage-${i}`, cartons: [{ x: 220 + i * 40, y: 150 + i * 10, width: 640, height: 640, crushed: true }], products: i === 1 ? [] : [{ key: 'lamp', x: 890, y: 420 + i * 40, scale: 0.8 }] }, stickers: [{ pdf: sticker, dpi: 120, x: 420 + i * 40, y: 230, turn: i * 4 - 9 }], takenAt: `${arrived} 11:2${i}:40`, camera: SAMPLE_CAMERAS[1]! }) };
  }
  yield { path: `${folder}/${writeCompactDate(arrived)}_退货开箱视频_${LPN}_${returned.id}.webm`, kind: 'return_unboxing_video', ids: [id, `lpn:${LPN}`], date: arrived, pixelsOnly: true, bytes: await renderPackingVideo({ key: 'return', productKey: 'lamp', crushed: true, label: { pdf: sticker, dpi: 200, x: 760, y: 340 }, captions: [`退货开箱 Return ${returned.id}`, LPN], date: arrived, startSecond: 40_680, title: `退货开箱 ${returned.id}`, signal }) };
  const claimed = addDays(facts.builtOn, -33);
  yield { path: `09 售后/A-to-z ${claim.id}/AZ索赔截图 ${claim.id}.png`, kind: 'atoz_record', ids: [`order_id:${claim.id}`], date: claimed, pixelsOnly: true, bytes: await drawClaimScreen(facts, claimed, claim) };
}

/** Reports with the exact headers and the encodings that they have in real folders. */
export async function* makeReportFiles(facts: SampleFacts): AsyncGenerator<SampleFile> {
  const date = addDays(facts.builtOn, -2);
  const stamp = writeCompactDate(date);
  const orderIds = (marketplace: string): string[] => facts.orders.filter((o) => o.marketplace === marketplace).map((o) => `order_id:${o.id}`);
  const us = orderIds('US');
  yield { path: `08 报表/所有订单_US_${stamp}.txt`, kind: 'amazon_report', ids: us, date, bytes: writeAllOrders(facts, 'US') };
  yield { path: `08 报表/所有订单_DE_${stamp}.txt`, kind: 'amazon_report', ids: orderIds('DE'), date, bytes: writeAllOrders(facts, 'DE') };
  yield { path: `08 报表/注文レポート_JP_${stamp}.txt`, kind: 'amazon_report', ids: orderIds('JP'), date, bytes: writeAllOrders(facts, 'JP') };
  yield { path: `08 报表/Amazon Fulfilled Shipments ${stamp}.txt`, kind: 'amazon_report', ids: [], date, bytes: writeFulfilledShipments(facts) };
  yield { path: `08 报表/FBA买家退货_${stamp}（Excel另存）.csv`, kind: 'amazon_report', ids: [], date, bytes: writeReturns(facts) };
  yield { path: `08 报表/FBA Reimbursements ${stamp}.txt`, kind: 'amazon_report', ids: [], date, bytes: writeReimbursements(facts) };
  yield { path: `08 报表/库存分类账_明细_${stamp}.csv`, kind: 'amazon_report', ids: ['fba_shipment_id:FBA15XHDM001'], date, cases: ['fba-inbound-missing'], bytes: writeLedger(facts) };
  yield { path: `08 报表/结算报告V2_10000000701.txt`, kind: 'settlement_report', ids: [], date, bytes: writeSettlement(facts) };
  yield { path: `08 报表/有效追踪率VTR_${stamp}.csv`, kind: 'amazon_report', ids: us, date, cases: ['ord-invalid-tracking'], bytes: writeTrackingRate(facts, CITED_ORDER_IDS) };
  yield { path: `08 报表/批量确认发货_${stamp}.txt`, kind: 'amazon_report', ids: us, date, bytes: writeConfirmations(facts) };
}

/** The appeal that the seller began to write, and a translation. */
export async function* makeDraftFiles(facts: SampleFacts): AsyncGenerator<SampleFile> {
  const date = addDays(facts.builtOn, -1);
  yield {
    path: '07 亚马逊邮件/申诉草稿/POA 有效追踪率 申诉信草稿.docx',
    kind: 'poa_document',
    ids: CITED_ORDER_IDS.map((id) => `order_id:${id}`),
    date,
    cases: ['ord-invalid-tracking'],
    bytes: await writeDocx([
      { style: 'title', text: 'Plan of Action: Valid Tracking Rate (DRAFT, SAMPLE 样本)' },
      { text: `Store: ${facts.storeName}, marketplace: Amazon.com. Date: ${writeLongDate(date)}` },
      { style: 'heading', text: 'Root cause 根本原因' },
      { text: 'Two shipments were confirmed with the carrier name "yunexpress" instead of "Yun Express"; three were confirmed before the first physical scan.' },
      { style: 'heading', text: 'Corrective action taken 纠正措施' },
      { style: 'item', text: '1. The carrier names were corrected with the shipping confirmation file.' },
      { style: 'item', text: '2. The tracking history and proof of delivery of each cited order were collected.' },
      { style: 'heading', text: 'Preventive action 预防措施' },
      { style: 'item', text: '1. Shipments are confirmed only after the first carrier scan.' },
      { style: 'item', text: '2. The Valid Tracking Rate is checked every Monday.' },
      { style: 'heading', text: 'Orders' },
      { table: [['Order ID', 'Carrier', 'Tracking'], ...facts.orders.filter((o) => CITED_ORDER_IDS.includes(o.id)).map((o) => [o.id, o.carrier, o.tracking])] },
    ], 'Plan of Action', facts.company.contact, date),
  };
  const purchase = facts.purchases[0];
  if (!purchase) return;
  yield {
    path: '02 合同/翻译件/翻译件_发票_LED阅读灯.docx',
    kind: 'translation',
    ids: [`fapiao_digital_no:${purchase.invoiceNumber}`],
    date,
    cases: ['lst-inauthentic'],
    bytes: await writeDocx([
      { style: 'title', text: 'Translation of the Chinese electronic invoice (SAMPLE 样本)' },
      { text: `翻译件 Translation of: electronic invoice (VAT special invoice) No. ${purchase.invoiceNumber}, issued on ${writeLongDate(purchase.invoiceDate)}.` },
      { table: [['Field', 'Content'], ['Buyer', facts.company.nameEn], ['Seller', facts.suppliers[0]?.nameEn ?? ''], ['Goods', 'LED clip-on reading light, model RL01'], ['Quantity', String(purchase.quantity)], ['Total incl. tax (CNY)', writeMoney(purchase.netFen + purchase.taxFen)]] },
      { text: 'I confirm that this is a complete and accurate translation of the original. 译文与原件一致。' },
    ], 'Translation', facts.company.contact, date),
  };
}

/** What a chat program leaves behind: photos without EXIF, copies under other names. */
export async function* makeChatFiles(facts: SampleFacts, earlier: readonly SampleFile[]): AsyncGenerator<SampleFile> {
  const folder = `微信文件/${addDays(facts.builtOn, -20).slice(0, 7)}`;
  const { default: sharp } = await import('sharp');
  const first = earlier.find((f) => f.kind === 'fapiao_digital' && f.path.endsWith('.pdf'));
  if (first) {
    const { cases: _cases, ...copy } = first;
    yield { ...copy, path: `${folder}/dzfp_发票(1).pdf` };
  }
  const note = earlier.find((f) => f.kind === 'delivery_note' && f.path.endsWith('.jpg'));
  if (note) yield { path: `${folder}/mmexport${Date.parse(`${addDays(facts.builtOn, -20)}T03:12:44Z`)}.jpg`, kind: 'delivery_note', ids: note.ids, date: note.date, pixelsOnly: true, bytes: await sharp(note.bytes).resize({ width: 900 }).jpeg({ quality: 55 }).toBuffer() };
  const photos = earlier.filter((f) => f.kind === 'packing_photo').slice(2, 4);
  for (const [i, photo] of photos.entries()) {
    yield { path: `${folder}/微信图片_${writeCompactDate(addDays(facts.builtOn, -20))}10153${i}.jpg`, kind: 'packing_photo', ids: photo.ids, pixelsOnly: true, bytes: await sharp(photo.bytes).resize({ width: 1080 }).jpeg({ quality: 62 }).toBuffer() };
  }
  const label = await drawShippingLabel(facts.orders[10] as SampleOrder);
  yield { path: `${folder}/面单(2).pdf`, kind: 'shipping_label', ids: [`order_id:${facts.orders[10]?.id ?? ''}`, `tracking_number:${facts.orders[10]?.tracking ?? ''}`], date: facts.orders[10]?.shipped, bytes: label };
  yield { path: `${folder}/聊天记录_货代.txt`, kind: 'unknown', ids: ['fba_shipment_id:FBA15XHDM001'], bytes: Buffer.from(`（样本 SAMPLE）\r\n样例庚 10:02\r\nFBA15XHDM001 这票柜子已经提了，UPS ${facts.shipments[0]?.tracking[0] ?? ''} 今天派送\r\n样例甲 10:05\r\n收到，送仓预约号有吗？\r\n样例庚 10:06\r\n这票走快递，没有预约号\r\n`) };
}
