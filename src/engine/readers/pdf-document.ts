// How is a PDF file opened without loading it whole into memory, and why did it not open?
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { hasPdfiumRunOut, heapOf, loadPdfium, withMemory } from './pdfium-library.ts';

export interface PdfDocument {
  readonly pdfium: WrappedPdfiumModule;
  /** FPDF_DOCUMENT handle. */
  readonly handle: number;
  readonly pageCount: number;
  close(): void;
}

/** FPDF_GetLastError of fpdfview.h. */
const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;

export class PdfOpenError extends Error {
  readonly reason: 'password' | 'security' | 'damaged';

  constructor(reason: 'password' | 'security' | 'damaged', code: number) {
    super(`PDFium error ${code}`);
    this.reason = reason;
  }
}

/**
 * Opens a PDF; PDFium reads the parts it needs through a callback. Documents that only restrict printing or copying
 * open without a password. Throws {@link PdfOpenError}. The caller closes the document.
 */
export async function openPdf(path: string): Promise<PdfDocument> {
  const pdfium = await loadPdfium();
  const core = pdfium.pdfium;
  const file = openSync(path, 'r');
  const sizeBytes = fstatSync(file).size;
  const getBlock = core.addFunction(
    (_param: number, position: number, buffer: number, bytes: number): number => {
      const from = position >>> 0;
      if (from + bytes > sizeBytes) return 0;
      const target = heapOf(pdfium).subarray(buffer, buffer + bytes);
      return readSync(file, target, 0, bytes, from) === bytes ? 1 : 0;
    },
    'iiiii',
  );
  // FPDF_FILEACCESS: m_FileLen, m_GetBlock, m_Param.
  const access = core.wasmExports.malloc(12);
  core.setValue(access, sizeBytes, 'i32');
  core.setValue(access + 4, getBlock, 'i32');
  core.setValue(access + 8, 0, 'i32');
  const release = (): void => {
    core.removeFunction(getBlock);
    core.wasmExports.free(access);
    closeSync(file);
  };
  const handle = pdfium.FPDF_LoadCustomDocument(access, '');
  if (handle === 0) {
    const code = pdfium.FPDF_GetLastError();
    release();
    throw new PdfOpenError(
      code === ERROR_PASSWORD ? 'password' : code === ERROR_SECURITY ? 'security' : 'damaged',
      code,
    );
  }
  return {
    pdfium,
    handle,
    pageCount: pdfium.FPDF_GetPageCount(handle),
    close: () => {
      if (hasPdfiumRunOut()) closeSync(file);
      else {
        pdfium.FPDF_CloseDocument(handle);
        release();
      }
    },
  };
}

/** Opens a PDF that lies in memory (a repaired copy). */
export async function openPdfBytes(bytes: Uint8Array): Promise<PdfDocument> {
  const pdfium = await loadPdfium();
  const pointer = pdfium.pdfium.wasmExports.malloc(bytes.length);
  if (pointer === 0) throw new RangeError('PDFium is out of memory');
  heapOf(pdfium).set(bytes, pointer);
  const handle = pdfium.FPDF_LoadMemDocument(pointer, bytes.length, '');
  if (handle === 0) {
    const code = pdfium.FPDF_GetLastError();
    pdfium.pdfium.wasmExports.free(pointer);
    throw new PdfOpenError('damaged', code);
  }
  return {
    pdfium,
    handle,
    pageCount: pdfium.FPDF_GetPageCount(handle),
    close: () => {
      if (hasPdfiumRunOut()) return;
      pdfium.FPDF_CloseDocument(handle);
      pdfium.pdfium.wasmExports.free(pointer);
    },
  };
}

/** Width and height of a page in points, as displayed (rotation included). */
export function readPageSize(document: PdfDocument, pageIndex: number): { width: number; height: number } {
  const { pdfium, handle } = document;
  return withMemory(pdfium, 16, (pointer) => {
    pdfium.FPDF_GetPageSizeByIndex(handle, pageIndex, pointer, pointer + 8);
    return {
      width: pdfium.pdfium.getValue(pointer, 'double'),
      height: pdfium.pdfium.getValue(pointer + 8, 'double'),
    };
  });
}
