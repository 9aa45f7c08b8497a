// Where on its pages does a PDF show the passages that are to be covered?
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { type CoverTerms, findPassages } from '../../../domain/redaction/cover-rules.ts';
import { openPdf, type PdfDocument } from '../../readers/pdf-document.ts';
import { withMemory } from '../../readers/pdfium-library.ts';
import type { RedactionBox } from '../../store/schema/cases.ts';
import { findSignatures, findSignatureWords, type PageRect } from './signature-boxes.ts';

export interface PageBoxes {
  readonly boxes: RedactionBox[];
  /** 1-based pages that show something and have no text to look in: a person must look. */
  readonly unseenPages: number[];
  readonly pages: number;
}

/** Pages with fewer visible characters are taken for pictures. */
const MIN_TEXT = 16;
/** Room around a passage, as a share of its height: ink reaches beyond the box of its character. */
const PAD = 0.18;
/** A tall box needs no more room around it than a large line of type, as a share of the page. */
const MAX_PADDED = 0.04;

/** Suggested boxes of the PDF at `path`. Throws PdfOpenError when it cannot be opened. */
export async function suggestPdfBoxes(path: string, terms: CoverTerms): Promise<PageBoxes> {
  const document = await openPdf(path);
  const boxes: RedactionBox[] = [];
  const unseenPages: number[] = [];
  try {
    for (let index = 0; index < document.pageCount; index += 1) {
      const found = suggestOnPage(document, index, terms);
      if (found === undefined) unseenPages.push(index + 1);
      else boxes.push(...found);
    }
    return { boxes, unseenPages, pages: document.pageCount };
  } finally {
    document.close();
  }
}

function suggestOnPage(document: PdfDocument, index: number, terms: CoverTerms): RedactionBox[] | undefined {
  const { pdfium, handle } = document;
  const page = pdfium.FPDF_LoadPage(handle, index);
  if (page === 0) return undefined;
  const textPage = pdfium.FPDFText_LoadPage(page);
  try {
    if (textPage === 0) return undefined;
    const { text, places } = readCharacters(pdfium, textPage);
    if (text.replace(/\s/g, '').length < MIN_TEXT) return undefined;
    const passages = findPassages(text, terms).flatMap(({ start, end, reason }) => {
      const first = places[start]!;
      const last = places[end - 1]!;
      return rectsOf(pdfium, page, textPage, first, last - first + 1).map((rect) => ({
        page: index + 1,
        ...rect,
        reason,
      }));
    });
    const words = findSignatureWords(text).flatMap(({ start, length }) => {
      const first = places[start]!;
      return readRects(pdfium, textPage, first, places[start + length - 1]! - first + 1);
    });
    const signatures = findSignatures(pdfium, page, words).flatMap((rect) => {
      const box = displayedBox(pdfium, page, rect);
      return box === undefined ? [] : [{ page: index + 1, ...box, reason: 'name' as const }];
    });
    return [...passages, ...signatures];
  } finally {
    if (textPage !== 0) pdfium.FPDFText_ClosePage(textPage);
    pdfium.FPDF_ClosePage(page);
  }
}

/** The text of a page, and for each of its UTF-16 units the character of PDFium that it came from. */
function readCharacters(pdfium: WrappedPdfiumModule, textPage: number): { text: string; places: number[] } {
  const count = pdfium.FPDFText_CountChars(textPage);
  const places: number[] = [];
  let text = '';
  for (let at = 0; at < count; at += 1) {
    const codePoint = pdfium.FPDFText_GetUnicode(textPage, at);
    // A hyphen at the end of a line comes as U+FFFE.
    const character = codePoint === 0 ? ' ' : codePoint === 0xfffe ? '-' : String.fromCodePoint(codePoint);
    text += character;
    for (let unit = 0; unit < character.length; unit += 1) places.push(at);
  }
  return { text, places };
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Displayed places (rotation and crop box applied) as fractions of the page. */
function rectsOf(
  pdfium: WrappedPdfiumModule,
  page: number,
  textPage: number,
  start: number,
  count: number,
): Rect[] {
  return readRects(pdfium, textPage, start, count).flatMap((rect) => displayedBox(pdfium, page, rect) ?? []);
}

/** Places of a run of characters in the page's own points, one per line. */
function readRects(pdfium: WrappedPdfiumModule, textPage: number, start: number, count: number): PageRect[] {
  const rects = pdfium.FPDFText_CountRects(textPage, start, count);
  return withMemory(pdfium, 32, (pointer) => {
    const found: PageRect[] = [];
    for (let index = 0; index < rects; index += 1) {
      if (!pdfium.FPDFText_GetRect(textPage, index, pointer, pointer + 8, pointer + 16, pointer + 24))
        continue;
      const [left, top, right, bottom] = [0, 8, 16, 24].map((at) =>
        pdfium.pdfium.getValue(pointer + at, 'double'),
      ) as [number, number, number, number];
      found.push({ left, bottom, right, top });
    }
    return found;
  });
}

function displayedBox(pdfium: WrappedPdfiumModule, page: number, rect: PageRect): Rect | undefined {
  return withMemory(pdfium, 16, (pointer) => {
    const a = toDisplayed(pdfium, page, rect.left, rect.top, pointer);
    const b = toDisplayed(pdfium, page, rect.right, rect.bottom, pointer);
    const height = Math.abs(a.y - b.y);
    const width = Math.abs(a.x - b.x);
    const pad = Math.max(Math.min(height, width, MAX_PADDED) * PAD, 0.002);
    const x = Math.max(0, Math.min(a.x, b.x) - pad);
    const y = Math.max(0, Math.min(a.y, b.y) - pad);
    const box = {
      x,
      y,
      width: Math.min(1 - x, width + 2 * pad),
      height: Math.min(1 - y, height + 2 * pad),
    };
    return box.width > 0 && box.height > 0 ? box : undefined;
  });
}

/** FPDF_PageToDevice answers in whole pixels: a large device keeps the rounding far below a hair. */
const DEVICE = 100_000;

function toDisplayed(
  pdfium: WrappedPdfiumModule,
  page: number,
  x: number,
  y: number,
  pointer: number,
): { x: number; y: number } {
  pdfium.FPDF_PageToDevice(page, 0, 0, DEVICE, DEVICE, 0, x, y, pointer, pointer + 4);
  return {
    x: pdfium.pdfium.getValue(pointer, 'i32') / DEVICE,
    y: pdfium.pdfium.getValue(pointer + 4, 'i32') / DEVICE,
  };
}
