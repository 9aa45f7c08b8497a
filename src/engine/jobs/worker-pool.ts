// How does untrusted work run beside the engine, so that a hang, a crash or a memory bomb costs only itself?
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { createProgressCells, partInWork, signsGiven } from './progress-sign.ts';
import {
  EXIT_REQUEST,
  type NewWorkerData,
  type ProgressMemory,
  type TaskReply,
  type TaskRequest,
} from './worker-tasks.ts';

export interface WorkerPoolOptions {
  /** Module that calls `serveTasks`. See {@link resolveWorkerEntry}. */
  readonly entry: URL;
  readonly workers: number;
  /** Handed to each worker as `workerData`; must be cloneable. */
  readonly workerData?: unknown;
  /** JavaScript heap of one worker. WASM and native memory are watched per task instead. */
  readonly maxHeapMb?: number;
  /** A worker without work for this long is stopped, so that an idle engine is small. */
  readonly idleMs?: number;
  /** For workers with native code that must not be stopped in the middle: they end themselves, within this time. */
  readonly exitGraceMs?: number;
  /** A task that was stopped for its memory is told when that is given back, or after this long: a stuck thread may never end. */
  readonly longestGiveBackMs?: number;
}

export interface TaskOptions {
  /** Wall time from the moment a worker takes the task. */
  readonly timeoutMs: number;
  /** Without a sign of progress (`noteProgress`) for this long after its beginning the task is stopped, however much time is left. */
  readonly standstillMs?: number | undefined;
  /** Growth of the whole process while this task runs, above which the task is stopped. */
  readonly maxMemoryMb?: number;
  readonly signal?: AbortSignal | undefined;
  /** Tasks with a higher number go first; equal ones in order of arrival. */
  readonly priority?: number;
}

/** A task never rejects: it has a value, or a reason why not. */
export type TaskOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly reason: 'timeout' | 'memory' | 'crashed' | 'failed' | 'cancelled' | 'closed';
      /** Technical, in English. */
      readonly detail: string;
      /** The part (`notePart`) that was in work when the worker hung, crashed or grew; absent when there were none. */
      readonly part?: number;
    };

export interface WorkerPool {
  run<Value>(task: string, input: unknown, options: TaskOptions): Promise<TaskOutcome<Value>>;
  /** Other `workerData` for the workers that live and those that come; tasks given after this see it. */
  tell(workerData: unknown): void;
  /** Stops all workers; waiting and running tasks end as "closed". */
  close(): Promise<void>;
  /** For diagnostics and tests. */
  readonly state: {
    readonly running: number;
    readonly waiting: number;
    readonly workers: number;
    readonly replaced: number;
  };
}

interface Job {
  readonly id: number;
  readonly task: string;
  readonly input: unknown;
  readonly options: TaskOptions;
  readonly settle: (outcome: TaskOutcome<unknown>) => void;
  timer?: NodeJS.Timeout;
  startRssBytes: number;
  signsSeen: number;
  /** The worker gave its first sign: until then it is starting, which on a busy machine takes long and is nobody's standstill. */
  hasBegun: boolean;
  stoodMs: number;
  onAbort?: () => void;
}

interface Slot {
  readonly worker: Worker;
  readonly progress: Int32Array<SharedArrayBuffer>;
  job: Job | undefined;
  idleTimer?: NodeJS.Timeout | undefined;
  isDead: boolean;
}

const DEFAULT_HEAP_MB = 1024;
const DEFAULT_IDLE_MS = 30_000;
const LOOK_MS = 50;
/** Time between two looks counts as standing still up to this: a computer that slept, or an engine that was busy, blames nobody. */
const LONGEST_LOOK_MS = 1_000;
const DEFAULT_GIVE_BACK_MS = 5_000;
const BYTES_PER_MB = 1024 * 1024;

/**
 * URL of a worker module that lies beside `importMetaUrl`: the TypeScript source when the caller runs from sources,
 * the built ".js" when the caller itself is a built file.
 */
export function resolveWorkerEntry(name: string, importMetaUrl: string): URL {
  const isSource = importMetaUrl.split('?')[0]!.endsWith('.ts');
  const entry = new URL(`./${name}.${isSource ? 'ts' : 'js'}`, importMetaUrl);
  if (isSource || existsSync(fileURLToPath(entry))) return entry;
  return new URL(`./${name}.mjs`, importMetaUrl);
}

/** Workers start when there is work. Tasks of one pool share nothing but the module that serves them. */
export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  return new Pool(options);
}

