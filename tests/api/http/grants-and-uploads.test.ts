// Picked, dropped and uploaded files: is a grant good for one use, one session and a while only?
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GrantBook } from '../../../src/api/http/grants.ts';
import { openUploadArea } from '../../../src/api/http/upload-area.ts';
import { ask, type HostUnderTest, signIn, startHost } from './host-under-test.ts';

let running: HostUnderTest;
let cookie: string;
let origin: string;

beforeAll(async () => {
  running = await startHost({ uploadLimitBytes: 1024 * 1024 });
  cookie = await signIn(running.host);
  origin = `http://127.0.0.1:${running.host.port}`;
});
afterAll(() => running.close());

const upload = (body: Buffer, name: string) =>
  ask(running.host.port, {
    method: 'POST',
    path: '/api/uploads',
    headers: {
      cookie,
      origin,
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
    },
    body,
  });
const redeem = (grant: string, asCookie = cookie) =>
  ask(running.host.port, {
    method: 'POST',
    path: '/api/trpc/useGrant',
    headers: { cookie: asCookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ grant }),
  });

describe('security 28: a grant', () => {
  const picked = { path: '/a', kind: 'file', fileName: 'a', origin: 'picked' } as const;

  it('works once', () => {
    const book = new GrantBook();
    const id = book.create('s1', picked);
    expect(book.redeem(id, 's1')).toEqual(picked);
    expect(() => book.redeem(id, 's1')).toThrow(expect.objectContaining({ code: 'GRANT_EXPIRED' }));
  });

  it('belongs to one session, and a try by another does not use it up', () => {
    const book = new GrantBook();
    const id = book.create('s1', picked);
    expect(() => book.redeem(id, 's2')).toThrow(expect.objectContaining({ code: 'GRANT_EXPIRED' }));
    expect(book.redeem(id, 's1').path).toBe('/a');
  });

  it('expires after half an hour', () => {
    let nowMs = 0;
    const book = new GrantBook(() => nowMs);
    const early = book.create('s1', picked);
    const late = book.create('s1', picked);
    nowMs = 30 * 60_000 - 1;
    expect(book.redeem(early, 's1').path).toBe('/a');
    nowMs = 30 * 60_000;
    expect(() => book.redeem(late, 's1')).toThrow(expect.objectContaining({ code: 'GRANT_EXPIRED' }));
  });

  it('cannot be guessed or forged', () => {
    const book = new GrantBook();
    const ids = new Set(Array.from({ length: 1000 }, () => book.create('s1', picked)));
    expect(ids.size).toBe(1000);
    for (const forged of ['', 'g_', '__proto__', '/a', 'g_1']) {
      expect(() => book.redeem(forged, 's1')).toThrow(expect.objectContaining({ code: 'GRANT_EXPIRED' }));
    }
  });
});

describe('an upload', () => {
  it('arrives byte for byte in a private folder and becomes a grant that one session uses once', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_value, index) => index % 251));
    const answer = await upload(bytes, '装箱单/..\\2026.pdf');
    expect(answer.status).toBe(200);
    const { grant, fileName, sizeBytes } = JSON.parse(answer.body) as Record<string, string>;
    expect([fileName, sizeBytes]).toEqual(['装箱单_.._2026.pdf', 300_000]);
    const path = findUpload(join(running.dir, 'tmp'), fileName as string);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);

    const otherUrl = running.host.issueUrl().slice(origin.length);
    const other = await ask(running.host.port, { path: otherUrl });
    const stranger = await redeem(grant as string, other.headers['set-cookie']?.[0]?.split(';')[0]);
    expect(stranger.status).toBe(500);
    expect((await redeem(grant as string)).body).toContain('装箱单');
    expect((await redeem(grant as string)).status).toBe(500);
  });

  it('over the limit is refused and leaves nothing behind', async () => {
    const before = countSlots(join(running.dir, 'tmp'));
    const outcome = await upload(Buffer.alloc(8 * 1024 * 1024), 'big.mp4').then(
      (answer) => answer.status,
      (error: NodeJS.ErrnoException) => error.code,
    );
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(outcome);
    await expect.poll(() => countSlots(join(running.dir, 'tmp'))).toBe(before);
  });

  it('without a name, or of another type, is refused', async () => {
    const headers = { cookie, origin, 'content-type': 'application/octet-stream' };
    const nameless = await ask(running.host.port, {
      method: 'POST',
      path: '/api/uploads',
      headers,
      body: 'x',
    });
    expect(nameless.status).toBe(400);
    const form = await ask(running.host.port, {
      method: 'POST',
      path: '/api/uploads',
      headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x', 'x-file-name': 'a' },
      body: 'x',
    });
    expect(form.status).toBe(415);
  });
});

describe('security 44: the upload folder', () => {
  it('is private, is gone after close, and what a killed process left is removed', () => {
    const parent = join(running.dir, 'areas');
    mkdirSync(join(parent, 'uploads-999999999-0123456789ab'), { recursive: true });
    mkdirSync(join(parent, 'not-ours'));
    const area = openUploadArea(parent);
    expect(readdirSync(parent).sort()).toEqual(['not-ours', area.dir.slice(parent.length + 1)].sort());
    if (process.platform !== 'win32') expect(statSync(area.dir).mode & 0o777).toBe(0o700);
    area.remove();
    expect(existsSync(area.dir)).toBe(false);
  });
});

function findUpload(dir: string, fileName: string): string {
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name === fileName) return join(entry.parentPath, entry.name);
  }
  throw new Error(`No upload named ${fileName}`);
}

function countSlots(dir: string): number {
  return readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}
