// Which location rows wait for work, and how is the outcome of a try written that led to no document?
import type { EngineContext } from '../engine-context.ts';
import { IS_UNFINISHED } from '../store/unfinished-locations.ts';
import { appendCustody } from '../vault/custody.ts';
import { updateAvailabilityWithChildren } from './availability.ts';
import type { FileIdentity, FileLook } from './file-look.ts';
import { writeStateDetail } from './intake-problem.ts';
import { retryDelayMs } from './settle.ts';

/** A row that is ready to be read. */
export interface QueuedRow {
  readonly id: number;
  readonly folderId: number | null;
  readonly parentDocumentId: number | null;
  readonly documentId: number | null;
  readonly relativePath: string;
  readonly fileName: string;
  readonly firstSeenAtMs: number;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
  readonly inode: string;
  readonly tries: number;
  /** Path of the watched folder; null for children. */
  readonly root: string | null;
}

/** A row whose file has not come to rest yet, or is tried again later. */
export interface ArrivingRow extends FileIdentity {
  readonly id: number;
  readonly documentId: number | null;
  readonly relativePath: string;
  /** Path of the watched folder; null for children, which have nothing to come to rest: only their next try is waited for. */
  readonly root: string | null;
  readonly settleMs: number;
  readonly retryAtMs: number | null;
  readonly stateDetail: string | null;
}

/** After so many tries a locked file is called unreadable; it is still tried again, but nobody waits for it. */
export const PATIENT_TRIES = 3;

const FOLDER_IS_THERE = "f.state NOT IN ('offline','removed')";

export interface QueueRows {
  /** The next rows to read, children first; each is counted as one more try, so that a file that kills the program is noticed. */
  take(limit: number, except: ReadonlySet<number>): QueuedRow[];
  /** These were taken, but it was not their fault that nothing came of it: their try does not count. */
  giveBack(ids: readonly number[]): void;
  arriving(): ArrivingRow[];
  /** Still the row that was taken? */
  isUnchanged(row: QueuedRow): boolean;
  settle(id: number, look: FileLook): void;
  /** Back into the queue as it is, for another try. */
  requeue(id: number): void;
  markChanged(id: number, look: FileLook): void;
  markVanished(id: number): void;
  markOnlineOnly(id: number, look: FileLook): void;
  markLocked(row: QueuedRow, systemCode: string): 'arriving' | 'unreadable';
  /** Puts unreadable files back into the queue: all, or only those whose time has come. */
  retryUnreadable(all: boolean): number;
  counts(): {
    queued: number;
    arriving: number;
    unreadable: number;
    onlineOnly: number;
    pendingOcr: number;
    documents: number;
  };
}

