// Which files show an FBA shipment's way to the warehouse?

import { drawShipmentScreen } from './draw-account-screens.ts';
import { drawCustomsDeclaration, drawFreightInvoice } from './draw-customs-papers.ts';
import { drawBillOfLading, drawCommercialInvoice, drawPackingList } from './draw-export-papers.ts';
import { drawFbaBoxLabels } from './draw-fba-box-labels.ts';
import { drawProofOfDelivery, drawTrackingSlip } from './draw-tracking-papers.ts';
import { countCartons, describeCartonContent, listExportLines } from './export-lines.ts';
import { addDays, writeCompactDate } from './format-values.ts';
import { renderScan } from './rasterize-paper.ts';
import { drawTextStrip, renderPhoto, SAMPLE_CAMERAS } from './render-photos.ts';
import type { SampleFacts, SampleFile, SampleOrder, SampleShipment } from './sample-types.ts';
import { writeXlsx } from './write-office.ts';

/** A carton of a shipment, seen as a parcel that the carrier delivers to the warehouse. */
function describeCarton(shipment: SampleShipment, index: number): SampleOrder {
  const us = shipment.marketplace === 'US';
  return {
    id: shipment.id,
    itemId: '',
    marketplace: shipment.marketplace,
    productKey: shipment.lines[0]?.productKey ?? 'lamp',
    quantity: 40,
    purchased: shipment.created,
    shipped: addDays(shipment.delivered, -4),
    delivered: shipment.delivered,
    carrier: 'UPS',
    tracking: shipment.tracking[index] ?? '',
    recipient: `Receiving ${shipment.fulfilmentCentre}`,
    street: shipment.fcAddress,
    city: us ? 'Moreno Valley' : 'Dortmund',
    state: us ? 'CA' : 'NW',
    postalCode: us ? '92551' : '44145',
    buyerAlias: '',
    evidence: [],
  };
}

async function* makeCartonPhotos(
  facts: SampleFacts,
  shipment: SampleShipment,
  folder: string,
  cases: readonly string[],
): AsyncGenerator<SampleFile> {
  for (const carton of cases.length > 0 ? [1, 4, 7] : [2]) {
    const label = await drawFbaBoxLabels(facts, shipment, carton, carton);
    const weight = await drawTextStrip(
      [`${describeCartonContent(shipment, carton).grossKg.toFixed(2)} kg`],
      shipment.shipped,
      {
        widthPt: 96,
        size: 22,
        ground: [0.1, 0.14, 0.1],
        ink: [0.35, 0.95, 0.45],
        bold: true,
      },
    );
    yield {
      path: `${folder}/装箱照片/IMG_${writeCompactDate(shipment.shipped)}_1${carton}0${carton}22_第${carton}箱称重.jpg`,
      kind: 'packing_photo',
      ids: [`fba_box_id:${shipment.id}U${String(carton).padStart(6, '0')}`],
      date: shipment.shipped,
      cases,
      pixelsOnly: true,
      bytes: await renderPhoto({
        scene: {
          width: 1280,
          height: 960,
          key: `${shipment.id}-${carton}`,
          cartons: [{ x: 180, y: 110, width: 780, height: 720 }],
          extra: '<rect x="985" y="690" width="250" height="130" rx="12" fill="#2a2d33"/>',
        },
        stickers: [
          { pdf: label, dpi: 92, x: 380, y: 170, turn: carton - 4 },
          { pdf: weight, dpi: 145, x: 1012, y: 716 },
        ],
        takenAt: `${shipment.shipped} 1${carton}:0${carton}:22`,
        camera: SAMPLE_CAMERAS[carton % 3] ?? SAMPLE_CAMERAS[0]!,
      }),
    };
  }
}

