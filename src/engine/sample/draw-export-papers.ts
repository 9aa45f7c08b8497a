// How do the export papers of an FBA shipment look: commercial invoice, packing list, bill of lading?

import { drawSeal } from './draw-seal.ts';
import { countCartons, type ExportLine, listExportLines } from './export-lines.ts';
import { addDays, writeDayMonthYear, writeMoney } from './format-values.ts';
import { createPaper } from './paper.ts';
import { PALE } from './paper-colours.ts';
import type { SampleFacts, SampleShipment } from './sample-types.ts';

export async function drawCommercialInvoice(
  facts: SampleFacts,
  shipment: SampleShipment,
): Promise<Uint8Array> {
  const { company } = facts;
  const date = addDays(shipment.shipped, -2);
  const paper = await createPaper({
    script: 'latin',
    date,
    title: `Commercial Invoice ${shipment.invoiceNumber}`,
    mark: 'top-right',
  });
  paper.text(297, 40, company.nameEn, { size: 13, bold: true, align: 'center' });
  paper.text(297, 58, company.addressEn, { size: 8, align: 'center' });
  paper.text(297, 84, 'COMMERCIAL INVOICE', { size: 17, bold: true, align: 'center' });
  paper.box(40, 116, 257, 92);
  paper.box(297, 116, 258, 92);
  paper.text(46, 121, 'Shipper / Exporter', { size: 8, bold: true });
  paper.paragraph(46, 134, 245, `${company.nameEn}\n${company.addressEn}\nTel: ${company.phone}`, {
    size: 8.5,
  });
  paper.text(303, 121, 'Consignee / Ship to', { size: 8, bold: true });
  paper.paragraph(
    303,
    134,
    245,
    `${facts.storeName} c/o FBA ${shipment.fulfilmentCentre}\n${shipment.fcAddress}`,
    { size: 8.5 },
  );
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
  let y = paper.table(
    40,
    292,
    [28, 257, 70, 45, 55, 60],
    [
      ['No.', 'Description of goods', 'HS code', 'Qty', 'Unit USD', 'Amount USD'],
      ...rows,
      ['', 'TOTAL', '', String(lines.reduce((s, l) => s + l.units, 0)), '', writeMoney(total)],
    ],
    { headFill: PALE, aligns: ['center', 'left', 'center', 'right', 'right', 'right'] },
  );
  y = paper.paragraph(
    40,
    y + 14,
    515,
    `Total amount: USD ${writeMoney(total)}. Number of packages: ${countCartons(shipment)} cartons. We hereby certify that this invoice shows the actual price of the goods described and that all particulars are true and correct.`,
    { size: 8.5 },
  );
  paper.text(360, y + 20, `For and on behalf of ${company.nameEn.slice(0, 22)}`, { size: 8.5 });
  drawSeal(paper, 450, y + 78, company.nameZh, '报关专用章', 42);
  paper.rule(360, y + 110, 550, y + 110);
  paper.text(360, y + 114, 'Authorised signature', { size: 8 });
  return await paper.save();
}

export async function drawPackingList(facts: SampleFacts, shipment: SampleShipment): Promise<Uint8Array> {
  const { company } = facts;
  const date = addDays(shipment.shipped, -2);
  const paper = await createPaper({
    script: 'latin',
    date,
    title: `Packing List ${shipment.id}`,
    mark: 'top-right',
  });
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
  const sum = (pick: (line: ExportLine) => number): number =>
    lines.reduce((total, line) => total + pick(line), 0);
  const y = paper.table(
    40,
    192,
    [45, 240, 40, 45, 50, 50, 45],
    [
      ['C/No.', 'Description', 'CTNS', 'QTY (pcs)', 'N.W. (kg)', 'G.W. (kg)', 'CBM'],
      ...rows,
      [
        '',
        'TOTAL',
        String(sum((l) => l.cartons)),
        String(sum((l) => l.units)),
        sum((l) => l.netKg).toFixed(2),
        sum((l) => l.grossKg).toFixed(2),
        sum((l) => l.cubicMetres).toFixed(3),
      ],
    ],
    { headFill: PALE, aligns: ['center', 'left', 'right', 'right', 'right', 'right', 'right'] },
  );
  paper.text(40, y + 14, 'Carton size: 45 x 40 x 30 cm. Each carton carries its own labels.', { size: 8.5 });
  paper.text(
    40,
    y + 30,
    `Shipping marks: ${shipment.id} / MADE IN CHINA / C/No. 1-${sum((l) => l.cartons)}`,
    { size: 8.5 },
  );
  drawSeal(paper, 470, y + 74, company.nameZh, '业务专用章', 40);
  return await paper.save();
}

