// How is the book put together: exhibits first, then the pages that name their numbers, then links and labels?
import { join } from 'node:path';
import { PDFDocument, type PDFPage } from 'pdf-lib';
import type { Language } from '../../../domain/errors.ts';
import type { ExhibitPlan, PackPlan } from '../pack-plan.ts';
import { type BookContext, createBookContext } from './book-context.ts';
import { embedBookFonts } from './book-fonts.ts';
import { drawFront, type Front } from './book-front.ts';
import { type DrawnExhibit, drawExhibit, isPhoto, type PhotoAhead } from './draw-exhibit.ts';
import type { Slip } from './exhibit-slip.ts';
import type { ListedExhibit } from './front-sections.ts';
import { type Bookmark, nameDestinations, setOutline, writeLinks } from './outline.ts';
import { setPageLabels, setViewerFacts } from './page-labels.ts';
import { type PhotoRaster, rasterPhoto } from './photo-raster.ts';
import { createStreamSpill, type StreamSpill } from './spill-streams.ts';
import { exhibitPlace } from './stamp.ts';
import { MAX_VOLUME_BYTES } from './theme.ts';
import { drawWatermark } from './watermark.ts';
import { writePdf } from './write-pdf.ts';

export interface BookRequest {
  readonly plan: PackPlan;
  readonly language: Language;
  /** Folder that receives index.pdf (and index-volume-N.pdf). */
  readonly folder: string;
  /** Label → name of the original in the pack, for the list. */
  readonly files: Readonly<Record<string, string>>;
  /** Exhibits that brought an earlier try down: shown as slips. */
  readonly forcedSlips: Readonly<Record<string, Slip>>;
  /** Second try when the whole book could not be saved: every PDF enters as pictures of its pages. */
  readonly pdfAsImages?: boolean;
  /** Bytes of sources per volume; absent: 300 MB. */
  readonly maxVolumeBytes?: number;
}

export interface BookExhibit {
  readonly label: string;
  readonly firstPage: number;
  readonly pages: number;
  readonly slip?: string;
  readonly volume?: number;
  /** Characters of its pages that stand as code points. */
  readonly replaced: number;
}

export interface BookFile {
  readonly name: string;
  readonly pages: number;
  readonly frontPages: number;
  readonly firstBodyNumber: number;
  readonly links: number;
}

export interface BookOutcome {
  readonly files: readonly BookFile[];
  readonly exhibits: readonly BookExhibit[];
  /** Characters written as code points because no font of the book has a glyph. */
  readonly replacedCharacters: number;
}

interface Volume {
  readonly book: BookContext;
  readonly drawn: readonly {
    readonly exhibit: ExhibitPlan;
    readonly drawn: DrawnExhibit;
    readonly firstNumber: number;
  }[];
}

/** Writes the book. `onExhibit` is told before each exhibit is drawn. */
export async function makeBook(
  request: BookRequest,
  onExhibit: (label: string) => void,
): Promise<BookOutcome> {
  const groups = splitVolumes(request.plan.exhibits, request.maxVolumeBytes ?? MAX_VOLUME_BYTES);
  return groups.length <= 1 ? makeSingleBook(request, onExhibit) : makeVolumes(request, groups, onExhibit);
}

async function makeSingleBook(
  request: BookRequest,
  onExhibit: (label: string) => void,
): Promise<BookOutcome> {
  const spill = createStreamSpill(join(request.folder, SPILL_NAME));
  try {
    return await finishSingleBook(
      request,
      await drawVolume(request, request.plan.exhibits, 1, onExhibit, spill),
    );
  } finally {
    spill.close();
  }
}

/** Lies beside the book while it grows; never part of a pack. */
const SPILL_NAME = '.book-streams';

async function finishSingleBook(request: BookRequest, volume: Volume): Promise<BookOutcome> {
  const { book, drawn } = volume;
  const listed = drawn.map((item) => listExhibit(request, item, undefined, book));
  const bodyPages = book.doc.getPageCount();
  const front = drawFront(book, listed, bodyPages);
  const links = writeLinks(book, () => undefined);
  setOutline(book.doc, [...frontBookmarks(book, front), ...bodyBookmarks(volume)]);
  setPageLabels(book.doc, front.pages.length, 1);
  await finishDocument(book, request, 'index.pdf');
  const file = {
    name: 'index.pdf',
    pages: book.doc.getPageCount(),
    frontPages: front.pages.length,
    firstBodyNumber: 1,
    links,
  };
  return { files: [file], exhibits: listed.map(toOutcome), replacedCharacters: book.fonts.countReplaced() };
}

