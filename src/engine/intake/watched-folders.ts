// Which folders are watched? Adds, lists and removes them, and refuses what can't or must not be watched.
import { accessSync, constants, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { and, asc, eq, ne } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { watchedFolder } from '../store/schema/folders.ts';
import { appendCustody } from '../vault/custody.ts';
import { toFolderKey } from './path-key.ts';

export type WatchedFolder = typeof watchedFolder.$inferSelect;

export interface AddFolderOptions {
  /** Keep a safe copy of every document of this folder. */
  readonly keepCopies?: boolean;
  /** Quiet period before a fresh file is read, in milliseconds. */
  readonly settleMs?: number;
}

/**
 * Adds a watched folder, or takes up a removed one where it stopped.
 * @throws CasebinderError FOLDER_NOT_FOUND, FOLDER_NOT_A_DIRECTORY, FOLDER_NOT_READABLE, FOLDER_CONTAINS_ARCHIVE,
 *   FOLDER_ALREADY_WATCHED
 */
export function addWatchedFolder(
  context: EngineContext,
  path: string,
  options: AddFolderOptions = {},
): WatchedFolder {
  const real = resolveFolder(path);
  refuseArchive(context, real, path);
  const { archive } = context;
  const pathKey = toFolderKey(real);
  return archive.transaction(() => {
    for (const other of listWatchedFolders(context)) {
      // The stored path may have become a link since; both spellings count.
      if ([other.path, realQuietly(other.path)].some((known) => overlaps(known, real))) {
        throw new CasebinderError('FOLDER_ALREADY_WATCHED', { path: other.path });
      }
    }
    const nowMs = context.nowMs();
    const known = archive.orm.select().from(watchedFolder).where(eq(watchedFolder.pathKey, pathKey)).get();
    const values = {
      path: real,
      state: 'new' as const,
      stateDetail: null,
      removedAtMs: null,
      ...(options.keepCopies === undefined ? {} : { keepCopies: options.keepCopies }),
      ...(options.settleMs === undefined ? {} : { settleMs: options.settleMs }),
    };
    const row =
      known === undefined
        ? archive.orm
            .insert(watchedFolder)
            .values({ ...values, pathKey, addedAtMs: nowMs })
            .returning()
            .get()
        : archive.orm
            .update(watchedFolder)
            .set(values)
            .where(eq(watchedFolder.id, known.id))
            .returning()
            .get();
    appendCustody(archive, nowMs, 'folder_added', null, { folderId: row.id, path: real });
    context.events.emit({ type: 'folder_changed', folderId: row.id, state: row.state });
    return row;
  });
}

/** All folders that are watched, oldest first; removed ones are not listed. */
export function listWatchedFolders(context: EngineContext): WatchedFolder[] {
  return context.archive.orm
    .select()
    .from(watchedFolder)
    .where(ne(watchedFolder.state, 'removed'))
    .orderBy(asc(watchedFolder.id))
    .all();
}

/**
 * Stops watching. Documents, locations and history stay known; adding the folder again takes up where it stopped.
 * @throws CasebinderError NOT_FOUND
 */
export function removeWatchedFolder(context: EngineContext, folderId: number): WatchedFolder {
  const { archive } = context;
  const removed = archive.transaction(() => {
    const row = archive.orm
      .update(watchedFolder)
      .set({ state: 'removed', stateDetail: null, removedAtMs: context.nowMs() })
      .where(and(eq(watchedFolder.id, folderId), ne(watchedFolder.state, 'removed')))
      .returning()
      .get();
    if (row === undefined) throw new CasebinderError('NOT_FOUND', { what: `#${folderId}` });
    appendCustody(archive, context.nowMs(), 'folder_removed', null, { folderId, path: row.path });
    return row;
  });
  context.events.emit({ type: 'folder_changed', folderId, state: 'removed' });
  return removed;
}

/** The folder behind `path`, links resolved. */
function resolveFolder(path: string): string {
  let real: string;
  try {
    real = realpathSync.native(resolve(path));
    if (!statSync(real).isDirectory()) throw new CasebinderError('FOLDER_NOT_A_DIRECTORY', { path });
    accessSync(real, constants.R_OK);
    // The rights say little on network shares: listing is the proof.
    readdirSync(real, { withFileTypes: true });
  } catch (error) {
    if (error instanceof CasebinderError) throw error;
    const code = (error as { code?: string }).code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new CasebinderError('FOLDER_NOT_FOUND', { path }, error);
    throw new CasebinderError('FOLDER_NOT_READABLE', { path }, error);
  }
  return real;
}

function refuseArchive(context: EngineContext, real: string, path: string): void {
  for (const own of [context.archive.dir, context.scratchDir]) {
    if (overlaps(realQuietly(own), real)) throw new CasebinderError('FOLDER_CONTAINS_ARCHIVE', { path });
  }
}

function realQuietly(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}

/** True when one folder is the other or lies inside it. */
function overlaps(a: string, b: string): boolean {
  return isInside(a, b) || isInside(b, a);
}

function isInside(inner: string, outer: string): boolean {
  const way = relative(toFolderKey(outer), toFolderKey(inner));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
