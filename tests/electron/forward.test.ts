// app:// on the desktop: does a request of the page reach the real HTTP host over a socket, streaming both ways?
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { Agent, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ForwardTarget, forwardToEngine } from '../../electron/forward.ts';
import { locate, requestGrants } from '../../electron/shell-calls.ts';
import { deriveShellSecret } from '../../src/api/http/request-guard.ts';
import {
  ask,
  type HostUnderTest,
  openSubscriptions,
  PDF_BYTES,
  startHost,
} from '../api/http/host-under-test.ts';

let running: HostUnderTest;
let dir: string;
let target: ForwardTarget;
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cb-fwd-'));
  const socketPath =
    process.platform === 'win32' ? `\\\\.\\pipe\\casebinder-test-${process.pid}` : join(dir, 's');
  target = { socketPath, secret: 'the secret of this run', agent };
  running = await startHost({ listen: { kind: 'socket', path: socketPath, secret: target.secret } });
});
afterAll(async () => {
  agent.destroy();
  await running.close();
  rmSync(dir, { recursive: true, force: true });
});

const send = (path: string, init: RequestInit & { duplex?: 'half' } = {}) =>
  forwardToEngine(new Request(`app://app${path}`, init), target);

describe('reading', () => {
  it('the page comes with its own policy', async () => {
    const answer = await send('/cases/12');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).toContain('<meta property="csp-nonce"');
  });

  it('a range of a document comes as that range', async () => {
    const answer = await send('/api/documents/pdf/content', { headers: { range: 'bytes=0-3' } });
    expect([answer.status, await answer.text()]).toEqual([206, '%PDF']);
    expect(answer.headers.get('content-range')).toBe(`bytes 0-3/${PDF_BYTES.length}`);
  });

  it('HEAD and 304 come without a body', async () => {
    const head = await send('/api/documents/pdf/content', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(PDF_BYTES.length)]);
    const again = await send('/api/documents/pdf/content', {
      headers: { 'if-none-match': head.headers.get('etag') ?? '' },
    });
    expect([again.status, again.body]).toEqual([304, null]);
  });
});

describe('commands and uploads', () => {
  it('POST carries its body and belongs to the desktop session', async () => {
    const renamed = await send('/api/trpc/rename', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: '案件' }),
    });
    expect(await renamed.json()).toEqual({ result: { data: { name: '案件' } } });
    const echoed = await send(`/api/trpc/echo?input=${encodeURIComponent('{"text":"a"}')}`);
    expect(await echoed.json()).toMatchObject({ result: { data: { sessionId: 'desktop' } } });
  });

  it('a body that is still being made is streamed', async () => {
    const chunks = ['证', '据', 'x'.repeat(500_000)];
    const body = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        const chunk = chunks.shift();
        if (chunk === undefined) controller.close();
        else controller.enqueue(new TextEncoder().encode(chunk));
      },
    });
    const answer = await send('/api/uploads', {
      method: 'POST',
      duplex: 'half',
      body,
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'a.txt' },
    });
    expect(await answer.json()).toMatchObject({ fileName: 'a.txt', sizeBytes: 500_006 });
  });
});

