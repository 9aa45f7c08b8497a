// How do Chinese tax invoices look: the fully digital form, and the older VAT forms with code, number and cipher field?
import { rgb } from 'pdf-lib';
import { drawOvalSeal, drawSeal } from './draw-seal.ts';
import { writeChineseDate, writeMoneyInCapitals, writePlainMoney } from './format-values.ts';
import { createPaper, type Paper, type Rgb } from './paper.ts';
import type { SampleParty, SampleProduct, SamplePurchase } from './sample-types.ts';
import { createRandom } from './seeded-random.ts';

const FORM: Rgb = [0.5, 0.16, 0.1];
const WIDTH = 609;
const HEIGHT = 397;

export interface FapiaoFacts {
  readonly purchase: Pick<
    SamplePurchase,
    'invoiceNumber' | 'invoiceCode' | 'invoiceDate' | 'quantity' | 'netFen' | 'taxFen'
  >;
  readonly product: Pick<SampleProduct, 'taxCategory' | 'nameZh' | 'specZh' | 'unitPriceFen'>;
  readonly unit: string;
  readonly seller: SampleParty;
  readonly buyer: SampleParty;
  readonly remark: string;
}

/** The fully digital fapiao (数电票) as the tax bureau's PDF gives it. */
export async function drawDigitalFapiao(facts: FapiaoFacts, special = true): Promise<Uint8Array> {
  const title = special ? '电子发票（增值税专用发票）' : '电子发票（普通发票）';
  const paper = await createPaper({
    widthPt: WIDTH,
    heightPt: HEIGHT,
    date: facts.purchase.invoiceDate,
    title,
    mark: 'top-left',
  });
  paper.text(WIDTH / 2, 26, title, { size: 17, align: 'center', color: FORM });
  paper.rule(WIDTH / 2 - 122, 52, WIDTH / 2 + 122, 52, 1.2, FORM);
  paper.rule(WIDTH / 2 - 122, 55, WIDTH / 2 + 122, 55, 0.6, FORM);
  drawOvalSeal(paper, WIDTH / 2, 56, '全国统一发票监制章', '样本', '国家税务总局', 0.66);
  await paper.barcode(
    'qrcode',
    `01,31,,${facts.purchase.invoiceNumber},${writePlainMoney(facts.purchase.netFen + facts.purchase.taxFen)},${facts.purchase.invoiceDate.replaceAll('-', '')},,SAMPLE`,
    24,
    30,
    48,
    48,
  );
  labelled(paper, 440, 30, '发票号码：', facts.purchase.invoiceNumber);
  labelled(paper, 440, 48, '开票日期：', writeChineseDate(facts.purchase.invoiceDate));
  const top = 86;
  paper.box(18, top, WIDTH - 36, 278, { border: FORM, thickness: 1 });
  drawParty(paper, 18, top, '购买方信息', facts.buyer);
  drawParty(paper, 18 + (WIDTH - 36) / 2, top, '销售方信息', facts.seller);
  const rowsTop = top + 62;
  paper.rule(18, rowsTop, WIDTH - 18, rowsTop, 0.8, FORM);
  drawLines(paper, facts, rowsTop);
  const totalTop = top + 186;
  paper.rule(18, totalTop, WIDTH - 18, totalTop, 0.8, FORM);
  drawGrandTotal(paper, facts, totalTop);
  paper.rule(18, totalTop + 24, WIDTH - 18, totalTop + 24, 0.8, FORM);
  '备注'.split('').forEach((c, i) => {
    paper.text(24, totalTop + 34 + i * 18, c, { size: 9, color: FORM });
  });
  paper.rule(40, totalTop + 24, 40, top + 278, 0.8, FORM);
  paper.paragraph(46, totalTop + 29, WIDTH - 80, facts.remark, { size: 8.5 });
  labelled(paper, 60, top + 282, '开票人：', facts.seller.contact);
  return await paper.save();
}

