// The shell's policy in force: what a page, a session and a message really meet, with Electron's objects replaced by recorders.
import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CHANNELS } from '../../electron/channels.ts';
import { readPermissionNames } from './permission-names.ts';

type Handler = (event: unknown, argument: unknown) => Promise<unknown>;

const electron = vi.hoisted(() => ({
  app: undefined as unknown as EventEmitter & { isPackaged: boolean },
  handlers: new Map<string, Handler>(),
  removedSwitches: [] as string[],
  steps: [] as string[],
  shell: { openExternal: vi.fn(), openPath: vi.fn(), showItemInFolder: vi.fn() },
  path: '/evidence/invoice.pdf' as string | null,
}));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  electron.app = Object.assign(new Emitter(), {
    isPackaged: true,
    enableSandbox: () => electron.steps.push('sandbox'),
    commandLine: { removeSwitch: (name: string) => electron.removedSwitches.push(name) },
  });
  return {
    app: electron.app,
    ipcMain: { handle: (channel: string, handler: Handler) => electron.handlers.set(channel, handler) },
    shell: electron.shell,
    dialog: {
      showOpenDialog: async () => ({ canceled: false, filePaths: ['/evidence'] }),
    },
    BrowserWindow: { fromWebContents: () => null },
  };
});
const asked = vi.hoisted(() => ({ grants: [] as unknown[][], located: [] as unknown[][] }));
vi.mock('../../electron/shell-calls.ts', () => ({
  requestGrants: async (...request: unknown[]) => {
    asked.grants.push(request.slice(1));
    return [{ grant: 'g', fileName: 'x', kind: 'file' }];
  },
  locate: async (...request: unknown[]) => {
    asked.located.push(request.slice(1));
    return electron.path;
  },
}));

const log: string[] = [];
beforeAll(async () => {
  const { installSecurity } = await import('../../electron/security-install.ts');
  const { installPageRequests } = await import('../../electron/page-requests.ts');
  installSecurity((line) => log.push(line));
  installPageRequests({
    engine: { readState: async () => ({ kind: 'running', socketPath: '', secret: '' }) } as never,
    readLanguage: () => 'en',
    log: (line) => log.push(line),
  });
});
beforeEach(() => {
  log.length = 0;
  asked.grants.length = 0;
  asked.located.length = 0;
  for (const spy of Object.values(electron.shell)) spy.mockReset();
  electron.path = '/evidence/invoice.pdf';
});

function makeSession() {
  const set: Record<string, (...values: unknown[]) => unknown> = {};
  let beforeRequest: (details: { url: string }, callback: (answer: unknown) => void) => void = () =>
    undefined;
  const session = new Proxy(
    {
      webRequest: {
        onBeforeRequest: (listener: typeof beforeRequest) => {
          beforeRequest = listener;
        },
      },
    } as Record<string, unknown>,
    {
      get: (target, name: string) =>
        target[name] ??
        ((value: (...values: unknown[]) => unknown) => {
          set[name] = value;
        }),
    },
  );
  electron.app.emit('session-created', session as unknown as Session);
  return {
    set,
    isStopped: (url: string) => {
      let answer: unknown;
      beforeRequest({ url }, (given) => {
        answer = given;
      });
      return (answer as { cancel: boolean }).cancel;
    },
  };
}

function makeContents() {
  let openHandler: (details: { url: string }) => unknown = () => undefined;
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof openHandler) => {
      openHandler = handler;
    },
    closeDevTools: vi.fn(),
  });
  electron.app.emit('web-contents-created', {}, contents as unknown as WebContents);
  const isPrevented = (event: string, url: string): boolean => {
    const preventDefault = vi.fn();
    contents.emit(event, { url, preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  return { contents, isPrevented, open: (url: string) => openHandler({ url }) };
}

describe('security 3, 22, 33: at the start of a packaged app', () => {
  it('the sandbox is on, and the switches by which another program would drive the page are gone', () => {
    expect(electron.steps).toEqual(['sandbox']);
    expect(electron.removedSwitches).toEqual(
      expect.arrayContaining(['remote-debugging-port', 'remote-debugging-pipe', 'js-flags']),
    );
  });

  it('developer tools that open all the same are closed', () => {
    const { contents } = makeContents();
    contents.emit('devtools-opened');
    expect(contents.closeDevTools).toHaveBeenCalledTimes(1);
  });
});

describe('security 14, 15, 18: every page that comes to be', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s leads nowhere else', (event) => {
    const { isPrevented } = makeContents();
    expect(isPrevented(event, 'app://app/cases/1')).toBe(false);
    for (const url of [
      'https://example.com/',
      'app://app.evil/',
      'file:///etc/passwd',
      'javascript:1',
      'data:text/html,x',
    ])
      expect(isPrevented(event, url), url).toBe(true);
    expect(log.length).toBeGreaterThan(0);
  });

  it('opens no window, whatever the address', () => {
    const { open } = makeContents();
    for (const url of ['app://app/', 'https://sellercentral.amazon.com/', 'about:blank'])
      expect(open(url)).toEqual({ action: 'deny' });
  });

  it('attaches no webview', () => {
    expect(makeContents().isPrevented('will-attach-webview', 'app://app/')).toBe(true);
  });
});

