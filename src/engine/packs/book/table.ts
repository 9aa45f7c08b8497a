// How is a table set: column widths, wrapped cells, a repeated head, rows that stay whole?
import type { FlowText, PageFlow } from './page-flow.ts';
import { COLOURS, COLUMN, PAGE } from './theme.ts';

export interface CellLine extends FlowText {
  readonly text: string;
  /** Name of a place this line leads to. */
  readonly target?: string;
  /** Extra room above, in points. */
  readonly before?: number;
  /** Pieces of `text`, parted by `PART_GAP` spaces, that each lead somewhere of their own; the line must not need wrapping. */
  readonly parts?: readonly { readonly text: string; readonly target: string }[];
}

/** Between two pieces of a line. */
export const PART_GAP = '  ';

export interface TableColumn {
  readonly title: string;
  /** Points; the widths and gaps of all columns make up the text column. */
  readonly width: number;
  readonly align?: 'left' | 'right';
}

export interface TableRow {
  readonly cells: readonly (readonly CellLine[])[];
  /** The whole row leads there. */
  readonly target?: string;
  /** Name under which other pages reach this row. */
  readonly place?: string;
}

interface SetLine {
  readonly text: string;
  readonly style: CellLine;
  readonly height: number;
}

const GAP = 12;
const PAD = 6;

/** Sets a table at the cursor of `flow`. A row is split only when it is taller than a page; the last doesn't go over alone. */
export function writeTable(flow: PageFlow, columns: readonly TableColumn[], rows: readonly TableRow[]): void {
  const { structure } = flow.book;
  structure.into(structure.add('Table'), () => setTable(flow, columns, rows));
}

function setTable(flow: PageFlow, columns: readonly TableColumn[], rows: readonly TableRow[]): void {
  writeHead(flow, columns);
  const room = PAGE.height - PAGE.top - PAGE.bottom - 40;
  const set = (row: TableRow) => {
    const cells = row.cells.map((cell, index) => setCell(flow, cell, columns[index]!.width));
    return { cells, height: Math.max(...cells.map(heightOf)) + 2 * PAD };
  };
  let next = rows[0] === undefined ? undefined : set(rows[0]);
  for (const [index, row] of rows.entries()) {
    const { cells, height } = next!;
    const following = rows[index + 1];
    next = following === undefined ? undefined : set(following);
    const isLastButOne = index > 0 && index === rows.length - 2;
    const together = isLastButOne && height + next!.height <= room ? height + next!.height : height;
    if (flow.ensure(Math.min(together, room))) repeatHead(flow, columns);
    if (row.place !== undefined) flow.book.places.set(row.place, { page: flow.page, top: flow.y + 4 });
    writeRow(flow, columns, cells, row.target);
  }
}

function setCell(flow: PageFlow, cell: readonly CellLine[], width: number): SetLine[] {
  return cell.flatMap((style) =>
    flow.wrap(style.text, style, width).map((text, index) => ({
      text,
      style,
      height: (style.leading ?? style.size * 1.42) + (index === 0 ? (style.before ?? 0) : 0),
    })),
  );
}

function heightOf(lines: readonly SetLine[]): number {
  return lines.reduce((sum, line) => sum + line.height, 0);
}

/** On further pages the head is for the eye only. */
function repeatHead(flow: PageFlow, columns: readonly TableColumn[]): void {
  flow.book.structure.artifact(() => writeHead(flow, columns));
}

function writeHead(flow: PageFlow, columns: readonly TableColumn[]): void {
  flow.ensure(60);
  const { structure } = flow.book;
  const baseline = flow.y - 11;
  const row = structure.add('TR');
  let x = PAGE.left;
  for (const column of columns) {
    const style = { size: 7.5, bold: true, colour: COLOURS.soft };
    structure.into(
      structure.into(row, () => structure.add('TH')),
      () => {
        if (column.align === 'right') flow.canvas.rightText(column.title, x + column.width, baseline, style);
        else flow.canvas.text(column.title, x, baseline, style);
      },
    );
    x += column.width + GAP;
  }
  flow.canvas.rule(PAGE.left, flow.y - 17, PAGE.left + COLUMN, 0.9, COLOURS.accent);
  flow.space(17);
}

function writeRow(
  flow: PageFlow,
  columns: readonly TableColumn[],
  cells: readonly SetLine[][],
  target: string | undefined,
): void {
  const { structure } = flow.book;
  const tagged = structure.add('TR');
  const cellTags = structure.into(tagged, () => cells.map(() => structure.add('TD')));
  const next = cells.map(() => 0);
  for (;;) {
    const top = flow.y;
    let lowest = top - 2 * PAD;
    let x = PAGE.left;
    for (const [index, column] of columns.entries()) {
      const lines = cells[index] ?? [];
      let y = top - PAD;
      while (next[index]! < lines.length) {
        const line = lines[next[index]!]!;
        if (y - line.height < PAGE.bottom) break;
        y -= line.height;
        const baseline = y + line.style.size * 0.32;
        structure.into(cellTags[index] ?? tagged, () => {
          if (column.align === 'right')
            flow.canvas.rightText(line.text, x + column.width, baseline, line.style);
          else flow.canvas.text(line.text, x, baseline, line.style);
        });
        if (line.style.target !== undefined) {
          flow.book.links.push({
            page: flow.page,
            rect: [x - 2, y, x + column.width, y + line.height],
            target: line.style.target,
          });
        }
        linkParts(flow, line.style, x, y, line.height);
        next[index]! += 1;
      }
      lowest = Math.min(lowest, y - PAD);
      x += column.width + GAP;
    }
    if (target !== undefined) {
      flow.book.links.push({ page: flow.page, rect: [PAGE.left, lowest, PAGE.left + COLUMN, top], target });
    }
    flow.space(top - lowest);
    flow.canvas.rule(PAGE.left, flow.y, PAGE.left + COLUMN, 0.4);
    if (cells.every((lines, index) => next[index]! >= lines.length)) return;
    flow.newPage();
    repeatHead(flow, columns);
  }
}

function linkParts(flow: PageFlow, line: CellLine, x: number, y: number, height: number): void {
  const widthOf = (text: string): number => flow.book.fonts.measure(text, line.size, line.bold ?? false);
  let left = x;
  for (const { text, target } of line.parts ?? []) {
    const right = left + widthOf(text);
    flow.book.links.push({ page: flow.page, rect: [left - 2, y, right + 2, y + height], target });
    left = right + widthOf(PART_GAP);
  }
}
