// A short run of the mutated files; `npm run test:long -- --mutants 5000` does it at length.
import { expect, it } from 'vitest';
import { CORPUS_DIR } from './corpus-dir.ts';
import { fuzzReaders } from './mutate-files.ts';

if (CORPUS_DIR === undefined) console.log('mutated files: skipped, no corpus on this machine');

it.skipIf(CORPUS_DIR === undefined)(
  '150 mutants of real files: each read in time or named as broken, none ends a worker',
  async () => {
    const report = await fuzzReaders(150, 'npm test');
    expect(report.failures).toEqual([]);
    expect(report.files).toBe(150);
    expect(report.withProblem).toBeGreaterThan(40);
    expect(report.slowestMs).toBeLessThan(30_000);
  },
  120_000,
);