describe('security 12, 19, 20: every session that comes to be', () => {
  it('grants two permissions to our page, whichever way they are asked for, and no other', () => {
    const { set } = makeSession();
    for (const name of readPermissionNames()) {
      const isWanted = name === 'clipboard-sanitized-write' || name === 'fullscreen';
      for (const [origin, isOurs] of [
        ['app://app/', true],
        ['https://evil.example/', false],
      ] as const) {
        let granted: unknown;
        set['setPermissionRequestHandler']?.(
          {},
          name,
          (answer: unknown) => {
            granted = answer;
          },
          {
            requestingUrl: origin,
          },
        );
        expect(granted, `${name} asked by ${origin}`).toBe(isWanted && isOurs);
        expect(set['setPermissionCheckHandler']?.({}, name, origin), `${name} checked for ${origin}`).toBe(
          isWanted && isOurs,
        );
      }
    }
  });

  it('hands out no device and no picture of the screen', () => {
    const { set } = makeSession();
    expect(set['setDevicePermissionHandler']?.({ deviceType: 'hid' })).toBe(false);
    let streams: unknown = 'unanswered';
    set['setDisplayMediaRequestHandler']?.({}, (answer: unknown) => {
      streams = answer;
    });
    expect(streams).toBeNull();
  });

  it('lets no request out', () => {
    const { isStopped } = makeSession();
    expect(isStopped('app://app/api/trpc/x')).toBe(false);
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1:80/',
      'ws://localhost/',
      'file:///etc/passwd',
    ])
      expect(isStopped(url), url).toBe(true);
  });
});

describe('security 24: messages', () => {
  const page = { origin: 'app://app', parent: null, detached: false };
  const say = (channel: string, argument: unknown, senderFrame: unknown = page) =>
    (electron.handlers.get(channel) as Handler)({ senderFrame, sender: {} }, argument);

  it('every channel is answered, and only for the main frame of our page: others are dropped and logged', async () => {
    expect([...electron.handlers.keys()].sort()).toEqual(Object.values(CHANNELS).sort());
    const strangers = [
      null,
      { ...page, parent: {} },
      { ...page, detached: true },
      { ...page, origin: 'https://evil.example' },
    ];
    for (const channel of Object.values(CHANNELS))
      for (const stranger of strangers) await expect(say(channel, 'x', stranger)).rejects.toThrow('Refused');
    expect(log).toHaveLength(Object.values(CHANNELS).length * strangers.length);
    expect([asked.grants, asked.located]).toEqual([[], []]);
    for (const spy of Object.values(electron.shell)) expect(spy).not.toHaveBeenCalled();
  });

  it('security 16: only allowed links are handed to the system', async () => {
    for (const url of [
      'ms-msdt:/id x',
      'smb://server/share',
      'file:///etc/passwd',
      'search-ms:query=x',
      'http://amazon.com/',
      7,
      null,
    ])
      expect(await say(CHANNELS.openLink, url)).toBe(false);
    expect(electron.shell.openExternal).not.toHaveBeenCalled();
    expect(await say(CHANNELS.openLink, 'https://sellercentral.amazon.com/')).toBe(true);
    expect(electron.shell.openExternal.mock.calls).toEqual([['https://sellercentral.amazon.com/']]);
  });

  it('security 17: what could run as a program is only shown in its folder', async () => {
    electron.shell.openPath.mockResolvedValue('');
    expect(await say(CHANNELS.openDocument, '1')).toBe('opened');
    for (const path of [
      '/evidence/invoice.pdf.exe',
      '/evidence/invoice.lnk',
      '/evidence/invoice\u202efdp.exe',
      '/evidence/run.sh',
    ]) {
      electron.path = path;
      expect(await say(CHANNELS.openDocument, '1'), path).toBe('revealed');
      expect(electron.shell.showItemInFolder).toHaveBeenLastCalledWith(path);
    }
    expect(electron.shell.openPath.mock.calls).toEqual([['/evidence/invoice.pdf']]);
    electron.path = null;
    expect(await say(CHANNELS.openDocument, '1')).toBe('missing');
  });

  it('security 27: the page names documents by id, never by path', async () => {
    for (const channel of [CHANNELS.openDocument, CHANNELS.revealDocument, CHANNELS.revealPack])
      for (const id of [
        '../../etc/passwd',
        '/etc/passwd',
        'C:\\x',
        '',
        'a'.repeat(200),
        { path: '/x' },
        null,
      ])
        await expect(say(channel, id)).rejects.toThrow();
    expect(asked.located).toEqual([]);
    for (const paths of ['/etc', [], [''], [{ path: '/x' }], Array.from({ length: 10_001 }, () => '/x')])
      await expect(say(CHANNELS.grantPaths, paths)).rejects.toThrow();
    expect(asked.grants).toEqual([]);
    expect(await say(CHANNELS.pickFolder, undefined)).toEqual({ grant: 'g', fileName: 'x', kind: 'file' });
    expect(asked.grants).toEqual([[['/evidence'], 'picked']]);
  });
});
