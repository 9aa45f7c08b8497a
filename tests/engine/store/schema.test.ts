// The typed schema says what the database is, migrations are kept honest, and an archive has one owner.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { CasebinderError } from '../../../src/domain/errors.ts';
import { migrate } from '../../../src/engine/store/migrate.ts';
import { openArchive } from '../../../src/engine/store/open-archive.ts';
import { schema } from '../../../src/engine/store/schema/schema.ts';
import { MIGRATIONS_DIR, openTemporaryArchive } from '../../support/temporary-archive.ts';

const nowMs = (): number => Date.UTC(2026, 10, 22);

test('every table of the database is in the typed schema with the same columns', () => {
  const temporary = openTemporaryArchive();
  try {
    const { sqlite } = temporary.archive;
    const names = sqlite
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' AND name <> 'migration' ORDER BY name",
      )
      .pluck()
      .all() as string[];
    const typed = Object.values(schema).filter((table) => is(table, SQLiteTable));
    expect(typed.map(getTableName).sort()).toEqual(names);
    for (const table of typed) {
      const columns = sqlite.pragma(`table_info(${getTableName(table)})`) as {
        name: string;
        notnull: number;
        pk: number;
      }[];
      const wanted = Object.values(getTableColumns(table)).map((c) => c.name);
      expect(wanted.sort(), getTableName(table)).toEqual(columns.map((c) => c.name).sort());
      for (const column of Object.values(getTableColumns(table))) {
        const real = columns.find((c) => c.name === column.name);
        if (real?.pk === 0)
          expect(column.notNull, `${getTableName(table)}.${column.name}`).toBe(real.notnull === 1);
      }
    }
  } finally {
    temporary.remove();
  }
});

function temporaryDir(): string {
  return mkdtempSync(join(tmpdir(), 'casebinder-test-'));
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof CasebinderError ? error.code : String(error);
  }
  return 'no error';
}

describe('opening an archive', () => {
  test('a second owner gets ARCHIVE_LOCKED, and the first goes on', () => {
    const temporary = openTemporaryArchive();
    try {
      const again = (): unknown =>
        openArchive({ archiveDir: temporary.archive.dir, nowMs, migrationsDir: MIGRATIONS_DIR });
      expect(codeOf(again)).toBe('ARCHIVE_LOCKED');
      expect(temporary.archive.sqlite.prepare('SELECT count(*) FROM document').pluck().get()).toBe(0);
    } finally {
      temporary.remove();
    }
  });

  test('an archive from the future is refused and not changed', () => {
    const temporary = openTemporaryArchive();
    temporary.archive.sqlite.pragma('user_version = 9999');
    temporary.archive.close();
    expect(
      codeOf(() => openArchive({ archiveDir: temporary.archive.dir, nowMs, migrationsDir: MIGRATIONS_DIR })),
    ).toBe('ARCHIVE_FROM_FUTURE');
    rmSync(temporary.dir, { recursive: true });
  });

  test('a file that is no database is refused, not overwritten', () => {
    const dir = temporaryDir();
    writeFileSync(join(dir, 'casebinder.sqlite'), 'this is an invoice, not a database');
    expect(codeOf(() => openArchive({ archiveDir: dir, nowMs, migrationsDir: MIGRATIONS_DIR }))).toBe(
      'ARCHIVE_DAMAGED',
    );
    rmSync(dir, { recursive: true });
  });

  test('a changed migration is noticed', () => {
    const dir = temporaryDir();
    const sqlite = new Database(':memory:');
    writeFileSync(join(dir, '0001_one.sql'), 'CREATE TABLE a (x INTEGER) STRICT;');
    migrate(sqlite, { migrationsDir: dir, backupsDir: dir, nowMs });
    writeFileSync(join(dir, '0001_one.sql'), 'CREATE TABLE a (x TEXT) STRICT;');
    expect(codeOf(() => migrate(sqlite, { migrationsDir: dir, backupsDir: dir, nowMs }))).toBe(
      'MIGRATION_CHANGED',
    );
    rmSync(dir, { recursive: true });
  });

  test('rebuilding a parent table keeps every child row, and a failing migration changes nothing', () => {
    const dir = temporaryDir();
    const sqlite = new Database(join(dir, 'x.sqlite'));
    writeFileSync(
      join(dir, '0001_one.sql'),
      'CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT) STRICT; CREATE TABLE child (parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE) STRICT;',
    );
    migrate(sqlite, { migrationsDir: dir, backupsDir: join(dir, 'backups'), nowMs });
    sqlite.exec("INSERT INTO parent VALUES (1, 'a'), (2, 'b'); INSERT INTO child VALUES (1), (2), (2)");
    writeFileSync(
      join(dir, '0002_two.sql'),
      'CREATE TABLE fresh (id INTEGER PRIMARY KEY, name TEXT, more TEXT) STRICT; INSERT INTO fresh SELECT id, name, NULL FROM parent; DROP TABLE parent; ALTER TABLE fresh RENAME TO parent;',
    );
    migrate(sqlite, { migrationsDir: dir, backupsDir: join(dir, 'backups'), nowMs });
    expect(sqlite.prepare('SELECT count(*) FROM child').pluck().get()).toBe(3);
    expect(sqlite.prepare('SELECT count(*) FROM parent').pluck().get()).toBe(2);
    expect(readdirSync(join(dir, 'backups'))).toEqual(['before-migration-from-1.sqlite']);
    writeFileSync(join(dir, '0003_three.sql'), 'DELETE FROM parent; SELECT this_does_not_exist();');
    expect(() => migrate(sqlite, { migrationsDir: dir, backupsDir: join(dir, 'backups'), nowMs })).toThrow();
    expect(sqlite.prepare('SELECT count(*) FROM parent').pluck().get()).toBe(2);
    expect(sqlite.pragma('user_version', { simple: true })).toBe(2);
    sqlite.close();
    rmSync(dir, { recursive: true });
  });
});
