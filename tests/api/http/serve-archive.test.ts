// A real archive behind the real door: procedures answer, errors speak the person's language, closing frees everything.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedArchive, serveArchive } from '../../../src/api/http/serve-archive.ts';
import { ask, signIn } from './host-under-test.ts';

let dir: string;
let served: ServedArchive;
let cookie: string;
const open = () =>
  serveArchive({ archiveDir: join(dir, 'archive'), listen: { kind: 'loopback' }, live: false });

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cb-served-'));
  served = await open();
  cookie = await signIn(served.host);
}, 30_000);
afterAll(async () => {
  await served?.close();
  rmSync(dir, { recursive: true, force: true });
});

const query = (procedure: string, headers: Record<string, string> = {}) =>
  ask(served.host.port, { path: `/api/trpc/${procedure}`, headers: { cookie, ...headers } });
const command = (procedure: string, input: unknown, headers: Record<string, string> = {}) =>
  ask(served.host.port, {
    method: 'POST',
    path: `/api/trpc/${procedure}`,
    headers: {
      cookie,
      origin: `http://127.0.0.1:${served.host.port}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(input),
  });

describe('a served archive', () => {
  it('tells about itself', async () => {
    const answer = await query('archive.info');
    expect(JSON.parse(answer.body)).toMatchObject({ result: { data: { archiveDir: join(dir, 'archive') } } });
  });

  it('security 28: a forged grant gives GRANT_EXPIRED, in the language that the page asks for', async () => {
    const told = async (language: string) => {
      const answer = await command(
        'folders.add',
        { grant: 'g_forged' },
        { 'x-casebinder-language': language },
      );
      return (JSON.parse(answer.body) as { error: { data: { told: { code: string; hint: string } } } }).error
        .data.told;
    };
    expect(await told('en')).toMatchObject({ code: 'GRANT_EXPIRED', hint: expect.stringContaining('again') });
    expect(await told('zh-CN')).toMatchObject({
      code: 'GRANT_EXPIRED',
      hint: expect.stringContaining('重新'),
    });
  });

  it('security 29: errors hold no stack, no path of the program and no SQL', async () => {
    for (const answer of [
      await command('folders.add', { grant: 'g_forged' }),
      await command('folders.add', { grant: 7 }),
      await command('cases.get', { case: 'C-9999' }),
      await query('nothing.there'),
      await query('documents.get?input=%7B%22id%22%3A-1%7D'),
    ]) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.body).not.toMatch(/"stack"|node_modules|\.ts\b|\bat \w+ \(|SELECT |SQLITE|src\//i);
      expect(answer.body).not.toContain(dir);
    }
  });

  it('is free for the next one after closing', { timeout: 30_000 }, async () => {
    await served.close();
    served = await open();
    cookie = await signIn(served.host);
    expect((await query('archive.overview')).status).toBe(200);
  });
});
