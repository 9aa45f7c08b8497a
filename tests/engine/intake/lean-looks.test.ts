// Does looking cost only what there is to see: a folder that is away, readers that have read a lot and rest?
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEFAULT_READ_LIMITS } from '../../../src/domain/reading.ts';
import { compareFolder, type KnownRow } from '../../../src/engine/intake/compare-folder.ts';
import { createIntakeWorkers } from '../../../src/engine/intake/intake-workers.ts';
import { openTestArchive } from './test-archive.ts';

it('a folder that is away is told without reading a row of it, every time it is looked for', async () => {
  const test = await openTestArchive();
  try {
    test.write('a.txt', 'a');
    await test.index();
    let rowsRead = 0;
    function* rows(): Iterable<KnownRow> {
      rowsRead += 1;
      yield [1, 'a.txt', 1, 0, 0, 0];
    }
    const look = () => compareFolder({ root: test.root, folders: null, rows: rows() });
    renameSync(test.root, `${test.root} away`);
    expect(look()).toMatchObject({ reachable: false, unreachableBecause: 'ENOENT', gone: [] });
    // A file in its place is no folder that was emptied.
    writeFileSync(test.root, 'a file');
    expect(look()).toMatchObject({ reachable: false, unreachableBecause: 'ENOTDIR', gone: [] });
    rmSync(test.root);
    expect(rowsRead).toBe(0);
    renameSync(`${test.root} away`, join(test.dir, 'back'));
    expect(compareFolder({ root: join(test.dir, 'back'), folders: null, rows: rows() }).files).toBe(1);
    expect(rowsRead).toBe(1);
  } finally {
    await test.close();
  }
});

it('readers that have read many files make room for other work; one that has read few stays, and none loses a task', async () => {
  const workers = createIntakeWorkers(1, {}, new URL('./counting-intake-worker.ts', import.meta.url));
  const read = async () => {
    const outcome = await workers.run({
      path: '/nowhere/a.txt',
      fileName: 'a.txt',
      folderNames: [],
      scratchDir: '/nowhere',
      limits: DEFAULT_READ_LIMITS,
    });
    return outcome.outcome === 'locked' ? Number(outcome.systemCode) : Number.NaN;
  };
  try {
    // The worker answers how many files it has read.
    expect(await read()).toBe(1);
    workers.makeRoom?.();
    expect(await read()).toBe(2);
    for (let n = 3; n <= 40; n += 1) expect(await read()).toBe(n);
    const under = read();
    workers.makeRoom?.();
    expect(await under).toBe(41);
    expect(await read()).toBe(1);
  } finally {
    await workers.close();
  }
}, 60_000);
