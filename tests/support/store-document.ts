// Puts a document with text, names and identifiers into an archive by plain SQL, so that search can be tested alone.
import { createHash } from 'node:crypto';
import { searchKey } from '../../src/domain/search/tokenise.ts';
import type { Archive } from '../../src/engine/store/open-archive.ts';
import { indexDocument } from '../../src/engine/store/search/index-document.ts';

export interface StoredDocument {
  readonly text?: string;
  readonly title?: string;
  readonly fileName?: string;
  readonly folder?: string;
  readonly kind?: string;
  readonly date?: string;
  readonly mediaType?: string;
  readonly hasProblem?: boolean;
  readonly inbox?: boolean;
  readonly problems?: readonly string[];
  readonly identifiers?: readonly { readonly type: string; readonly value: string }[];
}

let count = 0;

/** Returns the new document's id. */
export function storeDocument(archive: Archive, d: StoredDocument): number {
  count += 1;
  const { sqlite } = archive;
  return archive.transaction(() => {
    const folderPath = d.folder ?? '/seller';
    sqlite
      .prepare(
        'INSERT INTO watched_folder (path, path_key, added_at_ms) VALUES (?, ?, 0) ON CONFLICT DO NOTHING',
      )
      .run(folderPath, folderPath);
    const folderId = sqlite
      .prepare('SELECT id FROM watched_folder WHERE path_key = ?')
      .pluck()
      .get(folderPath) as number;
    const sha256 = createHash('sha256').update(`document ${count}`).digest('hex');
    const id = Number(
      sqlite
        .prepare(
          `INSERT INTO document (sha256, size_bytes, media_type, title, kind, document_date, sort_at_ms, has_problem, inbox, text_characters, filed_at_ms)
           VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
        )
        .run(
          sha256,
          d.mediaType ?? 'application/pdf',
          d.title ?? '',
          d.kind ?? 'unknown',
          d.date ?? null,
          d.date === undefined ? count : Date.parse(`${d.date}T00:00:00Z`),
          d.hasProblem === true ? 1 : 0,
          d.inbox === true ? 1 : 0,
          (d.text ?? '').length,
        ).lastInsertRowid,
    );
    const fileName = d.fileName ?? `file-${count}.pdf`;
    sqlite
      .prepare(
        `INSERT INTO location (folder_id, relative_path, path_key, file_name, document_id, state, first_seen_at_ms, last_seen_at_ms)
         VALUES (?, ?, ?, ?, ?, 'present', 0, 0)`,
      )
      .run(folderId, fileName, fileName, fileName, id);
    if (d.text !== undefined) {
      sqlite
        .prepare("INSERT INTO document_text (document_id, page, source, text) VALUES (?, 1, 'plain', ?)")
        .run(id, d.text);
    }
    for (const identifier of d.identifiers ?? []) {
      sqlite
        .prepare('INSERT INTO identifier (type, value, value_key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
        .run(identifier.type, identifier.value, searchKey(identifier.value));
      const identifierId = sqlite
        .prepare('SELECT id FROM identifier WHERE type = ? AND value = ?')
        .pluck()
        .get(identifier.type, identifier.value) as number;
      sqlite
        .prepare(
          "INSERT INTO document_identifier (document_id, identifier_id, raw, source, check_result, confidence, reason) VALUES (?, ?, ?, 'text', 'valid', 1, '{}')",
        )
        .run(id, identifierId, identifier.value);
    }
    for (const slug of d.problems ?? [])
      sqlite.prepare('INSERT INTO document_problem_type VALUES (?, ?)').run(id, slug);
    indexDocument(archive, id);
    return id;
  });
}