describe('events', () => {
  const subscribe = (signal?: AbortSignal) =>
    send(`/api/trpc/ticks?input=${encodeURIComponent('{"count":100000}')}`, {
      headers: { accept: 'text/event-stream' },
      ...(signal === undefined ? {} : { signal }),
    });

  it('arrive live, and cancelling the stream ends the work in the engine', async () => {
    const answer = await subscribe();
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    let text = '';
    while (!text.includes('"number":3')) {
      const { value, done } = await reader.read();
      if (done) throw new Error('ended early');
      text += new TextDecoder().decode(value);
    }
    expect(openSubscriptions.count).toBe(1);
    await reader.cancel();
    await expect.poll(() => openSubscriptions.count).toBe(0);
  });

  it('aborting the request ends the work too, before and after the head', async () => {
    const abort = new AbortController();
    await subscribe(abort.signal);
    await expect.poll(() => openSubscriptions.count).toBe(1);
    abort.abort();
    await expect.poll(() => openSubscriptions.count).toBe(0);
    await expect(subscribe(AbortSignal.abort())).rejects.toThrow();
  });

  it('a slow reader holds the engine back instead of filling the memory', async () => {
    let writtenBytes = 0;
    const chunk = Buffer.alloc(64 * 1024);
    const socketPath = process.platform === 'win32' ? `${target.socketPath}-slow` : join(dir, 'slow');
    const server = createServer((_request, response) => {
      const write = (): void => {
        while (writtenBytes < 200 * 1024 ** 2) {
          writtenBytes += chunk.length;
          if (!response.write(chunk)) {
            response.once('drain', write);
            return;
          }
        }
        response.end();
      };
      write();
    });
    await new Promise<void>((resolve) => server.listen(socketPath, resolve));
    const answer = await forwardToEngine(new Request('app://app/big'), { socketPath, secret: '' });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(writtenBytes).toBeLessThan(8 * 1024 ** 2);
    let receivedBytes = 0;
    for await (const part of answer.body ?? []) receivedBytes += part.length;
    expect(receivedBytes).toBe(200 * 1024 ** 2);
    server.close();
  });
});

describe('security 46 on the desktop: who may use the socket', () => {
  const askSocket = (headers: Record<string, string>, path = '/') =>
    ask(0, { path, headers, socketPath: target.socketPath });

  it.skipIf(process.platform === 'win32')('its file is for the owner only', () => {
    expect(statSync(target.socketPath).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['no secret', { host: 'app' }],
    ['a wrong secret', { host: 'app', 'x-casebinder-secret': 'guess' }],
    ['a wrong host', { host: 'evil', 'x-casebinder-secret': 'the secret of this run' }],
    [
      'a foreign origin',
      { host: 'app', 'x-casebinder-secret': 'the secret of this run', origin: 'https://evil' },
    ],
  ])('%s gets 403 with an empty body', async (_name, headers) => {
    const answer = await askSocket(headers);
    expect([answer.status, answer.body]).toEqual([403, '']);
  });
});

describe('security 27: paths', () => {
  it('the shell turns a chosen path into a grant that the page uses once', async () => {
    const path = join(running.dir, 'document-pdf');
    const [item] = await requestGrants(
      target,
      [path, join(running.dir, 'nowhere'), 'relative.txt'],
      'picked',
    );
    expect(item).toMatchObject({ fileName: 'document-pdf', kind: 'file' });
    expect((await requestGrants(target, [running.dir], 'dropped'))[0]?.kind).toBe('folder');
    const use = () =>
      send('/api/trpc/useGrant', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ grant: item?.grant }),
      });
    expect((await use()).status).toBe(200);
    expect((await use()).status).not.toBe(200);
  });

  it('the shell learns where a document lies', async () => {
    await expect(locate(target, 'documents', 'pdf')).resolves.toBe(join(running.dir, 'document-pdf'));
    await expect(locate(target, 'documents', 'none')).resolves.toBeNull();
  });

  it('a page learns nothing there, whatever headers it invents', async () => {
    for (const headers of [
      {},
      { 'x-casebinder-shell': deriveShellSecret(target.secret) },
      { 'x-casebinder-secret': target.secret, 'x-casebinder-shell': deriveShellSecret(target.secret) },
    ]) {
      const answer = await send('/api/shell/documents/pdf', { headers: headers as Record<string, string> });
      expect([answer.status, await answer.text()]).toEqual([403, '']);
    }
  });
});

describe('when the engine is away', () => {
  it('forwarding rejects', async () => {
    const nowhere = { ...target, socketPath: join(dir, 'nowhere') };
    await expect(forwardToEngine(new Request('app://app/'), nowhere)).rejects.toThrow();
  });
});
