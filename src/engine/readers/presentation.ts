// What do the slides of a presentation (PPTX) say, one page per slide, notes and diagrams included?
import { readEmbeddedFiles } from './embedded-files.ts';
import { readOoxmlProperties } from './office-properties.ts';
import { collectText, findParts, readXmlPart, type TextRules, withPackage } from './package-xml.ts';
import type { ReadDraft } from './read-draft.ts';
import { findAll } from './xml-tree.ts';
import type { ZipArchive } from './zip-directory.ts';

/** DrawingML (ECMA-376 part 1, 21.1.2). */
const SLIDE_RULES: TextRules = {
  blocks: new Set(['p', 'pt', 'v', 'text']),
  marks: { br: '\n', tab: '\t', tc: '\t' },
  skipped: new Set(['Fallback', 'f', 'formatCode']),
  textElements: new Set(['t', 'v', 'text']),
};
/** Parts that belong to a slide and hold text of their own. */
const SLIDE_RELATIONS = /\/(notesSlides|diagrams|charts|comments)\//i;

export async function readPptx(draft: ReadDraft): Promise<void> {
  await withPackage(draft, async (archive) => {
    const slides = findParts(archive, /^ppt\/slides\/slide\d+\.xml$/i);
    draft.pageCount = slides.length;
    for (const [index, slide] of slides.entries()) {
      if (draft.isTextFull) break;
      const texts: string[] = [];
      for (const name of [slide.name, ...(await relatedParts(draft, archive, slide.name))]) {
        const part = await readXmlPart(draft, archive, name);
        if (part !== undefined) texts.push(collectText(part, SLIDE_RULES));
      }
      draft.addPage(index + 1, texts.filter((text) => text !== '').join('\n\n'), 'office');
    }
    if (slides.length === 0) draft.addProblem('DAMAGED', 'no slides');
    else if (draft.pages.length === 0) draft.addProblem('NO_TEXT');
    draft.properties = await readOoxmlProperties(draft, archive);
    await readEmbeddedFiles(draft, archive, /^ppt\/embeddings\//i);
  });
}

async function relatedParts(draft: ReadDraft, archive: ZipArchive, slideName: string): Promise<string[]> {
  const relations = await readXmlPart(draft, archive, slideName.replace(/([^/]+)$/, '_rels/$1.rels'));
  if (relations === undefined) return [];
  const targets = findAll(relations, 'Relationship').map((relation) => relation.attributes['Target'] ?? '');
  return targets
    .map((target) => (target.startsWith('/') ? target.slice(1) : target.replace(/^\.\.\//, 'ppt/')))
    .filter(
      (target) =>
        SLIDE_RELATIONS.test(target) && !/drawing\d*\.xml$|layout\d*\.xml$|colors|quickStyle/i.test(target),
    );
}
