// Which rows of a list of any length are at hand? Only the windows that are looked at are fetched.
import { type keepPreviousData, type QueryKey, useQueries } from '@tanstack/react-query';
import { useRef } from 'react';

export const WINDOW_ROWS = 200;

export interface RowWindow<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly totalIsExact: boolean;
}

export interface WindowSource<Row> {
  /** Names the whole list; another name is another list. */
  readonly name: string;
  queryKey(offset: number): QueryKey;
  fetch(offset: number, signal: AbortSignal): Promise<RowWindow<Row>>;
}

export interface RowWindows<Row> {
  readonly total: number;
  readonly totalIsExact: boolean;
  rowAt(index: number): Row | undefined;
  /** Nothing has ever been shown yet. */
  readonly isFirstLoad: boolean;
  /** What is shown belongs to the list before; the new one is on its way. */
  readonly isStale: boolean;
  readonly error: unknown;
  refetch(): void;
}

/** Fetches the windows that cover rows `from`…`to`, and keeps what was shown until another list has arrived. */
export function useRowWindows<Row>(source: WindowSource<Row>, from: number, to: number): RowWindows<Row> {
  const first = Math.floor(Math.max(0, from) / WINDOW_ROWS);
  const last = Math.floor(Math.max(0, to) / WINDOW_ROWS);
  const wanted = new Set([0]);
  for (let window = first; window <= last; window += 1) wanted.add(window);
  const windows = [...wanted];
  const results = useQueries({
    queries: windows.map((window) => ({
      queryKey: source.queryKey(window * WINDOW_ROWS),
      queryFn: ({ signal }: { signal: AbortSignal }) => source.fetch(window * WINDOW_ROWS, signal),
      // Comparing 200 rows deeply costs more than drawing the 40 that are seen.
      structuralSharing: false,
      // Rows of another window must never appear in this one's place.
      placeholderData: undefined as typeof keepPreviousData | undefined,
    })),
  });
  const loaded = new Map<number, readonly Row[]>();
  let head: RowWindow<Row> | undefined;
  windows.forEach((window, index) => {
    const data = results[index]?.data as RowWindow<Row> | undefined;
    if (data === undefined) return;
    loaded.set(window, data.rows);
    if (window === 0) head = data;
  });
  const shown = useRef<{ name: string; total: number; exact: boolean; rows: Map<number, readonly Row[]> }>(
    null,
  );
  if (head !== undefined) {
    const known =
      shown.current?.name === source.name ? shown.current.rows : new Map<number, readonly Row[]>();
    for (const [window, rows] of loaded) known.set(window, rows);
    shown.current = { name: source.name, total: head.total, exact: head.totalIsExact, rows: known };
  }
  const held = shown.current;
  const failed = results.find((result) => result.error !== null);
  return {
    total: held?.total ?? 0,
    totalIsExact: held?.exact ?? true,
    rowAt: (index) => held?.rows.get(Math.floor(index / WINDOW_ROWS))?.[index % WINDOW_ROWS],
    isFirstLoad: held === null && failed === undefined,
    isStale: held !== null && held.name !== source.name,
    error: failed?.error ?? null,
    refetch: () => {
      for (const result of results) void result.refetch();
    },
  };
}
