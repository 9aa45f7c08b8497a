// How do the differences of a folder become rows: what is new, changed, moved, gone or back?
import type { EngineContext } from '../engine-context.ts';
import { appendCustody } from '../vault/custody.ts';
import { updateAvailabilityWithChildren } from './availability.ts';
import type { FolderDifferences, FoundFile, KnownFile } from './compare-folder.ts';
import { lookAtFile } from './file-look.ts';
import { writeStateDetail } from './intake-problem.ts';
import { createLocationWriter, type LocationWriter } from './location-writer.ts';
import { toAbsolutePath } from './path-key.ts';
import { isOld } from './settle.ts';

export interface ReconcileResult {
  readonly reachable: boolean;
  readonly found: number;
  readonly added: number;
  readonly changed: number;
  readonly moved: number;
  readonly missing: number;
  readonly returned: number;
  readonly onlineOnly: number;
  /** Locations held as "missing?" because too many vanished at once. */
  readonly heldMissing: number;
}

export interface ReconcileFolder {
  readonly id: number;
  readonly path: string;
  readonly state: string;
}

/** More than this share, or this many files, gone in one pass is no tidying up: it is asked (pitfalls.md 3.7). */
const MASS_SHARE = 0.2;
const MASS_FILES = 50;
/** One lost file is no mass disappearance, however small the folder. */
const MASS_LEAST = 2;
const ROWS_PER_TRANSACTION = 500;

/**
 * Applies differences in transactions of at most 500 rows, giving way to other work in between. A kill in the middle
 * leaves rows that the next reconcile completes. `isWhole`: the comparison covered the whole folder.
 */
export async function applyDifferences(
  context: EngineContext,
  folder: ReconcileFolder,
  differences: FolderDifferences,
  options: { readonly isWhole: boolean; readonly signal?: AbortSignal },
): Promise<ReconcileResult> {
  const { archive } = context;
  if (!differences.reachable) return goOffline(context, folder, differences);
  const writer = createLocationWriter(context, folder);
  const counts = { added: 0, changed: 0, moved: 0, missing: 0, returned: 0, heldMissing: 0 };

  comeOnline(context, folder);
  const movedIds = new Set<number>();
  await inBatches(context, differences.added, options.signal, (file) => {
    const from = writer.moveIfSame(file);
    if (from !== undefined) {
      movedIds.add(from);
      counts.moved += 1;
    } else if (writer.addFile(file, firstState(context, file))) counts.added += 1;
  });
  await inBatches(context, differences.respelled, options.signal, (file) => writer.respell(file));
  await inBatches(context, differences.changed, options.signal, (file) => {
    if (writer.changeFile(file, firstState(context, file))) counts.changed += file.hasDocument ? 1 : 0;
  });
  await inBatches(context, differences.renumbered, options.signal, (file) => writer.renumber(file));
  const back: number[] = [];
  await inBatches(context, differences.returned, options.signal, (file) => {
    counts.returned += applyReturn(context, writer, file, back);
  });
  await refreshAvailability(context, back);

  const gone = stillGone(context, folder, differences.gone, movedIds);
  const isMass =
    gone.length >= MASS_LEAST &&
    (gone.length > MASS_FILES || gone.length > MASS_SHARE * countThere(context, folder));
  if (isMass) {
    await inBatches(context, gone, options.signal, (id) => {
      counts.heldMissing += writer.holdMissing(id) ? 1 : 0;
    });
    if (counts.heldMissing > 0) {
      context.events.emit({
        type: 'notice',
        code: 'intake.massMissing',
        params: { folderId: folder.id, path: folder.path, files: counts.heldMissing },
      });
    }
  } else {
    const lost: number[] = [];
    await inBatches(context, gone, options.signal, (id) => {
      const result = writer.markMissing(id);
      counts.missing += result.marked ? 1 : 0;
      if (result.documentId !== undefined) lost.push(result.documentId);
    });
    await refreshAvailability(context, lost);
  }
  // Open pages show at once that an original went, came back or lies elsewhere now.
  if (counts.missing + counts.heldMissing + counts.returned + counts.moved > 0)
    context.events.emit({ type: 'folder_changed', folderId: folder.id, state: 'watching' });
  if (options.isWhole) noteScan(context, folder, differences);
  archive.sqlite.pragma('wal_checkpoint(PASSIVE)');
  return {
    reachable: true,
    found: differences.files,
    onlineOnly: differences.placeholders,
    ...counts,
    missing: counts.missing + counts.heldMissing,
  };
}

/** A file whose last change is long past needs no quiet period; a placeholder is listed and left alone. */
function firstState(context: EngineContext, file: FoundFile): 'arriving' | 'queued' | 'online_only' {
  const old = isOld(file.mtimeMs, context.nowMs());
  if (!old) return 'arriving';
  return file.placeholder ? 'online_only' : 'queued';
}

