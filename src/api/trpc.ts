// What does every procedure know, and how do errors cross the door?
import { initTRPC, TRPCError } from '@trpc/server';
import { CasebinderError, type ErrorCode, type Language } from '../domain/errors.ts';
import type { Engine } from '../engine/engine.ts';
import { translateStorageError } from '../engine/store/storage-error.ts';
import type { GrantBook } from './http/grants.ts';
import { describePublicError } from './http/public-error.ts';

export interface ApiContext {
  readonly engine: Engine;
  readonly language: Language;
  readonly sessionId: string;
  /** Single-use permissions for paths that a person picked or dropped; the CLI makes its own. */
  readonly grants: GrantBook;
  /** Aborted when the caller goes away. */
  readonly signal?: AbortSignal;
}

/** tRPC's code for each of ours: only what a client may do about it matters. */
const TRPC_CODES: Partial<Record<ErrorCode, TRPCError['code']>> = {
  NOT_FOUND: 'NOT_FOUND',
  INPUT_INVALID: 'BAD_REQUEST',
  USAGE: 'BAD_REQUEST',
  CASE_DUPLICATE: 'CONFLICT',
  CASE_ID_TAKEN: 'CONFLICT',
  REVISION_CONFLICT: 'CONFLICT',
  GRANT_EXPIRED: 'FORBIDDEN',
  CANCELLED: 'CLIENT_CLOSED_REQUEST',
};

const t = initTRPC.context<ApiContext>().create({
  isDev: false,
  // A silent stream can't be told from a dead one: the client reconnects when the heartbeat stays away.
  sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
  errorFormatter({ shape, error, ctx }) {
    const language = ctx?.language ?? 'zh-CN';
    const cause =
      error.cause instanceof CasebinderError
        ? error.cause
        : error.code === 'BAD_REQUEST'
          ? new CasebinderError('INPUT_INVALID', { detail: 'schema' }, error)
          : error;
    const told = describePublicError(cause, language, (incident, whole) =>
      ctx?.engine.context.log.error({ incident, error: whole }, 'procedure failed'),
    );
    return {
      message: told.message,
      code: shape.code,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path, told },
    };
  },
});

/** Errors of the engine keep their code on the way out. */
const tellErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const cause = translateStorageError(result.error.cause);
  if (cause instanceof CasebinderError) {
    throw new TRPCError({
      code: TRPC_CODES[cause.code] ?? 'INTERNAL_SERVER_ERROR',
      message: cause.message,
      cause,
    });
  }
  return result;
});

export const router = t.router;
export const procedure = t.procedure.use(tellErrors);
export const createCallerFactory = t.createCallerFactory;
