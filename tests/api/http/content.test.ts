// Bytes by id: do players get their ranges, and can a hostile file do nothing in a browser?
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Ask,
  ask,
  BIG_BYTES,
  type HostUnderTest,
  PDF_BYTES,
  signIn,
  startHost,
} from './host-under-test.ts';

let running: HostUnderTest;
let cookie: string;
const get = (path: string, headers: Record<string, string> = {}, more: Partial<Ask> = {}) =>
  ask(running.host.port, { path, ...more, headers: { cookie, ...headers } });

beforeAll(async () => {
  running = await startHost();
  cookie = await signIn(running.host);
});
afterAll(() => running.close());

describe('a document', () => {
  it('comes whole, with its type, its hash as ETag and its real name', async () => {
    const answer = await get('/api/documents/pdf/content');
    expect(answer.status).toBe(200);
    expect(answer.body).toBe(PDF_BYTES.toString());
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers.etag).toMatch(/^"[0-9a-f]{64}"$/);
    expect(answer.headers['accept-ranges']).toBe('bytes');
    expect(answer.headers['content-disposition']).toBe(
      `inline; filename="__ _0012_.pdf"; filename*=UTF-8''%E5%8F%91%E7%A5%A8%20_0012_.pdf`,
    );
  });

  it.each([
    ['bytes=0-3', 206, '%PDF', `bytes 0-3/${PDF_BYTES.length}`],
    ['bytes=-6', 206, '%%EOF\n', `bytes ${PDF_BYTES.length - 6}-${PDF_BYTES.length - 1}/${PDF_BYTES.length}`],
    [`bytes=${PDF_BYTES.length - 6}-`, 206, '%%EOF\n', undefined],
    [`bytes=${PDF_BYTES.length - 6}-999999999`, 206, '%%EOF\n', undefined],
    [`bytes=${PDF_BYTES.length}-`, 416, '', `bytes */${PDF_BYTES.length}`],
    ['bytes=-0', 416, '', `bytes */${PDF_BYTES.length}`],
  ])('answers Range %s', async (range, status, body, contentRange) => {
    const answer = await get('/api/documents/pdf/content', { range });
    expect([answer.status, answer.body]).toEqual([status, body]);
    if (contentRange !== undefined) expect(answer.headers['content-range']).toBe(contentRange);
  });

  it.each(['bytes=5-2', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,4-5', 'bytes=-'])(
    'sends the whole for %s',
    async (range) => {
      const answer = await get('/api/documents/pdf/content', { range });
      expect([answer.status, answer.body.length]).toEqual([200, PDF_BYTES.length]);
    },
  );

  it('is not sent again to somebody who has it, and not in parts of an older version', async () => {
    const etag = (await get('/api/documents/pdf/content')).headers.etag ?? '';
    const again = await get('/api/documents/pdf/content', { 'if-none-match': etag });
    expect([again.status, again.body]).toEqual([304, '']);
    const fitting = await get('/api/documents/pdf/content', { range: 'bytes=0-3', 'if-range': etag });
    expect(fitting.status).toBe(206);
    const older = await get('/api/documents/pdf/content', { range: 'bytes=0-3', 'if-range': '"older"' });
    expect(older.status).toBe(200);
  });

  it('answers HEAD without a body, and an empty file', async () => {
    const head = await get('/api/documents/pdf/content', {}, { method: 'HEAD' });
    expect([head.status, head.body, head.headers['content-length']]).toEqual([
      200,
      '',
      String(PDF_BYTES.length),
    ]);
    expect((await get('/api/documents/empty/content')).headers['content-length']).toBe('0');
  });

  it('is not sent when the file is gone, has changed, or never was', async () => {
    for (const id of ['gone', 'changed', 'none', '..%2f..%2fetc%2fpasswd', 'a%00b']) {
      const answer = await get(`/api/documents/${id}/content`);
      expect(answer.status, id).toBe(404);
      expect(answer.body, id).not.toContain(running.dir);
    }
  });
});

