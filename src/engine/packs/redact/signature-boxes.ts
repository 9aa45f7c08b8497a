// Where on a page does a person's hand stand: what is drawn or pasted beside a word for "signature"?
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { withMemory } from '../../readers/pdfium-library.ts';

/** Words in the languages of the marketplaces after or above which people sign. */
const SIGNATURE_WORDS =
  /\b(?:signature|signed(?: by| for by)?|unterschrift|firma|firmado|assinatura|handtekening|podpis)\b|签名|签字|签收人?|签章|署名|受領印|サイン/giu;

/** Of fpdf_edit.h: what a program can draw a signature with. */
const PATH = 2;
const IMAGE = 3;
const FORM = 5;

/** In points: a signature with the frame around it is no larger, and begins no farther from its word. */
const MAX_WIDTH = 340;
const MAX_HEIGHT = 170;
const REACH_RIGHT = 220;
const REACH_DOWN = 90;
const REACH_UP = 60;
/** A rule to sign on is no signature. */
const MIN_SIDE = 4;

/** Corners in the page's own points. */
export interface PageRect {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Start and length of each word for a signature in `text`. */
export function findSignatureWords(text: string): { start: number; length: number }[] {
  return [...text.matchAll(SIGNATURE_WORDS)].map((match) => ({
    start: match.index,
    length: match[0].length,
  }));
}

/**
 * For each word's place, what is drawn around, beside or near it, as one rectangle. Text is not looked at: names in
 * letters are found as such.
 */
export function findSignatures(
  pdfium: WrappedPdfiumModule,
  page: number,
  words: readonly PageRect[],
): PageRect[] {
  if (words.length === 0) return [];
  const drawn = listDrawn(pdfium, page);
  return words.flatMap((word) => {
    const near = drawn.filter((rect) => isNear(rect, word));
    return near.length === 0 ? [] : [near.reduce(unite)];
  });
}

function isNear(rect: PageRect, word: PageRect): boolean {
  return (
    rect.left <= word.right + REACH_RIGHT &&
    rect.right >= word.left - MIN_SIDE &&
    rect.top >= word.bottom - REACH_DOWN &&
    rect.bottom <= word.top + REACH_UP
  );
}

function listDrawn(pdfium: WrappedPdfiumModule, page: number): PageRect[] {
  const count = Math.min(pdfium.FPDFPage_CountObjects(page), 20_000);
  return withMemory(pdfium, 16, (pointer) => {
    const found: PageRect[] = [];
    for (let index = 0; index < count; index += 1) {
      const object = pdfium.FPDFPage_GetObject(page, index);
      const type = pdfium.FPDFPageObj_GetType(object);
      if (type !== PATH && type !== IMAGE && type !== FORM) continue;
      if (!pdfium.FPDFPageObj_GetBounds(object, pointer, pointer + 4, pointer + 8, pointer + 12)) continue;
      const [left, bottom, right, top] = [0, 4, 8, 12].map((at) =>
        pdfium.pdfium.getValue(pointer + at, 'float'),
      ) as [number, number, number, number];
      const width = right - left;
      const height = top - bottom;
      if (width < MIN_SIDE || height < MIN_SIDE || width > MAX_WIDTH || height > MAX_HEIGHT) continue;
      found.push({ left, bottom, right, top });
    }
    return found;
  });
}

function unite(a: PageRect, b: PageRect): PageRect {
  return {
    left: Math.min(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
    top: Math.max(a.top, b.top),
  };
}
