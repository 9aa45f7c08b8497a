// What does a page picture say, line by line, whichever way up it lies and however skew?
import { cutColumn } from './cut-column.ts';
import { detectInStrips } from './detect-strips.ts';
import type { GreyImage } from './grey-image.ts';
import { cutLine } from './grey-image.ts';
import { type CharacterPlace, LINE_HEIGHT, type LineModels, type LineReading } from './line-models.ts';
import { findTextBoxes, scaleBox, type TextBox, turnBox } from './text-box.ts';

export interface PageReading {
  readonly text: string;
  /** Mean over all characters, 0…1. */
  readonly confidence: number;
  /** Clockwise quarter turns by which the page has to be turned to stand upright. */
  readonly quarterTurns: number;
  /** Where each line stands on the page, in the order of `text`. */
  readonly lines: readonly PlacedLine[];
}

export interface PlacedLine {
  readonly text: string;
  /** Index of its first UTF-16 unit in the text of the page. */
  readonly start: number;
  /** Its corners in shares of the page: first above and below where reading begins, then below and above its end. */
  readonly corners: readonly (readonly [x: number, y: number])[];
  /** How far along the line each of its characters stands; empty where that is not known. */
  readonly places: readonly CharacterPlace[];
}

/** Long side of the picture that lines are looked for in; finer print is found on larger ones, at a price by area. */
const DETECTION_LONG_SIDE = 1280;
const DETECTION_GRID = 32;
const MAX_LINE_WIDTH = 2_400;
const MAX_LINES = 400;
/** Lines that decide which way up the page lies. */
const SAMPLE_LINES = 6;
/** Upright lines read at least this well; only below it the page is tried upside down. */
const SURE_UPRIGHT = 0.88;
const TURN_GAIN = 0.05;
/** Lower readings are pictures, stamps and dirt. */
const LEAST_LINE_CONFIDENCE = 0.5;

interface ReadLine extends LineReading {
  readonly box: TextBox;
  readonly runsDown?: boolean;
}

/** All lines of the page in reading order. Empty text when none is found. */
export async function readPageLines(
  page: GreyImage,
  models: LineModels,
  shrink: Shrink,
): Promise<PageReading> {
  const found = await findLines(page, models, shrink);
  if (found.length === 0) return { text: '', confidence: 0, quarterTurns: 0, lines: [] };
  const { boxes, quarterTurns, runsDown } = await setUpright(found, page, models);
  const lines: ReadLine[] = [];
  for (const box of boxes.slice(0, MAX_LINES)) {
    const isColumn = runsDown && isTall(box);
    const reading = await models.recognise(
      isColumn ? cutColumn(page, box, LINE_HEIGHT) : cutLine(page, box, LINE_HEIGHT, MAX_LINE_WIDTH),
    );
    if (reading.text !== '' && reading.confidence >= LEAST_LINE_CONFIDENCE)
      lines.push({ ...reading, box, runsDown: isColumn });
  }
  const characters = lines.reduce((sum, line) => sum + line.text.length, 0);
  const confidence = lines.reduce((sum, line) => sum + line.confidence * line.text.length, 0);
  const ordered = runsDown ? orderColumns(lines) : orderRows(lines, quarterTurns);
  return {
    text: ordered.text,
    confidence: characters === 0 ? 0 : confidence / characters,
    quarterTurns,
    lines: ordered.parts.map(({ line, start }) => placeLine(line, start, page)),
  };
}

/** Scales a picture down; the caller has a good scaler, this module has none. */
export type Shrink = (image: GreyImage, width: number, height: number) => Promise<Uint8Array>;

async function findLines(page: GreyImage, models: LineModels, shrink: Shrink): Promise<TextBox[]> {
  const factor = Math.min(1, DETECTION_LONG_SIDE / Math.max(page.width, page.height));
  const width = Math.max(1, Math.round(page.width * factor));
  const height = Math.max(1, Math.round(page.height * factor));
  const small = factor === 1 ? page.data : await shrink(page, width, height);
  const paddedWidth = Math.ceil(width / DETECTION_GRID) * DETECTION_GRID;
  const paddedHeight = Math.ceil(height / DETECTION_GRID) * DETECTION_GRID;
  const padded = new Uint8Array(paddedWidth * paddedHeight).fill(255);
  for (let row = 0; row < height; row += 1)
    padded.set(small.subarray(row * width, (row + 1) * width), row * paddedWidth);
  const image = { data: padded, width: paddedWidth, height: paddedHeight };
  const map = await detectInStrips(image, (strip) => models.detect(strip));
  return findTextBoxes(map, paddedWidth, paddedHeight).map((box) => scaleBox(box, 1 / factor));
}

/** Turns the reading direction of all boxes so that the page reads best. */
async function setUpright(
  boxes: readonly TextBox[],
  page: GreyImage,
  models: LineModels,
): Promise<{ boxes: TextBox[]; quarterTurns: number; runsDown: boolean }> {
  const wide = boxes.filter((box) => box.width > box.height * 1.5);
  const tall = boxes.filter((box) => box.height > box.width * 1.5);
  const lengthOf = (list: readonly TextBox[]): number =>
    list.reduce((sum, box) => sum + Math.max(box.width, box.height), 0);
  const isLying = lengthOf(tall) > lengthOf(wide) * 1.5;
  const sample = [...(isLying ? tall : wide.length > 0 ? wide : boxes)]
    .sort((a, b) => Math.max(b.width, b.height) - Math.max(a.width, a.height))
    .slice(0, SAMPLE_LINES);
  const first = isLying ? 1 : 0;
  const firstConfidence = await readSample(sample, first, page, models);
  let turns = first;
  if (firstConfidence < SURE_UPRIGHT) {
    const opposite = await readSample(sample, first + 2, page, models);
    if (opposite > firstConfidence + TURN_GAIN) turns = first + 2;
  }
  if (isLying) {
    // Chinese may also be written downwards on an upright page.
    const best = turns === first ? firstConfidence : await readSample(sample, turns, page, models);
    const downwards = await readSample(sample, 'down', page, models);
    if (downwards > best + TURN_GAIN) return { boxes: [...boxes], quarterTurns: 0, runsDown: true };
  }
  return {
    boxes: boxes.map((box) => orient(box, turns)),
    quarterTurns: (4 - turns) % 4,
    runsDown: false,
  };
}

