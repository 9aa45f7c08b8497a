// Real files, damaged at random in ways that can be repeated: does every one come back with a result, in time, and is the engine alive afterwards?
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { DEFAULT_READ_LIMITS } from '../../src/domain/reading.ts';
import { createIntakeWorkers } from '../../src/engine/intake/intake-workers.ts';
import { createRandom, type SeededRandom } from '../../src/engine/sample/seeded-random.ts';
import { CORPUS_DIR, listFiles } from './corpus-dir.ts';

export interface MutationReport {
  readonly seed: string;
  readonly files: number;
  readonly bytes: number;
  readonly kinds: number;
  /** Files that came back with at least one named problem. */
  readonly withProblem: number;
  readonly problems: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  readonly slowest: string;
  /** Largest resident size of the whole process, in MB. */
  readonly peakMb: number;
  /** Mutants for which no answer came, or one without a hash: always empty, or the run failed. */
  readonly failures: readonly string[];
  readonly seconds: number;
}

const MAX_BYTES = 3_000_000;
const LIMIT_MS = 30_000;

type Mutation = (bytes: Buffer, random: SeededRandom, other: Buffer) => Buffer;

/** What transfer errors, careless programs and attackers do to files. */
const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flip(bytes, random) {
    const changed = Buffer.from(bytes);
    for (let n = random.int(1, 40); n > 0 && changed.length > 0; n -= 1) {
      const at = random.int(0, changed.length - 1);
      changed[at] = (changed[at] ?? 0) ^ (1 << random.int(0, 7));
    }
    return changed;
  },
  truncate: (bytes, random) => bytes.subarray(0, random.int(0, Math.max(0, bytes.length - 1))),
  splice(bytes, random, other) {
    const at = random.int(0, bytes.length);
    const from = random.int(0, other.length);
    return Buffer.concat([
      bytes.subarray(0, at),
      other.subarray(from, from + random.int(1, 20_000)),
      bytes.subarray(at),
    ]);
  },
  head: (bytes, random, other) =>
    Buffer.concat([other.subarray(0, random.int(1, 512)), bytes.subarray(random.int(0, 512))]),
  zero(bytes, random) {
    const changed = Buffer.from(bytes);
    const at = random.int(0, changed.length);
    changed.fill(random.pick([0, 0xff, 0x20]), at, Math.min(changed.length, at + random.int(1, 8_000)));
    return changed;
  },
  /** Lengths and counts are small numbers of 2 or 4 bytes: big, negative and off by one. */
  lengths(bytes, random) {
    const changed = Buffer.from(bytes);
    for (let n = random.int(1, 12); n > 0 && changed.length > 4; n -= 1) {
      const at = random.int(0, Math.min(changed.length - 4, random.pick([256, 4096, changed.length])));
      if (at > changed.length - 4) continue;
      const value = random.pick([0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff, 0x80000000]);
      if (random.next() < 0.5) changed.writeUInt32LE(value >>> 0, at);
      else changed.writeUInt32BE(value >>> 0, at);
    }
    return changed;
  },
  /** Numbers written as digits, as PDF, RTF and mail write them. */
  digits(bytes, random) {
    const text = bytes.toString('latin1');
    const numbers = [...text.matchAll(/\d{1,9}/g)];
    if (numbers.length === 0) return bytes;
    const chosen = random.pick(numbers);
    const put = random.pick(['0', '-1', '99999999999', '4294967296', '1e9', '']);
    return Buffer.from(
      text.slice(0, chosen.index) + put + text.slice(chosen.index + chosen[0].length),
      'latin1',
    );
  },
  repeat(bytes, random) {
    const from = random.int(0, bytes.length);
    const piece = bytes.subarray(from, from + random.int(1, 4_000));
    return Buffer.concat([bytes, ...Array.from({ length: random.int(2, 60) }, () => piece)]);
  },
};

