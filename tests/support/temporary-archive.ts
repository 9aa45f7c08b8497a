// An opened archive in a temporary folder, for tests that need the real database.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Archive, openArchive } from '../../src/engine/store/open-archive.ts';

export const PROJECT_DIR = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const MIGRATIONS_DIR = join(PROJECT_DIR, 'migrations');

export interface TemporaryArchive {
  readonly archive: Archive;
  readonly dir: string;
  remove(): void;
}

export function openTemporaryArchive(nowMs = () => Date.UTC(2026, 10, 22)): TemporaryArchive {
  const dir = mkdtempSync(join(tmpdir(), 'casebinder-test-'));
  const archive = openArchive({ archiveDir: join(dir, 'archive'), nowMs, migrationsDir: MIGRATIONS_DIR });
  return {
    archive,
    dir,
    remove() {
      archive.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
