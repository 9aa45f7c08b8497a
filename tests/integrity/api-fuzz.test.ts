// Whatever a page sends to any procedure of the real door: an answer in words, never a crash, a stack, a path or SQL.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type ServedArchive, serveArchive } from '../../src/api/http/serve-archive.ts';
import { appRouter } from '../../src/api/router.ts';
import { createRandom, type SeededRandom } from '../../src/engine/sample/seeded-random.ts';
import { ask, signIn } from '../api/http/host-under-test.ts';
import { copySampleArchive } from '../support/sample-seller.ts';
import { hashTree } from './hash-tree.ts';

interface ProcedureDefinition {
  readonly _def: {
    readonly type: 'query' | 'mutation' | 'subscription';
    readonly inputs: readonly unknown[];
  };
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, ProcedureDefinition>)
  .filter(([, { _def }]) => _def.type !== 'subscription')
  .map(([name, { _def }]) => ({ name, type: _def.type, inputs: _def.inputs }));

/** What no answer may hold: stacks, our sources, SQL, folders of this machine that the page did not learn by asking. */
const LEAKS =
  /\bat .{1,200}:\d+:\d+|node_modules|\.ts:\d|SqliteError|SQLITE_|\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\s+\S+\s|\/etc\/passwd/;

let base: string;
let outside: string;
let served: ServedArchive;
let cookie: string;
const logged: string[] = [];

beforeAll(async () => {
  const copy = await copySampleArchive();
  base = copy.base;
  outside = join(base, 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'secret.txt'), 'nobody may change or read this');
  const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) });
  served = await serveArchive({
    archiveDir: copy.archiveDir,
    listen: { kind: 'loopback' },
    live: false,
    log,
  });
  cookie = await signIn(served.host);
});
afterAll(async () => {
  await served.close();
  rmSync(base, { recursive: true, force: true });
});

const HOSTILE_TEXTS = [
  '',
  '../../../etc/passwd',
  '..\\..\\windows\\system32',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share',
  'file:///etc/passwd',
  "'; DROP TABLE document; --",
  '" OR 1=1 --',
  'NEAR("a" "b", 999999999)',
  '"unclosed',
  '*:*:*(((((',
  '%00\u0000',
  '\u202egpj.exe',
  'CON',
  'a\r\nSet-Cookie: x=1',
  '=cmd|calc!A1',
  '<script>alert(1)</script>',
  '%s%n%x',
  '\ud800',
  '𠀀'.repeat(50),
  '1e309',
  '9'.repeat(400),
  'x'.repeat(100_000),
];

const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1,
  1e308,
  2 ** 53,
  0.1,
  [],
  {},
  [[[[[[]]]]]],
  { toString: 'x', valueOf: 1, toJSON: {} },
];

/** A value of the shape that the schema asks for, with something hostile in some of its places. */
function makeInput(schema: Record<string, unknown>, random: SeededRandom, depth = 0): unknown {
  if (depth > 8 || random.next() < 0.06) return random.pick([...HOSTILE_VALUES, ...HOSTILE_TEXTS]);
  const variants = (schema['anyOf'] ?? schema['oneOf']) as Record<string, unknown>[] | undefined;
  if (variants !== undefined) return makeInput(random.pick(variants), random, depth + 1);
  if (Array.isArray(schema['enum']))
    return random.next() < 0.8 ? random.pick(schema['enum']) : random.pick(HOSTILE_TEXTS);
  switch (schema['type']) {
    case 'object': {
      const required = new Set((schema['required'] as string[] | undefined) ?? []);
      const entries = Object.entries((schema['properties'] as Record<string, Record<string, unknown>>) ?? {})
        .filter(([key]) => required.has(key) || random.next() < 0.6)
        .map(([key, inner]) => [key, makeInput(inner, random, depth + 1)]);
      if (schema['additionalProperties'] !== undefined && random.next() < 0.5)
        entries.push([random.pick(HOSTILE_TEXTS), 1]);
      return Object.fromEntries(entries);
    }
    case 'array':
      return Array.from({ length: random.int(0, 3) }, () =>
        makeInput((schema['items'] as Record<string, unknown>) ?? {}, random, depth + 1),
      );
    case 'integer':
    case 'number':
      return random.pick([1, 2, 3, 7, 50, 0, -5, 999_999_999, 2 ** 53]);
    case 'boolean':
      return random.next() < 0.5;
    case 'string':
      return random.pick([
        ...HOSTILE_TEXTS,
        'C-0001',
        '2026-11-22',
        'order_id',
        '113-0000101-5000101',
        'tec-other',
        'US',
      ]);
    default:
      return random.pick([...HOSTILE_VALUES, ...HOSTILE_TEXTS]);
  }
}

