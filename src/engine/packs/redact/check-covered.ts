// Is what was covered really gone from the copy: no text, no metadata, and only the cover colour in the boxes?
import sharp from 'sharp';
import { openPdf } from '../../readers/pdf-document.ts';
import type { RedactionBox } from '../../store/schema/cases.ts';
import { rasterPdfPages } from '../book/pdf-as-images.ts';
import { pixelsOf } from './box-pixels.ts';

interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** JPEG rings at edges: inside the box, away from its rim, a pixel may differ by this much. */
const TOLERANCE = 24;
const RIM_PX = 8;
const CHECK_DPI = 200;

/** Problems in English; empty when the copy is safe to hand on. */
export async function checkCoveredCopy(
  path: string,
  mediaType: string,
  pages: number,
  boxes: readonly RedactionBox[],
  cover: Rgb,
): Promise<string[]> {
  const problems: string[] = [];
  if (boxes.some((box) => box.page > pages))
    problems.push('a box lies on a page that the copy does not have');
  if (mediaType === 'image/jpeg') {
    const { exif, xmp, iptc, icc } = await sharp(path).metadata();
    if (exif !== undefined || xmp !== undefined || iptc !== undefined || icc !== undefined)
      problems.push('the picture still carries metadata');
    problems.push(...(await checkPixels(await sharp(path).toBuffer(), 1, boxes, cover)));
    return problems;
  }
  const text = await readAllText(path);
  if (text.trim() !== '') problems.push('the copy still holds text');
  const raster = await rasterPdfPages(path, { dpi: CHECK_DPI, maxPages: 10_000 });
  if (raster.state !== 'open' || raster.pages !== pages)
    return [...problems, 'the copy cannot be opened again'];
  let page = 0;
  for await (const frame of raster.frames) {
    page += 1;
    problems.push(...(await checkPixels(frame.jpeg, page, boxes, cover)));
  }
  return problems;
}

async function readAllText(path: string): Promise<string> {
  const document = await openPdf(path);
  const { pdfium, handle } = document;
  let text = '';
  try {
    for (let index = 0; index < document.pageCount; index += 1) {
      const page = pdfium.FPDF_LoadPage(handle, index);
      const textPage = page === 0 ? 0 : pdfium.FPDFText_LoadPage(page);
      const count = textPage === 0 ? 0 : pdfium.FPDFText_CountChars(textPage);
      for (let at = 0; at < count; at += 1)
        text += String.fromCodePoint(pdfium.FPDFText_GetUnicode(textPage, at) || 32);
      if (textPage !== 0) pdfium.FPDFText_ClosePage(textPage);
      if (page !== 0) pdfium.FPDF_ClosePage(page);
    }
  } finally {
    document.close();
  }
  return text;
}

async function checkPixels(
  picture: Uint8Array,
  page: number,
  boxes: readonly RedactionBox[],
  cover: Rgb,
): Promise<string[]> {
  const own = boxes.filter((box) => box.page === page);
  if (own.length === 0) return [];
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const wanted = [cover.r, cover.g, cover.b];
  return own.flatMap((box) => {
    const { left, top, right, bottom } = pixelsOf(box, info.width, info.height);
    for (let y = top + RIM_PX; y < bottom - RIM_PX; y += 1) {
      for (let x = left + RIM_PX; x < right - RIM_PX; x += 1) {
        const at = (y * info.width + x) * info.channels;
        if (wanted.some((value, channel) => Math.abs(data[at + channel]! - value) > TOLERANCE))
          return [`something shows through a box on page ${page}`];
      }
    }
    return [];
  });
}
