// Killed at any instant: nothing promised is lost, nothing is doubled, nothing half-made is left. `npm run test:long -- --kills 500` does it at length.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../src/api/in-process.ts';
import { sweepLeftovers } from '../../src/engine/sweep-leftovers.ts';
import { copySampleArchive } from '../support/sample-seller.ts';
import { runKills } from './kill-rounds.ts';

let base: string;
let door: InProcess;
beforeAll(async () => {
  const copy = await copySampleArchive();
  base = copy.base;
  door = await openInProcess({ archiveDir: copy.archiveDir, language: 'en' });
});
afterAll(() => door.close());

it('a kill in each of index, import, cases, pack, backup and week', async () => {
  const report = await runKills({ kills: 6, seed: 'npm test' });
  expect(Object.values(report.byActivity)).toEqual([1, 1, 1, 1, 1, 1]);
  // "Ready" is the first; what was acknowledged after it is what a kill could lose.
  expect(report.promisesChecked).toBeGreaterThan(6);
}, 180_000);

it('a pack that was moved into place but never remembered stays, and the next one gets a number of its own', async () => {
  const { caller, engine } = door;
  const { documents } = await caller.documents.list({ query: '', limit: 2 });
  const { number } = await caller.cases.open({
    problem: 'tec-other',
    title: 'edition',
    orders: ['113-1234567-7654321'],
  });
  await caller.cases.attach({ case: number, documents: documents.map(({ id }) => ({ documentId: id })) });
  const input = { case: number, variant: 'internal' as const, zip: false };
  const out = join(base, 'packs');
  const first = await engine.packs.build(input, out);
  // As after a kill between the move and the row.
  engine.context.archive.sqlite.prepare('DELETE FROM pack WHERE id = ?').run(first.packId);
  const second = await engine.packs.build(input, out);
  expect(second.folder).not.toBe(first.folder);
  expect((await engine.packs.verifyAt(first.folder)).ok).toBe(true);
  expect(engine.packs.get(second.packId).edition).toBe(2);
});

it('in folders that people chose, only our own half-made things are swept', () => {
  const { engine } = door;
  const chosen = join(base, 'chosen');
  const ours = [
    '.C-0001_x_2026-11-22.partial-123-0123abcd',
    '.casebinder-backup-20261122120000.tmp',
    '.casebinder-backup-20261122120000-2.tmp',
  ];
  const theirs = ['.git', 'notes.tmp', '.partial', '.casebinder-backup-20261122120000.tmp.txt'];
  for (const name of [...ours, ...theirs]) mkdirSync(join(chosen, name), { recursive: true });
  writeFileSync(join(chosen, 'letter.txt'), 'theirs');
  engine.settings.setFolder('packs_folder', chosen);
  expect(sweepLeftovers(engine.context)).toBe(ours.length);
  engine.settings.setFolder('packs_folder', '');
  expect(sweepLeftovers(engine.context)).toBe(0);
});
