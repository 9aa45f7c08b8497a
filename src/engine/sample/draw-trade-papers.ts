// How do the Chinese papers between a seller and its supplier look: contract, order, receipt from the bank, delivery note, quotation?

import { drawSeal } from './draw-seal.ts';
import { writeChineseDate, writeCompactDate, writeMoney, writeMoneyInCapitals } from './format-values.ts';
import { createPaper, type Rgb } from './paper.ts';
import type { SampleParty, SampleProduct, SamplePurchase } from './sample-types.ts';

export interface TradeFacts {
  readonly purchase: SamplePurchase;
  readonly product: SampleProduct;
  readonly seller: SampleParty;
  readonly buyer: SampleParty;
}

const GREY: Rgb = [0.92, 0.93, 0.95];
const BANK: Rgb = [0.1, 0.32, 0.55];

function goodsRows({ purchase, product }: TradeFacts): string[][] {
  const unitGross = Math.round(product.unitPriceFen * 1.13);
  const gross = purchase.netFen + purchase.taxFen;
  return [
    ['序号', '产品名称', '规格型号', '单位', '数量', '含税单价(元)', '金额(元)'],
    [
      '1',
      product.nameZh,
      product.specZh,
      '个',
      String(purchase.quantity),
      writeMoney(unitGross),
      writeMoney(gross),
    ],
    ['', '合计', '', '', String(purchase.quantity), '', writeMoney(gross)],
  ];
}

const GOODS_WIDTHS = [32, 140, 110, 36, 50, 70, 77];
const GOODS_ALIGNS = ['center', 'left', 'left', 'center', 'right', 'right', 'right'] as const;

/** 购销合同, sealed by both sides on its second page. */
export async function drawContract(facts: TradeFacts): Promise<Uint8Array> {
  const { purchase, seller, buyer } = facts;
  const paper = await createPaper({
    date: purchase.contractDate,
    title: `购销合同 ${purchase.contractNumber}`,
    mark: 'top-right',
  });
  paper.text(297, 48, '购 销 合 同', { size: 20, bold: true, align: 'center' });
  paper.text(540, 84, `合同编号：${purchase.contractNumber}`, { align: 'right' });
  paper.text(540, 100, `签订日期：${writeChineseDate(purchase.contractDate)}`, { align: 'right' });
  paper.text(540, 116, '签订地点：深圳市示范区', { align: 'right' });
  paper.text(40, 84, `甲方（采购方）：${buyer.nameZh}`);
  paper.text(40, 100, `乙方（供货方）：${seller.nameZh}`);
  let y = paper.paragraph(
    40,
    142,
    515,
    '　　根据《中华人民共和国民法典》及有关法律规定，甲乙双方本着平等自愿、诚实信用的原则，经协商一致，就甲方向乙方采购下列产品事宜订立本合同，以资共同遵守。',
  );
  paper.text(40, y + 6, '一、产品名称、规格、数量、金额', { bold: true });
  y = paper.table(40, y + 26, GOODS_WIDTHS, goodsRows(facts), {
    aligns: GOODS_ALIGNS,
    headFill: GREY,
    rowHeight: 22,
  });
  const gross = purchase.netFen + purchase.taxFen;
  paper.text(40, y + 8, `合计人民币（大写）：${writeMoneyInCapitals(gross)}（含13%增值税）`);
  y += 32;
  const clauses: readonly (readonly [string, string])[] = [
    [
      '二、质量标准',
      '乙方所供产品应符合国家及行业标准，并与双方确认的样品一致；产品及包装应标注型号、批次和产地。涉及出口的，乙方应配合提供检测报告及合规文件。',
    ],
    [
      '三、交货时间与地点',
      `乙方应于${writeChineseDate(purchase.deliveryDate)}前将货物送至甲方指定仓库（深圳市示范区样例物流园2号仓），运费由乙方承担。`,
    ],
    ['四、验收', '甲方在收货后五个工作日内按送货单清点数量并抽检外观，逾期未提出异议视为验收合格。'],
    ['五、付款方式', '验收合格后，甲方通过对公账户电汇支付全部货款；乙方收款后五个工作日内开具增值税发票。'],
    [
      '六、知识产权',
      '乙方保证所供产品不侵犯任何第三方的商标权、专利权及著作权；如因此产生索赔，由乙方承担责任。',
    ],
    [
      '七、违约责任',
      '乙方逾期交货的，每逾期一日按合同总额的千分之三支付违约金；甲方逾期付款的，按同等标准承担违约责任。',
    ],
    ['八、争议解决', '因本合同产生的争议，双方协商解决；协商不成的，提交甲方所在地人民法院诉讼解决。'],
    [
      '九、其他',
      '本合同一式两份，甲乙双方各执一份，自双方盖章之日起生效；传真件、扫描件与原件具有同等效力。',
    ],
  ];
  for (const [heading, body] of clauses) {
    if (y > 720) {
      paper.text(297, 812, '第 1 页 共 2 页', { size: 8, align: 'center' });
      paper.addPage();
      y = 60;
    }
    paper.text(40, y, heading, { bold: true, size: 11.5 });
    y = paper.paragraph(40, y + 20, 515, `　　${body}`, { size: 11.5 }) + 9;
  }
  if (y > 560) {
    paper.text(297, 812, '第 1 页 共 2 页', { size: 8, align: 'center' });
    paper.addPage();
    y = 60;
  }
  paper.text(40, y, '（以下无正文，为签署栏）', { size: 9 });
  y += 26;
  const columns = [
    [40, '甲方（盖章）', buyer],
    [310, '乙方（盖章）', seller],
  ] as const;
  for (const [x, role, party] of columns) {
    const rows = [
      `${role}：${party.nameZh}`,
      `地址：${party.addressZh}`,
      `统一社会信用代码：${party.uscc}`,
      `开户行：${party.bankZh}`,
      `账号：${party.bankAccount}`,
      `电话：${party.phone}`,
      `法定代表人/委托代理人：${party.contact}`,
      `日期：${writeChineseDate(purchase.contractDate)}`,
    ];
    let top = y;
    for (const row of rows) top = paper.paragraph(x, top, 245, row, { size: 9 }) + 3;
    drawSeal(paper, x + 190, y + 112, party.nameZh, '合同专用章', 44);
  }
  paper.text(297, 812, '第 2 页 共 2 页', { size: 8, align: 'center' });
  return await paper.save();
}

