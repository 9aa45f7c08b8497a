// What answers a request to app://app: the engine, or, when there is none, a page that explains?

import { SHELL_PREFIX } from '../src/api/http/shell-routes.ts';
import type { Language } from '../src/domain/errors.ts';
import type { EngineState } from './engine-process.ts';
import { type ForwardTarget, forwardToEngine } from './forward.ts';
import { buildRecoveryResponse, RETRY_PATH } from './recovery-page.ts';
import { APP_URL, isAppUrl } from './security.ts';

const RETRY_AFTER_MS = 250;

export interface AppRequestOptions {
  readonly engine: { readState(): Promise<EngineState>; retry(): void };
  readonly readLanguage: () => Language;
  readonly logDir: string;
  readonly log: (message: string) => void;
  readonly forward?: (request: Request, target: ForwardTarget) => Promise<Response>;
}

/**
 * security.md 8: only host `app`; only GET and HEAD outside `/api/`; the shell's own addresses don't exist for a
 * page. Paths are judged again, byte by byte, by the engine's host.
 */
export async function answerAppRequest(request: Request, options: AppRequestOptions): Promise<Response> {
  if (!isAppUrl(request.url)) return new Response(null, { status: 404 });
  const { pathname } = new URL(request.url);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead && !(request.method === 'POST' && pathname.startsWith('/api/'))) {
    return new Response(null, { status: 405 });
  }
  if (decodesTo(pathname, SHELL_PREFIX)) return new Response(null, { status: 403 });
  if (pathname === RETRY_PATH) {
    options.engine.retry();
    return new Response(null, { status: 303, headers: { location: APP_URL } });
  }
  const first = await tryEngine(request, pathname, options);
  if (first !== null) return first;
  if (isRead && !request.signal.aborted) {
    // The engine may have died a moment ago; its restart is awaited by the second try.
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    const second = await tryEngine(request, pathname, options);
    if (second !== null) return second;
  }
  return new Response(null, { status: 502 });
}

/** `null` when the engine could not be reached. */
async function tryEngine(
  request: Request,
  pathname: string,
  options: AppRequestOptions,
): Promise<Response | null> {
  const state = await options.engine.readState();
  if (state.kind === 'failed') {
    if (pathname.startsWith('/api/')) return new Response(null, { status: 503 });
    return buildRecoveryResponse(state.failure, options.readLanguage(), options.logDir);
  }
  try {
    return await (options.forward ?? forwardToEngine)(request, state);
  } catch (error) {
    if (!request.signal.aborted) {
      options.log(`forwarding failed: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`);
    }
    return null;
  }
}

/** Also finds the prefix under another spelling: case, percent signs, doubled slashes. */
function decodesTo(pathname: string, prefix: string): boolean {
  let decoded = pathname;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return true; // can't be decoded: nothing that a page of ours would ask for
  }
  return decoded.replaceAll(/\/+/g, '/').toLowerCase().startsWith(prefix);
}
