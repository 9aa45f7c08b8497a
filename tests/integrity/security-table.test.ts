// Does docs/security.md have each statement once, and does every test that it names exist under that name?
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_DIR } from '../support/temporary-archive.ts';

const page = readFileSync(join(PROJECT_DIR, 'docs', 'security.md'), 'utf8');
const rows = [...page.matchAll(/^\| (\d+) \| ([^|]+) \| (.+) \|$/gm)].map((match) => ({
  number: Number(match[1]),
  text: match[3] as string,
}));

it('each statement has one row', () => {
  expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 48 }, (_, index) => index + 1));
});

it.each(rows)('statement $number names tests that exist, or says why there is none', ({ text }) => {
  const named = [...text.matchAll(/`(tests\/[\w/.-]+)`(?: "([^"]+)")?/g)];
  if (named.length === 0) expect(text).toMatch(/\*\*Not shown\*\*|^As \d+:/);
  for (const [, file, title] of named) {
    const path = join(PROJECT_DIR, file as string);
    expect(existsSync(path), file).toBe(true);
    if (title !== undefined) expect(readFileSync(path, 'utf8'), file).toContain(title);
  }
});
