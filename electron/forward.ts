// How does a request of the page (app://) reach the engine's socket, streaming both ways?
import { type Agent, type ClientRequest, type IncomingMessage, request as startRequest } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { APP_HOST, SECRET_HEADER } from '../src/api/http/request-guard.ts';

export interface ForwardTarget {
  readonly socketPath: string;
  readonly secret: string;
  readonly agent?: Agent;
}

/** What a page may say. An allow-list, so that it can never send the headers by which the shell is known. */
const REQUEST_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'cache-control',
  'content-type',
  'content-length',
  'if-none-match',
  'if-range',
  'last-event-id',
  'origin',
  'range',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'trpc-accept',
  'x-casebinder-language',
  'x-file-name',
]);

/** They describe the connection, not the content (RFC 9110, 7.6.1). */
const HOP_HEADERS: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'set-cookie',
]);

const BODILESS_STATUS: ReadonlySet<number> = new Set([101, 204, 205, 304]);

/**
 * Sends `request` to the engine. Resolves as soon as the answer's head is there; the body follows as it comes,
 * so events arrive live. Cancelling the answer's body or aborting the request ends the engine's work too.
 * Rejects when the engine is not reachable.
 */
export function forwardToEngine(request: Request, target: ForwardTarget): Promise<Response> {
  return new Promise((resolve, reject) => {
    const url = new URL(request.url);
    const upstream = startRequest({
      socketPath: target.socketPath,
      method: request.method,
      path: url.pathname + url.search,
      headers: buildHeaders(request.headers, target.secret),
      ...(target.agent === undefined ? {} : { agent: target.agent }),
    });
    upstream.on('response', (incoming) => resolve(buildResponse(request.method, incoming, upstream)));
    upstream.on('error', reject);
    upstream.setNoDelay(true);
    const abort = (): void => {
      upstream.destroy(new DOMException('The page cancelled the request', 'AbortError'));
    };
    if (request.signal.aborted) abort();
    else request.signal.addEventListener('abort', abort, { once: true });
    upstream.on('close', () => request.signal.removeEventListener('abort', abort));
    sendBody(request, upstream);
  });
}

function buildHeaders(page: Headers, secret: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of page) {
    if (REQUEST_HEADERS.has(name)) headers[name] = value;
  }
  headers['host'] = APP_HOST;
  headers[SECRET_HEADER] = secret;
  return headers;
}

function sendBody(request: Request, upstream: ClientRequest): void {
  if (request.body === null) {
    upstream.end();
    return;
  }
  const body = Readable.fromWeb(request.body as NodeReadableStream<Uint8Array>);
  body.on('error', (error) => upstream.destroy(error));
  // When the engine refuses early (413), stop reading the file on the page's side.
  upstream.on('close', () => body.destroy());
  body.pipe(upstream);
}

function buildResponse(method: string, incoming: IncomingMessage, upstream: ClientRequest): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value === undefined || HOP_HEADERS.has(name)) continue;
    for (const item of Array.isArray(value) ? value : [value]) headers.append(name, item);
  }
  const status = incoming.statusCode ?? 502;
  if (method === 'HEAD' || BODILESS_STATUS.has(status)) {
    incoming.resume();
    return new Response(null, { status, headers });
  }
  return new Response(streamBody(incoming, upstream), { status, headers });
}

/** Hand-made instead of `Readable.toWeb`: cancelling must destroy the connection, never wait for its end. */
function streamBody(incoming: IncomingMessage, upstream: ClientRequest): ReadableStream<Uint8Array> {
  let isDone = false;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const finish = (error?: Error): void => {
          if (isDone) return;
          isDone = true;
          if (error === undefined) controller.close();
          else controller.error(error);
        };
        incoming.on('data', (chunk: Buffer) => {
          if (isDone) return;
          controller.enqueue(new Uint8Array(chunk));
          if ((controller.desiredSize ?? 0) <= 0) incoming.pause();
        });
        incoming.on('end', () => finish());
        incoming.on('error', finish);
        incoming.on('aborted', () => finish(new Error('The engine ended the answer early')));
        incoming.pause();
      },
      pull: () => {
        incoming.resume();
      },
      cancel: () => {
        isDone = true;
        upstream.destroy();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 512 * 1024 }),
  );
}