/** Every paper of the two FBA shipments. */
export async function* makeShipmentFiles(facts: SampleFacts): AsyncGenerator<SampleFile> {
  for (const shipment of facts.shipments) {
    const missing = shipment.lines.some((line) => line.received < line.sent);
    const cases = missing ? ['fba-inbound-missing'] : [];
    const folder = `05 FBA货件/${shipment.id} ${shipment.marketplace === 'US' ? '美国' : '德国'} ${shipment.fulfilmentCentre}`;
    const date = addDays(shipment.shipped, -2);
    const id = `fba_shipment_id:${shipment.id}`;
    const file = (
      name: string,
      kind: string,
      bytes: Uint8Array,
      ids: readonly string[],
      when = date,
      pixelsOnly = false,
    ): SampleFile => ({ path: `${folder}/${name}`, kind, bytes, ids, date: when, cases, pixelsOnly });
    yield file(
      `商业发票 Commercial Invoice ${shipment.invoiceNumber}.pdf`,
      'commercial_invoice',
      await drawCommercialInvoice(facts, shipment),
      [id, `invoice_no:${shipment.invoiceNumber}`, `container_no:${shipment.container}`],
    );
    yield file(
      `装箱单 Packing List ${shipment.id}.pdf`,
      'packing_list',
      await drawPackingList(facts, shipment),
      [id, `container_no:${shipment.container}`],
    );
    const rows = [
      ['PACKING LIST 装箱单（样本 SAMPLE）'],
      ['FBA Shipment ID', shipment.id, 'Amazon Reference ID', shipment.reference],
      ['SKU', 'FNSKU', '品名', 'CTNS 箱数', 'QTY 数量', 'N.W. 净重(kg)', 'G.W. 毛重(kg)', 'CBM 体积'],
      ...listExportLines(shipment).map((l) => [
        l.product.sku,
        l.product.fnsku,
        l.product.nameZh,
        l.cartons,
        l.units,
        Number(l.netKg.toFixed(2)),
        Number(l.grossKg.toFixed(2)),
        Number(l.cubicMetres.toFixed(3)),
      ]),
    ];
    yield file(
      `装箱单_${shipment.id}.xlsx`,
      'packing_list',
      await writeXlsx('装箱单', rows, `Packing list ${shipment.id}`, facts.company.contact, date),
      [id, ...listExportLines(shipment).map((l) => `fnsku:${l.product.fnsku}`)],
    );
    yield file(
      `箱唛_${shipment.id}_${countCartons(shipment)}箱.pdf`,
      'fba_box_label',
      await drawFbaBoxLabels(facts, shipment, 1, countCartons(shipment)),
      [`fba_box_id:${shipment.id}U000001`],
      shipment.created,
    );
    const lading = await drawBillOfLading(facts, shipment);
    yield missing
      ? file(
          `提单_${shipment.billOfLading}.pdf`,
          'bill_of_lading',
          lading,
          [`bl_no:${shipment.billOfLading}`, `container_no:${shipment.container}`, id],
          shipment.shipped,
        )
      : file(
          `提单扫描_${shipment.billOfLading}.jpg`,
          'bill_of_lading',
          await renderScan(lading, { seed: shipment.id, skew: 0.8, dpi: 130 }),
          [`bl_no:${shipment.billOfLading}`, `container_no:${shipment.container}`, id],
          shipment.shipped,
          true,
        );
    yield {
      ...file(
        `报关单_${shipment.customsNumber}.pdf`,
        'customs_declaration',
        await drawCustomsDeclaration(facts, shipment),
        [`customs_declaration_no:${shipment.customsNumber}`, `uscc:${facts.company.uscc}`],
        addDays(shipment.shipped, -1),
      ),
      cases: missing ? [...cases, 'lst-inauthentic'] : [],
    };
    yield file(
      `头程运费账单_${writeCompactDate(addDays(shipment.shipped, 5))}.pdf`,
      'freight_invoice',
      await drawFreightInvoice(facts, shipment),
      [id, `tracking_number:${shipment.tracking[0]}`],
      addDays(shipment.shipped, 5),
    );
    yield file(
      `货件详情截图_${shipment.id}.png`,
      'fba_shipment_summary',
      await drawShipmentScreen(facts, shipment),
      [
        id,
        ...shipment.lines.map(
          (l) =>
            `fnsku:${listExportLines(shipment).find((x) => x.product.key === l.productKey)?.product.fnsku ?? ''}`,
        ),
      ],
      shipment.closed,
      true,
    );
    yield* makeCartonPhotos(facts, shipment, folder, cases);
    for (const index of missing ? [0, 6] : [0]) {
      const carton = describeCarton(shipment, index);
      const ids = [`tracking_number:${carton.tracking}`, id];
      yield file(
        `尾程/UPS_${carton.tracking}_轨迹.pdf`,
        'tracking_slip',
        await drawTrackingSlip(carton),
        ids,
        shipment.delivered,
      );
      yield file(
        `尾程/POD_${carton.tracking}.pdf`,
        'pod',
        await drawProofOfDelivery(carton),
        ids,
        shipment.delivered,
      );
    }
  }
}
