// Can the pages of a PDF with a lost cross-reference table be saved into a sound copy in memory?
import { PDFDocument } from 'pdf-lib';

/** Rebuilds the file from the objects found in it. Rejects when there is no page tree to be found. */
export async function repairPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
  return document.save({ useObjectStreams: false, addDefaultPage: false });
}
