// How do the seller's own papers look: business licence, electricity bill, bank statement?

import { drawSeal } from './draw-seal.ts';
import { addDays, writeMoney } from './format-values.ts';
import { createPaper } from './paper.ts';
import { GOLD, PALE } from './paper-colours.ts';
import type { SampleFacts } from './sample-types.ts';

/** 营业执照 (landscape original). */
export async function drawBusinessLicence(facts: SampleFacts): Promise<Uint8Array> {
  const { company } = facts;
  const paper = await createPaper({
    widthPt: 842,
    heightPt: 595,
    date: '2021-03-15',
    title: '营业执照',
    mark: 'none',
  });
  paper.box(20, 20, 802, 555, { border: GOLD, thickness: 4 });
  paper.box(28, 28, 786, 539, { border: GOLD, thickness: 1 });
  drawSeal(paper, 421, 78, '样本样本样本样本', '', 32);
  paper.text(421, 118, '营 业 执 照', { size: 38, bold: true, align: 'center' });
  paper.text(60, 60, '统一社会信用代码', { size: 11 });
  paper.text(60, 78, company.uscc, { size: 14, bold: true });
  paper.text(421, 172, '（副　本）', { size: 13, align: 'center' });
  await paper.barcode('qrcode', `SAMPLE LICENCE ${company.uscc}`, 690, 52, 76, 76);
  paper.text(640, 134, '扫描二维码登录“国家企业信用信息公示系统”', { size: 7 });
  const left = [
    ['名　　称', company.nameZh],
    ['类　　型', '有限责任公司（自然人独资）'],
    ['法定代表人', company.contact],
    [
      '经营范围',
      '一般经营项目：国内贸易代理；货物进出口；日用百货、照明器具、玩具的销售；互联网销售（除销售需要许可的商品）。（依法须经批准的项目，经相关部门批准后方可开展经营活动）',
    ],
  ];
  let y = 214;
  for (const [label, value] of left) {
    paper.text(64, y, label as string, { size: 12, bold: true });
    y = paper.paragraph(150, y, 290, value as string, { size: 12 }) + 10;
  }
  const right = [
    ['注册资本', '人民币壹佰万元整'],
    ['成立日期', '2021年03月15日'],
    ['营业期限', '长期'],
    ['住　　所', company.addressZh],
  ];
  y = 214;
  for (const [label, value] of right) {
    paper.text(470, y, label as string, { size: 12, bold: true });
    y = paper.paragraph(550, y, 220, value as string, { size: 12 }) + 10;
  }
  paper.text(560, 440, '登记机关', { size: 13, bold: true });
  paper.text(560, 500, '2021年　03月　15日', { size: 13 });
  drawSeal(paper, 640, 470, '深圳市样例市场监督管理局', '', 54);
  paper.text(
    60,
    545,
    '国家企业信用信息公示系统网址：http://www.gsxt.example　　市场主体应当于每年1月1日至6月30日报送公示年度报告',
    { size: 8 },
  );
  paper.text(780, 545, '样本 SAMPLE', { size: 10, align: 'right', color: [0.78, 0.1, 0.12], bold: true });
  return await paper.save();
}

export async function drawUtilityBill(facts: SampleFacts, date: string): Promise<Uint8Array> {
  const { company } = facts;
  const paper = await createPaper({ date, title: '电费缴费通知单', mark: 'top-right' });
  paper.box(40, 36, 515, 44, { fill: [0.05, 0.45, 0.35] });
  paper.text(56, 48, '样例电网有限责任公司　电费缴费通知单', { size: 15, bold: true, color: [1, 1, 1] });
  const rows = [
    ['户号', '0300000000001501'],
    ['户名', company.nameZh],
    ['用电地址', company.addressZh],
    ['用电类别', '一般工商业'],
    ['抄表周期', `${addDays(date, -34)} 至 ${addDays(date, -4)}`],
    ['出账日期', date],
    ['上期示数 / 本期示数', '18240 / 18772'],
    ['用电量', '532 千瓦时'],
    ['电价', '0.8812 元/千瓦时'],
    ['应缴电费', `¥${writeMoney(46_880)}`],
    ['缴费截止日期', addDays(date, 20)],
  ];
  const y = paper.table(40, 100, [160, 355], [['项目', '内容'], ...rows], {
    rowHeight: 28,
    size: 10,
    headFill: PALE,
  });
  paper.paragraph(40, y + 16, 515, '温馨提示：逾期缴费将按规定收取违约金。客服热线 95000（样例）。', {
    size: 9,
  });
  await paper.barcode('code128', '0300000000001501', 200, y + 48, 200, 40);
  return await paper.save();
}

export async function drawBankStatement(
  facts: SampleFacts,
  from: string,
  until: string,
): Promise<Uint8Array> {
  const { company } = facts;
  const paper = await createPaper({ date: until, title: '对账单', mark: 'top-right' });
  paper.text(40, 44, '样例银行 SAMPLE BANK', { size: 14, bold: true, color: [0.1, 0.32, 0.55] });
  paper.text(297, 76, '单位账户对账单（交易明细）', { size: 15, bold: true, align: 'center' });
  paper.text(40, 110, `户名：${company.nameZh}`);
  paper.text(40, 126, `账号：${company.bankAccount}`);
  paper.text(330, 110, `开户行：${company.bankZh}`);
  paper.text(330, 126, `对账期间：${from} 至 ${until}　币种：人民币`);
  let balance = 28_416_532;
  const rows: string[][] = [
    ['日期', '摘要', '对方户名', '借方', '贷方', '账户余额'],
    [from, '期初余额', '', '', '', writeMoney(balance)],
  ];
  for (const purchase of facts.purchases.filter((p) => p.paymentDate >= from && p.paymentDate <= until)) {
    const gross = purchase.netFen + purchase.taxFen;
    balance -= gross;
    const supplier = facts.suppliers.find((s) => s.key === purchase.supplierKey);
    rows.push([
      purchase.paymentDate,
      `货款 ${purchase.contractNumber}`,
      supplier?.nameZh ?? '',
      writeMoney(gross),
      '',
      writeMoney(balance),
    ]);
  }
  balance += 9_652_300;
  rows.push([
    addDays(until, -6),
    '跨境电商收款结汇',
    '样例支付有限公司',
    '',
    writeMoney(9_652_300),
    writeMoney(balance),
  ]);
  rows.push([until, '期末余额', '', '', '', writeMoney(balance)]);
  const y = paper.table(40, 152, [66, 128, 140, 62, 58, 66], rows, {
    size: 7.8,
    rowHeight: 24,
    headFill: PALE,
    aligns: ['left', 'left', 'left', 'right', 'right', 'right'],
  });
  drawSeal(paper, 460, y + 60, '样例银行股份有限公司', '对账专用章', 42);
  return await paper.save();
}
