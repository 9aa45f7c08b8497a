// How are the XML parts of a ZIP-based document read, in order and within bounds?
import type { ReadDraft } from './read-draft.ts';
import { isElement, parseXml, type XmlElement } from './xml-tree.ts';
import { openZip, type ZipArchive, type ZipEntry } from './zip-directory.ts';

/** One XML part unpacked; larger ones are left out as hostile or hopeless. */
export const MAX_PART_BYTES = 96 * 1024 * 1024;
/** deflate's theoretical best is about 1:1032; XML of real documents stays far below this. */
const MAX_RATIO = 300;

/** Opens the package, runs `use`, closes it. A package that does not open is reported as DAMAGED. */
export async function withPackage(
  draft: ReadDraft,
  use: (archive: ZipArchive) => Promise<void>,
): Promise<void> {
  let archive: ZipArchive;
  try {
    archive = await openZip(draft.request.path);
  } catch (error) {
    draft.addProblem('DAMAGED', error instanceof Error ? error.message : undefined);
    return;
  }
  try {
    if (archive.damage !== undefined) draft.addProblem('DAMAGED_PARTLY', archive.damage);
    await use(archive);
  } finally {
    archive.close();
  }
}

/** Parses one part; undefined when it is missing, and a problem when it is damaged or a bomb. */
export async function readXmlPart(
  draft: ReadDraft,
  archive: ZipArchive,
  name: string,
): Promise<XmlElement | undefined> {
  const xml = await readTextPart(draft, archive, archive.find(name));
  if (xml === undefined) return undefined;
  try {
    return parseXml(xml);
  } catch {
    draft.addProblem('DAMAGED_PARTLY', `${name} is no XML`);
    return undefined;
  }
}

/** The decoded text of one part (UTF-8 or UTF-16 by its mark). */
export async function readTextPart(
  draft: ReadDraft,
  archive: ZipArchive,
  entry: ZipEntry | undefined,
): Promise<string | undefined> {
  if (entry === undefined) return undefined;
  if (entry.isEncrypted) {
    draft.addProblem('NEEDS_PASSWORD');
    return undefined;
  }
  if (entry.sizeBytes > 1024 * 1024 && entry.sizeBytes > entry.packedBytes * MAX_RATIO) {
    draft.addProblem('ARCHIVE_BOMB', `${entry.name} unpacks ${MAX_RATIO} times`);
    return undefined;
  }
  try {
    const bytes = await archive.read(entry, MAX_PART_BYTES);
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
  } catch (error) {
    draft.addProblem('DAMAGED_PARTLY', error instanceof Error ? error.message : undefined);
    return undefined;
  }
}

/** Entries whose name matches, in the order of the numbers in their names (slide2 before slide10). */
export function findParts(archive: ZipArchive, pattern: RegExp): ZipEntry[] {
  const numberOf = (entry: ZipEntry): number => Number(/(\d+)\D*$/.exec(entry.name)?.[1] ?? 0);
  return archive.entries
    .filter((entry) => pattern.test(entry.name))
    .sort((a, b) => numberOf(a) - numberOf(b) || (a.name < b.name ? -1 : 1));
}

/** What to do with elements of one vocabulary when turning them into lines of text. */
export interface TextRules {
  /** Elements that end a line. */
  readonly blocks: ReadonlySet<string>;
  /** Elements that stand for a fixed text: tab, break. */
  readonly marks: Readonly<Record<string, string>>;
  /** Elements that are not read. */
  readonly skipped: ReadonlySet<string>;
  /** Elements whose own text counts; undefined: all. */
  readonly textElements?: ReadonlySet<string>;
}

/** Text of an element in document order, one line per block element. */
export function collectText(element: XmlElement, rules: TextRules): string {
  const parts: string[] = [];
  append(element, rules, parts, rules.textElements === undefined);
  return parts
    .join('')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function append(element: XmlElement, rules: TextRules, parts: string[], counts: boolean): void {
  if (rules.skipped.has(element.name)) return;
  const mark = rules.marks[element.name];
  if (mark !== undefined) parts.push(mark);
  const own = counts || rules.textElements?.has(element.name) === true;
  for (const child of element.children) {
    if (isElement(child)) append(child, rules, parts, rules.textElements === undefined);
    else if (own) parts.push(child);
  }
  if (rules.blocks.has(element.name)) parts.push('\n');
}
