// Writes the files of the bench in a process of its own, so that what drawing them takes is not counted as indexing: prints what they hold as JSON.
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { generateArchiveFiles } from '../../src/engine/sample/generate-archive.ts';

const [dir = '', files = '0'] = process.argv.slice(2);
const generated = await generateArchiveFiles({ dir, files: Number(files), seed: 20261122 });
// A folder that has lain there for a while: fresh files would first prove that nobody is still writing them.
const yesterday = Date.now() / 1000 - 86_400;
for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
  if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), yesterday, yesterday);
}
process.stdout.write(JSON.stringify(generated.map(({ kind, ids }) => ({ kind, ids }))));
