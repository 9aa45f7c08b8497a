// How is the one door opened: procedures, the user interface and evidence bytes over one guarded HTTP server?
import { chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyRouter } from '@trpc/server';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Language } from '../../domain/errors.ts';
import { registerContentRoutes } from './content-routes.ts';
import type { ContentSource } from './content-source.ts';
import { type FrameDoor, registerFrameRoutes } from './frame-routes.ts';
import { GrantBook } from './grants.ts';
import { installGuard, TOKEN_PARAMETER } from './guard-hook.ts';
import { describePublicError } from './public-error.ts';
import type { Door } from './request-guard.ts';
import { readRequestLanguage } from './request-language.ts';
import { SessionBook } from './session-book.ts';
import { registerShellRoutes } from './shell-routes.ts';
import { type RequestContext, registerTrpcRoutes } from './trpc-routes.ts';
import { registerUiRoutes } from './ui-files.ts';
import { openUploadArea } from './upload-area.ts';
import { registerUploadRoutes } from './upload-routes.ts';

export type Listen =
  /** Browser mode: 127.0.0.1 only. Without `port` the system picks a free one. */
  | { readonly kind: 'loopback'; readonly port?: number }
  /** Desktop: a private socket or named pipe; every request carries `secret`. */
  | { readonly kind: 'socket'; readonly path: string; readonly secret: string };

export interface HttpHostOptions<TRouter extends AnyRouter> {
  readonly appRouter: TRouter;
  readonly createContext: (request: RequestContext) => object | Promise<object>;
  readonly content: ContentSource;
  /** Frames of videos; without it their addresses don't exist. */
  readonly videos?: FrameDoor;
  /** Built user interface (`ensureUiBuilt`); without it only `/api` answers. */
  readonly uiDir?: string;
  readonly listen: Listen;
  /** Asked per request, because a person can change the setting while the host runs. */
  readonly readLanguage: () => Language;
  /** The book that procedures redeem from; one is made when missing. */
  readonly grants?: GrantBook;
  /** The book of a host before this one, so that pages that are open stay signed in. */
  readonly sessions?: SessionBook;
  /** Parent of the private upload folder; best on the archive's disk, so that filing is a rename. */
  readonly uploadDir?: string;
  readonly uploadLimitBytes?: number;
  readonly log?: (message: string, error?: unknown) => void;
}

export interface HttpHost {
  /** Where people go: on loopback with the first one-time token; on a socket `app://app/`. */
  readonly url: string;
  /** The first one-time token; empty on a socket. */
  readonly token: string;
  /** 0 on a socket. */
  readonly port: number;
  readonly grants: GrantBook;
  /** Another one-time link (loopback): what the terminal prints when a person presses Enter. */
  issueUrl(): string;
  /** Ends open streams, stops listening, removes uploads that were not filed. */
  close(): Promise<void>;
}

const UPLOAD_LIMIT_BYTES = 32 * 1024 ** 3;

/** Opens the door. Rejects when the port or the socket is taken. */
export async function createHttpHost<TRouter extends AnyRouter>(
  options: HttpHostOptions<TRouter>,
): Promise<HttpHost> {
  const log = options.log ?? (() => undefined);
  const grants = options.grants ?? new GrantBook();
  const sessions = options.sessions ?? new SessionBook();
  const uploads = openUploadArea(options.uploadDir ?? join(tmpdir(), 'casebinder-uploads'));
  const server = createServer(log, options.readLanguage);
  let port = 0;
  const readDoor = (): Door =>
    options.listen.kind === 'socket'
      ? { kind: 'socket', secret: options.listen.secret }
      : { kind: 'loopback', port, sessions };

  installGuard(server, readDoor, options.readLanguage);
  registerTrpcRoutes(server, { ...options, log });
  registerContentRoutes(server, options.content, options.readLanguage);
  if (options.videos !== undefined) registerFrameRoutes(server, options.videos, options.readLanguage);
  registerShellRoutes(server, { content: options.content, grants });
  registerUploadRoutes(server, {
    area: uploads,
    grants,
    limitBytes: options.uploadLimitBytes ?? UPLOAD_LIMIT_BYTES,
    readLanguage: options.readLanguage,
  });
  if (options.uiDir !== undefined) registerUiRoutes(server, options.uiDir);

  const close = async (): Promise<void> => {
    await server.close();
    uploads.remove();
    if (options.listen.kind === 'socket' && process.platform !== 'win32')
      rmSync(options.listen.path, { force: true });
  };
  try {
    port = await listen(server, options.listen);
  } catch (error) {
    await close();
    throw error;
  }
  const issueUrl = (token: string): string =>
    options.listen.kind === 'socket' ? 'app://app/' : `http://127.0.0.1:${port}/?${TOKEN_PARAMETER}=${token}`;
  const token = options.listen.kind === 'socket' ? '' : sessions.issueToken();
  return {
    url: issueUrl(token),
    token,
    port,
    grants,
    issueUrl: () => issueUrl(sessions.issueToken()),
    close,
  };
}

function createServer(
  log: (message: string, error?: unknown) => void,
  readLanguage: () => Language,
): FastifyInstance {
  const server = fastify({
    logger: false,
    bodyLimit: 1024 * 1024,
    exposeHeadRoutes: false,
    // A request line that can't be decoded is refused before any hook runs: say as little as possible.
    frameworkErrors: (_error, _request, reply) => {
      void (reply as unknown as FastifyReply).code(404).send();
    },
    forceCloseConnections: true, // event streams never end by themselves
    routerOptions: { maxParamLength: 8000, ignoreTrailingSlash: false }, // a batch names all its procedures in one parameter
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    requestTimeout: 0, // a video over a slow disk may take longer than any limit; loopback only
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send());
  server.setErrorHandler((error: unknown, request, reply) => {
    const status = readStatus(error);
    if (status < 500) return reply.code(status).send(); // malformed requests: nothing to explain to a person
    const described = describePublicError(
      error,
      readRequestLanguage(request.headers, readLanguage()),
      (incident, cause) => log(`request failed #${incident}`, cause),
    );
    return reply.code(500).type('application/json; charset=utf-8').send({ error: described });
  });
  return server;
}

function readStatus(error: unknown): number {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

async function listen(server: FastifyInstance, where: Listen): Promise<number> {
  if (where.kind === 'loopback') {
    await server.listen({ host: '127.0.0.1', port: where.port ?? 0 });
    const address = server.server.address();
    if (address === null || typeof address === 'string') throw new Error('Listening without a port');
    return address.port;
  }
  await server.listen({ path: where.path });
  // The folder around it is owner-only as well; a pipe of Windows has no mode, there the secret decides.
  if (process.platform !== 'win32') chmodSync(where.path, 0o600);
  return 0;
}
