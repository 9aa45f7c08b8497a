// Which e-mails does the sample seller keep (notifications, case threads, buyer messages, notices)?
import { addDays, writeLongDate, writeMailDate, writeMoney } from './format-values.ts';
import { CITED_ORDER_IDS, findProduct } from './sample-facts.ts';
import type { SampleFacts, SampleFile, SampleOrder } from './sample-types.ts';
import { type SampleMail, writeMail } from './write-mail.ts';

const FOOTER =
  '\n\n-- \n样本 SAMPLE: this message is fictitious and serves demonstration only. 虚构邮件，仅供演示。\n';
const SELLER = 'Xinghe Demo Store <seller@shili-xinghe.example>';
const PERFORMANCE = 'Amazon Seller Performance <seller-performance@amazon.com>';
const SUPPORT = 'Amazon Selling Partner Support <no-reply-seller-support@amazon.com>';

interface MailPlan {
  readonly name: string;
  readonly kind: string;
  readonly dayOffset: number;
  readonly time: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly ids: readonly string[];
  readonly cases?: readonly string[];
  readonly transfer?: SampleMail['transfer'];
  readonly html?: boolean;
  readonly to?: string;
}

function toHtml(text: string): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((p) => `<p>${p.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>\n')}</p>`);
  return `<html><head><style>body{font-family:Arial;font-size:14px;color:#111}</style></head><body>\n${paragraphs.join('\n')}\n</body></html>\n`;
}

/** The two notifications that start the demo cases, and an older Chinese one. */
function planNotifications(facts: SampleFacts): readonly MailPlan[] {
  const lamp = findProduct('lamp');
  const stand = findProduct('stand');
  const kitchen = findProduct('kitchen');
  return [
    {
      name: 'Your valid tracking rate - action required',
      kind: 'performance_notification',
      dayOffset: -3,
      time: '06:12:44',
      from: PERFORMANCE,
      html: true,
      subject: 'Action required: your Valid Tracking Rate is below 95%',
      cases: ['ord-invalid-tracking'],
      ids: CITED_ORDER_IDS.map((id) => `order_id:${id}`),
      text: `Hello Xinghe Demo Store,\n\nThis is a performance notification about your seller-fulfilled orders on Amazon.com. Your Valid Tracking Rate (VTR) in the category Home and Kitchen was 89.2% over the last 30 days. Our target is 95% or more.\n\nWhy did this happen?\nThe tracking information that you provided for some shipments could not be confirmed with the carrier. Examples of orders with invalid tracking:\n\n${CITED_ORDER_IDS.map((id) => `Order ID: ${id}`).join('\n')}\n\nHow do I reactivate my seller-fulfilled offers?\nSend us the following information within 7 days, that is by ${writeLongDate(addDays(facts.builtOn, 4))}:\n- the tracking history of each order above, showing a physical scan by the carrier\n- proof of delivery where the order was delivered\n- a plan of action with the root cause, the corrective action taken, and the steps to prevent this\n\nYou can submit your appeal on the Account Health page.\n\nSeller Performance Team\nAmazon.com`,
    },
    {
      name: 'Listing removed - product authenticity',
      kind: 'performance_notification',
      dayOffset: -9,
      time: '22:40:02',
      from: PERFORMANCE,
      transfer: 'base64',
      html: true,
      subject: `Policy warning: product authenticity customer complaint (${lamp.asin})`,
      cases: ['lst-inauthentic'],
      ids: [`asin:${lamp.asin}`, `asin:${stand.asin}`],
      text: `Hello Xinghe Demo Store,\n\nWe have removed your listing because of a customer complaint about the authenticity of the following items (product authenticity, inauthentic).\n\nASIN: ${lamp.asin}, ${lamp.titleEn}\nASIN: ${stand.asin}, ${stand.titleEn}\n\nWhy did this happen?\nWe received concerns that these items may be inauthentic.\n\nHow do I reactivate my listing?\nPlease send copies of invoices or receipts from your supplier issued in the last 365 days. These should match your product quantities sold in the last 365 days and show the name, address, telephone number and website of your supplier. You may also send a letter of authorization from the rights owner.\n\nSeller Performance Team\nAmazon.com`,
    },
    {
      name: '绩效通知 商品信息已移除',
      kind: 'performance_notification',
      dayOffset: -64,
      time: '03:20:10',
      from: PERFORMANCE,
      transfer: 'base64',
      subject: `绩效通知：您的商品信息已被移除（${kitchen.asin}）`,
      ids: [`asin:${kitchen.asin}`],
      text: `您好，Xinghe Demo Store：\n\n我们已移除您的以下商品信息，因为商品详情页面的内容可能违反了我们的政策。\n\nASIN：${kitchen.asin}\nSKU：${kitchen.sku}\n\n为什么会这样？\n商品标题中含有未经证实的宣称。\n\n如何恢复我的商品信息？\n请在账户状况页面修改商品信息后提交申诉，并说明根本原因、纠正措施和预防措施。\n\n亚马逊卖家绩效团队`,
    },
    {
      name: 'FW 信用卡拒付通知',
      kind: 'chargeback_notice',
      dayOffset: -6,
      time: '11:05:37',
      from: 'Amazon Chargebacks <cb-seller-query@amazon.com>',
      subject: 'Chargeback notice: please represent your case',
      ids: [`order_id:${facts.orders[6]?.id ?? ''}`],
      text: `Hello,\n\nThe cardholder disputes the charge of order ${facts.orders[6]?.id ?? ''} with the bank (credit card chargeback, service chargeback, item not received).\n\nPlease represent your case within 7 calendar days: shipping date, shipping method, tracking number, proof of delivery.\n\nAmazon Chargeback Team`,
    },
  ];
}

