// Which way does an exhibit enter the book, and what if that way fails?
import { readFile } from 'node:fs/promises';
import type { PDFPage } from 'pdf-lib';
import type { ExhibitPlan } from '../pack-plan.ts';
import type { BookContext } from './book-context.ts';
import { type CopiedPage, copyPdfPages, openPdf } from './copy-pdf.ts';
import { decryptPdf, mayBeEncrypted } from './decrypt-pdf.ts';
import { drawPhotoExhibit } from './exhibit-photo.ts';
import { drawSlip, type Slip } from './exhibit-slip.ts';
import { drawTextExhibit, isTextTooLong } from './exhibit-text.ts';
import { drawVideoExhibit } from './exhibit-video.ts';
import { rasterPdfPages } from './pdf-as-images.ts';
import { countFrames, type PhotoRaster, rasterPhoto } from './photo-raster.ts';
import { exhibitPlace, stampCopiedPage, stampSetPage } from './stamp.ts';
import { MAX_COPIED_PDF_BYTES, MAX_EXHIBIT_PAGES } from './theme.ts';

export interface DrawnExhibit {
  readonly label: string;
  readonly pages: readonly PDFPage[];
  readonly slip?: Slip;
  /** Characters of its pages that stand as code points. */
  readonly replaced: number;
}

/** Thrown inside this file to leave the normal way for a slip page. */
class SlipError extends Error {
  readonly slip: Slip;
  constructor(slip: Slip) {
    super(slip.reason);
    this.slip = slip;
  }
}

/** Rasters of photos made ahead of time, by label. */
export type PhotoAhead = (exhibit: ExhibitPlan) => Promise<PhotoRaster> | undefined;

export interface DrawOptions {
  /** Draw this slip instead of the exhibit. */
  readonly forcedSlip: Slip | undefined;
  readonly pdfAsImages: boolean;
  readonly ahead: PhotoAhead;
}

/** Draws all pages of `exhibit` and stamps them. `firstNumber` is the printed number of its first page. */
export async function drawExhibit(
  book: BookContext,
  exhibit: ExhibitPlan,
  firstNumber: number,
  options: DrawOptions,
): Promise<DrawnExhibit> {
  const pagesBefore = book.doc.getPageCount();
  const linksBefore = book.links.length;
  const replacedBefore = book.fonts.countReplaced();
  const { ahead } = options;
  const section = book.structure.add('Sect', {
    title: `${exhibit.label} ${exhibit.caption || exhibit.originalName}`,
  });
  book.structure.enter(section);
  let slip = options.forcedSlip;
  let copied: readonly CopiedPage[] | undefined;
  let pages: readonly PDFPage[] = [];
  if (slip === undefined) {
    try {
      const way = chooseWay(exhibit);
      if (way === 'pdf') {
        const outcome = await drawPdf(book, exhibit, options.pdfAsImages);
        copied = outcome.copied;
        pages = outcome.pages;
      } else if (way === 'photo') pages = await drawPhoto(book, exhibit, ahead);
      else if (way === 'video') pages = await drawVideoExhibit(book, exhibit);
      else if (way === 'text') pages = drawTextExhibit(book, exhibit);
      else slip = { reason: 'slipNoPreview', params: { type: exhibit.mediaType } };
    } catch (error) {
      slip = explainFailure(error, exhibit);
      removePagesAfter(book, pagesBefore, linksBefore);
      section.kids = [];
      copied = undefined;
    }
  }
  if (slip !== undefined) pages = drawSlip(book, exhibit, slip);
  // A copied page is one piece; it was drawn when it was copied.
  else if (copied !== undefined)
    for (const { page } of copied) if (hasContent(page)) book.structure.mark(page);
  book.structure.leave();
  book.places.set(exhibitPlace(exhibit.label), { page: pages[0]! });
  for (const [index, page] of pages.entries()) {
    const stamp = {
      label: exhibit.label,
      page: index + 1,
      pages: pages.length,
      caption: exhibit.caption || exhibit.originalName,
      bookPage: firstNumber + index,
    };
    const box = copied?.[index]?.box;
    if (box === undefined) stampSetPage(book, page, stamp);
    else stampCopiedPage(book, page, box, stamp);
  }
  const replaced = book.fonts.countReplaced() - replacedBefore;
  return { label: exhibit.label, pages, replaced, ...(slip === undefined ? {} : { slip }) };
}

function hasContent(page: PDFPage): boolean {
  return page.node.Contents() !== undefined;
}

/** sharp knows some formats by name only; such a file is not damaged. */
function explainFailure(error: unknown, exhibit: ExhibitPlan): Slip {
  if (error instanceof SlipError) return error.slip;
  const isUnknown = error instanceof Error && /unsupported image format|no known loader/i.test(error.message);
  return isUnknown
    ? { reason: 'slipNoPreview', params: { type: exhibit.mediaType } }
    : { reason: 'slipDamaged', params: {} };
}

