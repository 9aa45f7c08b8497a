// How do the export papers of an FBA shipment look: invoices, packing list, bill of lading, customs declaration, freight bill?
import { addDays, writeDayMonthYear, writeCompactDate, writeMoney, writePlainMoney } from './format-values.ts';
import { createPaper, type Rgb } from './paper.ts';
import { drawSeal } from './draw-seal.ts';
import { findProduct } from './sample-facts.ts';
import type { SampleFacts, SampleParty, SampleProduct, SamplePurchase, SampleShipment } from './sample-types.ts';

const PALE: Rgb = [0.9, 0.93, 0.97];

interface ExportLine {
  readonly product: SampleProduct;
  readonly units: number;
  readonly cartons: number;
  readonly unitCents: number;
  readonly netKg: number;
  readonly grossKg: number;
  readonly cubicMetres: number;
}

/** The goods of a shipment with export prices (US cents), cartons and weights. */
export function listExportLines(shipment: SampleShipment): readonly ExportLine[] {
  const total = shipment.lines.reduce((sum, line) => sum + line.sent, 0);
  return shipment.lines.map((line) => {
    const product = findProduct(line.productKey);
    const cartons = Math.max(1, Math.round((shipment.cartons * line.sent) / total));
    const netKg = line.sent * product.weightKg;
    return {
      product,
      units: line.sent,
      cartons,
      unitCents: Math.round(product.unitPriceFen / 6.5),
      netKg,
      grossKg: netKg + cartons * 1.1,
      cubicMetres: cartons * 0.054,
    };
  });
}

/** The carton count of the lines, which is what every export paper of the shipment states. */
export function countCartons(shipment: SampleShipment): number {
  return listExportLines(shipment).reduce((sum, line) => sum + line.cartons, 0);
}

export async function drawCommercialInvoice(facts: SampleFacts, shipment: SampleShipment): Promise<Uint8Array> {
  const { company } = facts;
  const date = addDays(shipment.shipped, -2);
  const paper = await createPaper({ script: 'latin', date, title: `Commercial Invoice ${shipment.invoiceNumber}`, mark: 'top-right' });
  paper.text(297, 40, company.nameEn, { size: 13, bold: true, align: 'center' });
  paper.text(297, 58, company.addressEn, { size: 8, align: 'center' });
  paper.text(297, 84, 'COMMERCIAL INVOICE', { size: 17, bold: true, align: 'center' });
  paper.box(40, 116, 257, 92);
  paper.box(297, 116, 258, 92);
  paper.text(46, 121, 'Shipper / Exporter', { size: 8, bold: true });
  paper.paragraph(46, 134, 245, `${company.nameEn}\n${company.addressEn}\nTel: ${company.phone}`, { size: 8.5 });
  paper.text(303, 121, 'Consignee / Ship to', { size: 8, bold: true });
  paper.paragraph(303, 134, 245, `${facts.storeName} c/o FBA ${shipment.fulfilmentCentre}\n${shipment.fcAddress}`, { size: 8.5 });
  const pairs = [
    ['Invoice No.', shipment.invoiceNumber],
    ['Invoice date', writeDayMonthYear(date)],
    ['FBA Shipment ID', shipment.id],
    ['Terms (Incoterm)', 'DDP'],
    ['Country of origin', 'China'],
    ['B/L No.', shipment.billOfLading],
    ['Container No.', shipment.container],
    ['Currency', 'USD'],
  ];
  pairs.forEach(([label, value], i) => {
    const x = 40 + (i % 2) * 257;
    const y = 220 + Math.floor(i / 2) * 15;
    paper.text(x, y, `${label}:`, { size: 9, bold: true });
    paper.text(x + 95, y, value as string, { size: 9 });
  });
  const lines = listExportLines(shipment);
  const rows = lines.map((line, i) => [
    String(i + 1),
    `${line.product.titleEn}\nSKU ${line.product.sku} / ASIN ${line.product.asin}`,
    line.product.hsCode,
    String(line.units),
    writeMoney(line.unitCents),
    writeMoney(line.unitCents * line.units),
  ]);
  const total = lines.reduce((sum, line) => sum + line.unitCents * line.units, 0);
  let y = paper.table(40, 292, [28, 257, 70, 45, 55, 60], [
    ['No.', 'Description of goods', 'HS code', 'Qty', 'Unit USD', 'Amount USD'],
    ...rows,
    ['', 'TOTAL', '', String(lines.reduce((s, l) => s + l.units, 0)), '', writeMoney(total)],
  ], { headFill: PALE, aligns: ['center', 'left', 'center', 'right', 'right', 'right'] });
  y = paper.paragraph(40, y + 14, 515, `Total amount: USD ${writeMoney(total)}. Number of packages: ${countCartons(shipment)} cartons. We hereby certify that this invoice shows the actual price of the goods described and that all particulars are true and correct.`, { size: 8.5 });
  paper.text(360, y + 20, `For and on behalf of ${company.nameEn.slice(0, 22)}`, { size: 8.5 });
  drawSeal(paper, 450, y + 78, company.nameZh, '报关专用章', 42);
  paper.rule(360, y + 110, 550, y + 110);
  paper.text(360, y + 114, 'Authorised signature', { size: 8 });
  return await paper.save();
}

