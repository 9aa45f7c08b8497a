// What table of text does a workbook hold? Runs in a reader thread: workbooks are unpacked in memory, and may be hostile.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import { openWorkbook } from '../readers/open-workbook.ts';

/** A million rows as text stream instead (domain.md 7.1 recommends .txt). */
const MAX_WORKBOOK_BYTES = 60 * 1024 * 1024;
/** As many as a sheet can have. */
const MAX_ROWS = 1_048_576;
const DAY_MS = 86_400_000;
/** Day 0 of the 1900 calendar of workbooks, with its leap-year error. */
const EPOCH_MS = Date.UTC(1899, 11, 30);

export interface WorkbookTableRequest {
  readonly path: string;
  /** Where the table goes, as CSV in UTF-8. */
  readonly tablePath: string;
}

/** Writes the largest sheet as a table; false when the workbook holds no cell. @throws Error when it can't be read */
export function writeWorkbookTable({ path, tablePath }: WorkbookTableRequest): boolean {
  if (statSync(path).size > MAX_WORKBOOK_BYTES) throw new RangeError('workbook too big');
  const book = openWorkbook(readFileSync(path), MAX_ROWS, { cellNF: true });
  const tables = book.SheetNames.map((name) => book.Sheets[name]).flatMap((sheet) =>
    sheet === undefined ? [] : [toCsv(sheet)],
  );
  const text = tables.reduce((best, table) => (table.length > best.length ? table : best), '');
  if (text.trim() === '') return false;
  writeFileSync(tablePath, text, { mode: 0o600 });
  return true;
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
