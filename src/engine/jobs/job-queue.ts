// What long work is running, how far is it, and how is it cancelled? Each piece of work is a row that outlives the process.
import { desc, eq, inArray } from 'drizzle-orm';
import { CasebinderError, type ErrorCode, type ErrorParams } from '../../domain/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { type JobState, job } from '../store/schema/weekly.ts';
import { translateStorageError } from '../store/storage-error.ts';

export interface JobProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

export interface JobHandle {
  readonly signal: AbortSignal;
  report(progress: JobProgress): void;
}

export type Job = typeof job.$inferSelect;

export interface JobQueue {
  /**
   * Runs `work` as a job and resolves with its result. Its row tells others about it while it runs and afterwards.
   * `signal` of the caller and cancel(id) both cancel it. Rejects with what `work` throws.
   */
  run<T extends Record<string, unknown>>(
    spec: { kind: string; subject?: string; params?: Record<string, unknown>; signal?: AbortSignal },
    work: (handle: JobHandle) => Promise<T>,
  ): Promise<T>;
  /** Like run, but returns the job's id at once; failures are kept in the row. */
  start<T extends Record<string, unknown>>(
    spec: { kind: string; subject?: string; params?: Record<string, unknown> },
    work: (handle: JobHandle) => Promise<T>,
  ): number;
  cancel(jobId: number): boolean;
  list(limit: number): Job[];
  get(jobId: number): Job | undefined;
  /** Cancels everything and waits until it has ended. */
  stop(): Promise<void>;
}

function toStored(thrown: unknown): { code: ErrorCode; params: ErrorParams } {
  const error = translateStorageError(thrown);
  if (error instanceof CasebinderError) return { code: error.code, params: error.params };
  return { code: 'INTERNAL', params: { detail: error instanceof Error ? error.message : String(error) } };
}

const PROGRESS_INTERVAL_MS = 250;

/** Creates the queue. Jobs that a killed process left "running" are marked interrupted: their work starts anew or is resumed by rows. */
export function createJobQueue(context: EngineContext): JobQueue {
  const { orm } = context.archive;
  const running = new Map<number, { abort: AbortController; ended: Promise<unknown> }>();
  orm
    .update(job)
    .set({ state: 'interrupted', finishedAtMs: context.nowMs() })
    .where(inArray(job.state, ['running', 'queued']))
    .run();

  /** What could not be written (disk full): whoever waits for a job must learn how it ended all the same. */
  const unsaved = new Map<number, Partial<Job>>();
  const withUnsaved = (row: Job): Job => ({ ...row, ...unsaved.get(row.id) });
  const get = (jobId: number): Job | undefined => {
    const row = orm.select().from(job).where(eq(job.id, jobId)).get();
    return row === undefined ? undefined : withUnsaved(row);
  };

  function change(jobId: number, values: Partial<Job>): void {
    try {
      const saved = { ...unsaved.get(jobId), ...values };
      orm.update(job).set(saved).where(eq(job.id, jobId)).run();
      unsaved.delete(jobId);
    } catch (error) {
      context.log.error({ error, jobId }, 'the state of a job could not be written');
      unsaved.set(jobId, { ...unsaved.get(jobId), ...values });
    }
    const row = get(jobId);
    if (row !== undefined) {
      context.events.emit({
        type: 'job_changed',
        jobId,
        state: row.state,
        done: row.done,
        total: row.total,
        phase: row.phase,
      });
    }
  }

  function begin<T extends Record<string, unknown>>(
    spec: { kind: string; subject?: string; params?: Record<string, unknown>; signal?: AbortSignal },
    work: (handle: JobHandle) => Promise<T>,
  ): { id: number; ended: Promise<T> } {
    const nowMs = context.nowMs();
    const row = context.archive.transaction(() =>
      orm
        .insert(job)
        .values({
          kind: spec.kind,
          subject: spec.subject ?? '',
          state: 'running',
          params: spec.params ?? {},
          createdAtMs: nowMs,
          startedAtMs: nowMs,
        })
        .returning({ id: job.id })
        .get(),
    );
    const abort = new AbortController();
    const forward = () => abort.abort();
    if (spec.signal?.aborted) abort.abort();
    spec.signal?.addEventListener('abort', forward, { once: true });
    let reportedAtMs = 0;
    let reportedPhase = '';
    const handle: JobHandle = {
      signal: abort.signal,
      report(progress) {
        const at = performance.now();
        if (progress.phase === reportedPhase && at - reportedAtMs < PROGRESS_INTERVAL_MS) return;
        reportedAtMs = at;
        reportedPhase = progress.phase;
        change(row.id, { phase: progress.phase, done: progress.done, total: progress.total });
      },
    };
    const ended = (async () => {
      try {
        const result = await work(handle);
        change(row.id, { state: 'done', result, finishedAtMs: context.nowMs() });
        return result;
      } catch (error) {
        const cancelled = abort.signal.aborted;
        const state: JobState = cancelled ? 'cancelled' : 'failed';
        const told =
          cancelled && !(error instanceof CasebinderError)
            ? new CasebinderError('CANCELLED', {}, error)
            : error;
        if (!cancelled) context.log.error({ error, kind: spec.kind }, 'job failed');
        if (context.archive.sqlite.open) {
          change(row.id, { state, error: toStored(told), finishedAtMs: context.nowMs() });
        }
        throw told;
      } finally {
        spec.signal?.removeEventListener('abort', forward);
        running.delete(row.id);
      }
    })();
    running.set(row.id, { abort, ended: ended.catch(() => undefined) });
    context.events.emit({
      type: 'job_changed',
      jobId: row.id,
      state: 'running',
      done: 0,
      total: 0,
      phase: '',
    });
    return { id: row.id, ended };
  }

  return {
    run: (spec, work) => begin(spec, work).ended,
    start(spec, work) {
      const { id, ended } = begin(spec, work);
      ended.catch(() => undefined);
      return id;
    },
    cancel(jobId) {
      const entry = running.get(jobId);
      entry?.abort.abort();
      return entry !== undefined;
    },
    list: (limit) => orm.select().from(job).orderBy(desc(job.id)).limit(limit).all().map(withUnsaved),
    get,
    async stop() {
      const all = [...running.values()];
      for (const entry of all) entry.abort.abort();
      await Promise.all(all.map((entry) => entry.ended));
    },
  };
}
