// Who watches the thread that makes the book, and what happens when an exhibit brings it down?
import { Worker } from 'node:worker_threads';
import { CasebinderError } from '../../domain/errors.ts';
import type { BookMessage } from './book/book-worker.ts';
import type { Slip } from './book/exhibit-slip.ts';
import type { BookOutcome, BookRequest } from './book/make-book.ts';

export interface RunBookOptions {
  readonly request: BookRequest;
  readonly onExhibit?: (label: string) => void;
  readonly signal?: AbortSignal;
  /** Longest time one exhibit (or the saving of the book) may take. */
  readonly stepTimeoutMs?: number;
  /** JavaScript heap of the thread; buffers lie outside of it and are bounded by the volume size. */
  readonly maxHeapMb?: number;
}

/** How many exhibits may turn into slips because they brought the thread down. */
const MAX_RETRIES = 8;
const TERMINATE_PATIENCE_MS = 3000;
/** Loading program and fonts on a busy machine is no exhibit's fault. */
const START_PATIENCE_MS = 60_000;

/**
 * Makes the book in a worker thread. An exhibit during which the thread hangs, dies or runs out of memory becomes a
 * slip page in the next try. Throws CANCELLED, or INTERNAL when the book itself cannot be made.
 */
export async function runBook(options: RunBookOptions): Promise<BookOutcome> {
  const forcedSlips: Record<string, Slip> = { ...options.request.forcedSlips };
  let pdfAsImages = options.request.pdfAsImages ?? false;
  for (let attempt = 0; ; attempt += 1) {
    const result = await runOnce({ ...options, request: { ...options.request, forcedSlips, pdfAsImages } });
    if ('outcome' in result) return result.outcome;
    if (result.label === undefined && !pdfAsImages) {
      // No exhibit to blame: a copied PDF that cannot be saved again. Pictures of pages always can.
      pdfAsImages = true;
      continue;
    }
    const isNew = result.label !== undefined && forcedSlips[result.label] === undefined;
    if (!isNew || attempt >= MAX_RETRIES) throw new CasebinderError('INTERNAL', { detail: result.detail });
    forcedSlips[result.label!] = { reason: 'slipTooSlow', params: {} };
  }
}

type Attempt =
  | { readonly outcome: BookOutcome }
  | { readonly label: string | undefined; readonly detail: string };

/** A build renames this reference together with the file. */
const WORKER = new URL('./book/book-worker.ts', import.meta.url);

function runOnce(options: RunBookOptions): Promise<Attempt> {
  const { request, onExhibit, signal, stepTimeoutMs = 120_000, maxHeapMb = 1024 } = options;
  return new Promise<Attempt>((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(new CasebinderError('CANCELLED'));
      return;
    }
    const worker = new Worker(WORKER, {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb, stackSizeMb: 8 },
    });
    let label: string | undefined;
    let settled = false;
    let timer: NodeJS.Timeout | undefined;
    const finish = (settle: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      // Wait until the thread is gone: it holds files open that the caller may now remove. A thread stuck in the
      // system's own code (a dead network drive) is not waited for.
      const patience = new Promise((done) => setTimeout(done, TERMINATE_PATIENCE_MS).unref());
      Promise.race([worker.terminate(), patience]).then(settle, settle);
    };
    const cancel = (): void => finish(() => reject(new CasebinderError('CANCELLED')));
    const restartTimer = (limitMs: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => finish(() => resolve({ label, detail: 'too slow' })), limitMs);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    restartTimer(Math.max(stepTimeoutMs, START_PATIENCE_MS));
    worker.on('message', (message: BookMessage) => {
      restartTimer(stepTimeoutMs);
      if (message.type === 'exhibit') {
        label = message.label === '' ? undefined : message.label;
        if (label !== undefined) onExhibit?.(label);
      } else if (message.type === 'done') finish(() => resolve({ outcome: message.outcome }));
      else finish(() => resolve({ label: undefined, detail: message.detail }));
    });
    worker.on('error', (error: unknown) =>
      finish(() => resolve({ label, detail: error instanceof Error ? error.message : String(error) })),
    );
    worker.on('exit', () => finish(() => resolve({ label, detail: 'the thread ended early' })));
  });
}
