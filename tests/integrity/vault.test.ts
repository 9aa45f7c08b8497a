// Safe copies under a cap, made anew when damaged, each difference with what to do; the ladder of automatic backups.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess, restoreArchive } from '../../src/api/in-process.ts';
import type { BackupEntry } from '../../src/engine/backup-archive.ts';
import { createBackupLadder, listExpiredBackups } from '../../src/engine/backup-ladder.ts';
import { checkCustody } from '../../src/engine/vault/custody.ts';
import { hashFile, vaultPath } from '../../src/engine/vault/vault.ts';
import { uiArchive as en } from '../../src/i18n/en/ui-archive.ts';
import { uiArchive as zh } from '../../src/i18n/zh-CN/ui-archive.ts';
import { openTemporaryArchive, type TemporaryArchive } from '../support/temporary-archive.ts';

const HOUR_MS = 3_600_000;
let home: TemporaryArchive;
let door: InProcess;
let clockMs = Date.UTC(2026, 10, 22, 8);
const archiveDir = (): string => join(home.dir, 'archive');

beforeAll(async () => {
  home = openTemporaryArchive();
  home.archive.close();
  const papers = join(home.dir, 'papers');
  mkdirSync(papers);
  for (let i = 0; i < 6; i += 1)
    writeFileSync(join(papers, `paper ${i}.txt`), `paper ${i} ${'x'.repeat(300_000)}`);
  door = await openInProcess({ archiveDir: archiveDir(), language: 'en', nowMs: () => clockMs });
  await door.caller.folders.add({ grant: door.grant(papers), keepCopies: true });
  door.engine.context.archive.sqlite.prepare('UPDATE watched_folder SET settle_ms = 0').run();
});
afterAll(async () => {
  await door.close();
  rmSync(home.dir, { recursive: true, force: true });
});

const copies = (): string[] =>
  door.engine.context.archive.sqlite
    .prepare('SELECT sha256 FROM vault_copy ORDER BY sha256')
    .pluck()
    .all() as string[];

it('a folder’s copies stop at the limit, with one notice, and go on when there is room', async () => {
  const notices: string[] = [];
  const stop = door.listen(({ event }) => {
    if (event.type === 'notice') notices.push(event.code);
  });
  await door.caller.settings.set({ key: 'vault_limit_gb', value: '0.001' });
  await door.engine.intake.runUntilIdle({ ocr: false });
  expect(copies()).toHaveLength(3);
  expect(notices).toEqual(['intake.copiesLimit']);
  expect(door.engine.info().vaultBytes).toBeLessThanOrEqual(1_000_000);
  // What joins a case is copied all the same.
  const { documents } = await door.caller.documents.list({ query: '', limit: 10 });
  const without = documents.find((document) => !copies().includes(document.sha256));
  const { number } = await door.caller.cases.open({
    problem: 'tec-other',
    title: 'x',
    orders: ['113-1234567-7654321'],
  });
  await door.caller.cases.attach({ case: number, documents: [{ documentId: without?.id as number }] });
  await expect.poll(() => copies().includes(without?.sha256 as string), { timeout: 5_000 }).toBe(true);
  await door.caller.settings.set({ key: 'vault_limit_gb', value: '50' });
  await door.engine.intake.runUntilIdle({ ocr: false });
  expect(copies()).toHaveLength(6);
  stop();
});

