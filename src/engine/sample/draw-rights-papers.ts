// How do the papers that allow a sale look: authorisation, trademark, test report, children's certificate?

import { drawSeal } from './draw-seal.ts';
import { addDays, writeChineseDate, writeLongDate } from './format-values.ts';
import { createPaper } from './paper.ts';
import { GOLD, PALE } from './paper-colours.ts';
import type { SampleFacts, SampleProduct } from './sample-types.ts';

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
export async function drawAuthorisationLetter(
  facts: SampleFacts,
  loa: AuthorisationFacts,
): Promise<Uint8Array> {
  const paper = await createPaper({
    script: 'latin',
    date: loa.from,
    title: `Letter of Authorization ${loa.brand}`,
    mark: 'top-right',
  });
  paper.text(48, 46, loa.brand, { size: 24, bold: true, color: [0.12, 0.3, 0.42] });
  paper.text(48, 76, `${loa.owner}`, { size: 10, bold: true });
  paper.text(48, 90, `${loa.ownerAddress} · brand@${loa.brand.toLowerCase()}.example · +1 555 010 0100`, {
    size: 8,
  });
  paper.rule(48, 106, 548, 106, 1);
  paper.text(298, 130, 'LETTER OF AUTHORIZATION', { size: 17, bold: true, align: 'center' });
  paper.text(548, 164, `Date: ${writeLongDate(loa.from)}`, { align: 'right' });
  let y = paper.paragraph(
    48,
    190,
    500,
    `To whom it may concern,\n\nWe, ${loa.owner}, owner of the trademark "${loa.brand}" (US Reg. No. ${loa.trademarkNumber}), hereby authorize\n\n${facts.company.nameEn}\n${facts.company.addressEn}\nAmazon store name: ${facts.storeName}, e-mail: brand@${facts.company.website.slice(4)}\n\nto sell, advertise and distribute genuine ${loa.brand} products as an authorized reseller on the Amazon marketplaces of the United States and Germany.`,
    { size: 10.5 },
  );
  y = paper.table(
    48,
    y + 12,
    [250, 120, 130],
    [
      ['Product', 'Model', 'ASIN'],
      [loa.product.titleEn, loa.product.model, loa.product.asin],
    ],
    { headFill: PALE },
  );
  y = paper.paragraph(
    48,
    y + 16,
    500,
    `This authorization is valid from ${writeLongDate(loa.from)} to ${writeLongDate(loa.until)} and is not transferable. It ends earlier if we withdraw it in writing.\n\nSincerely,`,
    { size: 10.5 },
  );
  paper.text(60, y + 8, 'A. Sample', { size: 22, color: [0.1, 0.15, 0.5], rotate: 4 });
  paper.rule(48, y + 44, 230, y + 44);
  paper.paragraph(
    48,
    y + 48,
    300,
    `Alex Sample, Brand Manager\n${loa.owner}\nalex.sample@${loa.brand.toLowerCase()}.example`,
    { size: 9.5 },
  );
  return await paper.save();
}

export async function drawTrademarkCertificate(
  brand: string,
  facts: SampleFacts,
  registered: string,
): Promise<Uint8Array> {
  const paper = await createPaper({ date: registered, title: '商标注册证', mark: 'top-right' });
  paper.box(24, 24, 547, 794, { border: GOLD, thickness: 3 });
  paper.box(30, 30, 535, 782, { border: GOLD, thickness: 0.8 });
  paper.text(297, 80, '第 00000505 号', { size: 12, align: 'center' });
  paper.text(297, 116, '商 标 注 册 证', { size: 30, bold: true, align: 'center', color: [0.6, 0.1, 0.1] });
  paper.box(177, 190, 240, 110, { border: GOLD });
  paper.text(297, 232, brand, { size: 26, bold: true, align: 'center' });
  const rows = [
    `核定使用商品/服务项目　国际分类：21`,
    '杯；保温瓶；厨房用具；家用器皿；餐具（刀、叉、匙除外）（截止）',
    `注册人　${facts.company.nameZh}`,
    `注册人地址　${facts.company.addressZh}`,
    `注册号　00000505`,
    `注册日期　${writeChineseDate(registered)}　有效期至　${writeChineseDate(addDays(registered, 3652))}`,
  ];
  let y = 340;
  for (const row of rows) y = paper.paragraph(90, y, 420, row, { size: 12 }) + 12;
  paper.text(330, y + 40, '发证机关（样例知识产权局）', { size: 12 });
  drawSeal(paper, 430, y + 70, '样例知识产权局商标专用', '', 52);
  return await paper.save();
}

