// How is a report file read row by row, from bytes of unknown encoding to named columns, without holding it in memory?
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { squashHeader } from '../../domain/reports/column-names.ts';
import { type DetectedReport, detectReport, HEADER_LINES } from '../../domain/reports/detect-report.ts';
import { judgeDayFirst } from '../../domain/reports/report-dates.ts';
import type { ReportLayout } from '../../domain/reports/report-layouts.ts';
import { isMoneyColumn, showsDecimalComma } from '../../domain/reports/report-values.ts';
import type { FileStyle } from '../../domain/reports/shape-row.ts';
import { createRowSplitter, type Delimiter } from '../../domain/reports/split-rows.ts';

/** A text that was read in the wrong encoding before it was saved, and what undoes it (domain.md 7.1 rule 4). */
type Repair = 'gb18030' | 'utf-8' | null;

export interface ReportHead {
  readonly encoding: string;
  readonly repair: Repair;
  readonly delimiter: Delimiter;
  readonly quotes: boolean;
  readonly detected: DetectedReport | null;
  /** The first rows, header and preamble included. */
  readonly rows: readonly (readonly string[])[];
  /** Which row is probably the header, when the report is not known. */
  readonly likelyHeader: number;
}

const HEAD_BYTES = 1024 * 1024;
const DELIMITERS: readonly Delimiter[] = ['\t', ',', ';'];

/** Looks at the beginning of a file. */
export async function readReportHead(path: string, encoding: string): Promise<ReportHead> {
  const handle = await open(path, 'r');
  const buffer = Buffer.alloc(HEAD_BYTES);
  let text: string;
  try {
    const { bytesRead } = await handle.read(buffer, 0, HEAD_BYTES, 0);
    text = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead), {
      stream: bytesRead === HEAD_BYTES,
    });
  } finally {
    await handle.close();
  }
  const plain = splitHead(text);
  if (plain.detected !== null) return { ...plain, encoding, repair: null };
  for (const repair of ['gb18030', 'utf-8'] as const) {
    const repaired = splitHead(undo(text, repair));
    if (repaired.detected !== null) return { ...repaired, encoding, repair };
  }
  return { ...plain, encoding, repair: null };
}

function undo(text: string, repair: 'gb18030' | 'utf-8'): string {
  return new TextDecoder(repair).decode(iconv.encode(text, 'win1252'));
}

function splitHead(text: string): Omit<ReportHead, 'encoding' | 'repair'> {
  const isWhole = text.length < HEAD_BYTES / 2;
  const tries = DELIMITERS.flatMap((delimiter) =>
    [true, false]
      // A tab file of Amazon's never quotes; one that a spreadsheet saved does, and then its header is quoted too.
      .filter((quotes) =>
        delimiter === '\t' ? quotes === /^"[^"\t]+"\t/m.test(text.slice(0, 20_000)) : quotes,
      )
      .map((quotes) => {
        const splitter = createRowSplitter(delimiter, quotes);
        const rows = splitter.push(text);
        if (isWhole || rows.length === 0) rows.push(...splitter.end().rows);
        const columns = Math.max(0, ...rows.slice(0, HEADER_LINES).map((row) => row.length));
        return { delimiter, quotes, rows, detected: detectReport(rows), columns };
      }),
  );
  const best =
    tries.find((t) => t.detected !== null) ?? tries.reduce((a, b) => (b.columns > a.columns ? b : a));
  const widest = Math.max(0, ...best.rows.slice(0, HEADER_LINES).map(countFilled));
  return {
    delimiter: best.delimiter,
    quotes: best.quotes,
    detected: best.detected,
    rows: best.rows,
    likelyHeader: Math.max(
      0,
      best.rows.findIndex((row) => countFilled(row) >= Math.max(2, widest * 0.8)),
    ),
  };
}

function countFilled(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length;
}

/** Order of day and month and the decimal mark, from the rows seen; else from the marketplace that the file names. */
export function judgeStyle(
  head: ReportHead,
  layout: ReportLayout,
  keys: readonly string[],
  headerRow: number,
): FileStyle {
  const rows = head.rows.slice(headerRow + 1, headerRow + 5_001);
  const dateColumns = keys.flatMap((key, index) => (/date|time/.test(key) ? [index] : []));
  const votes = rows.flatMap((row) => dateColumns.map((index) => judgeDayFirst(row[index] ?? '')));
  const dayFirst = votes.filter((vote) => vote === true).length;
  const monthFirst = votes.filter((vote) => vote === false).length;
  const text = rows
    .slice(0, 200)
    .map((row) => row.join('\t'))
    .join('\n');
  const money = keys.flatMap((key, index) => (isMoneyColumn(key) ? [index] : []));
  return {
    dayFirst:
      dayFirst !== monthFirst
        ? dayFirst > monthFirst
        : layout.monthFirst !== true &&
          /Amazon\.(?:de|fr|it|es|nl|se|pl|com\.be|co\.uk|com\.au|ae|sa|in|sg|com\.tr|com\.br|com\.mx)\b|\b(?:EUR|GBP|SEK|PLN|AUD|AED)\b/i.test(
            text,
          ),
    decimalComma: rows.some((row) => money.some((index) => showsDecimalComma((row[index] ?? '').trim()))),
  };
}

/** Values of the key–value lines above the table: squashed label → value. */
export function readHeadValues(rows: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const row of rows) {
    const [label, value] = row;
    if (label !== undefined && value !== undefined && value.trim() !== '')
      values.set(squashHeader(label), value.trim());
  }
  return values;
}

/** A fingerprint of a header, by which a mapping that a person confirmed is found again. */
export function fingerprintHeader(header: readonly string[]): string {
  return header.map(squashHeader).join('|');
}

export interface RowPiece {
  readonly rows: readonly (readonly string[])[];
  /** Bytes read so far. */
  readonly bytes: number;
  /** The file ended inside a quoted field. */
  readonly open: boolean;
}

/** All rows of the file, in pieces of one read each. */
export async function* streamRows(path: string, head: ReportHead): AsyncGenerator<RowPiece> {
  const decoder = new TextDecoder(head.encoding);
  const second = head.repair === null ? null : new TextDecoder(head.repair);
  const decode = (chunk: Uint8Array | null): string => {
    const text = chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
    if (second === null) return text;
    const again = second.decode(iconv.encode(text, 'win1252'), { stream: true });
    return chunk === null ? again + second.decode() : again;
  };
  const splitter = createRowSplitter(head.delimiter, head.quotes);
  let bytes = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 128 * 1024 })) {
    const chunk = piece as Buffer;
    bytes += chunk.length;
    yield { rows: splitter.push(decode(chunk)), bytes, open: false };
  }
  const rest = splitter.push(decode(null));
  const last = splitter.end();
  yield { rows: [...rest, ...last.rows], bytes, open: last.open };
}
