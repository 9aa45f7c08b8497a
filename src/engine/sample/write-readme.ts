// What does the sample folder's own note say, in Chinese and English?
import type { SampleStory } from './sample-types.ts';

/** Shortens a number, so that a search for it finds the evidence and not this note. */
function shorten(value: string): string {
  return `…${value.slice(-4)}`;
}

/** Writes `00 说明 README.txt` from the story (UTF-8 with BOM and CRLF, as Windows editors like it). */
export function writeReadme(story: Omit<SampleStory, 'files'>, fileCount: number): Uint8Array {
  const lines = [
    '示例卖家文件夹 / Sample seller folder',
    '======================================',
    '',
    '本文件夹全部为虚构数据（样本 SAMPLE）：公司、人员、单号、金额均为编造，仅用于演示。',
    'Everything in this folder is fictitious (SAMPLE): companies, people, numbers and amounts are invented, for demonstration only.',
    '',
    `公司 Company: ${story.company.nameZh} / ${story.company.nameEn}`,
    `店铺 Store: ${story.storeName}（${story.marketplaces.join(', ')}）`,
    `生成日期 Built for: ${story.builtOn}　文件 Files: ${fileCount}`,
    '',
    '商品 Products',
    ...story.products.map((p) => `  ${shorten(p.asin)}  ${p.sku}  ${p.nameZh}  ${p.titleEn.split(',')[0]}`),
    '',
    '订单 Orders',
    ...story.orders.map(
      (o) => `  ${shorten(o.id)}  ${o.marketplace}  ${o.purchased}  ${o.carrier} ${shorten(o.tracking)}`,
    ),
    '',
    '货件 FBA shipments',
    ...story.shipments.map(
      (s) =>
        `  ${shorten(s.id)}  ${s.marketplace} ${s.fulfilmentCentre}  ${s.shipped}  ${shorten(s.billOfLading)}`,
    ),
    '',
    '案例 Cases',
    ...story.cases.flatMap((c) => [
      `  ${c.problem}（${c.marketplace}）  ${c.titleZh} / ${c.titleEn}`,
      `    通知日期 Notified: ${c.notified}　预期证据 Expected exhibits: ${c.expectedExhibits.length}`,
      `    故意缺少 Missing on purpose: ${c.expectedMissing.map((m) => (m.for ? `${m.kind} ${shorten(m.for)}` : m.kind)).join(', ')}`,
    ]),
    '',
  ];
  return Buffer.from(`\ufeff${lines.join('\r\n')}`);
}
