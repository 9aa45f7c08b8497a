// The engine's process: restarted within a budget, never in a loop, stopped cleanly, explained when it fails?
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { answerAppRequest } from '../../electron/app-requests.ts';
import type { EngineMessage, ShellMessage } from '../../electron/engine-messages.ts';
import { type EngineChild, EngineProcess } from '../../electron/engine-process.ts';
import { createPrivateSocket } from '../../electron/private-socket.ts';
import { createRestartBudget } from '../../electron/restart-budget.ts';

class FakeChild implements EngineChild {
  readonly received: ShellMessage[] = [];
  readonly #exits: ((code: number) => void)[] = [];
  readonly #listeners: ((message: EngineMessage) => void)[] = [];
  isKilled = false;
  postMessage(message: ShellMessage): void {
    this.received.push(message);
  }
  onMessage(listener: (message: EngineMessage) => void): void {
    this.#listeners.push(listener);
  }
  onExit(listener: (code: number) => void): void {
    this.#exits.push(listener);
  }
  kill(): void {
    this.isKilled = true;
  }
  say(message: EngineMessage): void {
    for (const listener of this.#listeners) listener(message);
  }
  exit(code: number): void {
    for (const listener of this.#exits) listener(code);
  }
}

const socketDir = mkdtempSync(join(tmpdir(), 'cb-ep-'));
afterAll(() => rmSync(socketDir, { recursive: true, force: true }));

function startEngine(delaysMs: readonly number[] = [1, 1, 1]) {
  const children: FakeChild[] = [];
  const clock = { nowMs: 0 };
  const log: string[] = [];
  const engine = new EngineProcess({
    fork: () => {
      const child = new FakeChild();
      children.push(child);
      return child;
    },
    openSocket: () => createPrivateSocket(socketDir),
    buildStart: ({ path, secret }) => ({
      kind: 'start',
      uiDir: '/ui',
      socketPath: path,
      secret,
      systemLanguage: 'en',
    }),
    budget: createRestartBudget(delaysMs),
    onMessage: () => undefined,
    log: (message) => log.push(message),
    readNowMs: () => clock.nowMs,
  });
  engine.start();
  return { engine, children, clock, log };
}

const pageOf = (engine: EngineProcess, path: string, method = 'GET') =>
  answerAppRequest(new Request(`app://app${path}`, { method }), {
    engine,
    readLanguage: () => 'en',
    logDir: '/logs',
    log: () => undefined,
  });

describe('a running engine', () => {
  it('is told its own socket and secret for each run', async () => {
    const { engine, children } = startEngine();
    children[0]?.say({ kind: 'ready', language: 'en' });
    const first = await engine.readState();
    children[0]?.exit(1);
    await vi.waitFor(() => expect(children).toHaveLength(2));
    children[1]?.say({ kind: 'ready', language: 'en' });
    const second = await engine.readState();
    if (first.kind !== 'running' || second.kind !== 'running') throw new Error('not running');
    expect(Buffer.from(first.secret, 'base64url')).toHaveLength(32);
    expect(second.secret).not.toBe(first.secret);
    expect(second.socketPath).not.toBe(first.socketPath);
  });

  it('lets requests that come during a start wait for it', async () => {
    const { engine, children } = startEngine();
    let isAnswered = false;
    const waiting = engine.readState().then((state) => {
      isAnswered = true;
      return state.kind;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isAnswered).toBe(false);
    children[0]?.say({ kind: 'ready', language: 'en' });
    await expect(waiting).resolves.toBe('running');
  });
});

describe('an engine that keeps dying', () => {
  it('is restarted three times, then a page in both languages explains and offers another try', async () => {
    const { engine, children } = startEngine();
    for (let run = 0; run < 4; run++) {
      await vi.waitFor(() => expect(children).toHaveLength(run + 1));
      children[run]?.exit(9);
    }
    const page = await pageOf(engine, '/');
    expect(children).toHaveLength(4);
    expect(page.status).toBe(503);
    const html = await page.text();
    expect(html).toContain('The archive engine has stopped');
    expect(html).toContain('档案引擎已停止');
    expect(html).toContain('exit 9');
    expect(html).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await pageOf(engine, '/api/trpc/x')).status).toBe(503);

    const retry = await pageOf(engine, '/-/retry');
    expect([retry.status, retry.headers.get('location')]).toEqual([303, 'app://app/']);
    expect(children).toHaveLength(5);
  });

  it('is forgiven after ten quiet minutes', () => {
    const budget = createRestartBudget();
    expect([0, 1, 2, 3].map((nowMs) => budget.spend(nowMs))).toEqual([250, 1000, 4000, null]);
    expect(budget.spend(600_000)).not.toBeNull();
  });
});

describe('an archive that cannot be opened', () => {
  it('is explained at once, in the words of the error, without restarting in a loop', async () => {
    const { engine, children } = startEngine();
    children[0]?.say({
      kind: 'failed',
      error: { code: 'ARCHIVE_LOCKED', message: 'The archive is in <use>', hint: 'Close the other window' },
    });
    children[0]?.exit(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(children).toHaveLength(1);
    const html = await (await pageOf(engine, '/')).text();
    expect(html).toContain('The archive is in &lt;use&gt;');
    expect(html).toContain('Close the other window');
  });
});

describe('an engine that dies just before a request arrives', () => {
  it('costs the reader a moment, not a blank page; a command is never sent twice', async () => {
    const { engine, children } = startEngine();
    children[0]?.say({ kind: 'ready', language: 'en' });
    const sentTo: string[] = [];
    const ask = (method: string) =>
      answerAppRequest(new Request('app://app/api/trpc/x', { method }), {
        engine,
        readLanguage: () => 'en',
        logDir: '',
        log: () => undefined,
        forward: async (request, { socketPath }) => {
          sentTo.push(`${request.method} ${socketPath}`);
          if (sentTo.length === 1 || request.method === 'POST') throw new Error('ECONNREFUSED');
          return new Response('answer');
        },
      });
    const reading = ask('GET');
    await vi.waitFor(() => expect(sentTo).toHaveLength(1));
    children[0]?.exit(1);
    await vi.waitFor(() => expect(children).toHaveLength(2));
    children[1]?.say({ kind: 'ready', language: 'en' });
    expect(await (await reading).text()).toBe('answer');
    expect(new Set(sentTo).size).toBe(2);
    expect((await ask('POST')).status).toBe(502);
    expect(sentTo).toHaveLength(3);
  });
});

describe('stopping', () => {
  it('waits for the engine to close, and does not restart it', async () => {
    const { engine, children } = startEngine();
    children[0]?.say({ kind: 'ready', language: 'en' });
    const stopping = engine.stop();
    expect(children[0]?.received.at(-1)).toEqual({ kind: 'stop' });
    children[0]?.exit(0);
    await stopping;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([children.length, children[0]?.isKilled]).toEqual([1, false]);
  });

  it('kills an engine that does not answer', async () => {
    const { engine, children } = startEngine();
    await engine.stop(10);
    expect(children[0]?.isKilled).toBe(true);
  });
});

describe('security 8 and 27: what a page cannot ask for', () => {
  it.each([
    ['DELETE', '/cases'],
    ['POST', '/index.html'],
    ['PUT', '/api/trpc/x'],
  ])('%s %s', async (method, path) => {
    const { engine } = startEngine();
    expect((await pageOf(engine, path, method)).status).toBe(405);
  });

  it.each([
    '/api/shell/grants',
    '/api/%73hell/grants',
    '/API/SHELL/grants',
    '//api//shell/grants',
    '/api/shell/%zz',
  ])('the address %s of the shell', async (path) => {
    const { engine } = startEngine();
    expect((await pageOf(engine, path)).status).toBe(403);
  });

  it('another host of the scheme', async () => {
    const { engine } = startEngine();
    const options = { engine, readLanguage: () => 'en' as const, logDir: '', log: () => undefined };
    expect((await answerAppRequest(new Request('app://evil/'), options)).status).toBe(404);
  });
});

describe('the private socket', () => {
  it.skipIf(process.platform === 'win32')(
    'lies in an owner-only folder, also where the temp path is too long',
    () => {
      const dir = mkdtempSync(join(tmpdir(), 'cb-test-'));
      for (const tempDir of [dir, join(dir, 'x'.repeat(120))]) {
        const socket = createPrivateSocket(tempDir);
        expect(Buffer.byteLength(socket.path)).toBeLessThanOrEqual(103);
        expect(statSync(dirname(socket.path)).mode & 0o777).toBe(0o700);
        socket.remove();
        expect(existsSync(dirname(socket.path))).toBe(false);
      }
      rmSync(dir, { recursive: true });
    },
  );

  it('is an unguessable pipe name on Windows', () => {
    const names = new Set(Array.from({ length: 100 }, () => createPrivateSocket('C:\\Temp', 'win32').path));
    expect(names.size).toBe(100);
    expect([...names][0]).toMatch(/^\\\\\.\\pipe\\casebinder-[0-9a-f]{32}$/);
  });
});
