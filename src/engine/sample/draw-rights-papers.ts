// How do the seller's standing papers look: authorisation, trademark, test report, CPC, licence, bills, statements?
import { addDays, writeChineseDate, writeLongDate, writeMoney } from './format-values.ts';
import { createPaper, type Rgb } from './paper.ts';
import { drawSeal } from './draw-seal.ts';
import type { SampleFacts, SampleProduct } from './sample-types.ts';

const GOLD: Rgb = [0.72, 0.55, 0.2];
const PALE: Rgb = [0.92, 0.94, 0.97];

export interface AuthorisationFacts {
  readonly brand: string;
  readonly owner: string;
  readonly ownerAddress: string;
  readonly trademarkNumber: string;
  readonly product: SampleProduct;
  readonly from: string;
  readonly until: string;
}

/** Letter of authorization in English, signed by the invented brand owner. */
export async function drawAuthorisationLetter(facts: SampleFacts, loa: AuthorisationFacts): Promise<Uint8Array> {
  const paper = await createPaper({ script: 'latin', date: loa.from, title: `Letter of Authorization ${loa.brand}`, mark: 'top-right' });
  paper.text(48, 46, loa.brand, { size: 24, bold: true, color: [0.12, 0.3, 0.42] });
  paper.text(48, 76, `${loa.owner}`, { size: 10, bold: true });
  paper.text(48, 90, `${loa.ownerAddress} · brand@${loa.brand.toLowerCase()}.example · +1 555 010 0100`, { size: 8 });
  paper.rule(48, 106, 548, 106, 1);
  paper.text(298, 130, 'LETTER OF AUTHORIZATION', { size: 17, bold: true, align: 'center' });
  paper.text(548, 164, `Date: ${writeLongDate(loa.from)}`, { align: 'right' });
  let y = paper.paragraph(48, 190, 500, `To whom it may concern,\n\nWe, ${loa.owner}, owner of the trademark "${loa.brand}" (US Reg. No. ${loa.trademarkNumber}), hereby authorize\n\n${facts.company.nameEn}\n${facts.company.addressEn}\nAmazon store name: ${facts.storeName}, e-mail: brand@${facts.company.website.slice(4)}\n\nto sell, advertise and distribute genuine ${loa.brand} products as an authorized reseller on the Amazon marketplaces of the United States and Germany.`, { size: 10.5 });
  y = paper.table(48, y + 12, [250, 120, 130], [['Product', 'Model', 'ASIN'], [loa.product.titleEn, loa.product.model, loa.product.asin]], { headFill: PALE });
  y = paper.paragraph(48, y + 16, 500, `This authorization is valid from ${writeLongDate(loa.from)} to ${writeLongDate(loa.until)} and is not transferable. It ends earlier if we withdraw it in writing.\n\nSincerely,`, { size: 10.5 });
  paper.text(60, y + 8, 'A. Sample', { size: 22, color: [0.1, 0.15, 0.5], rotate: 4 });
  paper.rule(48, y + 44, 230, y + 44);
  paper.paragraph(48, y + 48, 300, `Alex Sample, Brand Manager\n${loa.owner}\nalex.sample@${loa.brand.toLowerCase()}.example`, { size: 9.5 });
  return await paper.save();
}

export async function drawTrademarkCertificate(brand: string, facts: SampleFacts, registered: string): Promise<Uint8Array> {
  const paper = await createPaper({ date: registered, title: '商标注册证', mark: 'top-right' });
  paper.box(24, 24, 547, 794, { border: GOLD, thickness: 3 });
  paper.box(30, 30, 535, 782, { border: GOLD, thickness: 0.8 });
  paper.text(297, 80, '第 00000505 号', { size: 12, align: 'center' });
  paper.text(297, 116, '商 标 注 册 证', { size: 30, bold: true, align: 'center', color: [0.6, 0.1, 0.1] });
  paper.box(177, 190, 240, 110, { border: GOLD });
  paper.text(297, 232, brand, { size: 26, bold: true, align: 'center' });
  const rows = [`核定使用商品/服务项目　国际分类：21`, '杯；保温瓶；厨房用具；家用器皿；餐具（刀、叉、匙除外）（截止）', `注册人　${facts.company.nameZh}`, `注册人地址　${facts.company.addressZh}`, `注册号　00000505`, `注册日期　${writeChineseDate(registered)}　有效期至　${writeChineseDate(addDays(registered, 3652))}`];
  let y = 340;
  for (const row of rows) y = paper.paragraph(90, y, 420, row, { size: 12 }) + 12;
  paper.text(330, y + 40, '发证机关（样例知识产权局）', { size: 12 });
  drawSeal(paper, 430, y + 70, '样例知识产权局商标专用', '', 52);
  return await paper.save();
}

