// Does docs/integrity.md name only tests that exist, and every situation in which watching fails?
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_DIR } from '../support/temporary-archive.ts';

const page = readFileSync(join(PROJECT_DIR, 'docs', 'integrity.md'), 'utf8');

it('each row of the table of watching is a test', () => {
  const table = page.split('## Watching')[1]?.split('\n## ')[0] ?? '';
  const rows = [...table.matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gm)].slice(1);
  expect(rows).toHaveLength(21);
  const tests = readFileSync(join(PROJECT_DIR, 'tests/integrity/watching.test.ts'), 'utf8');
  for (const [, situation, name] of rows) {
    const file = /^`(.+)`$/.exec(name as string)?.[1];
    if (file !== undefined) expect(existsSync(join(PROJECT_DIR, file)), situation).toBe(true);
    else expect(tests, situation).toContain(`it('${name}'`);
  }
});

it('every test file that the page names exists', () => {
  const named = new Set(
    [...page.matchAll(/`((?:tests\/[\w/-]+\/)?[\w-]+\.(?:test\.)?ts)`/g)].map((match) => match[1] as string),
  );
  expect(named.size).toBeGreaterThan(15);
  const places = [
    '',
    'tests/integrity/',
    'tests/api/http/',
    'tests/engine/packs/',
    'tests/engine/store/',
    'tests/engine/jobs/',
    'tests/engine/intake/',
    'tests/engine/readers/',
    'tests/engine/reports/',
    'src/engine/readers/',
    'src/engine/',
  ];
  for (const name of named)
    expect(
      places.some((place) => existsSync(join(PROJECT_DIR, place, name))),
      name,
    ).toBe(true);
});
