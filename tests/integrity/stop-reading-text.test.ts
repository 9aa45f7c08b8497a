// Stopping the reading of text in pictures (a cancel, a time-out, closing the program) must never end the program itself.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shareSampleSeller } from '../support/sample-seller.ts';

it('a stop in the middle of the models is an outcome, not a crash', async () => {
  const { dir } = await shareSampleSeller();
  const picture = readdirSync(dir, { recursive: true, encoding: 'utf8' }).find((name) =>
    /\.jpe?g$/i.test(name),
  );
  const run = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'stop-reading-text.ts'),
      join(dir, picture as string),
      'image/jpeg',
    ],
    { encoding: 'utf8', timeout: 55_000 },
  );
  expect(run.signal).toBeNull();
  expect(run.status, run.stderr).toBe(0);
  expect(run.stdout).toBe('alive after 4 stops');
}, 60_000);
