// An old Word file whose sector chain runs in a circle once filled all memory and ended the program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hasEndlessChain } from '../../src/engine/readers/ole-chains.ts';
import { CORPUS_DIR, listFiles } from './corpus-dir.ts';

it.skipIf(CORPUS_DIR === undefined)('real files have none; one link bent back is found', () => {
  const files = listFiles(join(CORPUS_DIR ?? '', 'office-doc')).filter((path) => path.endsWith('.doc'));
  for (const path of files) {
    const bytes = readFileSync(path);
    expect(hasEndlessChain(bytes), path).toBe(false);
    if (bytes.readUInt32LE(0) !== 0xe011cfd0) continue;
    const fatAt = (bytes.readUInt32LE(76) + 1) * 2 ** bytes.readUInt16LE(30);
    bytes.writeUInt32LE(0, fatAt);
    expect(hasEndlessChain(bytes), path).toBe(true);
  }
});
