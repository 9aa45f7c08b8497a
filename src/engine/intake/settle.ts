// Has a file come to rest, so that its content may be taken as evidence?
import { type FileIdentity, isSameLook } from './file-look.ts';

/** A file whose last change lies further back than this needs no waiting: two equal looks are enough. */
export const OLD_FILE_MS = 60_000;

/** A file can be in use for long; it is tried again after 1 s, 2 s, 4 s … at most every minute. */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

export type SettleVerdict = 'settled' | 'waiting';

export interface SettleTracker {
  /** One look at a file: 'settled' when size, time and file id stood still for `settleMs`. */
  look(key: number, look: FileIdentity, settleMs: number): SettleVerdict;
  /** Milliseconds until the next look makes sense; undefined when the file is not tracked yet. */
  waitMs(key: number, settleMs: number): number | undefined;
  /** How often the file changed while it was watched coming to rest. */
  restarts(key: number): number;
  forget(key: number): void;
  readonly size: number;
}

interface Observation {
  look: FileIdentity;
  quietSinceMs: number;
  restarts: number;
}

/**
 * Observations live in memory on purpose: after a restart every fresh file proves a full quiet period again
 * (docbank's rule, pitfalls.md 3.1), so a copy that was half done when the program ended is never taken for whole.
 * `monotonicMs` must never jump: a changed system clock neither shortens nor lengthens a quiet period.
 */
export function createSettleTracker(monotonicMs: () => number): SettleTracker {
  const observations = new Map<number, Observation>();
  return {
    look(key, look, settleMs) {
      const atMs = monotonicMs();
      const seen = observations.get(key);
      if (seen === undefined) {
        observations.set(key, { look, quietSinceMs: atMs, restarts: 0 });
        return settleMs <= 0 ? 'settled' : 'waiting';
      }
      if (!isSameLook(seen.look, look)) {
        seen.look = look;
        seen.quietSinceMs = atMs;
        seen.restarts += 1;
        return 'waiting';
      }
      return atMs - seen.quietSinceMs >= settleMs ? 'settled' : 'waiting';
    },
    waitMs(key, settleMs) {
      const seen = observations.get(key);
      return seen === undefined ? undefined : Math.max(0, seen.quietSinceMs + settleMs - monotonicMs());
    },
    restarts: (key) => observations.get(key)?.restarts ?? 0,
    forget(key) {
      observations.delete(key);
    },
    get size() {
      return observations.size;
    },
  };
}

/** True when the file's last change is long past. A time in the future (wrong clock) is never old. */
export function isOld(mtimeMs: number, nowMs: number): boolean {
  return nowMs - mtimeMs > OLD_FILE_MS;
}

/** Milliseconds to wait before try number `tries` + 1 of a file that could not be read. */
export function retryDelayMs(tries: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.max(0, Math.min(tries - 1, 16)));
}