async function readSample(
  sample: readonly TextBox[],
  turns: number | 'down',
  page: GreyImage,
  models: LineModels,
): Promise<number> {
  let sum = 0;
  let characters = 0;
  for (const box of sample) {
    const reading = await models.recognise(
      turns === 'down'
        ? cutColumn(page, box, LINE_HEIGHT)
        : cutLine(page, turnBox(box, turns), LINE_HEIGHT, 640),
    );
    sum += reading.confidence * Math.max(1, reading.text.length);
    characters += Math.max(1, reading.text.length);
  }
  return characters === 0 ? 0 : sum / characters;
}

function isTall(box: TextBox): boolean {
  return box.height > box.width * 1.2;
}

/** A text, and where in it each line begins. */
interface OrderedText {
  readonly text: string;
  readonly parts: readonly { readonly line: ReadLine; readonly start: number }[];
}

/** Columns from right to left, as vertical Chinese is read. */
function orderColumns(lines: readonly ReadLine[]): OrderedText {
  const sorted = [...lines].sort((a, b) =>
    Math.abs(a.box.centreX - b.box.centreX) > Math.min(a.box.width, b.box.width) / 2
      ? b.box.centreX - a.box.centreX
      : a.box.centreY - b.box.centreY,
  );
  let start = 0;
  const parts = sorted.map((line) => {
    const part = { line, start };
    start += line.text.length + 1;
    return part;
  });
  return { text: sorted.map(({ text }) => text).join('\n'), parts };
}

/** Corners of the line in shares of the page: where its reading begins (above, below), where it ends (below, above). */
function placeLine({ text, box, places, runsDown }: ReadLine, start: number, page: GreyImage): PlacedLine {
  const along = [Math.cos(box.angle), Math.sin(box.angle)] as const;
  const corner = (u: number, v: number): readonly [number, number] => [
    (box.centreX + (u * along[0] * box.width - v * along[1] * box.height) / 2) / page.width,
    (box.centreY + (u * along[1] * box.width + v * along[0] * box.height) / 2) / page.height,
  ];
  const corners = [corner(-1, -1), corner(-1, 1), corner(1, 1), corner(1, -1)];
  return { text, start, corners, places: runsDown === true ? [] : places };
}

/** On an upright page a tall box is a line that runs downwards; it is read so, whatever the others do. */
function orient(box: TextBox, turns: number): TextBox {
  const turned = turnBox(box, turns);
  return turned.height > turned.width * 1.8 ? turnBox(turned, 1) : turned;
}

/** Rows from top to bottom; what stands on one height is one row, wide gaps are kept as two spaces. */
export function orderLines(lines: readonly ReadLine[], quarterTurns: number): string {
  return orderRows(lines, quarterTurns).text;
}

function orderRows(lines: readonly ReadLine[], quarterTurns: number): OrderedText {
  if (lines.length === 0) return { text: '', parts: [] };
  const skew = medianSkew(lines, quarterTurns);
  const cos = Math.cos(skew);
  const sin = Math.sin(skew);
  const placed = lines.map((line) => ({
    line,
    text: line.text,
    x: line.box.centreX * cos + line.box.centreY * sin - line.box.width / 2,
    y: -line.box.centreX * sin + line.box.centreY * cos,
    width: line.box.width,
    height: line.box.height,
  }));
  placed.sort((a, b) => a.y - b.y);
  const rows: (typeof placed)[] = [];
  for (const line of placed) {
    const row = rows.findLast((candidate) =>
      candidate.some((other) => Math.abs(other.y - line.y) < Math.min(other.height, line.height) * 0.45),
    );
    if (row === undefined) rows.push([line]);
    else row.push(line);
  }
  const parts: { line: ReadLine; start: number }[] = [];
  let text = '';
  for (const row of rows) {
    if (text !== '') text += '\n';
    row.sort((a, b) => a.x - b.x);
    for (const [index, line] of row.entries()) {
      const previous = row[index - 1];
      if (previous !== undefined) text += line.x - (previous.x + previous.width) > line.height ? '  ' : ' ';
      parts.push({ line: line.line, start: text.length });
      text += line.text;
    }
  }
  return { text, parts };
}

/** The direction in which most of the text runs; short boxes have no reliable one. */
function medianSkew(lines: readonly ReadLine[], quarterTurns: number): number {
  const turn = ((4 - quarterTurns) % 4) * (Math.PI / 2);
  const angles = lines
    .filter(({ box }) => box.width > box.height * 3)
    .map(({ box }) => box.angle - turn)
    .filter((angle) => Math.abs(angle) < Math.PI / 4)
    .sort((a, b) => a - b);
  return turn + (angles[Math.floor(angles.length / 2)] ?? 0);
}