async function send(name: string, type: string, body: string): Promise<{ status: number; body: string }> {
  const path = `/api/trpc/${name}`;
  const origin = `http://127.0.0.1:${served.host.port}`;
  if (type === 'query') {
    return ask(served.host.port, {
      path: `${path}?input=${encodeURIComponent(body).slice(0, 12_000)}`,
      headers: { cookie },
    });
  }
  const headers = { cookie, origin, 'content-type': 'application/json' };
  return ask(served.host.port, { method: 'POST', path, headers, body });
}

it('security 26, 29: shaped and shapeless nonsense to every procedure', async () => {
  const random = createRandom('api fuzz');
  const before = hashTree(outside);
  expect(procedures.length).toBeGreaterThan(60);
  const failed: string[] = [];
  const slow: { name: string; ms: number }[] = [];
  let requests = 0;
  let accepted = 0;
  for (const { name, type, inputs } of procedures) {
    const schema =
      inputs[0] === undefined
        ? {}
        : z.toJSONSchema(inputs[0] as z.ZodType, { io: 'input', unrepresentable: 'any' });
    // What starts long work is asked less often: the test is about the door, not about a hundred backups.
    const turns = /^(archive\.(backup|verify|doctor)|folders\.|packs\.build|intake\.run|weekly\.)/.test(name)
      ? 3
      : 9;
    const beganMs = performance.now();
    for (let turn = 0; turn < turns; turn += 1) {
      const input = turn < 2 ? random.pick([...HOSTILE_VALUES, ...HOSTILE_TEXTS]) : makeInput(schema, random);
      let body: string;
      try {
        body = encodeURIComponent(JSON.stringify(input)) === '' ? '""' : JSON.stringify(input);
      } catch {
        continue;
      }
      const answer = await send(name, type, body);
      requests += 1;
      if (answer.status === 200) accepted += 1;
      const told = answer.status === 200 ? '' : answer.body;
      // What a person wrote comes back in words ("not found: …"): only what we add can be a leak.
      const own = told.replaceAll('/etc/passwd', '');
      if (answer.status === 500 && !/"code":"(?!INTERNAL")[A-Z_]+","message"/.test(told))
        failed.push(
          `${name} ${body.slice(0, 300)} → ${told.slice(0, 300)} | ${logged.at(-1)?.slice(0, 600)}`,
        );
      else if (LEAKS.test(own) || (told.includes(base) && !/"told"/.test(told)))
        failed.push(`${name} ${body.slice(0, 200)} leaks ${told.slice(0, 300)}`);
    }
    slow.push({ name, ms: Math.round(performance.now() - beganMs) });
  }
  console.log(
    `API fuzz, slowest: ${slow
      .sort((a, b) => b.ms - a.ms)
      .slice(0, 4)
      .map((s) => `${s.name} ${s.ms} ms`)
      .join(', ')}`,
  );
  console.log(`API fuzz: ${requests} requests to ${procedures.length} procedures, ${accepted} accepted`);
  expect(failed).toEqual([]);
  // The engine is alive and whole, and nothing outside was touched.
  expect((await send('archive.overview', 'query', 'null')).status).toBe(200);
  await served.engine.jobs.stop();
  expect(served.engine.context.archive.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(hashTree(outside)).toBe(before);
}, 120_000);

it('prototype keys and deep nesting are refused before any procedure sees them', async () => {
  for (const { name, type } of procedures) {
    for (const body of [
      '{"__proto__":{"admin":true}}',
      '{"constructor":{"prototype":{"x":1}}}',
      `${'['.repeat(200)}${']'.repeat(200)}`,
    ]) {
      const { status } = await send(name, type, body);
      expect([400, 413], `${name} ${body.slice(0, 30)}`).toContain(status);
    }
  }
  expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
});

it('ids of files are not paths: content routes take no way out', async () => {
  for (const id of [
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e',
    '..\\..\\x',
    '1%00',
    '-1',
    '1;2',
    '%EF%BC%91',
    'x'.repeat(5_000),
  ]) {
    for (const path of [
      `/api/documents/${id}/content`,
      `/api/documents/${id}/thumbnail`,
      `/api/packs/${id}/zip`,
      `/assets/${id}`,
      `/${id}`,
    ]) {
      const answer = await ask(served.host.port, {
        path: encodeURI(path).replaceAll('%25', '%'),
        headers: { cookie },
      });
      expect(answer.body, path).not.toMatch(/root:|nobody may change/);
      expect(answer.body, path).not.toMatch(LEAKS);
      expect(answer.status, path).not.toBe(500);
    }
  }
});