class Pool implements WorkerPool {
  #options: WorkerPoolOptions;
  readonly #slots = new Set<Slot>();
  readonly #ending = new Set<Promise<void>>();
  /** Threads that were stopped for their memory and still hold it: their places are not free yet. */
  #holding = 0;
  #waiting: Job[] = [];
  #nextId = 1;
  #replaced = 0;
  #isClosed = false;
  #lookTimer: NodeJS.Timeout | undefined;
  #lookedAtMs = 0;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  get state(): WorkerPool['state'] {
    const running = [...this.#slots].filter((slot) => slot.job !== undefined).length;
    return { running, waiting: this.#waiting.length, workers: this.#slots.size, replaced: this.#replaced };
  }

  run<Value>(task: string, input: unknown, options: TaskOptions): Promise<TaskOutcome<Value>> {
    return new Promise((resolve) => {
      const job: Job = {
        id: this.#nextId++,
        task,
        input,
        options,
        startRssBytes: 0,
        signsSeen: 0,
        hasBegun: false,
        stoodMs: 0,
        settle: (outcome) => {
          if (job.onAbort !== undefined) options.signal?.removeEventListener('abort', job.onAbort);
          clearTimeout(job.timer);
          resolve(outcome as TaskOutcome<Value>);
        },
      };
      if (this.#isClosed) return job.settle({ ok: false, reason: 'closed', detail: 'the pool is closed' });
      if (options.signal?.aborted === true) return job.settle(CANCELLED);
      job.onAbort = () => this.#cancel(job);
      options.signal?.addEventListener('abort', job.onAbort, { once: true });
      this.#enqueue(job);
      this.#dispatch();
    });
  }

  tell(workerData: unknown): void {
    this.#options = { ...this.#options, workerData };
    for (const slot of this.#slots) slot.worker.postMessage({ workerData } satisfies NewWorkerData);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#lookTimer);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const job of waiting) job.settle({ ok: false, reason: 'closed', detail: 'the pool is closed' });
    await Promise.all([
      ...this.#ending,
      ...[...this.#slots].map(async (slot) => {
        this.#retire(slot, { ok: false, reason: 'closed', detail: 'the pool is closed' });
        await this.#end(slot.worker);
      }),
    ]);
  }

  /** Stops the thread: at once, or (native code that must not be interrupted) as soon as it listens again. */
  #end(worker: Worker): Promise<unknown> {
    const graceMs = this.#options.exitGraceMs ?? 0;
    // -1: it has ended already.
    if (graceMs === 0 || worker.threadId === -1) return worker.terminate();
    // The program must not end around a thread that is still inside native code.
    worker.ref();
    const ended = new Promise<void>((resolve) => {
      const timer = setTimeout(() => void worker.terminate(), graceMs);
      worker.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      worker.postMessage(EXIT_REQUEST);
    });
    this.#ending.add(ended);
    void ended.then(() => this.#ending.delete(ended));
    return ended;
  }

  #enqueue(job: Job): void {
    const priority = job.options.priority ?? 0;
    const index = this.#waiting.findIndex((other) => (other.options.priority ?? 0) < priority);
    if (index < 0) this.#waiting.push(job);
    else this.#waiting.splice(index, 0, job);
  }

  #dispatch(): void {
    while (this.#waiting.length > 0 && !this.#isClosed) {
      const slot = [...this.#slots].find((candidate) => candidate.job === undefined) ?? this.#startWorker();
      if (slot === undefined) return;
      this.#assign(slot, this.#waiting.shift()!);
    }
  }

  #startWorker(): Slot | undefined {
    if (this.#slots.size + this.#holding >= this.#options.workers) return undefined;
    const worker = new Worker(this.#options.entry, {
      workerData: this.#options.workerData,
      resourceLimits: { maxOldGenerationSizeMb: this.#options.maxHeapMb ?? DEFAULT_HEAP_MB },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // Libraries chat on their console; a command's stdout belongs to its JSON alone.
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    worker.unref();
    const progress = createProgressCells();
    worker.postMessage({ progress } satisfies ProgressMemory);
    const slot: Slot = { worker, progress, job: undefined, isDead: false };
    worker.on('message', (reply: TaskReply) => this.#finish(slot, reply));
    worker.on('error', (error) => {
      const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#replace(slot, { ok: false, reason: isMemory ? 'memory' : 'crashed', detail: error.message });
    });
    worker.on('exit', (code) =>
      this.#replace(slot, { ok: false, reason: 'crashed', detail: `exit code ${code}` }),
    );
    this.#slots.add(slot);
    return slot;
  }

  #assign(slot: Slot, job: Job): void {
    clearTimeout(slot.idleTimer);
    slot.job = job;
    slot.worker.ref();
    job.startRssBytes = process.memoryUsage.rss();
    job.timer = setTimeout(() => {
      this.#replace(slot, {
        ok: false,
        reason: 'timeout',
        detail: `stopped after ${job.options.timeoutMs} ms`,
      });
    }, job.options.timeoutMs);
    job.signsSeen = signsGiven(slot.progress);
    if (this.#lookTimer === undefined) {
      this.#lookedAtMs = performance.now();
      this.#lookTimer = setInterval(() => this.#look(), LOOK_MS).unref();
    }
    slot.worker.postMessage({ id: job.id, task: job.task, input: job.input } satisfies TaskRequest);
  }

  #finish(slot: Slot, reply: TaskReply): void {
    const { job } = slot;
    if (job === undefined || reply.id !== job.id) return;
    slot.job = undefined;
    slot.worker.unref();
    slot.idleTimer = setTimeout(() => this.#stopIdle(slot), this.#options.idleMs ?? DEFAULT_IDLE_MS).unref();
    job.settle(
      reply.ok ? { ok: true, value: reply.value } : { ok: false, reason: 'failed', detail: reply.error },
    );
    if (this.state.running === 0) {
      clearInterval(this.#lookTimer);
      this.#lookTimer = undefined;
    }
    this.#dispatch();
  }

  /**
   * Ends a worker that hung, crashed or grew; its task gets `outcome`, the next task a fresh worker. One that grew is told
   * only when its thread is gone: whoever tries again would otherwise start on top of memory that is not given back yet.
   */
  #replace(slot: Slot, outcome: TaskOutcome<never>): void {
    if (slot.isDead) return;
    this.#replaced += 1;
    const part = partInWork(slot.progress);
    const told = outcome.ok || part === 0 ? outcome : { ...outcome, part };
    if (told.ok || told.reason !== 'memory') {
      this.#retire(slot, told);
      void this.#end(slot.worker);
      this.#dispatch();
      return;
    }
    const job = this.#take(slot);
    this.#holding += 1;
    const longestMs = this.#options.longestGiveBackMs ?? DEFAULT_GIVE_BACK_MS;
    const gone = settledWithin(this.#end(slot.worker), longestMs).then(() => {
      this.#holding -= 1;
      this.#ending.delete(gone);
      job?.settle(told);
      this.#dispatch();
    });
    this.#ending.add(gone);
  }

