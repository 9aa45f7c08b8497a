// Files that take memory without end are tried again one by one: tried together they would grow together again.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEFAULT_READ_LIMITS } from '../../../src/domain/reading.ts';
import { createIntakeWorkers } from '../../../src/engine/intake/intake-workers.ts';

it('second tries do not overlap', async () => {
  const base = mkdtempSync(join(tmpdir(), 'casebinder-tries-'));
  const workers = createIntakeWorkers(3, {}, new URL('./greedy-intake-worker.ts', import.meta.url));
  try {
    const log = join(base, 'log.txt');
    const names = ['one.pdf', 'two.pdf', 'three.pdf'];
    const outcomes = await Promise.all(
      names.map((fileName) =>
        workers.run({
          path: join(base, fileName),
          fileName,
          folderNames: [],
          scratchDir: log,
          limits: { ...DEFAULT_READ_LIMITS, maxMemoryMb: 250 },
        }),
      ),
    );
    expect(outcomes).toEqual(names.map(() => ({ outcome: 'vanished' })));
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(6);
    for (let at = 0; at < lines.length; at += 2)
      expect(lines[at + 1], lines.join(', ')).toBe(lines[at]?.replace('begin', 'end'));
  } finally {
    await workers.close();
    rmSync(base, { recursive: true, force: true });
  }
}, 60_000);