/** 采购订单 in one page. */
export async function drawPurchaseOrder(facts: TradeFacts): Promise<Uint8Array> {
  const { purchase, product, seller, buyer } = facts;
  const paper = await createPaper({
    date: purchase.contractDate,
    title: `采购订单 ${purchase.orderNumber}`,
    mark: 'top-right',
  });
  paper.text(297, 46, buyer.nameZh, { size: 15, bold: true, align: 'center' });
  paper.text(297, 70, '采购订单 PURCHASE ORDER', { size: 13, align: 'center' });
  paper.rule(40, 94, 555, 94, 1.2);
  paper.text(40, 104, `采购单号 PO No.：${purchase.orderNumber}`);
  paper.text(360, 104, `下单日期 Date：${purchase.contractDate}`);
  paper.text(40, 122, `供应商 Supplier：${seller.nameZh}`);
  paper.text(360, 122, `联系人：${seller.contact} ${seller.phone}`);
  paper.text(40, 140, `交货日期 Delivery date：${purchase.deliveryDate}`);
  paper.text(360, 140, `币种 Currency：CNY（含税13%）`);
  let y = paper.table(40, 166, GOODS_WIDTHS, goodsRows(facts), {
    aligns: GOODS_ALIGNS,
    headFill: GREY,
    rowHeight: 24,
  });
  y = paper.paragraph(
    40,
    y + 14,
    515,
    `备注：\n1. 产品须贴 FNSKU 标签 ${product.fnsku}，商家 SKU ${product.sku}；外箱不超过 22.5 kg。\n2. 交货地点：深圳市示范区样例物流园2号仓。\n3. 本订单经双方确认后作为合同的附件，合同编号：${purchase.contractNumber}。`,
    { size: 9 },
  );
  paper.text(40, y + 30, `制单：${buyer.contact}`);
  paper.text(230, y + 30, '审核：________');
  paper.text(400, y + 30, '供应商确认：________');
  return await paper.save();
}

/** 报价单, which proves nothing (INV-06). */
export async function drawQuotation(facts: TradeFacts): Promise<Uint8Array> {
  const { purchase, product, seller, buyer } = facts;
  const paper = await createPaper({ date: purchase.contractDate, title: '报价单', mark: 'top-right' });
  paper.text(297, 46, seller.nameZh, { size: 15, bold: true, align: 'center' });
  paper.text(297, 72, '报 价 单　QUOTATION', { size: 14, align: 'center' });
  paper.text(40, 110, `致：${buyer.nameZh}`);
  paper.text(555, 110, `报价单号：BJ${writeCompactDate(purchase.contractDate)}`, { align: 'right' });
  paper.text(555, 128, `报价日期：${purchase.contractDate}`, { align: 'right' });
  const rows = [300, 500, 1000, 3000].map((quantity, i) => [
    product.nameZh,
    product.specZh,
    `≥ ${quantity}`,
    writeMoney(Math.round(product.unitPriceFen * (1.06 - i * 0.03))),
  ]);
  const y = paper.table(40, 156, [180, 150, 80, 105], [['产品', '规格', '起订量', '含税单价(元)'], ...rows], {
    aligns: ['left', 'left', 'right', 'right'],
    headFill: GREY,
    rowHeight: 24,
  });
  paper.paragraph(
    40,
    y + 16,
    515,
    '报价有效期：30天（quote valid until 30 days after the date above）。\n交货期：收到订金后20天。\n付款方式：30%订金，70%发货前付清。本报价单不作为交易凭证。',
    { size: 9.5 },
  );
  return await paper.save();
}

