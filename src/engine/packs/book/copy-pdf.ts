// How do the pages of a source PDF become pages of the book: same look, no actions, no baggage, room for a stamp?
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from 'pdf-lib';
import { copyLayers } from './copy-layers.ts';
import type { Box } from './stamp.ts';

export interface CopiedPage {
  readonly page: PDFPage;
  /** What a reader sees of the original page. */
  readonly box: Box;
}

/** Keys of a page that show nothing, or act, or drag other parts of the source document along. */
const DROPPED_KEYS = [
  'AA', 'B', 'StructParents', 'Tabs', 'Thumb', 'PieceInfo', 'Metadata', 'Trans', 'Dur', 'ID',
  'LastModified', 'TemplateInstantiated', 'PresSteps', 'VP', 'SeparationInfo', 'TrimBox', 'BleedBox', 'ArtBox', 'DPart',
] as const; // biome-ignore format: a list

/** Opens a PDF; owner-locked ones open with the empty password. Throws the library's error for any other lock. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { password: '', updateMetadata: false, throwOnInvalidObject: false });
}

/** Copies all pages of `source` into `target` with one copier: fonts and pictures that pages share are copied once. */
export async function copyPdfPages(target: PDFDocument, source: PDFDocument): Promise<CopiedPage[]> {
  const pages = source.getPages();
  for (const page of pages) cleanPage(page);
  await source.flush();
  const copier = PDFObjectCopier.for(source.context, target.context);
  const copies = pages.map((page) => {
    const leaf = copier.copy(page.node);
    return PDFPage.of(leaf, target.context.register(leaf), target);
  });
  copyLayers(target, source, copier);
  const streams = countStreams(copies);
  const replaced = new Set<PDFRef>();
  const result = copies.map((page) => {
    const box = visibleBox(page);
    isolateContent(target.context, page, box, streams, replaced);
    target.addPage(page);
    return { page, box };
  });
  for (const ref of replaced) target.context.delete(ref);
  return result;
}

function cleanPage(page: PDFPage): void {
  for (const key of DROPPED_KEYS) page.node.delete(PDFName.of(key));
  const annotations = page.node.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) {
    page.node.delete(PDFName.of('Annots'));
    return;
  }
  const kept: PDFDict[] = [];
  for (let index = 0; index < Math.min(annotations.size(), 5000); index += 1) {
    const annotation = annotations.lookup(index);
    const clean = annotation instanceof PDFDict ? cleanAnnotation(page.doc.context, annotation) : undefined;
    if (clean !== undefined) kept.push(clean);
  }
  if (kept.length === 0) page.node.delete(PDFName.of('Annots'));
  else page.node.set(PDFName.of('Annots'), page.doc.context.obj(kept));
}

/** Keeps what an annotation looks like (filled form fields, stamps, notes) and drops what it does. */
function cleanAnnotation(context: PDFContext, annotation: PDFDict): PDFDict | undefined {
  const subtype = annotation.lookup(PDFName.of('Subtype'));
  const rect = annotation.lookup(PDFName.of('Rect'));
  const appearance = findAppearance(annotation);
  if (!(rect instanceof PDFArray) || appearance === undefined) return undefined;
  if (subtype === PDFName.of('Link') || subtype === PDFName.of('Popup')) return undefined;
  const flags = annotation.lookup(PDFName.of('F'));
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 4;
  const hidden = 2 | 32;
  if ((bits & hidden) !== 0) return undefined;
  return context.obj({
    Type: 'Annot',
    Subtype: 'Stamp',
    Rect: rect,
    F: (bits & 4) | 64 | 128,
    AP: { N: appearance },
  }) as PDFDict;
}

function findAppearance(annotation: PDFDict): PDFRef | undefined {
  const set = annotation.lookup(PDFName.of('AP'));
  if (!(set instanceof PDFDict)) return undefined;
  const normal = set.get(PDFName.of('N'));
  if (normal instanceof PDFRef && set.lookup(PDFName.of('N')) instanceof PDFStream) return normal;
  const states = set.lookup(PDFName.of('N'));
  const state = annotation.lookup(PDFName.of('AS'));
  if (!(states instanceof PDFDict) || !(state instanceof PDFName)) return undefined;
  const chosen = states.get(state);
  return chosen instanceof PDFRef && states.lookup(state) instanceof PDFStream ? chosen : undefined;
}

