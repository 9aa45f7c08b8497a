// What might a person want to type next in the search box?
import { DOCUMENT_KINDS } from '../../../domain/kinds/document-kinds.ts';
import { searchKey } from '../../../domain/search/tokenise.ts';
import type { Archive } from '../open-archive.ts';

export interface TermSuggestion {
  readonly kind: 'identifier' | 'document_kind' | 'case';
  /** What to put into the search line. */
  readonly query: string;
  readonly type?: string;
  readonly value: string;
  readonly count?: number;
}

/** Identifiers that begin with the text, then those that contain it; kinds and cases that match by name. */
export function suggestTerms(archive: Archive, text: string, limit: number): TermSuggestion[] {
  const word = text.trim();
  if (word === '') return [];
  const result: TermSuggestion[] = [];
  const lower = word.toLowerCase();
  for (const kind of DOCUMENT_KINDS) {
    if (
      kind.names['zh-CN'].includes(word) ||
      kind.names.en.toLowerCase().includes(lower) ||
      kind.slug.startsWith(lower)
    ) {
      result.push({ kind: 'document_kind', query: `kind:${kind.slug}`, value: kind.slug });
    }
    if (result.length >= 4) break;
  }
  const cases = archive.sqlite
    .prepare<unknown[], { number: string; title: string }>(
      "SELECT number, title FROM case_file WHERE number LIKE @word || '%' OR case_id LIKE @word || '%' OR instr(lower(title), lower(@word)) > 0 ORDER BY id DESC LIMIT 4",
    )
    .all({ word });
  for (const row of cases) result.push({ kind: 'case', query: `case:${row.number}`, value: row.number });
  const key = searchKey(word);
  if (key.length >= 2) {
    const rows = archive.sqlite
      .prepare<unknown[], { type: string; value: string; count: number }>(
        `SELECT i.type, i.value, count(*) AS count FROM identifier i JOIN document_identifier di ON di.identifier_id = i.id AND di.removed = 0
         WHERE i.value_key >= ? AND i.value_key < ? GROUP BY i.id ORDER BY count DESC LIMIT ?`,
      )
      .all(key, `${key}\u{10FFFF}`, limit);
    for (const row of rows)
      result.push({
        kind: 'identifier',
        query: row.value,
        type: row.type,
        value: row.value,
        count: row.count,
      });
  }
  return result.slice(0, limit);
}
