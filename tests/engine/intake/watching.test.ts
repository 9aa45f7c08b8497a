// While the program is open, what happens in a watched folder becomes known by itself, whatever the watcher misses.
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { chokidarHints } from '../../../src/engine/intake/hints/chokidar-hints.ts';
import { directoryHints } from '../../../src/engine/intake/hints/directory-hints.ts';
import type { HintListener, HintSource } from '../../../src/engine/intake/hints/hint-source.ts';
import { recursiveHints } from '../../../src/engine/intake/hints/recursive-hints.ts';
import { openTestArchive, pause, type TestArchive, until } from './test-archive.ts';

let test: TestArchive;
afterEach(() => test.close());

const QUICK = { quietMs: 30, latestMs: 200, rescanMs: 600_000, pollMs: 150, probeMs: 100 };

/** A watcher that can be told what to say. */
function puppetHints(): { source: HintSource; listener: () => HintListener; watched: () => number } {
  let current: HintListener | undefined;
  let count = 0;
  return {
    source: {
      name: 'puppet',
      watch: async (_root, listener) => {
        count += 1;
        current = listener;
        return { close: async () => undefined };
      },
    },
    listener: () => current!,
    watched: () => count,
  };
}

const presentCount = () => test.locations().filter((row) => row.state === 'present').length;

describe.each([
  ['chokidar', chokidarHints],
  ['one watch per folder', directoryHints],
  ['one recursive watch', recursiveHints],
])('watching with %s', (_name, hints) => {
  it('files new files, new folders with files, renames, saves and losses', async () => {
    test = await openTestArchive({ settleMs: 60, hints, watch: QUICK });
    test.write('first.txt', 'there before');
    test.write('stay 1.txt', 'stays 1');
    test.write('stay 2.txt', 'stays 2');
    test.write('stay 3.txt', 'stays 3');
    test.write('stay 4.txt', 'stays 4');
    test.intake.startWatching();
    await until('the first look', () => presentCount() === 5);
    await pause(100);
    test.write('second.txt', 'dropped in', 0);
    await until('a dropped file', () => test.location('second.txt')?.state === 'present');
    mkdirSync(join(test.root, 'n/m'), { recursive: true });
    writeFileSync(join(test.root, 'n/m/deep.txt'), 'in a new folder');
    await until('a file in a new folder', () => test.location('n/m/deep.txt')?.state === 'present');
    const deepId = test.location('n/m/deep.txt')?.id;
    renameSync(join(test.root, 'n'), join(test.root, 'k'));
    await until('a renamed folder', () => test.location('k/m/deep.txt')?.id === deepId);
    appendFileSync(join(test.root, 'k/m/deep.txt'), ' and more');
    await until(
      'a saved file',
      () =>
        test.rows(
          'SELECT 1 FROM location_version WHERE location_id = ? AND seen_until_ms IS NOT NULL AND document_id <> (SELECT document_id FROM location WHERE id = ?)',
          deepId,
          deepId,
        ).length > 0,
    );
    rmSync(join(test.root, 'first.txt'));
    await until('a lost file', () => test.location('first.txt')?.state === 'missing');
  }, 20_000);
});

describe('a watcher that misses things', () => {
  it('compares everything when events were lost, and regularly anyway', async () => {
    const puppet = puppetHints();
    test = await openTestArchive({ settleMs: 20, hints: puppet.source, watch: { ...QUICK, rescanMs: 4000 } });
    test.intake.startWatching();
    await until('watching', () => puppet.watched() === 1);
    await pause(60);
    test.write('deep/er/lost.txt', 'no event told of this');
    puppet.listener().onDirty(null);
    await until('found after an overflow', () => presentCount() === 1, 3500);
    test.write('other/lost.txt', 'nobody tells of this either');
    await until('found by the regular look', () => presentCount() === 2, 12_000);
  });

  it('falls back to polling with a notice when the limit of watches is reached', async () => {
    const puppet = puppetHints();
    test = await openTestArchive({ settleMs: 20, hints: puppet.source, watch: QUICK });
    test.intake.startWatching();
    await until('watching', () => puppet.watched() === 1);
    puppet.listener().onFailure('ENOSPC');
    puppet.listener().onFailure('ENOSPC');
    await until('polling', () => test.intake.listFolders()[0]?.state === 'polling');
    expect(test.notices('intake.folderPolling')).toHaveLength(1);
    test.write('polled.txt', 'found by polling');
    await until('found by polling', () => presentCount() === 1);
    expect(test.intake.listFolders()[0]).toMatchObject({
      state: 'polling',
      detail: { params: { systemCode: 'ENOSPC' } },
    });
  });

  it('polls when watching can not even begin', async () => {
    const source: HintSource = {
      name: 'none',
      watch: () => Promise.reject(Object.assign(new Error(), { code: 'EMFILE' })),
    };
    test = await openTestArchive({ settleMs: 20, hints: source, watch: QUICK });
    test.intake.startWatching();
    await until('polling', () => test.notices('intake.folderPolling').length === 1);
    test.write('polled.txt', 'found by polling');
    await until('found by polling', () => presentCount() === 1);
  });
});

