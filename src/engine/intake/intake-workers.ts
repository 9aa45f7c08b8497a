// How do intake tasks get to worker threads that may hang, run out of memory or die, without harm to the others?
import { Worker } from 'node:worker_threads';
import type { IntakeOutcome, IntakeTask, IntakeWorkers } from './intake-task.ts';
import type { IntakeWorkerData } from './intake-worker.ts';

/** Beside the reader's own limit: fingerprinting and recognition of a big file take time as well. */
const EXTRA_MS = 15_000;
/** Hashing runs at no less than this on any disk that can be worked with. */
const SLOWEST_BYTES_PER_MS = 5_000;

interface Job {
  readonly task: IntakeTask;
  resolve(outcome: IntakeOutcome): void;
  reject(error: Error): void;
}

interface Seat {
  worker: Worker | undefined;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** Worker threads, started when needed; each does one task at a time. A worker that overstays is replaced. */
export function createIntakeWorkers(count: number, data: IntakeWorkerData = {}): IntakeWorkers {
  const seats: Seat[] = Array.from({ length: count }, () => ({
    worker: undefined,
    job: undefined,
    timer: undefined,
  }));
  const waiting: Job[] = [];
  let closed = false;

  function start(seat: Seat, memoryMb: number): Worker {
    const worker = new Worker(new URL('./intake-worker.ts', import.meta.url), {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    worker.on('message', (message: { outcome?: IntakeOutcome; error?: string }) => {
      const job = release(seat);
      if (message.outcome !== undefined) job?.resolve(message.outcome);
      else job?.reject(new Error(message.error ?? 'the worker gave no answer'));
      next();
    });
    const die = (error: Error) => {
      if (seat.worker !== worker) return;
      seat.worker = undefined;
      release(seat)?.reject(error);
      next();
    };
    worker.on('error', (error) => die(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => die(new Error(`the worker ended with code ${code}`)));
    return worker;
  }

  function release(seat: Seat): Job | undefined {
    const { job } = seat;
    clearTimeout(seat.timer);
    seat.job = undefined;
    seat.worker?.unref();
    return job;
  }

  function next(): void {
    for (const seat of seats) {
      if (seat.job !== undefined || closed) continue;
      const job = waiting.shift();
      if (job === undefined) return;
      seat.job = job;
      seat.worker ??= start(seat, job.task.limits.maxMemoryMb);
      seat.worker.ref();
      const { limits, expected } = job.task;
      const limitMs =
        limits.timeoutMs + EXTRA_MS + (expected?.sizeBytes ?? limits.maxChildBytes) / SLOWEST_BYTES_PER_MS;
      seat.timer = setTimeout(() => {
        const stuck = seat.worker;
        seat.worker = undefined;
        release(seat)?.reject(new Error('the worker took too long'));
        void stuck?.terminate();
        next();
      }, limitMs);
      seat.worker.postMessage({ id: 0, task: job.task });
    }
  }

  return {
    count,
    run(task) {
      if (closed) return Promise.reject(new Error('the workers are closed'));
      return new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject });
        next();
      });
    },
    async close() {
      closed = true;
      const error = new Error('the workers are closed');
      for (const job of waiting.splice(0)) job.reject(error);
      const ending = seats.map((seat) => {
        const { worker } = seat;
        seat.worker = undefined;
        release(seat)?.reject(error);
        return worker?.terminate();
      });
      await Promise.all(ending);
    },
  };
}
