// Is a folder, byte for byte and name for name, what it was?
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

/** One SHA-256 over all names, types, times and contents below `dir`. */
export function hashTree(dir: string): string {
  const hash = createHash('sha256');
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of entries) {
    const look = lstatSync(path);
    hash.update(`${relative(dir, path)}\0${look.mode}\0${look.isFile() ? look.mtimeMs : ''}\0`);
    if (look.isSymbolicLink()) hash.update(readlinkSync(path));
    else if (look.isFile()) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}