describe('a video of 300 MB', () => {
  const countOpen = () => readdirSync('/proc/self/fd').length;

  it.skipIf(process.platform !== 'linux')(
    'that nobody watches to the end leaves no open file behind',
    async () => {
      const before = countOpen();
      for (let turn = 0; turn < 10; turn++) {
        await new Promise<void>((resolve) => {
          const outgoing = request(
            {
              host: '127.0.0.1',
              port: running.host.port,
              path: '/api/documents/big/content',
              headers: { cookie },
            },
            (response) => {
              response.once('data', () => outgoing.destroy());
              response.on('error', () => undefined);
              response.on('close', resolve);
            },
          );
          outgoing.on('error', () => undefined);
          outgoing.end();
        });
      }
      await expect.poll(countOpen).toBeLessThanOrEqual(before);
    },
  );

  it('comes at any place at once, and whole without filling the memory', { timeout: 20_000 }, async () => {
    const part = await get('/api/documents/big/content', { range: `bytes=${BIG_BYTES - 10}-` });
    expect([part.status, part.headers['content-length']]).toEqual([206, '10']);
    const before = process.memoryUsage().rss;
    const response = await fetch(`http://127.0.0.1:${running.host.port}/api/documents/big/content`, {
      headers: { cookie },
    });
    let receivedBytes = 0;
    for await (const chunk of response.body ?? []) receivedBytes += chunk.length;
    expect(receivedBytes).toBe(BIG_BYTES);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 ** 2);
  });
});

describe('security 13: evidence is hostile content', () => {
  it.each(['pdf', 'html', 'svg', 'eml', 'csv', 'evil'])('%s is sandboxed and never sniffed', async (id) => {
    const answer = await get(`/api/documents/${id}/content`);
    expect(answer.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each(['html', 'svg', 'eml', 'evil'])('%s is only saved, as bytes without a type', async (id) => {
    const answer = await get(`/api/documents/${id}/content`);
    expect(answer.headers['content-disposition']).toMatch(/^attachment/);
    expect(answer.headers['content-type']).toBe('application/octet-stream');
  });

  it('shows a table as text, in UTF-8 only where it is', async () => {
    expect((await get('/api/documents/csv/content')).headers['content-type']).toBe(
      'text/plain; charset=utf-8',
    );
    expect((await get('/api/documents/gbk/content')).headers['content-type']).toBe('text/plain');
  });

  it('a hostile name becomes neither a header nor a turned-around extension', async () => {
    const answer = await get('/api/documents/evil/content');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['content-disposition']).not.toMatch(/%E2%80%AE|[\r\n]/);
  });

  it('?download=1 makes anything a download', async () => {
    const answer = await get('/api/documents/pdf/content?download=1');
    expect(answer.headers['content-disposition']).toMatch(/^attachment/);
  });
});

describe('pictures and packs', () => {
  it('thumbnail and page images come with type and ETag, and 304 the second time', async () => {
    const first = await get('/api/documents/pdf/thumbnail');
    expect([first.status, first.body, first.headers['content-type']]).toEqual([200, 'webp', 'image/webp']);
    const second = await get('/api/documents/pdf/thumbnail', { 'if-none-match': first.headers.etag ?? '' });
    expect(second.status).toBe(304);
    const page = await get('/api/documents/pdf/pages/2.png?dpi=200');
    expect([page.body, page.headers['content-type']]).toEqual(['page 2 at 200', 'image/png']);
  });

  it.each([
    '0.png',
    '3.png',
    '1.svg',
    '-1.png',
    '1.png?dpi=1',
    '1.png?dpi=9999',
    '1.png?dpi=x',
    '99999999.png',
  ])('page %s does not exist', async (page) => {
    expect((await get(`/api/documents/pdf/pages/${page}`)).status).toBe(404);
  });

  it('a pack gives its index to look at and its ZIP to save', async () => {
    const index = await get('/api/packs/P-1/index.pdf');
    expect(index.headers['content-disposition']).toMatch(/^inline/);
    const zip = await get('/api/packs/P-1/zip');
    expect([zip.headers['content-type'], zip.headers['content-disposition']?.slice(0, 10)]).toEqual([
      'application/zip',
      'attachment',
    ]);
    expect((await get('/api/packs/P-2/zip')).status).toBe(404);
  });
});
