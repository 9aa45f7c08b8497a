// How do pages of the seller's web console look when they are kept as a screenshot?
import { rgb } from 'pdf-lib';
import { addDays, writeDayMonthYear, writeLongDate, writeMoney } from './format-values.ts';
import { createPaper, type Paper, type Rgb } from './paper.ts';
import { renderScreenshot } from './rasterize-paper.ts';
import { findProduct } from './sample-facts.ts';
import type { SampleFacts, SampleOrder, SampleShipment } from './sample-types.ts';

const BAR: Rgb = [0.1, 0.2, 0.27];
const LINE: Rgb = [0.84, 0.86, 0.88];
const FAINT: Rgb = [0.4, 0.43, 0.47];
const SHEET: Rgb = [0.965, 0.97, 0.975];

interface ScreenOptions {
  readonly date: string;
  readonly store: string;
  readonly marketplace: string;
  readonly title: string;
  readonly address: string;
  readonly heightPt?: number;
}

async function startScreen(options: ScreenOptions): Promise<Paper> {
  const paper = await createPaper({ script: 'latin', widthPt: 900, heightPt: options.heightPt ?? 560, date: options.date, title: options.title, mark: 'none' });
  paper.box(0, 0, 900, 30, { fill: [0.9, 0.91, 0.92] });
  paper.box(90, 6, 640, 18, { fill: [1, 1, 1] });
  paper.text(98, 9, options.address, { size: 9, color: FAINT });
  for (const [i, colour] of ([[0.93, 0.38, 0.35], [0.95, 0.75, 0.3], [0.4, 0.78, 0.36]] as Rgb[]).entries()) {
    paper.page.drawCircle({ x: 20 + i * 16, y: paper.height - 15, size: 5, color: rgb(...colour) });
  }
  paper.box(0, 30, 900, 40, { fill: BAR });
  paper.text(20, 42, 'seller central', { size: 15, bold: true, color: [1, 1, 1] });
  paper.text(150, 44, `${options.store} | ${options.marketplace}`, { size: 10, color: [0.85, 0.9, 0.92] });
  paper.text(880, 44, '样本 SAMPLE', { size: 10, align: 'right', bold: true, color: [1, 0.55, 0.5] });
  paper.text(24, 86, options.title, { size: 19 });
  return paper;
}

function drawPairs(paper: Paper, y: number, pairs: readonly (readonly [string, string])[], columns = 3): number {
  const width = 852 / columns;
  const rows = Math.ceil(pairs.length / columns);
  paper.box(24, y, 852, rows * 44 + 12, { fill: SHEET, border: LINE });
  pairs.forEach(([label, value], i) => {
    const x = 38 + (i % columns) * width;
    const top = y + 10 + Math.floor(i / columns) * 44;
    paper.text(x, top, label, { size: 9, color: FAINT });
    paper.wrap(value, width - 20, { size: 11 }).slice(0, 2).forEach((line, k) => paper.text(x, top + 12 + k * 13, line, { size: 11 }));
  });
  return y + rows * 44 + 26;
}

const MARKET = { US: ['amazon.com', 'United States', 'USD', '$'], DE: ['amazon.de', 'Germany', 'EUR', '€'], JP: ['amazon.co.jp', 'Japan', 'JPY', '¥'] } as const;

/** Order detail page with item, ship-to place and tracking. */
export async function drawOrderScreen(facts: SampleFacts, order: SampleOrder): Promise<Uint8Array> {
  const product = findProduct(order.productKey);
  const market = MARKET[order.marketplace];
  const paper = await startScreen({ date: order.shipped, store: facts.storeName, marketplace: market[1], title: `Order details  Order ID: # ${order.id}`, address: `https://sellercentral.amazon.com/orders-v3/order/${order.id}` });
  let y = drawPairs(paper, 118, [
    ['Purchase date', `${writeLongDate(order.purchased)}, 9:12 AM PDT`],
    ['Ship by', writeLongDate(addDays(order.purchased, 2))],
    ['Deliver by', `${writeLongDate(addDays(order.delivered, -1))} to ${writeLongDate(addDays(order.delivered, 3))}`],
    ['Shipping service', 'Standard'],
    ['Fulfillment', 'Fulfilled by Seller'],
    ['Sales channel', market[0]],
    ['Ship to', `${order.recipient}, ${order.city}, ${order.state} ${order.postalCode}`],
    ['Contact buyer', order.buyerAlias.slice(0, 30)],
    ['Order status', 'Shipped'],
  ]);
  paper.text(24, y, 'Order contents', { size: 13, bold: true });
  y = paper.table(24, y + 22, [90, 400, 80, 130, 152], [
    ['Status', 'Product name', 'Quantity', 'Unit price', 'Proceeds'],
    ['Shipped', `${product.titleEn}\nASIN: ${product.asin}   SKU: ${product.sku}\nCondition: New   Order Item ID: ${order.itemId}`, String(order.quantity), `${market[3]}${writeMoney(product.priceCents)}`, `Items total: ${market[3]}${writeMoney(product.priceCents * order.quantity)}`],
  ], { size: 10, border: LINE, headFill: SHEET, rowHeight: 24 });
  paper.text(24, y + 14, 'Package 1', { size: 13, bold: true });
  drawPairs(paper, y + 34, [
    ['Ship date', writeLongDate(order.shipped)],
    ['Carrier', order.carrier === 'YunExpress' ? 'Yun Express' : order.carrier],
    ['Tracking ID', order.tracking],
  ]);
  return await renderScreenshot(await paper.save(), 96);
}

