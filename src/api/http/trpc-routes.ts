// How do typed procedures travel over HTTP: which requests reach the router, and under which limits?
import type { AnyRouter } from '@trpc/server';
import { type FastifyHandlerOptions, fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../domain/errors.ts';
import { API_JSON_LIMITS, judgeJson } from './json-guard.ts';
import { readRequestLanguage } from './request-language.ts';

/** What a procedure may know about who asks. */
export interface RequestContext {
  /** Grants are bound to it. */
  readonly sessionId: string;
  readonly language: Language;
  /** Aborted when the page goes away or cancels. */
  readonly signal: AbortSignal;
}

export interface TrpcRouteOptions<TRouter extends AnyRouter> {
  readonly appRouter: TRouter;
  /** Turns the host's facts into the router's own context. */
  readonly createContext: (request: RequestContext) => object | Promise<object>;
  readonly readLanguage: () => Language;
  readonly log: (message: string, error: unknown) => void;
}

export const TRPC_PREFIX = '/api/trpc';
const MAX_BATCH = 50;

/**
 * Registers `/api/trpc/:path` for queries (GET), mutations (POST, JSON only) and subscriptions (GET, server-sent
 * events). Input is judged as text first (security.md 26), then parsed by tRPC and validated by its schema.
 */
export function registerTrpcRoutes<TRouter extends AnyRouter>(
  server: FastifyInstance,
  options: TrpcRouteOptions<TRouter>,
): void {
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: API_JSON_LIMITS.maxCharacters },
      (_request, body, done) => done(null, body),
    );
    scope.route<{ Params: { path: string }; Querystring: { input?: string } }>({
      method: ['GET', 'POST'],
      url: `${TRPC_PREFIX}/:path`,
      handler: async (request, reply) => {
        const input = request.method === 'POST' ? request.body : request.query.input;
        if (input !== undefined && (typeof input !== 'string' || judgeJson(input) !== 'ok')) {
          return sendBadInput(reply, typeof input === 'string' ? judgeJson(input) : 'malformed');
        }
        const handlerOptions: FastifyHandlerOptions<AnyRouter, FastifyRequest, FastifyReply> = {
          router: options.appRouter,
          allowMethodOverride: false,
          maxBatchSize: MAX_BATCH,
          createContext: ({ info }) =>
            options.createContext({
              sessionId: request.sessionId,
              language: readRequestLanguage(request.headers, options.readLanguage()),
              signal: info.signal,
            }),
          onError: ({ error, path }) => {
            if (error.code === 'INTERNAL_SERVER_ERROR') {
              options.log(`procedure ${path ?? '?'} failed`, error.cause ?? error);
            }
          },
        };
        await fastifyRequestHandler({
          ...handlerOptions,
          req: request,
          res: reply,
          path: request.params.path,
        });
        return reply;
      },
    });
  });
}

/** Same outer shape as an error of tRPC, so that its client shows it like any other. */
function sendBadInput(reply: FastifyReply, verdict: string): FastifyReply {
  const status = verdict === 'too-large' ? 413 : 400;
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({
      error: {
        message: `Input refused: ${verdict}`,
        code: -32600,
        data: { code: status === 413 ? 'PAYLOAD_TOO_LARGE' : 'BAD_REQUEST', httpStatus: status },
      },
    });
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard before any route runs; empty only on requests that were refused. */
    sessionId: string;
    /** True only for the desktop shell itself, never for a page. */
    isShell: boolean;
  }
}
