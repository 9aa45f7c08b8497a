// What does a screen reader find in the book: which text is a heading, a cell or a picture's description, in which order?
import { type PDFArray, type PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFPage } from 'pdf-lib';

/** Standard structure types (PDF 32000-1, 14.8.4) that the book uses. */
type Role =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'P'
  | 'TOC'
  | 'TOCI'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure';

/** They hold other elements; text drawn straight into them becomes a paragraph. */
const CONTAINERS: ReadonlySet<Role> = new Set(['Document', 'Part', 'Sect', 'TOC', 'Table', 'TR']);

interface Mark {
  readonly page: PDFPage;
  readonly mcid: number;
}

export interface StructureElement {
  readonly role: Role;
  readonly title?: string;
  readonly alt?: string;
  /** Made for text that was drawn straight into a container of this page; the next line goes on with it. */
  readonly impliedOn?: PDFPage;
  kids: (StructureElement | Mark)[];
}

export interface StructureTree {
  /** A new element at the end of the current one, or at its start. */
  add(
    role: Role,
    facts?: { readonly title?: string; readonly alt?: string; readonly first?: boolean },
  ): StructureElement;
  /** What `paint` draws belongs to `element`. */
  into<T>(element: StructureElement, paint: () => T): T;
  /** The same for work that takes turns with others: everything until leave() belongs to `element`. */
  enter(element: StructureElement): void;
  leave(): void;
  /** What `paint` draws is decoration or repeated on every page: no part of the text. */
  artifact<T>(paint: () => T): T;
  /** Number of the next piece of content on `page` (its MCID); undefined when it is an artifact. */
  mark(page: PDFPage): (Mark & { readonly role: Role }) | undefined;
  /** Writes the tree into the catalog (PDF 32000-1, 14.7). Pages that were taken out again are left out. */
  write(doc: PDFDocument): void;
}

export function createStructureTree(): StructureTree {
  const root: StructureElement = { role: 'Document', kids: [] };
  const stack: StructureElement[] = [root];
  const owners = new Map<PDFPage, StructureElement[]>();
  let artifacts = 0;

  const current = (): StructureElement => stack[stack.length - 1]!;
  /** The element that text on `page` goes to. */
  const ownerOn = (page: PDFPage): StructureElement => {
    const element = current();
    if (!CONTAINERS.has(element.role)) return element;
    const last = element.kids.at(-1);
    if (last !== undefined && 'role' in last && last.impliedOn === page) return last;
    const implied: StructureElement = { role: 'P', impliedOn: page, kids: [] };
    element.kids.push(implied);
    return implied;
  };

  return {
    add(role, { title, alt, first = false } = {}) {
      const element: StructureElement = {
        role,
        ...(title === undefined ? {} : { title }),
        ...(alt === undefined ? {} : { alt }),
        kids: [],
      };
      // What is drawn into decoration is decoration.
      if (artifacts > 0) return element;
      if (first) current().kids.unshift(element);
      else current().kids.push(element);
      return element;
    },
    into(element, paint) {
      stack.push(element);
      try {
        return paint();
      } finally {
        stack.pop();
      }
    },
    enter(element) {
      stack.push(element);
    },
    leave() {
      stack.pop();
    },
    artifact(paint) {
      artifacts += 1;
      try {
        return paint();
      } finally {
        artifacts -= 1;
      }
    },
    mark(page) {
      if (artifacts > 0) return undefined;
      const owner = ownerOn(page);
      let list = owners.get(page);
      if (list === undefined) {
        list = [];
        owners.set(page, list);
      }
      const mark = { page, mcid: list.length };
      list.push(owner);
      owner.kids.push(mark);
      return { ...mark, role: owner.role };
    },
    write: (doc) => writeTree(doc, root, owners),
  };
}

function writeTree(
  doc: PDFDocument,
  root: StructureElement,
  owners: ReadonlyMap<PDFPage, readonly StructureElement[]>,
): void {
  const { context, catalog } = doc;
  const pages = doc.getPages();
  const present = new Set(pages);
  const treeRef = context.nextRef();
  const refs = new Map<StructureElement, ReturnType<typeof context.nextRef>>();

  const writeElement = (element: StructureElement, parent: typeof treeRef): typeof treeRef | undefined => {
    const ref = context.nextRef();
    const kids = context.obj([]) as PDFArray;
    const home = element.kids.find((kid): kid is Mark => 'mcid' in kid && present.has(kid.page))?.page;
    for (const kid of element.kids) {
      if ('role' in kid) {
        const written = writeElement(kid, ref);
        if (written !== undefined) kids.push(written);
      } else if (kid.page === home) kids.push(context.obj(kid.mcid));
      else if (present.has(kid.page))
        kids.push(context.obj({ Type: 'MCR', Pg: kid.page.ref, MCID: kid.mcid }));
    }
    // An empty cell keeps those beside it in their columns.
    if (kids.size() === 0 && element.role !== 'TD') return undefined;
    const dict = context.obj({ Type: 'StructElem', S: element.role, P: parent, K: kids }) as PDFDict;
    if (home !== undefined) dict.set(PDFName.of('Pg'), home.ref);
    if (element.title !== undefined) dict.set(PDFName.of('T'), PDFHexString.fromText(element.title));
    if (element.alt !== undefined) dict.set(PDFName.of('Alt'), PDFHexString.fromText(element.alt));
    context.assign(ref, dict);
    refs.set(element, ref);
    return ref;
  };

  const top = writeElement(root, treeRef);
  if (top === undefined) return;
  const numbers = context.obj([]) as PDFArray;
  for (const [index, page] of pages.entries()) {
    const list = owners.get(page);
    if (list === undefined) continue;
    numbers.push(context.obj(index));
    numbers.push(context.register(context.obj(list.map((owner) => refs.get(owner) ?? null))));
    page.node.set(PDFName.of('StructParents'), context.obj(index));
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  }
  const parents = context.register(context.obj({ Nums: numbers }));
  context.assign(
    treeRef,
    context.obj({ Type: 'StructTreeRoot', K: top, ParentTree: parents, ParentTreeNextKey: pages.length }),
  );
  catalog.set(PDFName.of('StructTreeRoot'), treeRef);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
}
