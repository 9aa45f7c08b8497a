// What stands in the quick files of the benchmark archive (papers, mails, reports), with the identifiers to be found?

import type { ArchiveSubject, GeneratedFile } from './archive-subject.ts';
import {
  writeChineseDate,
  writeCompactDate,
  writeLongDate,
  writeMoney,
  writeMoneyInCapitals,
  writePlainMoney,
} from './format-values.ts';
import { makeFapiaoNumber } from './make-numbers.ts';
import { writeTemplatePdf } from './pdf-template.ts';
import { SAMPLE_COMPANY, SAMPLE_SUPPLIERS } from './sample-companies.ts';
import { writeMail } from './write-mail.ts';

type Written = GeneratedFile & { readonly bytes: Uint8Array };

interface PaperText {
  readonly name: string;
  readonly ids: readonly string[];
  readonly lines: readonly string[];
}

function describePaper(kind: string, s: ArchiveSubject): PaperText {
  const supplier = s.random.pick(SAMPLE_SUPPLIERS);
  const contract = `HT-${writeCompactDate(s.date)}-${s.index}`;
  const tax = Math.round(s.amountCents * 0.13);
  switch (kind) {
    case 'fapiao_digital': {
      const number = makeFapiaoNumber(s.date, '44', 500_000 + s.index);
      return {
        name: `数电票_${number}.pdf`,
        ids: [`fapiao_digital_no:${number}`, `uscc:${supplier.uscc}`, `uscc:${SAMPLE_COMPANY.uscc}`],
        lines: [
          '电子发票（增值税专用发票）',
          `发票号码：${number}`,
          `开票日期：${writeChineseDate(s.date)}`,
          '购买方信息',
          `名称：${SAMPLE_COMPANY.nameZh}`,
          `统一社会信用代码/纳税人识别号：${SAMPLE_COMPANY.uscc}`,
          '销售方信息',
          `名称：${supplier.nameZh}`,
          `统一社会信用代码/纳税人识别号：${supplier.uscc}`,
          '项目名称 规格型号 单位 数量 单价 金额 税率/征收率 税额',
          `*照明装置*LED夹式阅读灯 RL01 个 ${s.quantity} ${writePlainMoney(s.amountCents)} 13% ${writePlainMoney(tax)}`,
          `价税合计（大写） ${writeMoneyInCapitals(s.amountCents + tax)} （小写）¥${writePlainMoney(s.amountCents + tax)}`,
          `备注：${s.asin}`,
          `开票人：${supplier.contact}`,
        ],
      };
    }
    case 'purchase_contract':
      return {
        name: `购销合同_${contract}.pdf`,
        ids: [`contract_no:${contract}`, `asin:${s.asin}`],
        lines: [
          '购销合同',
          `合同编号：${contract}`,
          `签订日期：${writeChineseDate(s.date)}`,
          `甲方（采购方）：${SAMPLE_COMPANY.nameZh}`,
          `乙方（供货方）：${supplier.nameZh}`,
          '一、产品名称、数量、金额',
          `LED夹式阅读灯 ${s.quantity} 个，合计人民币 ${writeMoney(s.amountCents)} 元，对应 ASIN ${s.asin}`,
          '二、质量标准：符合国家标准。',
          '三、违约责任：逾期交货每日千分之三。',
          '四、争议解决：甲方所在地人民法院。',
          '甲方（盖章）　　乙方（盖章）',
        ],
      };
    case 'payment_proof':
      return {
        name: `银行电子回单_${writeCompactDate(s.date)}_${s.index}.pdf`,
        ids: [`contract_no:${contract}`],
        lines: [
          '样例银行 国内支付业务付款回单（银行电子回单）',
          `交易日期：${writeChineseDate(s.date)}`,
          `付款人户名：${SAMPLE_COMPANY.nameZh}`,
          `收款人户名：${supplier.nameZh}`,
          `金额：人民币 ${writeMoney(s.amountCents)}`,
          `附言：货款 合同编号 ${contract}`,
          `交易流水号：8888${writeCompactDate(s.date)}${String(s.index).padStart(8, '0')}`,
        ],
      };
    case 'delivery_note':
      return {
        name: `送货单_SH${writeCompactDate(s.date)}${s.index}.pdf`,
        ids: [`contract_no:${contract}`],
        lines: [
          supplier.nameZh,
          '送货单',
          `收货单位：${SAMPLE_COMPANY.nameZh}`,
          `送货日期：${writeChineseDate(s.date)}`,
          `合同编号：${contract}`,
          `品名 LED夹式阅读灯 数量 ${s.quantity} 件数 ${Math.ceil(s.quantity / 40)}箱`,
          '送货人：样例乙　签收人：样例甲',
        ],
      };
    case 'tracking_slip':
      return {
        name: `${s.tracking}_tracking.pdf`,
        ids: [`tracking_number:${s.tracking}`, `order_id:${s.orderId}`],
        lines: [
          `${s.carrier} Tracking`,
          `Tracking Number: ${s.tracking}`,
          `Reference number: ${s.orderId}`,
          'Status: In Transit',
          'Tracking History',
          `${s.date} 8:02 A.M. Austin, TX Out for Delivery`,
          `${s.date} 4:31 A.M. Austin, TX Arrived at Facility`,
          `${s.date} Ontario, CA Origin Scan: Package received by carrier`,
        ],
      };
    case 'pod':
      return {
        name: `POD_${s.orderId}.pdf`,
        ids: [`tracking_number:${s.tracking}`, `order_id:${s.orderId}`],
        lines: [
          'Proof of Delivery',
          'Dear Customer, this notice serves as proof of delivery for the shipment listed below.',
          `Tracking Number: ${s.tracking}`,
          `Reference Number(s): ${s.orderId}`,
          `Delivered On: ${writeLongDate(s.date)}`,
          'Delivered To: AUSTIN, TX, 78701',
          'Received By: SAMPLE BUYER',
          'Left At: Front Door',
        ],
      };
    case 'commercial_invoice':
      return {
        name: `Commercial Invoice CI-${s.index}.pdf`,
        ids: [`invoice_no:CI-${s.index}`, `asin:${s.asin}`],
        lines: [
          'COMMERCIAL INVOICE',
          `Invoice No.: CI-${s.index}`,
          `Invoice date: ${s.date}`,
          `Shipper: ${SAMPLE_COMPANY.nameEn}`,
          'Consignee: Xinghe Demo Store c/o FBA ONT8',
          'Country of origin: China',
          'Terms: DDP',
          `Description of goods: reading light, ASIN ${s.asin}, HS code 9405210090, quantity ${s.quantity}`,
          `Total amount: USD ${writeMoney(s.amountCents)}`,
        ],
      };
    default:
      return {
        name: `Packing List PL-${s.index}.pdf`,
        ids: [`asin:${s.asin}`],
        lines: [
          'PACKING LIST',
          `Packing list No.: PL-${s.index}`,
          `Date: ${s.date}`,
          `Ref. invoice: CI-${s.index}`,
          `C/No. 1-${Math.ceil(s.quantity / 40)}  Description: reading light, ASIN ${s.asin}`,
          `QTY ${s.quantity} pcs  CTNS ${Math.ceil(s.quantity / 40)}  N.W. ${(s.quantity * 0.18).toFixed(2)} kg  G.W. ${(s.quantity * 0.2).toFixed(2)} kg  CBM 0.324`,
        ],
      };
  }
}

