// Do many new files cost each the same, however many the archive knows already?
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openTestArchive, type TestArchive } from './test-archive.ts';

let test: TestArchive;
afterEach(() => test.close());

it('a look for moved files asks an index, not the whole table', async () => {
  test = await openTestArchive();
  const { sqlite } = test.context.archive;
  const asked: string[] = [];
  const prepare = sqlite.prepare.bind(sqlite);
  sqlite.prepare = ((sql: string) => {
    asked.push(sql);
    return prepare(sql);
  }) as typeof sqlite.prepare;
  mkdirSync(join(test.root, 'a'));
  writeFileSync(join(test.root, 'a', 'one.txt'), 'one');
  await test.intake.reconcileAll();
  const looks = asked.filter((sql) => /\.inode = \?/.test(sql));
  expect(looks.length).toBeGreaterThan(0);
  for (const sql of new Set(looks)) {
    const plan = prepare(`EXPLAIN QUERY PLAN ${sql}`).all('d', 'i') as { detail: string }[];
    expect(plan.map((row) => row.detail).join('\n')).toContain('location_by_inode');
  }
});
