// How does the engine ask the find worker for the differences or the preview of a folder, and stop it?
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CasebinderError, type ErrorCode, type ErrorParams } from '../../domain/errors.ts';
import { type Archive, DATABASE_NAME } from '../store/open-archive.ts';
import type { FolderDifferences } from './compare-folder.ts';
import type { FindRequest, PreviewRequest } from './find-worker.ts';
import type { FolderPreview } from './preview-folder.ts';

export interface Finder {
  /** Differences of a watched folder; `folders` = null: all of it. Rejects with an AbortError when stopped. */
  find(
    folder: { id: number; path: string },
    folders: readonly string[] | null,
    signal?: AbortSignal,
  ): Promise<FolderDifferences>;
  /**
   * Counts what lies below a folder without opening a file.
   * @throws CasebinderError FOLDER_NOT_FOUND, FOLDER_NOT_READABLE
   */
  preview(path: string, signal?: AbortSignal): Promise<FolderPreview>;
  close(): Promise<void>;
}

interface Answer {
  readonly id: number;
  readonly result?: FolderDifferences | FolderPreview;
  readonly error?: {
    readonly text: string;
    readonly known?: { readonly code: ErrorCode; readonly params: ErrorParams };
  };
}

interface Waiting {
  resolve(result: FolderDifferences | FolderPreview): void;
  reject(error: Error): void;
}

/** A worker without a question for this long is ended: an idle engine is small. */
const IDLE_MS = 30_000;

/** Starts its worker on first use; a worker that died or was ended is started again. */
export function createFinder(archive: Archive): Finder {
  const databasePath = join(archive.dir, DATABASE_NAME);
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let idleTimer: NodeJS.Timeout | undefined;
  let lastId = 0;

  function failAll(error: Error): void {
    worker = undefined;
    for (const entry of waiting.values()) entry.reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(new URL('./find-worker.ts', import.meta.url));
    started.on('message', (answer: Answer) => {
      const entry = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) {
        started.unref();
        idleTimer = setTimeout(() => {
          if (worker !== started || waiting.size > 0) return;
          worker = undefined;
          void started.terminate();
        }, IDLE_MS).unref();
      }
      if (answer.result !== undefined) entry?.resolve(answer.result);
      else entry?.reject(toError(answer));
    });
    started.on('error', (error) => {
      if (worker === started) failAll(error instanceof Error ? error : new Error(String(error)));
    });
    started.on('exit', (code) => {
      if (worker === started) failAll(new Error(`the find worker ended with code ${code}`));
    });
    return started;
  }

  async function ask(
    makeRequest: (stopFlag: SharedArrayBuffer) => FindRequest | PreviewRequest,
    signal: AbortSignal | undefined,
  ): Promise<FolderDifferences | FolderPreview> {
    signal?.throwIfAborted();
    const id = ++lastId;
    const stopFlag = new SharedArrayBuffer(1);
    const stop = () => {
      new Uint8Array(stopFlag)[0] = 1;
    };
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const result = await new Promise<FolderDifferences | FolderPreview>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        clearTimeout(idleTimer);
        worker ??= start();
        worker.ref();
        worker.postMessage({ id, request: makeRequest(stopFlag) });
      });
      signal?.throwIfAborted();
      return result;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  return {
    async find({ id, path }, folders, signal) {
      const result = await ask(
        (stopFlag) => ({ kind: 'compare', databasePath, folderId: id, root: path, folders, stopFlag }),
        signal,
      );
      return result as FolderDifferences;
    },
    async preview(path, signal) {
      return (await ask((stopFlag) => ({ kind: 'preview', root: path, stopFlag }), signal)) as FolderPreview;
    },
    async close() {
      const ending = worker;
      failAll(new Error('the finder was closed'));
      await ending?.terminate();
    },
  };
}

function toError(answer: Answer): Error {
  const { error } = answer;
  if (error?.known !== undefined) return new CasebinderError(error.known.code, error.known.params);
  return new Error(error?.text ?? 'the find worker gave no answer');
}
