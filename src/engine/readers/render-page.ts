// What does one page of a document look like, as pixels?

import { decodeBmp } from './bmp.ts';
import { decodeHeic } from './heic.ts';
import { MAX_IMAGE_PIXELS } from './image.ts';
import { MEDIA } from './media-types.ts';
import { openPdf, type PdfDocument, readPageSize } from './pdf-document.ts';
import { heapOf, withDrawingFonts, withMemory } from './pdfium-library.ts';
import sharp, { type Sharp } from './picture-library.ts';
import { decodeTiff, isForeignTiff } from './tiff.ts';
import { orientPixels } from './tiff-orientation.ts';

export interface RenderRequest {
  readonly path: string;
  readonly mediaType: string;
  /** 1-based page or frame. */
  readonly page: number;
  /** PDF only; images keep their pixels. Default 96. */
  readonly dpi?: number;
  /** The result is scaled down to hold no more than this many pixels. */
  readonly maxPixels?: number;
  /** "png" (default), or "rgb": three bytes per pixel. */
  readonly format?: 'png' | 'rgb' | 'jpeg';
}

export interface RenderedPage {
  readonly width: number;
  readonly height: number;
  readonly format: 'png' | 'rgb' | 'jpeg';
  readonly data: Uint8Array;
}

const DEFAULT_DPI = 96;
const POINTS_PER_INCH = 72;
/** 40 megapixels: an A3 page at 300 dpi is 17. */
const DEFAULT_MAX_PIXELS = 40_000_000;
/** FPDF_RenderPageBitmap: annotations, and red before blue in memory. */
const RENDER_FLAGS = 0x01 | 0x10;
const BITMAP_BGRX = 3;
const WHITE = 0xffffffff;

/** True for types that {@link renderPage} can draw. Office files and e-mails have no pages to draw. */
export function canRender(mediaType: string): boolean {
  return mediaType === MEDIA.pdf || mediaType.startsWith('image/');
}

/** Draws one page. Rejects when the file is damaged, locked, or of a type that has no picture. */
export async function renderPage(request: RenderRequest): Promise<RenderedPage> {
  const image = await openPageImage(request);
  const maxPixels = request.maxPixels ?? DEFAULT_MAX_PIXELS;
  const scaled = image.width * image.height > maxPixels ? shrink(image, maxPixels) : image.pixels;
  const opaque = scaled.flatten({ background: '#ffffff' });
  const format = request.format ?? 'png';
  const pipeline =
    format === 'png'
      ? opaque.png({ compressionLevel: 6 })
      : format === 'jpeg'
        ? opaque.jpeg({ quality: 85 })
        : opaque.toColourspace('srgb').removeAlpha().raw();
  const { data, info } = await pipeline.toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, format, data: Uint8Array.from(data) };
}

export interface PageImage {
  readonly pixels: Sharp;
  /** Upright. */
  readonly width: number;
  readonly height: number;
}

/** The page as an upright sharp image, for further work (thumbnail, OCR, barcodes). */
export async function openPageImage(request: RenderRequest): Promise<PageImage> {
  const { path, mediaType, page } = request;
  if (mediaType === MEDIA.pdf) return renderPdfPage(request);
  if (mediaType === MEDIA.heic || mediaType === MEDIA.heif) {
    const { width, height, rgba } = await decodeHeic(path);
    return {
      pixels: sharp(Buffer.from(rgba.buffer), { raw: { width, height, channels: 4 } }),
      width,
      height,
    };
  }
  if (mediaType === MEDIA.bmp) {
    const { width, height, rgb } = decodeBmp(path);
    return { pixels: sharp(rgb, { raw: { width, height, channels: 3 } }), width, height };
  }
  if (mediaType === MEDIA.tiff) {
    const tiff = decodeTiff(path, page - 1);
    if (tiff !== undefined) return orientPixels(tiff);
    if (isForeignTiff(path, page - 1)) throw new Error('no decoder for the compression of this TIFF');
  }
  const pixels = sharp(path, {
    failOn: 'none',
    limitInputPixels: MAX_IMAGE_PIXELS,
    ...(page > 1 ? { page: page - 1 } : {}),
  });
  const { width = 0, height = 0, orientation = 1 } = await pixels.metadata();
  const isTurned = orientation >= 5;
  return { pixels: pixels.autoOrient(), width: isTurned ? height : width, height: isTurned ? width : height };
}

function shrink({ pixels, width, height }: PageImage, maxPixels: number): Sharp {
  const factor = Math.sqrt(maxPixels / (width * height));
  return pixels.resize(Math.max(1, Math.floor(width * factor)), Math.max(1, Math.floor(height * factor)), {
    fit: 'fill',
  });
}

async function renderPdfPage(request: RenderRequest): Promise<PageImage> {
  const document = await openPdf(request.path);
  try {
    return withDrawingFonts(() => rasterise(document, request));
  } finally {
    document.close();
  }
}

function rasterise(document: PdfDocument, request: RenderRequest): PageImage {
  const { pdfium, handle } = document;
  const { width: widthPt, height: heightPt } = readPageSize(document, request.page - 1);
  const wanted = (request.dpi ?? DEFAULT_DPI) / POINTS_PER_INCH;
  const maxPixels = request.maxPixels ?? DEFAULT_MAX_PIXELS;
  // A page may claim 200,000 points: the cap decides then, not the resolution.
  const scale = Math.min(wanted, Math.sqrt(maxPixels / Math.max(1, widthPt * heightPt)));
  const width = Math.max(1, Math.floor(widthPt * scale));
  const height = Math.max(1, Math.floor(heightPt * scale));
  const page = pdfium.FPDF_LoadPage(handle, request.page - 1);
  if (page === 0) throw new Error(`page ${request.page} cannot be loaded`);
  try {
    const stride = width * 4;
    const data = withMemory(pdfium, stride * height, (buffer) => {
      const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BITMAP_BGRX, buffer, stride);
      if (bitmap === 0) throw new Error('no memory for the page');
      pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
      pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_FLAGS);
      pdfium.FPDFBitmap_Destroy(bitmap);
      return Buffer.from(heapOf(pdfium).slice(buffer, buffer + stride * height).buffer);
    });
    for (let index = 3; index < data.length; index += 4) data[index] = 255;
    return { pixels: sharp(data, { raw: { width, height, channels: 4 } }), width, height };
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}
