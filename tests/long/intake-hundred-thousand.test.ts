// 100,000 files appear at once in a watched folder: all are filed, none twice, in batches that keep the engine awake and its memory flat.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, expect, it } from 'vitest';
import { openTestArchive, type TestArchive, until } from '../engine/intake/test-archive.ts';

const FILES = 100_000;
const FOLDERS = 1_000;
let test: TestArchive;
afterEach(() => test.close());

it('files 100,000 that are moved in at once', async () => {
  test = await openTestArchive({ settleMs: 500 });
  const aside = join(test.dir, 'aside');
  for (let folder = 0; folder < FOLDERS; folder += 1) {
    const path = join(aside, `box ${folder}`);
    mkdirSync(path, { recursive: true });
    for (let i = folder; i < FILES; i += FOLDERS)
      writeFileSync(join(path, `scan ${i}.txt`), `scan ${i} of order 113-1234567-${1_000_000 + i}`);
  }
  test.intake.startWatching();
  await until('watching', () => test.intake.listFolders()[0]?.state === 'watching');
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const startedMs = performance.now();
  renameSync(aside, join(test.root, 'all at once'));
  const count = (sql: string) => test.rows<{ n: number }>(sql)[0]!.n;
  let peakBytes = 0;
  await until(
    'all filed',
    () => {
      peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
      return test.intake.status().documents === FILES;
    },
    1_500_000,
  );
  delay.disable();
  const seconds = (performance.now() - startedMs) / 1000;
  console.log(
    JSON.stringify({
      files: FILES,
      seconds: Math.round(seconds),
      perSecond: Math.round(FILES / seconds),
      loopDelayP99Ms: Math.round(delay.percentile(99) / 1e6),
      loopDelayMaxMs: Math.round(delay.max / 1e6),
      peakMB: Math.round(peakBytes / 1e6),
    }),
  );
  expect(count("SELECT count(*) AS n FROM location WHERE state = 'present'")).toBe(FILES);
  expect(count('SELECT count(*) AS n FROM location')).toBe(FILES);
  expect(count('SELECT count(*) AS n FROM location_version')).toBe(FILES);
  expect(count('SELECT count(DISTINCT sha256) AS n FROM document')).toBe(FILES);
  expect(delay.percentile(99) / 1e6).toBeLessThan(500);
  expect(await test.index()).toMatchObject({ found: FILES, added: 0, changed: 0, moved: 0, missing: 0 });
}, 1_800_000);