export async function drawPackingList(facts: SampleFacts, shipment: SampleShipment): Promise<Uint8Array> {
  const { company } = facts;
  const date = addDays(shipment.shipped, -2);
  const paper = await createPaper({ script: 'latin', date, title: `Packing List ${shipment.id}`, mark: 'top-right' });
  paper.text(297, 40, company.nameEn, { size: 13, bold: true, align: 'center' });
  paper.text(297, 58, company.addressEn, { size: 8, align: 'center' });
  paper.text(297, 84, 'PACKING LIST', { size: 17, bold: true, align: 'center' });
  paper.text(40, 120, `To: FBA ${shipment.fulfilmentCentre}, ${shipment.fcAddress}`, { size: 8.5 });
  paper.text(40, 138, `Packing list No.: PL${shipment.invoiceNumber.slice(2)}`, { size: 9 });
  paper.text(300, 138, `Date: ${writeDayMonthYear(date)}`, { size: 9 });
  paper.text(40, 153, `FBA Shipment ID: ${shipment.id}`, { size: 9, bold: true });
  paper.text(300, 153, `Amazon Reference ID: ${shipment.reference}`, { size: 9 });
  paper.text(40, 168, `Ref. invoice: ${shipment.invoiceNumber}`, { size: 9 });
  paper.text(300, 168, `Container / Seal: ${shipment.container} / XHDS000${shipment.cartons}`, { size: 9 });
  const lines = listExportLines(shipment);
  let carton = 1;
  const rows = lines.map((line) => {
    const from = carton;
    carton += line.cartons;
    return [
      from === carton - 1 ? String(from) : `${from}-${carton - 1}`,
      `${line.product.titleEn.slice(0, 60)}\nSKU: ${line.product.sku}   FNSKU: ${line.product.fnsku}`,
      String(line.cartons),
      String(line.units),
      line.netKg.toFixed(2),
      line.grossKg.toFixed(2),
      line.cubicMetres.toFixed(3),
    ];
  });
  const sum = (pick: (line: ExportLine) => number): number => lines.reduce((total, line) => total + pick(line), 0);
  const y = paper.table(40, 192, [45, 240, 40, 45, 50, 50, 45], [
    ['C/No.', 'Description', 'CTNS', 'QTY (pcs)', 'N.W. (kg)', 'G.W. (kg)', 'CBM'],
    ...rows,
    ['', 'TOTAL', String(sum((l) => l.cartons)), String(sum((l) => l.units)), sum((l) => l.netKg).toFixed(2), sum((l) => l.grossKg).toFixed(2), sum((l) => l.cubicMetres).toFixed(3)],
  ], { headFill: PALE, aligns: ['center', 'left', 'right', 'right', 'right', 'right', 'right'] });
  paper.text(40, y + 14, 'Carton size: 45 x 40 x 30 cm. Each carton carries its FBA box label and carrier label.', { size: 8.5 });
  paper.text(40, y + 30, `Shipping marks: ${shipment.id} / MADE IN CHINA / C/No. 1-${sum((l) => l.cartons)}`, { size: 8.5 });
  drawSeal(paper, 470, y + 74, company.nameZh, '业务专用章', 40);
  return await paper.save();
}

