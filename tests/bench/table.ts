// How is a result written: what, ours, the peer's, the ratio and the bar of design.md section 7?

export interface Row {
  readonly what: string;
  readonly ours: string;
  /** "find: 0.12 s", or why there is none. */
  readonly peer: string;
  readonly ratio?: number;
  readonly bar: string;
}

/** Prints a Markdown table, ready for docs/benchmarks.md. */
export function printTable(rows: readonly Row[]): void {
  console.log('| what | ours | peer | ratio | bar |');
  console.log('|---|---|---|---|---|');
  for (const row of rows) {
    console.log(
      `| ${row.what} | ${row.ours} | ${row.peer} | ${row.ratio === undefined ? '–' : `${row.ratio.toFixed(2)}×`} | ${row.bar} |`,
    );
  }
}

/** Median of the times that `work` takes, in milliseconds. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const startedMs = performance.now();
    await work();
    times.push(performance.now() - startedMs);
  }
  return percentile(times, 0.5);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(ms < 1000 ? 3 : 2)} s`;

/** Highest resident memory of this process so far, all threads included, in MB (1e6 bytes). */
export function peakMemoryMb(): number {
  return Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
}