/** Account health page with the rating and the rates. */
export async function drawHealthScreen(facts: SampleFacts, date: string, validTracking: string): Promise<Uint8Array> {
  const paper = await startScreen({ date, store: facts.storeName, marketplace: 'United States', title: '账户状况 Account Health', address: 'https://sellercentral.amazon.com/performance/dashboard' });
  let y = drawPairs(paper, 118, [['账户状况评级 Account Health Rating', '228  良好 Healthy'], ['账户状态 Account status', '正常 Normal'], ['更新日期 Updated', writeDayMonthYear(date)]]);
  paper.text(24, y, '客户服务绩效 Customer Service Performance', { size: 13, bold: true });
  y = paper.table(24, y + 22, [330, 180, 180, 162], [['指标 Metric', '目标 Target', '卖家自配送', '亚马逊配送'], ['订单缺陷率 Order Defect Rate', '< 1%', '0.62%', '0.11%'], ['负面反馈 Negative feedback', '', '0.31%', '0.05%'], ['交易保障索赔 A-to-z Guarantee claims', '', '0.31%', '0%']], { size: 10, border: LINE, headFill: SHEET, rowHeight: 24, aligns: ['left', 'center', 'center', 'center'] });
  paper.text(24, y + 14, '配送绩效 Shipping Performance', { size: 13, bold: true });
  y = paper.table(24, y + 36, [330, 180, 180, 162], [['指标 Metric', '目标 Target', '比率 Rate', '期间 Period'], ['迟发率 Late Shipment Rate', '< 4%', '1.18%', '30 days'], ['取消率 Pre-fulfillment Cancel Rate', '< 2.5%', '0.40%', '7 days'], ['有效追踪率 Valid Tracking Rate', '> 95%', validTracking, '30 days'], ['准时送达率 On-Time Delivery Rate', '> 90%', '94.8%', '14 days']], { size: 10, border: LINE, headFill: SHEET, rowHeight: 24, aligns: ['left', 'center', 'center', 'center'] });
  paper.text(24, y + 14, '政策合规性 Policy compliance：知识产权 0　商品真实性 1　商品状况 0　商品安全 0　上架政策 1', { size: 11 });
  return await renderScreenshot(await paper.save(), 96);
}

/** Product page, for what the listing said on a day. */
export async function drawListingScreen(facts: SampleFacts, productKey: string, date: string, photo: Uint8Array): Promise<Uint8Array> {
  const product = findProduct(productKey);
  const paper = await createPaper({ script: 'latin', widthPt: 900, heightPt: 560, date, title: product.titleEn, mark: 'none' });
  paper.box(0, 0, 900, 46, { fill: BAR });
  paper.text(24, 14, 'amazon.com (SAMPLE)', { size: 15, bold: true, color: [1, 1, 1] });
  paper.box(230, 10, 480, 26, { fill: [1, 1, 1] });
  paper.text(240, 16, `https://www.amazon.com/dp/${product.asin}`, { size: 10, color: FAINT });
  await paper.picture(photo, 30, 70, 360, 270);
  let y = paper.paragraph(420, 72, 450, product.titleEn, { size: 17 });
  paper.text(420, y + 2, `Visit the ${product.brand} Store`, { size: 11, color: [0, 0.4, 0.5] });
  paper.text(420, y + 22, `4.4 stars   312 ratings   Price: $${writeMoney(product.priceCents)}`, { size: 12 });
  y = paper.table(420, y + 48, [140, 300], [['Brand', product.brand], ['Model', product.model], ['ASIN', product.asin], ['UPC', product.upc], ['Item weight', `${product.weightKg} kg`], ['Sold by', facts.storeName], ['Manufacturer', facts.company.nameEn]], { size: 10, border: LINE, rowHeight: 22, headless: true });
  paper.text(420, y + 14, 'About this item', { size: 14, bold: true });
  paper.paragraph(420, y + 36, 440, '• Made for everyday use, tested to the standards of the destination market.\n• In the box: the item, a manual in English and German, a storage bag.\n• 12-month warranty by the seller.', { size: 11 });
  paper.text(24, 540, `Captured ${date} 10:04 (UTC+8)   样本 SAMPLE`, { size: 9, color: [0.78, 0.1, 0.12] });
  return await renderScreenshot(await paper.save(), 96);
}

