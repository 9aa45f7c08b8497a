// The thread that makes the book: it may run out of time or memory without taking the archive down.
import { parentPort, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { type BookOutcome, type BookRequest, makeBook } from './make-book.ts';

export type BookMessage =
  | { readonly type: 'exhibit'; readonly label: string }
  | { readonly type: 'done'; readonly outcome: BookOutcome }
  | { readonly type: 'failed'; readonly detail: string };

// Two photos are decoded at a time; more threads for each, or a cache of decoded ones, would only cost memory.
sharp.concurrency(1);
sharp.cache(false);

if (parentPort !== null) {
  const port = parentPort;
  const send = (message: BookMessage): void => port.postMessage(message);
  makeBook(workerData as BookRequest, (label) => send({ type: 'exhibit', label })).then(
    (outcome) => send({ type: 'done', outcome }),
    (error: unknown) =>
      send({
        type: 'failed',
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  );
}
