// Browser mode: can anybody but the person at this machine read the archive or command it?
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type HostUnderTest, signIn, startHost } from './host-under-test.ts';

let running: HostUnderTest;
let cookie: string;
let origin: string;

beforeAll(async () => {
  running = await startHost();
  cookie = await signIn(running.host);
  origin = `http://127.0.0.1:${running.host.port}`;
});
afterAll(() => running.close());

const DOCUMENT = '/api/documents/pdf/content';

describe('security 46: listens on loopback only and refuses strangers', () => {
  it('answers on 127.0.0.1 and on no address of the network', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((address) => address !== undefined && !address.internal && address.family === 'IPv4');
    for (const address of outside) {
      await expect(tryConnect(address?.address ?? '', running.host.port)).resolves.toBe('refused');
    }
    await expect(tryConnect('127.0.0.1', running.host.port)).resolves.toBe('connected');
  });

  it.each([
    ['a foreign Host (DNS rebinding)', { host: 'evil.example:80' }],
    ['a Host without the port', { host: '127.0.0.1' }],
    ['a Host that only starts right', { host: '127.0.0.1.evil.example' }],
    ['a foreign Origin', { origin: 'http://evil.example' }],
    ['an Origin of another port', { origin: 'http://127.0.0.1:1' }],
    ['the Origin null of a sandboxed page', { origin: 'null' }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
    [
      'a fetch from another port of this machine',
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
    ],
  ])('refuses %s with 403 and an empty body, even with the cookie', async (_name, extra) => {
    const headers = { host: `127.0.0.1:${running.host.port}`, cookie, ...extra };
    for (const path of ['/', DOCUMENT, '/api/trpc/echo?input={"text":"a"}', '/nothing']) {
      const answer = await ask(running.host.port, { path: encodeURI(path), headers });
      expect(answer.status, path).toBe(403);
      expect(answer.body, path).toBe('');
    }
  });

  it('refuses requests without a cookie, or with an invented one, with 403 and an empty body', async () => {
    const tries: Record<string, string>[] = [
      {},
      { cookie: `casebinder-${running.host.port}=${'A'.repeat(43)}` },
    ];
    for (const headers of tries) {
      const answer = await ask(running.host.port, { path: DOCUMENT, headers });
      expect([answer.status, answer.body]).toEqual([403, '']);
    }
  });

  it('refuses a used token, and does not accept it as a cookie', async () => {
    const used = await ask(running.host.port, { path: `/?token=${running.host.token}` });
    expect([used.status, used.body, used.headers['set-cookie']]).toEqual([403, '', undefined]);
    const asCookie = { cookie: `casebinder-${running.host.port}=${running.host.token}` };
    expect((await ask(running.host.port, { path: DOCUMENT, headers: asCookie })).status).toBe(403);
  });

  it('refuses a command without Origin', async () => {
    const answer = await ask(running.host.port, {
      method: 'POST',
      path: '/api/trpc/rename',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{"name":"x"}',
    });
    expect([answer.status, answer.body]).toEqual([403, '']);
  });
});

describe('security 3.15: the one-time link', () => {
  it('holds 256 bits, becomes a strict HttpOnly cookie and leads to a clean address', async () => {
    const url = new URL(running.host.issueUrl());
    const token = url.searchParams.get('token') ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const answer = await ask(running.host.port, { path: url.pathname + url.search });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    const setCookie = answer.headers['set-cookie']?.[0] ?? '';
    expect(setCookie).toMatch(/; HttpOnly/);
    expect(setCookie).toMatch(/; SameSite=Strict/);
    expect(setCookie).not.toContain(token);
    const page = await ask(running.host.port, {
      path: '/',
      headers: { cookie: setCookie.split(';')[0] ?? '' },
    });
    expect(page.status).toBe(200);
  });

  it('is not used up by a prefetch or a HEAD request', async () => {
    const path = running.host.issueUrl().slice(origin.length);
    await ask(running.host.port, { path, headers: { 'sec-purpose': 'prefetch' } });
    await ask(running.host.port, { path, method: 'HEAD' });
    expect((await ask(running.host.port, { path })).status).toBe(303);
  });

  it('shows a person with a used link a page in both languages that says how to get a new one', async () => {
    const answer = await ask(running.host.port, {
      path: `/?token=${running.host.token}`,
      headers: { accept: 'text/html,*/*', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' },
    });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('按回车键');
    expect(answer.body).toContain('press Enter');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.body).not.toContain(running.host.token);
  });

  it('just cleans the address for somebody who is signed in already', async () => {
    const answer = await ask(running.host.port, {
      path: `/?token=${running.host.token}`,
      headers: { cookie },
    });
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
  });
});

describe('security 47: WebSocket handshakes', () => {
  it.each([{}, { cookie: 'x' }])('are refused before any frame', async (extra) => {
    const answer = await ask(running.host.port, {
      path: '/api/trpc/ticks',
      headers: {
        ...(extra.cookie ? { cookie } : {}),
        origin: 'http://evil.example',
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      },
    });
    expect([answer.status, answer.body]).toEqual([403, '']);
  });
});

describe('security 48: pages of other origins', () => {
  it('get no CORS header and a same-origin resource policy on every kind of answer', async () => {
    for (const path of [
      '/',
      '/assets/main-a1B2c3D4.js',
      DOCUMENT,
      '/api/trpc/echo?input=%7B%22text%22%3A%22a%22%7D',
      '/x.y',
    ]) {
      const answer = await ask(running.host.port, { path, headers: { cookie } });
      expect(answer.headers['cross-origin-resource-policy'], path).toBe('same-origin');
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  it('get no answer to a CORS preflight', async () => {
    const answer = await ask(running.host.port, {
      method: 'OPTIONS',
      path: '/api/trpc/rename',
      headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' },
    });
    expect([answer.status, answer.body]).toEqual([403, '']);
  });

  it('cannot send a command as a form: only JSON is a command', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await ask(running.host.port, {
        method: 'POST',
        path: '/api/trpc/rename',
        headers: { cookie, origin, 'content-type': type },
        body: '{"name":"x"}',
      });
      expect(answer.status, type).toBe(415);
    }
  });
});

function tryConnect(host: string, port: number): Promise<'connected' | 'refused'> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    socket.on('connect', () => {
      socket.destroy();
      resolve('connected');
    });
    socket.on('error', () => resolve('refused'));
    socket.on('timeout', () => {
      socket.destroy();
      resolve('refused');
    });
  });
}
