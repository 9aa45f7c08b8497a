// Does the engine survive whatever a worker does?
import { afterEach, expect, it } from 'vitest';
import { createWorkerPool, type WorkerPool } from '../../../src/engine/jobs/worker-pool.ts';

let pool: WorkerPool;
/** For what must not be stopped by time: starting a thread took more than ten seconds at a load of twenty. */
const LONG_MS = 120_000;

function start(workers = 1): WorkerPool {
  pool = createWorkerPool({ entry: new URL('./misbehaving-worker.ts', import.meta.url), workers });
  return pool;
}

afterEach(() => pool.close());

it('a greedy task is told, and its place given away, only when its thread has ended', async () => {
  // First of the file: memory that another test gives back meanwhile would hide what this one takes.
  const finished = new Int32Array(new SharedArrayBuffer(4));
  pool = createWorkerPool({
    entry: new URL('./misbehaving-worker.ts', import.meta.url),
    workers: 1,
    exitGraceMs: 60_000,
    // A busy machine may need longer for the two seconds of this thread than the product would wait.
    longestGiveBackMs: 60_000,
  });
  const greedy = pool
    .run(
      'hoardThenBlock',
      { bytes: 400_000_000, ms: 2_000, finished },
      { timeoutMs: LONG_MS, maxMemoryMb: 150 },
    )
    .then((outcome) => [outcome.ok ? 'done' : outcome.reason, Atomics.load(finished, 0)]);
  const next = pool.run('echo', 'next', { timeoutMs: LONG_MS }).then(() => Atomics.load(finished, 0));
  expect(await greedy).toEqual(['memory', 1]);
  expect(await next).toBe(1);
}, 120_000);

it('a hung worker is stopped in time and the next task gets a fresh one', async () => {
  start();
  const [hung, next] = await Promise.all([
    pool.run('hang', null, { timeoutMs: 500 }),
    pool.run('echo', 'hello', { timeoutMs: LONG_MS }),
  ]);
  expect(hung).toMatchObject({ ok: false, reason: 'timeout' });
  expect(next).toEqual({ ok: true, value: 'hello' });
  expect(pool.state.replaced).toBe(1);
});

it('a task that goes on may take longer than it may stand still; one that stands still tells where', async () => {
  start(2);
  const options = { timeoutMs: 120_000, standstillMs: 1_500 };
  const [goesOn, hangs] = await Promise.all([
    pool.run('goOn', 5_000, options),
    pool.run('hangAtPart', 57, options),
  ]);
  expect(goesOn).toEqual({ ok: true, value: 'done' });
  expect(hangs).toEqual({ ok: false, reason: 'timeout', detail: 'stood still for 1500 ms', part: 57 });
  expect(await pool.run('hang', null, options)).not.toHaveProperty('part');
}, 240_000);

it('a thread that takes long to start does not stand still', async () => {
  pool = createWorkerPool({ entry: new URL('./slow-start-worker.ts', import.meta.url), workers: 1 });
  const options = { timeoutMs: LONG_MS, standstillMs: 700 };
  expect(await pool.run('echo', 'after its start', options)).toEqual({ ok: true, value: 'after its start' });
  expect(pool.state.replaced).toBe(0);
}, 240_000);

it('a worker that ends itself costs only its own task', async () => {
  start();
  expect(await pool.run('exit', null, { timeoutMs: LONG_MS })).toMatchObject({
    ok: false,
    reason: 'crashed',
  });
  expect(await pool.run('echo', 'still here', { timeoutMs: LONG_MS })).toEqual({
    ok: true,
    value: 'still here',
  });
});

it('a greedy task is stopped by the memory it takes, not by the system', async () => {
  start();
  const greedy = await pool.run('hoard', null, { timeoutMs: LONG_MS, maxMemoryMb: 200 });
  expect(greedy).toMatchObject({ ok: false, reason: 'memory' });
});

it('a greedy task that is tried again at once is stopped again, and what waits behind both is served', async () => {
  start();
  // As a queue does: the second try begins the moment that the first is told.
  const hoarding = () => pool.run('hoard', null, { timeoutMs: LONG_MS, maxMemoryMb: 400 });
  const first = hoarding().then(async (outcome) => [outcome, await hoarding()]);
  const waiting = pool.run('echo', 'next', { timeoutMs: LONG_MS });
  for (const outcome of await first) expect(outcome).toMatchObject({ ok: false, reason: 'memory' });
  expect(await waiting).toEqual({ ok: true, value: 'next' });
  expect(pool.state).toMatchObject({ running: 0, waiting: 0, replaced: 2 });
}, 240_000);

it('a thrown error is an outcome, and the worker lives on', async () => {
  start();
  expect(await pool.run('fail', null, { timeoutMs: LONG_MS })).toMatchObject({
    ok: false,
    reason: 'failed',
    detail: 'bad file',
  });
  expect(pool.state.replaced).toBe(0);
});

it('waiting time does not count against a task', async () => {
  start();
  const tasks = [1, 2, 3].map(() => pool.run('wait', 400, { timeoutMs: 20_000 }));
  expect((await Promise.all(tasks)).every((outcome) => outcome.ok)).toBe(true);
});

it('urgent tasks overtake, cancelled ones end at once, closing ends the rest', async () => {
  start();
  const order: string[] = [];
  const first = pool.run('wait', 300, { timeoutMs: LONG_MS });
  const low = pool.run('echo', 'low', { timeoutMs: LONG_MS }).then(() => order.push('low'));
  const high = pool.run('echo', 'high', { timeoutMs: LONG_MS, priority: 5 }).then(() => order.push('high'));
  const controller = new AbortController();
  const cancelled = pool.run('hang', null, { timeoutMs: LONG_MS, signal: controller.signal });
  controller.abort();
  expect(await cancelled).toMatchObject({ ok: false, reason: 'cancelled' });
  await Promise.all([first, low, high]);
  expect(order).toEqual(['high', 'low']);
  const pending = pool.run('hang', null, { timeoutMs: LONG_MS });
  await pool.close();
  expect(await pending).toMatchObject({ ok: false, reason: 'closed' });
});

it('a worker with native code ends itself between two pieces of work; one that never listens is stopped all the same', async () => {
  const finished = new Int32Array(new SharedArrayBuffer(4));
  pool = createWorkerPool({
    entry: new URL('./misbehaving-worker.ts', import.meta.url),
    workers: 1,
    exitGraceMs: LONG_MS,
  });
  const busy = pool.run('block', { ms: 600, finished }, { timeoutMs: LONG_MS });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await pool.close();
  expect((await busy).ok).toBe(false);
  expect(Atomics.load(finished, 0)).toBe(1);
  pool = createWorkerPool({
    entry: new URL('./misbehaving-worker.ts', import.meta.url),
    workers: 1,
    exitGraceMs: 300,
  });
  void pool.run('hang', null, { timeoutMs: 60_000 });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await pool.close();
  expect(pool.state.workers).toBe(0);
});

it('workers that live and workers to come hear of other data', async () => {
  pool = createWorkerPool({
    entry: new URL('./misbehaving-worker.ts', import.meta.url),
    workers: 1,
    workerData: 'first',
  });
  const ask = () => pool.run<string>('told', null, { timeoutMs: 60_000 });
  expect(await ask()).toEqual({ ok: true, value: 'first' });
  pool.tell('second');
  expect(await ask()).toEqual({ ok: true, value: 'second' });
  expect(pool.state.replaced).toBe(0);
  await pool.run('hang', null, { timeoutMs: 300 });
  expect(await ask()).toEqual({ ok: true, value: 'second' });
});
