// How does one watched folder stay in step with the archive while the program runs?
import { lstatSync } from 'node:fs';
import type { HintSource, HintWatch } from './hints/hint-source.ts';

export interface WatchFolderOptions {
  /** Clock of waits; must never jump. */
  readonly monotonicMs: () => number;
  /** Dirty folders are looked at so long after the last event. */
  readonly quietMs: number;
  /** …and at the latest so long after the first one. */
  readonly latestMs: number;
  /** Pause between whole comparisons while a watcher gives hints. */
  readonly rescanMs: number;
  /** The same while there are none (polling). */
  readonly pollMs: number;
  /** First pause before an unreachable folder is looked for again; doubles up to a minute. */
  readonly probeMs: number;
}

export const DEFAULT_WATCH_OPTIONS: WatchFolderOptions = {
  monotonicMs: () => performance.now(),
  quietMs: 120,
  latestMs: 1_000,
  rescanMs: 5 * 60_000,
  pollMs: 15_000,
  probeMs: 2_000,
};

export interface WatchFolderParts {
  readonly root: string;
  readonly source: HintSource;
  /** Compares the named folders (null: all) and applies the result. Says what to do next. */
  compare(
    folders: readonly string[] | null,
  ): Promise<{ readonly reachable: boolean; readonly lookAgainInMs?: number }>;
  /** The watcher missed things (code given) or works again (undefined): said once per change. */
  onPolling(systemCode: string | undefined): void;
  onError(error: unknown): void;
}

export interface FolderWatch {
  /** Compares the whole folder as soon as possible. */
  lookNow(): void;
  stop(): Promise<void>;
}

/** More dirty folders than this are looked at in one walk. */
const MANY_FOLDERS = 200;
const LONGEST_PROBE_MS = 60_000;
/**
 * The system keeps so many unread events (Linux: 16,384 by default, and libuv says nothing when more are dropped); half
 * of that in one go, and some may be missing: when the burst is over, everything is compared.
 */
const BURST_EVENTS = 8_192;
const BURST_OVER_MS = 1_000;
/** A poll may take at most this share of the time. */
const POLL_SHARE = 0.05;

/**
 * Watches one folder until stopped: a whole comparison at the start and every few minutes, dirty folders soon after an
 * event, polling where no watcher works, a patient search for a folder that went away.
 */
export function watchFolder(
  parts: WatchFolderParts,
  options: WatchFolderOptions = DEFAULT_WATCH_OPTIONS,
): FolderWatch {
  const { monotonicMs } = options;
  let hints: HintWatch | undefined;
  let polling = false;
  let offline = false;
  let stopped = false;
  let dirty = new Set<string>();
  let allDirty = true;
  let firstDirtyMs = Number.NEGATIVE_INFINITY;
  let lastDirtyMs = Number.NEGATIVE_INFINITY;
  let eventsSinceStep = 0;
  let burst = false;
  let wholeDueMs = monotonicMs();
  let againDueMs = Number.POSITIVE_INFINITY;
  let again: readonly string[] | null = [];
  let probeMs = options.probeMs;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  function mark(folder: string | null): void {
    const atMs = monotonicMs();
    if (dirty.size === 0 && !allDirty) firstDirtyMs = atMs;
    lastDirtyMs = atMs;
    eventsSinceStep += 1;
    if (eventsSinceStep >= BURST_EVENTS) burst = true;
    if (folder === null || dirty.size >= MANY_FOLDERS) allDirty = true;
    else dirty.add(folder);
    schedule();
  }

  function dueMs(): number {
    const hasDirt = allDirty || dirty.size > 0;
    const dirtDueMs = hasDirt
      ? Math.min(lastDirtyMs + options.quietMs, firstDirtyMs + options.latestMs)
      : Number.POSITIVE_INFINITY;
    const burstDueMs = burst ? lastDirtyMs + BURST_OVER_MS : Number.POSITIVE_INFINITY;
    // A folder that is away is looked for at its own pace, whatever its watcher says.
    return offline ? wholeDueMs : Math.min(dirtDueMs, burstDueMs, wholeDueMs, againDueMs);
  }

  function schedule(): void {
    if (stopped || running !== undefined) return;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, Math.min(dueMs() - monotonicMs(), 2_000_000_000)));
    timer.unref();
  }

  function run(): void {
    if (stopped || running !== undefined) return;
    running = step()
      .catch((error: unknown) => {
        parts.onError(error);
        wholeDueMs = monotonicMs() + options.probeMs;
      })
      .finally(() => {
        running = undefined;
        schedule();
      });
  }

  async function step(): Promise<void> {
    const startMs = monotonicMs();
    const isBurstOver = burst && startMs >= lastDirtyMs + BURST_OVER_MS;
    const whole =
      allDirty || isBurstOver || startMs >= wholeDueMs || (startMs >= againDueMs && again === null);
    eventsSinceStep = 0;
    if (whole && isBurstOver) burst = false;
    const folders = whole ? null : [...new Set([...dirty, ...(startMs >= againDueMs ? (again ?? []) : [])])];
    dirty = new Set();
    allDirty = false;
    if (startMs >= againDueMs) {
      againDueMs = Number.POSITIVE_INFINITY;
      again = [];
    }
    // Watch first, look afterwards: what comes in between is then seen by one of the two.
    if (whole && hints === undefined && !polling) await arm();
    if (stopped) return;
    const result = await parts.compare(folders);
    if (stopped) return;
    if (!result.reachable) return goOffline();
    if (offline) {
      offline = false;
      probeMs = options.probeMs;
      mark(null);
    }
    if (result.lookAgainInMs !== undefined) {
      againDueMs = Math.min(againDueMs, monotonicMs() + result.lookAgainInMs);
      again = folders === null || again === null ? null : [...again, ...folders];
    }
    if (whole) {
      const tookMs = monotonicMs() - startMs;
      const pauseMs = polling ? Math.max(options.pollMs, tookMs / POLL_SHARE) : options.rescanMs;
      wholeDueMs = monotonicMs() + pauseMs;
    }
  }

  async function arm(): Promise<void> {
    if (lstatSync(parts.root, { throwIfNoEntry: false })?.isDirectory() !== true) return;
    try {
      hints = await parts.source.watch(parts.root, { onDirty: mark, onFailure: fallBack });
    } catch (error) {
      fallBack((error as { code?: string }).code ?? 'UNKNOWN');
    }
  }

  /** One failure is enough: a watcher with gaps is worse than an honest poll. */
  function fallBack(systemCode: string): void {
    if (polling || stopped) return;
    // A folder that vanished under the watcher is the comparison's to report.
    if (systemCode === 'ENOENT') {
      mark(null);
      return;
    }
    polling = true;
    wholeDueMs = Math.min(wholeDueMs, monotonicMs() + options.pollMs);
    parts.onPolling(systemCode);
    void disarm().catch(parts.onError);
    mark(null);
  }

  async function goOffline(): Promise<void> {
    offline = true;
    polling = false;
    wholeDueMs = monotonicMs() + probeMs;
    probeMs = Math.min(probeMs * 2, LONGEST_PROBE_MS);
    // Watches of a vanished folder are dead, even when it returns.
    await disarm();
  }

  async function disarm(): Promise<void> {
    const closing = hints;
    hints = undefined;
    await closing?.close();
  }

  schedule();
  return {
    lookNow() {
      wholeDueMs = Math.min(wholeDueMs, monotonicMs());
      schedule();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running?.catch(() => undefined);
      await disarm();
    },
  };
}
