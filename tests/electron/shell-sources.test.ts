// Rules that are about the shell's sources: who constructs windows, who listens to pages, what the preload holds.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { BRIDGE_KEYS, CHANNELS } from '../../electron/channels.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SHELL = join(ROOT, 'electron');

const sources = readdirSync(SHELL)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, code: stripComments(readFileSync(join(SHELL, name), 'utf8')) }));

function filesThat(use: RegExp): string[] {
  return sources.filter(({ code }) => use.test(code)).map(({ name }) => name);
}

function stripComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/[^\n]*/g, '$1');
}

describe('the check itself', () => {
  it('reads the shell', () => expect(sources.length).toBeGreaterThan(20));
});

describe('security 1: windows', () => {
  it('are constructed in windows.ts only', () => {
    expect(filesThat(/new\s+(BrowserWindow|BaseWindow|WebContentsView|BrowserView)\b/)).toEqual([
      'windows.ts',
    ]);
  });

  it('get the tested preferences', () => {
    const windows = sources.find(({ name }) => name === 'windows.ts')?.code ?? '';
    expect(windows).toMatch(/webPreferences: \{\s*\.\.\.WINDOW_PREFERENCES,\s*preload/);
  });
});

describe('security 3: the sandbox', () => {
  it('is switched on for the whole app before it is ready', () => {
    const main = sources.find(({ name }) => name === 'main.ts')?.code ?? '';
    expect(filesThat(/app\.enableSandbox\(\)/)).toEqual(['security-install.ts']);
    expect(main.indexOf('installSecurity(')).toBeGreaterThan(0);
    expect(main.indexOf('installSecurity(')).toBeLessThan(main.indexOf('whenReady'));
  });
});

describe('security 7: file pages', () => {
  it('are never loaded', () => {
    expect(filesThat(/loadFile\(|['"`]file:\/\//)).toEqual([]);
    expect(filesThat(/registerFileProtocol|interceptFileProtocol/)).toEqual([]);
  });
});

describe('security 15, 18, 19, 20: every page and session', () => {
  const install = sources.find(({ name }) => name === 'security-install.ts')?.code ?? '';
  it.each([
    /setWindowOpenHandler\(\(\) => \(\{ action: 'deny' \}\)\)/,
    /on\('will-attach-webview', \(event\) => event\.preventDefault\(\)\)/,
    /on\('will-navigate', refuseForeign\)/,
    /on\('will-frame-navigate', refuseForeign\)/,
    /on\('will-redirect', refuseForeign\)/,
    /on\('session-created', \(session\) => hardenSession/,
    /setPermissionRequestHandler\(/,
    /setPermissionCheckHandler\(/,
    /setDevicePermissionHandler\(\(\) => false\)/,
    /setDisplayMediaRequestHandler\(\(_request, callback\) => callback\(null\)\)/,
  ])('has %s', (rule) => expect(install).toMatch(rule));
});

describe('security 16, 17: handing things to the system', () => {
  it('happens in one place, behind the policy', () => {
    expect(filesThat(/shell\.openExternal\(/)).toEqual(['page-requests.ts']);
    expect(filesThat(/shell\.openPath\(/)).toEqual(['page-requests.ts']);
    const code = sources.find(({ name }) => name === 'page-requests.ts')?.code ?? '';
    expect(code).toMatch(/!isLinkAllowed\(url\)\) return false;\s*await shell\.openExternal\(url\)/);
    expect(code).toMatch(/isOpenable\(path\) && \(await shell\.openPath\(path\)\)/);
  });
});

describe('security 23: messages', () => {
  it('are received in security-install.ts only', () => {
    expect(filesThat(/\bipcMain\b/)).toEqual(['security-install.ts']);
  });

  it('are answered on every channel', () => {
    const code = sources.find(({ name }) => name === 'page-requests.ts')?.code ?? '';
    for (const name of Object.keys(CHANNELS)) expect(code).toContain(`CHANNELS.${name}`);
  });
});

describe('security 41: one instance', () => {
  it('asks for the lock before anything else, and reads no argument of a second start', () => {
    const main = sources.find(({ name }) => name === 'main.ts')?.code ?? '';
    expect(main.indexOf('requestSingleInstanceLock()')).toBeLessThan(main.indexOf('installSecurity('));
    expect(main).toMatch(/app\.on\('second-instance', showWindow\)/);
    expect(main).toMatch(/function showWindow\(\): void/);
  });
});

describe('security 31, 38: processes and secrets', () => {
  it('no child_process, no synchronous secret storage', () => {
    expect(filesThat(/child_process|worker_threads/)).toEqual([]);
    expect(filesThat(/\b(isEncryptionAvailable|encryptString|decryptString)\b/)).toEqual([]);
    expect(filesThat(/utilityProcess\.fork\(/)).toEqual(['fork-engine.ts']);
  });
});

describe('security 25, 38, 39, 40, 43: what the shell does without', () => {
  const product = [SHELL, join(ROOT, 'src')]
    .flatMap((dir) => readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => join(dir, name)))
    .filter((path) => /\.(?:ts|tsx|mjs)$/.test(path))
    .map((path) => ({ name: path.slice(ROOT.length + 1), code: stripComments(readFileSync(path, 'utf8')) }));
  const productThat = (use: RegExp): string[] =>
    product.filter(({ code }) => use.test(code)).map(({ name }) => name);

  it('reads shell and product', () => expect(product.length).toBeGreaterThan(400));

  it('no port is ever handed to a page: it speaks in requests of its own scheme only', () => {
    expect(productThat(/MessageChannelMain|MessagePortMain|\bports\b.*postMessage/)).toEqual([]);
  });

  it('no secret is kept, so none needs the keyring of the system', () => {
    expect(productThat(/safeStorage|keytar/)).toEqual([]);
  });

  it('no crash report is made, let alone sent', () => {
    expect(productThat(/crashReporter|process\.report\b|--report-/)).toEqual([]);
  });

  it('security 31: nothing forks a Node of its own', () => {
    expect(productThat(/\bfork\(/)).toEqual([
      join('electron', 'engine-process.ts'),
      join('electron', 'fork-engine.ts'),
    ]);
  });

  it('security 42: the page keeps nothing in the browser but an unsaved text of the open window', () => {
    expect(productThat(/localStorage|indexedDB|document\.cookie|\bcaches\.|serviceWorker/)).toEqual([]);
    expect(productThat(/sessionStorage/)).toEqual([
      join('src', 'ui', 'features', 'case', 'statement-draft.ts'),
    ]);
  });
});

describe('security 5, 6: the built preload', () => {
  it('requires electron and nothing else, and exposes exactly the documented keys', async () => {
    const result = await build({
      root: ROOT,
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        ssr: true,
        rolldownOptions: {
          input: join(SHELL, 'preload.ts'),
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: 'preload.cjs' },
        },
      },
      ssr: { noExternal: true },
    });
    const output = 'output' in result ? result.output : [];
    const code = output[0] !== undefined && 'code' in output[0] ? output[0].code : '';
    expect([...code.matchAll(/\brequire\(([^)]*)\)/g)].map((match) => match[1])).toEqual(['"electron"']);

    const exposed: [string, object][] = [];
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, api: object) => exposed.push([name, api]) },
      ipcRenderer: {},
      webUtils: {},
    };
    new Function('require', 'module', 'exports', code)(() => electron, { exports: {} }, {});
    expect(exposed).toHaveLength(1);
    const [name, api] = exposed[0] as [string, object];
    expect(name).toBe('casebinder');
    expect(Object.keys(api).sort()).toEqual([...BRIDGE_KEYS].sort());
    expect(Object.keys(api)).not.toEqual(expect.arrayContaining(['send']));
    for (const key of ['send', 'invoke', 'on', 'sendSync', 'postMessage'])
      expect(Object.keys(api)).not.toContain(key);
    expect(Object.values(api).every((value) => typeof value === 'function')).toBe(true);
  });
});
