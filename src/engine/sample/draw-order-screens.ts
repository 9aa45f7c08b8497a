// How do the console's pages about one order look: details, return, refund, claim?

import { drawPairs, LINE, MARKET, SHEET, startScreen } from './draw-screen-frame.ts';
import { addDays, writeLongDate, writeMoney } from './format-values.ts';
import { renderScreenshot } from './rasterize-paper.ts';
import { findProduct } from './sample-facts.ts';
import type { SampleFacts, SampleOrder } from './sample-types.ts';

/** Order detail page with item, ship-to place and tracking. */
export async function drawOrderScreen(facts: SampleFacts, order: SampleOrder): Promise<Uint8Array> {
  const product = findProduct(order.productKey);
  const market = MARKET[order.marketplace];
  const paper = await startScreen({
    date: order.shipped,
    store: facts.storeName,
    marketplace: market[1],
    title: `Order details  Order ID: # ${order.id}`,
    address: `https://sellercentral.amazon.com/orders-v3/order/${order.id}`,
  });
  let y = drawPairs(paper, 118, [
    ['Purchase date', `${writeLongDate(order.purchased)}, 9:12 AM PDT`],
    ['Ship by', writeLongDate(addDays(order.purchased, 2))],
    [
      'Deliver by',
      `${writeLongDate(addDays(order.delivered, -1))} to ${writeLongDate(addDays(order.delivered, 3))}`,
    ],
    ['Shipping service', 'Standard'],
    ['Fulfillment', 'Fulfilled by Seller'],
    ['Sales channel', market[0]],
    ['Ship to', `${order.recipient}, ${order.city}, ${order.state} ${order.postalCode}`],
    ['Contact buyer', order.buyerAlias.slice(0, 30)],
    ['Order status', 'Shipped'],
  ]);
  paper.text(24, y, 'Order contents', { size: 13, bold: true });
  y = paper.table(
    24,
    y + 22,
    [90, 400, 80, 130, 152],
    [
      ['Status', 'Product name', 'Quantity', 'Unit price', 'Proceeds'],
      [
        'Shipped',
        `${product.titleEn}\nASIN: ${product.asin}   SKU: ${product.sku}\nCondition: New   Order Item ID: ${order.itemId}`,
        String(order.quantity),
        `${market[3]}${writeMoney(product.priceCents)}`,
        `Items total: ${market[3]}${writeMoney(product.priceCents * order.quantity)}`,
      ],
    ],
    { size: 10, border: LINE, headFill: SHEET, rowHeight: 24 },
  );
  paper.text(24, y + 14, 'Package 1', { size: 13, bold: true });
  drawPairs(paper, y + 34, [
    ['Ship date', writeLongDate(order.shipped)],
    ['Carrier', order.carrier === 'YunExpress' ? 'Yun Express' : order.carrier],
    ['Tracking ID', order.tracking],
  ]);
  return await renderScreenshot(await paper.save(), 96);
}

/** Return request, refund or A-to-z claim of one order: a headline, pairs and a message. */
export async function drawOrderEventScreen(
  facts: SampleFacts,
  order: SampleOrder,
  title: string,
  path: string,
  date: string,
  pairs: readonly (readonly [string, string])[],
  message: string,
): Promise<Uint8Array> {
  const product = findProduct(order.productKey);
  const paper = await startScreen({
    date,
    store: facts.storeName,
    marketplace: MARKET[order.marketplace][1],
    title,
    address: `https://sellercentral.amazon.com/${path}`,
    heightPt: 440,
  });
  const y = drawPairs(paper, 118, [
    ['订单编号 Order ID', order.id],
    ['ASIN', product.asin],
    ['商品 Item', product.titleEn],
    ...pairs,
  ]);
  paper.text(24, y, '买家留言 Customer comments', { size: 12, bold: true });
  paper.paragraph(24, y + 20, 840, message, { size: 11 });
  return await renderScreenshot(await paper.save(), 96);
}

/** A-to-z claim page of one order, two days before the answer is due. */
export async function drawClaimScreen(
  facts: SampleFacts,
  date: string,
  order: SampleOrder,
): Promise<Uint8Array> {
  return await drawOrderEventScreen(
    facts,
    order,
    '商城交易保障索赔 A-to-z Guarantee claim',
    `gp/guarantee-claims/${order.id}`,
    date,
    [
      ['索赔金额 Claim amount', `$${writeMoney(findProduct(order.productKey).priceCents)}`],
      ['索赔原因 Claim reason', '未收到商品 Item not received'],
      ['回复截止 Respond by', `${writeLongDate(addDays(date, 2))}`],
    ],
    'The tracking says delivered but I did not find the parcel at my door. Please refund me.',
  );
}
