// May this request be answered at all? Pure rules over its method and headers.
import { createHmac } from 'node:crypto';
import { readCookie, type SessionBook, secretsEqual } from './session-book.ts';

/** On which door the request arrived, and what it must show there. */
export type Door =
  | { readonly kind: 'loopback'; readonly port: number; readonly sessions: SessionBook }
  | { readonly kind: 'socket'; readonly secret: string };

export interface RequestFacts {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export type GuardVerdict =
  | { readonly kind: 'allowed'; readonly sessionId: string; readonly isShell: boolean }
  /** The place is right, the person is not signed in: a page may explain how to. */
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

export type RefusalReason = 'host' | 'origin' | 'cross-site' | 'upgrade' | 'secret';

/** Headers between the shell and the engine. A page can't set them: `electron/forward.ts` drops them. */
export const SECRET_HEADER = 'x-casebinder-secret';
export const SHELL_HEADER = 'x-casebinder-shell';
export const APP_HOST = 'app';
export const APP_ORIGIN = 'app://app';
export const DESKTOP_SESSION = 'desktop';

/** The second secret, known to the shell only: requests for paths carry it, forwarded page requests never do. */
export function deriveShellSecret(secret: string): string {
  return createHmac('sha256', secret).update('casebinder shell').digest('base64url');
}

/** Cookies are shared by all ports of a host, so the name holds the port: two archives stay two sign-ins. */
export function sessionCookieName(port: number): string {
  return `casebinder-${port}`;
}

/** Applies security.md 3.15 and 46 to 48. */
export function judgeRequest(door: Door, request: RequestFacts): GuardVerdict {
  // There is no WebSocket here; a handshake can only be somebody probing (security.md 47).
  if (header(request, 'upgrade') !== undefined) return { kind: 'refused', reason: 'upgrade' };
  return door.kind === 'socket'
    ? judgeSocketRequest(door.secret, request)
    : judgeLoopbackRequest(door, request);
}

function judgeSocketRequest(secret: string, request: RequestFacts): GuardVerdict {
  if (!secretsEqual(header(request, SECRET_HEADER) ?? '', secret))
    return { kind: 'refused', reason: 'secret' };
  if (header(request, 'host') !== APP_HOST) return { kind: 'refused', reason: 'host' };
  const origin = header(request, 'origin');
  if (origin !== undefined && origin !== APP_ORIGIN) return { kind: 'refused', reason: 'origin' };
  if (isForeignSite(request)) return { kind: 'refused', reason: 'cross-site' };
  const shell = header(request, SHELL_HEADER);
  const isShell = shell !== undefined && secretsEqual(shell, deriveShellSecret(secret));
  return { kind: 'allowed', sessionId: DESKTOP_SESSION, isShell };
}

function judgeLoopbackRequest(
  door: Extract<Door, { kind: 'loopback' }>,
  request: RequestFacts,
): GuardVerdict {
  const host = header(request, 'host');
  if (host !== `127.0.0.1:${door.port}` && host !== `localhost:${door.port}`) {
    return { kind: 'refused', reason: 'host' }; // DNS rebinding arrives with the attacker's name
  }
  const origin = header(request, 'origin');
  const isSafeMethod = request.method === 'GET' || request.method === 'HEAD';
  // Browsers send Origin with every non-GET; without one nobody can say where the command comes from.
  if (origin === undefined ? !isSafeMethod : origin !== `http://${host}`) {
    return { kind: 'refused', reason: 'origin' };
  }
  if (isForeignSite(request)) return { kind: 'refused', reason: 'cross-site' };
  const cookie = readCookie(header(request, 'cookie'), sessionCookieName(door.port));
  const sessionId = cookie === null ? null : door.sessions.findSession(cookie);
  return sessionId === null ? { kind: 'signed-out' } : { kind: 'allowed', sessionId, isShell: false };
}

/**
 * `same-site` is another port of this machine, which is as foreign as another site; only following a link
 * from there (a terminal shown in a browser) is let through, and that still needs a token or a cookie.
 */
function isForeignSite(request: RequestFacts): boolean {
  const site = header(request, 'sec-fetch-site');
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  return !(
    site === 'same-site' &&
    request.method === 'GET' &&
    header(request, 'sec-fetch-mode') === 'navigate'
  );
}

function header(request: RequestFacts, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
