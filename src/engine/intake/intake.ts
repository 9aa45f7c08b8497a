// The way from watched folders to filed documents: everything that intake can do, put together.
import { availableParallelism } from 'node:os';
import type { EngineContext } from '../engine-context.ts';
import type { WalkProblem } from './find-files.ts';
import { createFinder } from './finder.ts';
import { createIntakeQueue } from './intake-queue.ts';
import type { IntakeWorkers } from './intake-task.ts';
import { createIntakeWorkers } from './intake-workers.ts';
import { type ContentHandle, openContent } from './open-content.ts';
import { createQueueRows } from './queue-rows.ts';
import { applyDifferences, type ReconcileResult } from './reconcile.ts';
import { createSettleTracker } from './settle.ts';
import { settleArriving } from './settle-arriving.ts';
import { createUnpacker } from './unpack-parents.ts';
import {
  type AddFolderOptions,
  addWatchedFolder,
  listWatchedFolders,
  removeWatchedFolder,
  type WatchedFolder,
} from './watched-folders.ts';

export interface IntakeOptions {
  /** Worker threads; default: as many as cores. */
  readonly workerCount?: number;
  /** Own workers instead of threads, for tests of single steps. */
  readonly workers?: IntakeWorkers;
  /** Clock of quiet periods; must never jump. Default: performance.now. */
  readonly monotonicMs?: () => number;
}

export interface IntakeTotals {
  /** Files that lie in the watched folders now. */
  readonly found: number;
  readonly added: number;
  readonly changed: number;
  readonly moved: number;
  readonly missing: number;
  readonly unreadable: number;
  readonly onlineOnly: number;
  /** Files that somebody is still writing. */
  readonly arriving: number;
  /** Documents in the archive. */
  readonly documents: number;
  readonly pendingOcr: number;
  readonly seconds: number;
}

export interface IntakeProgress {
  readonly found: number;
  readonly pending: number;
  readonly filed: number;
  readonly pendingOcr: number;
}

export interface RunOptions {
  readonly ocr: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IntakeProgress) => void;
}

export interface Intake {
  addFolder(path: string, options?: AddFolderOptions): WatchedFolder;
  listFolders(): WatchedFolder[];
  removeFolder(folderId: number): void;
  /** What the last whole look at a folder could not look at; empty before the first. */
  folderProblems(folderId: number): readonly WalkProblem[];
  /** Compares all folders with the archive and queues what differs. */
  reconcileAll(signal?: AbortSignal): Promise<ReconcileResult[]>;
  /** Reconciles, then works until nothing is pending. Rejects with an AbortError when `signal` aborts. */
  runUntilIdle(options: RunOptions): Promise<IntakeTotals>;
  /** @throws CasebinderError NOT_FOUND, FILE_UNREADABLE */
  openContent(documentId: number): Promise<ContentHandle>;
  stop(): Promise<void>;
}

const PROGRESS_INTERVAL_MS = 250;

/** Creates the intake of an opened archive. Nothing runs until it is asked to. */
export function createIntake(context: EngineContext, options: IntakeOptions = {}): Intake {
  const monotonicMs = options.monotonicMs ?? (() => performance.now());
  const workers = options.workers ?? createIntakeWorkers(options.workerCount ?? availableParallelism());
  const finder = createFinder(context.archive);
  const rows = createQueueRows(context);
  const tracker = createSettleTracker(monotonicMs);
  const open = (documentId: number) => openContent(context, workers, documentId);
  const unpacker = createUnpacker(context, workers, open);
  const queue = createIntakeQueue(context, { rows, workers, unpacker });
  const problems = new Map<number, readonly WalkProblem[]>();

  async function reconcileFolder(folder: WatchedFolder, signal?: AbortSignal): Promise<ReconcileResult> {
    const differences = await finder.find(folder, null, signal);
    problems.set(folder.id, differences.problems);
    const result = await applyDifferences(context, folder, differences, { isWhole: true, signal });
    queue.kick();
    return result;
  }

  async function reconcileAll(signal?: AbortSignal): Promise<ReconcileResult[]> {
    const results: ReconcileResult[] = [];
    for (const folder of listWatchedFolders(context)) {
      signal?.throwIfAborted();
      results.push(await reconcileFolder(folder, signal));
    }
    return results;
  }

  /** Resolves when nothing is queued, in work, or worth waiting for. */
  async function drain(signal: AbortSignal | undefined, onStep: () => void): Promise<number> {
    for (;;) {
      signal?.throwIfAborted();
      const settled = settleArriving(context, rows, tracker);
      queue.kick();
      onStep();
      if (!queue.isBusy && settled.waiting === 0 && settled.settled === 0 && rows.counts().queued === 0) {
        return settled.growing;
      }
      await pause(
        queue.isBusy ? PROGRESS_INTERVAL_MS : Math.min(settled.nextMs, PROGRESS_INTERVAL_MS),
        signal,
      );
    }
  }

  /** Waits, but not longer than until the queue has news. */
  async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        unsubscribe();
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, Math.max(1, ms));
      const unsubscribe = queue.onProgress(() => {
        if (!queue.isBusy) end();
      });
      signal?.addEventListener('abort', end, { once: true });
    });
  }

  function createReporter(found: () => number, onProgress: RunOptions['onProgress']): () => void {
    let toldAtMs = Number.NEGATIVE_INFINITY;
    const start = queue.counts.filed;
    return () => {
      const atMs = monotonicMs();
      if (atMs - toldAtMs < PROGRESS_INTERVAL_MS) return;
      toldAtMs = atMs;
      const counts = rows.counts();
      const progress = {
        found: found(),
        pending: counts.queued + counts.arriving,
        filed: queue.counts.filed - start,
        pendingOcr: counts.pendingOcr,
      };
      context.events.emit({ type: 'intake_progress', ...progress });
      onProgress?.(progress);
    };
  }

  return {
    addFolder: (path, folderOptions) => addWatchedFolder(context, path, folderOptions),
    listFolders: () => listWatchedFolders(context),
    removeFolder: (folderId) => removeWatchedFolder(context, folderId),
    folderProblems: (folderId) => problems.get(folderId) ?? [],
    reconcileAll,
    async runUntilIdle({ signal, onProgress }) {
      const startedAtMs = monotonicMs();
      const before = { ...queue.counts };
      const sums = { found: 0, moved: 0, missing: 0 };
      const report = createReporter(() => sums.found, onProgress);
      rows.retryUnreadable(true);
      for (const folder of listWatchedFolders(context)) {
        signal?.throwIfAborted();
        const result = await reconcileFolder(folder, signal);
        sums.found += result.found;
        sums.moved += result.moved;
        sums.missing += result.missing;
        report();
      }
      const arriving = await drain(signal, report);
      const counts = rows.counts();
      return {
        found: sums.found,
        added: queue.counts.added - before.added,
        changed: queue.counts.changed - before.changed,
        moved: sums.moved + queue.counts.moved - before.moved,
        missing: sums.missing,
        unreadable: counts.unreadable,
        onlineOnly: counts.onlineOnly,
        arriving,
        documents: counts.documents,
        pendingOcr: counts.pendingOcr,
        seconds: Math.round(monotonicMs() - startedAtMs) / 1000,
      };
    },
    openContent: open,
    async stop() {
      await workers.close();
      await queue.stop();
      await finder.close();
    },
  };
}
