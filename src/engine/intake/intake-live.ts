// How does intake run by itself while the program is open: folders watched, files settling, retries, slow work when idle?
import type { EngineContext } from '../engine-context.ts';
import type { FolderReconciler } from './folder-reconciler.ts';
import type { HintSource } from './hints/hint-source.ts';
import { writeStateDetail } from './intake-problem.ts';
import type { IntakeQueue } from './intake-queue.ts';
import type { QueueRows } from './queue-rows.ts';
import type { SettleTracker } from './settle.ts';
import { settleArriving } from './settle-arriving.ts';
import { type FolderWatch, type WatchFolderOptions, watchFolder } from './watch-folder.ts';
import { listWatchedFolders, type WatchedFolder } from './watched-folders.ts';

export interface LiveParts {
  readonly reconciler: FolderReconciler;
  readonly queue: IntakeQueue;
  readonly rows: QueueRows;
  readonly tracker: SettleTracker;
  readonly source: HintSource;
  readonly watchOptions: WatchFolderOptions;
  /** Called whenever nothing urgent is left; does a bit of slow work and says whether there is more. */
  workSlowly(): Promise<boolean>;
}

export interface LiveIntake {
  /** Takes up added folders and lets go of removed ones. */
  followFolders(): void;
  /** Compares everything anew, soon. */
  lookNow(): void;
  stop(): Promise<void>;
}

const LONGEST_PAUSE_MS = 2_000;
const SHORTEST_PAUSE_MS = 20;
const RETRY_EVERY_MS = 30_000;
const PROGRESS_INTERVAL_MS = 250;

/** Starts watching all folders; goes on until stopped. */
export function startLiveIntake(context: EngineContext, parts: LiveParts): LiveIntake {
  const { queue, rows, tracker } = parts;
  const { monotonicMs } = parts.watchOptions;
  const watches = new Map<number, FolderWatch>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let retriedAtMs = monotonicMs();
  let toldAtMs = Number.NEGATIVE_INFINITY;
  let slow: Promise<void> | undefined;

  function watch(folder: WatchedFolder): FolderWatch {
    return watchFolder(
      {
        root: folder.path,
        source: parts.source,
        async compare(folders) {
          const result = await parts.reconciler.reconcile(folder, { folders, grace: true });
          if (result.added + result.changed + result.moved + result.missing + result.returned > 0) {
            context.events.emit({ type: 'folder_changed', folderId: folder.id, state: 'watching' });
          }
          wake(0);
          return result;
        },
        onPolling(systemCode) {
          const detail = writeStateDetail({
            code: 'intake.folderPolling',
            params: { systemCode: systemCode ?? '' },
          });
          context.archive.sqlite
            .prepare(
              "UPDATE watched_folder SET state = 'polling', state_detail = ? WHERE id = ? AND state <> 'removed'",
            )
            .run(detail, folder.id);
          context.events.emit({ type: 'folder_changed', folderId: folder.id, state: 'polling' });
          const params = { folderId: folder.id, path: folder.path, systemCode: systemCode ?? '' };
          context.events.emit({ type: 'notice', code: 'intake.folderPolling', params });
        },
        onError: (error) => context.log.error({ error, folderId: folder.id }, 'watching a folder failed'),
      },
      parts.watchOptions,
    );
  }

  function followFolders(): void {
    if (stopped) return;
    const wanted = new Map(listWatchedFolders(context).map((folder) => [folder.id, folder]));
    for (const [id, folderWatch] of watches) {
      if (wanted.has(id)) continue;
      watches.delete(id);
      void folderWatch.stop();
    }
    for (const [id, folder] of wanted) if (!watches.has(id)) watches.set(id, watch(folder));
  }

  function wake(inMs: number): void {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(tick, inMs);
    timer.unref();
  }

  function tick(): void {
    if (stopped) return;
    try {
      const atMs = monotonicMs();
      if (atMs - retriedAtMs > RETRY_EVERY_MS) {
        retriedAtMs = atMs;
        rows.retryUnreadable(false);
      }
      const result = settleArriving(context, rows, tracker);
      queue.kick();
      tellProgress(atMs);
      if (!queue.isBusy && result.settled === 0) workSlowly();
      wake(Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, result.nextMs)));
    } catch (error) {
      context.log.error({ error }, 'intake tick failed');
      wake(LONGEST_PAUSE_MS);
    }
  }

  function workSlowly(): void {
    slow ??= parts
      .workSlowly()
      .then(
        (more) => {
          if (more) wake(SHORTEST_PAUSE_MS);
        },
        (error: unknown) => context.log.error({ error }, 'slow pass failed'),
      )
      .finally(() => {
        slow = undefined;
      });
  }

  function tellProgress(atMs: number): void {
    if (!queue.isBusy || atMs - toldAtMs < PROGRESS_INTERVAL_MS) return;
    toldAtMs = atMs;
    const counts = rows.counts();
    context.events.emit({
      type: 'intake_progress',
      found: counts.queued + counts.arriving + queue.counts.filed,
      pending: counts.queued + counts.arriving,
      filed: queue.counts.filed,
      pendingOcr: counts.pendingOcr,
    });
  }

  const unsubscribe = queue.onProgress(() => {
    if (!stopped) tellProgress(monotonicMs());
  });
  followFolders();
  wake(0);
  return {
    followFolders,
    lookNow() {
      for (const folderWatch of watches.values()) folderWatch.lookNow();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      unsubscribe();
      await Promise.all([...watches.values()].map((folderWatch) => folderWatch.stop()));
      watches.clear();
      await slow;
    },
  };
}
