// What stands in the cells of a workbook (XLSX, XLSB, XLS, ODS), one page per sheet?
import { readFileSync, statSync } from 'node:fs';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { noteProgress } from '../jobs/progress-sign.ts';
import { readEmbeddedFiles } from './embedded-files.ts';
import { MEDIA } from './media-types.ts';
import { readOdfProperties, readOoxmlProperties } from './office-properties.ts';
import { openWorkbook } from './open-workbook.ts';
import { collectText, findParts, readXmlPart, type TextRules, withPackage } from './package-xml.ts';
import type { ReadDraft } from './read-draft.ts';

const MAX_WORKBOOK_BYTES = 200 * 1024 * 1024;
/** Rows per sheet; a seller's yearly report has some 100,000. */
const MAX_ROWS = 200_000;
const MAX_COLUMNS = 500;

export async function readSpreadsheet(draft: ReadDraft, mediaType: string): Promise<void> {
  if (statSync(draft.request.path).size > MAX_WORKBOOK_BYTES) {
    draft.addProblem('TOO_LARGE', `workbooks over ${MAX_WORKBOOK_BYTES} bytes are not read`);
    return;
  }
  const book = openOrName(draft);
  if (book === undefined) return;
  draft.pageCount = book.SheetNames.length;
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (sheet === undefined || draft.isTextFull) continue;
    draft.addPage(index + 1, `${name}\n${sheetText(draft, sheet)}`, 'office');
  }
  const isZip = mediaType === MEDIA.xlsx || mediaType === MEDIA.xlsb || mediaType === MEDIA.ods;
  if (isZip) await readRest(draft, mediaType);
  else draft.properties = bookProperties(book);
}

function openOrName(draft: ReadDraft): WorkBook | undefined {
  try {
    // 936 is what Chinese Windows means when an old file names no code page.
    return openWorkbook(readFileSync(draft.request.path), MAX_ROWS, { codepage: 936 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) draft.addProblem('NEEDS_PASSWORD');
    else draft.addProblem('DAMAGED', message);
    return undefined;
  }
}

/** Rows as lines, cells joined by tabs; what a person sees, plus the full number where a format hides digits. */
function sheetText(draft: ReadDraft, sheet: WorkSheet): string {
  const rows = (sheet as unknown as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? [];
  const lines: string[] = [];
  let characters = 0;
  for (const row of rows) {
    if (row === undefined) continue;
    noteProgress();
    const cells = row.slice(0, MAX_COLUMNS).map(cellText);
    while (cells.length > 0 && cells.at(-1) === '') cells.pop();
    if (cells.length === 0) continue;
    const line = cells.join('\t');
    lines.push(line);
    characters += line.length;
    if (characters > draft.request.limits.maxTextCharacters) break;
  }
  return lines.join('\n');
}

function cellText(cell: CellObject | undefined): string {
  if (cell === undefined || cell.t === 'z' || cell.v === undefined) return '';
  const shown = (cell.w ?? String(cell.v)).replace(/[\t\r\n]+/g, ' ').trim();
  const notes = (cell.c ?? [])
    .map((note) => note.t?.replace(/\s+/g, ' ').trim() ?? '')
    .filter((note) => note !== '');
  const target = cell.l?.Target;
  const link = target !== undefined && /^(https?|mailto):/i.test(target) ? target : '';
  // "1.23457E+17" or "#####" hides an order number: the stored value must be findable too.
  const hidden = cell.t === 'n' && /E\+|#/.test(shown) && Number.isSafeInteger(cell.v) ? String(cell.v) : '';
  return [shown, hidden, link, ...notes].filter((part) => part !== '').join(' ');
}

function bookProperties(book: WorkBook): Record<string, string> {
  const { Title, Author, Application, CreatedDate, ModifiedDate } = book.Props ?? {};
  const entries: [string, unknown][] = [
    ['title', Title],
    ['author', Author],
    ['producer', Application],
    ['createdAt', isoTime(CreatedDate)],
    ['modifiedAt', isoTime(ModifiedDate)],
  ];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  );
}

function isoTime(value: unknown): string | undefined {
  const time = value instanceof Date ? value : new Date(String(value ?? ''));
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** Text boxes and charts (SheetJS leaves them out). */
const DRAWING_RULES: TextRules = {
  blocks: new Set(['p', 'pt', 'v']),
  marks: {},
  skipped: new Set(['f', 'formatCode', 'Fallback']),
  textElements: new Set([
    't',
    'v',
    'text',
    'oddHeader',
    'oddFooter',
    'firstHeader',
    'firstFooter',
    'evenHeader',
    'evenFooter',
  ]),
};
const EXTRA_PARTS = /^xl\/(drawings\/drawing|charts\/chart|diagrams\/data|comments)\d*\.xml$/i;

/** Headers, text boxes, charts, properties and embedded files of a ZIP-based workbook. */
async function readRest(draft: ReadDraft, mediaType: string): Promise<void> {
  await withPackage(draft, async (archive) => {
    if (mediaType === MEDIA.ods) {
      draft.properties = await readOdfProperties(draft, archive);
      return;
    }
    const texts: string[] = [];
    for (const entry of findParts(archive, EXTRA_PARTS)) {
      const part = await readXmlPart(draft, archive, entry.name);
      if (part !== undefined) texts.push(collectText(part, DRAWING_RULES));
    }
    const extra = texts.filter((text) => text !== '').join('\n');
    if (extra !== '') draft.addPage(draft.pageCount + 1, extra, 'office');
    draft.properties = await readOoxmlProperties(draft, archive);
    await readEmbeddedFiles(draft, archive, /^xl\/embeddings\//i);
  });
}