export async function drawBillOfLading(facts: SampleFacts, shipment: SampleShipment): Promise<Uint8Array> {
  const { company, forwarder } = facts;
  const lines = listExportLines(shipment);
  const paper = await createPaper({ script: 'latin', date: shipment.shipped, title: `Bill of Lading ${shipment.billOfLading}`, mark: 'top-right' });
  paper.text(40, 40, 'BILL OF LADING', { size: 17, bold: true });
  paper.text(40, 62, 'FOR COMBINED TRANSPORT OR PORT TO PORT SHIPMENT', { size: 7.5 });
  paper.text(310, 44, `B/L No. ${shipment.billOfLading}`, { size: 12, bold: true });
  paper.paragraph(310, 60, 240, `${forwarder.nameEn}, as carrier`, { size: 8 });
  const cell = (x: number, y: number, w: number, h: number, label: string, value: string): void => {
    paper.box(x, y, w, h);
    paper.text(x + 4, y + 3, label, { size: 6.5 });
    paper.paragraph(x + 4, y + 13, w - 8, value, { size: 8.5 });
  };
  cell(40, 84, 257, 66, 'Shipper', `${company.nameEn}\n${company.addressEn}`);
  cell(297, 84, 258, 66, 'Export references', `FBA Shipment ID ${shipment.id}\nInvoice ${shipment.invoiceNumber}`);
  cell(40, 150, 257, 66, 'Consignee', `${facts.storeName} c/o Amazon ${shipment.fulfilmentCentre}\n${shipment.fcAddress}`);
  cell(297, 150, 258, 66, 'For delivery of goods please apply to', 'Sample Destination Agent Inc., 900 Example Harbor Blvd');
  cell(40, 216, 257, 50, 'Notify party', 'Same as consignee');
  cell(297, 216, 129, 50, 'Place of receipt', 'Shenzhen, China');
  cell(426, 216, 129, 50, 'Freight', 'PREPAID');
  const portTo = shipment.marketplace === 'US' ? 'Los Angeles, CA' : 'Hamburg';
  cell(40, 266, 128, 34, 'Vessel', 'SAMPLE STAR');
  cell(168, 266, 129, 34, 'Voyage No.', '0XH1W');
  cell(297, 266, 129, 34, 'Port of loading', 'Yantian, Shenzhen');
  cell(426, 266, 129, 34, 'Port of discharge', portTo);
  const total = { gross: lines.reduce((s, l) => s + l.grossKg, 0), cbm: lines.reduce((s, l) => s + l.cubicMetres, 0) };
  const y = paper.table(40, 312, [130, 80, 175, 65, 65], [
    ['Container No. / Seal No.', 'No. of packages', "Description of goods (shipper's load and count)", 'Gross weight kg', 'Measurement cbm'],
    [`${shipment.container}\nSeal XHDS000${shipment.cartons}\nLCL`, `${countCartons(shipment)} CARTONS`, `${lines.map((l) => l.product.titleEn.split(',')[0]).join('\n')}\nSaid to contain`, total.gross.toFixed(2), total.cbm.toFixed(3)],
  ], { headFill: PALE, aligns: ['left', 'center', 'left', 'right', 'right'] });
  paper.paragraph(40, y + 10, 515, 'RECEIVED by the carrier the goods as specified above in apparent good order and condition unless otherwise stated, to be transported to such place as agreed, authorised or permitted herein and subject to all the terms and conditions appearing on the front and reverse of this bill of lading.', { size: 7.5 });
  paper.text(40, y + 60, `Shipped on board date: ${writeDayMonthYear(shipment.shipped)}`, { size: 9, bold: true });
  paper.text(40, y + 76, `Place and date of issue: Shenzhen, ${writeDayMonthYear(shipment.shipped)}`, { size: 9 });
  paper.text(40, y + 92, 'Number of original B/Ls: THREE (3)', { size: 9 });
  drawSeal(paper, 450, y + 96, forwarder.nameZh, '提单专用章', 44);
  paper.text(360, y + 146, 'Signed for the carrier, as agent', { size: 8 });
  return await paper.save();
}

