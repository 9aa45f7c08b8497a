// How does a path that a person picked or dropped reach the engine without the page ever naming a path?
import { randomBytes } from 'node:crypto';
import { CasebinderError } from '../../domain/errors.ts';

export type GrantKind = 'file' | 'folder';

/** A person's permission to use one path, once. */
export interface Grant {
  readonly path: string;
  readonly kind: GrantKind;
  /** Name to show and to file under; for uploads the name it had on the person's disk. */
  readonly fileName: string;
  readonly origin: 'picked' | 'dropped' | 'uploaded';
}

interface HeldGrant extends Grant {
  readonly sessionId: string;
  readonly expiresAtMs: number;
}

const LIFETIME_MS = 30 * 60_000;
const MAX_HELD = 50_000;

/** Holds grants in memory: single use, expiring, bound to the session they were made for (security.md 28). */
export class GrantBook {
  readonly #held = new Map<string, HeldGrant>();
  readonly #readNowMs: () => number;

  constructor(readNowMs: () => number = Date.now) {
    this.#readNowMs = readNowMs;
  }

  /** The id that the page may hold. */
  create(sessionId: string, grant: Grant): string {
    this.#dropExpired();
    if (this.#held.size >= MAX_HELD) this.#dropOldest();
    const id = `g_${randomBytes(24).toString('base64url')}`;
    this.#held.set(id, { ...grant, sessionId, expiresAtMs: this.#readNowMs() + LIFETIME_MS });
    return id;
  }

  /** Uses the grant up. Throws `GRANT_EXPIRED` when it is unknown, used, too old, or another session's. */
  redeem(id: string, sessionId: string): Grant {
    const held = this.#held.get(id);
    // A stranger's try must not use up the owner's grant, so the session is looked at first.
    if (held === undefined || held.sessionId !== sessionId) throw new CasebinderError('GRANT_EXPIRED');
    this.#held.delete(id);
    if (held.expiresAtMs <= this.#readNowMs()) throw new CasebinderError('GRANT_EXPIRED');
    return { path: held.path, kind: held.kind, fileName: held.fileName, origin: held.origin };
  }

  #dropExpired(): void {
    const nowMs = this.#readNowMs();
    for (const [id, held] of this.#held) {
      if (held.expiresAtMs > nowMs) return; // insertion order is expiry order: the rest is younger
      this.#held.delete(id);
    }
  }

  #dropOldest(): void {
    const oldest = this.#held.keys().next();
    if (!oldest.done) this.#held.delete(oldest.value);
  }
}
