// The user interface of a source checkout: built when missing, rebuilt when its sources changed, else left alone?
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureUiBuilt, fingerprintUiSources } from '../../../src/api/http/ui-assets.ts';
import { fillNonce, NONCE_PLACEHOLDER } from '../../../src/api/http/ui-files.ts';

let root: string;
const log: string[] = [];
const build = () => ensureUiBuilt(root, (line) => log.push(line));

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'cb-ui-'));
  const ui = join(root, 'src', 'ui');
  mkdirSync(ui, { recursive: true });
  writeFileSync(
    join(ui, 'index.html'),
    '<!doctype html><html><head><title>t</title></head><body><script type="module" src="./main.ts"></script></body></html>',
  );
  writeFileSync(join(ui, 'tiny.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(ui, 'style.css'), 'body { background: url(./tiny.svg) }');
  writeFileSync(
    join(ui, 'main.ts'),
    "import './style.css';\nconst word: string = 'first';\ndocument.title = word;\n",
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const readBuilt = (dir: string, extension: string) =>
  readdirSync(join(dir, 'assets'))
    .filter((name) => name.endsWith(extension))
    .map((name) => readFileSync(join(dir, 'assets', name), 'utf8'))
    .join('\n');

describe('the build', () => {
  it('is made when it is missing, fits the policy, and is not made twice', { timeout: 60_000 }, async () => {
    const dir = await build();
    expect(readBuilt(dir, '.js')).toContain('first');
    const html = readFileSync(join(dir, 'index.html'), 'utf8');
    expect(html).toContain(NONCE_PLACEHOLDER);
    const served = fillNonce(html, 'N');
    expect(served).not.toContain(NONCE_PLACEHOLDER);
    expect(served).toMatch(/<meta property="csp-nonce" nonce="N"/);
    expect(served).not.toMatch(/<script(?![^>]*\bsrc=)/); // an inline script would be refused
    expect(readBuilt(dir, '.css')).not.toContain('data:'); // so would a data: picture
    log.length = 0;
    await build();
    expect(log).toEqual([]);
  });

  it('follows a change of the sources', { timeout: 60_000 }, async () => {
    const before = fingerprintUiSources(root);
    writeFileSync(join(root, 'src', 'ui', 'main.ts'), "document.title = 'second';\n");
    expect(fingerprintUiSources(root)).not.toBe(before);
    expect(readBuilt(await build(), '.js')).toContain('second');
  });

  it('leaves the one that open pages come from as it is', { timeout: 60_000 }, async () => {
    const open = await build();
    const page = readFileSync(join(open, 'index.html'), 'utf8');
    writeFileSync(join(root, 'src', 'ui', 'main.ts'), "document.title = 'third';\n");
    const [one, other] = await Promise.all([build(), build()]); // two servers that start at once
    expect(one).not.toBe(open);
    expect(other).toBe(one);
    expect(readFileSync(join(open, 'index.html'), 'utf8')).toBe(page);
    expect(readBuilt(open, '.js')).toContain('second');
    expect(readdirSync(join(root, 'out', 'pages')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('that fails says why and keeps the old one', { timeout: 60_000 }, async () => {
    writeFileSync(join(root, 'src', 'ui', 'main.ts'), "import './nowhere.ts';\n");
    const kept = readdirSync(join(root, 'out', 'pages')).sort();
    expect(kept).toHaveLength(3);
    await expect(build()).rejects.toThrow(/nowhere/);
    expect(readdirSync(join(root, 'out', 'pages')).sort()).toEqual(kept);
  });

  it('comes as it is in an installed app without sources', async () => {
    const installed = join(root, 'installed');
    await expect(ensureUiBuilt(installed, () => undefined)).rejects.toThrow(/neither built/);
    const [any = ''] = readdirSync(join(root, 'out', 'pages'));
    cpSync(join(root, 'out', 'pages', any), join(installed, 'out', 'renderer'), { recursive: true });
    await expect(ensureUiBuilt(installed, () => undefined)).resolves.toBe(join(installed, 'out', 'renderer'));
  });
});
