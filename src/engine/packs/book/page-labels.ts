// How do the printed page numbers become the labels that a viewer shows?
import { type PDFDocument, PDFName, PDFString } from 'pdf-lib';

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'],
  [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
]; // biome-ignore format: a table

/** 4 → "iv". */
export function toRoman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, digits] of ROMAN) {
    while (rest >= value) {
      text += digits;
      rest -= value;
    }
  }
  return text;
}

/** Front pages i, ii, iii …; body pages from `firstBodyNumber` (PDF 32000-1, 12.4.2). */
export function setPageLabels(doc: PDFDocument, frontPages: number, firstBodyNumber: number): void {
  const body = { S: PDFName.of('D'), St: firstBodyNumber };
  const roman = { S: PDFName.of('r') };
  const total = doc.getPageCount();
  const ranges: unknown[] = frontPages > 0 ? [0, roman] : [];
  if (total > frontPages) ranges.push(frontPages, body);
  doc.catalog.set(PDFName.of('PageLabels'), doc.context.obj({ Nums: ranges as never }));
}

/** Opens with the outline shown, the title in the window bar, and a language for screen readers. */
export function setViewerFacts(doc: PDFDocument, language: string): void {
  doc.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  doc.catalog.set(PDFName.of('ViewerPreferences'), doc.context.obj({ DisplayDocTitle: true }));
  doc.catalog.set(PDFName.of('Lang'), PDFString.of(language));
}