/** Amazon's other mails and the case threads. */
function planAmazonMails(facts: SampleFacts): readonly MailPlan[] {
  const [short] = facts.shipments;
  const shortId = short?.id ?? '';
  const bottle = findProduct('bottle');
  const claim = facts.orders[9] as SampleOrder;
  const returned = facts.orders[8] as SampleOrder;
  return [
    {
      name: `Shipment ${shortId} closed`,
      kind: 'amazon_notification',
      dayOffset: -9,
      time: '08:00:11',
      from: 'Amazon Seller Central <no-reply@amazon.com>',
      subject: `Your FBA shipment ${shortId} has been closed`,
      ids: [`fba_shipment_id:${shortId}`],
      cases: ['fba-inbound-missing'],
      text: `Hello from Amazon,\n\nYour inbound shipment ${shortId} (${short?.name ?? ''}) to ${short?.fulfilmentCentre ?? ''} was closed. We found a difference between the units that you told us and the units that we received: 480 units expected, 456 units located.\n\nYou can review the shipment in Seller Central under Inventory, Shipments. If the shipment is eligible for investigation, you can submit documents on the Contents tab.\n\nFulfillment by Amazon`,
    },
    {
      name: 'Your disbursement is on the way',
      kind: 'amazon_notification',
      dayOffset: -14,
      time: '09:30:00',
      from: 'Amazon Payments <payments-messages@amazon.com>',
      subject: 'Your Amazon disbursement is on its way',
      ids: [],
      text: 'Hello from Amazon,\n\nWe have initiated a transfer of your account balance to the bank account on file in Seller Central. It may take three to five business days to arrive.\n\nThank you for selling on Amazon.',
    },
    {
      name: '亚马逊卖家平台 节假日入库提醒',
      kind: 'amazon_notification',
      dayOffset: -31,
      time: '02:11:09',
      from: '亚马逊卖家平台 <seller-news@amazon.com>',
      subject: '亚马逊卖家平台：旺季入库时间提醒',
      transfer: 'base64',
      ids: [],
      text: '尊敬的卖家：\n\n为了让您的商品在旺季前可售，请确保货件在截止日期前到达亚马逊运营中心。您可以在卖家平台的“货件”页面查看每个货件的状态。\n\n亚马逊卖家平台',
    },
    {
      name: `[Case ID 10000000501] missing units ${shortId}`,
      kind: 'case_correspondence',
      dayOffset: -8,
      time: '14:12:20',
      from: SUPPORT,
      subject: `[CASE 10000000501] Missing units in shipment ${shortId}`,
      ids: ['case_id:10000000501', `fba_shipment_id:${shortId}`],
      cases: ['fba-inbound-missing'],
      text: `Hello from Amazon Selling Partner Support,\n\nThank you for contacting us about shipment ${shortId}. We're here to help.\n\nCase ID: 10000000501\n\nWe checked the receiving records for MSKU ${bottle.sku} (FNSKU ${bottle.fnsku}): 144 shipped, 120 received. To investigate the remaining 24 units please send a supplier invoice that shows the purchase before the shipment date, and the proof of delivery.\n\nView case: https://sellercentral.amazon.com/cu/case-dashboard/view-case?caseID=10000000501\n\nSelling Partner Support`,
    },
    {
      name: `RE [Case ID 10000000501] 补充资料`,
      kind: 'case_correspondence',
      dayOffset: -7,
      time: '10:44:51',
      from: 'Xinghe Demo Store <seller@shili-xinghe.example>',
      to: SUPPORT,
      subject: `RE: [CASE 10000000501] Missing units in shipment ${shortId}`,
      transfer: 'base64',
      ids: ['case_id:10000000501', `fba_shipment_id:${shortId}`],
      cases: ['fba-inbound-missing'],
      text: `Hello Selling Partner Support,\n\nCase ID: 10000000501\n\nWe are collecting the invoice and the proof of delivery of the cartons and will add them to this case.\n（内部备注：箱唛、装箱照片和提单已经找到，发货视频没有拍。）\n\nBest regards,\nXinghe Demo Store`,
    },
    {
      name: '问题编号 10000000688 变体合并咨询',
      kind: 'case_correspondence',
      dayOffset: -45,
      time: '05:33:03',
      from: '亚马逊卖家支持 <no-reply-seller-support@amazon.com>',
      subject: '【问题编号 10000000688】关于变体关系的咨询',
      transfer: 'base64',
      ids: ['case_id:10000000688'],
      text: '尊敬的卖家：\n\n您好！感谢您联系亚马逊卖家支持。\n\n问题编号：10000000688\n\n您咨询的变体关系问题我们已经核实，父商品下的子商品需要具有相同的变体主题。请修改后重新上传。如仍有问题，请在问题日志中回复本案件。\n\n卖家支持团队',
    },
    {
      name: `A-to-z claim ${claim.id}`,
      kind: 'atoz_record',
      dayOffset: -33,
      time: '19:20:00',
      from: 'Amazon A-to-z Guarantee <atoz-guarantee-no-reply@amazon.com>',
      subject: `A-to-z Guarantee claim received for order ${claim.id}`,
      ids: [`order_id:${claim.id}`],
      text: `Hello,\n\nThe buyer filed an A-to-z Guarantee claim for order ${claim.id}.\n\nClaim amount: $${writeMoney(findProduct(claim.productKey).priceCents)}\nClaim reason: Item not received\nRespond by: ${writeLongDate(addDays(facts.builtOn, -31))}\n\nPlease respond on the A-to-z Guarantee claims page in Seller Central.`,
    },
    {
      name: `Return request ${returned.id}`,
      kind: 'return_record',
      dayOffset: -26,
      time: '12:01:45',
      from: 'Amazon Returns <returns@amazon.com>',
      subject: `Return requested for order ${returned.id}`,
      ids: [`order_id:${returned.id}`, 'rma_id:DxhdM109RRMA'],
      text: `Dear Xinghe Demo Store,\n\nA return was requested for the order ${returned.id}.\n\nReturn request ID / Amazon RMA ID: DxhdM109RRMA\nItem: ${findProduct(returned.productKey).titleEn}\nASIN: ${findProduct(returned.productKey).asin}\nQuantity: 1\nReturn reason: Item arrived damaged\n\nPlease respond to the return request within 48 hours.`,
    },
    {
      name: `Refund initiated ${returned.id}`,
      kind: 'refund_record',
      dayOffset: -15,
      time: '15:09:31',
      from: 'Amazon Payments <payments-messages@amazon.com>',
      subject: `Refund initiated for order ${returned.id}`,
      ids: [`order_id:${returned.id}`],
      text: `Hello,\n\nThis message confirms that a refund was initiated for the order ${returned.id}.\n\nItem: ${findProduct(returned.productKey).titleEn}\nRefunded amount: $${writeMoney(findProduct(returned.productKey).priceCents)}\nReason for refund: Item damaged by the customer\n\nAmazon Services`,
    },
  ];
}