describe('while watching', () => {
  it('makes one version of a save by delete and write, without a loss in between', async () => {
    test = await openTestArchive({ settleMs: 60, watch: QUICK });
    const path = test.write('sheet.txt', 'one');
    test.intake.startWatching();
    await until('filed', () => presentCount() === 1);
    rmSync(path);
    await pause(250);
    expect(test.location('sheet.txt')?.state).toBe('present');
    writeFileSync(path, 'two');
    await until('the second version', () => test.rows('SELECT 1 FROM document').length === 2);
    await pause(100);
    expect(test.rows('SELECT 1 FROM location_version')).toHaveLength(2);
    expect(test.rows("SELECT 1 FROM custody_event WHERE event = 'location_missing'")).toEqual([]);
  });

  it('notices that the folder went away, and takes it up again when it is back', async () => {
    test = await openTestArchive({ settleMs: 20, watch: QUICK });
    for (let i = 0; i < 4; i += 1) test.write(`paper ${i}.txt`, `paper ${i}`);
    test.intake.startWatching();
    await until('filed', () => presentCount() === 4);
    renameSync(test.root, `${test.root} away`);
    await until('offline', () => test.intake.listFolders()[0]?.state === 'offline');
    expect(presentCount()).toBe(4);
    renameSync(`${test.root} away`, test.root);
    await until('back', () => test.intake.listFolders()[0]?.state === 'watching');
    await pause(300);
    test.write('after.txt', 'after the return', 0);
    await until('watching again', () => presentCount() === 5);
    expect(test.rows("SELECT 1 FROM custody_event WHERE event = 'location_missing'")).toEqual([]);
  }, 15_000);

  it('follows folders that are added and removed', async () => {
    test = await openTestArchive({ settleMs: 20, watch: QUICK, add: false });
    test.intake.startWatching();
    const folder = await test.intake.addFolder(test.root, { settleMs: 20 });
    test.write('a.txt', 'a');
    await until('filed', () => presentCount() === 1);
    await test.intake.removeFolder(folder.id);
    await pause(100);
    test.write('b.txt', 'b');
    await pause(400);
    expect(test.locations()).toHaveLength(1);
    expect(test.rows('SELECT 1 FROM document')).toHaveLength(1);
    await test.intake.addFolder(test.root);
    await until('taken up again', () => presentCount() === 2);
    expect(test.locations()[0]?.id).toBe(1);
  });

  it('loses nothing of a burst of 2,000 files and takes nothing twice', async () => {
    test = await openTestArchive({ settleMs: 200, watch: QUICK });
    test.intake.startWatching();
    await pause(200);
    for (let i = 0; i < 2_000; i += 1) {
      mkdirSync(join(test.root, `day ${i % 20}`), { recursive: true });
      writeFileSync(join(test.root, `day ${i % 20}`, `scan ${i}.txt`), `scan ${i}`);
    }
    await until(
      'all filed',
      () =>
        test.rows<{ n: number }>("SELECT count(*) AS n FROM location WHERE state = 'present'")[0]!.n ===
        2_000,
      45_000,
    );
    expect(test.rows<{ n: number }>('SELECT count(*) AS n FROM document')).toEqual([{ n: 2_000 }]);
    expect(test.rows<{ n: number }>('SELECT count(*) AS n FROM location_version')).toEqual([{ n: 2_000 }]);
    const progress = test.events.filter((event) => event.type === 'intake_progress');
    expect(progress.length).toBeGreaterThan(0);
  }, 60_000);
});
