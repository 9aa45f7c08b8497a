// How does a column of vertical Chinese become a line that the model can read?
import { cutLine, type GreyImage } from './grey-image.ts';
import type { TextBox } from './text-box.ts';

/** A character is about as high as its column is wide; parts of one (三, 言) stand apart but stay within this. */
const HIGHEST_CHARACTER = 1.15;
const GAP_SHARE = 0.08;
const INK_SHARE = 0.35;
const MOST_CHARACTERS = 60;

/** The characters of an upright column in `box`, set side by side; `size` is the height of the line. */
export function cutColumn(image: GreyImage, box: TextBox, size: number): GreyImage {
  const height = Math.min(size * MOST_CHARACTERS, Math.round((box.height / box.width) * size));
  const column = cutLine(image, box, height, size);
  const paper = brightest(column);
  const cells = findCells(column, paper, size);
  const pitch = size + Math.round(size * GAP_SHARE);
  const line = {
    data: new Uint8Array(Math.max(1, cells.length) * pitch * size).fill(paper),
    width: Math.max(1, cells.length) * pitch,
    height: size,
  };
  for (const [index, { top, bottom }] of cells.entries()) {
    const rows = Math.min(size, bottom - top);
    const offset = Math.floor((size - rows) / 2);
    for (let row = 0; row < rows; row += 1) {
      const from = (top + row) * column.width;
      line.data.set(
        column.data.subarray(from, from + Math.min(size, column.width)),
        (offset + row) * line.width + index * pitch,
      );
    }
  }
  return line;
}

function brightest({ data }: GreyImage): number {
  const histogram = new Uint32Array(256);
  for (const value of data) histogram[value] = histogram[value]! + 1;
  let best = 255;
  for (const [value, count] of histogram.entries()) if (count > histogram[best]!) best = value;
  return best;
}

/** Runs of rows with ink, joined until a character's height is reached. */
function findCells(
  { data, width, height }: GreyImage,
  paper: number,
  size: number,
): { top: number; bottom: number }[] {
  let darkest = 255;
  for (const value of data) if (value < darkest) darkest = value;
  const threshold = paper - (paper - darkest) * INK_SHARE;
  const runs: { top: number; bottom: number }[] = [];
  for (let row = 0; row < height; row += 1) {
    let hasInk = false;
    for (let x = 0; x < width && !hasInk; x += 1) hasInk = data[row * width + x]! < threshold;
    if (!hasInk) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.bottom === row) last.bottom = row + 1;
    else runs.push({ top: row, bottom: row + 1 });
  }
  const cells: { top: number; bottom: number }[] = [];
  for (const run of runs) {
    const last = cells.at(-1);
    if (last !== undefined && run.bottom - last.top <= size * HIGHEST_CHARACTER) last.bottom = run.bottom;
    else cells.push({ ...run });
  }
  return cells.slice(0, MOST_CHARACTERS);
}
