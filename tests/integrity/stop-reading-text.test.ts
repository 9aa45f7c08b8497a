// Stopping the reading of text in pictures (a cancel, a time-out, closing the program) must never end the program itself.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const base = mkdtempSync(join(tmpdir(), 'casebinder-stop-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

it('a stop in the middle of the models is an outcome, not a crash', () => {
  const run = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'stop-reading-text.ts'),
      join(base, 'words.png'),
    ],
    { encoding: 'utf8', timeout: 115_000 },
  );
  expect(run.signal, run.stderr).toBeNull();
  expect(run.status, run.stderr).toBe(0);
  expect(run.stdout).toBe('alive after 2 stops');
}, 120_000);
