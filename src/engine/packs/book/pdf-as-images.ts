// What do the pages of a PDF look like as pictures, drawn by PDFium?
import sharp from 'sharp';
import { openPdf, type PdfDocument, PdfOpenError, readPageSize } from '../../readers/pdf-document.ts';
import { heapOf, withDrawingFonts } from '../../readers/pdfium-library.ts';
import type { PhotoRaster } from './photo-raster.ts';

export interface RasterOptions {
  readonly dpi: number;
  readonly maxPages: number;
  readonly format?: 'jpeg' | 'png';
}

export type PdfRaster =
  | { readonly state: 'open'; readonly pages: number; readonly frames: AsyncIterable<PhotoRaster> }
  | { readonly state: 'locked' }
  | { readonly state: 'damaged' }
  | { readonly state: 'tooLong'; readonly pages: number };

/** A page is never drawn larger than this, whatever size it claims. */
const MAX_RASTER_SIDE = 4000;

/** Opens the PDF at `path`; the frames are drawn one at a time while they are consumed. */
export async function rasterPdfPages(path: string, options: RasterOptions): Promise<PdfRaster> {
  let document: PdfDocument;
  try {
    document = await openPdf(path);
  } catch (error) {
    const locked = error instanceof PdfOpenError && error.reason !== 'damaged';
    return locked ? { state: 'locked' } : { state: 'damaged' };
  }
  const pages = document.pageCount;
  if (pages === 0) {
    document.close();
    return { state: 'damaged' };
  }
  if (pages > options.maxPages) {
    document.close();
    return { state: 'tooLong', pages };
  }
  async function* frames(): AsyncIterable<PhotoRaster> {
    try {
      for (let index = 0; index < pages; index += 1) yield await drawPage(document, index, options);
    } finally {
      document.close();
    }
  }
  return { state: 'open', pages, frames: frames() };
}

/** FPDF_ANNOT | FPDF_PRINTING of fpdfview.h. */
const RENDER_FLAGS = 0x01 | 0x800;
/** FPDFBitmap_BGRx. */
const BGRX = 3;

async function drawPage(document: PdfDocument, index: number, options: RasterOptions): Promise<PhotoRaster> {
  const { pdfium, handle } = document;
  const size = readPageSize(document, index);
  const scale = Math.min(options.dpi / 72, MAX_RASTER_SIDE / Math.max(size.width, size.height, 1));
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  const page = withDrawingFonts(() => pdfium.FPDF_LoadPage(handle, index));
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
  if (page === 0 || bitmap === 0) throw new Error('page cannot be drawn');
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    withDrawingFonts(() => pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_FLAGS));
    const from = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const pixels = Buffer.from(heapOf(pdfium).slice(from, from + width * height * 4));
    for (let at = 0; at < pixels.length; at += 4) {
      const blue = pixels[at]!;
      pixels[at] = pixels[at + 2]!;
      pixels[at + 2] = blue;
      pixels[at + 3] = 255;
    }
    const image = sharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha();
    const encoded =
      options.format === 'png'
        ? image.png({ palette: false })
        : image.jpeg({ quality: 88, chromaSubsampling: '4:4:4' });
    const jpeg = await encoded.withMetadata({ density: options.dpi }).toBuffer();
    return { jpeg, width, height, originalWidth: width, originalHeight: height };
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
    if (page !== 0) pdfium.FPDF_ClosePage(page);
  }
}