/** Crop box within the media box, with its corners in order. */
function visibleBox(page: PDFPage): Box {
  const media = readBox(page, 'MediaBox') ?? [0, 0, 612, 792];
  const crop = readBox(page, 'CropBox') ?? media;
  const box: Box = [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ];
  return box[2] - box[0] > 1 && box[3] - box[1] > 1 ? box : media;
}

function readBox(page: PDFPage, name: string): Box | undefined {
  const array = page.node.lookup(PDFName.of(name));
  if (!(array instanceof PDFArray) || array.size() < 4) return undefined;
  const values = [0, 1, 2, 3].map((index) => {
    const value = array.lookup(index);
    return value instanceof PDFNumber ? value.asNumber() : Number.NaN;
  });
  if (values.some((value) => !Number.isFinite(value))) return undefined;
  const [a, b, c, d] = values as [number, number, number, number];
  const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box[2] - box[0] > 1 && box[3] - box[1] > 1 ? box : undefined;
}

function contentRefs(page: PDFPage): (PDFRef | PDFStream)[] {
  const raw = page.node.get(PDFName.of('Contents'));
  const contents = page.node.lookup(PDFName.of('Contents'));
  if (contents instanceof PDFStream) return raw instanceof PDFRef ? [raw] : [contents];
  if (!(contents instanceof PDFArray)) return [];
  const refs: (PDFRef | PDFStream)[] = [];
  for (let index = 0; index < contents.size(); index += 1) {
    const item = contents.get(index);
    if (item instanceof PDFRef || item instanceof PDFStream) refs.push(item);
  }
  return refs;
}

function countStreams(pages: readonly PDFPage[]): Map<PDFRef, number> {
  const counts = new Map<PDFRef, number>();
  for (const page of pages) {
    for (const ref of contentRefs(page)) {
      if (ref instanceof PDFRef) counts.set(ref, (counts.get(ref) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Turns the page's content into a form XObject clipped to what was visible. A source that forgets to restore its
 * graphics state, or that paints beyond its crop box, can then neither move nor cover the stamp.
 */
function isolateContent(
  context: PDFContext,
  page: PDFPage,
  box: Box,
  counts: ReadonlyMap<PDFRef, number>,
  replaced: Set<PDFRef>,
): void {
  const refs = contentRefs(page);
  const resources = page.node.Resources() ?? context.obj({});
  const formKeys = {
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [...box],
    Resources: page.node.get(PDFName.of('Resources')) ?? resources,
  };
  let form: PDFRef | undefined;
  const [only] = refs;
  const stream = only instanceof PDFRef ? context.lookup(only) : only;
  if (refs.length === 1 && stream instanceof PDFRawStream) {
    if (only instanceof PDFRef && counts.get(only) === 1) {
      for (const [key, value] of (context.obj(formKeys) as PDFDict).entries()) stream.dict.set(key, value);
      form = only;
    } else {
      const dict = stream.dict.clone(context);
      for (const [key, value] of (context.obj(formKeys) as PDFDict).entries()) dict.set(key, value);
      form = context.register(PDFRawStream.of(dict, stream.contents));
      if (only instanceof PDFRef) replaced.add(only);
    }
  } else if (refs.length > 0) {
    form = context.register(context.flateStream(joinStreams(context, refs), formKeys));
    for (const ref of refs) if (ref instanceof PDFRef) replaced.add(ref);
  }
  page.node.delete(PDFName.of('Contents'));
  page.node.set(PDFName.of('Resources'), context.obj({}));
  if (form === undefined) return;
  const xObjects = context.obj({ CbPage: form });
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: xObjects }));
  page.node.set(PDFName.of('Contents'), context.obj([context.register(context.stream(WHOLE_PAGE))]));
}

/** The page is one piece of the structure tree: its own tags named objects of a document that is not copied. */
const WHOLE_PAGE = '/P <</MCID 0>> BDC\nq /CbPage Do Q\nEMC\n';

/** Content may be cut between streams in the middle of an operation, so that only the joined text is a program. */
function joinStreams(context: PDFContext, refs: readonly (PDFRef | PDFStream)[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const ref of refs) {
    const stream = ref instanceof PDFRef ? context.lookup(ref) : ref;
    if (stream instanceof PDFRawStream) parts.push(decodePDFRawStream(stream).decode(), NEW_LINE);
  }
  return Buffer.concat(parts);
}

const NEW_LINE = Uint8Array.of(10);
