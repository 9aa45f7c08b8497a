// How does a worker thread offer named tasks to the pool that started it?
import { parentPort } from 'node:worker_threads';
import { notePart, shareProgress } from './progress-sign.ts';

export interface TaskRequest {
  readonly id: number;
  readonly task: string;
  readonly input: unknown;
}

/** Asks a worker to end itself between two pieces of work, when it may not be stopped in the middle of native code. */
export const EXIT_REQUEST = { exit: true } as const;

/** The first message to a worker: where its signs of progress go. */
export interface ProgressMemory {
  readonly progress: Int32Array<SharedArrayBuffer>;
}

/** What the worker got at its start has changed. */
export interface NewWorkerData {
  readonly workerData: unknown;
}

export type TaskReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: string };

/** Inputs are what the pool's caller sent; each handler knows its own shape. */
export type TaskHandlers = Readonly<Record<string, (input: never) => Promise<unknown> | unknown>>;

/**
 * Answers the pool's requests with these handlers; call once, at the end of a worker module. What a handler throws
 * becomes an outcome "failed", never a dead worker. `adopt` hears of other `workerData` (WorkerPool.tell). Byte arrays in a result are moved, not copied.
 */
export function serveTasks(handlers: TaskHandlers, adopt?: (workerData: unknown) => void): void {
  const port = parentPort;
  if (port === null) throw new Error('serveTasks needs a worker thread');
  port.on('message', async (message: TaskRequest | ProgressMemory | NewWorkerData | typeof EXIT_REQUEST) => {
    if ('exit' in message) process.exit(0);
    if ('progress' in message) {
      shareProgress(message.progress);
      return;
    }
    if ('workerData' in message) {
      adopt?.(message.workerData);
      return;
    }
    const { id, task, input } = message;
    notePart(0);
    try {
      const handler = handlers[task];
      if (handler === undefined) throw new Error(`unknown task "${task}"`);
      const value = await handler(input as never);
      port.postMessage({ id, ok: true, value } satisfies TaskReply, findTransferable(value));
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      port.postMessage({ id, ok: false, error: text } satisfies TaskReply);
    }
  });
}

/** Whole buffers directly in the result; a view into a larger one (a Buffer of Node's pool) must be copied. */
function findTransferable(value: unknown): ArrayBuffer[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((part) =>
    part instanceof Uint8Array &&
    part.buffer instanceof ArrayBuffer &&
    part.byteLength === part.buffer.byteLength &&
    part.byteLength > 65_536
      ? [part.buffer]
      : [],
  );
}
