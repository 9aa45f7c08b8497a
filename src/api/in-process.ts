// How do the command line and tests use the door without a network: the same procedures, called in-process?
import { basename, resolve } from 'node:path';
import { CasebinderError, type Language } from '../domain/errors.ts';
import { createEngine, type Engine, type EngineOptions } from '../engine/engine.ts';
import type { NumberedEvent } from '../engine/event-feed.ts';
import type { Job } from '../engine/jobs/job-queue.ts';
import { GrantBook } from './http/grants.ts';
import { createCaller } from './router.ts';

export interface InProcess {
  readonly caller: ReturnType<typeof createCaller>;
  readonly engine: Engine;
  readonly language: Language;
  /** The person typed this path: a grant for exactly one call. */
  grant(path: string, kind?: 'file' | 'folder'): string;
  /** Resolves with the finished job; rejects with the error it failed with. Aborting `signal` cancels the job. */
  waitForJob(
    jobId: number,
    options?: { onProgress?: (job: Pick<Job, 'phase' | 'done' | 'total'>) => void; signal?: AbortSignal },
  ): Promise<Job>;
  listen(listener: (event: NumberedEvent) => void): () => void;
  close(): Promise<void>;
}

const SESSION = 'in-process';

/** Opens the archive and its procedures. @throws CasebinderError as createEngine */
export async function openInProcess(
  options: EngineOptions & { readonly language: Language },
): Promise<InProcess> {
  const engine = await createEngine(options);
  const grants = new GrantBook(options.nowMs);
  const caller = createCaller({ engine, language: options.language, sessionId: SESSION, grants });
  return {
    caller,
    engine,
    language: options.language,
    grant: (path, kind = 'folder') =>
      grants.create(SESSION, { path: resolve(path), kind, fileName: basename(path), origin: 'picked' }),
    waitForJob: (jobId, wait = {}) => waitForJob(engine, jobId, wait),
    listen: (listener) => engine.context.events.subscribe(listener),
    close: () => engine.close(),
  };
}

function waitForJob(
  engine: Engine,
  jobId: number,
  options: { onProgress?: (job: Pick<Job, 'phase' | 'done' | 'total'>) => void; signal?: AbortSignal },
): Promise<Job> {
  return new Promise((resolvePromise, reject) => {
    const cancel = (): void => {
      engine.jobs.cancel(jobId);
    };
    const look = (): void => {
      const job = engine.jobs.get(jobId);
      if (job === undefined) {
        finish(() => reject(new CasebinderError('NOT_FOUND', { what: `job ${jobId}` })));
      } else if (job.state === 'running' || job.state === 'queued') {
        options.onProgress?.(job);
      } else if (job.state === 'done') {
        finish(() => resolvePromise(job));
      } else {
        const stored = job.error;
        finish(() =>
          reject(
            stored === null
              ? new CasebinderError('CANCELLED')
              : new CasebinderError(stored.code, stored.params),
          ),
        );
      }
    };
    const finish = (end: () => void): void => {
      stopListening();
      options.signal?.removeEventListener('abort', cancel);
      end();
    };
    const stopListening = engine.context.events.subscribe(({ event }) => {
      if (event.type === 'job_changed' && event.jobId === jobId) look();
    });
    options.signal?.addEventListener('abort', cancel, { once: true });
    if (options.signal?.aborted) cancel();
    look();
  });
}

export { restoreArchive } from '../engine/backup-archive.ts';
export type { Engine } from '../engine/engine.ts';
export { readTaughtModel } from '../engine/recognise/learn-from-people.ts';
export { readNamedFfmpeg } from '../engine/video/name-ffmpeg.ts';