it('a damaged or lost copy is made anew from the unchanged original, and the chain tells it', async () => {
  const [damaged, lost, orphan] = copies() as [string, string, string];
  for (const sha256 of [damaged, orphan]) {
    chmodSync(vaultPath(archiveDir(), sha256), 0o600);
    writeFileSync(vaultPath(archiveDir(), sha256), 'other bytes');
  }
  rmSync(vaultPath(archiveDir(), lost), { force: true });
  // No original of the third is left as it was.
  const original = readdirSync(join(home.dir, 'papers')).find(
    (name) => hashFile(join(home.dir, 'papers', name)) === orphan,
  );
  const bytes = readFileSync(join(home.dir, 'papers', original as string));
  writeFileSync(join(home.dir, 'papers', original as string), 'changed by somebody');
  const { problems } = await door.engine.verify({ full: true });
  const told = problems.map(({ code, path, params }) => [
    code,
    path.length === 64 ? path : '',
    params['repaired'],
  ]);
  expect(told.sort()).toEqual(
    [
      ['COPY_DAMAGED', damaged, 1],
      ['COPY_MISSING', lost, 1],
      ['COPY_DAMAGED', orphan, 0],
      ['ORIGINAL_CHANGED', '', undefined],
    ].sort(),
  );
  for (const sha256 of [damaged, lost]) {
    expect(hashFile(vaultPath(archiveDir(), sha256))).toBe(sha256);
    if (process.platform !== 'win32')
      expect(statSync(vaultPath(archiveDir(), sha256)).mode & 0o777).toBe(0o400);
  }
  writeFileSync(join(home.dir, 'papers', original as string), bytes);
  expect((await door.engine.verify({ full: true })).problems.map((p) => p.params['repaired'])).toEqual([1]);
  expect(await door.engine.verify({ full: true })).toMatchObject({ ok: true });
  expect(checkCustody(door.engine.context.archive).ok).toBe(true);
  expect(
    readdirSync(join(archiveDir(), 'vault'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.tmp'),
    ),
  ).toEqual([]);
});

it('each difference has a word and what to do about it, in both languages', () => {
  for (const code of [
    'COPY_DAMAGED',
    'COPY_MISSING',
    'ORIGINAL_CHANGED',
    'ORIGINAL_MISSING',
    'DATABASE_DAMAGED',
    'CUSTODY_BROKEN',
    'REFERENCE_BROKEN',
  ] as const)
    for (const words of [en, zh]) {
      expect(words[`problem_${code}`].length).toBeGreaterThan(4);
      expect(words[`fix_${code}`].length).toBeGreaterThan(15);
    }
});

describe('the ladder of backups', () => {
  const entry = (hoursAgo: number, automatic = true): BackupEntry => ({
    folder: `/b/${hoursAgo}`,
    name: `b-${hoursAgo}`,
    madeAtMs: clockMs - hoursAgo * HOUR_MS,
    databaseBytes: 1,
    automatic,
    custodySequence: 1,
  });

  it('keeps hours of a day, days of a week, weeks of a month, and whatever a person made', () => {
    const all = Array.from({ length: 24 * 60 }, (_, hour) => entry(hour));
    const own = [entry(24 * 400, false), entry(5_000, false)];
    const expired = new Set(listExpiredBackups([...all, ...own]));
    const kept = all.filter((backup) => !expired.has(backup));
    expect(kept.slice(0, 24)).toEqual(all.slice(0, 24));
    expect(kept.length).toBeGreaterThanOrEqual(30);
    expect(kept.length).toBeLessThanOrEqual(24 + 7 + 5);
    expect(Math.max(...kept.map((backup) => clockMs - backup.madeAtMs))).toBeGreaterThan(21 * 24 * HOUR_MS);
    for (const backup of own) expect(expired.has(backup)).toBe(false);
    // After a year away nothing but the newest ones of each rung goes: never all.
    expect(listExpiredBackups([entry(9_000), entry(9_001)])).toEqual([]);
  });

  it('makes one an hour when something changed, prunes, and every one restores', async () => {
    const ladder = createBackupLadder(door.engine.context, door.engine.jobs);
    const made: number[] = [];
    for (let hour = 0; hour < 30; hour += 1) {
      clockMs += HOUR_MS;
      if (hour % 3 !== 2)
        await door.caller.cases.open({
          problem: 'tec-other',
          title: `hour ${hour}`,
          orders: [`113-1234567-${1_000_000 + hour}`],
        });
      if (await ladder.step()) made.push(hour);
      expect(await ladder.step()).toBe(false);
    }
    expect(made).toEqual(Array.from({ length: 30 }, (_, hour) => hour).filter((hour) => hour % 3 !== 2));
    const backups = door.engine.listBackups();
    expect(backups.every((backup) => backup.automatic)).toBe(true);
    expect(backups.length).toBeLessThan(made.length + 1);
    for (const [index, backup] of backups.entries()) {
      if (index % 6 !== 0) continue;
      const target = join(home.dir, `restored ${index}`);
      expect(restoreArchive(target, backup.folder, clockMs)).toMatchObject({ damagedCopies: 0 });
      const restored = await openInProcess({ archiveDir: target, language: 'en' });
      expect(checkCustody(restored.engine.context.archive).ok).toBe(true);
      expect(readdirSync(join(target, 'vault')).length).toBeGreaterThan(0);
      await restored.close();
    }
    // Links, not copies: the safe copies are on this disk once.
    const [sha256] = copies() as [string];
    if (process.platform === 'linux')
      expect(statSync(vaultPath(archiveDir(), sha256)).nlink).toBeGreaterThan(5);
    expect(existsSync(vaultPath(archiveDir(), sha256))).toBe(true);
    await door.caller.settings.set({ key: 'automatic_backups', value: 'false' });
    clockMs += 5 * HOUR_MS;
    expect(await ladder.step()).toBe(false);
  }, 60_000);
});
