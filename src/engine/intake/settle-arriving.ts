// Which arriving files have come to rest by now? Looks at each only when its quiet period may be over.
import type { EngineContext } from '../engine-context.ts';
import { type FileLook, lookAtFile } from './file-look.ts';
import { toAbsolutePath } from './path-key.ts';
import type { QueueRows } from './queue-rows.ts';
import type { SettleTracker } from './settle.ts';

export interface SettleResult {
  readonly settled: number;
  /** Files worth waiting for: still in their quiet period, or tried again soon. */
  readonly waiting: number;
  /** Files that keep changing: somebody is still writing them. */
  readonly growing: number;
  /** Milliseconds until the next look makes sense. */
  readonly nextMs: number;
}

/** So many looks take a few milliseconds: more would hold up other work. */
const LOOKS_PER_PASS = 1000;
/** A file that began anew this often is being written to; nobody waits for its end. */
const PATIENT_RESTARTS = 3;
const SOON_MS = 10;

/** One pass over the arriving rows; settled ones become queued, vanished ones are forgotten, placeholders are listed. */
export function settleArriving(
  context: EngineContext,
  rows: QueueRows,
  tracker: SettleTracker,
): SettleResult {
  const nowMs = context.nowMs();
  const changes: (() => void)[] = [];
  let looks = 0;
  let waiting = 0;
  let growing = 0;
  let settled = 0;
  let nextMs = Number.POSITIVE_INFINITY;

  for (const row of rows.arriving()) {
    const pauseMs = row.retryAtMs === null ? 0 : row.retryAtMs - nowMs;
    // A retry time far ahead comes from a clock that was set back since: don't wait for it.
    if (pauseMs > 0 && pauseMs < 3_600_000) {
      waiting += 1;
      nextMs = Math.min(nextMs, pauseMs);
      continue;
    }
    const { root } = row;
    if (root === null) {
      settled += 1;
      changes.push(() => rows.requeue(row.id));
      continue;
    }
    const waitMs = tracker.waitMs(row.id, row.settleMs);
    if (waitMs === undefined) tracker.look(row.id, row, row.settleMs);
    const dueInMs = waitMs ?? row.settleMs;
    if (dueInMs > 0 || looks >= LOOKS_PER_PASS) {
      if (tracker.restarts(row.id) >= PATIENT_RESTARTS) growing += 1;
      else waiting += 1;
      nextMs = Math.min(nextMs, Math.max(dueInMs, SOON_MS));
      continue;
    }
    looks += 1;
    const look = lookOrReason(root, row.relativePath);
    if (look === 'vanished') {
      tracker.forget(row.id);
      changes.push(() => rows.markVanished(row.id));
    } else if (look === 'unclear') {
      growing += 1;
      nextMs = Math.min(nextMs, row.settleMs);
    } else if (tracker.look(row.id, look, row.settleMs) === 'settled') {
      tracker.forget(row.id);
      settled += 1;
      changes.push(() => (look.placeholder ? rows.markOnlineOnly(row.id, look) : rows.settle(row.id, look)));
    } else {
      if (tracker.restarts(row.id) >= PATIENT_RESTARTS) growing += 1;
      else waiting += 1;
      nextMs = Math.min(nextMs, Math.max(row.settleMs, SOON_MS));
    }
  }
  if (changes.length > 0) {
    context.archive.transaction(() => {
      for (const change of changes) change();
    });
  }
  return { settled, waiting, growing, nextMs };
}

function lookOrReason(root: string, relativePath: string): FileLook | 'vanished' | 'unclear' {
  try {
    return lookAtFile(toAbsolutePath(root, relativePath)) ?? 'vanished';
  } catch (error) {
    const code = (error as { code?: string }).code;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'vanished' : 'unclear';
  }
}
