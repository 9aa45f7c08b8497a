// What does a Word document (DOCX) say, headers, notes, text boxes and embedded files included?
import { readEmbeddedFiles } from './embedded-files.ts';
import { htmlToText } from './html-text.ts';
import { readOoxmlProperties } from './office-properties.ts';
import {
  collectText,
  findParts,
  readTextPart,
  readXmlPart,
  type TextRules,
  withPackage,
} from './package-xml.ts';
import type { ReadDraft } from './read-draft.ts';
import type { XmlElement } from './xml-tree.ts';

/** WordprocessingML (ECMA-376 part 1, 17). Deleted text, field codes and fallbacks of drawings are not read. */
const WORD_RULES: TextRules = {
  blocks: new Set(['p', 'tr']),
  marks: { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', tc: '\ufdd1', tr: '\ufdd0', ptab: '\t' },
  skipped: new Set(['delText', 'Fallback', 'rPr', 'pPr', 'sectPr', 'moveFrom']),
  textElements: new Set(['t', 'instrText']),
};
const STORY_PARTS = /^word\/(header|footer|footnotes|endnotes|comments)\d*\.xml$/i;
const ALTERNATIVE_PARTS = /^word\/.*\.(html?|mht|xhtml|txt)$/i;
const GRAPHIC_PARTS = /^word\/(diagrams\/data|charts\/chart)\d*\.xml$/i;

/** DrawingML texts of diagrams and charts. */
const DRAWING_RULES: TextRules = {
  blocks: new Set(['p', 'pt', 'v']),
  marks: {},
  skipped: new Set(['f', 'formatCode']),
  textElements: new Set(['t', 'v']),
};

/**
 * Text with each table row on a line of its own, its cells parted by tabs. Rows and cells are marked by noncharacters of
 * Unicode, so that a paragraph that is merely indented by a tab is not taken for a cell.
 */
function collectStory(element: XmlElement): string {
  return collectText(element, WORD_RULES)
    .replace(/\n*\ufdd0\s*\ufdd1?/g, '\n')
    .replace(/\n*\ufdd1/g, '\t')
    .replace(/[ \t]+\n/g, '\n')
    .trim();
}

export async function readDocx(draft: ReadDraft): Promise<void> {
  await withPackage(draft, async (archive) => {
    const mainName = findParts(archive, /^word\/document\d*\.xml$/i)[0]?.name ?? 'word/document.xml';
    const main = await readXmlPart(draft, archive, mainName);
    if (main === undefined) {
      draft.addProblem('DAMAGED', 'no main part');
      return;
    }
    const texts = [collectStory(main)];
    for (const entry of findParts(archive, STORY_PARTS)) {
      const part = await readXmlPart(draft, archive, entry.name);
      if (part !== undefined) texts.push(collectStory(part));
    }
    for (const entry of findParts(archive, GRAPHIC_PARTS)) {
      const part = await readXmlPart(draft, archive, entry.name);
      if (part !== undefined) texts.push(collectText(part, DRAWING_RULES));
    }
    for (const entry of findParts(archive, ALTERNATIVE_PARTS)) {
      const html = await readTextPart(draft, archive, entry);
      if (html !== undefined) texts.push(htmlToText(html));
    }
    draft.pageCount = 1;
    draft.addPage(1, texts.filter((text) => text !== '').join('\n\n'), 'office');
    if (draft.pages.length === 0) draft.addProblem('NO_TEXT');
    draft.properties = await readOoxmlProperties(draft, archive);
    await readEmbeddedFiles(draft, archive, /^word\/embeddings\//i);
  });
}