/** Online only ↔ on disk, missing → there. Returns 1 when a missing file came back. */
function applyReturn(
  context: EngineContext,
  writer: LocationWriter,
  file: KnownFile,
  back: number[],
): number {
  const { archive } = context;
  const wasMissing = file.state === 'missing' || file.state === 'missing_unconfirmed';
  // What was online only may hold other content than when it was read: it is read again.
  const state = file.placeholder ? 'online_only' : wasMissing && file.hasDocument ? 'present' : 'queued';
  const documentId = writer.setState(file, state);
  if (documentId === undefined) return 0;
  if (documentId !== null) {
    back.push(documentId);
    if (file.state === 'missing') {
      appendCustody(archive, context.nowMs(), 'location_returned', null, {
        locationId: file.locationId,
        path: file.relativePath,
      });
    }
  }
  return wasMissing ? 1 : 0;
}

/** Ids that are really gone: not moved in this pass, and nothing lies there at a second look (a save in progress). */
function stillGone(
  context: EngineContext,
  folder: ReconcileFolder,
  ids: readonly number[],
  movedIds: ReadonlySet<number>,
): number[] {
  const read = context.archive.sqlite.prepare<[number, number], { relative_path: string }>(
    "SELECT relative_path FROM location WHERE id = ? AND folder_id = ? AND state NOT IN ('missing','missing_unconfirmed','replaced')",
  );
  return ids.filter((id) => {
    if (movedIds.has(id)) return false;
    const row = read.get(id, folder.id);
    return row !== undefined && !existsQuietly(toAbsolutePath(folder.path, row.relative_path));
  });
}

function existsQuietly(path: string): boolean {
  try {
    return lookAtFile(path) !== undefined;
  } catch (error) {
    const code = (error as { code?: string }).code;
    // Anything but "nothing there" leaves the question open: not gone.
    return code !== 'ENOENT' && code !== 'ENOTDIR';
  }
}

function countThere(context: EngineContext, folder: ReconcileFolder): number {
  const row = context.archive.sqlite
    .prepare<[number], { n: number }>(
      "SELECT count(*) AS n FROM location WHERE folder_id = ? AND state NOT IN ('missing','missing_unconfirmed','replaced')",
    )
    .get(folder.id);
  return row?.n ?? 0;
}

function goOffline(
  context: EngineContext,
  folder: ReconcileFolder,
  differences: FolderDifferences,
): ReconcileResult {
  const detail = writeStateDetail({
    code: 'intake.folderOffline',
    params: { path: folder.path, systemCode: differences.unreachableBecause ?? '' },
  });
  const changed = context.archive.sqlite
    .prepare(
      "UPDATE watched_folder SET state = 'offline', state_detail = ? WHERE id = ? AND state NOT IN ('offline','removed')",
    )
    .run(detail, folder.id).changes;
  if (changed > 0) {
    context.events.emit({ type: 'folder_changed', folderId: folder.id, state: 'offline' });
    context.events.emit({
      type: 'notice',
      code: 'intake.folderOffline',
      params: { folderId: folder.id, path: folder.path },
    });
  }
  return {
    reachable: false,
    found: 0,
    added: 0,
    changed: 0,
    moved: 0,
    missing: 0,
    returned: 0,
    onlineOnly: 0,
    heldMissing: 0,
  };
}

function comeOnline(context: EngineContext, folder: ReconcileFolder): void {
  const changed = context.archive.sqlite
    .prepare(
      "UPDATE watched_folder SET state = 'watching', state_detail = NULL WHERE id = ? AND state IN ('new','offline')",
    )
    .run(folder.id).changes;
  if (changed > 0) context.events.emit({ type: 'folder_changed', folderId: folder.id, state: 'watching' });
}

function noteScan(context: EngineContext, folder: ReconcileFolder, differences: FolderDifferences): void {
  const { files, bytes, ignored, placeholders, folders, problems } = differences;
  const count = (code: string) => problems.reduce((n, problem) => n + (problem.code === code ? 1 : 0), 0);
  const summary = {
    files,
    bytes,
    ignored,
    onlineOnly: placeholders,
    folders,
    links: count('intake.linkNotFollowed'),
    unreadableFolders: count('intake.folderUnreadable'),
    unreadableFiles: count('intake.fileUnreadable') + count('intake.nameUnreadable'),
  };
  context.archive.sqlite
    .prepare('UPDATE watched_folder SET scanned_at_ms = ?, scan_summary = ? WHERE id = ?')
    .run(context.nowMs(), JSON.stringify(summary), folder.id);
}

async function refreshAvailability(context: EngineContext, documentIds: readonly number[]): Promise<void> {
  const batch: number[] = [...new Set(documentIds)];
  await inBatches(context, batch, undefined, (id) => updateAvailabilityWithChildren(context.archive, [id]));
}

async function inBatches<T>(
  context: EngineContext,
  items: readonly T[],
  signal: AbortSignal | undefined,
  work: (item: T) => void,
): Promise<void> {
  for (let start = 0; start < items.length; start += ROWS_PER_TRANSACTION) {
    signal?.throwIfAborted();
    context.archive.transaction(() => {
      for (const item of items.slice(start, start + ROWS_PER_TRANSACTION)) work(item);
    });
    if (start + ROWS_PER_TRANSACTION < items.length) await new Promise((resolve) => setImmediate(resolve));
  }
}
