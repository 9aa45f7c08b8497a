// How does a thread that is deep in synchronous work show those who watch it that it goes on, and with which part?

/** [signs given so far, part in work]. Shared memory, because a busy thread sends no messages worth waiting for. */
let cells = new Int32Array(2);

/** From now on, signs of this thread can be seen by whoever holds the same memory. */
export function shareProgress(shared: Int32Array<SharedArrayBuffer>): void {
  cells = shared as unknown as typeof cells;
}

/** Memory for one thread's signs. */
export function createProgressCells(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** Something was done: a page, a piece of a file, a row. Costs nothing worth counting. */
export function noteProgress(): void {
  Atomics.add(cells, 0, 1);
}

/** Part `number` (1-based) begins; 0: what is in work has no parts. If nothing follows, this part is to blame. */
export function notePart(number: number): void {
  Atomics.store(cells, 1, number);
  noteProgress();
}

export function signsGiven(shared: Int32Array): number {
  return Atomics.load(shared, 0);
}

export function partInWork(shared: Int32Array): number {
  return Atomics.load(shared, 1);
}
