// The worker's side of a reconcile: reads what the archive knows (read-only), walks the folder, answers with the differences.
import { parentPort } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { CasebinderError } from '../../domain/errors.ts';
import { compareFolder, type FolderDifferences, KNOWN_COLUMNS, type KnownRow } from './compare-folder.ts';
import { toPathKey } from './path-key.ts';
import { type FolderPreview, previewFolder } from './preview-folder.ts';

export interface FindRequest {
  readonly kind: 'compare';
  readonly databasePath: string;
  readonly folderId: number;
  readonly root: string;
  readonly folders: readonly string[] | null;
  /** One byte; 1 = stop. */
  readonly stopFlag: SharedArrayBuffer;
}

export interface PreviewRequest {
  readonly kind: 'preview';
  readonly root: string;
  readonly stopFlag: SharedArrayBuffer;
}

function answer(request: FindRequest | PreviewRequest): FolderDifferences | FolderPreview {
  const flag = new Uint8Array(request.stopFlag);
  if (request.kind === 'preview') {
    return previewFolder(
      request.root,
      () => performance.now(),
      () => flag[0] === 1,
    );
  }
  const sqlite = new Database(request.databasePath, { readonly: true, timeout: 5000 });
  // Each page is read once: what SQLite would keep of them by default is 16 MB that nobody asks for again.
  sqlite.pragma('cache_size = -1000');
  try {
    return compareFolder({
      root: request.root,
      folders: request.folders,
      rows: readRows(sqlite, request),
      shouldStop: () => flag[0] === 1,
    });
  } finally {
    sqlite.close();
  }
}

/** Nothing is read before the first row is asked for. */
function* readRows(sqlite: Database.Database, request: FindRequest): Iterable<KnownRow> {
  const { folderId, folders } = request;
  if (folders === null || folders.includes('')) {
    yield* sqlite
      .prepare(`SELECT ${KNOWN_COLUMNS} FROM location WHERE folder_id = ? AND state <> 'replaced'`)
      .raw()
      .iterate(folderId) as Iterable<KnownRow>;
    return;
  }
  const rows = new Map<number, KnownRow>();
  const statement = sqlite
    .prepare(
      `SELECT ${KNOWN_COLUMNS} FROM location WHERE folder_id = ? AND path_key >= ? AND path_key < ? AND state <> 'replaced'`,
    )
    .raw();
  for (const folder of folders) {
    // "0" follows "/" in code order: the range holds everything below the folder.
    const key = toPathKey(folder);
    for (const row of statement.all(folderId, `${key}/`, `${key}0`) as KnownRow[]) rows.set(row[0], row);
  }
  yield* rows.values();
}

parentPort?.on('message', (message: { id: number; request: FindRequest | PreviewRequest }) => {
  try {
    parentPort?.postMessage({ id: message.id, result: answer(message.request) });
  } catch (error) {
    const known = error instanceof CasebinderError ? { code: error.code, params: error.params } : undefined;
    const text = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ id: message.id, error: { text, known } });
  }
});
