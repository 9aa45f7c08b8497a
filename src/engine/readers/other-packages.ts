// What can be read from rarer ZIP-based documents: XPS, Visio, Apple iWork?
import { MEDIA } from './media-types.ts';
import { readOoxmlProperties } from './office-properties.ts';
import { collectText, findParts, readXmlPart, type TextRules, withPackage } from './package-xml.ts';
import type { ReadDraft } from './read-draft.ts';
import { findAll, type XmlElement } from './xml-tree.ts';
import type { ZipArchive } from './zip-directory.ts';

const PLAIN_RULES: TextRules = {
  blocks: new Set(['p', 'cp', 'Text', 'br', 'ct', 'lnbr']),
  marks: { tab: '\t' },
  skipped: new Set(),
};

export async function readOtherPackage(draft: ReadDraft, mediaType: string): Promise<void> {
  await withPackage(draft, async (archive) => {
    if (mediaType === MEDIA.xps) await readXps(draft, archive);
    else if (mediaType === MEDIA.visio) await readVisio(draft, archive);
    else await readIwork(draft, archive);
    if (draft.pages.length === 0 && draft.problems.length === 0) draft.addProblem('NO_TEXT');
  });
}

/** Glyph runs carry their text in an attribute (ECMA-388, 12). */
async function readXps(draft: ReadDraft, archive: ZipArchive): Promise<void> {
  const pages = findParts(archive, /\.fpage$/i);
  draft.pageCount = pages.length;
  for (const [index, entry] of pages.entries()) {
    const page = await readXmlPart(draft, archive, entry.name);
    if (page === undefined) continue;
    const runs = findAll(page, 'Glyphs').map((glyphs) => ({
      y: Math.round(Number(glyphs.attributes['OriginY'] ?? 0)),
      text: (glyphs.attributes['UnicodeString'] ?? '').replace(/^\{\}/, ''),
    }));
    const lines: string[] = [];
    let lastY: number | undefined;
    for (const run of runs) {
      if (lastY === run.y && lines.length > 0) lines[lines.length - 1] += run.text;
      else lines.push(run.text);
      lastY = run.y;
    }
    draft.addPage(index + 1, lines.join('\n'), 'office');
  }
  draft.properties = await readOoxmlProperties(draft, archive);
}

async function readVisio(draft: ReadDraft, archive: ZipArchive): Promise<void> {
  const pages = findParts(archive, /^visio\/pages\/page\d+\.xml$/i);
  draft.pageCount = pages.length;
  for (const [index, entry] of pages.entries()) {
    const page = await readXmlPart(draft, archive, entry.name);
    if (page === undefined) continue;
    draft.addPage(
      index + 1,
      findAll(page, 'Text')
        .map((text) => collectText(text, PLAIN_RULES))
        .join('\n'),
      'office',
    );
  }
  draft.properties = await readOoxmlProperties(draft, archive);
}

/** iWork '09 stores XML. Later files store snappy-packed protocol buffers, which no kept library reads. */
async function readIwork(draft: ReadDraft, archive: ZipArchive): Promise<void> {
  const index =
    (await readXmlPart(draft, archive, 'index.xml')) ?? (await readXmlPart(draft, archive, 'index.apxl'));
  if (index === undefined) {
    draft.addProblem('UNSUPPORTED_TYPE', 'iWork 2013 and later');
    await takePreview(draft, archive);
    return;
  }
  draft.pageCount = 1;
  const texts = [collectText(index, IWORK_RULES), cellTexts(index)].filter((text) => text !== '');
  draft.addPage(1, texts.join('\n'), 'office');
}

const IWORK_RULES: TextRules = {
  blocks: new Set(['p', 'br', 'lnbr', 'crbr']),
  marks: { tab: '\t' },
  skipped: new Set(['stylesheet', 'metadata', 'version-history']),
  textElements: new Set(['p', 'span', 'link', 'string', 'title', 'author']),
};

/** Cells of Numbers keep their text in attributes. */
function cellTexts(index: XmlElement): string {
  const named = ['ct', 'n', 't'].flatMap((name) => findAll(index, name));
  return named
    .map((cell) => cell.attributes['s'] ?? cell.attributes['v'] ?? '')
    .filter((text) => text !== '')
    .join('\n');
}

/** Newer files carry a PDF or JPEG of themselves, which other readers understand. */
async function takePreview(draft: ReadDraft, archive: ZipArchive): Promise<void> {
  const preview = archive.entries.find((entry) =>
    /(^|\/)(QuickLook\/)?Preview\.pdf$|(^|\/)preview\.jpg$/i.test(entry.name),
  );
  if (preview === undefined) return;
  const bytes = await archive.read(preview, draft.request.limits.maxChildBytes);
  const name = preview.name.slice(preview.name.lastIndexOf('/') + 1);
  await draft.addChild(preview.name, name, bytes);
}
