// How does a report that was kept as a workbook become the table of text that reports are read from?
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CellObject, read, type WorkSheet } from '@e965/xlsx';
import { CasebinderError } from '../../domain/errors.ts';

/** A workbook is unpacked in memory; a million rows as text stream instead (domain.md 7.1 recommends .txt). */
const MAX_WORKBOOK_BYTES = 60 * 1024 * 1024;
/** "PK\3\4" of xlsx and ods, and the compound file of xls. */
const MAGIC = [0x504b0304, 0xd0cf11e0];
const DAY_MS = 86_400_000;
/** Day 0 of the 1900 calendar of workbooks, with its leap-year error. */
const EPOCH_MS = Date.UTC(1899, 11, 30);

export interface ReportText {
  /** The file itself, or the table that was made of it. */
  readonly path: string;
  release(): void;
}

/** `path` as a text table; a workbook's first sheet with a header is written to the scratch folder as CSV. @throws CasebinderError FILE_UNREADABLE */
export function openReportText(path: string, scratchDir: string): ReportText {
  if (!isWorkbook(path)) return { path, release: () => undefined };
  let text: string | null = null;
  try {
    if (statSync(path).size > MAX_WORKBOOK_BYTES) throw new RangeError('workbook too big');
    const book = read(readFileSync(path), {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellStyles: false,
      bookVBA: false,
      cellNF: true,
    });
    const tables = book.SheetNames.map((name) => book.Sheets[name]).flatMap((sheet) =>
      sheet === undefined ? [] : [toCsv(sheet)],
    );
    text = tables.reduce((best, table) => (table.length > best.length ? table : best), '');
  } catch (error) {
    throw new CasebinderError('FILE_UNREADABLE', { path }, error);
  }
  if (text.trim() === '') throw new CasebinderError('FILE_UNREADABLE', { path });
  const table = join(scratchDir, `report-${randomBytes(6).toString('hex')}.csv`);
  writeFileSync(table, text, { mode: 0o600 });
  return { path: table, release: () => rmSync(table, { force: true }) };
}

function isWorkbook(path: string): boolean {
  const start = Buffer.alloc(4);
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return false; // told by whoever reads it next
  }
  try {
    return readSync(handle, start, 0, 4, 0) === 4 && MAGIC.includes(start.readUInt32BE(0));
  } finally {
    closeSync(handle);
  }
}

function toCsv(sheet: WorkSheet): string {
  const rows =
    (sheet as { '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[] })['!data'] ?? [];
  return rows
    .map((row) => [...(row ?? [])].map((cell) => quote(cellText(cell))).join(','))
    .filter((line) => /[^,"]/.test(line))
    .join('\r\n');
}

/** Dates as ISO, numbers in full: what a cell shows depends on its column's width and the computer's region. */
function cellText(cell: CellObject | undefined): string {
  if (cell?.v === undefined || cell.v === null) return '';
  if (cell.v instanceof Date) return cell.v.toISOString().replace('T', ' ').slice(0, 19);
  if (cell.t === 'n' && typeof cell.v === 'number') {
    if (isDateFormat(String(cell.z ?? ''))) {
      const iso = new Date(Math.round((EPOCH_MS + cell.v * DAY_MS) / 1_000) * 1_000).toISOString();
      return cell.v % 1 === 0 ? iso.slice(0, 10) : iso.replace('T', ' ').slice(0, 19);
    }
    // A number of this size lost its last digits in the workbook: shown as a workbook shows it, so that it is flagged.
    return Math.abs(cell.v) >= 1e15 ? cell.v.toExponential(5).toUpperCase() : String(cell.v);
  }
  return String(cell.v);
}

function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[dy]/i.test(bare) || /h+:m/i.test(bare);
}

function quote(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '""')}"`;
}