/** 检测报告 in Chinese and English, three pages with photos of the product. */
export async function drawTestReport(facts: SampleFacts, product: SampleProduct, date: string, standard: string, photo: Uint8Array): Promise<Uint8Array> {
  const number = `YLJC${date.replaceAll('-', '')}${product.model}`;
  const paper = await createPaper({ date, title: `检测报告 ${number}`, mark: 'top-right' });
  paper.text(297, 50, '样例检测技术服务（深圳）有限公司', { size: 15, bold: true, align: 'center' });
  paper.text(297, 72, 'Sample Testing Services (Shenzhen) Co., Ltd.  CNAS L00000 (SAMPLE)', { size: 9, align: 'center' });
  paper.text(297, 108, '检 测 报 告　TEST REPORT', { size: 20, bold: true, align: 'center' });
  paper.text(555, 144, `报告编号 Report No.：${number}`, { align: 'right' });
  paper.text(555, 160, `签发日期 Date of issue：${date}`, { align: 'right' });
  const y = paper.table(40, 186, [150, 365], [
    ['项目 Item', '内容 Description'],
    ['委托单位 Applicant', `${facts.company.nameZh}\n${facts.company.nameEn}`],
    ['地址 Address', facts.company.addressZh],
    ['样品名称 Sample name', `${product.nameZh} / ${product.titleEn.split(',')[0]}`],
    ['型号 Model', product.model],
    ['商标 Brand', product.brand],
    ['收样日期 Received', addDays(date, -9)],
    ['检测周期 Test period', `${addDays(date, -9)} ~ ${addDays(date, -1)}`],
    ['检测依据 Standard', standard],
    ['检验结论 Conclusion', '所检项目符合标准要求 PASS'],
  ], { headFill: PALE, rowHeight: 26, size: 9 });
  paper.text(40, y + 30, '编制 Tested by：样例辛　　审核 Reviewed by：样例壬　　批准 Approved by：样例癸', { size: 9.5 });
  drawSeal(paper, 450, y + 76, '样例检测技术服务（深圳）有限公司', '检验检测专用章', 48);
  paper.text(297, 812, '第 1 页 共 2 页', { size: 8, align: 'center' });
  paper.addPage();
  paper.text(40, 50, '样品照片 Photos of the tested sample and packaging', { size: 11, bold: true });
  await paper.picture(photo, 100, 76, 395, 296);
  paper.table(40, 400, [220, 110, 110, 75], [
    ['检测项目 Test item', '限值 Limit', '结果 Result', '结论'],
    ['铅 Lead (Pb)', '100 mg/kg', 'N.D.', 'PASS'],
    ['镉 Cadmium (Cd)', '75 mg/kg', 'N.D.', 'PASS'],
    ['邻苯二甲酸酯 Phthalates (8P)', '0.1 %', 'N.D.', 'PASS'],
    ['小零件 Small parts', '不得有', '无', 'PASS'],
    ['警示标识 Warning labels', '应清晰', '清晰', 'PASS'],
  ], { headFill: PALE, rowHeight: 24, size: 9, aligns: ['left', 'center', 'center', 'center'] });
  paper.text(297, 812, '第 2 页 共 2 页', { size: 8, align: 'center' });
  return await paper.save();
}

