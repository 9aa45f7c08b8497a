// The page's bridge: what really goes to the shell, and what never does?
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DesktopBridge } from '../../src/api/http/desktop-bridge.ts';

const sent: unknown[][] = [];
const listeners: ((event: unknown, command: string) => void)[] = [];
let bridge: DesktopBridge;

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (_name: string, api: DesktopBridge) => {
      bridge = api;
    },
  },
  ipcRenderer: {
    invoke: (...message: unknown[]) => {
      sent.push(message);
      return Promise.resolve([]);
    },
    on: (_channel: string, listener: (event: unknown, command: string) => void) => listeners.push(listener),
    removeListener: (_channel: string, listener: (event: unknown, command: string) => void) =>
      listeners.splice(listeners.indexOf(listener), 1),
  },
  webUtils: { getPathForFile: (file: { path?: string }) => file.path ?? '' },
}));

beforeEach(async () => {
  sent.length = 0;
  await import('../../electron/preload.ts');
});

describe('dropped files', () => {
  it('made up by a script give nothing, and nothing is said to the shell', async () => {
    await expect(bridge.grantDropped([new File(['x'], '/etc/passwd')])).resolves.toEqual([]);
    expect(sent).toEqual([]);
  });

  it('from disk become one message with their paths', async () => {
    await bridge.grantDropped([{ path: '/a/发票.pdf' } as unknown as File, new File([], 'b')]);
    expect(sent).toEqual([['casebinder:grant-paths', ['/a/发票.pdf']]]);
  });
});

describe('security 16: links', () => {
  it('open only while the person is acting', async () => {
    vi.stubGlobal('navigator', { userActivation: { isActive: false } });
    await expect(bridge.openLink('https://www.amazon.com/')).resolves.toBe(false);
    expect(sent).toEqual([]);
    vi.stubGlobal('navigator', { userActivation: { isActive: true } });
    await bridge.openLink('https://www.amazon.com/');
    expect(sent).toEqual([['casebinder:open-link', 'https://www.amazon.com/']]);
    vi.unstubAllGlobals();
  });
});

describe('security 5: commands of the menu', () => {
  it('reach the page without the event object, only from the closed list, until it stops listening', () => {
    const heard: unknown[][] = [];
    const stop = bridge.onCommand((...command) => heard.push(command));
    for (const listener of listeners) {
      listener({ sender: 'a way into the shell' }, 'search');
      listener({}, 'format-disk');
    }
    expect(heard).toEqual([['search']]);
    stop();
    expect(listeners).toEqual([]);
  });
});
