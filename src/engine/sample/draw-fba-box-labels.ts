// How do FBA box labels (箱唛) look, one page per carton?

import { LABEL } from './draw-shipping-label.ts';
import { countCartons, describeCartonContent } from './export-lines.ts';
import { createPaper } from './paper.ts';
import type { SampleFacts, SampleShipment } from './sample-types.ts';

/** 箱唛: one 4 x 6 inch page per carton. */
export async function drawFbaBoxLabels(
  facts: SampleFacts,
  shipment: SampleShipment,
  firstCarton: number,
  lastCarton: number,
): Promise<Uint8Array> {
  const paper = await createPaper({
    ...LABEL,
    script: 'latin',
    date: shipment.created,
    title: `FBA box labels ${shipment.id}`,
    mark: 'none',
  });
  for (let carton = firstCarton; carton <= lastCarton; carton++) {
    if (carton > firstCarton) paper.addPage();
    const boxId = `${shipment.id}U${String(carton).padStart(6, '0')}`;
    paper.text(12, 14, 'FBA', { size: 30, bold: true });
    paper.text(278, 16, `Box ${carton} of ${countCartons(shipment)}`, {
      size: 12,
      bold: true,
      align: 'right',
    });
    paper.text(278, 32, 'PLEASE LEAVE THIS LABEL UNCOVERED', { size: 6.5, align: 'right' });
    paper.rule(8, 52, 280, 52, 1.5);
    paper.text(12, 58, 'SHIP FROM:', { size: 7.5, bold: true });
    paper.paragraph(12, 68, 125, `${facts.company.nameEn}\nShifan District, Shenzhen\nChina`, { size: 7.5 });
    paper.text(150, 58, 'SHIP TO:', { size: 7.5, bold: true });
    paper.paragraph(
      150,
      68,
      130,
      `FBA: ${facts.company.nameEn.slice(0, 34)}\n${shipment.fulfilmentCentre}\n${shipment.fcAddress}`,
      { size: 7.5 },
    );
    paper.rule(8, 136, 280, 136, 1.5);
    paper.text(12, 141, shipment.name, { size: 8 });
    paper.text(278, 141, `Created: ${shipment.created}`, { size: 7.5, align: 'right' });
    await paper.barcode('code128', boxId, 20, 158, 248, 74);
    paper.text(144, 238, boxId, { size: 14, bold: true, align: 'center' });
    await paper.barcode('qrcode', `AMZN,PO:${shipment.id},${boxId}`, 104, 262, 80, 80);
    const content = describeCartonContent(shipment, carton);
    paper.text(12, 352, 'Single SKU', { size: 10, bold: true });
    paper.text(12, 366, content.sku, { size: 10 });
    paper.text(278, 366, `Qty ${content.units}`, { size: 10, align: 'right' });
    paper.text(12, 384, `Reference ID: ${shipment.reference}`, { size: 8 });
    paper.text(284, 421, '样本 SAMPLE', { size: 7, align: 'right', color: [0.78, 0.1, 0.12], bold: true });
  }
  return await paper.save();
}
