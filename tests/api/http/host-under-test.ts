// A real HTTP host over a small real router and real files, for the tests of this folder.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { initTRPC, tracked } from '@trpc/server';
import { z } from 'zod';
import type { ContentSource, OpenFile } from '../../../src/api/http/content-source.ts';
import {
  createHttpHost,
  type HttpHost,
  type HttpHostOptions,
} from '../../../src/api/http/create-http-host.ts';
import { GrantBook } from '../../../src/api/http/grants.ts';
import type { RequestContext } from '../../../src/api/http/trpc-routes.ts';

interface Context extends RequestContext {
  readonly grants: GrantBook;
}

const t = initTRPC
  .context<Context>()
  .create({ isDev: false, sse: { ping: { enabled: true, intervalMs: 200 } } });

/** Number of subscriptions whose generator is running: shows whether a hang-up reaches the engine. */
export const openSubscriptions = { count: 0 };

export const testRouter = t.router({
  echo: t.procedure.input(z.object({ text: z.string() })).query(({ input, ctx }) => ({
    text: input.text,
    sessionId: ctx.sessionId,
    language: ctx.language,
  })),
  rename: t.procedure
    .input(z.object({ name: z.string().max(200) }))
    .mutation(({ input }) => ({ name: input.name })),
  useGrant: t.procedure.input(z.object({ grant: z.string() })).mutation(({ input, ctx }) => {
    return { fileName: ctx.grants.redeem(input.grant, ctx.sessionId).fileName };
  }),
  ticks: t.procedure.input(z.object({ count: z.number() })).subscription(async function* ({ input, signal }) {
    openSubscriptions.count++;
    try {
      for (let number = 0; number < input.count && !signal?.aborted; number++) {
        yield tracked(String(number), { number });
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    } finally {
      openSubscriptions.count--;
    }
  }),
});

export const PDF_BYTES = Buffer.from(`%PDF-1.4\n${'x'.repeat(5000)}\n%%EOF\n`);
export const BIG_BYTES = 300 * 1024 ** 2;
export const PAGE_HTML =
  '<!doctype html><html><head><title>t</title><style nonce="__CASEBINDER_CSP_NONCE__"></style></head><body></body></html>';

export interface HostUnderTest {
  readonly host: HttpHost;
  readonly dir: string;
  readonly log: string[];
  close(): Promise<void>;
}

export async function startHost(
  change: Partial<HttpHostOptions<typeof testRouter>> = {},
): Promise<HostUnderTest> {
  const dir = mkdtempSync(join(tmpdir(), 'cb-host-'));
  const uiDir = join(dir, 'ui');
  mkdirSync(join(uiDir, 'assets'), { recursive: true });
  writeFileSync(join(uiDir, 'index.html'), PAGE_HTML);
  writeFileSync(join(uiDir, 'assets', 'main-a1B2c3D4.js'), 'export {}');
  writeFileSync(join(uiDir, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(dir, 'secret.txt'), 'outside the user interface');
  const grants = new GrantBook();
  const log: string[] = [];
  const host = await createHttpHost({
    appRouter: testRouter,
    createContext: (context) => ({ ...context, grants }),
    content: createContent(dir),
    uiDir,
    listen: { kind: 'loopback' },
    readLanguage: () => 'en',
    grants,
    uploadDir: join(dir, 'tmp'),
    log: (message, error) => log.push(`${message} ${String(error)}`),
    ...change,
  });
  return {
    host,
    dir,
    log,
    close: async () => {
      await host.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const DOCUMENTS: Readonly<Record<string, { name: string; type: string; bytes: Buffer }>> = {
  pdf: { name: '发票 "0012".pdf', type: 'application/pdf', bytes: PDF_BYTES },
  html: { name: 'page.html', type: 'text/html', bytes: Buffer.from('<script>alert(1)</script>') },
  svg: { name: 'logo.svg', type: 'image/svg+xml', bytes: Buffer.from('<svg onload="alert(1)"/>') },
  eml: { name: 'mail.eml', type: 'message/rfc822', bytes: Buffer.from('From: a') },
  csv: { name: '订单.csv', type: 'text/csv', bytes: Buffer.from('订单,金额\n') },
  gbk: { name: 'gbk.txt', type: 'text/plain', bytes: Buffer.from([0xb6, 0xa9, 0xb5, 0xa5]) },
  empty: { name: 'empty.txt', type: 'text/plain', bytes: Buffer.alloc(0) },
  evil: {
    name: 'a\r\nSet-Cookie: x=1\u202efdp.exe',
    type: 'application/x-msdownload',
    bytes: Buffer.from('MZ'),
  },
};

function createContent(dir: string): ContentSource {
  const files = new Map<string, OpenFile>();
  for (const [id, { name, type, bytes }] of Object.entries(DOCUMENTS)) {
    const path = join(dir, `document-${id}`);
    writeFileSync(path, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    files.set(id, { path, sizeBytes: bytes.length, mediaType: type, fileName: name, sha256 });
  }
  const pdf = files.get('pdf');
  writeFileSync(join(dir, 'document-big'), '');
  truncateSync(join(dir, 'document-big'), BIG_BYTES);
  files.set('big', {
    path: join(dir, 'document-big'),
    sizeBytes: BIG_BYTES,
    mediaType: 'video/mp4',
    fileName: 'v.mp4',
    sha256: 'b',
  });
  files.set('gone', {
    path: join(dir, 'gone'),
    sizeBytes: 1,
    mediaType: 'text/plain',
    fileName: 'g',
    sha256: 'a',
  });
  files.set('changed', { ...(pdf as OpenFile), sizeBytes: 17 });
  return {
    openDocument: async (id) => files.get(id) ?? null,
    thumbnail: async (id) => (id === 'pdf' ? { bytes: Buffer.from('webp'), mediaType: 'image/webp' } : null),
    pageImage: async (id, page, dpi) =>
      id === 'pdf' && page <= 2
        ? { bytes: Buffer.from(`page ${page} at ${dpi}`), mediaType: 'image/png' }
        : null,
    openPackFile: async (id, which) =>
      id === 'P-1' && pdf
        ? { ...pdf, mediaType: which === 'zip' ? 'application/zip' : 'application/pdf' }
        : null,
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Ask {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  readonly socketPath?: string;
}

/** One raw request: unlike `fetch` it lets a test set Host, Origin, Sec-Fetch-Site and an unclean path. */
export function ask(
  port: number,
  { method = 'GET', path, headers = {}, body, socketPath }: Ask,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const where = socketPath === undefined ? { host: '127.0.0.1', port } : { socketPath };
    const outgoing = request({ ...where, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
      response.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Signs in with the host's one-time link; resolves to the Cookie header of the session. */
export async function signIn(host: HttpHost): Promise<string> {
  const answer = await ask(host.port, { path: `/?token=${host.token}` });
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0];
  if (answer.status !== 303 || cookie === undefined) throw new Error(`Sign-in failed with ${answer.status}`);
  return cookie;
}
