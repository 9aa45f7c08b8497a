// Every landed migration, from the version before with data in every table, also killed between any two of its statements.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate, readMigrations } from '../../src/engine/store/migrate.ts';
import { DATABASE_NAME, openArchive, type Sqlite } from '../../src/engine/store/open-archive.ts';
import { MIGRATIONS_DIR } from '../support/temporary-archive.ts';

const nowMs = (): number => Date.UTC(2026, 10, 22);
const base = mkdtempSync(join(tmpdir(), 'casebinder-migrations-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const MIGRATIONS = readMigrations(MIGRATIONS_DIR);
const NEWEST = MIGRATIONS.at(-1)?.version ?? 0;

/** What has landed stays as it is: archives out there hold these checksums and refuse any other. */
const LANDED: Readonly<Record<string, string>> = {
  '0001_initial.sql': 'd620463c92bd3d2a0131919efd6883c14d84201ec1deeb56781c6e9cb0fa678d',
  '0002_desk.sql': '031c1ef57cf0193e4898e75281f67fe82dfe548311d50d9080b0b9e50bd5fb37',
  '0003_set_aside.sql': '667528dbeca7d658e108ea164222947d0ff5b4cf9b7cccd48d3f854477999de5',
  '0004_redaction.sql': '62f779db993d97659437c3f5a250a2d9c412a16717f71eb9c3d88cf4b8458369',
  '0005_resemblance.sql': '3258a40e34fe4ee069e9ef4587364f5ac64dd288a26f4603b2a1a046eff874ba',
  '0006_invoice_units.sql': '3c86ba44be84692f23b82532caeb415439e42437d64927a116fc07c47afa6531',
  '0007_kind_parts.sql': '832df6385498563ba7cd3ac227bab3493876ad71ad7b9389ecda1342b69e4972',
  '0008_corrections.sql': 'b2b2ee4f3ee4f6dbb48ad7fe657c06e77de04cb4e66939dfc91354fa24f15cc2',
};

/** An archive of `version` with a row in every table. */
function makeOlder(version: number): string {
  const dir = join(base, `version-${version}`);
  if (existsSync(dir)) return dir;
  mkdirSync(dir);
  const sqlite = new Database(join(dir, DATABASE_NAME));
  sqlite.pragma('journal_mode = WAL');
  migrate(sqlite, {
    migrationsDir: MIGRATIONS_DIR,
    backupsDir: join(dir, 'backups'),
    nowMs,
    untilVersion: version,
  });
  fillTables(sqlite);
  sqlite.close();
  return dir;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
}

function listTables(sqlite: Sqlite): { name: string; sql: string }[] {
  return sqlite
    .prepare(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' AND name <> 'migration'",
    )
    .all() as { name: string; sql: string }[];
}

/** Two rows per table, made from what the schema itself says of its columns, so that tables to come are filled as well. */
function fillTables(sqlite: Sqlite): void {
  sqlite.pragma('foreign_keys = OFF');
  for (const { name, sql } of listTables(sqlite)) {
    const columns = sqlite.pragma(`table_info("${name}")`) as Column[];
    const references = new Map(
      (sqlite.pragma(`foreign_key_list("${name}")`) as { from: string }[]).map((key) => [key.from, true]),
    );
    for (const row of [1, 2]) {
      const chosen = columns.filter(
        (column) =>
          (column.notnull === 1 && column.dflt_value === null) ||
          column.pk > 0 ||
          (name === 'location' && column.name === 'folder_id'),
      );
      const values = chosen.map((column) => {
        const allowed = new RegExp(`\\b${column.name}\\b[^,]*CHECK \\(${column.name} IN \\('?([^',)]+)`).exec(
          sql,
        )?.[1];
        if (allowed !== undefined) return column.type === 'TEXT' ? allowed : Number(allowed);
        if (references.has(column.name) || column.type !== 'TEXT') return row;
        return column.name.endsWith('sha256') || column.name === 'sha256'
          ? String(row).repeat(64)
          : `${column.name} 内容 ${row}`;
      });
      sqlite
        .prepare(
          `INSERT INTO "${name}" (${chosen.map((c) => `"${c.name}"`).join(', ')}) VALUES (${values.map(() => '?').join(', ')})`,
        )
        .run(...values);
    }
  }
  sqlite
    .prepare("INSERT INTO search_text (rowid, title, body, names) VALUES (1, 'waybill', 'text', '')")
    .run();
  sqlite.pragma('foreign_keys = ON');
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
}

function readTables(sqlite: Sqlite): Map<string, Record<string, unknown>[]> {
  return new Map(
    listTables(sqlite).map(({ name }) => [
      name,
      sqlite.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).all() as Record<string, unknown>[],
    ]),
  );
}

/** Opens it as the program does, and checks that nothing of what was there is lost or changed. */
function openAndCompare(dir: string, before: Map<string, Record<string, unknown>[]>): void {
  const archive = openArchive({ archiveDir: dir, nowMs, migrationsDir: MIGRATIONS_DIR });
  try {
    const { sqlite } = archive;
    expect(sqlite.pragma('user_version', { simple: true })).toBe(NEWEST);
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(sqlite.pragma('foreign_key_check')).toEqual([]);
    const after = readTables(sqlite);
    for (const [table, rows] of before) {
      for (const [index, row] of rows.entries()) expect(after.get(table)?.[index]).toMatchObject(row);
      expect(after.get(table)).toHaveLength(rows.length);
    }
    expect(
      sqlite.prepare("SELECT rowid FROM search_text WHERE search_text MATCH 'waybill'").pluck().all(),
    ).toEqual([1]);
  } finally {
    archive.close();
  }
}

function readOlder(dir: string): Map<string, Record<string, unknown>[]> {
  const sqlite = new Database(join(dir, DATABASE_NAME), { readonly: true });
  try {
    return readTables(sqlite);
  } finally {
    sqlite.close();
  }
}

/** Statements of a migration; those of a trigger belong together. */
function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let current = '';
  for (const piece of sql.replace(/^\s*--.*$/gm, '').split(/(?<=;)/)) {
    current += piece;
    const isOpenTrigger = /CREATE TRIGGER/i.test(current) && !/\bEND\s*;\s*$/i.test(current);
    if (isOpenTrigger || !current.trim().endsWith(';')) continue;
    statements.push(current.trim());
    current = '';
  }
  return statements;
}

