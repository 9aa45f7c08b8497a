// How does the engine ask the find worker for the differences of a folder, and stop it?
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Archive, DATABASE_NAME } from '../store/open-archive.ts';
import type { FolderDifferences } from './compare-folder.ts';
import type { FindRequest } from './find-worker.ts';

export interface Finder {
  /**
   * Differences of a watched folder. `folders` = null: all of it. Rejects with an AbortError when stopped.
   */
  find(
    folder: { id: number; path: string },
    folders: readonly string[] | null,
    signal?: AbortSignal,
  ): Promise<FolderDifferences>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(differences: FolderDifferences): void;
  reject(error: Error): void;
}

/** Starts its worker on first use; a worker that died is started again. */
export function createFinder(archive: Archive): Finder {
  const databasePath = join(archive.dir, DATABASE_NAME);
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  function fail(error: Error): void {
    worker = undefined;
    for (const entry of waiting.values()) entry.reject(error);
    waiting.clear();
  }

  function getWorker(): Worker {
    if (worker !== undefined) return worker;
    const started = new Worker(new URL('./find-worker.ts', import.meta.url));
    started.unref();
    started.on('message', (message: { id: number; differences?: FolderDifferences; error?: string }) => {
      const entry = waiting.get(message.id);
      waiting.delete(message.id);
      if (waiting.size === 0) started.unref();
      if (message.differences !== undefined) entry?.resolve(message.differences);
      else entry?.reject(new Error(message.error ?? 'the find worker gave no answer'));
    });
    started.on('error', (error) => {
      if (worker === started) fail(error instanceof Error ? error : new Error(String(error)));
    });
    started.on('exit', (code) => {
      if (worker === started) fail(new Error(`the find worker ended with code ${code}`));
    });
    worker = started;
    return started;
  }

  return {
    async find(folder, folders, signal) {
      signal?.throwIfAborted();
      const id = ++lastId;
      const stopFlag = new SharedArrayBuffer(1);
      const stop = () => {
        new Uint8Array(stopFlag)[0] = 1;
      };
      signal?.addEventListener('abort', stop, { once: true });
      try {
        const request: FindRequest = {
          databasePath,
          folderId: folder.id,
          root: folder.path,
          folders,
          stopFlag,
        };
        const differences = await new Promise<FolderDifferences>((resolve, reject) => {
          waiting.set(id, { resolve, reject });
          const target = getWorker();
          target.ref();
          target.postMessage({ id, request });
        });
        signal?.throwIfAborted();
        return differences;
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    },
    async close() {
      const ending = worker;
      worker = undefined;
      await ending?.terminate();
      for (const entry of waiting.values()) entry.reject(new Error('the finder was closed'));
      waiting.clear();
    },
  };
}
