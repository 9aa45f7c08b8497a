// Does verification judge the bags of the BagIt conformance suite as its authors do?
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyPack } from '../../../src/engine/packs/verify-pack.ts';
import { CORPUS, hasCorpus } from './sample-plan.ts';

describe.skipIf(!hasCorpus())('bags of the BagIt conformance suite', () => {
  const names = () => readdirSync(join(CORPUS, 'bagit')).filter((name) => name.endsWith('.zip'));
  it.each(hasCorpus() ? names() : [])('%s', async (name) => {
    const label = JSON.parse(readFileSync(join(CORPUS, 'labels/bagit', `${name}.json`), 'utf8')) as {
      expected: string;
    };
    const result = await verifyPack(join(CORPUS, 'bagit', name));
    if (label.expected.startsWith('invalid')) expect(result.ok).toBe(false);
    else {
      expect(result.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
      expect(result.checked).toBeGreaterThan(0);
      if (label.expected.includes('warning')) expect(result.problems.length).toBeGreaterThan(0);
    }
  });
});
