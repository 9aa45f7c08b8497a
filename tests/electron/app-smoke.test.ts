// The real Electron app, wherever its program file is: window, isolation, policy, no network.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BRIDGE_KEYS } from '../../electron/channels.ts';
import { type BuiltApp, buildApp } from './built-app.ts';

/** Looks for the file only: asking the package would try a download. */
function findElectron(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : null;
}

const program = findElectron();
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const reason =
  program === null ? "Electron's program file is not installed" : hasDisplay ? null : 'no display';
if (reason !== null) console.warn(`SKIPPED: the Electron smoke test did not run, because ${reason}`);

describe.skipIf(reason !== null)('the desktop app', () => {
  let built: BuiltApp;
  let dir: string;
  let app: ElectronApplication;
  let page: Page;
  const violations: string[] = [];

  beforeAll(async () => {
    if (program === null) return;
    built = buildApp('test-smoke', true);
    dir = mkdtempSync(join(tmpdir(), 'cb-smoke-'));
    app = await _electron.launch({
      executablePath: program,
      args: [join(built.dir, 'main', 'main.js'), `--user-data-dir=${join(dir, 'profile')}`],
      env: { ...(process.env as Record<string, string>), CASEBINDER_ARCHIVE: join(dir, 'archive') },
    });
    page = await app.firstWindow();
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) violations.push(message.text());
    });
    await page.waitForLoadState('load');
  }, 90_000);
  afterAll(async () => {
    await app?.close();
    built?.remove();
    if (dir !== undefined) rmSync(dir, { recursive: true, force: true });
  });

  it('security 7: shows the app from its own scheme', () => {
    expect(page.url()).toMatch(/^app:\/\/app\//);
  });

  it('security 4: the page has nothing of Node', async () => {
    expect(await page.evaluate('[typeof require, typeof process, typeof module]')).toEqual([
      'undefined',
      'undefined',
      'undefined',
    ]);
  });

  it('security 5: one property, exactly the documented keys', async () => {
    const keys = (await page.evaluate('Object.keys(window.casebinder)')) as string[];
    expect(keys.sort()).toEqual([...BRIDGE_KEYS].sort());
  });

  it('talks to the engine through the forwarded scheme', async () => {
    const status = await page.evaluate("fetch('/api/trpc/archive.info').then((answer) => answer.status)");
    expect(status).toBe(200);
  });

  it('security 14: does not navigate away', async () => {
    await page.evaluate("location.href = 'https://example.com/'").catch(() => undefined);
    await page.waitForTimeout(300);
    expect(page.url()).toMatch(/^app:\/\/app\//);
  });

  it('security 27: the shell addresses are closed to the page', async () => {
    expect(await page.evaluate("fetch('/api/shell/documents/1').then((answer) => answer.status)")).toBe(403);
  });

  it('security 10: starts without a single policy violation', () => {
    expect(violations).toEqual([]);
  });
});
