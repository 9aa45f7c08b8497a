// How is a PDF that only forbids printing or copying opened up, so that its pages can be copied?
import { openPdf, PdfOpenError } from '../../readers/pdf-document.ts';
import { heapOf } from '../../readers/pdfium-library.ts';

/** FPDF_REMOVE_SECURITY of fpdf_save.h. */
const REMOVE_SECURITY = 3;

/** True when the file may be encrypted: the trailer names /Encrypt, and trailers are never compressed themselves. */
export function mayBeEncrypted(bytes: Buffer): boolean {
  return bytes.includes('/Encrypt');
}

/**
 * Bytes of the same document without its lock, written by PDFium (the page copier decrypts streams, but leaves some
 * strings scrambled). Undefined when a password is needed; throws for anything else that keeps it from opening.
 */
export async function decryptPdf(path: string): Promise<Uint8Array | undefined> {
  const document = await openPdf(path).catch((error: unknown) => {
    if (error instanceof PdfOpenError && error.reason !== 'damaged') return undefined;
    throw error;
  });
  if (document === undefined) return undefined;
  const { pdfium, handle } = document;
  const core = pdfium.pdfium;
  const parts: Buffer[] = [];
  const writeBlock = core.addFunction((_self: number, data: number, bytes: number): number => {
    parts.push(Buffer.from(heapOf(pdfium).slice(data, data + bytes)));
    return 1;
  }, 'iiii');
  // FPDF_FILEWRITE: version, WriteBlock.
  const writer = core.wasmExports.malloc(8);
  core.setValue(writer, 1, 'i32');
  core.setValue(writer + 4, writeBlock, 'i32');
  try {
    if (!pdfium.FPDF_SaveAsCopy(handle, writer, REMOVE_SECURITY))
      throw new Error('the copy could not be written');
    return Buffer.concat(parts);
  } finally {
    core.wasmExports.free(writer);
    core.removeFunction(writeBlock);
    document.close();
  }
}