/** 银行电子回单, one third of a page as the online bank prints it. */
export async function drawBankReceipt(facts: TradeFacts): Promise<Uint8Array> {
  const { purchase, seller, buyer } = facts;
  const gross = purchase.netFen + purchase.taxFen;
  const paper = await createPaper({
    widthPt: 595,
    heightPt: 320,
    date: purchase.paymentDate,
    title: '银行电子回单',
    mark: 'top-right',
  });
  paper.text(30, 22, '样例银行 SAMPLE BANK', { size: 14, bold: true, color: BANK });
  paper.text(297, 42, '国内支付业务付款回单（银行电子回单）', { size: 13, align: 'center' });
  paper.text(
    30,
    66,
    `回单编号：${writeCompactDate(purchase.paymentDate)}0000${purchase.key.slice(1).padStart(4, '0')}`,
    { size: 8.5 },
  );
  paper.text(565, 66, `交易日期：${writeChineseDate(purchase.paymentDate)}`, { size: 8.5, align: 'right' });
  const rows = [
    ['付款人户名', buyer.nameZh, '收款人户名', seller.nameZh],
    ['付款人账号', buyer.bankAccount, '收款人账号', seller.bankAccount],
    ['付款人开户行', buyer.bankZh, '收款人开户行', seller.bankZh],
  ];
  let y = 84;
  for (const row of rows) {
    y = paper.table(30, y, [70, 197, 70, 198], [row], {
      size: 8.5,
      rowHeight: 24,
      border: BANK,
      headless: true,
    });
  }
  const serial = `8888${writeCompactDate(purchase.paymentDate)}0000${purchase.key.slice(1).padStart(4, '0')}`;
  for (const row of [
    ['金额', `人民币（大写）${writeMoneyInCapitals(gross)}　　¥${writeMoney(gross)}`],
    ['摘要/附言', `货款　合同编号：${purchase.contractNumber}`],
    ['交易流水号', `${serial}　　业务类型：网银汇款　　币种：人民币`],
  ]) {
    y = paper.table(30, y, [70, 465], [row], { size: 8.5, rowHeight: 24, border: BANK, headless: true });
  }
  paper.text(30, y + 12, '重要提示：本回单仅表示款项已受理，请勿重复记账。电子回单可在网银验证。', {
    size: 7.5,
  });
  paper.text(30, y + 26, `打印时间：${purchase.paymentDate} 16:20:31　　打印次数：1`, { size: 7.5 });
  drawSeal(paper, 490, y - 6, '样例银行股份有限公司', '电子回单专用章', 38);
  return await paper.save();
}

/** 送货单 with the signature of the warehouse. */
export async function drawDeliveryNote(facts: TradeFacts): Promise<Uint8Array> {
  const { purchase, product, seller, buyer } = facts;
  const paper = await createPaper({
    widthPt: 595,
    heightPt: 396,
    date: purchase.deliveryDate,
    title: '送货单',
    mark: 'top-left',
  });
  paper.text(297, 26, seller.nameZh, { size: 15, bold: true, align: 'center' });
  paper.text(297, 50, '送　货　单', { size: 15, align: 'center' });
  paper.text(40, 82, `收货单位：${buyer.nameZh}`);
  paper.text(555, 62, `№ ${purchase.deliveryNumber}`, { align: 'right', color: [0.75, 0.1, 0.1], size: 12 });
  paper.text(555, 82, `送货日期：${writeChineseDate(purchase.deliveryDate)}`, { align: 'right' });
  paper.text(
    40,
    100,
    `送货地址：深圳市示范区样例物流园2号仓　　合同编号：${purchase.contractNumber}　　采购单号：${purchase.orderNumber}`,
    { size: 8.5 },
  );
  const cartons = Math.ceil(purchase.quantity / 40);
  const y = paper.table(
    40,
    122,
    [36, 150, 120, 40, 60, 50, 59],
    [
      ['序号', '品名', '规格型号', '单位', '数量', '件数', '备注'],
      ['1', product.nameZh, product.specZh, '个', String(purchase.quantity), `${cartons}箱`, product.sku],
      ['2', '', '', '', '', '', ''],
      ['3', '', '', '', '', '', ''],
      ['', '合计', '', '', String(purchase.quantity), `${cartons}箱`, ''],
    ],
    { rowHeight: 25, aligns: ['center', 'left', 'left', 'center', 'right', 'right', 'left'] },
  );
  paper.text(40, y + 16, '第一联：存根（白）　第二联：客户（红）　第三联：回单（黄）', { size: 8 });
  paper.text(40, y + 46, `送货人：${seller.contact}`);
  paper.text(220, y + 46, '仓库验收：数量无误');
  paper.text(400, y + 46, '签收人：');
  paper.text(446, y + 41, buyer.contact, { size: 16, color: [0.1, 0.15, 0.5], rotate: 4 });
  paper.text(446, y + 64, purchase.deliveryDate, { size: 9, color: [0.1, 0.15, 0.5] });
  drawSeal(paper, 150, y + 54, seller.nameZh, '送货专用章', 36);
  return await paper.save();
}
