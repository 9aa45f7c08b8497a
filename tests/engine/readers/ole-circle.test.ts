// An old Office file whose directory runs in a circle is named as damaged; it once filled the memory of the whole process.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_READ_LIMITS } from '../../../src/domain/reading.ts';
import { hasEndlessChain } from '../../../src/engine/readers/ole-chains.ts';
import { readFile } from '../../../src/engine/readers/read-file.ts';
import { PROJECT_DIR } from '../../support/temporary-archive.ts';

const corpus = process.env['CASEBINDER_CORPUS'] ?? join(PROJECT_DIR, '..', 'shared', 'corpus');
const source = join(corpus, 'office-doc', 'testWORD.doc');

test.skipIf(!existsSync(source))(
  'a directory circle is found, and the sound file is still read',
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'casebinder-ole-'));
    try {
      const bytes = readFileSync(source);
      expect(hasEndlessChain(bytes)).toBe(false);
      const directoryAt = (bytes.readUInt32LE(48) + 1) * 512;
      // The root's child becomes the root itself.
      bytes.writeUInt32LE(0, directoryAt + 76);
      expect(hasEndlessChain(bytes)).toBe(true);
      const path = join(dir, 'circle.doc');
      writeFileSync(path, bytes);
      const read = (file: string) =>
        readFile({ path: file, fileName: 'circle.doc', scratchDir: dir, limits: DEFAULT_READ_LIMITS });
      expect((await read(path)).problems.map((p) => p.code)).toEqual(['DAMAGED']);
      const sound = await read(source);
      expect(sound.problems).toEqual([]);
      expect(sound.pages[0]?.text).toContain('Sample Word Document');
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
);