/** 中华人民共和国海关出口货物报关单 in landscape. */
export async function drawCustomsDeclaration(facts: SampleFacts, shipment: SampleShipment): Promise<Uint8Array> {
  const { company } = facts;
  const date = addDays(shipment.shipped, -1);
  const paper = await createPaper({ widthPt: 842, heightPt: 595, date, title: `出口货物报关单 ${shipment.customsNumber}`, mark: 'top-left' });
  paper.text(421, 30, '中华人民共和国海关出口货物报关单', { size: 18, bold: true, align: 'center' });
  paper.text(40, 68, `预录入编号：${shipment.customsNumber}`, { size: 9 });
  paper.text(320, 68, `海关编号：${shipment.customsNumber}`, { size: 9 });
  paper.text(600, 68, '（样例海关）　　页码/页数：1/1', { size: 9 });
  await paper.barcode('code128', shipment.customsNumber, 640, 28, 160, 28);
  const lines = listExportLines(shipment);
  const gross = lines.reduce((s, l) => s + l.grossKg, 0).toFixed(2);
  const net = lines.reduce((s, l) => s + l.netKg, 0).toFixed(2);
  const country = shipment.marketplace === 'US' ? '美国' : '德国';
  const head: readonly string[][] = [
    [`境内发货人（${company.uscc}）\n${company.nameZh}`, '出境关别 5304\n样例海关', `出口日期\n${shipment.shipped}`, `申报日期\n${date}`, '备案号\n'],
    [`境外收货人\n${facts.storeName} (FBA ${shipment.fulfilmentCentre})`, '运输方式 2\n水路运输', '运输工具名称及航次号\nSAMPLE STAR/0XH1W', `提运单号\n${shipment.billOfLading}`, '许可证号\n'],
    [`生产销售单位（${company.uscc}）\n${company.nameZh}`, '监管方式 0110\n一般贸易', '征免性质 101\n一般征税', `合同协议号\n${shipment.invoiceNumber}`, `贸易国（地区）\n${country}`],
    [`包装种类\n纸箱`, `件数\n${countCartons(shipment)}`, `毛重(千克)\n${gross}`, `净重(千克)\n${net}`, '成交方式\nFOB'],
  ];
  let y = 86;
  for (const row of head) {
    let left = 40;
    [282, 120, 120, 120, 120].forEach((width, i) => {
      paper.box(left, y, width, 34, { thickness: 0.6 });
      paper.paragraph(left + 4, y + 3, width - 8, row[i] as string, { size: 8 });
      left += width;
    });
    y += 34;
  }
  const rows = lines.map((line, i) => [String(i + 1), line.product.hsCode, `${line.product.nameZh}\n${line.product.specZh}|品牌 ${line.product.brand}`, `${line.units}个\n${line.netKg.toFixed(2)}千克`, `${writeMoney(line.unitCents)}\n${writeMoney(line.unitCents * line.units)}\n美元`, '中国(CHN)', country, '深圳', '照章征税']);
  y = paper.table(40, y, [32, 84, 220, 90, 90, 66, 60, 60, 60], [['项号', '商品编号', '商品名称及规格型号', '数量及单位', '单价/总价/币制', '原产国', '最终目的国', '境内货源地', '征免'], ...rows], { size: 8, rowHeight: 40 });
  paper.text(40, y + 10, '特殊关系确认：否　　价格影响确认：否　　支付特许权使用费确认：否　　自报自缴：是', { size: 8.5 });
  paper.text(40, y + 34, `报关人员：${facts.forwarder.contact}　　申报单位：${facts.forwarder.nameZh}（${facts.forwarder.uscc}）`, { size: 8.5 });
  paper.text(560, y + 34, '海关批注及签章　　放行', { size: 8.5 });
  drawSeal(paper, 470, y + 62, facts.forwarder.nameZh, '报关专用章', 38);
  return await paper.save();
}

/** 货代账单 with chargeable weight and surcharges, in RMB. */
export async function drawFreightInvoice(facts: SampleFacts, shipment: SampleShipment): Promise<Uint8Array> {
  const { company, forwarder } = facts;
  const date = addDays(shipment.shipped, 5);
  const paper = await createPaper({ date, title: `头程运费账单 ${shipment.id}`, mark: 'top-right' });
  paper.text(297, 44, forwarder.nameZh, { size: 15, bold: true, align: 'center' });
  paper.text(297, 68, '头程运费账单 FREIGHT INVOICE', { size: 13, align: 'center' });
  paper.text(40, 104, `客户：${company.nameZh}`);
  paper.text(555, 104, `账单编号：YF${writeCompactDate(date)}01`, { align: 'right' });
  paper.text(40, 121, `FBA 货件编号：${shipment.id}　仓库：${shipment.fulfilmentCentre}`);
  paper.text(555, 121, `账单日期：${date}`, { align: 'right' });
  paper.text(40, 138, `提单号：${shipment.billOfLading}　柜号：${shipment.container}　尾程：UPS ${shipment.tracking[0]} 等 ${countCartons(shipment)} 箱`, { size: 9 });
  const lines = listExportLines(shipment);
  const gross = lines.reduce((s, l) => s + l.grossKg, 0);
  const chargeable = Math.ceil(Math.max(gross, lines.reduce((s, l) => s + l.cubicMetres, 0) * 167));
  const freight = chargeable * 920;
  const fuel = Math.round(freight * 0.12);
  const customs = 35_000;
  const total = freight + fuel + customs;
  const y = paper.table(40, 166, [200, 105, 105, 105], [
    ['费用项目', '计费重(KG)', '单价(元)', '金额(元)'],
    ['海运头程（含税双清到门）', String(chargeable), '9.20', writeMoney(freight)],
    ['燃油附加费 12%', '', '', writeMoney(fuel)],
    ['报关费', '1 票', writeMoney(customs), writeMoney(customs)],
    ['合计', '', '', writeMoney(total)],
  ], { headFill: PALE, rowHeight: 24, aligns: ['left', 'right', 'right', 'right'] });
  paper.paragraph(40, y + 14, 515, `请于收到对账单后7日内付款。收款账户：${forwarder.nameZh}，${forwarder.bankZh}，账号 ${forwarder.bankAccount}。应付金额 ¥${writePlainMoney(total)}。`, { size: 9 });
  drawSeal(paper, 460, y + 92, forwarder.nameZh, '财务专用章', 42);
  return await paper.save();
}

