// Where on a form does the name of a party stand, and which name stands there on another paper of that form?
import type { PartyRole } from '../inspection.ts';
import type { TextLine } from './document-text.ts';
import { splitLineCells } from './document-text.ts';
import { toUpperAscii } from './normalise.ts';
import { cleanName, isPartyName } from './party-names.ts';
import { cleanWords } from './value-place.ts';

/** Plain data. A place without words is the line's number from the top. */
export interface NamePlace {
  /** Words before the name, in its cell or in the cell before it. */
  readonly before: string;
  /** The line above, where it holds no figures. */
  readonly above: string;
  readonly line: number;
  readonly cell: number;
}

/** Beyond this a line's number says nothing. */
const MAX_LINE = 12;

/** Letters and figures only: how names are compared. */
export function nameKey(name: string): string {
  return toUpperAscii(name.normalize('NFKC')).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The page on which a name is printed; undefined when it stands nowhere. */
export function pageOfName(lines: readonly TextLine[], name: string): number | undefined {
  const key = nameKey(name);
  if (key.length < 2) return undefined;
  return lines.find((line) => nameKey(line.text).includes(key))?.page;
}

/** undefined when the name stands nowhere in the text. */
export function placeOfName(lines: readonly TextLine[], name: string): NamePlace | undefined {
  const key = nameKey(name);
  if (key.length < 2) return undefined;
  for (const line of lines) {
    const cells = splitLineCells(line.text);
    for (const [index, cell] of cells.entries()) {
      if (!nameKey(cell.text).includes(key)) continue;
      const upper = toUpperAscii(cell.text);
      const at = upper.indexOf(toUpperAscii(name.normalize('NFKC').trim()).slice(0, 12));
      const inCell = at <= 0 ? '' : labelWords(upper.slice(0, at));
      const left = cells[index - 1]?.text ?? '';
      return {
        before: inCell !== '' ? inCell : labelWords(toUpperAscii(left)),
        above: lineAbove(lines, line, index, cells.length),
        line: line.index,
        cell: index,
      };
    }
  }
  return undefined;
}

/** The name at that place, cleaned like every other; undefined when nothing there can be one. */
export function nameAt(
  lines: readonly TextLine[],
  place: NamePlace,
  role: PartyRole,
): { readonly name: string; readonly page: number } | undefined {
  for (const line of lines) {
    const cells = splitLineCells(line.text);
    for (const index of cells.keys()) {
      const text = textAt(lines, line, cells, index, place);
      if (text === undefined) continue;
      const name = cleanName(text);
      if (name !== undefined && isPartyName(name, role)) return { name, page: line.page };
    }
  }
  return undefined;
}

/** What of a cell would be the name; undefined for a cell at another place. */
function textAt(
  lines: readonly TextLine[],
  line: TextLine,
  cells: readonly { readonly text: string }[],
  index: number,
  place: NamePlace,
): string | undefined {
  const text = cells[index]?.text ?? '';
  if (place.before !== '') {
    const left = cells[index - 1]?.text;
    if (left !== undefined && labelWords(toUpperAscii(left)) === place.before) return text;
    return behindLabel(text, place.before);
  }
  if (place.above !== '')
    return lineAbove(lines, line, index, cells.length) === place.above ? text : undefined;
  const isThere = line.index === place.line && index === place.cell && place.line < MAX_LINE;
  return isThere && !/\d{3}/.test(text) ? text : undefined;
}

/** "Sold by: Lumen Works" → "Lumen Works"; undefined where the cell does not begin with the label. */
function behindLabel(text: string, label: string): string | undefined {
  const wanted = label.replace(/ /g, '');
  let seen = '';
  for (const [at, character] of [...text].entries()) {
    if (/[\p{L}\p{N}]/u.test(character)) seen += toUpperAscii(character);
    if (seen.length === wanted.length)
      return seen === wanted && isEnd(text, at) ? [...text].slice(at + 1).join('') : undefined;
  }
  return undefined;
}

/** A label ends with its word: "CLIENT" is not the beginning of "CLIENTELE". */
function isEnd(text: string, at: number): boolean {
  const [last, next] = [...text].slice(at, at + 2);
  return !(/[A-Za-z\u00c0-\u024f]/.test(last ?? '') && /[A-Za-z\u00c0-\u024f]/.test(next ?? ''));
}

function lineAbove(lines: readonly TextLine[], line: TextLine, index: number, cells: number): string {
  const above = lines[line.index - 1];
  if (above === undefined || above.page !== line.page) return '';
  const heads = splitLineCells(above.upper);
  const head = heads.length === cells ? heads[index]?.text : heads.length === 1 ? heads[0]?.text : undefined;
  return head === undefined ? '' : labelWords(head);
}

function labelWords(text: string): string {
  return /\d/.test(text) ? '' : cleanWords(text);
}
