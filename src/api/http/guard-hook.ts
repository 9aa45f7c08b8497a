// How is every request, whatever it asks for, judged before any route sees it?
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../domain/errors.ts';
import { type Door, judgeRequest, sessionCookieName } from './request-guard.ts';
import { buildPageCsp, COMMON_HEADERS, createNonce } from './security-headers.ts';
import { renderSignInPage } from './sign-in-page.ts';

export const TOKEN_PARAMETER = 'token';

/** Installs the guard. `readDoor` is asked per request, because the port is known only after listening. */
export function installGuard(
  server: FastifyInstance,
  readDoor: () => Door,
  readLanguage: () => Language,
): void {
  server.decorateRequest('sessionId', '');
  server.decorateRequest('isShell', false);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(COMMON_HEADERS);
    const door = readDoor();
    const verdict = judgeRequest(door, { method: request.method, headers: request.headers });
    if (verdict.kind === 'refused') return refuse(reply);
    const token = readToken(request);
    if (door.kind === 'loopback' && token !== null && verdict.kind === 'signed-out') {
      const cookie = door.sessions.redeemToken(token);
      if (cookie === null) return sendSignInPage(request, reply, readLanguage());
      return redirectClean(
        reply,
        `${sessionCookieName(door.port)}=${cookie}; Path=/; HttpOnly; SameSite=Strict`,
      );
    }
    if (verdict.kind === 'signed-out') return sendSignInPage(request, reply, readLanguage());
    // Already signed in and clicked the old link again: just leave the token out of the address.
    if (token !== null) return redirectClean(reply, null);
    request.sessionId = verdict.sessionId;
    request.isShell = verdict.isShell;
  });
}

function refuse(reply: FastifyReply): FastifyReply {
  // The body was not read and never will be.
  return reply.code(403).header('connection', 'close').send();
}

/**
 * The token of `/?token=…`. Only a real visit counts: a preview or a prefetch by the browser must not use
 * up the one chance.
 */
function readToken(request: FastifyRequest): string | null {
  const url = request.raw.url ?? '';
  if (request.method !== 'GET' || !url.startsWith('/?')) return null;
  const purpose = request.headers['sec-purpose'] ?? request.headers.purpose ?? '';
  if (String(purpose).includes('prefetch') || String(purpose).includes('prerender')) return null;
  return new URLSearchParams(url.slice(2)).get(TOKEN_PARAMETER);
}

function redirectClean(reply: FastifyReply, cookie: string | null): FastifyReply {
  if (cookie !== null) reply.header('set-cookie', cookie);
  return reply.code(303).header('location', '/').header('cache-control', 'no-store').send();
}

/** People get a page that says what to do; programs get an empty body (security.md 46). */
function sendSignInPage(request: FastifyRequest, reply: FastifyReply, language: Language): FastifyReply {
  const wantsPage =
    request.method === 'GET' &&
    !request.url.startsWith('/api/') &&
    (request.headers.accept ?? '').includes('text/html') &&
    (request.headers['sec-fetch-dest'] ?? 'document') === 'document';
  if (!wantsPage) return refuse(reply);
  const nonce = createNonce();
  return reply
    .code(403)
    .header('content-security-policy', buildPageCsp(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(renderSignInPage(language, nonce));
}
