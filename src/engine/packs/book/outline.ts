// How do bookmarks and links get into the document?
import {
  PDFArray,
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  type PDFRef,
  PDFString,
} from 'pdf-lib';
import type { BookContext } from './book-context.ts';

export interface Bookmark {
  readonly title: string;
  readonly page: PDFPage;
  readonly children?: readonly Bookmark[];
}

/** Writes the outline tree; zoom stays as the reader has it ("inherit"). */
export function setOutline(doc: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return;
  const root = doc.context.nextRef();
  const { first, last, count } = writeLevel(doc, root, bookmarks);
  doc.context.assign(root, doc.context.obj({ Type: 'Outlines', First: first, Last: last, Count: count }));
  doc.catalog.set(PDFName.of('Outlines'), root);
}

function writeLevel(
  doc: PDFDocument,
  parent: PDFRef,
  bookmarks: readonly Bookmark[],
): { first: PDFRef; last: PDFRef; count: number } {
  const refs = bookmarks.map(() => doc.context.nextRef());
  let count = bookmarks.length;
  for (const [index, bookmark] of bookmarks.entries()) {
    const item = doc.context.obj({
      Title: PDFHexString.fromText(bookmark.title),
      Parent: parent,
      Dest: [bookmark.page.ref, PDFName.of('XYZ'), null, null, null],
    }) as PDFDict;
    if (index > 0) item.set(PDFName.of('Prev'), refs[index - 1]!);
    if (index < refs.length - 1) item.set(PDFName.of('Next'), refs[index + 1]!);
    if (bookmark.children !== undefined && bookmark.children.length > 0) {
      const level = writeLevel(doc, refs[index]!, bookmark.children);
      item.set(PDFName.of('First'), level.first);
      item.set(PDFName.of('Last'), level.last);
      item.set(PDFName.of('Count'), doc.context.obj(level.count));
      count += level.count;
    }
    doc.context.assign(refs[index]!, item);
  }
  return { first: refs[0]!, last: refs[refs.length - 1]!, count };
}

/** Names every place of this volume, so that links of other volumes reach it (PDF 32000-1, 12.3.2.3). */
export function nameDestinations(book: BookContext): void {
  const { context, catalog } = book.doc;
  const names = [...book.places].sort(([a], [b]) => (a < b ? -1 : 1));
  if (names.length === 0) return;
  const tree = context.obj({
    Names: names.flatMap(([name, place]) => [
      PDFString.of(name),
      context.obj([place.page.ref, PDFName.of('XYZ'), null, place.top ?? null, null]),
    ]) as never,
  });
  catalog.set(PDFName.of('Names'), context.obj({ Dests: context.register(tree) }));
}

/**
 * Turns the recorded rectangles into link annotations. A target of another volume becomes a GoToR action; one that
 * exists nowhere is a mistake of ours and stops the build.
 */
export function writeLinks(
  book: BookContext,
  remote: (target: string) => { readonly file: string } | undefined,
): number {
  const { context } = book.doc;
  let written = 0;
  for (const link of book.links) {
    const place = book.places.get(link.target);
    const shared = { Type: 'Annot', Subtype: 'Link', Rect: [...link.rect], Border: [0, 0, 0], F: 4 };
    let annotation: PDFRef;
    if (place !== undefined) {
      const top = place.top === undefined ? null : place.top;
      const dest = [place.page.ref, PDFName.of('XYZ'), null, top, null];
      annotation = context.register(context.obj({ ...shared, Dest: dest }));
    } else {
      const other = remote(link.target);
      if (other === undefined) throw new Error(`link without target: ${link.target}`);
      const file = {
        Type: 'Filespec',
        F: PDFHexString.fromText(other.file),
        UF: PDFHexString.fromText(other.file),
      };
      // By name: the other volume knows the very row or page, wherever it comes to lie.
      const action = { S: 'GoToR', F: file, D: PDFString.of(link.target), NewWindow: false };
      annotation = context.register(context.obj({ ...shared, A: action as never }));
    }
    const existing = link.page.node.lookup(PDFName.of('Annots'));
    if (existing instanceof PDFArray) existing.push(annotation);
    else link.page.node.set(PDFName.of('Annots'), context.obj([annotation]));
    written += 1;
  }
  return written;
}