export async function drawBillOfLading(facts: SampleFacts, shipment: SampleShipment): Promise<Uint8Array> {
  const { company, forwarder } = facts;
  const lines = listExportLines(shipment);
  const paper = await createPaper({
    script: 'latin',
    date: shipment.shipped,
    title: `Bill of Lading ${shipment.billOfLading}`,
    mark: 'top-right',
  });
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
  cell(
    297,
    84,
    258,
    66,
    'Export references',
    `FBA Shipment ID ${shipment.id}\nInvoice ${shipment.invoiceNumber}`,
  );
  cell(
    40,
    150,
    257,
    66,
    'Consignee',
    `${facts.storeName} c/o Amazon ${shipment.fulfilmentCentre}\n${shipment.fcAddress}`,
  );
  cell(
    297,
    150,
    258,
    66,
    'For delivery of goods please apply to',
    'Sample Destination Agent Inc., 900 Example Harbor Blvd',
  );
  cell(40, 216, 257, 50, 'Notify party', 'Same as consignee');
  cell(297, 216, 129, 50, 'Place of receipt', 'Shenzhen, China');
  cell(426, 216, 129, 50, 'Freight', 'PREPAID');
  const portTo = shipment.marketplace === 'US' ? 'Los Angeles, CA' : 'Hamburg';
  cell(40, 266, 128, 34, 'Vessel', 'SAMPLE STAR');
  cell(168, 266, 129, 34, 'Voyage No.', '0XH1W');
  cell(297, 266, 129, 34, 'Port of loading', 'Yantian, Shenzhen');
  cell(426, 266, 129, 34, 'Port of discharge', portTo);
  const total = {
    gross: lines.reduce((s, l) => s + l.grossKg, 0),
    cbm: lines.reduce((s, l) => s + l.cubicMetres, 0),
  };
  const y = paper.table(
    40,
    312,
    [130, 80, 175, 65, 65],
    [
      [
        'Container No. / Seal No.',
        'No. of packages',
        "Description of goods (shipper's load and count)",
        'Gross weight kg',
        'Measurement cbm',
      ],
      [
        `${shipment.container}\nSeal XHDS000${shipment.cartons}\nLCL`,
        `${countCartons(shipment)} CARTONS`,
        `${lines.map((l) => l.product.titleEn.split(',')[0]).join('\n')}\nSaid to contain`,
        total.gross.toFixed(2),
        total.cbm.toFixed(3),
      ],
    ],
    { headFill: PALE, aligns: ['left', 'center', 'left', 'right', 'right'] },
  );
  paper.paragraph(
    40,
    y + 10,
    515,
    'RECEIVED by the carrier the goods as specified above in apparent good order and condition unless otherwise stated, to be transported to such place as agreed, authorised or permitted herein and subject to all the terms and conditions appearing on the front and reverse of this bill of lading.',
    { size: 7.5 },
  );
  paper.text(40, y + 60, `Shipped on board date: ${writeDayMonthYear(shipment.shipped)}`, {
    size: 9,
    bold: true,
  });
  paper.text(40, y + 76, `Place and date of issue: Shenzhen, ${writeDayMonthYear(shipment.shipped)}`, {
    size: 9,
  });
  paper.text(40, y + 92, 'Number of original B/Ls: THREE (3)', { size: 9 });
  drawSeal(paper, 450, y + 96, forwarder.nameZh, '提单专用章', 44);
  paper.text(360, y + 146, 'Signed for the carrier, as agent', { size: 8 });
  return await paper.save();
}
