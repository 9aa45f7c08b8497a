// Where does the memory of this process lie: in JavaScript, in buffers, in the allocator's arenas, in libraries?
import { readFileSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';

export interface MemoryParts {
  readonly rssMB: number;
  /** This thread's own heap: in use, and held from the system. */
  readonly heapMB: number;
  readonly heapHeldMB: number;
  readonly externalMB: number;
  readonly buffersMB: number;
  /** Below: what the system says about the whole process, all threads; zero where it says nothing. */
  readonly mainArenaMB: number;
  readonly threadArenasMB: number;
  readonly threadArenas: number;
  /** Anonymous memory elsewhere: the heaps of all threads, large allocations, stacks. */
  readonly otherMB: number;
  readonly libraryMB: number;
  readonly threads: number;
}

const ARENA_BYTES = 0x4000000n;

/** glibc gives each arena of a thread a region of 64 MB that begins at a multiple of 64 MB. */
export function readMemoryParts(): MemoryParts {
  const memory = process.memoryUsage();
  const parts = { main: 0, arenas: 0, other: 0, library: 0 };
  const arenas = new Set<bigint>();
  let part: keyof typeof parts = 'other';
  let region: { from: bigint; to: bigint } | undefined;
  for (const line of readSmaps()) {
    const head = /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ (\d+)\s*(.*)$/.exec(line);
    if (head !== null) {
      const [from, to] = [BigInt(`0x${head[1]}`), BigInt(`0x${head[2]}`)];
      const isAnonymous = head[4] === '0';
      if (head[5] === '[heap]') part = 'main';
      else if (!isAnonymous) part = 'library';
      else if (from % ARENA_BYTES === 0n && head[3]?.startsWith('rw') === true && to - from <= ARENA_BYTES) {
        region = { from, to: from + ARENA_BYTES };
        part = 'arenas';
      } else part = region !== undefined && from >= region.from && to <= region.to ? 'arenas' : 'other';
      if (part === 'arenas' && region !== undefined) arenas.add(region.from);
      continue;
    }
    const size = /^Rss:\s+(\d+) kB/.exec(line);
    if (size !== null) parts[part] += Number(size[1]) * 1024;
  }
  return {
    rssMB: toMB(memory.rss),
    heapMB: toMB(memory.heapUsed),
    heapHeldMB: toMB(getHeapStatistics().total_physical_size),
    externalMB: toMB(memory.external),
    buffersMB: toMB(memory.arrayBuffers),
    mainArenaMB: toMB(parts.main),
    threadArenasMB: toMB(parts.arenas),
    threadArenas: arenas.size,
    otherMB: toMB(parts.other),
    libraryMB: toMB(parts.library),
    threads: countThreads(),
  };
}

function readSmaps(): string[] {
  try {
    return readFileSync('/proc/self/smaps', 'utf8').split('\n');
  } catch {
    return [];
  }
}

function countThreads(): number {
  try {
    return Number(/^Threads:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function toMB(bytes: number): number {
  return Math.round(bytes / 1e6);
}