export async function drawChildrensCertificate(facts: SampleFacts, product: SampleProduct, date: string, reportNumber: string): Promise<Uint8Array> {
  const paper = await createPaper({ script: 'latin', date, title: "Children's Product Certificate", mark: 'top-right' });
  paper.text(297, 56, "CHILDREN'S PRODUCT CERTIFICATE", { size: 17, bold: true, align: 'center' });
  const parts: readonly (readonly [string, string])[] = [
    ['1. Identification of the product covered by this certificate', `${product.titleEn}\nModel ${product.model}, SKU ${product.sku}, ASIN ${product.asin}, batch 2026-A`],
    ['2. Citation to each CPSC children\'s product safety rule', '16 CFR Part 1303 Ban of lead-containing paint\n16 CFR Part 1501 Small parts\nCPSIA Section 101 Total lead content\nCPSIA Section 108 / 16 CFR Part 1307 Phthalates\nASTM F963-23 Standard consumer safety specification for toy safety'],
    ['3. Importer or domestic manufacturer certifying compliance', `${facts.company.nameEn}\n${facts.company.addressEn}\nTel ${facts.company.phone}`],
    ['4. Contact for the individual maintaining records of test results', `Alex Sample, compliance@${facts.company.website.slice(4)}, Tel ${facts.company.phone}`],
    ['5. Date and place where the product was manufactured', `${addDays(date, -30).slice(0, 7)}, Yunhe, Zhejiang, China`],
    ['6. Date and place where the product was tested', `${addDays(date, -3)}, Shenzhen, China`],
    ['7. CPSC-accepted third-party laboratory', `Sample Testing Services (Shenzhen) Co., Ltd., CPSC Lab ID 0000 (SAMPLE)\nReport No. ${reportNumber}`],
  ];
  let y = 100;
  for (const [heading, body] of parts) {
    paper.text(48, y, heading, { bold: true, size: 10.5 });
    y = paper.paragraph(48, y + 16, 500, body, { size: 10 }) + 12;
  }
  paper.text(48, y + 6, `Issued: ${writeLongDate(date)}`, { size: 10 });
  drawSeal(paper, 470, y + 20, facts.company.nameZh, '业务专用章', 40);
  return await paper.save();
}

/** 营业执照 (landscape original). */
export async function drawBusinessLicence(facts: SampleFacts): Promise<Uint8Array> {
  const { company } = facts;
  const paper = await createPaper({ widthPt: 842, heightPt: 595, date: '2021-03-15', title: '营业执照', mark: 'none' });
  paper.box(20, 20, 802, 555, { border: GOLD, thickness: 4 });
  paper.box(28, 28, 786, 539, { border: GOLD, thickness: 1 });
  drawSeal(paper, 421, 78, '样本样本样本样本', '', 32);
  paper.text(421, 118, '营 业 执 照', { size: 38, bold: true, align: 'center' });
  paper.text(60, 60, '统一社会信用代码', { size: 11 });
  paper.text(60, 78, company.uscc, { size: 14, bold: true });
  paper.text(421, 172, '（副　本）', { size: 13, align: 'center' });
  await paper.barcode('qrcode', `SAMPLE LICENCE ${company.uscc}`, 690, 52, 76, 76);
  paper.text(640, 134, '扫描二维码登录“国家企业信用信息公示系统”', { size: 7 });
  const left = [['名　　称', company.nameZh], ['类　　型', '有限责任公司（自然人独资）'], ['法定代表人', company.contact], ['经营范围', '一般经营项目：国内贸易代理；货物进出口；日用百货、照明器具、玩具的销售；互联网销售（除销售需要许可的商品）。（依法须经批准的项目，经相关部门批准后方可开展经营活动）']];
  let y = 214;
  for (const [label, value] of left) {
    paper.text(64, y, label as string, { size: 12, bold: true });
    y = paper.paragraph(150, y, 290, value as string, { size: 12 }) + 10;
  }
  const right = [['注册资本', '人民币壹佰万元整'], ['成立日期', '2021年03月15日'], ['营业期限', '长期'], ['住　　所', company.addressZh]];
  y = 214;
  for (const [label, value] of right) {
    paper.text(470, y, label as string, { size: 12, bold: true });
    y = paper.paragraph(550, y, 220, value as string, { size: 12 }) + 10;
  }
  paper.text(560, 440, '登记机关', { size: 13, bold: true });
  paper.text(560, 500, '2021年　03月　15日', { size: 13 });
  drawSeal(paper, 640, 470, '深圳市样例市场监督管理局', '', 54);
  paper.text(60, 545, '国家企业信用信息公示系统网址：http://www.gsxt.example　　市场主体应当于每年1月1日至6月30日报送公示年度报告', { size: 8 });
  paper.text(780, 545, '样本 SAMPLE', { size: 10, align: 'right', color: [0.78, 0.1, 0.12], bold: true });
  return await paper.save();
}

