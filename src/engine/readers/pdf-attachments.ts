// Which files are attached to a PDF, and which of them is the invoice as XML?
import type { PdfDocument } from './pdf-document.ts';
import { heapOf, readUtf16, withMemory } from './pdfium-library.ts';

export interface PdfAttachment {
  readonly name: string;
  readonly content: Uint8Array;
}

const ANNOTATION_FILE_ATTACHMENT = 17;
const MAX_ATTACHMENTS = 500;

/** Files of the document's name tree and of file-attachment annotations. Unreadable ones are counted, not thrown. Pages are 1-based. */
export function readPdfAttachments(
  document: PdfDocument,
  maxBytes: number,
  mayLoadPage: (page: number) => boolean,
): { attachments: PdfAttachment[]; unreadable: number } {
  const { pdfium, handle } = document;
  const attachments: PdfAttachment[] = [];
  let unreadable = 0;
  const take = (attachment: number): void => {
    const read = attachment === 0 ? undefined : readAttachment(document, attachment, maxBytes);
    if (read === undefined) unreadable += 1;
    else attachments.push(read);
  };
  const count = Math.min(pdfium.FPDFDoc_GetAttachmentCount(handle), MAX_ATTACHMENTS);
  for (let index = 0; index < count; index += 1) take(pdfium.FPDFDoc_GetAttachment(handle, index));
  for (let pageIndex = 0; pageIndex < Math.min(document.pageCount, 200); pageIndex += 1) {
    if (!mayLoadPage(pageIndex + 1)) continue;
    const page = pdfium.FPDF_LoadPage(handle, pageIndex);
    if (page === 0) continue;
    const annotations = Math.min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ATTACHMENTS);
    for (let index = 0; index < annotations; index += 1) {
      const annotation = pdfium.FPDFPage_GetAnnot(page, index);
      if (annotation === 0) continue;
      if (pdfium.FPDFAnnot_GetSubtype(annotation) === ANNOTATION_FILE_ATTACHMENT) {
        take(pdfium.FPDFAnnot_GetFileAttachment(annotation));
      }
      pdfium.FPDFPage_CloseAnnot(annotation);
    }
    pdfium.FPDF_ClosePage(page);
  }
  return { attachments, unreadable };
}

function readAttachment(
  document: PdfDocument,
  attachment: number,
  maxBytes: number,
): PdfAttachment | undefined {
  const { pdfium } = document;
  const name = readUtf16(pdfium, (pointer, bytes) =>
    pdfium.FPDFAttachment_GetName(attachment, pointer, bytes),
  );
  return withMemory(pdfium, 4, (sizePointer) => {
    if (!pdfium.FPDFAttachment_GetFile(attachment, 0, 0, sizePointer)) return undefined;
    const sizeBytes = pdfium.pdfium.getValue(sizePointer, 'i32') >>> 0;
    if (sizeBytes === 0) return { name, content: new Uint8Array() };
    if (sizeBytes > maxBytes) return undefined;
    return withMemory(pdfium, sizeBytes, (pointer) => {
      if (!pdfium.FPDFAttachment_GetFile(attachment, pointer, sizeBytes, sizePointer)) return undefined;
      return { name, content: heapOf(pdfium).slice(pointer, pointer + sizeBytes) };
    });
  });
}

/**
 * True for the structured invoice of a hybrid PDF: by its agreed name (ZUGFeRD/Factur-X 1.0 section 6.2, XRechnung,
 * Order-X) or, for any XML, by a root element of CII, UBL or a Chinese e-invoice.
 */
export function isInvoiceXml(name: string, content: Uint8Array): boolean {
  if (/^(factur-x|zugferd-invoice|xrechnung|order-x|cida|ubl-?invoice)\.xml$/i.test(name)) return true;
  if (!/\.xml$/i.test(name)) return false;
  const head = new TextDecoder().decode(content.subarray(0, 4096));
  return /<(\w+:)?(CrossIndustry(Invoice|Document)|Invoice|CreditNote|EInvoice|eInvoice|SCRDMCCBDACIOMessageStructure)[\s>]/.test(
    head,
  );
}
