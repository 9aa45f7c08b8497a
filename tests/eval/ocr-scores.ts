// How much of the labelled text did text recognition read, and how many of its characters wrongly?
import type { CorpusLabel } from './corpus.ts';
import { labelledText } from './corpus.ts';

export interface OcrScore {
  /** Characters of the labelled lines, spaces left out. */
  readonly characters: number;
  /** Of these: inserted, lost or wrong, each line against the part of the reading that is nearest to it. */
  readonly errors: number;
  /** Words of three or more characters (each character for Chinese) and how many of them were read exactly. */
  readonly words: number;
  readonly wordsRead: number;
}

const MAX_LINE = 200;
const MAX_LINES = 120;

/** Line by line, so that the order of columns does not count. Null when the label holds no text. */
export function scoreOcr(label: CorpusLabel, reading: string): OcrScore | null {
  const labelled = labelledText(label);
  const lines = labelled
    .split('\n')
    .map((line) => squeeze(line).slice(0, MAX_LINE))
    .filter((line) => line.length >= 2)
    .slice(0, MAX_LINES);
  if (lines.length === 0) return null;
  const text = squeeze(reading);
  const words = wordsOf(labelled);
  const read = new Set(wordsOf(reading));
  return {
    characters: lines.reduce((sum, line) => sum + line.length, 0),
    errors: lines.reduce((sum, line) => sum + nearestDistance(line, text), 0),
    words: words.length,
    wordsRead: words.filter((word) => read.has(word)).length,
  };
}

/** True when a labelled amount, number or date stands in the reading as it is written. */
export function holdsPrinted(reading: string, value: string): boolean {
  return value !== '' && squeeze(reading).includes(squeeze(value));
}

function squeeze(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

function wordsOf(text: string): string[] {
  const normal = text.normalize('NFKC').toLowerCase();
  return [...new Set(normal.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}]){3,}/gu) ?? [])];
}

/** Edits that turn some part of `text` into `line` (Sellers 1980): a free start and end in the text. */
function nearestDistance(line: string, text: string): number {
  if (text.includes(line)) return 0;
  let row = new Uint16Array(text.length + 1);
  let next = new Uint16Array(text.length + 1);
  for (let i = 0; i < line.length; i += 1) {
    next[0] = i + 1;
    const character = line.charCodeAt(i);
    for (let j = 1; j <= text.length; j += 1) {
      const same = row[j - 1]! + (text.charCodeAt(j - 1) === character ? 0 : 1);
      const shorter = Math.min(row[j]!, next[j - 1]!) + 1;
      next[j] = same < shorter ? same : shorter;
    }
    [row, next] = [next, row];
  }
  let best = line.length;
  for (const distance of row) if (distance < best) best = distance;
  return best;
}
