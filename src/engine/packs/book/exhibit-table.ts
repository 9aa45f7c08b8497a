// How are rows of a spreadsheet, a report or a table in a letter set, so that each value stands below its heading?
import type { FlowText, PageFlow } from './page-flow.ts';
import { COLOURS, COLUMN, PAGE } from './theme.ts';

const GAP = 9;
const PAD = 2.6;
const BODY_SIZE = 7.8;
const MIN_WIDTH = 20;
/** Sizes, and widths above which a column is wrapped: smaller type comes before an identifier broken in two. */
const WAYS = [
  { size: BODY_SIZE, caps: [170, 140, 115, 100] },
  { size: 6.9, caps: [150, 120, 95] },
  { size: 6.2, caps: [140, 110, 85] },
] as const;
/** In bands there is room. */
const BAND_CAP = 115;
const MEASURED_ROWS = 400;
/** A table of more cells is set as running text: nobody looks cells up on hundreds of pages. */
const MAX_CELLS = 60_000;

export type TextBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** Cuts a text into running text and tables: two or more lines in a row whose cells are parted by tabs. */
export function splitTables(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let table: string[][] = [];
  let lines: string[] = [];
  const endText = (): void => {
    if (lines.some((line) => line.trim() !== '')) blocks.push({ kind: 'text', text: lines.join('\n') });
    lines = [];
  };
  const endTable = (): void => {
    // Most columns are used in few rows where tabs only indent: such lines are no table.
    const columns = Math.max(0, ...table.map((row) => row.length));
    const filled = table.reduce((sum, row) => sum + row.filter((cell) => cell !== '').length, 0);
    if (table.length >= 2 && columns >= 2 && filled >= table.length * 1.5 && filled <= MAX_CELLS) {
      endText();
      blocks.push({ kind: 'table', rows: table });
    } else lines.push(...table.map((row) => row.join('\t')));
    table = [];
  };
  for (const line of text.split('\n')) {
    if (line.trim() !== '' && line.includes('\t')) table.push(line.split('\t').map((cell) => cell.trim()));
    else {
      endTable();
      lines.push(line);
    }
  }
  endTable();
  endText();
  return blocks;
}

/** Sets `rows` at the cursor; columns that find no room beside the others follow below, led by the first column again. */
export function writeCells(flow: PageFlow, rows: readonly (readonly string[])[]): void {
  const count = Math.max(...rows.map((row) => row.length));
  const natural = Array.from({ length: count }, (_, column) => measureColumn(flow, rows, column));
  const used = natural.map((width, column) => ({ width, column })).filter((one) => one.width > 0);
  const hasHead = looksLikeHead(rows);
  const { bands, size } = fitColumns(used);
  flow.space(4);
  for (const band of bands) {
    writeBand(flow, rows, band, hasHead, size);
    flow.space(8);
  }
}

interface Column {
  readonly column: number;
  readonly width: number;
}

function measureColumn(flow: PageFlow, rows: readonly (readonly string[])[], column: number): number {
  let widest = 0;
  for (const [index, row] of rows.slice(0, MEASURED_ROWS).entries()) {
    const cell = flow.book.fonts.clean(row[column] ?? '');
    if (cell !== '')
      widest = Math.max(widest, flow.book.fonts.measure(cell, BODY_SIZE, index === 0) + 0.5, MIN_WIDTH);
  }
  return widest;
}

function sumWidths(columns: readonly Column[]): number {
  return columns.reduce((all, one) => all + one.width + GAP, -GAP);
}

function fitColumns(columns: readonly Column[]): { bands: Column[][]; size: number } {
  for (const { size, caps } of WAYS) {
    for (const cap of caps) {
      const fitted = columns.map(({ column, width }) => ({
        column,
        width: Math.min((width * size) / BODY_SIZE, cap),
      }));
      if (sumWidths(fitted) <= COLUMN) return { bands: [fitted], size };
    }
  }
  const [key, ...rest] = columns.map((one) => ({ ...one, width: Math.min(one.width, BAND_CAP) }));
  const bands: Column[][] = [];
  let band = [key!];
  for (const one of rest) {
    if (sumWidths([...band, one]) > COLUMN) {
      bands.push(band);
      band = [key!];
    }
    band.push(one);
  }
  return { bands: [...bands, band], size: BODY_SIZE };
}

/** Words over every column and no number among them. */
function looksLikeHead(rows: readonly (readonly string[])[]): boolean {
  const [first, second] = rows;
  if (first === undefined || second === undefined) return false;
  return first.length >= second.length - 1 && first.every((cell) => !/^[-+]?[\d.,%$€¥£ -]+$/.test(cell));
}

function writeBand(
  flow: PageFlow,
  rows: readonly (readonly string[])[],
  band: readonly Column[],
  hasHead: boolean,
  size: number,
): void {
  const leading = size * 1.36;
  const body: FlowText = { size, leading };
  const headStyle: FlowText = { ...body, bold: true, colour: COLOURS.soft };
  const head = hasHead ? rows[0] : undefined;
  const right = new Set(band.filter((one) => isNumeric(rows, one.column, hasHead)).map((one) => one.column));
  const draw = (row: readonly string[], style: FlowText): void => {
    const cells = band.map((one) => flow.wrap(row[one.column] ?? '', style, one.width));
    const height = Math.max(...cells.map((lines) => lines.length)) * leading + 2 * PAD;
    if (height > PAGE.height - PAGE.top - PAGE.bottom - 60) {
      // A cell longer than a page is prose.
      flow.write(row.filter((cell) => cell !== '').join('  ·  '), body);
      return;
    }
    if (
      flow.ensure(height + (style === headStyle ? 3 * leading : 0)) &&
      head !== undefined &&
      style !== headStyle
    )
      draw(head, headStyle);
    const top = flow.y - PAD;
    let x = PAGE.left;
    for (const [index, one] of band.entries()) {
      for (const [line, text] of cells[index]!.entries()) {
        const y = top - (line + 1) * leading + 3;
        if (right.has(one.column)) flow.canvas.rightText(text, x + one.width, y, style);
        else flow.canvas.text(text, x, y, style);
      }
      x += one.width + GAP;
    }
    flow.space(height);
    const isHead = style === headStyle;
    flow.canvas.rule(
      PAGE.left,
      flow.y,
      PAGE.left + COLUMN,
      isHead ? 0.7 : 0.3,
      isHead ? COLOURS.accent : COLOURS.line,
    );
  };
  for (const [index, row] of rows.entries()) draw(row, hasHead && index === 0 ? headStyle : body);
}

/** Amounts stand under one another by their last digit; identifiers are long and stand like words. */
function isNumeric(rows: readonly (readonly string[])[], column: number, hasHead: boolean): boolean {
  const cells = rows
    .slice(hasHead ? 1 : 0, MEASURED_ROWS)
    .map((row) => row[column] ?? '')
    .filter((cell) => cell !== '');
  return (
    cells.length > 0 && cells.every((cell) => /^[-+]?[$€£¥]?\d{1,3}(?:,?\d{3}){0,2}(?:\.\d+)?%?$/.test(cell))
  );
}

/** Comma-separated text with its cells parted by tabs; quoted cells may hold commas and line ends. */
export function commasToTabs(text: string): string {
  return text.replace(
    /("(?:[^"]|"")*"|[^,\n"]*)(,|\n|$)/g,
    (_all, cell: string, end: string) =>
      `${
        cell.startsWith('"')
          ? cell
              .slice(1, -1)
              .replaceAll('""', '"')
              .replace(/[\t\n]+/g, ' ')
          : cell
      }${end === ',' ? '\t' : end}`,
  );
}