export async function drawUtilityBill(facts: SampleFacts, date: string): Promise<Uint8Array> {
  const { company } = facts;
  const paper = await createPaper({ date, title: '电费缴费通知单', mark: 'top-right' });
  paper.box(40, 36, 515, 44, { fill: [0.05, 0.45, 0.35] });
  paper.text(56, 48, '样例电网有限责任公司　电费缴费通知单', { size: 15, bold: true, color: [1, 1, 1] });
  const rows = [['户号', '0300000000001501'], ['户名', company.nameZh], ['用电地址', company.addressZh], ['用电类别', '一般工商业'], ['抄表周期', `${addDays(date, -34)} 至 ${addDays(date, -4)}`], ['出账日期', date], ['上期示数 / 本期示数', '18240 / 18772'], ['用电量', '532 千瓦时'], ['电价', '0.8812 元/千瓦时'], ['应缴电费', `¥${writeMoney(46_880)}`], ['缴费截止日期', addDays(date, 20)]];
  const y = paper.table(40, 100, [160, 355], [['项目', '内容'], ...rows], { rowHeight: 28, size: 10, headFill: PALE });
  paper.paragraph(40, y + 16, 515, '温馨提示：逾期缴费将按规定收取违约金。客服热线 95000（样例）。', { size: 9 });
  await paper.barcode('code128', '0300000000001501', 200, y + 48, 200, 40);
  return await paper.save();
}

export async function drawBankStatement(facts: SampleFacts, from: string, until: string): Promise<Uint8Array> {
  const { company } = facts;
  const paper = await createPaper({ date: until, title: '对账单', mark: 'top-right' });
  paper.text(40, 44, '样例银行 SAMPLE BANK', { size: 14, bold: true, color: [0.1, 0.32, 0.55] });
  paper.text(297, 76, '单位账户对账单（交易明细）', { size: 15, bold: true, align: 'center' });
  paper.text(40, 110, `户名：${company.nameZh}`);
  paper.text(40, 126, `账号：${company.bankAccount}`);
  paper.text(330, 110, `开户行：${company.bankZh}`);
  paper.text(330, 126, `对账期间：${from} 至 ${until}　币种：人民币`);
  let balance = 28_416_532;
  const rows: string[][] = [['日期', '摘要', '对方户名', '借方', '贷方', '账户余额'], [from, '期初余额', '', '', '', writeMoney(balance)]];
  for (const purchase of facts.purchases.filter((p) => p.paymentDate >= from && p.paymentDate <= until)) {
    const gross = purchase.netFen + purchase.taxFen;
    balance -= gross;
    const supplier = facts.suppliers.find((s) => s.key === purchase.supplierKey);
    rows.push([purchase.paymentDate, `货款 ${purchase.contractNumber}`, supplier?.nameZh ?? '', writeMoney(gross), '', writeMoney(balance)]);
  }
  balance += 9_652_300;
  rows.push([addDays(until, -6), '跨境电商收款结汇', '样例支付有限公司', '', writeMoney(9_652_300), writeMoney(balance)]);
  rows.push([until, '期末余额', '', '', '', writeMoney(balance)]);
  const y = paper.table(40, 152, [66, 128, 140, 62, 58, 66], rows, { size: 7.8, rowHeight: 24, headFill: PALE, aligns: ['left', 'left', 'left', 'right', 'right', 'right'] });
  drawSeal(paper, 460, y + 60, '样例银行股份有限公司', '对账专用章', 42);
  return await paper.save();
}
