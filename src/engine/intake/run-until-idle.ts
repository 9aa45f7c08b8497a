// How does one run of "index" work: reconcile, then everything until nothing is pending, with the numbers of the run?
import { CasebinderError } from '../../domain/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import type { IntakeQueue } from './intake-queue.ts';
import type { QueueRows } from './queue-rows.ts';
import type { ReconcileResult } from './reconcile.ts';
import type { SettleTracker } from './settle.ts';
import { settleArriving } from './settle-arriving.ts';
import type { SlowWork } from './slow-work.ts';

/** Numbers of one run (design.md 5, `index`). */
export interface IntakeTotals {
  /** Files that lie in the watched folders now. */
  readonly found: number;
  readonly added: number;
  readonly changed: number;
  readonly moved: number;
  readonly missing: number;
  readonly unreadable: number;
  readonly onlineOnly: number;
  /** Files that somebody is still writing: not waited for. */
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

export interface RunParts {
  readonly rows: QueueRows;
  readonly tracker: SettleTracker;
  readonly queue: IntakeQueue;
  readonly slow: SlowWork;
  readonly monotonicMs: () => number;
  reconcileAll(signal?: AbortSignal): Promise<ReconcileResult[]>;
}

/** At most four events a second: the page must stay calm (pitfalls.md 2.7). */
const PROGRESS_INTERVAL_MS = 250;

/** @throws CasebinderError CANCELLED when `signal` aborts, DISK_FULL and its like; what was filed stays filed */
export async function runUntilIdle(
  context: EngineContext,
  parts: RunParts,
  options: {
    readonly ocr: boolean;
    readonly signal?: AbortSignal;
    readonly onProgress?: (progress: IntakeProgress) => void;
  },
): Promise<IntakeTotals> {
  const { rows, queue, slow, monotonicMs } = parts;
  const { signal } = options;
  const startedAtMs = monotonicMs();
  const before = { ...queue.counts };
  let found = 0;
  const report = createReporter(context, parts, () => found, options.onProgress);
  try {
    // What was in the way before may be gone: this run tries anew, and tells its own trouble.
    queue.takeTrouble();
    rows.retryUnreadable(true);
    const results = await parts.reconcileAll(signal);
    const sum = (pick: (result: ReconcileResult) => number) =>
      results.reduce((total, result) => total + pick(result), 0);
    found = sum((result) => result.found);
    const arriving = await drain(context, parts, signal, report);
    await slow.catchUp(signal, report);
    if (options.ocr) await slow.readAllPages(signal, report);
    report(true);
    const counts = rows.counts();
    return {
      found,
      added: queue.counts.added - before.added,
      changed: queue.counts.changed - before.changed,
      moved: sum((result) => result.moved) + queue.counts.moved - before.moved,
      missing: sum((result) => result.missing),
      unreadable: counts.unreadable,
      onlineOnly: counts.onlineOnly,
      arriving,
      documents: counts.documents,
      pendingOcr: counts.pendingOcr,
      seconds: Math.round(monotonicMs() - startedAtMs) / 1000,
    };
  } catch (error) {
    if (signal?.aborted === true) throw new CasebinderError('CANCELLED', {}, error);
    throw error;
  }
}

/** Resolves with the number of growing files when nothing is queued, in work, or worth waiting for. */
async function drain(
  context: EngineContext,
  { rows, tracker, queue }: RunParts,
  signal: AbortSignal | undefined,
  report: () => void,
): Promise<number> {
  for (;;) {
    signal?.throwIfAborted();
    const settled = settleArriving(context, rows, tracker);
    queue.kick();
    const trouble = queue.takeTrouble();
    if (trouble !== undefined) throw trouble;
    report();
    const isDone = !queue.isBusy && settled.waiting === 0 && settled.settled === 0;
    if (isDone && rows.counts().queued === 0) return settled.growing;
    await pause(queue, Math.min(settled.nextMs, PROGRESS_INTERVAL_MS), signal);
  }
}

/** Waits, but not longer than until the queue has run empty. */
function pause(queue: IntakeQueue, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.max(1, ms));
    const wasBusy = queue.isBusy;
    const unsubscribe = queue.onProgress(() => {
      if (wasBusy && !queue.isBusy) end();
    });
    signal?.addEventListener('abort', end, { once: true });
  });
}

function createReporter(
  context: EngineContext,
  { rows, queue, monotonicMs }: RunParts,
  found: () => number,
  onProgress: ((progress: IntakeProgress) => void) | undefined,
): (always?: boolean) => void {
  let toldAtMs = Number.NEGATIVE_INFINITY;
  const start = queue.counts.filed;
  return (always = false) => {
    const atMs = monotonicMs();
    if (!always && atMs - toldAtMs < PROGRESS_INTERVAL_MS) return;
    toldAtMs = atMs;
    const counts = rows.counts();
    const filed = queue.counts.filed - start;
    const pending = counts.queued + counts.arriving;
    const progress = {
      found: Math.max(found(), filed + pending),
      pending,
      filed,
      pendingOcr: counts.pendingOcr,
    };
    context.events.emit({ type: 'intake_progress', ...progress });
    onProgress?.(progress);
  };
}
