// Which single rows does a reconcile write: a new file, a changed one, a move, another spelling, a loss?
import { lstatSync } from 'node:fs';
import type { EngineContext } from '../engine-context.ts';
import type { LocationState } from '../store/schema/folders.ts';
import { indexDocument } from '../store/search/index-document.ts';
import { appendCustody } from '../vault/custody.ts';
import type { FoundFile, KnownFile } from './compare-folder.ts';
import { isSameTime } from './file-look.ts';
import { writeStateDetail } from './intake-problem.ts';
import { fileNameOf, toAbsolutePath, toPathKey, toTwinKey } from './path-key.ts';

type FirstState = 'arriving' | 'queued' | 'online_only';

/** All methods run inside the caller's transaction. */
export interface LocationWriter {
  /** False when the archive knows a file there by now. */
  addFile(file: FoundFile, state: FirstState): boolean;
  /** Keeps the identity of a file that lies elsewhere now; the id of its location, or undefined when it is no move. */
  moveIfSame(file: FoundFile): number | undefined;
  /** False when the row is no longer what the comparison saw. */
  changeFile(file: KnownFile, state: FirstState): boolean;
  respell(file: KnownFile): void;
  renumber(file: KnownFile): void;
  /** Its document (or null), or undefined when the row is no longer what the comparison saw. */
  setState(file: KnownFile, state: LocationState): number | null | undefined;
  holdMissing(locationId: number): boolean;
  markMissing(locationId: number): { readonly marked: boolean; readonly documentId?: number };
}

interface Candidate {
  id: number;
  folder_id: number;
  relative_path: string;
  root: string;
  document_id: number | null;
  state: LocationState;
  size_bytes: number;
  mtime_ms: number;
}

