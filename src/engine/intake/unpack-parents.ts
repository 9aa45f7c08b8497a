// Where are the bytes of a file that lies inside another document, while it waits to be read?
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_READ_LIMITS } from '../../domain/reading.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ChildLocation } from './file-children.ts';
import type { IntakeWorkers } from './intake-task.ts';
import type { ContentHandle } from './open-content.ts';
import { folderOf } from './path-key.ts';
import type { QueuedRow } from './queue-rows.ts';

export interface UnpackedChild {
  readonly path: string;
  /** Folders of the parent, then the parent's own name. */
  readonly folderNames: readonly string[];
}

export interface Unpacker {
  /** Bytes of a queued child; unpacks its parent again when a restart has swept them away. */
  find(row: QueuedRow): Promise<UnpackedChild | undefined>;
  /** Takes over the scratch folder of a parent that was just read. */
  keep(parentDocumentId: number, scratchDir: string, children: readonly ChildLocation[]): void;
  /** A child is done (or given up); the last one sweeps the scratch folder. */
  finish(row: { readonly id: number; readonly parentDocumentId: number | null }): void;
}

/** What is known of a parent while children of it wait; one that failed to be unpacked again keeps what it had. */
interface Unpacked {
  /** More than one when a parent had to be unpacked anew while children of the first time were still being read. */
  readonly scratchDirs: string[];
  /** Children that are not done yet. */
  readonly paths: Map<number, string>;
  unpacking: Promise<void> | undefined;
  /** Parts were left out when it was unpacked last: a child that did not come along may still be in it. */
  isPartly: boolean;
}

const READER_STOPPED: ReadonlySet<string> = new Set(['TOO_SLOW', 'OUT_OF_MEMORY', 'READER_CRASHED']);

/** `openContent` gives the parent's own bytes, wherever they lie. */
export function createUnpacker(
  context: EngineContext,
  workers: IntakeWorkers,
  openContent: (documentId: number) => Promise<ContentHandle>,
): Unpacker {
  const { sqlite } = context.archive;
  const unpacked = new Map<number, Unpacked>();
  const waitingChildren = sqlite.prepare<[number], { id: number; relative_path: string }>(
    "SELECT id, relative_path FROM location WHERE parent_document_id = ? AND state IN ('queued','arriving','unreadable')",
  );
  const parentPath = sqlite.prepare<[number], { relative_path: string; file_name: string }>(
    'SELECT relative_path, file_name FROM location WHERE document_id = ? ORDER BY folder_id IS NULL, id LIMIT 1',
  );

  let timesUnpacked = 0;

  /** @throws whatever keeps the parent from being read now: its children must wait, they have not vanished. */
  async function unpack(parentDocumentId: number, entry: Unpacked): Promise<void> {
    // A folder of its own each time: children of an earlier unpacking may still be in work.
    timesUnpacked += 1;
    const scratchDir = join(context.scratchDir, `unpack-${parentDocumentId}-${timesUnpacked}`);
    const content = await openContent(parentDocumentId);
    try {
      mkdirSync(scratchDir, { recursive: true, mode: 0o700 });
      const outcome = await workers.run({
        path: content.path,
        fileName: content.fileName,
        folderNames: [],
        scratchDir,
        limits: DEFAULT_READ_LIMITS,
      });
      if (outcome.outcome !== 'read') {
        const code = outcome.outcome === 'locked' ? outcome.systemCode : outcome.outcome.toUpperCase();
        throw Object.assign(new Error(`the parent can't be unpacked: ${outcome.outcome}`), { code });
      }
      // A reader that was stopped gives no children either: that says nothing about them.
      const stopped = outcome.read.problems.find(({ code }) => READER_STOPPED.has(code));
      if (stopped !== undefined && outcome.read.children.length === 0)
        throw Object.assign(new Error("the parent's reader was stopped"), { code: stopped.code });
      const byChildPath = new Map(outcome.read.children.map((child) => [child.childPath, child.scratchPath]));
      for (const row of waitingChildren.all(parentDocumentId)) {
        const path = byChildPath.get(row.relative_path);
        if (path !== undefined) entry.paths.set(row.id, path);
      }
      entry.scratchDirs.push(scratchDir);
      entry.isPartly = outcome.read.problems.some(({ code }) => code === 'READ_PARTLY');
    } catch (error) {
      rmSync(scratchDir, { recursive: true, force: true });
      throw error;
    } finally {
      await content.release();
    }
  }

  function folderNamesOf(parentDocumentId: number): string[] {
    const parent = parentPath.get(parentDocumentId);
    if (parent === undefined) return [];
    const folder = folderOf(parent.relative_path);
    return [...(folder === '' ? [] : folder.split('/')), parent.file_name];
  }

  function entryOf(parentDocumentId: number): Unpacked {
    const known = unpacked.get(parentDocumentId);
    if (known !== undefined) return known;
    const fresh: Unpacked = { scratchDirs: [], paths: new Map(), unpacking: undefined, isPartly: false };
    unpacked.set(parentDocumentId, fresh);
    return fresh;
  }

  function unpackOnce(parentDocumentId: number, entry: Unpacked): Promise<void> {
    entry.unpacking ??= unpack(parentDocumentId, entry).finally(() => {
      entry.unpacking = undefined;
      sweepIfDone(parentDocumentId, entry);
    });
    return entry.unpacking;
  }

  function sweepIfDone(parentDocumentId: number, entry: Unpacked): void {
    if (entry.paths.size > 0 || entry.unpacking !== undefined) return;
    if (unpacked.get(parentDocumentId) === entry) unpacked.delete(parentDocumentId);
    for (const dir of entry.scratchDirs.splice(0)) rmSync(dir, { recursive: true, force: true });
  }

  return {
    async find(row) {
      const parent = row.parentDocumentId;
      if (parent === null) return undefined;
      const entry = entryOf(parent);
      // Missing at first, or given up once (a full disk) and taken again while the rest of its parent is still unpacked.
      if (!entry.paths.has(row.id)) await unpackOnce(parent, entry);
      const path = entry.paths.get(row.id);
      if (path === undefined && entry.isPartly)
        throw Object.assign(new Error('the parent was unpacked in part'), { code: 'TOO_SLOW' });
      return path === undefined ? undefined : { path, folderNames: folderNamesOf(parent) };
    },
    keep(parentDocumentId, scratchDir, children) {
      const entry = entryOf(parentDocumentId);
      entry.scratchDirs.push(scratchDir);
      for (const child of children) entry.paths.set(child.locationId, child.scratchPath);
    },
    finish(row) {
      const entry = row.parentDocumentId === null ? undefined : unpacked.get(row.parentDocumentId);
      if (row.parentDocumentId === null || entry === undefined) return;
      entry.paths.delete(row.id);
      sweepIfDone(row.parentDocumentId, entry);
    },
  };
}
