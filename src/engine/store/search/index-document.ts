// Which words and IDs lead to a document? Writes its rows in the two search tables.
import type { Statement } from 'better-sqlite3';
import { isSensitiveType } from '../../../domain/identifiers/bank-accounts.ts';
import { searchKey, tokeniseForIndex } from '../../../domain/search/tokenise.ts';
import type { Archive, Sqlite } from '../open-archive.ts';
import { coverForIndex } from './personal-tokens.ts';

/** Raised when the rows that this file writes change: older archives are indexed anew (reindex.ts). */
export const SEARCH_INDEX_VERSION = 2;

/** Text beyond this is not indexed; the document stays findable by everything before it. */
const MAX_INDEXED_CHARACTERS = 2_000_000;

interface Statements {
  readonly title: Statement<unknown[]>;
  readonly names: Statement<unknown[]>;
  readonly texts: Statement<unknown[]>;
  readonly identifiers: Statement<unknown[]>;
  readonly deleteText: Statement<unknown[]>;
  readonly insertText: Statement<unknown[]>;
  readonly deletePart: Statement<unknown[]>;
  readonly insertPart: Statement<unknown[]>;
}

const prepared = new WeakMap<Sqlite, Statements>();

/** (Re)writes the search rows of one document; to be called inside the transaction that changed it. */
export function indexDocument(archive: Archive, documentId: number): void {
  const s = statementsFor(archive.sqlite);
  const row = s.title.get(documentId) as { title: string } | undefined;
  s.deleteText.run(documentId);
  s.deletePart.run(documentId);
  if (row === undefined) return;
  const names = s.names.all(documentId) as { relative_path: string; file_name: string }[];
  const identifiers = s.identifiers.all(documentId) as {
    type: string;
    value: string;
    value_key: string;
    raw: string;
  }[];
  const known = new Set(identifiers.filter(({ type }) => !isSensitiveType(type)).map((id) => id.value_key));
  const cover = (text: string): string => coverForIndex(archive.sqlite, text, known);
  let body = '';
  for (const page of s.texts.iterate(documentId) as IterableIterator<{ text: string }>) {
    body += `${page.text}\n。\n`;
    if (body.length > MAX_INDEXED_CHARACTERS) {
      body = body.slice(0, MAX_INDEXED_CHARACTERS);
      break;
    }
  }
  const nameTexts = new Set<string>();
  for (const name of names) nameTexts.add(cover(name.relative_path.replaceAll(/[\\/]/g, ' 。 ')));
  for (const id of identifiers) {
    nameTexts.add(id.value);
    nameTexts.add(id.value_key);
    nameTexts.add(id.raw);
  }
  s.insertText.run(
    documentId,
    tokeniseForIndex(cover(row.title)),
    tokeniseForIndex(cover(body)),
    [...nameTexts].map(tokeniseForIndex).join(' \uE000 '),
  );
  const parts = new Set<string>();
  for (const name of names) parts.add(searchKey(cover(name.file_name)));
  for (const id of identifiers) parts.add(id.value_key);
  s.insertPart.run(documentId, [...parts].join(' '));
}

function statementsFor(sqlite: Sqlite): Statements {
  let s = prepared.get(sqlite);
  if (s === undefined) {
    s = {
      title: sqlite.prepare<unknown[]>('SELECT title FROM document WHERE id = ?'),
      names: sqlite.prepare<unknown[]>(
        'SELECT relative_path, file_name FROM location WHERE document_id = ? LIMIT 200',
      ),
      texts: sqlite.prepare<unknown[]>(
        "SELECT text FROM document_text WHERE document_id = ? AND source <> 'xml' ORDER BY page",
      ),
      identifiers: sqlite.prepare<unknown[]>(
        `SELECT i.type, i.value, i.value_key, di.raw FROM document_identifier di JOIN identifier i ON i.id = di.identifier_id
         WHERE di.document_id = ? AND di.removed = 0 LIMIT 2000`,
      ),
      deleteText: sqlite.prepare<unknown[]>('DELETE FROM search_text WHERE rowid = ?'),
      insertText: sqlite.prepare<unknown[]>(
        'INSERT INTO search_text (rowid, title, body, names) VALUES (?, ?, ?, ?)',
      ),
      deletePart: sqlite.prepare<unknown[]>('DELETE FROM search_part WHERE rowid = ?'),
      insertPart: sqlite.prepare<unknown[]>('INSERT INTO search_part (rowid, part) VALUES (?, ?)'),
    };
    prepared.set(sqlite, s);
  }
  return s;
}