/** Prepares the statements of the queue. Writing methods must run inside the caller's transaction. */
export function createQueueRows(context: EngineContext): QueueRows {
  const { archive } = context;
  const { sqlite } = archive;
  const taken = sqlite.prepare<unknown[]>(
    `SELECT l.id, l.folder_id AS folderId, l.parent_document_id AS parentDocumentId, l.document_id AS documentId,
       l.relative_path AS relativePath, l.file_name AS fileName, l.first_seen_at_ms AS firstSeenAtMs,
       l.size_bytes AS sizeBytes, l.mtime_ms AS mtimeMs, l.inode, l.tries, f.path AS root
     FROM location l LEFT JOIN watched_folder f ON f.id = l.folder_id
     WHERE l.state = 'queued' AND l.${IS_UNFINISHED} AND (l.folder_id IS NULL OR ${FOLDER_IS_THERE})
     ORDER BY l.folder_id IS NOT NULL, l.id LIMIT ?`,
  );
  const countTry = sqlite.prepare<unknown[]>('UPDATE location SET tries = tries + 1 WHERE id = ?');
  const uncountTry = sqlite.prepare<unknown[]>(
    'UPDATE location SET tries = tries - 1 WHERE id = ? AND tries > 0',
  );
  const arriving = sqlite.prepare<unknown[]>(
    `SELECT l.id, l.document_id AS documentId, l.relative_path AS relativePath, l.size_bytes AS sizeBytes, l.mtime_ms AS mtimeMs,
       l.inode, f.path AS root, coalesce(f.settle_ms, 0) AS settleMs, l.retry_at_ms AS retryAtMs,
       l.state_detail AS stateDetail
     FROM location l LEFT JOIN watched_folder f ON f.id = l.folder_id
     WHERE l.state = 'arriving' AND l.${IS_UNFINISHED} AND (l.folder_id IS NULL OR ${FOLDER_IS_THERE})`,
  );
  const unchanged = sqlite.prepare<unknown[]>(
    `SELECT 1 FROM location WHERE id = ? AND state = 'queued' AND relative_path = ? AND document_id IS ? AND size_bytes = ?
       AND mtime_ms = ? AND inode = ?`,
  );
  const restate = sqlite.prepare<unknown[]>(
    `UPDATE location SET state = ?, state_detail = ?, size_bytes = ?, mtime_ms = ?, device = ?, inode = ?, retry_at_ms = NULL,
       tries = CASE WHEN ? THEN 0 ELSE tries END WHERE id = ?`,
  );
  const forget = sqlite.prepare<unknown[]>('DELETE FROM location WHERE id = ? AND document_id IS NULL');
  const lose = sqlite.prepare<unknown[]>(
    `UPDATE location SET state = 'missing', state_detail = NULL, inode = '', missing_since_ms = ? WHERE id = ?
     RETURNING document_id, relative_path`,
  );
  const locked = sqlite.prepare<unknown[]>(
    'UPDATE location SET state = ?, state_detail = ?, retry_at_ms = ? WHERE id = ?',
  );
  const requeue = sqlite.prepare<unknown[]>(
    "UPDATE location SET state = 'queued', retry_at_ms = NULL WHERE id = ?",
  );
  const retry = sqlite.prepare<unknown[]>(
    `UPDATE location SET state = 'queued', retry_at_ms = NULL
     WHERE state = 'unreadable' AND ${IS_UNFINISHED} AND (? OR retry_at_ms <= ?)`,
  );
  const counted = sqlite.prepare<unknown[]>(
    `SELECT l.state, count(*) AS n FROM location l LEFT JOIN watched_folder f ON f.id = l.folder_id
     WHERE l.state IN ('arriving','queued','unreadable','online_only') AND l.${IS_UNFINISHED} AND (l.folder_id IS NULL OR ${FOLDER_IS_THERE})
     GROUP BY l.state`,
  );
  const documents = sqlite.prepare<unknown[]>(
    "SELECT (SELECT count(*) FROM document) AS documents, (SELECT count(*) FROM document WHERE ocr_state = 'pending') AS pendingOcr",
  );

  function write(
    id: number,
    state: string,
    detail: string | null,
    look: FileLook,
    resetTries: boolean,
  ): void {
    restate.run(state, detail, look.sizeBytes, look.mtimeMs, look.device, look.inode, resetTries ? 1 : 0, id);
  }

  return {
    take(limit, except) {
      // Rows in work stay 'queued' until they are filed: ask for that many more and leave them out.
      const rows = (taken.all(limit + except.size) as QueuedRow[])
        .filter((row) => !except.has(row.id))
        .slice(0, limit);
      if (rows.length > 0) {
        archive.transaction(() => {
          for (const row of rows) countTry.run(row.id);
        });
      }
      return rows;
    },
    giveBack(ids) {
      archive.transaction(() => {
        for (const id of ids) uncountTry.run(id);
      });
    },
    arriving: () => arriving.all() as ArrivingRow[],
    isUnchanged: (row) =>
      unchanged.get(row.id, row.relativePath, row.documentId, row.sizeBytes, row.mtimeMs, row.inode) !==
      undefined,
    settle: (id, look) => write(id, 'queued', null, look, false),
    requeue: (id) => requeue.run(id),
    markChanged: (id, look) =>
      write(id, 'arriving', writeStateDetail({ code: 'intake.waitingChanged' }), look, true),
    markOnlineOnly: (id, look) =>
      write(id, 'online_only', writeStateDetail({ code: 'intake.onlineOnly' }), look, true),
    markVanished(id) {
      if (forget.run(id).changes > 0) return;
      const atMs = context.nowMs();
      const row = lose.get(atMs, id) as { document_id: number; relative_path: string } | undefined;
      if (row === undefined) return;
      appendCustody(archive, atMs, 'location_missing', null, { locationId: id, path: row.relative_path });
      updateAvailabilityWithChildren(archive, [row.document_id]);
    },
    markLocked(row, systemCode) {
      const tries = row.tries + 1;
      const state = tries >= PATIENT_TRIES ? 'unreadable' : 'arriving';
      const code = state === 'unreadable' ? 'intake.unreadable' : 'intake.waitingLocked';
      const detail = writeStateDetail({ code, params: { systemCode, tries } });
      locked.run(state, detail, context.nowMs() + retryDelayMs(tries), row.id);
      return state;
    },
    retryUnreadable: (all) => retry.run(all ? 1 : 0, context.nowMs()).changes,
    counts() {
      const byState = new Map(
        (counted.all() as { state: string; n: number }[]).map((row) => [row.state, row.n]),
      );
      const whole = documents.get() as { documents: number; pendingOcr: number };
      return {
        queued: byState.get('queued') ?? 0,
        arriving: byState.get('arriving') ?? 0,
        unreadable: byState.get('unreadable') ?? 0,
        onlineOnly: byState.get('online_only') ?? 0,
        ...whole,
      };
    },
  };
}