/** 检测报告 in Chinese and English, three pages with photos of the product. */
export async function drawTestReport(
  facts: SampleFacts,
  product: SampleProduct,
  date: string,
  standard: string,
  photo: Uint8Array,
): Promise<Uint8Array> {
  const number = `YLJC${date.replaceAll('-', '')}${product.model}`;
  const paper = await createPaper({ date, title: `检测报告 ${number}`, mark: 'top-right' });
  paper.text(297, 50, '样例检测技术服务（深圳）有限公司', { size: 15, bold: true, align: 'center' });
  paper.text(297, 72, 'Sample Testing Services (Shenzhen) Co., Ltd.  CNAS L00000 (SAMPLE)', {
    size: 9,
    align: 'center',
  });
  paper.text(297, 108, '检 测 报 告　TEST REPORT', { size: 20, bold: true, align: 'center' });
  paper.text(555, 144, `报告编号 Report No.：${number}`, { align: 'right' });
  paper.text(555, 160, `签发日期 Date of issue：${date}`, { align: 'right' });
  const y = paper.table(
    40,
    186,
    [150, 365],
    [
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
    ],
    { headFill: PALE, rowHeight: 26, size: 9 },
  );
  paper.text(40, y + 30, '编制 Tested by：样例辛　　审核 Reviewed by：样例壬　　批准 Approved by：样例癸', {
    size: 9.5,
  });
  drawSeal(paper, 450, y + 76, '样例检测技术服务（深圳）有限公司', '检验检测专用章', 48);
  paper.text(297, 812, '第 1 页 共 2 页', { size: 8, align: 'center' });
  paper.addPage();
  paper.text(40, 50, '样品照片 Photos of the tested sample and packaging', { size: 11, bold: true });
  await paper.picture(photo, 100, 76, 395, 296);
  paper.table(
    40,
    400,
    [220, 110, 110, 75],
    [
      ['检测项目 Test item', '限值 Limit', '结果 Result', '结论'],
      ['铅 Lead (Pb)', '100 mg/kg', 'N.D.', 'PASS'],
      ['镉 Cadmium (Cd)', '75 mg/kg', 'N.D.', 'PASS'],
      ['邻苯二甲酸酯 Phthalates (8P)', '0.1 %', 'N.D.', 'PASS'],
      ['小零件 Small parts', '不得有', '无', 'PASS'],
      ['警示标识 Warning labels', '应清晰', '清晰', 'PASS'],
    ],
    { headFill: PALE, rowHeight: 24, size: 9, aligns: ['left', 'center', 'center', 'center'] },
  );
  paper.text(297, 812, '第 2 页 共 2 页', { size: 8, align: 'center' });
  return await paper.save();
}

export async function drawChildrensCertificate(
  facts: SampleFacts,
  product: SampleProduct,
  date: string,
  reportNumber: string,
): Promise<Uint8Array> {
  const paper = await createPaper({
    script: 'latin',
    date,
    title: "Children's Product Certificate",
    mark: 'top-right',
  });
  paper.text(297, 56, "CHILDREN'S PRODUCT CERTIFICATE", { size: 17, bold: true, align: 'center' });
  const parts: readonly (readonly [string, string])[] = [
    [
      '1. Identification of the product covered by this certificate',
      `${product.titleEn}\nModel ${product.model}, SKU ${product.sku}, ASIN ${product.asin}, batch 2026-A`,
    ],
    [
      "2. Citation to each CPSC children's product safety rule",
      '16 CFR Part 1303 Ban of lead-containing paint\n16 CFR Part 1501 Small parts\nCPSIA Section 101 Total lead content\nCPSIA Section 108 / 16 CFR Part 1307 Phthalates\nASTM F963-23 Standard consumer safety specification for toy safety',
    ],
    [
      '3. Importer or domestic manufacturer certifying compliance',
      `${facts.company.nameEn}\n${facts.company.addressEn}\nTel ${facts.company.phone}`,
    ],
    [
      '4. Contact for the individual maintaining records of test results',
      `Alex Sample, compliance@${facts.company.website.slice(4)}, Tel ${facts.company.phone}`,
    ],
    [
      '5. Date and place where the product was manufactured',
      `${addDays(date, -30).slice(0, 7)}, Yunhe, Zhejiang, China`,
    ],
    ['6. Date and place where the product was tested', `${addDays(date, -3)}, Shenzhen, China`],
    [
      '7. CPSC-accepted third-party laboratory',
      `Sample Testing Services (Shenzhen) Co., Ltd., CPSC Lab ID 0000 (SAMPLE)\nReport No. ${reportNumber}`,
    ],
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