  /** Takes a slot out of the pool; its job, if any, is the caller's to settle. */
  #take(slot: Slot): Job | undefined {
    slot.isDead = true;
    clearTimeout(slot.idleTimer);
    this.#slots.delete(slot);
    const { job } = slot;
    slot.job = undefined;
    clearTimeout(job?.timer);
    return job;
  }

  #retire(slot: Slot, outcome: TaskOutcome<never>): void {
    this.#take(slot)?.settle(outcome);
  }

  #stopIdle(slot: Slot): void {
    if (slot.job !== undefined || slot.isDead) return;
    this.#retire(slot, CANCELLED);
    void this.#end(slot.worker);
  }

  #cancel(job: Job): void {
    this.#waiting = this.#waiting.filter((other) => other !== job);
    const slot = [...this.#slots].find((candidate) => candidate.job === job);
    if (slot === undefined) job.settle(CANCELLED);
    else this.#replace(slot, CANCELLED);
  }

  #look(): void {
    const nowMs = performance.now();
    const sinceMs = Math.min(nowMs - this.#lookedAtMs, LONGEST_LOOK_MS);
    this.#lookedAtMs = nowMs;
    this.#checkStandstill(sinceMs);
    this.#checkMemory();
  }

  #checkStandstill(sinceMs: number): void {
    for (const slot of [...this.#slots]) {
      const { job } = slot;
      if (job?.options.standstillMs === undefined) continue;
      const signs = signsGiven(slot.progress);
      if (signs !== job.signsSeen) job.hasBegun = true;
      job.stoodMs = signs === job.signsSeen && job.hasBegun ? job.stoodMs + sinceMs : 0;
      job.signsSeen = signs;
      if (job.stoodMs <= job.options.standstillMs) continue;
      const detail = `stood still for ${job.options.standstillMs} ms`;
      this.#replace(slot, { ok: false, reason: 'timeout', detail });
    }
  }

  /** WASM and native memory count for the process only: stop the task whose worker holds most when one grew too far. */
  #checkMemory(): void {
    const rssBytes = process.memoryUsage.rss();
    const busy = [...this.#slots].filter((slot) => slot.job !== undefined);
    const guilty = busy.filter(({ job }) => {
      const limitMb = job?.options.maxMemoryMb;
      return (
        job !== undefined && limitMb !== undefined && rssBytes - job.startRssBytes > limitMb * BYTES_PER_MB
      );
    });
    if (guilty.length === 0) return;
    // Memory that grew before a task began is not its fault: of those that saw the growth, the last one began nearest to it.
    const last = guilty.reduce((a, b) =>
      (a.job?.startRssBytes ?? 0) >= (b.job?.startRssBytes ?? 0) ? a : b,
    );
    this.#replace(last, {
      ok: false,
      reason: 'memory',
      detail: `process grew by ${Math.round((rssBytes - (last.job?.startRssBytes ?? 0)) / BYTES_PER_MB)} MB`,
    });
  }
}

function settledWithin(work: Promise<unknown>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    work.then(end, end);
  });
}

const CANCELLED: TaskOutcome<never> = { ok: false, reason: 'cancelled', detail: 'cancelled' };
