// How much does a browser load before the first screen, and does the rest really come on demand?
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureUiBuilt } from '../../../src/api/http/ui-assets.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** Issue 3: initial JavaScript, gzip. */
const LIMIT_BYTES = 400_000;

let uiDir: string;
beforeAll(async () => {
  uiDir = await ensureUiBuilt(ROOT, () => undefined);
}, 120_000);

/** The scripts of the page and everything they import before they run. */
function listInitialScripts(): string[] {
  const html = readFileSync(join(uiDir, 'index.html'), 'utf8');
  const waiting = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '');
  const seen = new Set<string>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const code = readFileSync(join(uiDir, path), 'utf8');
    // "import … from './x.js'" and "import './x.js'", but not "import('./x.js')".
    for (const match of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
      const imported = join(dirname(path), match[1] ?? '');
      if (existsSync(join(uiDir, imported))) waiting.push(imported);
    }
  }
  return [...seen];
}

describe('the page', () => {
  it(`loads at most ${LIMIT_BYTES / 1000} kB of JavaScript before its first screen`, () => {
    const scripts = listInitialScripts();
    expect(scripts.length).toBeGreaterThan(0);
    const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(uiDir, path))).length, 0);
    console.log(`initial JavaScript: ${Math.round(bytes / 1000)} kB gzip in ${scripts.length} files`);
    expect(bytes).toBeLessThanOrEqual(LIMIT_BYTES);
    expect(bytes).toBeGreaterThan(50_000); // else the page is not what was measured
  });

  it('leaves the PDF reader to the documents that need it', () => {
    expect(listInitialScripts().filter((path) => /pdf/i.test(path))).toEqual([]);
  });
});
