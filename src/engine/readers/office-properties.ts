// What does an Office or OpenDocument file say about itself?
import type { DocumentProperties } from '../../domain/reading.ts';
import { readXmlPart } from './package-xml.ts';
import type { ReadDraft } from './read-draft.ts';
import { findFirst, textOf, type XmlElement } from './xml-tree.ts';
import type { ZipArchive } from './zip-directory.ts';

/** docProps/core.xml and app.xml of OOXML (ECMA-376 part 2, 11; part 1, 15.2.12). */
export async function readOoxmlProperties(
  draft: ReadDraft,
  archive: ZipArchive,
): Promise<DocumentProperties> {
  const core = await readXmlPart(draft, archive, 'docProps/core.xml');
  const app = await readXmlPart(draft, archive, 'docProps/app.xml');
  return compact({
    title: elementText(core, 'title'),
    author: elementText(core, 'creator'),
    producer: elementText(app, 'Application'),
    createdAt: elementText(core, 'created'),
    modifiedAt: elementText(core, 'modified'),
  });
}

/** meta.xml of OpenDocument (1.3 part 3, 4.3). */
export async function readOdfProperties(draft: ReadDraft, archive: ZipArchive): Promise<DocumentProperties> {
  const meta = await readXmlPart(draft, archive, 'meta.xml');
  return compact({
    title: elementText(meta, 'title'),
    author: elementText(meta, 'initial-creator') ?? elementText(meta, 'creator'),
    producer: elementText(meta, 'generator'),
    createdAt: elementText(meta, 'creation-date'),
    modifiedAt: elementText(meta, 'date'),
  });
}

function elementText(root: XmlElement | undefined, name: string): string | undefined {
  if (root === undefined) return undefined;
  const value = textOf(findFirst(root, name)).trim();
  return value === '' ? undefined : value.slice(0, 1000);
}

function compact(properties: DocumentProperties): DocumentProperties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}
