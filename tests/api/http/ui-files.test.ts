// The user interface's own files: right headers, a fresh nonce per load, and no way out of their folder.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type HostUnderTest, signIn, startHost } from './host-under-test.ts';

let running: HostUnderTest;
let cookie: string;
const get = (path: string, method = 'GET') => ask(running.host.port, { path, method, headers: { cookie } });

beforeAll(async () => {
  running = await startHost();
  cookie = await signIn(running.host);
});
afterAll(() => running.close());

describe('security 9: the policy of every page', () => {
  it('allows only our own parts, and differs per load', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/index.html', '/cases/12', '/search']) {
      const answer = await get(path);
      const csp = answer.headers['content-security-policy'] as string;
      const nonce = /'nonce-([^']+)'/.exec(csp)?.[1] ?? '';
      nonces.add(nonce);
      expect(csp.replace(nonce, 'N').split('; ')).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'nonce-N'",
        "img-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "media-src 'self'",
        "frame-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]);
      expect(answer.body).toContain(`<meta property="csp-nonce" nonce="${nonce}">`);
      expect(answer.body).toContain(`<style nonce="${nonce}">`);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect(nonces.size).toBe(4);
  });

  it('files with a content hash stay cached, others are asked for again', async () => {
    const hashed = await get('/assets/main-a1B2c3D4.js');
    expect(hashed.headers['cache-control']).toContain('immutable');
    expect(hashed.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const icon = await get('/favicon.svg');
    expect(icon.headers['cache-control']).toBe('no-cache');
    expect(icon.headers['content-security-policy']).toContain('sandbox');
  });
});

describe('security 8: paths that lead elsewhere', () => {
  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/%252e%252e/secret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/secret.txt%00.js',
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/C:/Windows/win.ini',
    '//server/share/file.txt',
    '/%5c%5cserver%5cshare%5cfile.txt',
    '/assets/none.js',
    '/%zz',
    '/api/nothing.txt',
  ])('%s does not exist', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('outside');
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s on a file is not possible', async (method) => {
    const answer = await ask(running.host.port, {
      path: '/index.html',
      method,
      headers: { cookie, origin: `http://127.0.0.1:${running.host.port}` },
    });
    expect(answer.status).toBe(404);
  });

  it('an unknown address below /api is no page', async () => {
    expect((await get('/api/nothing')).status).toBe(404);
  });
});