function removePagesAfter(book: BookContext, pages: number, links: number): void {
  while (book.doc.getPageCount() > pages) book.doc.removePage(book.doc.getPageCount() - 1);
  book.links.length = links;
}

type Way = 'pdf' | 'photo' | 'video' | 'text' | 'none';

function chooseWay(exhibit: ExhibitPlan): Way {
  const { mediaType } = exhibit;
  if (exhibit.unmarked === true) throw new SlipError({ reason: 'slipUnmarked', params: {} });
  if (exhibit.sizeBytes === 0) throw new SlipError({ reason: 'slipEmpty', params: {} });
  if (/protected|encrypted/.test(mediaType)) throw new SlipError({ reason: 'slipEncrypted', params: {} });
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType.startsWith('video/')) return 'video';
  if (isPhoto(mediaType)) return 'photo';
  if (isTextTooLong(exhibit)) {
    throw new SlipError({
      reason: 'slipTooLong',
      params: { pages: exhibit.pageCount || exhibit.pages.length, limit: MAX_EXHIBIT_PAGES },
    });
  }
  if (exhibit.email !== undefined || exhibit.pages.some((page) => page.text.trim() !== '')) return 'text';
  return 'none';
}

/** Raster formats that are tried as a picture. SVG is an active document and is not rendered. */
export function isPhoto(mediaType: string): boolean {
  return (
    mediaType.startsWith('image/') &&
    !mediaType.startsWith('image/svg') &&
    !mediaType.startsWith('image/vnd.')
  );
}

async function drawPdf(
  book: BookContext,
  exhibit: ExhibitPlan,
  asImages: boolean,
): Promise<{ pages: readonly PDFPage[]; copied?: readonly CopiedPage[] }> {
  const tooLong = (pages: number): SlipError =>
    new SlipError({ reason: 'slipTooLong', params: { pages, limit: MAX_EXHIBIT_PAGES } });
  if (exhibit.sizeBytes > MAX_COPIED_PDF_BYTES) {
    const size = `${Math.round(exhibit.sizeBytes / 1024 / 1024)} MB`;
    throw new SlipError({ reason: 'slipTooLarge', params: { size } });
  }
  if (exhibit.pageCount > MAX_EXHIBIT_PAGES) throw tooLong(exhibit.pageCount);
  if (asImages) return { pages: await drawPdfAsImages(book, exhibit) };
  let bytes: Uint8Array = await readFile(exhibit.sourcePath);
  if (mayBeEncrypted(bytes as Buffer)) {
    const open = await decryptPdf(exhibit.sourcePath).catch(() => bytes);
    if (open === undefined) throw new SlipError({ reason: 'slipEncrypted', params: {} });
    bytes = open;
  }
  const pagesBefore = book.doc.getPageCount();
  const linksBefore = book.links.length;
  try {
    const source = await openPdf(bytes);
    const count = source.getPageCount();
    if (count > MAX_EXHIBIT_PAGES) throw tooLong(count);
    if (count === 0) throw new Error('no pages');
    const copied = await copyPdfPages(book.doc, source);
    return { pages: copied.map((copy) => copy.page), copied };
  } catch (error) {
    if (error instanceof SlipError) throw error;
    removePagesAfter(book, pagesBefore, linksBefore);
    return { pages: await drawPdfAsImages(book, exhibit) };
  }
}

/** Second way for a PDF that the page copier refuses: pictures of its pages by another engine. */
async function drawPdfAsImages(book: BookContext, exhibit: ExhibitPlan): Promise<PDFPage[]> {
  const raster = await rasterPdfPages(exhibit.sourcePath, { dpi: 150, maxPages: MAX_EXHIBIT_PAGES });
  if (raster.state === 'locked') throw new SlipError({ reason: 'slipEncrypted', params: {} });
  if (raster.state === 'damaged') throw new SlipError({ reason: 'slipDamaged', params: {} });
  if (raster.state === 'tooLong') {
    throw new SlipError({ reason: 'slipTooLong', params: { pages: raster.pages, limit: MAX_EXHIBIT_PAGES } });
  }
  const note = {
    ...exhibit,
    caption: `${exhibit.caption || exhibit.originalName} (${book.word('imagesNote')})`,
  };
  return drawPhotoExhibit(book, note, raster.frames, raster.pages);
}

async function drawPhoto(book: BookContext, exhibit: ExhibitPlan, ahead: PhotoAhead): Promise<PDFPage[]> {
  const count = await countFrames(exhibit.sourcePath, exhibit.mediaType);
  if (count > MAX_EXHIBIT_PAGES) {
    throw new SlipError({ reason: 'slipTooLong', params: { pages: count, limit: MAX_EXHIBIT_PAGES } });
  }
  async function* frames(): AsyncIterable<PhotoRaster> {
    for (let index = 0; index < count; index += 1) {
      const ready = index === 0 ? ahead(exhibit) : undefined;
      yield await (ready ?? rasterPhoto(exhibit.sourcePath, exhibit.mediaType, index));
    }
  }
  return drawPhotoExhibit(book, exhibit, frames(), count);
}
