// Which tracking numbers stand in a column of a table, below a head that calls them so?
import { judgeRun, TRACKING_LABEL } from './find-tracking.ts';
import type { Cell, Finder, Hit, Scan } from './scan.ts';
import { splitCells } from './scan.ts';

const LEAST_CELLS = 3;
const MAX_HEAD = 400;
const MAX_ROWS = 500;
/** Rows that have another shape than the head: a remark, a page break. */
const MAX_ODD_ROWS = 3;
const NUMBER_CELL = /^(?=(?:[A-Z -]*\d){5})[A-Z0-9][A-Z0-9 -]{7,39}$/;

/** Bills of forwarders and lists of parcels: one number per row, in the column of the head. */
export const findTrackingColumn: Finder = (scan) => {
  if (!/\S {2,}\S.* {2,}\S/.test(scan.masked) || !TRACKING_LABEL.test(scan.upper)) return [];
  const hits: Hit[] = [];
  let column: { readonly index: number; readonly cells: number; readonly label: string } | undefined;
  let odd = 0;
  let rows = 0;
  let lineStart = 0;
  for (const line of scan.masked.split('\n')) {
    const start = lineStart;
    lineStart += line.length + 1;
    if (line.length > MAX_HEAD || !line.includes('  ')) {
      if (line !== '') odd += 1;
      continue;
    }
    const cells = splitCells(line, start);
    const head = findHead(cells);
    if (head !== undefined) {
      column = head;
      odd = 0;
    } else if (column !== undefined && odd <= MAX_ODD_ROWS) {
      const hit = readRow(scan, cells, column);
      if (hit === undefined) odd += 1;
      else {
        hits.push(hit);
        odd = 0;
      }
      rows += 1;
      if (rows > MAX_ROWS) break;
    }
  }
  return hits;
};

function findHead(
  cells: readonly Cell[],
): { readonly index: number; readonly cells: number; readonly label: string } | undefined {
  if (cells.length < LEAST_CELLS || cells.some((cell) => /\d{4}/.test(cell.text))) return undefined;
  const index = cells.findIndex((cell) => cell.text.length <= 30 && TRACKING_LABEL.test(cell.text));
  return index < 0 ? undefined : { index, cells: cells.length, label: cells[index]?.text ?? '' };
}

function readRow(
  scan: Scan,
  cells: readonly Cell[],
  column: { readonly index: number; readonly cells: number; readonly label: string },
): Hit | undefined {
  const cell = cells.length === column.cells ? cells[column.index] : undefined;
  if (cell === undefined || !NUMBER_CELL.test(cell.text)) return undefined;
  return judgeRun(scan, cell.text, cell.start, column.label);
}
