// Which goods, cartons and weights does an FBA shipment of the sample state on all its export papers?
import { findProduct } from './sample-facts.ts';
import type { SampleProduct, SampleShipment } from './sample-types.ts';

export interface ExportLine {
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

/** What lies in one carton, by the ranges that the packing list states. */
export function describeCartonContent(
  shipment: SampleShipment,
  carton: number,
): { readonly sku: string; readonly units: number; readonly grossKg: number } {
  let last = 0;
  for (const line of listExportLines(shipment)) {
    last += line.cartons;
    if (carton <= last) {
      return {
        sku: line.product.sku,
        units: Math.round(line.units / line.cartons),
        grossKg: line.grossKg / line.cartons,
      };
    }
  }
  throw new RangeError(`shipment ${shipment.id} has no carton ${carton}`);
}
