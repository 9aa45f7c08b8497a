// How do the product's own papers look: declaration of conformity and manual?

import { drawSeal } from './draw-seal.ts';
import { writeLongDate } from './format-values.ts';
import { createPaper } from './paper.ts';
import type { SampleFacts, SampleProduct } from './sample-types.ts';

export async function drawDeclarationOfConformity(
  facts: SampleFacts,
  product: SampleProduct,
  date: string,
): Promise<Uint8Array> {
  const paper = await createPaper({
    script: 'latin',
    date,
    title: 'EU Declaration of Conformity',
    mark: 'top-right',
  });
  paper.text(297, 56, 'EU DECLARATION OF CONFORMITY', { size: 18, bold: true, align: 'center' });
  paper.text(297, 82, 'CE (DoC)', { size: 14, bold: true, align: 'center' });
  const parts: readonly (readonly [string, string])[] = [
    ['1. Product model', `${product.titleEn}\nModel: ${product.model}, SKU ${product.sku}`],
    ['2. Name and address of the manufacturer', `${facts.company.nameEn}\n${facts.company.addressEn}`],
    [
      '3. Authorised representative in the EU',
      'Sample EU Representative GmbH, Beispielstrasse 1, 34117 Kassel, Germany',
    ],
    ['4. This declaration of conformity is issued under the sole responsibility of the manufacturer.', ''],
    [
      '5. The object of the declaration is in conformity with the relevant Union harmonisation legislation',
      'Directive 2014/30/EU (EMC)\nDirective 2011/65/EU and (EU) 2015/863 (RoHS)\nRegulation (EU) 2023/988 (GPSR)',
    ],
    [
      '6. References to the harmonised standards used',
      'EN IEC 55015:2019+A11:2020\nEN 61547:2009\nEN 62471:2008\nEN IEC 63000:2018',
    ],
    [
      '7. Test report',
      `YLJC${date.replaceAll('-', '')}${product.model}, Sample Testing Services (Shenzhen) Co., Ltd.`,
    ],
  ];
  let y = 120;
  for (const [heading, body] of parts) {
    y = paper.paragraph(48, y, 500, heading, { bold: true, size: 10.5 });
    y = paper.paragraph(60, y, 480, body, { size: 10 }) + 8;
  }
  paper.text(48, y + 12, `Signed for and on behalf of ${facts.company.nameEn}`, { size: 10 });
  paper.text(48, y + 28, `Shenzhen, ${writeLongDate(date)}     Alex Sample, Compliance Manager`, {
    size: 10,
  });
  drawSeal(paper, 470, y + 20, facts.company.nameZh, '业务专用章', 40);
  return await paper.save();
}

export async function drawManual(
  facts: SampleFacts,
  product: SampleProduct,
  date: string,
  photo: Uint8Array,
): Promise<Uint8Array> {
  const paper = await createPaper({
    widthPt: 420,
    heightPt: 595,
    date,
    title: `User manual ${product.model}`,
    mark: 'top-right',
  });
  paper.text(210, 60, product.brand, { size: 22, bold: true, align: 'center' });
  paper.text(210, 96, 'USER MANUAL　使用说明书', { size: 15, align: 'center' });
  await paper.picture(photo, 90, 140, 240, 180);
  paper.paragraph(60, 345, 300, `${product.titleEn}\nModel 型号：${product.model}`, {
    size: 10,
    align: 'center',
  });
  paper.text(210, 540, 'Keep this manual for future reference. 请妥善保管本说明书。', {
    size: 8,
    align: 'center',
  });
  paper.addPage();
  const sections: readonly (readonly [string, string])[] = [
    [
      'WARNING 警告',
      'Keep away from water and heat. Adult supervision is required for children under 8 years. Do not look directly into the light source.\n请远离水源和热源；八岁以下儿童须在成人监护下使用；请勿直视光源。',
    ],
    [
      'How to use 使用方法',
      '1. Charge for two hours with the USB-C cable.\n2. Press the button to switch on; press again to change the colour.\n3. Hold the button to dim.\n1. 使用USB-C线充电两小时。2. 按键开机，再按切换色温。3. 长按调节亮度。',
    ],
    [
      'Technical data 技术参数',
      `Input 5 V 1 A; net weight ${product.weightKg} kg; made in China. UPC ${product.upc}`,
    ],
    [
      'Warranty 保修',
      `12 months from the date of purchase. Contact: service@${facts.company.website.slice(4)}\n自购买之日起保修十二个月。制造商：${facts.company.nameZh}`,
    ],
  ];
  let y = 50;
  for (const [heading, body] of sections) {
    paper.text(36, y, heading, { size: 12, bold: true });
    y = paper.paragraph(36, y + 20, 348, body, { size: 9.5 }) + 12;
  }
  return await paper.save();
}
