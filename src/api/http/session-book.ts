// Who may talk to the browser-mode host: one-time tokens in, session cookies out.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 32; // 256 bits, security.md 3.15

/** Compares two secrets in constant time; hashing first makes the lengths equal. */
export function secretsEqual(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}

export function createSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** Tokens that were printed and not used yet, and the sessions they became. Lives as long as the host. */
export class SessionBook {
  #openTokens: Buffer[] = [];
  readonly #sessions = new Map<string, { readonly sessionId: string; readonly cookieDigest: Buffer }>();

  /** A new one-time token. Only its digest is kept. */
  issueToken(): string {
    const token = createSecret();
    this.#openTokens.push(digest(token));
    return token;
  }

  /** Uses up `token`; the cookie secret of the new session, or `null` when the token is wrong or was used. */
  redeemToken(token: string): string | null {
    const candidate = digest(token);
    const rest = this.#openTokens.filter((open) => !timingSafeEqual(open, candidate));
    if (rest.length === this.#openTokens.length) return null;
    this.#openTokens = rest;
    const cookie = createSecret();
    const sessionId = `browser-${randomBytes(9).toString('base64url')}`;
    this.#sessions.set(sessionId, { sessionId, cookieDigest: digest(cookie) });
    return cookie;
  }

  /** The session that `cookie` belongs to, or `null`. Looks at every session, so time tells nothing. */
  findSession(cookie: string): string | null {
    const candidate = digest(cookie);
    let found: string | null = null;
    for (const session of this.#sessions.values()) {
      if (timingSafeEqual(session.cookieDigest, candidate)) found = session.sessionId;
    }
    return found;
  }
}

/** The value of cookie `name` in a Cookie header, or `null`. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return null;
}