/** Volumes are written one after the other, so that only one is in memory; the index with the front comes last. */
async function makeVolumes(
  request: BookRequest,
  groups: readonly (readonly ExhibitPlan[])[],
  onExhibit: (label: string) => void,
): Promise<BookOutcome> {
  const files: BookFile[] = [];
  const listed: ListedExhibit[] = [];
  const remote = new Map<string, { file: string }>();
  let number = 1;
  let replaced = 0;
  for (const [index, exhibits] of groups.entries()) {
    const spill = createStreamSpill(join(request.folder, SPILL_NAME));
    const volume = await drawVolume(request, exhibits, number, onExhibit, spill).catch((error: unknown) => {
      spill.close();
      throw error;
    });
    const { book, drawn } = volume;
    const name = `index-volume-${index + 1}.pdf`;
    for (const item of drawn) {
      listed.push(listExhibit(request, item, index + 1, book));
      remote.set(exhibitPlace(item.exhibit.label), { file: name });
    }
    // The list lies in index.pdf, whose pages are not laid out yet: back links name its rows.
    const links = writeLinks(book, () => ({ file: 'index.pdf' }));
    nameDestinations(book);
    setOutline(book.doc, bodyBookmarks(volume));
    setPageLabels(book.doc, 0, number);
    await finishDocument(book, request, name).finally(() => spill.close());
    const pages = book.doc.getPageCount();
    files.push({ name, pages, frontPages: 0, firstBodyNumber: number, links });
    number += pages;
    replaced += book.fonts.countReplaced();
  }
  const doc = await PDFDocument.create({ updateMetadata: false });
  const book = createBookContext(doc, await embedBookFonts(doc), request.plan, request.language);
  const front = drawFront(book, listed, number - 1);
  const links = writeLinks(book, (target) => remote.get(target));
  nameDestinations(book);
  setOutline(doc, frontBookmarks(book, front));
  setPageLabels(doc, front.pages.length, 1);
  await finishDocument(book, request, 'index.pdf');
  const first = {
    name: 'index.pdf',
    pages: doc.getPageCount(),
    frontPages: front.pages.length,
    firstBodyNumber: 1,
    links,
  };
  return { files: [first, ...files], exhibits: listed.map(toOutcome), replacedCharacters: replaced };
}

/** Exhibits stay whole; a volume ends before the one that would take it over the limit. */
export function splitVolumes(exhibits: readonly ExhibitPlan[], maxBytes: number): ExhibitPlan[][] {
  const groups: ExhibitPlan[][] = [];
  let bytes = 0;
  for (const exhibit of exhibits) {
    const weight = weighExhibit(exhibit);
    const current = groups[groups.length - 1];
    if (current === undefined || (bytes + weight > maxBytes && current.length > 0)) {
      groups.push([exhibit]);
      bytes = weight;
    } else {
      current.push(exhibit);
      bytes += weight;
    }
  }
  return groups;
}

/** What an exhibit will about weigh in the book: PDFs as they are, a photo after scaling, other kinds next to nothing. */
function weighExhibit(exhibit: ExhibitPlan): number {
  if (exhibit.mediaType === 'application/pdf') return exhibit.sizeBytes;
  if (isPhoto(exhibit.mediaType)) return Math.min(exhibit.sizeBytes, 700_000);
  return 20_000;
}

async function drawVolume(
  request: BookRequest,
  exhibits: readonly ExhibitPlan[],
  firstNumber: number,
  onExhibit: (label: string) => void,
  spill: StreamSpill,
): Promise<Volume> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const book = createBookContext(doc, await embedBookFonts(doc), request.plan, request.language);
  const ahead = preparePhotos(exhibits, request.forcedSlips);
  const drawn: Volume['drawn'][number][] = [];
  let number = firstNumber;
  for (const exhibit of exhibits) {
    onExhibit(exhibit.label);
    const one = await drawExhibit(book, exhibit, number, {
      forcedSlip: request.forcedSlips[exhibit.label],
      pdfAsImages: request.pdfAsImages ?? false,
      ahead,
    });
    drawn.push({ exhibit, drawn: one, firstNumber: number });
    number += one.pages.length;
    spill.spill(doc.context);
  }
  // From here on no single exhibit is to blame.
  onExhibit('');
  return { book, drawn };
}

