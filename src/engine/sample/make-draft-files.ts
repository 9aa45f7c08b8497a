// What has the seller begun to write: the appeal, a translation?
import { addDays, writeLongDate, writeMoney } from './format-values.ts';
import { CITED_ORDER_IDS } from './sample-facts.ts';
import type { SampleFacts, SampleFile } from './sample-types.ts';
import { writeDocx } from './write-office.ts';

/** The appeal that the seller began to write, and a translation. */
export async function* makeDraftFiles(facts: SampleFacts): AsyncGenerator<SampleFile> {
  const date = addDays(facts.builtOn, -1);
  yield {
    path: '07 亚马逊邮件/申诉草稿/POA 有效追踪率 申诉信草稿.docx',
    kind: 'poa_document',
    ids: CITED_ORDER_IDS.map((id) => `order_id:${id}`),
    date,
    cases: ['ord-invalid-tracking'],
    bytes: await writeDocx(
      [
        { style: 'title', text: 'Plan of Action: Valid Tracking Rate (DRAFT, SAMPLE 样本)' },
        { text: `Store: ${facts.storeName}, marketplace: Amazon.com. Date: ${writeLongDate(date)}` },
        { style: 'heading', text: 'Root cause 根本原因' },
        {
          text: 'Two shipments were confirmed with the carrier name "yunexpress" instead of "Yun Express"; three were confirmed before the first physical scan.',
        },
        { style: 'heading', text: 'Corrective action taken 纠正措施' },
        { style: 'item', text: '1. The carrier names were corrected with the shipping confirmation file.' },
        {
          style: 'item',
          text: '2. The tracking history and proof of delivery of each cited order were collected.',
        },
        { style: 'heading', text: 'Preventive action 预防措施' },
        { style: 'item', text: '1. Shipments are confirmed only after the first carrier scan.' },
        { style: 'item', text: '2. The Valid Tracking Rate is checked every Monday.' },
        { style: 'heading', text: 'Orders' },
        {
          table: [
            ['Order ID', 'Carrier', 'Tracking'],
            ...facts.orders
              .filter((o) => CITED_ORDER_IDS.includes(o.id))
              .map((o) => [o.id, o.carrier, o.tracking]),
          ],
        },
      ],
      'Plan of Action',
      facts.company.contact,
      date,
    ),
  };
  const purchase = facts.purchases[0];
  if (!purchase) return;
  yield {
    path: '02 合同/翻译件/翻译件_发票_LED阅读灯.docx',
    kind: 'translation',
    ids: [`fapiao_digital_no:${purchase.invoiceNumber}`],
    date,
    cases: ['lst-inauthentic'],
    bytes: await writeDocx(
      [
        { style: 'title', text: 'Translation of the Chinese electronic invoice (SAMPLE 样本)' },
        {
          text: `翻译件 Translation of: electronic invoice (VAT special invoice), 发票号码 invoice number: ${purchase.invoiceNumber}, issued on ${writeLongDate(purchase.invoiceDate)}.`,
        },
        {
          table: [
            ['Field', 'Content'],
            ['Buyer', facts.company.nameEn],
            ['Seller', facts.suppliers[0]?.nameEn ?? ''],
            ['Goods', 'LED clip-on reading light, model RL01'],
            ['Quantity', String(purchase.quantity)],
            ['Total incl. tax (CNY)', writeMoney(purchase.netFen + purchase.taxFen)],
          ],
        },
        {
          text: 'I confirm that this is a complete and accurate translation of the original. 译文与原件一致。',
        },
      ],
      'Translation',
      facts.company.contact,
      date,
    ),
  };
}