it('what has landed has not changed', () => {
  for (const [name, sha256] of Object.entries(LANDED)) {
    const text = readFileSync(join(MIGRATIONS_DIR, name), 'utf8').replaceAll('\r\n', '\n');
    expect(createHash('sha256').update(text).digest('hex'), name).toBe(sha256);
  }
});

describe.each(MIGRATIONS.slice(1).map(({ version, name, sql }) => ({ version, name, sql })))(
  '$name',
  ({ version, sql }) => {
    const older = makeOlder(version - 1);
    const before = readOlder(older);

    it('keeps every value of every table of the version before, and leaves a backup that opens alone', () => {
      expect(Math.min(...[...before.values()].map((rows) => rows.length))).toBe(2);
      const dir = join(base, `whole-${version}`);
      cpSync(older, dir, { recursive: true });
      // What a kill in the middle of that backup left behind.
      mkdirSync(join(dir, 'backups'), { recursive: true });
      writeFileSync(join(dir, 'backups', `before-migration-from-${version - 1}.sqlite.tmp`), 'half');
      openAndCompare(dir, before);
      const kept = new Database(join(dir, 'backups', `before-migration-from-${version - 1}.sqlite`), {
        readonly: true,
      });
      expect(kept.pragma('user_version', { simple: true })).toBe(version - 1);
      expect(readTables(kept)).toEqual(before);
      kept.close();
    });

    it('killed between any two statements, it is done again from its beginning', () => {
      const statements = splitStatements(sql);
      const points = [...new Set([0, 1, 2, 3].map((n) => Math.round((n * statements.length) / 3)))];
      for (const point of points) {
        const dir = join(base, `killed-${version}-${point}`);
        cpSync(older, dir, { recursive: true });
        const script = join(dir, 'part.sql');
        writeFileSync(script, statements.slice(0, point).join('\n'));
        // A cache of one page, so that what is not committed yet stands in the log already when the kill comes.
        const child = spawnSync(
          process.execPath,
          [
            '--input-type=module',
            '-e',
            `import Database from ${JSON.stringify(import.meta.resolve('better-sqlite3'))};
             import { readFileSync } from 'node:fs';
             const sqlite = new Database(${JSON.stringify(join(dir, DATABASE_NAME))});
             sqlite.pragma('cache_size = 1');
             sqlite.pragma('foreign_keys = OFF');
             sqlite.exec('BEGIN IMMEDIATE');
             sqlite.exec(readFileSync(${JSON.stringify(script)}, 'utf8'));
             process.kill(process.pid, 'SIGKILL');
             setTimeout(() => {}, 10_000);`,
          ],
          { encoding: 'utf8' },
        );
        expect(child.signal, child.stderr).toBe('SIGKILL');
        openAndCompare(dir, before);
      }
    });
  },
);

it('from every version at once to the newest', () => {
  for (let version = 1; version < NEWEST; version += 1) {
    const older = makeOlder(version);
    const dir = join(base, `jump-${version}`);
    cpSync(older, dir, { recursive: true });
    openAndCompare(dir, readOlder(older));
  }
});
