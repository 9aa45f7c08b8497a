// 20,000 files arrive at once while the folder is watched, half of them move, some are saved anew: none lost, none twice.
import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openTestArchive, type TestArchive, until } from '../engine/intake/test-archive.ts';

const FILES = 20_000;
let test: TestArchive;
afterEach(() => test.close());

it('survives a burst of 20,000 files, a mass move and late saves', async () => {
  test = await openTestArchive({ settleMs: 500 });
  test.intake.startWatching();
  const count = (sql: string) => test.rows<{ n: number }>(sql)[0]!.n;
  const present = () => count("SELECT count(*) AS n FROM location WHERE state = 'present'");
  for (let i = 0; i < FILES; i += 1) {
    const folder = join(test.root, `box ${i % 200}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `scan ${i}.txt`), `scan ${i}`);
    if (i % 500 === 0) await new Promise((go) => setImmediate(go));
  }
  await until('all filed', () => present() === FILES, 600_000);
  expect(count('SELECT count(*) AS n FROM document')).toBe(FILES);
  expect(count('SELECT count(*) AS n FROM location')).toBe(FILES);
  mkdirSync(join(test.root, 'moved'));
  for (let box = 0; box < 100; box += 1)
    renameSync(join(test.root, `box ${box}`), join(test.root, 'moved', `box ${box}`));
  await until(
    'all moves known',
    () =>
      count("SELECT count(*) AS n FROM location WHERE relative_path LIKE 'moved/%' AND state = 'present'") ===
      FILES / 2,
    120_000,
  );
  expect(count('SELECT count(*) AS n FROM location')).toBe(FILES);
  expect(count("SELECT count(*) AS n FROM custody_event WHERE event = 'location_missing'")).toBe(0);
  for (let i = 150; i < FILES; i += 2_000)
    appendFileSync(join(test.root, `box ${i % 200}`, `scan ${i}.txt`), ' saved');
  const saved = Math.ceil((FILES - 150) / 2_000);
  await until('all saves known', () => count('SELECT count(*) AS n FROM document') === FILES + saved, 60_000);
  expect(await test.index()).toMatchObject({ found: FILES, added: 0, changed: 0, moved: 0, missing: 0 });
}, 900_000);
