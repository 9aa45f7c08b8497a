// How do the console's pages about the account look: health, listing, upload error, shipment?

import { BAR, drawPairs, FAINT, LINE, SHEET, startScreen } from './draw-screen-frame.ts';
import { writeDayMonthYear, writeMoney } from './format-values.ts';
import { createPaper } from './paper.ts';
import { renderScreenshot } from './rasterize-paper.ts';
import { findProduct } from './sample-facts.ts';
import type { SampleFacts, SampleShipment } from './sample-types.ts';

/** Account health page with the rating and the rates. */
export async function drawHealthScreen(
  facts: SampleFacts,
  date: string,
  validTracking: string,
): Promise<Uint8Array> {
  const paper = await startScreen({
    date,
    store: facts.storeName,
    marketplace: 'United States',
    title: '账户状况 Account Health',
    address: 'https://sellercentral.amazon.com/performance/dashboard',
  });
  let y = drawPairs(paper, 118, [
    ['账户状况评级 Account Health Rating', '228  良好 Healthy'],
    ['账户状态 Account status', '正常 Normal'],
    ['更新日期 Updated', writeDayMonthYear(date)],
  ]);
  paper.text(24, y, '客户服务绩效 Customer Service Performance', { size: 13, bold: true });
  y = paper.table(
    24,
    y + 22,
    [330, 180, 180, 162],
    [
      ['指标 Metric', '目标 Target', '卖家自配送', '亚马逊配送'],
      ['订单缺陷率 Order Defect Rate', '< 1%', '0.62%', '0.11%'],
      ['负面反馈 Negative feedback', '', '0.31%', '0.05%'],
      ['交易保障索赔 A-to-z Guarantee claims', '', '0.31%', '0%'],
    ],
    {
      size: 10,
      border: LINE,
      headFill: SHEET,
      rowHeight: 24,
      aligns: ['left', 'center', 'center', 'center'],
    },
  );
  paper.text(24, y + 14, '配送绩效 Shipping Performance', { size: 13, bold: true });
  y = paper.table(
    24,
    y + 36,
    [330, 180, 180, 162],
    [
      ['指标 Metric', '目标 Target', '比率 Rate', '期间 Period'],
      ['迟发率 Late Shipment Rate', '< 4%', '1.18%', '30 days'],
      ['取消率 Pre-fulfillment Cancel Rate', '< 2.5%', '0.40%', '7 days'],
      ['有效追踪率 Valid Tracking Rate', '> 95%', validTracking, '30 days'],
      ['准时送达率 On-Time Delivery Rate', '> 90%', '94.8%', '14 days'],
    ],
    {
      size: 10,
      border: LINE,
      headFill: SHEET,
      rowHeight: 24,
      aligns: ['left', 'center', 'center', 'center'],
    },
  );
  paper.text(
    24,
    y + 14,
    '政策合规性 Policy compliance：知识产权 0　商品真实性 1　商品状况 0　商品安全 0　上架政策 1',
    { size: 11 },
  );
  return await renderScreenshot(await paper.save(), 96);
}

/** Product page, for what the listing said on a day. */
export async function drawListingScreen(
  facts: SampleFacts,
  productKey: string,
  date: string,
  photo: Uint8Array,
): Promise<Uint8Array> {
  const product = findProduct(productKey);
  const paper = await createPaper({
    script: 'latin',
    widthPt: 900,
    heightPt: 560,
    date,
    title: product.titleEn,
    mark: 'none',
  });
  paper.box(0, 0, 900, 46, { fill: BAR });
  paper.text(24, 14, 'amazon.com (SAMPLE)', { size: 15, bold: true, color: [1, 1, 1] });
  paper.box(230, 10, 480, 26, { fill: [1, 1, 1] });
  paper.text(240, 16, `https://www.amazon.com/dp/${product.asin}`, { size: 10, color: FAINT });
  await paper.picture(photo, 30, 70, 360, 270);
  let y = paper.paragraph(420, 72, 450, product.titleEn, { size: 17 });
  paper.text(420, y + 2, `Visit the ${product.brand} Store`, { size: 11, color: [0, 0.4, 0.5] });
  paper.text(420, y + 22, `4.4 stars   312 ratings   Price: $${writeMoney(product.priceCents)}`, {
    size: 12,
  });
  y = paper.table(
    420,
    y + 48,
    [140, 300],
    [
      ['Brand', product.brand],
      ['Model', product.model],
      ['ASIN', product.asin],
      ['UPC', product.upc],
      ['Item weight', `${product.weightKg} kg`],
      ['Sold by', facts.storeName],
      ['Manufacturer', facts.company.nameEn],
    ],
    { size: 10, border: LINE, rowHeight: 22, headless: true },
  );
  paper.text(420, y + 14, 'About this item', { size: 14, bold: true });
  paper.paragraph(
    420,
    y + 36,
    440,
    '• Made for everyday use, tested to the standards of the destination market.\n• In the box: the item, a manual in English and German, a storage bag.\n• 12-month warranty by the seller.',
    { size: 11 },
  );
  paper.text(24, 540, `Captured ${date} 10:04 (UTC+8)   样本 SAMPLE`, { size: 9, color: [0.78, 0.1, 0.12] });
  return await renderScreenshot(await paper.save(), 96);
}