/** Prepares the statements once per reconcile. */
export function createLocationWriter(
  context: EngineContext,
  folder: { id: number; path: string },
): LocationWriter {
  const { sqlite } = context.archive;
  const atMs = context.nowMs();
  const keyHolder = sqlite.prepare<unknown[]>(
    'SELECT relative_path, state FROM location WHERE folder_id = ? AND path_key = ?',
  );
  const freeKey = sqlite.prepare<unknown[]>(
    `UPDATE location SET path_key = path_key || char(1) || id WHERE folder_id = ? AND path_key = ?
       AND state IN ('missing','missing_unconfirmed','replaced')`,
  );
  const insert = sqlite.prepare<unknown[]>(
    `INSERT INTO location (folder_id, relative_path, path_key, file_name, state, state_detail, size_bytes, mtime_ms, device, inode,
       first_seen_at_ms, last_seen_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  // inode <> '' lets SQLite use the index, which leaves empty ones out: without it each new file reads the whole table.
  const sameInode = sqlite.prepare<unknown[]>(
    `SELECT l.id, l.folder_id, l.relative_path, f.path AS root, l.document_id, l.state, l.size_bytes, l.mtime_ms
     FROM location l JOIN watched_folder f ON f.id = l.folder_id
     WHERE l.device = ? AND l.inode = ? AND l.inode <> '' AND l.state <> 'replaced' ORDER BY l.id`,
  );
  const move = sqlite.prepare<unknown[]>(
    `UPDATE location SET folder_id = ?, relative_path = ?, path_key = ?, file_name = ?, state = ?, state_detail = NULL,
       missing_since_ms = NULL, last_seen_at_ms = ? WHERE id = ?`,
  );
  const closeVersion = sqlite.prepare<unknown[]>(
    'UPDATE location_version SET seen_until_ms = ? WHERE location_id = ? AND seen_until_ms IS NULL',
  );
  const openVersion = sqlite.prepare<unknown[]>(
    'INSERT INTO location_version (location_id, document_id, seen_from_ms, relative_path) VALUES (?, ?, ?, ?)',
  );
  const change = sqlite.prepare<unknown[]>(
    `UPDATE location SET state = ?, state_detail = ?, size_bytes = ?, mtime_ms = ?, device = ?, inode = ?, tries = 0,
       retry_at_ms = NULL, missing_since_ms = NULL, last_seen_at_ms = ? WHERE id = ? AND relative_path = ? AND state = ?`,
  );
  const respellRow = sqlite.prepare<unknown[]>(
    'UPDATE location SET relative_path = ?, file_name = ? WHERE id = ?',
  );
  const renumberRow = sqlite.prepare<unknown[]>('UPDATE location SET device = ?, inode = ? WHERE id = ?');
  const restate = sqlite.prepare<unknown[]>(
    `UPDATE location SET state = ?, state_detail = NULL, device = ?, inode = ?, missing_since_ms = NULL, last_seen_at_ms = ?
     WHERE id = ? AND relative_path = ? AND state = ? RETURNING document_id`,
  );
  // Only a present location's signs belong to its document; for others they must not prove a return.
  const lose = sqlite.prepare<unknown[]>(
    `UPDATE location SET inode = CASE state WHEN 'present' THEN inode ELSE '' END, state = ?, missing_since_ms = ? WHERE id = ?
       AND state NOT IN ('missing','missing_unconfirmed','replaced') RETURNING document_id, relative_path`,
  );
  const forget = sqlite.prepare<unknown[]>('DELETE FROM location WHERE id = ? AND document_id IS NULL');

  /** The key for a path, or undefined when a living row has that very path. */
  function chooseKey(relativePath: string): string | undefined {
    for (const key of [toPathKey(relativePath), toTwinKey(relativePath)]) {
      const holder = keyHolder.get(folder.id, key) as
        | { relative_path: string; state: LocationState }
        | undefined;
      if (holder === undefined) return key;
      // The holder of the key is gone or was replaced: history keeps its row, the living file gets the key.
      if (freeKey.run(folder.id, key).changes > 0) return key;
      if (holder.relative_path === relativePath) return undefined;
    }
    return undefined;
  }

  function isKnownThere(relativePath: string): boolean {
    return [toPathKey(relativePath), toTwinKey(relativePath)].some((key) => {
      const holder = keyHolder.get(folder.id, key) as
        | { relative_path: string; state: LocationState }
        | undefined;
      if (holder === undefined || holder.relative_path !== relativePath) return false;
      return (
        holder.state !== 'missing' && holder.state !== 'missing_unconfirmed' && holder.state !== 'replaced'
      );
    });
  }

  return {
    addFile(file, state) {
      const key = chooseKey(file.relativePath);
      if (key === undefined) return false;
      insert.run(
        folder.id,
        file.relativePath,
        key,
        fileNameOf(file.relativePath),
        state,
        detailFor(state),
        file.sizeBytes,
        file.mtimeMs,
        file.device,
        file.inode,
        atMs,
        atMs,
      );
      return true;
    },
    moveIfSame(file) {
      // Some file systems have no ids; and a file that is known at its place has not come from elsewhere.
      if (file.inode === '0' || isKnownThere(file.relativePath)) return undefined;
      const candidates = sameInode.all(file.device, file.inode) as Candidate[];
      const from = candidates.find(
        (row) =>
          row.size_bytes === file.sizeBytes &&
          isSameTime(row.mtime_ms, file.mtimeMs) &&
          isVacant(row, file.relativePath, folder.id),
      );
      if (from === undefined) return undefined;
      // The signs of any other state may belong to content that was never read.
      const wasRead =
        from.state === 'present' || from.state === 'missing' || from.state === 'missing_unconfirmed';
      const state = file.placeholder ? 'online_only' : wasRead ? 'present' : 'arriving';
      // A case-only rename keeps its row's own key out of the way first.
      move.run(
        folder.id,
        file.relativePath,
        `\u0001${from.id}`,
        fileNameOf(file.relativePath),
        state,
        atMs,
        from.id,
      );
      sqlite
        .prepare('UPDATE location SET path_key = ? WHERE id = ?')
        .run(chooseKey(file.relativePath) ?? `\u0001${from.id}`, from.id);
      if (from.document_id !== null) {
        closeVersion.run(atMs, from.id);
        openVersion.run(from.id, from.document_id, atMs, file.relativePath);
        indexDocument(context.archive, from.document_id);
        appendCustody(context.archive, atMs, 'location_moved', null, {
          locationId: from.id,
          from: from.relative_path,
          to: file.relativePath,
        });
      }
      return from.id;
    },
    changeFile(file, state) {
      return (
        change.run(
          state,
          detailFor(state),
          file.sizeBytes,
          file.mtimeMs,
          file.device,
          file.inode,
          atMs,
          file.locationId,
          file.relativePath,
          file.state,
        ).changes > 0
      );
    },
    respell(file) {
      respellRow.run(file.relativePath, fileNameOf(file.relativePath), file.locationId);
    },
    renumber(file) {
      renumberRow.run(file.device, file.inode, file.locationId);
    },
    setState(file, state) {
      const row = restate.get(
        state,
        file.device,
        file.inode,
        atMs,
        file.locationId,
        file.relativePath,
        file.state,
      ) as { document_id: number | null } | undefined;
      return row?.document_id;
    },
    holdMissing(locationId) {
      // What never became a document leaves nothing to ask about.
      if (forget.run(locationId).changes > 0) return false;
      return lose.get('missing_unconfirmed', atMs, locationId) !== undefined;
    },
    markMissing(locationId) {
      if (forget.run(locationId).changes > 0) return { marked: false };
      const row = lose.get('missing', atMs, locationId) as
        | { document_id: number; relative_path: string }
        | undefined;
      if (row === undefined) return { marked: false };
      appendCustody(context.archive, atMs, 'location_missing', null, { locationId, path: row.relative_path });
      return { marked: true, documentId: row.document_id };
    },
  };
}

function detailFor(state: FirstState): string | null {
  if (state === 'arriving') return writeStateDetail({ code: 'intake.waitingQuiet' });
  if (state === 'online_only') return writeStateDetail({ code: 'intake.onlineOnly' });
  return null;
}

/** True when nothing lies at the old place any more: a second name of a file that is still there is a copy, not a move. */
function isVacant(row: Candidate, newPath: string, newFolderId: number): boolean {
  if (row.folder_id === newFolderId && row.relative_path === newPath) return false;
  try {
    const there = lstatSync(toAbsolutePath(row.root, row.relative_path), { throwIfNoEntry: false });
    if (there === undefined) return true;
    // On file systems without case the old spelling still answers: same folder, same name but for its case.
    return row.folder_id === newFolderId && isOnlyCaseDifferent(row.relative_path, newPath) && isCaseBlind();
  } catch {
    return false;
  }
}

function isOnlyCaseDifferent(a: string, b: string): boolean {
  return toPathKey(a).toLowerCase() === toPathKey(b).toLowerCase();
}

function isCaseBlind(): boolean {
  return process.platform === 'win32' || process.platform === 'darwin';
}