function labelled(paper: Paper, x: number, y: number, label: string, value: string, size = 9): void {
  paper.text(x, y, label, { size, color: FORM });
  paper.text(x + paper.measure(label, { size }), y, value, { size });
}

function drawParty(paper: Paper, x: number, y: number, heading: string, party: SampleParty): void {
  [...heading].forEach((c, i) => {
    paper.text(x + 5, y + 4 + i * 11, c, { size: 9, color: FORM });
  });
  paper.rule(x + 19, y, x + 19, y + 62, 0.8, FORM);
  labelled(paper, x + 25, y + 12, '名称：', party.nameZh);
  labelled(paper, x + 25, y + 38, '统一社会信用代码/纳税人识别号：', party.uscc, 8.5);
  if (x > 100) paper.rule(x, y, x, y + 62, 0.8, FORM);
}

const COLUMNS = [
  ['项目名称', 24, 'left'],
  ['规格型号', 178, 'left'],
  ['单位', 268, 'center'],
  ['数量', 328, 'right'],
  ['单价', 398, 'right'],
  ['金额', 470, 'right'],
  ['税率/征收率', 518, 'center'],
  ['税额', 586, 'right'],
] as const;

function drawLines(paper: Paper, facts: FapiaoFacts, top: number): void {
  for (const [name, x, align] of COLUMNS) paper.text(x, top + 4, name, { size: 8.5, color: FORM, align });
  const values = [
    `*${facts.product.taxCategory}*${facts.product.nameZh}`,
    facts.product.specZh,
    facts.unit,
    String(facts.purchase.quantity),
    writePlainMoney(facts.product.unitPriceFen),
    writePlainMoney(facts.purchase.netFen),
    '13%',
    writePlainMoney(facts.purchase.taxFen),
  ];
  COLUMNS.forEach(([, x, align], i) => {
    paper.text(x, top + 20, values[i] as string, { size: 8.5, align });
  });
  paper.text(100, top + 106, '合', { size: 9, color: FORM });
  paper.text(140, top + 106, '计', { size: 9, color: FORM });
  paper.text(470, top + 106, `¥${writePlainMoney(facts.purchase.netFen)}`, { size: 8.5, align: 'right' });
  paper.text(586, top + 106, `¥${writePlainMoney(facts.purchase.taxFen)}`, { size: 8.5, align: 'right' });
}

function drawGrandTotal(paper: Paper, facts: FapiaoFacts, top: number): void {
  const total = facts.purchase.netFen + facts.purchase.taxFen;
  paper.text(60, top + 6, '价税合计（大写）', { size: 9, color: FORM });
  paper.page.drawCircle({
    x: 187,
    y: paper.height - top - 12,
    size: 5,
    borderWidth: 0.8,
    borderColor: rgb(0.1, 0.1, 0.1),
  });
  paper.rule(183.6, top + 8.6, 190.4, top + 15.4, 0.7);
  paper.rule(183.6, top + 15.4, 190.4, top + 8.6, 0.7);
  paper.text(198, top + 6, writeMoneyInCapitals(total), { size: 9.5 });
  paper.text(420, top + 6, '（小写）', { size: 9, color: FORM });
  paper.text(462, top + 6, `¥${writePlainMoney(total)}`, { size: 9.5 });
}

