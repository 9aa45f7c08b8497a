// Which layers of a copied document stay hidden?
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObjectCopier, PDFRef } from 'pdf-lib';

/**
 * Brings the optional-content groups of `source` into `target` with the state a viewer shows at first (PDF 32000-1,
 * 8.11.4). Without this every hidden layer of an exhibit would appear. `copier` must be the one that copied the pages.
 */
export function copyLayers(target: PDFDocument, source: PDFDocument, copier: PDFObjectCopier): void {
  const properties = source.catalog.lookup(PDFName.of('OCProperties'));
  if (!(properties instanceof PDFDict)) return;
  const groups = refsOf(properties.lookup(PDFName.of('OCGs')));
  if (groups.length === 0) return;
  const config = properties.lookup(PDFName.of('D'));
  const isOffByDefault =
    config instanceof PDFDict && config.lookup(PDFName.of('BaseState')) === PDFName.of('OFF');
  const named =
    config instanceof PDFDict ? refsOf(config.lookup(PDFName.of(isOffByDefault ? 'ON' : 'OFF'))) : [];
  const off = isOffByDefault ? groups.filter((group) => !named.includes(group)) : named;

  const ours = findOwnLayers(target);
  for (const group of groups) ours.groups.push(copier.copy(group));
  for (const group of off) ours.off.push(copier.copy(group));
}

function refsOf(value: unknown): PDFRef[] {
  if (!(value instanceof PDFArray)) return [];
  return value.asArray().filter((item): item is PDFRef => item instanceof PDFRef);
}

function findOwnLayers(target: PDFDocument): { groups: PDFArray; off: PDFArray } {
  const { context, catalog } = target;
  const existing = catalog.lookup(PDFName.of('OCProperties'));
  if (existing instanceof PDFDict) {
    const config = existing.lookup(PDFName.of('D'), PDFDict);
    return {
      groups: existing.lookup(PDFName.of('OCGs'), PDFArray),
      off: config.lookup(PDFName.of('OFF'), PDFArray),
    };
  }
  const groups = context.obj([]) as PDFArray;
  const off = context.obj([]) as PDFArray;
  catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: groups, D: { OFF: off } }));
  return { groups, off };
}