/** A one-page PDF of a kind. */
export function writeArchivePaper(kind: string, subject: ArchiveSubject): Written {
  const paper = describePaper(kind, subject);
  const lines = [...paper.lines, 'SAMPLE, fictitious data for benchmarks'].map((text, i) => ({
    x: 50,
    y: 780 - i * 24,
    size: i === 0 ? 16 : 10,
    text,
  }));
  return { path: paper.name, kind, ids: paper.ids, bytes: writeTemplatePdf(lines, paper.name, subject.date) };
}

/** A buyer message or a performance notification. */
export function writeArchiveMail(subject: ArchiveSubject, mailDate: string): Written {
  const { index, orderId, random, asin } = subject;
  const buyer = random.next() < 0.7;
  const alias = `xhbench${String(index).padStart(8, '0')}@marketplace.amazon.com`;
  const text = buyer
    ? `You have received a message from a buyer.\n\nOrder ID: ${orderId}\n\nMessage from buyer:\n${random.pick(['When will my parcel arrive?', 'The item is broken, what can I do?', 'Please send me an invoice.'])}\n\nSAMPLE`
    : `Hello,\n\nThis is a performance notification. We have removed your listing.\n\nASIN: ${asin}\n\nWhy did this happen?\nWe received complaints.\n\nHow do I reactivate my listing?\nPlease send invoices.\n\nSeller Performance Team\nSAMPLE`;
  return {
    path: buyer ? `买家消息 ${orderId}.eml` : `绩效通知 ${asin} ${index}.eml`,
    kind: buyer ? 'buyer_message' : 'performance_notification',
    ids: buyer ? [`order_id:${orderId}`, `buyer_alias:${alias}`] : [`asin:${asin}`],
    bytes: writeMail({
      from: buyer ? `Sample Buyer <${alias}>` : 'Amazon Seller Performance <seller-performance@amazon.com>',
      to: 'Xinghe Demo Store <seller@shili-xinghe.example>',
      subject: buyer ? `Inquiry from Amazon customer (Order: ${orderId})` : `Policy warning ${asin}`,
      date: mailDate,
      messageId: `bench-${index}`,
      text,
      transfer: index % 3 === 0 ? 'base64' : 'quoted-printable',
    }),
  };
}

/** A small shipping confirmation file or a chat log. */
export function writeArchiveText(subject: ArchiveSubject): Written {
  const { index, orderId, tracking, carrier, date, quantity } = subject;
  const ids = [`order_id:${orderId}`, `tracking_number:${tracking}`];
  if (index % 2 === 0) {
    const header =
      'order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\ttracking-number\tship-method';
    return {
      path: `确认发货_${index}.txt`,
      kind: 'amazon_report',
      ids,
      bytes: Buffer.from(
        `${header}\r\n${orderId}\t1300000${String(index).padStart(7, '0')}\t${quantity}\t${date}\t${carrier}\t${carrier}\t${tracking}\tStandard\r\n`,
      ),
    };
  }
  return {
    path: `VTR_${index}.csv`,
    kind: 'amazon_report',
    ids,
    bytes: Buffer.from(
      `\ufeff"Order ID","Order Date","Ship Confirmation Date","Carrier Name","Tracking ID","No Valid Tracking"\r\n"${orderId}","${date}","${date}","${carrier}","${tracking}","X"\r\n`,
    ),
  };
}