/** A page with an error code (feed upload). */
export async function drawErrorScreen(facts: SampleFacts, date: string): Promise<Uint8Array> {
  const product = findProduct('stand');
  const paper = await startScreen({ date, store: facts.storeName, marketplace: 'United States', title: '使用上传功能添加商品 Add products via upload', address: 'https://sellercentral.amazon.com/product-search/bulk', heightPt: 420 });
  const y = drawPairs(paper, 118, [['上传状态 Status', '已完成，有错误 Done with errors'], ['批处理编号 Batch ID', '100000000505'], ['提交日期 Submitted', writeDayMonthYear(date)]]);
  paper.table(24, y, [130, 90, 80, 552], [['sku', '错误代码 error code', '类型', '错误信息 error message'], [product.sku, '5665', 'Error', `You are not authorised to list the brand ${product.brand}. 如需使用该品牌名称，请申请批准。ASIN ${product.asin}`], [product.sku, '8541', 'Error', 'The SKU data provided is different from what is already in the Amazon catalog. 报错：提供的 SKU 数据与目录不一致。']], { size: 10, border: LINE, headFill: SHEET, rowHeight: 30 });
  return await renderScreenshot(await paper.save(), 96);
}

/** Shipment page with expected and located units (contents and reconcile). */
export async function drawShipmentScreen(facts: SampleFacts, shipment: SampleShipment): Promise<Uint8Array> {
  const paper = await startScreen({ date: shipment.closed, store: facts.storeName, marketplace: shipment.marketplace === 'US' ? 'United States' : 'Germany', title: `货件详情 Shipment ${shipment.id}`, address: `https://sellercentral.amazon.com/fba/inbound-shipment/summary/${shipment.id}/contents` });
  const sent = shipment.lines.reduce((s, l) => s + l.sent, 0);
  const received = shipment.lines.reduce((s, l) => s + l.received, 0);
  const y = drawPairs(paper, 118, [['货件名称 Shipment name', shipment.name], ['货件编号 Shipment ID', shipment.id], ['亚马逊参考编号 Amazon Reference ID', shipment.reference], ['目的地 Ship to', shipment.fulfilmentCentre], ['已创建 Created', shipment.created], ['状态 Status', '已关闭 Closed'], ['已发货数量 Units expected', String(sent)], ['已接收 Units located', String(received)], ['差异 Discrepancy', String(received - sent)]]);
  const rows = shipment.lines.map((line) => {
    const product = findProduct(line.productKey);
    const difference = line.received - line.sent;
    return [product.sku, `${product.titleEn.slice(0, 58)}\nASIN ${product.asin}   FNSKU ${product.fnsku}`, String(line.sent), String(line.received), String(difference), difference === 0 ? '无需操作 No action' : '可以进行调查 Eligible for investigation'];
  });
  paper.table(24, y, [110, 340, 80, 80, 70, 172], [['MSKU', 'Product', '已发货 Shipped', '已接收 Received', '差异', '操作 Action'], ...rows], { size: 10, border: LINE, headFill: SHEET, rowHeight: 30, aligns: ['left', 'left', 'right', 'right', 'right', 'left'] });
  return await renderScreenshot(await paper.save(), 96);
}

/** Return request, refund or A-to-z claim of one order: a headline, pairs and a message. */
export async function drawOrderEventScreen(facts: SampleFacts, order: SampleOrder, title: string, path: string, date: string, pairs: readonly (readonly [string, string])[], message: string): Promise<Uint8Array> {
  const product = findProduct(order.productKey);
  const paper = await startScreen({ date, store: facts.storeName, marketplace: MARKET[order.marketplace][1], title, address: `https://sellercentral.amazon.com/${path}`, heightPt: 440 });
  const y = drawPairs(paper, 118, [['订单编号 Order ID', order.id], ['ASIN', product.asin], ['商品 Item', product.titleEn], ...pairs]);
  paper.text(24, y, '买家留言 Customer comments', { size: 12, bold: true });
  paper.paragraph(24, y + 20, 840, message, { size: 11 });
  return await renderScreenshot(await paper.save(), 96);
}

/** A-to-z claim page of one order, two days before the answer is due. */
export async function drawClaimScreen(facts: SampleFacts, date: string, order: SampleOrder): Promise<Uint8Array> {
  return await drawOrderEventScreen(facts, order, '商城交易保障索赔 A-to-z Guarantee claim', `gp/guarantee-claims/${order.id}`, date, [['索赔金额 Claim amount', `$${writeMoney(findProduct(order.productKey).priceCents)}`], ['索赔原因 Claim reason', '未收到商品 Item not received'], ['回复截止 Respond by', `${writeLongDate(addDays(date, 2))}`]], 'The tracking says delivered but I did not find the parcel at my door. Please refund me.');
}