/** What buyers wrote. */
function planBuyerMessages(facts: SampleFacts): readonly MailPlan[] {
  const texts: readonly (readonly [number, number, string, string])[] = [
    [
      1,
      -21,
      'Thank you',
      'The bottles arrived yesterday, thank you. Could you send me an invoice for my records?',
    ],
    [
      4,
      -15,
      'Where is my order?',
      'I ordered a tablet stand and the tracking has not moved for days. When will it be delivered?',
    ],
    [
      8,
      -27,
      'Item arrived damaged',
      'One of the two reading lights is broken, the clip is cracked. I would like to return it.',
    ],
    [
      9,
      -35,
      'Parcel not found',
      'The tracking says delivered, but there is nothing at my door. Please help.',
    ],
    [
      12,
      -22,
      'Frage zur Lieferung',
      'Guten Tag, wann kommt meine Trinkflasche an? Die Sendung steht noch auf dem Weg. Mit freundlichen Grüßen',
    ],
  ];
  return texts.map(([index, dayOffset, subject, text]) => {
    const order = facts.orders[index] as SampleOrder;
    return {
      name: `买家消息 ${order.id}`,
      kind: 'buyer_message',
      dayOffset,
      time: '17:45:12',
      from: `${order.recipient} - Amazon Marketplace <${order.buyerAlias}>`,
      subject: `Inquiry from Amazon customer (Order: ${order.id}): ${subject}`,
      ids: [`order_id:${order.id}`, `buyer_alias:${order.buyerAlias}`],
      cases: CITED_ORDER_IDS.includes(order.id) ? ['ord-invalid-tracking'] : [],
      text: `You have received a message from a buyer.\n\nOrder ID: ${order.id}\nItem: ${findProduct(order.productKey).titleEn}\n\nMessage from buyer:\n${text}`,
    };
  });
}