/** A page with an error code (feed upload). */
export async function drawErrorScreen(facts: SampleFacts, date: string): Promise<Uint8Array> {
  const product = findProduct('stand');
  const paper = await startScreen({
    date,
    store: facts.storeName,
    marketplace: 'United States',
    title: '使用上传功能添加商品 Add products via upload',
    address: 'https://sellercentral.amazon.com/product-search/bulk',
    heightPt: 420,
  });
  const y = drawPairs(paper, 118, [
    ['上传状态 Status', '已完成，有错误 Done with errors'],
    ['批处理编号 Batch ID', '100000000505'],
    ['提交日期 Submitted', writeDayMonthYear(date)],
  ]);
  paper.table(
    24,
    y,
    [130, 90, 80, 552],
    [
      ['sku', '错误代码 error code', '类型', '错误信息 error message'],
      [
        product.sku,
        '5665',
        'Error',
        `You are not authorised to list the brand ${product.brand}. 如需使用该品牌名称，请申请批准。ASIN ${product.asin}`,
      ],
      [
        product.sku,
        '8541',
        'Error',
        'The SKU data provided is different from what is already in the Amazon catalog. 报错：提供的 SKU 数据与目录不一致。',
      ],
    ],
    { size: 10, border: LINE, headFill: SHEET, rowHeight: 30 },
  );
  return await renderScreenshot(await paper.save(), 96);
}

/** Shipment page with expected and located units (contents and reconcile). */
export async function drawShipmentScreen(facts: SampleFacts, shipment: SampleShipment): Promise<Uint8Array> {
  const paper = await startScreen({
    date: shipment.closed,
    store: facts.storeName,
    marketplace: shipment.marketplace === 'US' ? 'United States' : 'Germany',
    title: `货件详情 Shipment ${shipment.id}`,
    address: `https://sellercentral.amazon.com/fba/inbound-shipment/summary/${shipment.id}/contents`,
  });
  const sent = shipment.lines.reduce((s, l) => s + l.sent, 0);
  const received = shipment.lines.reduce((s, l) => s + l.received, 0);
  const y = drawPairs(paper, 118, [
    ['货件名称 Shipment name', shipment.name],
    ['货件编号 Shipment ID', shipment.id],
    ['亚马逊参考编号 Amazon Reference ID', shipment.reference],
    ['目的地 Ship to', shipment.fulfilmentCentre],
    ['已创建 Created', shipment.created],
    ['状态 Status', '已关闭 Closed'],
    ['已发货数量 Units expected', String(sent)],
    ['已接收 Units located', String(received)],
    ['差异 Discrepancy', String(received - sent)],
  ]);
  const rows = shipment.lines.map((line) => {
    const product = findProduct(line.productKey);
    const difference = line.received - line.sent;
    return [
      product.sku,
      `${product.titleEn.slice(0, 58)}\nASIN ${product.asin}   FNSKU ${product.fnsku}`,
      String(line.sent),
      String(line.received),
      String(difference),
      difference === 0 ? '无需操作 No action' : '可以进行调查 Eligible for investigation',
    ];
  });
  paper.table(
    24,
    y,
    [110, 340, 80, 80, 70, 172],
    [['MSKU', 'Product', '已发货 Shipped', '已接收 Received', '差异', '操作 Action'], ...rows],
    {
      size: 10,
      border: LINE,
      headFill: SHEET,
      rowHeight: 30,
      aligns: ['left', 'left', 'right', 'right', 'right', 'left'],
    },
  );
  return await renderScreenshot(await paper.save(), 96);
}
