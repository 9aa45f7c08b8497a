// How do queued files get through the workers into the archive: bounded, in batches, cancellable and never twice?
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CasebinderError } from '../../domain/errors.ts';
import { DEFAULT_READ_LIMITS } from '../../domain/reading.ts';
import type { EngineContext } from '../engine-context.ts';
import { DATABASE_NAME } from '../store/open-archive.ts';
import { translateStorageError } from '../store/storage-error.ts';
import { type Filed, fileContent } from './file-documents.ts';
import type { IntakeOutcome, IntakeTask, IntakeWorkers } from './intake-task.ts';
import { folderOf, toAbsolutePath } from './path-key.ts';
import { PATIENT_TRIES, type QueuedRow, type QueueRows } from './queue-rows.ts';
import type { Unpacker } from './unpack-parents.ts';

export interface QueueCounts {
  /** Files filed since the queue was made: new locations, new versions, moves found by hash. */
  added: number;
  changed: number;
  moved: number;
  filed: number;
}

export interface IntakeQueue {
  /** Rows may have become queued: goes on working. */
  kick(): void;
  readonly counts: Readonly<QueueCounts>;
  readonly isBusy: boolean;
  /** Calls `listener` whenever a batch was filed or the queue ran empty; returns how to stop. */
  onProgress(listener: () => void): () => void;
  /**
   * Why nothing is filed at the moment (disk full, archive damaged), once per trouble; undefined when all is well. What
   * was read stays queued: it is tried again after a pause, or at the next kick after this call.
   */
  takeTrouble(): unknown;
  /** Waits for files in work, files them, then does nothing more. */
  stop(): Promise<void>;
}

interface Finished {
  readonly row: QueuedRow;
  readonly outcome: IntakeOutcome;
}

const ROWS_PER_TAKE = 64;
const FILES_PER_TRANSACTION = 100;
const LONGEST_WAIT_MS = 60;
/** Pause after the archive could not be written to, before the next try. */
const TROUBLE_PAUSE_MS = 30_000;
/** A row taken so often without an end was in work when the program died: its reader is not asked again. */
const SUSPECT_TRIES = PATIENT_TRIES + 2;

