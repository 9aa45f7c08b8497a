// What does an OFD document (GB/T 33190, the Chinese e-invoice format) say, page by page?
import { findParts, readXmlPart, withPackage } from './package-xml.ts';
import type { ReadDraft } from './read-draft.ts';
import { findAll, findFirst, isElement, textOf, type XmlElement } from './xml-tree.ts';
import type { ZipArchive } from './zip-directory.ts';

/** Runs on one line of the page, in millimetres. */
const LINE_TOLERANCE_MM = 1.5;

interface Run {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export async function readOfd(draft: ReadDraft): Promise<void> {
  await withPackage(draft, async (archive) => {
    const root = await readXmlPart(draft, archive, 'OFD.xml');
    const bodies = root === undefined ? [] : findAll(root, 'DocBody');
    if (root === undefined || bodies.length === 0) {
      draft.addProblem('DAMAGED', 'no document body');
      return;
    }
    readProperties(draft, root);
    for (const body of bodies) {
      const location = textOf(findFirst(body, 'DocRoot')).trim();
      await readDocument(draft, archive, resolvePath('', location));
    }
    await readAttachments(draft, archive);
    if (draft.pages.length === 0) draft.addProblem('NO_TEXT');
  });
}

/** Path of a part relative to the folder of another one; a leading slash means the package's root. */
function resolvePath(folder: string, location: string): string {
  const parts = location.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of location.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function readProperties(draft: ReadDraft, root: XmlElement): void {
  const value = (name: string): string | undefined => textOf(findFirst(root, name)).trim() || undefined;
  const properties = {
    title: value('Title'),
    author: value('Author'),
    creator: value('Creator'),
    createdAt: value('CreationDate'),
    modifiedAt: value('ModDate'),
  };
  draft.properties = Object.fromEntries(Object.entries(properties).filter(([, text]) => text !== undefined));
  const custom = findAll(root, 'CustomData').map(
    (item) => `${item.attributes['Name'] ?? ''}: ${textOf(item).trim()}`,
  );
  if (custom.length > 0) draft.addPage(0, custom.join('\n'), 'xml');
}

async function readDocument(draft: ReadDraft, archive: ZipArchive, path: string): Promise<void> {
  const document = await readXmlPart(draft, archive, path);
  if (document === undefined) {
    draft.addProblem('DAMAGED_PARTLY', 'a document is missing');
    return;
  }
  const folder = folderOf(path);
  const templates = new Map<string, string>();
  for (const template of findAll(document, 'TemplatePage')) {
    templates.set(template.attributes['ID'] ?? '', resolvePath(folder, template.attributes['BaseLoc'] ?? ''));
  }
  const annotations = await readAnnotations(draft, archive, document, folder);
  const pages = findAll(document, 'Page').filter((page) => page.attributes['BaseLoc'] !== undefined);
  for (const page of pages) {
    draft.pageCount += 1;
    const pagePath = resolvePath(folder, page.attributes['BaseLoc'] ?? '');
    const content = await readXmlPart(draft, archive, pagePath);
    const runs: Run[] = content === undefined ? [] : collectRuns(content);
    for (const use of content === undefined ? [] : findAll(content, 'Template')) {
      const template = templates.get(use.attributes['TemplateID'] ?? '');
      const part = template === undefined ? undefined : await readXmlPart(draft, archive, template);
      if (part !== undefined) runs.push(...collectRuns(part));
    }
    runs.push(...(annotations.get(page.attributes['ID'] ?? '') ?? []));
    const text = joinRuns(runs);
    draft.addPage(draft.pageCount, text, 'office');
    if (text === '') draft.pagesWithoutText.push(draft.pageCount);
  }
}

async function readAnnotations(
  draft: ReadDraft,
  archive: ZipArchive,
  document: XmlElement,
  folder: string,
): Promise<Map<string, Run[]>> {
  const result = new Map<string, Run[]>();
  const location = textOf(findFirst(document, 'Annotations')).trim();
  if (location === '') return result;
  const listPath = resolvePath(folder, location);
  const list = await readXmlPart(draft, archive, listPath);
  for (const page of list === undefined ? [] : findAll(list, 'Page')) {
    const file = textOf(findFirst(page, 'FileLoc')).trim();
    const part = await readXmlPart(draft, archive, resolvePath(folderOf(listPath), file));
    if (part !== undefined) result.set(page.attributes['PageID'] ?? '', collectRuns(part));
  }
  return result;
}

/** Text objects with the place of their box plus the first offset of their text code (GB/T 33190, 11.3). */
function collectRuns(element: XmlElement, runs: Run[] = []): Run[] {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (child.name !== 'TextObject') {
      collectRuns(child, runs);
      continue;
    }
    const [left = 0, top = 0] = (child.attributes['Boundary'] ?? '').trim().split(/\s+/).map(Number);
    for (const code of findAll(child, 'TextCode')) {
      const text = textOf(code);
      const x = left + Number(code.attributes['X'] ?? 0);
      const y = top + Number(code.attributes['Y'] ?? 0);
      if (text.trim() !== '')
        runs.push({ x: Number.isFinite(x) ? x : 0, y: Number.isFinite(y) ? y : 0, text });
    }
  }
  return runs;
}

/** Top to bottom, left to right; runs at about the same height share a line. */
function joinRuns(runs: readonly Run[]): string {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: Run[][] = [];
  for (const run of sorted) {
    const line = lines.at(-1);
    if (line !== undefined && run.y - line[0]!.y <= LINE_TOLERANCE_MM) line.push(run);
    else lines.push([run]);
  }
  return lines
    .map((line) =>
      line
        .sort((a, b) => a.x - b.x)
        .map((run) => run.text.trim())
        .join(' '),
    )
    .join('\n');
}

/** The original invoice as XML travels as an attachment or a tag file: text for recognition; other files are children. */
async function readAttachments(draft: ReadDraft, archive: ZipArchive): Promise<void> {
  let xmlPage = draft.pageCount;
  for (const entry of findParts(archive, /(^|\/)(attachs?|attachments?)\/[^/]+$/i)) {
    const name = entry.name.slice(entry.name.lastIndexOf('/') + 1);
    if (/^attachments\.xml$/i.test(name) || entry.isFolder) continue;
    try {
      const bytes = await archive.read(entry, draft.request.limits.maxChildBytes);
      if (/\.xml$/i.test(name)) {
        xmlPage += 1;
        draft.addPage(xmlPage, new TextDecoder().decode(bytes), 'xml');
      } else await draft.addChild(entry.name, name, bytes);
    } catch (error) {
      draft.addProblem('DAMAGED_PARTLY', error instanceof Error ? error.message : undefined);
    }
  }
}
