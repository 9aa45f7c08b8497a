// A column of labels read before its column of values: which line of the values belongs to the label in line n?

/** A column longer than this is a list, not the head of a form. */
const MAX_LINES = 16;
const MAX_CHARACTERS = 1200;
const LEAST_LINES = 3;

/**
 * Start of the value that belongs to the label at `labelStart`, when its line is one of a block of labels (no numbers in
 * it), a blank line follows the block, and the block after that has as many lines (or one less: a heading has no value), most of them with digits. OCR and PDF
 * text give the two columns of a form in this order.
 */
export function findValueInNextBlock(text: string, labelStart: number, labelEnd: number): number | undefined {
  const before = text.slice(Math.max(0, labelStart - MAX_CHARACTERS), labelStart);
  const blockStart = labelStart - before.length + startOfLastBlock(before);
  const from = text.slice(blockStart, labelEnd + MAX_CHARACTERS);
  const gap = /\n[ \t]*\n/.exec(from);
  if (gap === null || blockStart + gap.index < labelEnd)
    return findInSameBlock(gap === null ? from : from.slice(0, gap.index), blockStart, labelStart);
  const labels = from.slice(0, gap.index).split('\n');
  if (labels.some((line) => /\d{2}/.test(line)))
    return findInSameBlock(from.slice(0, gap.index), blockStart, labelStart);
  if (labels.length < LEAST_LINES || labels.length > MAX_LINES || labels.some((line) => /\d{3}/.test(line)))
    return undefined;
  const valuesAt = gap.index + gap[0].length;
  const rest = from.slice(valuesAt);
  const values = rest.slice(0, /\n[ \t]*\n/.exec(rest)?.index ?? rest.length).split('\n');
  if (values.at(-1) === '') values.pop();
  // A heading above the labels has no value of its own.
  const heading = labels.length - values.length;
  if (heading !== 0 && heading !== 1) return undefined;
  if (values.filter((line) => /\d/.test(line)).length * 2 <= values.length) return undefined;
  const index = from.slice(0, labelStart - blockStart).split('\n').length - 1 - heading;
  if (index < 0) return undefined;
  const offset = values.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
  const indent = /^\s*/.exec(values[index] ?? '')?.[0].length ?? 0;
  return blockStart + valuesAt + offset + indent;
}

/** Without a blank line only the plain case counts: the first half of the block are labels, the second half their values. */
function findInSameBlock(block: string, blockStart: number, labelStart: number): number | undefined {
  const lines = block.trimEnd().split('\n');
  const half = lines.findIndex((line) => /\d{2}/.test(line));
  if (half < LEAST_LINES || half > MAX_LINES || lines.length !== half * 2)
    return findInRun(block, blockStart, labelStart);
  if (lines.slice(half).filter((line) => /\d/.test(line)).length * 2 <= half) return undefined;
  const index = block.slice(0, labelStart - blockStart).split('\n').length - 1;
  if (index >= half) return undefined;
  const offset = lines.slice(0, half + index).reduce((sum, line) => sum + line.length + 1, 0);
  return blockStart + offset + (/^\s*/.exec(lines[half + index] ?? '')?.[0].length ?? 0);
}

/** Longer lines are text, no fields of a form. */
const MAX_FIELD = 40;

/** Amid other lines: a run of short lines without numbers, then as many short lines of which most hold numbers. */
function findInRun(block: string, blockStart: number, labelStart: number): number | undefined {
  const lines = block.split('\n');
  const own = block.slice(0, labelStart - blockStart).split('\n').length - 1;
  const isLabel = (line: string | undefined): boolean =>
    line !== undefined && line.trim() !== '' && line.length <= MAX_FIELD && !/\d/.test(line);
  if (!isLabel(lines[own])) return undefined;
  let first = own;
  while (isLabel(lines[first - 1])) first -= 1;
  let after = own + 1;
  while (isLabel(lines[after])) after += 1;
  const count = after - first;
  const values = lines.slice(after, after + count);
  if (count < LEAST_LINES || count > MAX_LINES || values.length < count) return undefined;
  if (values.some((line) => line.length > MAX_FIELD || line.trim() === '')) return undefined;
  if (values.filter((line) => /\d/.test(line)).length < count * 0.7) return undefined;
  const target = after + own - first;
  const offset = lines.slice(0, target).reduce((sum, line) => sum + line.length + 1, 0);
  return blockStart + offset + (/^\s*/.exec(lines[target] ?? '')?.[0].length ?? 0);
}

function startOfLastBlock(before: string): number {
  let start = 0;
  for (const match of before.matchAll(/\n[ \t]*\n/g)) start = match.index + match[0].length;
  return start;
}
