// Procedures over HTTP: do queries, commands and event streams work, and does hostile input stay harmless?
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ask,
  type HostUnderTest,
  openSubscriptions,
  signIn,
  startHost,
  type testRouter,
} from './host-under-test.ts';
import { NodeEventSource } from './node-event-source.ts';

let running: HostUnderTest;
let cookie: string;
let origin: string;

beforeAll(async () => {
  running = await startHost();
  cookie = await signIn(running.host);
  origin = `http://127.0.0.1:${running.host.port}`;
});
afterAll(() => running.close());

function createClient() {
  const url = `${origin}/api/trpc`;
  return createTRPCClient<typeof testRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({
          url,
          EventSource: NodeEventSource,
          eventSourceOptions: () => ({ headers: { cookie } }),
        }),
        false: httpBatchLink({ url, headers: { cookie, origin, 'x-casebinder-language': 'zh-CN' } }),
      }),
    ],
  });
}

describe('the real tRPC client', () => {
  it('reads, in one batch, and the procedure knows session and language', async () => {
    const client = createClient();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_value, index) => client.echo.query({ text: `证据 ${index}` })),
    );
    expect(answers.map((answer) => answer.text)).toEqual(answers.map((_answer, index) => `证据 ${index}`));
    expect(answers[0]?.language).toBe('zh-CN');
    expect(answers[0]?.sessionId).toMatch(/^browser-/);
  });

  it('commands', async () => {
    await expect(createClient().rename.mutate({ name: '案件一' })).resolves.toEqual({ name: '案件一' });
  });

  it('receives events live, and a hang-up reaches the procedure', async () => {
    const seen: number[] = [];
    const subscription = createClient().ticks.subscribe(
      { count: 100_000 },
      { onData: ({ data }) => void seen.push(data.number) },
    );
    await expect.poll(() => seen.length, { timeout: 5000 }).toBeGreaterThan(3);
    expect(openSubscriptions.count).toBe(1);
    subscription.unsubscribe();
    await expect.poll(() => openSubscriptions.count, { timeout: 5000 }).toBe(0);
    expect(seen.slice(0, 3)).toEqual([0, 1, 2]);
  });
});

describe('security 26: hostile input never reaches a procedure and never stops the host', () => {
  const post = (body: string | Buffer) =>
    ask(running.host.port, {
      method: 'POST',
      path: '/api/trpc/rename',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body,
    });

  it.each([
    ['prototype keys', '{"name":"x","__proto__":{"admin":true}}'],
    ['escaped prototype keys', '{"name":"x","\\u005f_proto__":{"admin":true}}'],
    ['constructor keys', '{"a":{"constructor":{"prototype":{}}}}'],
    ['deep nesting', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['unclosed nesting', '{"a":'.repeat(100_000)],
    ['no JSON', 'name=x'],
    ['a wrong type', '{"name":7}'],
    ['nothing', ''],
  ])('answers %s with a 4xx error', async (_name, body) => {
    const answer = await post(body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  it('refuses a 50 MB string without reading it to the end', async () => {
    const outcome = await post(Buffer.alloc(50 * 1024 * 1024, 'a')).then(
      (answer) => answer.status,
      (error: NodeJS.ErrnoException) => error.code,
    );
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(outcome);
    expect((await post('{"name":"still there"}')).status).toBe(200);
  });

  it('survives random JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 40 }), async (body) => {
        const answer = await post(body);
        expect([200, 400]).toContain(answer.status);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses the same in the address of a query', async () => {
    const input = encodeURIComponent('{"text":"x","__proto__":{}}');
    const answer = await ask(running.host.port, {
      path: `/api/trpc/echo?input=${input}`,
      headers: { cookie },
    });
    expect(answer.status).toBe(400);
  });
});

describe('security 29: errors tell nothing about the machine', () => {
  it('hold no stack and no path', async () => {
    for (const path of [
      '/api/trpc/unknown',
      '/api/trpc/echo?input=7',
      '/api/documents/none/content',
      '/%zz',
    ]) {
      const answer = await ask(running.host.port, { path, headers: { cookie } });
      expect(answer.status, path).toBeGreaterThanOrEqual(400);
      expect(answer.body, path).not.toMatch(/\bat .*:\d+:\d+|node_modules|\/home\/|\/tmp\/|\.ts\b/);
    }
  });
});