/** Every mail as an .eml file. */
export async function* makeMailFiles(facts: SampleFacts, invoice: SampleFile): AsyncGenerator<SampleFile> {
  const plans = [...planNotifications(facts), ...planAmazonMails(facts), ...planBuyerMessages(facts)];
  for (const [index, plan] of plans.entries()) {
    const date = addDays(facts.builtOn, plan.dayOffset);
    const text = plan.text + FOOTER;
    const folder =
      plan.kind === 'buyer_message'
        ? '买家消息'
        : plan.kind === 'case_correspondence'
          ? '案件'
          : plan.kind === 'performance_notification'
            ? '绩效通知'
            : '其他通知';
    yield {
      path: `07 亚马逊邮件/${folder}/${date} ${plan.name}.eml`,
      kind: plan.kind,
      ids: plan.ids,
      date,
      cases: plan.cases ?? [],
      bytes: writeMail({
        from: plan.from,
        to: plan.to ?? SELLER,
        subject: plan.subject,
        date: writeMailDate(date, plan.time, '+0000'),
        messageId: `xhd-${index + 1}-${date.replaceAll('-', '')}`,
        text,
        ...(plan.html ? { html: toHtml(text) } : {}),
        ...(plan.transfer ? { transfer: plan.transfer } : {}),
      }),
    };
  }
  const sent = addDays(invoice.date ?? facts.builtOn, 1);
  yield {
    path: `07 亚马逊邮件/供应商/${sent} 供应商发来发票.eml`,
    kind: 'unknown',
    ids: [],
    date: sent,
    bytes: writeMail({
      from: '样例明辉 财务 <finance@yangli-minghui.example>',
      to: SELLER,
      subject: '发票已开，请查收',
      date: writeMailDate(sent, '09:12:00', '+0800'),
      messageId: 'xhd-supplier-1',
      transfer: 'base64',
      text: `您好：\n\n本月货款的发票已开具，见附件，请查收。如有问题请联系。\n\n样例明辉 财务部${FOOTER}`,
      attachments: [
        {
          name: invoice.path.split('/').at(-1) ?? 'invoice.pdf',
          type: 'application/pdf',
          bytes: invoice.bytes,
        },
      ],
    }),
  };
}
