// What is in this PDF: text per page, attached files, what it says about itself, and what is wrong with it?
import { readFileSync, statSync } from 'node:fs';
import { decodeText } from './decode-text.ts';
import { isInvoiceXml, readPdfAttachments } from './pdf-attachments.ts';
import { openPdf, openPdfBytes, type PdfDocument, PdfOpenError } from './pdf-document.ts';
import { readPageText } from './pdf-page-text.ts';
import { readPdfProperties } from './pdf-properties.ts';
import { repairPdf } from './pdf-repair.ts';
import { forgetPdfium, hasPdfiumRunOut, withReadingBound } from './pdfium-library.ts';
import type { ReadDraft } from './read-draft.ts';

/** Larger broken files are not worth the memory that a repair takes. */
const MAX_REPAIR_BYTES = 60 * 1024 * 1024;

/** A file with more pages that take all memory is not read further. */
const MAX_GREEDY_PAGES = 3;

interface PagesRead {
  /** 0-based; the one in work while pages are read. */
  next: number;
  isInPages: boolean;
  greedy: number;
  unreadable: number;
  garbled: number;
}

export async function readPdf(draft: ReadDraft): Promise<void> {
  const pages: PagesRead = { next: 0, isInPages: false, greedy: 0, unreadable: 0, garbled: 0 };
  while (!(await withReadingBound(() => readOnce(draft, pages))));
}

/** False when a page took all memory: the next call goes on behind it, with a fresh PDFium. */
async function readOnce(draft: ReadDraft, pages: PagesRead): Promise<boolean> {
  const document = await openForReading(draft);
  if (document === undefined) return true;
  try {
    draft.pageCount = document.pageCount;
    if (pages.next === 0) draft.properties = readPdfProperties(document, draft.request.path);
    readPages(draft, document, pages);
    await readAttachments(draft, document);
    return true;
  } catch (error) {
    if (!hasPdfiumRunOut()) {
      if (error instanceof WebAssembly.RuntimeError) forgetPdfium();
      throw error;
    }
    if (!pages.isInPages) throw new RangeError('PDFium is out of memory');
    pages.greedy += 1;
    pages.next += 1;
    draft.leaveOut(pages.next);
    if (pages.greedy < MAX_GREEDY_PAGES && pages.next < document.pageCount) return false;
    if (draft.pages.length === 0) draft.addProblem('OUT_OF_MEMORY');
    return true;
  } finally {
    document.close();
  }
}

async function openForReading(draft: ReadDraft): Promise<PdfDocument | undefined> {
  try {
    const document = await openPdf(draft.request.path);
    if (document.pageCount > 0) return document;
    if (document.pdfium.EPDF_IsEncrypted(document.handle))
      draft.addProblem('NEEDS_PASSWORD', 'pages are locked');
    else draft.addProblem('DAMAGED', 'no pages');
    document.close();
    return undefined;
  } catch (error) {
    if (!(error instanceof PdfOpenError)) throw error;
    if (error.reason === 'password') draft.addProblem('NEEDS_PASSWORD');
    else if (error.reason === 'security') draft.addProblem('NEEDS_PASSWORD', 'unknown security handler');
    else return openRepaired(draft, error);
    return undefined;
  }
}

/** A file whose cross-reference table is lost can often be rebuilt from its objects. */
async function openRepaired(draft: ReadDraft, cause: PdfOpenError): Promise<PdfDocument | undefined> {
  const { path } = draft.request;
  if (statSync(path).size <= MAX_REPAIR_BYTES) {
    try {
      const document = await openPdfBytes(await repairPdf(readFileSync(path)));
      if (document.pageCount > 0) {
        draft.addProblem('DAMAGED_PARTLY', 'read from a repaired copy');
        return document;
      }
      document.close();
    } catch {
      // Not repairable: reported below with what PDFium said.
    }
  }
  draft.addProblem('DAMAGED', cause.message);
  return undefined;
}

function readPages(draft: ReadDraft, document: PdfDocument, pages: PagesRead): void {
  pages.isInPages = true;
  for (; pages.next < document.pageCount; pages.next += 1) {
    const index = pages.next;
    if (draft.isTextFull) {
      draft.addProblem('TOO_LARGE', `text kept of the first ${index} pages`);
      break;
    }
    if (!draft.beginPart(index + 1)) continue;
    const page = readPageText(document, index);
    if (page === undefined) {
      pages.unreadable += 1;
      continue;
    }
    if (page.isGarbled) pages.garbled += 1;
    draft.addPage(index + 1, page.text, 'pdf');
    if (page.isPicture) draft.pagesWithoutText.push(index + 1);
  }
  pages.isInPages = false;
  const { unreadable, garbled, greedy } = pages;
  if (unreadable === document.pageCount) draft.addProblem('DAMAGED', 'no page can be loaded');
  else if (unreadable > 0) draft.addProblem('DAMAGED_PARTLY', `${unreadable} pages cannot be loaded`);
  if (garbled > 0) draft.addProblem('TEXT_LAYER_GARBLED', `${garbled} pages`);
  if (draft.pages.length === 0 && unreadable === 0 && garbled === 0 && greedy === 0)
    draft.addProblem('NO_TEXT');
}

async function readAttachments(draft: ReadDraft, document: PdfDocument): Promise<void> {
  const { attachments, unreadable } = readPdfAttachments(
    document,
    draft.request.limits.maxChildBytes,
    (page) => draft.returnTo(page),
  );
  if (unreadable > 0) draft.addProblem('DAMAGED_PARTLY', `${unreadable} attachments cannot be read`);
  let xmlPage = document.pageCount;
  let number = 0;
  for (const { name, content } of attachments) {
    if (isInvoiceXml(name, content)) {
      xmlPage += 1;
      draft.addPage(xmlPage, decodeText(content).text, 'xml');
      continue;
    }
    number += 1;
    await draft.addChild(`att-${number}/${name}`, name, content);
  }
}