/** Sends `count` mutants through the workers of intake, as files of a watched folder go, recognition included. */
export async function fuzzReaders(
  count: number,
  seed: string,
  onDone?: (done: number) => void,
  numbers: readonly number[] = Array.from({ length: count }, (_, number) => number),
): Promise<MutationReport> {
  const startedMs = performance.now();
  const files = listFiles(CORPUS_DIR ?? '').filter(
    (path) => statSync(path).size < MAX_BYTES && !path.includes('labels'),
  );
  // Every kind has its turn, however many files it has.
  const kinds = [...new Set(files.map((path) => dirname(path)))].sort();
  const base = mkdtempSync(join(tmpdir(), 'casebinder-mutants-'));
  const workers = createIntakeWorkers(2);
  const problems: Record<string, number> = {};
  const failures: string[] = [];
  let bytesTotal = 0;
  let withProblem = 0;
  let slowestMs = 0;
  let slowest = '';
  let peakMb = 0;
  let next = 0;

  async function tryOne(number: number): Promise<void> {
    // Its own chance: the same number is the same mutant, whichever lane comes to it first.
    const random = createRandom(`${seed}-${number}`);
    const kind = kinds[number % kinds.length] as string;
    const source = random.pick(files.filter((path) => dirname(path) === kind));
    const name = random.pick(Object.keys(MUTATIONS));
    const mutant = (MUTATIONS[name] as Mutation)(
      readFileSync(source),
      random,
      readFileSync(random.pick(files)),
    );
    const fileName = `mutant-${number}${extname(source)}`;
    const path = join(base, fileName);
    const scratchDir = join(base, `scratch-${number}`);
    const label = `#${number} ${name} ${basename(kind)}/${basename(source)}`;
    writeFileSync(path, mutant);
    if (process.env['CASEBINDER_DEBUG'] !== undefined) console.error(label);
    mkdirSync(scratchDir);
    bytesTotal += mutant.length;
    const beganMs = performance.now();
    try {
      const outcome = await workers.run({
        path,
        fileName,
        folderNames: [],
        scratchDir,
        limits: DEFAULT_READ_LIMITS,
      });
      const tookMs = performance.now() - beganMs;
      if (tookMs > slowestMs) [slowestMs, slowest] = [tookMs, label];
      if (tookMs > LIMIT_MS) failures.push(`${label}: ${Math.round(tookMs)} ms`);
      if (outcome.outcome !== 'read') failures.push(`${label}: ${outcome.outcome}`);
      else {
        if (outcome.read.problems.length > 0) withProblem += 1;
        for (const { code } of outcome.read.problems) problems[code] = (problems[code] ?? 0) + 1;
        // A reader that can't say what it met is a bug of ours, even when the engine lives on.
        const crash = outcome.read.problems.find(({ code }) => code === 'READER_CRASHED');
        if (crash !== undefined) failures.push(`${label}: READER_CRASHED ${crash.detail ?? ''}`);
        const outside = outcome.read.children.filter(
          (child) => !resolve(child.scratchPath).startsWith(scratchDir),
        );
        if (outside.length > 0) failures.push(`${label}: wrote outside its folder`);
      }
    } catch (error) {
      failures.push(`${label}: no answer, ${(error as Error).message}`);
    }
    peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1e6);
    rmSync(path, { force: true });
    rmSync(scratchDir, { recursive: true, force: true });
    if (number % 200 === 0) onDone?.(number);
  }

  try {
    const lanes = Array.from({ length: 2 }, async () => {
      while (next < numbers.length) await tryOne(numbers[next++] as number);
    });
    await Promise.all(lanes);
  } finally {
    await workers.close();
    rmSync(base, { recursive: true, force: true });
  }
  return {
    seed,
    files: numbers.length,
    bytes: bytesTotal,
    kinds: kinds.length,
    withProblem,
    problems,
    slowestMs: Math.round(slowestMs),
    slowest,
    peakMb: Math.round(peakMb),
    failures,
    seconds: Math.round((performance.now() - startedMs) / 1000),
  };
}

// As a script: node tests/integrity/mutate-files.ts COUNT SEED, or SEED and the numbers of single mutants: 0 SEED 17,2111
if (resolve(process.argv[1] ?? '') === import.meta.filename) {
  if (CORPUS_DIR === undefined) console.log('no corpus on this machine: skipped');
  else {
    const report = await fuzzReaders(
      Number(process.argv[2] ?? 5_000),
      process.argv[3] ?? String(Date.now()),
      (done) => console.log(`${done} files`),
      process.argv[4]?.split(',').map(Number),
    );
    console.log(JSON.stringify(report, null, 1));
    if (report.failures.length > 0) process.exitCode = 1;
  }
}
