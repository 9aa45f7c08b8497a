// Which few words of a document show why it was found?
import { parseQuery } from '../../../domain/search/parse-query.ts';
import { normaliseForSearch } from '../../../domain/search/tokenise.ts';
import { starPersonalNumbers } from '../../../domain/text/personal-numbers.ts';
import type { Archive } from '../open-archive.ts';

export interface Snippet {
  readonly text: string;
  /** Start and end offsets in `text` of what matched. */
  readonly marks: readonly (readonly [number, number])[];
  readonly page?: number;
}

const BEFORE_CHARACTERS = 28;
const SNIPPET_CHARACTERS = 120;
const SEARCHED_CHARACTERS = 200_000;
/** A label and the number behind it. */
const LONGEST_NUMBER = 80;

/** Text around the first hit of `query` in the document; its beginning when the words stand only in names. */
export function makeSnippet(archive: Archive, documentId: number, query: string): Snippet {
  const words = parseQuery(query)
    .filter((term) => term.kind === 'text' && !term.negative)
    .map((term) => normaliseForSearch(term.kind === 'text' ? term.text : ''))
    .filter((word) => word !== '');
  const rows = archive.sqlite
    .prepare(
      "SELECT page, text FROM document_text WHERE document_id = ? AND source <> 'xml' ORDER BY page LIMIT 60",
    )
    .iterate(documentId) as IterableIterator<{ page: number; text: string }>;
  let seen = 0;
  let first: Snippet | null = null;
  for (const row of rows) {
    const flat = row.text.slice(0, SEARCHED_CHARACTERS).replace(/\s+/g, ' ');
    const lower = flat.toLowerCase();
    if (first === null && flat.trim() !== '') first = { text: coverCut(flat, 0), marks: [], page: row.page };
    const position = firstHit(lower, words);
    if (position >= 0) return cut(flat, lower, position, words, row.page);
    seen += flat.length;
    if (seen > SEARCHED_CHARACTERS) break;
  }
  return first ?? { text: '', marks: [] };
}

/** The words from `start` on, without personal numbers in full: also one that begins before or ends after the cut. */
function coverCut(flat: string, start: number): string {
  const from = Math.max(0, start - LONGEST_NUMBER);
  const end = start + SNIPPET_CHARACTERS;
  return starPersonalNumbers(flat.slice(from, end + LONGEST_NUMBER)).slice(start - from, end - from);
}

function firstHit(lower: string, words: readonly string[]): number {
  let best = -1;
  for (const word of words) {
    const at = lower.indexOf(word);
    if (at >= 0 && (best < 0 || at < best)) best = at;
  }
  return best;
}

function cut(flat: string, lower: string, position: number, words: readonly string[], page: number): Snippet {
  const start = Math.max(0, position - BEFORE_CHARACTERS);
  const text = coverCut(flat, start);
  const low = lower.slice(start, start + SNIPPET_CHARACTERS);
  const marks: [number, number][] = [];
  for (const word of words) {
    for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + word.length))
      marks.push([at, at + word.length]);
  }
  marks.sort((a, b) => a[0] - b[0]);
  return { text, marks, page };
}
