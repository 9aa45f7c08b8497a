// What text does one PDF page hold, can it be trusted, and is the page really a picture?
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { widenColumnGaps } from './pdf-column-gaps.ts';
import type { PdfDocument } from './pdf-document.ts';
import { heapOf, withMemory } from './pdfium-library.ts';

export interface PdfPageText {
  readonly text: string;
  /** Most characters have no Unicode meaning: what the page shows is not what the text says. */
  readonly isGarbled: boolean;
  /** The page shows something that its text does not say: worth OCR. */
  readonly isPicture: boolean;
}

/** FPDF_ANNOTATION_SUBTYPE of fpdf_annot.h whose appearance carries text. */
const TEXT_ANNOTATIONS: ReadonlySet<number> = new Set([3, 13, 20]); // FreeText, Stamp, Widget
const FLAT_NORMAL_DISPLAY = 0;
/** FPDF_PAGEOBJ_* of fpdf_edit.h. */
const OBJECT_PATH = 2;
const OBJECT_IMAGE = 3;
const OBJECT_SHADING = 4;
const OBJECT_FORM = 5;
const MAX_OBJECTS_LOOKED_AT = 2000;
/** A page with more text than this is a text page, whatever pictures it holds. */
const TEXT_PAGE_CHARACTERS = 400;

/** Text of page `pageIndex` (0-based), or undefined when the page cannot be loaded. */
export function readPageText(document: PdfDocument, pageIndex: number): PdfPageText | undefined {
  const { pdfium, handle } = document;
  let page = pdfium.FPDF_LoadPage(handle, pageIndex);
  if (page === 0) return undefined;
  try {
    if (hasTextAnnotations(pdfium, page)) {
      // Filled form fields and stamps are drawn by annotations; flattening (in memory only) makes them page text.
      pdfium.FPDFPage_Flatten(page, FLAT_NORMAL_DISPLAY);
      pdfium.FPDF_ClosePage(page);
      page = pdfium.FPDF_LoadPage(handle, pageIndex);
      if (page === 0) return undefined;
    }
    const { text, isGarbled } = extractText(pdfium, page);
    const usable = text.replace(/\s/g, '').length;
    const isPicture = isGarbled || (usable < TEXT_PAGE_CHARACTERS && looksLikePicture(pdfium, page, usable));
    return { text, isGarbled, isPicture };
  } finally {
    if (page !== 0) pdfium.FPDF_ClosePage(page);
  }
}

function hasTextAnnotations(pdfium: WrappedPdfiumModule, page: number): boolean {
  const count = Math.min(pdfium.FPDFPage_GetAnnotCount(page), MAX_OBJECTS_LOOKED_AT);
  for (let index = 0; index < count; index += 1) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const subtype = pdfium.FPDFAnnot_GetSubtype(annotation);
    pdfium.FPDFPage_CloseAnnot(annotation);
    if (TEXT_ANNOTATIONS.has(subtype)) return true;
  }
  return false;
}

function extractText(pdfium: WrappedPdfiumModule, page: number): { text: string; isGarbled: boolean } {
  const textPage = pdfium.FPDFText_LoadPage(page);
  if (textPage === 0) return { text: '', isGarbled: false };
  try {
    const count = pdfium.FPDFText_CountChars(textPage);
    if (count <= 0) return { text: '', isGarbled: false };
    const raw = withMemory(pdfium, (count + 1) * 2, (pointer) => {
      const written = pdfium.FPDFText_GetText(textPage, 0, count, pointer);
      const bytes = heapOf(pdfium).slice(pointer, pointer + Math.max(0, written - 1) * 2);
      return new TextDecoder('utf-16le').decode(bytes);
    });
    const text = joinHyphens(widenColumnGaps(pdfium, textPage, count, raw)).trimEnd();
    return { text, isGarbled: shareOfUnmapped(pdfium, textPage, count, raw) > 0.3 };
  } finally {
    pdfium.FPDFText_ClosePage(textPage);
  }
}

/**
 * PDFium marks a hyphen at a line end with U+FFFE and drops the break. Between small letters it was a word broken
 * by the typesetter; next to digits or capitals it belongs to a number or a name (112-1234567-…).
 */
export function joinHyphens(raw: string): string {
  return raw.replace(/(\p{Ll})\uFFFE(?:\r?\n)?(?=\p{Ll})/gu, '$1').replace(/\uFFFE(\r?\n)?/g, '-');
}

const SAMPLED_CHARACTERS = 600;

/** Share of the visible characters that have no Unicode meaning (no map, private use, control, replacement). */
function shareOfUnmapped(pdfium: WrappedPdfiumModule, textPage: number, count: number, text: string): number {
  let visible = 0;
  let unmapped = 0;
  for (const character of text) {
    if (/\s/.test(character)) continue;
    visible += 1;
    if (/[\p{Co}\p{Cn}\p{Cc}\uFFFD]/u.test(character) && character !== '\uFFFE') unmapped += 1;
  }
  if (visible === 0) return 0;
  const step = Math.max(1, Math.floor(count / SAMPLED_CHARACTERS));
  let sampled = 0;
  let errors = 0;
  for (let index = 0; index < count; index += step) {
    if (pdfium.FPDFText_IsGenerated(textPage, index) === 1) continue;
    sampled += 1;
    if (pdfium.FPDFText_HasUnicodeMapError(textPage, index) === 1) errors += 1;
  }
  return Math.max(unmapped / visible, sampled === 0 ? 0 : errors / sampled);
}

/** True when pictures or drawn outlines make up the page and its text does not. */
function looksLikePicture(pdfium: WrappedPdfiumModule, page: number, usableCharacters: number): boolean {
  const count = Math.min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS_LOOKED_AT);
  const pageArea = Math.max(1, pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page));
  let imageArea = 0;
  let paths = 0;
  let pictures = 0;
  for (let index = 0; index < count; index += 1) {
    const object = pdfium.FPDFPage_GetObject(page, index);
    const type = pdfium.FPDFPageObj_GetType(object);
    if (type === OBJECT_PATH) paths += 1;
    if (type !== OBJECT_IMAGE && type !== OBJECT_FORM && type !== OBJECT_SHADING) continue;
    pictures += 1;
    imageArea += areaOf(pdfium, object);
  }
  if (usableCharacters === 0) return pictures > 0 || paths >= 10;
  if (imageArea / pageArea >= 0.5) return true;
  return usableCharacters < 16 && (pictures > 0 || paths >= 200);
}

function areaOf(pdfium: WrappedPdfiumModule, object: number): number {
  return withMemory(pdfium, 16, (pointer) => {
    if (!pdfium.FPDFPageObj_GetBounds(object, pointer, pointer + 4, pointer + 8, pointer + 12)) return 0;
    const [left = 0, bottom = 0, right = 0, top = 0] = [0, 4, 8, 12].map((offset) =>
      pdfium.pdfium.getValue(pointer + offset, 'float'),
    );
    return Math.max(0, right - left) * Math.max(0, top - bottom);
  });
}
