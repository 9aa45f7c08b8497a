// How often may the engine be restarted by itself before a person must look?

export interface RestartBudget {
  /** Milliseconds to wait before the next start, or `null` when the budget is used up. */
  spend(nowMs: number): number | null;
  /** After the person asked for another try. */
  refill(): void;
}

const WINDOW_MS = 10 * 60_000;
const DELAYS_MS: readonly number[] = [250, 1000, 4000];

/** Three restarts within ten minutes, each after a longer pause; older ones are forgiven. */
export function createRestartBudget(
  delaysMs: readonly number[] = DELAYS_MS,
  windowMs = WINDOW_MS,
): RestartBudget {
  let spentAtMs: number[] = [];
  return {
    spend: (nowMs) => {
      spentAtMs = spentAtMs.filter((atMs) => nowMs - atMs < windowMs);
      const delayMs = delaysMs[spentAtMs.length];
      if (delayMs === undefined) return null;
      spentAtMs.push(nowMs);
      return delayMs;
    },
    refill: () => {
      spentAtMs = [];
    },
  };
}
