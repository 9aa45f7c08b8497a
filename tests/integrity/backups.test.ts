// Backups: made while work goes on, restored from any moment, undone, and refused when they are not what was written.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openInProcess, restoreArchive } from '../../src/api/in-process.ts';
import { checkCustody } from '../../src/engine/vault/custody.ts';
import { copySampleArchive } from '../support/sample-seller.ts';

let base: string;
let archiveDir: string;
let nowMs = Date.UTC(2026, 10, 22, 8);
const open = () => openInProcess({ archiveDir, language: 'en', nowMs: () => nowMs });
/** How many cases the archive held at each moment, and its backup. */
const moments: { folder: string; cases: number; copies: number }[] = [];

beforeAll(async () => {
  ({ base, archiveDir } = await copySampleArchive());
  const door = await open();
  const { documents } = await door.caller.documents.list({ query: '', limit: 4 });
  for (let moment = 0; moment < 4; moment += 1) {
    if (moment > 0) {
      const { number } = await door.caller.cases.open({
        problem: 'tec-other',
        title: `${moment}`,
        orders: [`113-000000${moment}-0000000`],
      });
      await door.caller.cases.attach({
        case: number,
        documents: [{ documentId: documents[moment]?.id ?? 0 }],
      });
    }
    nowMs += 60_000;
    // Work goes on while the backup is made.
    const [receipt] = await Promise.all([
      door.engine.backup(join(base, 'backups')),
      door.caller.documents.saveSearch({ name: `during ${moment}`, query: 'x' }),
    ]);
    moments.push({ folder: receipt.folder, cases: moment, copies: receipt.safeCopies });
  }
  await door.close();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const countCases = async (): Promise<number> => {
  const door = await open();
  try {
    const { archive } = door.engine.context;
    expect(checkCustody(archive)).toMatchObject({ ok: true });
    expect((await door.engine.verify({ full: false })).problems).toEqual([]);
    return (await door.caller.cases.list({})).length;
  } finally {
    await door.close();
  }
};

it('is one database file that opens alone, its safe copies and its receipt; nothing else', () => {
  for (const { folder, copies } of moments) {
    expect(readdirSync(folder).sort()).toEqual(
      copies > 0 ? ['backup.json', 'casebinder.sqlite', 'vault'] : ['backup.json', 'casebinder.sqlite'],
    );
  }
});

it('every one of them can be restored, in any order, and the last state comes back by undoing', async () => {
  for (const index of [2, 0, 3, 1]) {
    nowMs += 60_000;
    const moment = moments[index] as (typeof moments)[number];
    const before = await countCases();
    const { keptAs, damagedCopies } = restoreArchive(archiveDir, moment.folder, nowMs);
    expect(damagedCopies).toBe(0);
    expect(await countCases()).toBe(moment.cases);
    nowMs += 60_000;
    restoreArchive(archiveDir, keptAs ?? '', nowMs);
    expect(await countCases()).toBe(before);
  }
});

it('restores into an empty place, with the safe copies', async () => {
  const elsewhere = join(base, 'elsewhere');
  const last = moments[3] as (typeof moments)[number];
  expect(restoreArchive(elsewhere, last.folder, nowMs).keptAs).toBeNull();
  const door = await openInProcess({ archiveDir: elsewhere, language: 'en', nowMs: () => nowMs });
  expect((await door.engine.verify({ full: false })).problems).toEqual([]);
  expect(door.engine.custody({ limit: 500 }).map(({ event }) => event)).toContain('archive_restored');
  await door.close();
});

it('what a write-ahead log still held is kept, too', async () => {
  const crashed = join(base, 'crashed');
  const door = await open();
  await door.caller.documents.saveSearch({ name: 'only in the log', query: 'x' });
  // As after a power cut: the log was not yet written back.
  cpSync(archiveDir, crashed, { recursive: true });
  await door.close();
  expect(existsSync(join(crashed, 'casebinder.sqlite-wal'))).toBe(true);
  nowMs += 60_000;
  const { keptAs } = restoreArchive(crashed, moments[0]?.folder ?? '', nowMs);
  restoreArchive(crashed, keptAs ?? '', nowMs + 60_000);
  const again = await openInProcess({ archiveDir: crashed, language: 'en', nowMs: () => nowMs });
  expect((await again.caller.documents.savedSearches()).map(({ name }) => name)).toContain('only in the log');
  await again.close();
});

it.each([
  [
    'a flipped byte',
    (folder: string) => {
      const file = join(folder, 'casebinder.sqlite');
      const bytes = readFileSync(file);
      bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
  ],
  ['a cut file', (folder: string) => truncateSync(join(folder, 'casebinder.sqlite'), 8192)],
  ['a receipt that is none', (folder: string) => writeFileSync(join(folder, 'backup.json'), '{"data')],
])('%s: refused, and the archive is not touched', async (_name, damage) => {
  const before = await countCases();
  const broken = join(base, 'broken');
  rmSync(broken, { recursive: true, force: true });
  cpSync(moments[1]?.folder ?? '', broken, { recursive: true });
  damage(broken);
  const database = readFileSync(join(archiveDir, 'casebinder.sqlite'));
  expect(() => restoreArchive(archiveDir, broken, nowMs)).toThrow(
    expect.objectContaining({ code: 'ARCHIVE_DAMAGED' }),
  );
  expect(readFileSync(join(archiveDir, 'casebinder.sqlite')).equals(database)).toBe(true);
  expect(await countCases()).toBe(before);
});

it('a damaged safe copy in a backup is not brought in', async () => {
  const broken = join(base, 'broken copy');
  cpSync(moments[3]?.folder ?? '', broken, { recursive: true });
  const copy = readdirSync(join(broken, 'vault'), { recursive: true, withFileTypes: true }).find((e) =>
    e.isFile(),
  );
  const path = join(copy?.parentPath ?? '', copy?.name ?? '');
  rmSync(path, { force: true });
  writeFileSync(path, 'something else');
  const elsewhere = join(base, 'partly');
  expect(restoreArchive(elsewhere, broken, nowMs).damagedCopies).toBe(1);
  const door = await openInProcess({ archiveDir: elsewhere, language: 'en' });
  const { problems } = await door.engine.verify({ full: false });
  expect(problems.map(({ code, path: sha256 }) => [code, sha256])).toContainEqual([
    'COPY_MISSING',
    copy?.name,
  ]);
  await door.close();
});

it('two backups of the same second are two backups, whoever asked for them', async () => {
  const folder = join(base, 'same second');
  const door = await open();
  const made = [
    ...(await Promise.all([door.engine.backup(folder), door.engine.backup(folder)])),
    await door.engine.backup(folder),
  ];
  await door.close();
  expect(new Set(made.map((receipt) => receipt.folder)).size).toBe(3);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  for (const [index, receipt] of made.entries()) {
    const elsewhere = join(base, `of the same second ${index}`);
    restoreArchive(elsewhere, receipt.folder, nowMs);
    const restored = await openInProcess({ archiveDir: elsewhere, language: 'en' });
    expect((await restored.engine.verify({ full: false })).ok).toBe(true);
    await restored.close();
  }
});

it('an archive in use is not restored over', async () => {
  const door = await open();
  try {
    expect(() => restoreArchive(archiveDir, moments[0]?.folder ?? '', nowMs)).toThrow(
      expect.objectContaining({ code: 'ARCHIVE_LOCKED' }),
    );
  } finally {
    await door.close();
  }
});
