// A page that a reader hangs on costs itself, not the file; a file that hangs everywhere is given up in bounded time, and why is told.
import { afterAll, expect, it } from 'vitest';
import { DEFAULT_READ_LIMITS } from '../../../src/domain/reading.ts';
import { createIntakeWorkers } from '../../../src/engine/intake/intake-workers.ts';

const workers = createIntakeWorkers(3, {}, new URL('./stuck-intake-worker.ts', import.meta.url));
afterAll(() => workers.close());

async function tryFile(fileName: string): Promise<string> {
  const outcome = await workers.run({
    path: `/nowhere/${fileName}`,
    fileName,
    folderNames: [],
    scratchDir: '/nowhere/scratch',
    limits: { ...DEFAULT_READ_LIMITS, standstillMs: 1_500 },
  });
  return outcome.outcome === 'locked' ? outcome.systemCode : outcome.outcome;
}

it('is left out when it is one, and ends the reading when there are too many', async () => {
  const [one, two, whole] = await Promise.all(['one.pdf', 'two.pdf', 'whole.pdf'].map(tryFile));
  expect(one).toBe('without 3');
  expect(two).toBe('TOO_SLOW');
  expect(whole).toBe('TOO_SLOW');
}, 60_000);

it('no default lets a reader stand still for half a minute', () => {
  expect(DEFAULT_READ_LIMITS.standstillMs).toBeLessThan(30_000);
});
