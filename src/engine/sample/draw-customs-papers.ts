// How do the Chinese papers of an export look: customs declaration and the forwarder's bill?

import { drawSeal } from './draw-seal.ts';
import { countCartons, listExportLines } from './export-lines.ts';
import { addDays, writeCompactDate, writeMoney, writePlainMoney } from './format-values.ts';
import { createPaper } from './paper.ts';
import { PALE } from './paper-colours.ts';
import type { SampleFacts, SampleShipment } from './sample-types.ts';

/** 中华人民共和国海关出口货物报关单 in landscape. */
export async function drawCustomsDeclaration(
  facts: SampleFacts,
  shipment: SampleShipment,
): Promise<Uint8Array> {
  const { company } = facts;
  const date = addDays(shipment.shipped, -1);
  const paper = await createPaper({
    widthPt: 842,
    heightPt: 595,
    date,
    title: `出口货物报关单 ${shipment.customsNumber}`,
    mark: 'top-left',
  });
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
    [
      `境内发货人（${company.uscc}）\n${company.nameZh}`,
      '出境关别 5304\n样例海关',
      `出口日期\n${shipment.shipped}`,
      `申报日期\n${date}`,
      '备案号\n',
    ],
    [
      `境外收货人\n${facts.storeName} (FBA ${shipment.fulfilmentCentre})`,
      '运输方式 2\n水路运输',
      '运输工具名称及航次号\nSAMPLE STAR/0XH1W',
      `提运单号\n${shipment.billOfLading}`,
      '许可证号\n',
    ],
    [
      `生产销售单位（${company.uscc}）\n${company.nameZh}`,
      '监管方式 0110\n一般贸易',
      '征免性质 101\n一般征税',
      `合同协议号\n${shipment.invoiceNumber}`,
      `贸易国（地区）\n${country}`,
    ],
    [
      `包装种类\n纸箱`,
      `件数\n${countCartons(shipment)}`,
      `毛重(千克)\n${gross}`,
      `净重(千克)\n${net}`,
      '成交方式\nFOB',
    ],
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
  const rows = lines.map((line, i) => [
    String(i + 1),
    line.product.hsCode,
    `${line.product.nameZh}\n${line.product.specZh}|品牌 ${line.product.brand}`,
    `${line.units}个\n${line.netKg.toFixed(2)}千克`,
    `${writeMoney(line.unitCents)}\n${writeMoney(line.unitCents * line.units)}\n美元`,
    '中国(CHN)',
    country,
    '深圳',
    '照章征税',
  ]);
  y = paper.table(
    40,
    y,
    [32, 84, 220, 90, 90, 66, 60, 60, 60],
    [
      [
        '项号',
        '商品编号',
        '商品名称及规格型号',
        '数量及单位',
        '单价/总价/币制',
        '原产国',
        '最终目的国',
        '境内货源地',
        '征免',
      ],
      ...rows,
    ],
    { size: 8, rowHeight: 40 },
  );
  paper.text(40, y + 10, '特殊关系确认：否　　价格影响确认：否　　支付特许权使用费确认：否　　自报自缴：是', {
    size: 8.5,
  });
  paper.text(
    40,
    y + 34,
    `报关人员：${facts.forwarder.contact}　　申报单位：${facts.forwarder.nameZh}（${facts.forwarder.uscc}）`,
    { size: 8.5 },
  );
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
  paper.text(
    40,
    138,
    `提单号：${shipment.billOfLading}　柜号：${shipment.container}　尾程：UPS ${shipment.tracking[0]} 等 ${countCartons(shipment)} 箱`,
    { size: 9 },
  );
  const lines = listExportLines(shipment);
  const gross = lines.reduce((s, l) => s + l.grossKg, 0);
  const chargeable = Math.ceil(Math.max(gross, lines.reduce((s, l) => s + l.cubicMetres, 0) * 167));
  const freight = chargeable * 920;
  const fuel = Math.round(freight * 0.12);
  const customs = 35_000;
  const total = freight + fuel + customs;
  const y = paper.table(
    40,
    166,
    [200, 105, 105, 105],
    [
      ['费用项目', '计费重(KG)', '单价(元)', '金额(元)'],
      ['海运头程（含税双清到门）', String(chargeable), '9.20', writeMoney(freight)],
      ['燃油附加费 12%', '', '', writeMoney(fuel)],
      ['报关费', '1 票', writeMoney(customs), writeMoney(customs)],
      ['合计', '', '', writeMoney(total)],
    ],
    { headFill: PALE, rowHeight: 24, aligns: ['left', 'right', 'right', 'right'] },
  );
  paper.paragraph(
    40,
    y + 14,
    515,
    `请于收到对账单后7日内付款。收款账户：${forwarder.nameZh}，${forwarder.bankZh}，账号 ${forwarder.bankAccount}。应付金额 ¥${writePlainMoney(total)}。`,
    { size: 9 },
  );
  drawSeal(paper, 460, y + 92, forwarder.nameZh, '财务专用章', 42);
  return await paper.save();
}