/** The older VAT form: `special` with cipher field and 10-digit code, else the electronic ordinary form with check code. */
export async function drawLegacyFapiao(facts: FapiaoFacts, special: boolean): Promise<Uint8Array> {
  const { purchase, seller, buyer } = facts;
  const title = special ? '增值税专用发票' : '增值税电子普通发票';
  const paper = await createPaper({
    widthPt: WIDTH,
    heightPt: HEIGHT,
    date: purchase.invoiceDate,
    title,
    mark: 'top-left',
  });
  const region = seller.uscc.startsWith('9144') ? '广东' : '浙江';
  paper.text(WIDTH / 2, 24, `${region}${title}`, { size: 17, align: 'center', color: FORM });
  paper.rule(WIDTH / 2 - 110, 50, WIDTH / 2 + 110, 50, 1.2, FORM);
  drawOvalSeal(paper, WIDTH / 2, 50, '全国统一发票监制章', '样本', '国家税务总局', 0.66);
  if (special) {
    paper.text(30, 44, purchase.invoiceCode ?? '', { size: 13 });
    paper.text(WIDTH / 2, 75, '发 票 联', { size: 12, align: 'center', color: FORM });
    labelled(paper, 440, 26, '发票代码：', purchase.invoiceCode ?? '');
    paper.text(470, 40, `№ ${purchase.invoiceNumber}`, { size: 15, color: [0.75, 0.1, 0.1] });
    labelled(paper, 440, 60, '发票号码：', purchase.invoiceNumber);
    labelled(paper, 440, 74, '开票日期：', writeChineseDate(purchase.invoiceDate));
  } else {
    labelled(paper, 24, 66, '机器编号：', '000000000130');
    labelled(paper, 430, 24, '发票代码：', purchase.invoiceCode ?? '');
    labelled(paper, 430, 38, '发票号码：', purchase.invoiceNumber);
    labelled(paper, 430, 52, '开票日期：', writeChineseDate(purchase.invoiceDate));
    labelled(paper, 430, 66, '校 验 码：', '00000 12345 67890 13130');
  }
  const top = 90;
  paper.box(18, top, WIDTH - 36, 274, { border: FORM, thickness: 1 });
  drawLegacyParty(paper, top, '购买方', buyer);
  '密码区'.split('').forEach((c, i) => {
    paper.text(356, top + 8 + i * 16, c, { size: 9, color: FORM });
  });
  paper.rule(350, top, 350, top + 60, 0.8, FORM);
  paper.rule(370, top, 370, top + 60, 0.8, FORM);
  const random = createRandom(`cipher-${purchase.invoiceNumber}`);
  for (let i = 0; i < 4; i++) {
    const line = Array.from({ length: 27 }, () => random.pick([...'0123456789+-*/<>'])).join('');
    paper.text(376, top + 5 + i * 13, line, { size: 9 });
  }
  paper.rule(18, top + 60, WIDTH - 18, top + 60, 0.8, FORM);
  drawLines(paper, facts, top + 60);
  paper.rule(18, top + 186, WIDTH - 18, top + 186, 0.8, FORM);
  drawGrandTotal(paper, facts, top + 186);
  paper.rule(18, top + 210, WIDTH - 18, top + 210, 0.8, FORM);
  drawLegacyParty(paper, top + 212, '销售方', seller);
  paper.text(376, top + 216, '备注', { size: 9, color: FORM });
  paper.paragraph(400, top + 216, 180, facts.remark, { size: 8 });
  labelled(paper, 30, top + 278, '收款人：', seller.contact);
  labelled(paper, 170, top + 278, '复核：', seller.contact);
  labelled(paper, 290, top + 278, '开票人：', seller.contact);
  paper.text(420, top + 278, '销售方：（章）', { size: 9, color: FORM });
  if (special) drawSeal(paper, 520, top + 234, seller.nameZh, '发票专用章', 38);
  else drawOvalSeal(paper, 500, top + 240, seller.nameZh, seller.uscc, '发票专用章');
  return await paper.save();
}

function drawLegacyParty(paper: Paper, y: number, heading: string, party: SampleParty): void {
  [...heading].forEach((c, i) => {
    paper.text(24, y + 8 + i * 15, c, { size: 9, color: FORM });
  });
  paper.rule(40, y - 2, 40, y + 60, 0.8, FORM);
  labelled(paper, 46, y + 3, '名　　　　称：', party.nameZh, 8.5);
  labelled(paper, 46, y + 17, '纳税人识别号：', party.uscc, 8.5);
  labelled(paper, 46, y + 31, '地 址、电 话：', `${party.addressZh} ${party.phone}`, 7);
  labelled(paper, 46, y + 45, '开户行及账号：', `${party.bankZh} ${party.bankAccount}`, 7);
}
