// Can what happened to the evidence be rewritten, by this program or with an editor of databases, without being noticed?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openInProcess } from '../../src/api/in-process.ts';
import { type Archive, openArchive } from '../../src/engine/store/open-archive.ts';
import { appendCustody, checkCustody } from '../../src/engine/vault/custody.ts';
import { MIGRATIONS_DIR } from '../support/temporary-archive.ts';

let archiveDir: string;

const open = (): Archive => openArchive({ archiveDir, nowMs: Date.now, migrationsDir: MIGRATIONS_DIR });

beforeEach(() => {
  archiveDir = mkdtempSync(join(tmpdir(), 'casebinder-custody-'));
  const archive = open();
  for (let day = 1; day <= 9; day += 1) appendCustody(archive, day, 'location_missing', null, { day });
  archive.close();
});
afterEach(() => rmSync(archiveDir, { recursive: true, force: true }));

const COLUMNS = "sequence, at_ms, event, sha256, '{}', previous_hash";

it.each([
  ['changed', "UPDATE custody_event SET data = '{}' WHERE sequence = 4"],
  ['deleted', 'DELETE FROM custody_event WHERE sequence = 4'],
  [
    'replaced',
    `INSERT OR REPLACE INTO custody_event SELECT ${COLUMNS}, hash FROM custody_event WHERE sequence = 4`,
  ],
  ['emptied', 'DELETE FROM custody_event'],
])('the database itself lets no event be %s', (_what, sql) => {
  const archive = open();
  try {
    const before = checkCustody(archive);
    expect(before.ok).toBe(true);
    expect(before.events).toBeGreaterThanOrEqual(9);
    expect(() => archive.sqlite.exec(sql)).toThrow(/custody events are never (changed|deleted)/);
    expect(checkCustody(archive)).toEqual(before);
  } finally {
    archive.close();
  }
});

it.each([
  ['words were changed', "UPDATE custody_event SET data = '{}' WHERE sequence = 4", 4],
  ['a time was changed', 'UPDATE custody_event SET at_ms = at_ms + 1 WHERE sequence = 5', 5],
  ['an event was taken out', 'DELETE FROM custody_event WHERE sequence = 6', 7],
  [
    'an event was replaced, though it keeps its hash',
    `INSERT OR REPLACE INTO custody_event SELECT ${COLUMNS}, hash FROM custody_event WHERE sequence = 3`,
    3,
  ],
  [
    'an event was forged in front of all others',
    "INSERT INTO custody_event SELECT 0, at_ms, event, sha256, data, previous_hash, 'forged' FROM custody_event WHERE sequence = 1",
    0,
  ],
])(
  'with the guards taken off in another program, verify names the first event that does not fit: %s',
  async (_what, sql, sequence) => {
    const sqlite = new Database(join(archiveDir, 'casebinder.sqlite'));
    const guards = sqlite
      .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'custody_event'")
      .all() as { name: string; sql: string }[];
    expect(guards).toHaveLength(2);
    for (const { name } of guards) sqlite.exec(`DROP TRIGGER "${name}"`);
    expect(sqlite.prepare(sql).run().changes).toBe(1);
    for (const guard of guards) sqlite.exec(guard.sql);
    sqlite.close();
    const door = await openInProcess({ archiveDir, language: 'en' });
    try {
      const { ok, problems } = await door.engine.verify({ full: false });
      expect(ok).toBe(false);
      expect(problems).toEqual([{ code: 'CUSTODY_BROKEN', path: '', params: { sequence } }]);
    } finally {
      await door.close();
    }
  },
);
