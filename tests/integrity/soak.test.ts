// Four simulated hours of changes against an independent model; `npm run test:long -- --only soak` lives through a whole day.
import { expect, it } from 'vitest';
import { isFlat, runSoak } from './soak-rounds.ts';

it('after four hours of files, cases, reports, a pack and a closed week everything is as the model says', async () => {
  const report = await runSoak({
    hours: 4,
    changesPerHour: 25,
    firstFiles: 15,
    packEveryHours: 4,
    seed: 'npm test',
  });
  expect(report.checks).toBeGreaterThan(300);
  for (const kind of ['add', 'edit', 'move', 'delete', 'openCase', 'attach', 'import', 'pack', 'closeWeek'])
    expect(report.changes[kind], kind).toBeGreaterThan(0);
  // Four samples catch a reader thread (7 handles) starting or resting; a handle lost per change would be 25 an hour.
  expect(isFlat(report.handles, 10), String(report.handles)).toBe(true);
}, 120_000);

it('a growing row of numbers is not flat', () => {
  expect(isFlat([50, 50, 51, 50, 51, 50], 4)).toBe(true);
  expect(isFlat([50, 52, 56, 61, 66, 71], 4)).toBe(false);
});