/** Decodes the next photos while pages are being copied: two at a time keep both cores busy and memory bounded. */
function preparePhotos(exhibits: readonly ExhibitPlan[], forced: BookRequest['forcedSlips']): PhotoAhead {
  const queue = exhibits.filter(
    (exhibit) => isPhoto(exhibit.mediaType) && exhibit.sizeBytes > 0 && forced[exhibit.label] === undefined,
  );
  const running = new Map<string, Promise<PhotoRaster>>();
  const start = (): void => {
    while (running.size < PHOTOS_AHEAD && queue.length > 0) {
      const exhibit = queue.shift()!;
      const raster = rasterPhoto(exhibit.sourcePath, exhibit.mediaType);
      raster.catch(() => undefined); // told where it is awaited
      running.set(exhibit.label, raster);
    }
  };
  start();
  return (exhibit) => {
    const raster = running.get(exhibit.label);
    running.delete(exhibit.label);
    start();
    return raster;
  };
}

const PHOTOS_AHEAD = 2;

function listExhibit(
  request: BookRequest,
  item: Volume['drawn'][number],
  volume: number | undefined,
  book: BookContext,
): ListedExhibit {
  const { exhibit, drawn, firstNumber } = item;
  return {
    exhibit,
    file: request.files[exhibit.label] ?? '',
    firstPage: firstNumber,
    pages: drawn.pages.length,
    replaced: drawn.replaced,
    ...(drawn.slip === undefined ? {} : { slip: book.word(drawn.slip.reason, drawn.slip.params) }),
    ...(volume === undefined ? {} : { volume }),
  };
}

function toOutcome(item: ListedExhibit): BookExhibit {
  const { firstPage, pages, slip, volume, replaced } = item;
  return {
    label: item.exhibit.label,
    firstPage,
    pages,
    replaced,
    ...(slip === undefined ? {} : { slip }),
    ...(volume === undefined ? {} : { volume }),
  };
}

function frontBookmarks(book: BookContext, front: Front): Bookmark[] {
  return front.sections.map((section) => ({
    title: section.key === 'cover' ? book.word('bookTitle') : book.word(section.key),
    page: section.firstPage,
  }));
}

function bodyBookmarks({ book, drawn }: Volume): Bookmark[] {
  const [first] = drawn;
  if (first === undefined) return [];
  return [
    {
      title: book.word('sectionBody'),
      page: first.drawn.pages[0]!,
      children: drawn.map((item) => ({
        title: bookmarkTitle(item.exhibit, item.firstNumber),
        page: item.drawn.pages[0]!,
      })),
    },
  ];
}

/** "E03 – Invoice of 12 January – 2026-01-12 (p. 14)": label, title, date, page. */
function bookmarkTitle(exhibit: ExhibitPlan, page: number): string {
  const title = exhibit.caption || exhibit.originalName;
  const date = exhibit.documentDate === undefined ? '' : ` – ${exhibit.documentDate}`;
  return `${exhibit.label} – ${title}${date} (p. ${page})`;
}

async function finishDocument(book: BookContext, request: BookRequest, name: string): Promise<void> {
  const { doc } = book;
  const { plan } = request;
  if (plan.variant === 'consultant') {
    for (const page of doc.getPages()) drawWatermark(book, page as PDFPage);
  }
  const builtAt = new Date(plan.builtAtMs);
  doc.setTitle(book.word('docTitle', { case: plan.caseNumber, problem: book.name(plan.problemName) }));
  doc.setAuthor(book.name(plan.account.legalName));
  doc.setSubject(
    `${book.word('bookTitle')} ${plan.caseNumber}, ${book.word('coverEdition')} ${plan.edition}`,
  );
  doc.setCreator('Casebinder');
  doc.setProducer('Casebinder');
  doc.setCreationDate(builtAt);
  doc.setModificationDate(builtAt);
  setViewerFacts(doc, request.language);
  book.structure.write(doc);
  await writePdf(doc, join(request.folder, name));
}
