// Which bad habits can a worker have?
import { workerData } from 'node:worker_threads';
import { notePart, noteProgress } from '../../../src/engine/jobs/progress-sign.ts';
import { serveTasks, type TaskHandlers } from '../../../src/engine/jobs/worker-tasks.ts';

const hoard: Uint8Array[] = [];

let told: unknown = workerData;

const handlers = {
  told: () => told,
  echo: (value: string) => value,
  wait: (ms: number) => new Promise((resolve) => setTimeout(() => resolve('done'), ms)),
  block: ({ ms, finished }: { ms: number; finished: Int32Array }) => {
    const endMs = performance.now() + ms;
    while (performance.now() < endMs);
    Atomics.store(finished, 0, 1);
  },
  /** Takes memory, then is deaf for a while, as native code is. */
  hoardThenBlock: ({ bytes, ms, finished }: { bytes: number; ms: number; finished: Int32Array }) => {
    hoard.push(new Uint8Array(bytes).fill(1));
    const endMs = performance.now() + ms;
    while (performance.now() < endMs);
    Atomics.store(finished, 0, 1);
  },
  hang: () => {
    for (;;);
  },
  /** Goes on for `ms`, showing it, without ever letting go of its thread. */
  goOn: (ms: number) => {
    const endMs = performance.now() + ms;
    while (performance.now() < endMs) noteProgress();
    return 'done';
  },
  hangAtPart: (part: number) => {
    for (let number = 1; ; number += 1) {
      notePart(number);
      while (number === part);
    }
  },
  exit: () => process.exit(3),
  fail: () => {
    throw new Error('bad file');
  },
  hoard: async () => {
    for (;;) {
      hoard.push(new Uint8Array(16 * 1024 * 1024).fill(1));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  },
} satisfies TaskHandlers;

serveTasks(handlers, (data) => {
  told = data;
});
