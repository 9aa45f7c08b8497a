// How do intake tasks get to worker threads that may hang, run out of memory or die, without harm to the others?
import type { Recognition } from '../../domain/inspection.ts';
import { DEFAULT_READ_LIMITS, type ReadProblemCode } from '../../domain/reading.ts';
import {
  createWorkerPool,
  resolveWorkerEntry,
  type TaskOptions,
  type TaskOutcome,
  type WorkerPool,
} from '../jobs/worker-pool.ts';
import type { IntakeOutcome, IntakeTask, IntakeWorkers } from './intake-task.ts';
import type { IntakeWorkerData } from './intake-worker.ts';

/** Readers end by themselves after their time; one that shows progress but does not is stopped after this many times it. */
const PATIENCE = 2;
/** Fingerprinting runs at no less than this on any disk that can be worked with. */
const SLOWEST_BYTES_PER_MS = 5_000;

/** Many gigabytes on a slow disk; a copy that takes longer is tried again at the next start. */
const COPY_TIMEOUT_MS = 3_600_000;

/** So much growth since the workers were started, and they are replaced by fresh ones. */
const RENEW_BYTES = 300 * 1024 * 1024;

/** After so many files readers hold libraries, fonts and grown heaps that their own start (half a second) does not need. */
const MANY_FILES = 40;

/** A file with more parts than this that hang or grow is not read. */
const MOST_AVOIDED = 2;

interface Generation {
  readonly pool: WorkerPool;
  running: number;
  filesRead: number;
  /** Smallest size of the process while these workers lived. */
  leastRssBytes: number;
}

const PROBLEM_OF_REASON: Readonly<Record<string, ReadProblemCode>> = {
  timeout: 'TOO_SLOW',
  memory: 'OUT_OF_MEMORY',
  crashed: 'READER_CRASHED',
  failed: 'READER_CRASHED',
};

/**
 * Worker threads for intake. A task whose worker crashed or grew too far is given once more (it may be innocent), then
 * without the page or entry that was in work (one that hung: at once); if that fails as well, the file is filed by name
 * and hash, with the reason as its problem.
 */
export function createIntakeWorkers(
  count: number,
  firstData: IntakeWorkerData = {},
  entry: URL = resolveWorkerEntry('intake-worker', import.meta.url),
): IntakeWorkers {
  let data = firstData;
  const living = new Set<Generation>();
  let isClosed = false;
  let current = startGeneration();

  function startGeneration(): Generation {
    const pool = createWorkerPool({ entry, workers: count, workerData: data });
    const generation = { pool, running: 0, filesRead: 0, leastRssBytes: process.memoryUsage.rss() };
    living.add(generation);
    return generation;
  }

  /** Runs one task; memory that readers don't give back (WebAssembly, grown heaps) goes with its generation of workers. */
  async function runTask<Value>(
    name: string,
    input: unknown,
    options: TaskOptions,
  ): Promise<TaskOutcome<Value>> {
    const mine = current;
    mine.running += 1;
    try {
      return await mine.pool.run<Value>(name, input, options);
    } finally {
      mine.running -= 1;
      const rssBytes = process.memoryUsage.rss();
      mine.leastRssBytes = Math.min(mine.leastRssBytes, rssBytes);
      const grownBytes = rssBytes - mine.leastRssBytes;
      if (mine === current && grownBytes > RENEW_BYTES && !isClosed) current = startGeneration();
      if (mine !== current && mine.running === 0) {
        living.delete(mine);
        void mine.pool.close();
      }
    }
  }

  function processFile(task: IntakeTask): Promise<TaskOutcome<IntakeOutcome>> {
    const { standstillMs, maxMemoryMb } = task.limits;
    current.filesRead += 1;
    return runTask('process', task, { timeoutMs: limitMsOf(task), standstillMs, maxMemoryMb });
  }

  let lastSecondTry: Promise<unknown> = Promise.resolve();
  /** Second tries go one after the other: several files that unpack without end would else grow at the same time again. */
  function processAgain(task: IntakeTask): Promise<TaskOutcome<IntakeOutcome>> {
    const mine = lastSecondTry.then(() => processFile(task));
    lastSecondTry = mine.catch(() => undefined);
    return mine;
  }

  /** Lets the current workers finish what they have and gives new tasks to fresh ones. */
  function renew(): void {
    const old = current;
    current = startGeneration();
    if (old.running === 0) {
      living.delete(old);
      void old.pool.close();
    }
  }

  return {
    count,
    adoptModel(model) {
      if (isClosed) return;
      data = { ...data, model };
      for (const { pool } of living) pool.tell(data);
    },
    makeRoom() {
      if (!isClosed && current.filesRead >= MANY_FILES) renew();
    },
    async run(task) {
      const first = await processFile(task);
      if (first.ok) return first.value;
      if (first.reason === 'closed' || first.reason === 'cancelled') throw new Error(first.detail);
      // Memory is watched for the whole process: the one that was stopped may be innocent, so each gets a second try.
      const second = first.reason === 'timeout' ? first : await processAgain(task);
      if (second.ok) return second.value;
      let given = second;
      const avoidParts: number[] = [];
      while (given.part !== undefined && avoidParts.length < MOST_AVOIDED) {
        avoidParts.push(given.part);
        const without = await processAgain({ ...task, avoidParts });
        if (without.ok) return without.value;
        given = without;
      }
      const last = await processFile({
        ...task,
        skipReading: PROBLEM_OF_REASON[given.reason] ?? 'READER_CRASHED',
      });
      if (last.ok) return last.value;
      throw new Error(last.detail);
    },
    async recognise(input) {
      const { timeoutMs, standstillMs } = DEFAULT_READ_LIMITS;
      const outcome = await runTask<Recognition>('recognise', input, { timeoutMs, standstillMs });
      if (outcome.ok) return outcome.value;
      throw new Error(outcome.detail);
    },
    async copy(request) {
      const outcome = await runTask<void>('copy', request, { timeoutMs: COPY_TIMEOUT_MS });
      if (!outcome.ok) throw new Error(outcome.detail);
    },
    async close() {
      isClosed = true;
      await Promise.all([...living].map((generation) => generation.pool.close()));
    },
  };
}

function limitMsOf(task: IntakeTask): number {
  const { limits, expected } = task;
  const sizeBytes = expected?.sizeBytes ?? limits.maxChildBytes;
  return limits.timeoutMs * PATIENCE + sizeBytes / SLOWEST_BYTES_PER_MS;
}