/** An English invoice of a supplier or a pro-forma, for a purchase. */
export async function drawEnglishInvoice(buyer: SampleParty, seller: SampleParty, product: SampleProduct, purchase: SamplePurchase, proforma: boolean): Promise<Uint8Array> {
  const date = proforma ? purchase.contractDate : purchase.invoiceDate;
  const number = `${proforma ? 'PI' : 'INV'}-${writeCompactDate(date)}-${purchase.key.slice(1).padStart(3, '0')}`;
  const title = proforma ? 'PROFORMA INVOICE' : 'INVOICE';
  const paper = await createPaper({ script: 'latin', date, title: `${title} ${number}`, mark: 'top-right' });
  paper.box(40, 40, 515, 4, { fill: [0.13, 0.33, 0.5] });
  paper.text(40, 54, seller.nameEn, { size: 13, bold: true });
  paper.paragraph(40, 72, 320, `${seller.addressEn}\nTel: ${seller.phone}   Web: ${seller.website}\nTax ID (USCC): ${seller.uscc}`, { size: 8.5 });
  paper.text(555, 56, title, { size: proforma ? 16 : 22, bold: true, align: 'right', color: [0.13, 0.33, 0.5] });
  paper.text(555, 88, `${proforma ? 'PI No.' : 'Invoice No.'}: ${number}`, { size: 9.5, align: 'right' });
  paper.text(555, 102, `${proforma ? 'Date' : 'Invoice date'}: ${writeDayMonthYear(date)}`, { size: 9.5, align: 'right' });
  paper.text(40, 138, 'Bill to', { bold: true, size: 9.5 });
  paper.paragraph(40, 152, 300, `${buyer.nameEn}\n${buyer.addressEn}\nTax ID (USCC): ${buyer.uscc}`, { size: 9 });
  const unit = Math.round(product.unitPriceFen / 7.1);
  const amount = unit * purchase.quantity;
  const y = paper.table(40, 226, [245, 80, 60, 60, 70], [
    ['Item', 'UPC', 'Quantity', 'Unit price USD', 'Amount USD'],
    [`${product.titleEn}\nModel ${product.model}, SKU ${product.sku}`, product.upc, String(purchase.quantity), writeMoney(unit), writeMoney(amount)],
  ], { headFill: PALE, aligns: ['left', 'center', 'right', 'right', 'right'] });
  paper.text(470, y + 12, 'Subtotal', { size: 9.5, align: 'right' });
  paper.text(552, y + 12, writeMoney(amount), { size: 9.5, align: 'right' });
  paper.text(470, y + 27, 'Tax (export, 0%)', { size: 9.5, align: 'right' });
  paper.text(552, y + 27, '0.00', { size: 9.5, align: 'right' });
  paper.text(470, y + 44, proforma ? 'Total (USD)' : 'Amount due (USD)', { size: 11, bold: true, align: 'right' });
  paper.text(552, y + 44, writeMoney(amount), { size: 11, bold: true, align: 'right' });
  const terms = proforma
    ? 'Validity: 30 days. Deposit 30% by T/T, balance before shipment. Delivery 20 days after deposit. This proforma invoice is an offer, not a proof of a completed sale.'
    : `Terms: T/T, paid on ${writeDayMonthYear(purchase.paymentDate)}. Purchase order ${purchase.orderNumber}, contract ${purchase.contractNumber}. Country of origin: China.`;
  paper.paragraph(40, y + 84, 515, terms, { size: 9 });
  paper.paragraph(40, y + 122, 515, `Bank: Sample Bank Co., Ltd. Account name: ${seller.nameEn}`, { size: 8.5 });
  if (!proforma) drawSeal(paper, 470, y + 168, seller.nameZh, '财务专用章', 42);
  return await paper.save();
}
