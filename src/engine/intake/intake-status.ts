// What does a person see of intake: folders with their counts, what is going on, and which files wait and why?
import type { EngineContext } from '../engine-context.ts';
import type { FolderState, LocationState } from '../store/schema/folders.ts';
import type { WalkProblem } from './find-files.ts';
import { readStateDetail, type StateDetail } from './intake-problem.ts';
import { listWatchedFolders, type WatchedFolder } from './watched-folders.ts';

export interface FolderCounts {
  readonly present: number;
  readonly arriving: number;
  readonly queued: number;
  readonly missing: number;
  /** Vanished all at once: a person has to say whether they are really gone. */
  readonly missingUnconfirmed: number;
  readonly onlineOnly: number;
  readonly unreadable: number;
}

export interface WatchedFolderView {
  readonly id: number;
  readonly path: string;
  readonly state: FolderState;
  readonly detail?: StateDetail;
  readonly keepCopies: boolean;
  readonly settleMs: number;
  readonly addedAtMs: number;
  readonly scannedAtMs: number | null;
  /** Numbers of the last whole look: files, bytes, ignored, folders, onlineOnly, links, unreadableFolders, unreadableFiles. */
  readonly scan: Readonly<Record<string, number>>;
  readonly counts: FolderCounts;
  /** What the last whole look could not look at (at most 1,000); kept in memory only. */
  readonly problems: readonly WalkProblem[];
}

export interface WaitingFile {
  readonly locationId: number;
  readonly folderId: number | null;
  readonly path: string;
  readonly fileName: string;
  readonly state: LocationState;
  readonly detail?: StateDetail;
  readonly sizeBytes: number;
  readonly tries: number;
  readonly retryAtMs: number | null;
  readonly firstSeenAtMs: number;
}

const MAX_WAITING = 500;
const STATE_TO_COUNT: Readonly<Partial<Record<LocationState, keyof FolderCounts>>> = {
  present: 'present',
  arriving: 'arriving',
  queued: 'queued',
  missing: 'missing',
  missing_unconfirmed: 'missingUnconfirmed',
  online_only: 'onlineOnly',
  unreadable: 'unreadable',
};

/** All watched folders with their counts. */
export function viewFolders(
  context: EngineContext,
  problemsOf: (folderId: number) => readonly WalkProblem[],
): WatchedFolderView[] {
  return listWatchedFolders(context).map((folder) => viewFolder(context, folder, problemsOf(folder.id)));
}

/** One watched folder (also a removed one) with its counts. */
export function viewFolder(
  context: EngineContext,
  folder: WatchedFolder,
  problems: readonly WalkProblem[],
): WatchedFolderView {
  const { id, path, state, keepCopies, settleMs, addedAtMs, scannedAtMs, scanSummary } = folder;
  const detail = readStateDetail(folder.stateDetail);
  return {
    id,
    path,
    state,
    ...(detail === undefined ? {} : { detail }),
    keepCopies,
    settleMs,
    addedAtMs,
    scannedAtMs,
    scan: scanSummary,
    counts: countStates(context, id),
    problems,
  };
}

function countStates(context: EngineContext, folderId: number): FolderCounts {
  const counts = {
    present: 0,
    arriving: 0,
    queued: 0,
    missing: 0,
    missingUnconfirmed: 0,
    onlineOnly: 0,
    unreadable: 0,
  };
  const rows = context.archive.sqlite
    .prepare<[number], { state: LocationState; n: number }>(
      'SELECT state, count(*) AS n FROM location WHERE folder_id = ? GROUP BY state',
    )
    .all(folderId);
  for (const row of rows) {
    const name = STATE_TO_COUNT[row.state];
    if (name !== undefined) counts[name] = row.n;
  }
  return counts;
}

/** Files that are not filed yet, with the reason: those in trouble first, at most 500. */
export function listWaiting(context: EngineContext): WaitingFile[] {
  const rows = context.archive.sqlite
    .prepare<[number], Omit<WaitingFile, 'detail'> & { stateDetail: string | null }>(
      `SELECT l.id AS locationId, l.folder_id AS folderId, l.relative_path AS path, l.file_name AS fileName, l.state,
         l.state_detail AS stateDetail, l.size_bytes AS sizeBytes, l.tries, l.retry_at_ms AS retryAtMs,
         l.first_seen_at_ms AS firstSeenAtMs
       FROM location l LEFT JOIN watched_folder f ON f.id = l.folder_id
       WHERE l.state IN ('arriving','queued','missing_unconfirmed','online_only','unreadable')
         AND (f.id IS NULL OR f.state <> 'removed')
       ORDER BY CASE l.state WHEN 'unreadable' THEN 0 WHEN 'arriving' THEN 1 WHEN 'missing_unconfirmed' THEN 2
         WHEN 'online_only' THEN 3 ELSE 4 END, l.id LIMIT ?`,
    )
    .all(MAX_WAITING);
  return rows.map(({ stateDetail, ...row }) => {
    const detail = readStateDetail(stateDetail);
    return detail === undefined ? row : { ...row, detail };
  });
}
