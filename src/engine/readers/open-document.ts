// What do OpenDocument files (ODT, ODP) and EPUB books say?

import { readEmbeddedFiles } from './embedded-files.ts';
import { htmlToText } from './html-text.ts';
import { readOdfProperties } from './office-properties.ts';
import {
  collectText,
  findParts,
  readTextPart,
  readXmlPart,
  type TextRules,
  withPackage,
} from './package-xml.ts';
import type { ReadDraft } from './read-draft.ts';
import { findAll, findFirst, textOf } from './xml-tree.ts';

/** OpenDocument 1.3 part 3, chapters 5–6. Tracked deletions are not read. */
const ODF_RULES: TextRules = {
  blocks: new Set(['p', 'h', 'table-row', 'list-item']),
  marks: { tab: '\t', 'line-break': '\n', s: ' ', 'table-cell': '\t' },
  skipped: new Set([
    'tracked-changes',
    'forms',
    'scripts',
    'font-face-decls',
    'automatic-styles',
    'event-listeners',
  ]),
};

export async function readOdf(draft: ReadDraft): Promise<void> {
  await withPackage(draft, async (archive) => {
    const content = await readXmlPart(draft, archive, 'content.xml');
    if (content === undefined) {
      if (draft.problems.length === 0) draft.addProblem('DAMAGED', 'no content.xml');
      return;
    }
    const slides = findFirst(content, 'presentation')?.children.flatMap((child) =>
      typeof child !== 'string' && child.name === 'page' ? [child] : [],
    );
    const styles = await readXmlPart(draft, archive, 'styles.xml');
    const master = styles === undefined ? undefined : findFirst(styles, 'master-styles');
    const headers = master === undefined ? '' : collectText(master, ODF_RULES);
    if (slides !== undefined && slides.length > 0) {
      draft.pageCount = slides.length;
      for (const [index, slide] of slides.entries())
        draft.addPage(index + 1, collectText(slide, ODF_RULES), 'office');
    } else {
      draft.pageCount = 1;
      const parts = [collectText(content, ODF_RULES)];
      for (const entry of findParts(archive, /^Object [^/]+\/content\.xml$/i)) {
        const object = await readXmlPart(draft, archive, entry.name);
        if (object !== undefined) parts.push(collectText(object, ODF_RULES));
      }
      draft.addPage(1, [...parts, headers].filter((text) => text !== '').join('\n\n'), 'office');
    }
    if (draft.pages.length === 0) draft.addProblem('NO_TEXT');
    draft.properties = await readOdfProperties(draft, archive);
    await readEmbeddedFiles(draft, archive, /^Object [^/]+$/i);
  });
}

/** Chapters in the order of the package's spine (EPUB 3.3, 5.7). */
export async function readEpub(draft: ReadDraft): Promise<void> {
  await withPackage(draft, async (archive) => {
    const container = await readXmlPart(draft, archive, 'META-INF/container.xml');
    const rootFile =
      container === undefined ? undefined : findFirst(container, 'rootfile')?.attributes['full-path'];
    const book = rootFile === undefined ? undefined : await readXmlPart(draft, archive, rootFile);
    if (rootFile === undefined || book === undefined) {
      draft.addProblem('DAMAGED', 'no package document');
      return;
    }
    const folder = rootFile.includes('/') ? rootFile.slice(0, rootFile.lastIndexOf('/') + 1) : '';
    const hrefs = new Map(
      findAll(book, 'item').map((item) => [item.attributes['id'], item.attributes['href'] ?? '']),
    );
    const chapters = findAll(book, 'itemref').map((item) => hrefs.get(item.attributes['idref'] ?? '') ?? '');
    draft.pageCount = chapters.length;
    for (const [index, href] of chapters.entries()) {
      const html = await readTextPart(draft, archive, archive.find(folder + safeDecode(href)));
      if (html !== undefined) draft.addPage(index + 1, htmlToText(html), 'office');
    }
    const title = textOf(findFirst(book, 'title')).trim();
    const author = textOf(findFirst(book, 'creator')).trim();
    draft.properties = { ...(title === '' ? {} : { title }), ...(author === '' ? {} : { author }) };
    if (draft.pages.length === 0) draft.addProblem('NO_TEXT');
  });
}

function safeDecode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
