// Where are the real third-party files, and which are they?
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const path = process.env['CASEBINDER_CORPUS'] ?? resolve(import.meta.dirname, '../../../shared/corpus');

/** Undefined when this machine has none. */
export const CORPUS_DIR = existsSync(path) ? path : undefined;

/** All files below `dir`, sorted, so that a seed means the same everywhere. */
export function listFiles(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
