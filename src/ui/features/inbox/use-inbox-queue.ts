// Which item is next, what was done just now, and how does one go back?
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../app/door.ts';

/** Enough to go on for a while; the next ones are fetched as these are done. */
const QUEUE_ROWS = 60;

interface Done {
  readonly documentId: number;
  readonly corrections: readonly number[];
}

export interface InboxQueue {
  readonly currentId: number | undefined;
  /** Fetched ahead, so that its preview is there at once. */
  readonly nextId: number | undefined;
  readonly left: number;
  readonly done: readonly Done[];
  readonly isPending: boolean;
  readonly error: unknown;
  refetch(): void;
  /** Leaves the current item as done. */
  finish(documentId: number, corrections: readonly number[]): void;
  skip(documentId: number): void;
  /** Goes back to what was undone. */
  reopen(corrections: readonly number[]): void;
}

export function useInboxQueue(): InboxQueue {
  const trpc = useTRPC();
  const [done, setDone] = useState<readonly Done[]>([]);
  const [skipped, setSkipped] = useState<readonly number[]>([]);
  const [wanted, setWanted] = useState<number>();
  const query = useQuery(
    trpc.documents.list.queryOptions({ query: 'is:unsorted', sort: 'filed', limit: QUEUE_ROWS }),
  );
  const finished = new Set(done.map((d) => d.documentId));
  const waiting = (query.data?.documents ?? []).map((d) => d.id).filter((id) => !finished.has(id));
  // Skipped items come again, after all others.
  const order = [
    ...waiting.filter((id) => !skipped.includes(id)),
    ...skipped.filter((id) => waiting.includes(id)),
  ];
  const currentId = wanted !== undefined && !finished.has(wanted) ? wanted : order[0];
  const known = query.data?.documents.filter((d) => finished.has(d.id)).length ?? 0;
  return {
    currentId,
    nextId: order.find((id) => id !== currentId),
    left: Math.max(order.length, (query.data?.total ?? 0) - known),
    done,
    isPending: query.isPending,
    error: query.data === undefined ? query.error : null,
    refetch: () => void query.refetch(),
    finish(documentId, corrections) {
      setWanted(undefined);
      setDone((list) => [...list, { documentId, corrections }]);
    },
    skip(documentId) {
      setWanted(undefined);
      setSkipped((list) => [...list.filter((id) => id !== documentId), documentId]);
    },
    reopen(corrections) {
      const back = done.find((d) => d.corrections.some((id) => corrections.includes(id)));
      if (back === undefined) return;
      setDone((list) => list.filter((d) => d !== back));
      setWanted(back.documentId);
    },
  };
}
