// Were the search rows of this archive written the way this program writes them, and how are older ones brought up to date?
import type { Archive, Sqlite } from '../open-archive.ts';
import { indexDocument, SEARCH_INDEX_VERSION } from './index-document.ts';

const VERSION_KEY = 'search_index_version';
/** Id of the last document that was indexed anew, while it goes on: a restart takes up there. */
const CURSOR_KEY = 'search_index_cursor';
const DOCUMENTS_PER_STEP = 50;
const TABLES = ['search_text', 'search_part'] as const;

/**
 * Indexes the next documents of an archive whose search rows are of an older version; false when all are new. When the
 * last one is done the words of the old rows are removed from the files as well, not only from what is found.
 */
export function reindexStep(archive: Archive, nowMs: number): boolean {
  const { sqlite } = archive;
  if (readNumber(sqlite, VERSION_KEY) >= SEARCH_INDEX_VERSION) return false;
  const cursor = readNumber(sqlite, CURSOR_KEY);
  const ids = sqlite
    .prepare('SELECT id FROM document WHERE id > ? ORDER BY id LIMIT ?')
    .pluck()
    .all(cursor, DOCUMENTS_PER_STEP) as number[];
  const last = ids.at(-1);
  if (last !== undefined) {
    archive.transaction(() => {
      for (const id of ids) indexDocument(archive, id);
      writeNumber(sqlite, CURSOR_KEY, last, nowMs);
    });
    return true;
  }
  if (cursor > 0) removeOldWords(sqlite);
  archive.transaction(() => {
    writeNumber(sqlite, VERSION_KEY, SEARCH_INDEX_VERSION, nowMs);
    sqlite.prepare('DELETE FROM setting WHERE key = ?').run(CURSOR_KEY);
  });
  return false;
}

/** FTS5 keeps the words of deleted rows until segments are merged, and SQLite the bytes of freed pages. */
function removeOldWords(sqlite: Sqlite): void {
  sqlite.pragma('secure_delete = ON');
  try {
    for (const table of TABLES) sqlite.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
  } finally {
    sqlite.pragma('secure_delete = OFF');
  }
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
}

function readNumber(sqlite: Sqlite, key: string): number {
  return Number(sqlite.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key) ?? 0);
}

function writeNumber(sqlite: Sqlite, key: string, value: number, nowMs: number): void {
  sqlite
    .prepare(
      'INSERT INTO setting (key, value, changed_at_ms) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at_ms = excluded.changed_at_ms',
    )
    .run(key, String(value), nowMs);
}
