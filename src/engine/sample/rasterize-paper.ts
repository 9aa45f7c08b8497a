// How does a drawn paper become pixels: clean as a screenshot, or worn as a scan?
import { readFileSync } from 'node:fs';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import sharp from 'sharp';
import { findModuleFile } from '../readers/find-module-file.ts';
import { createRandom } from './seeded-random.ts';

export interface Raster {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

let engine: Promise<WrappedPdfiumModule> | undefined;

async function startEngine(): Promise<WrappedPdfiumModule> {
  const path = findModuleFile('@embedpdf/pdfium/pdfium.wasm');
  const file = readFileSync(path);
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
  const pdfium = await init({ wasmBinary });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/** Renders one page of a PDF as RGB pixels on white. */
export async function rasterizePdf(pdf: Uint8Array, dpi: number, pageIndex = 0): Promise<Raster> {
  engine ??= startEngine();
  const pdfium = await engine;
  const heap = (): Uint8Array => pdfium.pdfium.HEAPU8;
  const memory = pdfium.pdfium.wasmExports.malloc(pdf.length);
  heap().set(pdf, memory);
  const document = pdfium.FPDF_LoadMemDocument(memory, pdf.length, '');
  const page = pdfium.FPDF_LoadPage(document, pageIndex);
  const width = Math.round((pdfium.FPDF_GetPageWidthF(page) * dpi) / 72);
  const height = Math.round((pdfium.FPDF_GetPageHeightF(page) * dpi) / 72);
  const bitmap = pdfium.FPDFBitmap_Create(width, height, 0);
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  // 0x10 swaps the byte order to RGBA.
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0x10);
  const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const rgba = Buffer.from(heap().slice(start, start + width * height * 4));
  pdfium.FPDFBitmap_Destroy(bitmap);
  pdfium.FPDF_ClosePage(page);
  pdfium.FPDF_CloseDocument(document);
  pdfium.pdfium.wasmExports.free(memory);
  const data = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .raw()
    .toBuffer();
  return { data, width, height };
}

/** A clean screenshot of a paper's first page. */
export async function renderScreenshot(pdf: Uint8Array, dpi: number): Promise<Buffer> {
  const raster = await rasterizePdf(pdf, dpi);
  return await sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } })
    .png({ compressionLevel: 9, palette: true, colours: 128, effort: 4 })
    .toBuffer();
}

export interface ScanStyle {
  /** Key of the seeded noise. */
  readonly seed: string;
  readonly dpi?: number;
  /** Clockwise turn in degrees. */
  readonly skew?: number;
  readonly blur?: number;
  readonly noise?: number;
  readonly quality?: number;
  /** Colour of the paper, for example a carbon copy's pale blue. */
  readonly tint?: readonly [number, number, number];
  readonly grey?: boolean;
  readonly pageIndex?: number;
}

/** A page as an office scanner gives it back: slightly turned, soft, noisy, unevenly lit; JPEG. */
export async function renderScan(pdf: Uint8Array, style: ScanStyle): Promise<Buffer> {
  const raster = await rasterizePdf(pdf, style.dpi ?? 130, style.pageIndex ?? 0);
  const tint = style.tint ?? [252, 251, 247];
  const background = { r: tint[0], g: tint[1], b: tint[2] };
  const worn = sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } })
    .rotate(style.skew ?? 0.8, { background: { r: 255, g: 255, b: 255 } })
    .blur(style.blur ?? 0.6);
  const { data, info } = await (style.grey ? worn.modulate({ saturation: 0 }) : worn)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  addWear(data, info.width, info.height, style, background);
  return await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .withMetadata({ density: style.dpi ?? 130 })
    .jpeg({ quality: style.quality ?? 60 })
    .toBuffer();
}

function addWear(
  data: Buffer,
  width: number,
  height: number,
  style: ScanStyle,
  paper: { readonly r: number; readonly g: number; readonly b: number },
): void {
  const random = createRandom(style.seed);
  const amount = style.noise ?? 9;
  const noise = Int8Array.from({ length: 8191 }, () =>
    Math.round((random.next() + random.next() - 1) * amount),
  );
  const base = [paper.r, paper.g, paper.b];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      // The light falls off towards the spine of the scanner lid.
      const light = 1 - 0.07 * (x / width) * (y / height) - (x < 14 ? (14 - x) * 0.012 : 0);
      const grain = noise[(y * 7919 + x * 104_729) % 8191] as number;
      for (let c = 0; c < 3; c++) {
        const value = ((data[at + c] as number) * (base[c] as number) * light) / 255 + grain;
        data[at + c] = value < 0 ? 0 : Math.min(value, 255);
      }
    }
  }
}