/** Creates the queue; it works whenever rows are queued, until stopped. */
export function createIntakeQueue(
  context: EngineContext,
  parts: { readonly rows: QueueRows; readonly workers: IntakeWorkers; readonly unpacker: Unpacker },
): IntakeQueue {
  const { rows, workers, unpacker } = parts;
  const { archive } = context;
  const databasePath = join(archive.dir, DATABASE_NAME);
  const counts: QueueCounts = { added: 0, changed: 0, moved: 0, filed: 0 };
  const inWork = new Set<number>();
  const listeners = new Set<() => void>();
  const capacity = workers.count * 2;
  let taken: QueuedRow[] = [];
  let finished: Finished[] = [];
  let running = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let flushing = false;
  let trouble: unknown;
  let haltedUntilMs = Number.NEGATIVE_INFINITY;
  /** Rows whose try must not count, once the archive can be written to again. */
  let blameless: number[] = [];

  const isHalted = (): boolean => performance.now() < haltedUntilMs;

  /** The archive can't be written to: lets go of everything. The rows are still queued, so nothing is lost by it. */
  function halt(error: unknown): void {
    const told = translateStorageError(error);
    context.log.error({ error }, 'nothing can be filed now');
    trouble = told;
    haltedUntilMs = performance.now() + TROUBLE_PAUSE_MS;
    clearTimeout(timer);
    timer = undefined;
    for (const { row } of finished) forget(row);
    for (const row of taken) {
      inWork.delete(row.id);
      blameless.push(row.id);
    }
    finished = [];
    taken = [];
    const code = told instanceof CasebinderError ? told.code : 'INTERNAL';
    context.events.emit({ type: 'notice', code: 'intake.cannotStore', params: { code } });
    tellListeners();
  }

  function forget(row: QueuedRow): void {
    inWork.delete(row.id);
    blameless.push(row.id);
    unpacker.finish(row);
    rmSync(join(context.scratchDir, `intake-${row.id}`), { recursive: true, force: true });
  }

  /** Timers and promises have no caller who could catch: an error there would end the program. */
  function guard(step: () => void): void {
    try {
      step();
    } catch (error) {
      halt(error);
    }
  }

  function tellListeners(): void {
    for (const listener of listeners) listener();
  }

  function pump(): void {
    // Back-pressure: what is read but not filed yet is bounded, whatever the speed of the workers.
    while (!stopped && !isHalted() && running < capacity && finished.length < FILES_PER_TRANSACTION * 2) {
      if (taken.length === 0) {
        if (blameless.length > 0) rows.giveBack(blameless);
        blameless = [];
        taken = rows.take(ROWS_PER_TAKE, inWork);
        for (const row of taken) inWork.add(row.id);
      }
      const row = taken.shift();
      if (row === undefined) break;
      running += 1;
      void work(row).then((outcome) => {
        running -= 1;
        if (outcome === undefined) inWork.delete(row.id);
        else if (isHalted()) forget(row);
        else if (isDiskFull(outcome)) {
          finished.push({ row, outcome });
          halt(new CasebinderError('DISK_FULL', { needed: '?', available: '0 B' }));
        } else finished.push({ row, outcome });
        guard(() => {
          scheduleFlush();
          pump();
        });
      });
    }
    if (running === 0 && finished.length === 0) tellListeners();
  }

  async function work(row: QueuedRow): Promise<IntakeOutcome | undefined> {
    try {
      const task = await makeTask(row);
      if (task === undefined) return { outcome: 'vanished' };
      return await workers.run(task);
    } catch (error) {
      if (stopped) return undefined;
      context.log.error({ error, locationId: row.id }, 'intake of a file failed');
      return { outcome: 'locked', systemCode: (error as { code?: string }).code ?? 'INTERNAL' };
    }
  }

  async function makeTask(row: QueuedRow): Promise<IntakeTask | undefined> {
    const common = {
      fileName: row.fileName,
      scratchDir: join(context.scratchDir, `intake-${row.id}`),
      databasePath,
      limits: DEFAULT_READ_LIMITS,
      ...(row.tries >= SUSPECT_TRIES ? { skipReading: 'READER_CRASHED' as const } : {}),
    };
    if (row.root !== null) {
      const folder = folderOf(row.relativePath);
      const path = toAbsolutePath(row.root, row.relativePath);
      const { sizeBytes, mtimeMs, inode } = row;
      return {
        ...common,
        path,
        folderNames: folder === '' ? [] : folder.split('/'),
        expected: { sizeBytes, mtimeMs, inode },
      };
    }
    const unpacked = await unpacker.find(row);
    return unpacked === undefined
      ? undefined
      : { ...common, path: unpacked.path, folderNames: unpacked.folderNames };
  }

  function scheduleFlush(): void {
    if (finished.length >= FILES_PER_TRANSACTION || (running === 0 && taken.length === 0)) flush();
    else timer ??= setTimeout(() => guard(flush), LONGEST_WAIT_MS);
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (flushing || finished.length === 0) return;
    flushing = true;
    try {
      while (finished.length > 0) {
        const batch = finished.slice(0, FILES_PER_TRANSACTION);
        fileBatch(batch);
        finished = finished.slice(batch.length);
        for (const { row } of batch) inWork.delete(row.id);
      }
    } finally {
      flushing = false;
    }
    tellListeners();
    pump();
  }

  function fileBatch(batch: readonly Finished[]): void {
    let after: (() => void)[] = [];
    try {
      archive.transaction(() => {
        for (const item of batch) after.push(fileOne(item));
      });
    } catch (error) {
      // The disk or the database, not one of the files: trying them one by one would blame each of them.
      if (translateStorageError(error) instanceof CasebinderError) throw error;
      if (batch.length === 1) {
        context.log.error({ error, locationId: batch[0]!.row.id }, 'a file could not be filed');
        archive.transaction(() => rows.markLocked({ ...batch[0]!.row, tries: PATIENT_TRIES }, 'INTERNAL'));
        return;
      }
      // One bad file must not keep the others out: each gets a transaction of its own.
      after = [];
      for (const item of batch) fileBatch([item]);
    }
    for (const tell of after) tell();
  }

  /** Writes one outcome; returns what is to be told once the transaction is through. */
  function fileOne({ row, outcome }: Finished): () => void {
    const nothing = () => undefined;
    if (!rows.isUnchanged(row)) {
      unpacker.finish(row);
      return nothing;
    }
    switch (outcome.outcome) {
      case 'changed':
        rows.markChanged(row.id, outcome.look);
        return nothing;
      case 'vanished':
        unpacker.finish(row);
        rows.markVanished(row.id);
        return nothing;
      case 'online_only':
        rows.markOnlineOnly(row.id, outcome.look);
        return nothing;
      case 'locked': {
        const state = rows.markLocked(row, outcome.systemCode);
        return () =>
          context.events.emit({
            type: 'location_changed',
            locationId: row.id,
            state,
            path: row.relativePath,
          });
      }
      default: {
        const filed = fileContent(context, row, outcome);
        return () => tellFiled(row, outcome, filed);
      }
    }
  }

  function tellFiled(row: QueuedRow, outcome: IntakeOutcome, filed: Filed): void {
    unpacker.finish(row);
    const scratchDir = join(context.scratchDir, `intake-${row.id}`);
    if (filed.childLocations.length > 0) unpacker.keep(filed.documentId, scratchDir, filed.childLocations);
    else if ('read' in outcome && outcome.read.children.length > 0)
      rmSync(scratchDir, { recursive: true, force: true });
    counts.filed += 1;
    if (row.folderId !== null) {
      if (row.documentId !== null) counts.changed += filed.replacedDocumentId === undefined ? 0 : 1;
      else if (filed.movedFrom > 0) counts.moved += 1;
      else counts.added += 1;
    }
    context.events.emit({
      type: 'document_filed',
      documentId: filed.documentId,
      path: row.relativePath,
      kind: filed.kind,
      isNew: filed.isNew,
    });
  }

  return {
    kick: () => guard(pump),
    counts,
    get isBusy() {
      return running > 0 || finished.length > 0 || taken.length > 0;
    },
    onProgress(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takeTrouble() {
      const told = trouble;
      trouble = undefined;
      if (told !== undefined) haltedUntilMs = Number.NEGATIVE_INFINITY;
      return told;
    },
    async stop() {
      stopped = true;
      for (const row of taken) inWork.delete(row.id);
      taken = [];
      while (running > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      guard(flush);
    },
  };
}

/** The reader had no room to unpack into: nothing is wrong with the file, and it must not be filed as if there were. */
function isDiskFull(outcome: IntakeOutcome): boolean {
  return outcome.outcome === 'locked' && (outcome.systemCode === 'ENOSPC' || outcome.systemCode === 'EDQUOT');
}
