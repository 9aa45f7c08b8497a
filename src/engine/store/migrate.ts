// How does an archive get from the version it has to the version this program needs, without losing a row?
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CasebinderError } from '../../domain/errors.ts';
import type { Sqlite } from './open-archive.ts';

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

export interface MigrateOptions {
  readonly migrationsDir: string;
  readonly backupsDir: string;
  readonly nowMs: () => number;
  /** Stop after this version; tests use it to build an older archive. */
  readonly untilVersion?: number;
}

/**
 * Applies what is missing, one transaction per file: backup first (when there is data), foreign keys off outside the
 * transaction, foreign-key check inside, checksum of each file kept and compared. drizzle's own migrator is not used
 * because it empties child tables when it rebuilds a parent (docs/decisions/0003-migrations.md).
 * @throws CasebinderError ARCHIVE_FROM_FUTURE, MIGRATION_CHANGED
 */
export function migrate(sqlite: Sqlite, options: MigrateOptions): { from: number; to: number } {
  const migrations = readMigrations(options.migrationsDir);
  const from = sqlite.pragma('user_version', { simple: true }) as number;
  const newest = migrations.at(-1)?.version ?? 0;
  if (from > newest) {
    throw new CasebinderError('ARCHIVE_FROM_FUTURE', { found: from, supported: newest });
  }
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at_ms INTEGER NOT NULL) STRICT',
  );
  refuseChanged(sqlite, migrations);
  const pending = migrations.filter((m) => m.version > from && m.version <= (options.untilVersion ?? newest));
  if (pending.length > 0 && from > 0) backUpBefore(sqlite, options, from);
  for (const migration of pending) applyMigration(sqlite, migration, options.nowMs());
  return { from, to: pending.at(-1)?.version ?? from };
}

/** The migration files in order. Numbers must be gapless, so that a missing file is noticed. */
export function readMigrations(migrationsDir: string): Migration[] {
  return readdirSync(migrationsDir)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map((name, index) => {
      const version = Number(name.slice(0, 4));
      if (version !== index + 1) throw new Error(`migration ${name} breaks the sequence`);
      // Checksums must not depend on how a checkout ends its lines.
      const sql = readFileSync(join(migrationsDir, name), 'utf8').replaceAll('\r\n', '\n');
      return { version, name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

function refuseChanged(sqlite: Sqlite, migrations: readonly Migration[]): void {
  const applied = sqlite.prepare('SELECT version, name, sha256 FROM migration').all() as {
    version: number;
    name: string;
    sha256: string;
  }[];
  for (const row of applied) {
    const known = migrations.find((m) => m.version === row.version);
    if (known === undefined || known.sha256 !== row.sha256) {
      throw new CasebinderError('MIGRATION_CHANGED', { name: row.name });
    }
  }
}

function backUpBefore(sqlite: Sqlite, options: MigrateOptions, from: number): void {
  mkdirSync(options.backupsDir, { recursive: true, mode: 0o700 });
  const target = join(options.backupsDir, `before-migration-from-${from}.sqlite`);
  if (existsSync(target)) return;
  // Under another name until it is whole: a kill in the middle must not leave half a backup that looks like one.
  const temp = `${target}.tmp`;
  rmSync(temp, { force: true });
  sqlite.prepare('VACUUM INTO ?').run(temp);
  chmodSync(temp, 0o600);
  renameSync(temp, target);
}

function applyMigration(sqlite: Sqlite, migration: Migration, nowMs: number): void {
  // Inside a transaction this pragma would do nothing, and rebuilding a parent table would trip over its children.
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite.exec('BEGIN IMMEDIATE');
    try {
      sqlite.exec(migration.sql);
      const broken = sqlite.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0)
        throw new Error(`migration ${migration.name} leaves ${broken.length} broken references`);
      sqlite
        .prepare('INSERT INTO migration (version, name, sha256, applied_at_ms) VALUES (?, ?, ?, ?)')
        .run(migration.version, migration.name, migration.sha256, nowMs);
      sqlite.pragma(`user_version = ${migration.version}`);
      sqlite.exec('COMMIT');
    } catch (error) {
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
      throw error;
    }
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}
