// Which addresses hand out the bytes of documents, their pictures and finished packs?
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { CasebinderError, describeError, type Language } from '../../domain/errors.ts';
import type { ContentSource, ImageBytes, OpenFile } from './content-source.ts';
import { readRequestLanguage } from './request-language.ts';
import { EVIDENCE_CSP } from './security-headers.ts';
import { matchesEtag, sendFile } from './send-file.ts';

const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/;
const RASTER_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/avif']);
const DPI = { least: 36, usual: 110, most: 300 } as const;
const MAX_PAGE = 100_000;

// HEAD is served by the same handlers; Fastify's own HEAD would lose the length of what is streamed.
const READ: { method: HTTPMethods[] } = { method: ['GET', 'HEAD'] };

interface IdParams {
  id: string;
}

/**
 * Registers GET and HEAD for
 * `/api/documents/:id/content[?download=1]`, `/api/documents/:id/thumbnail`,
 * `/api/documents/:id/pages/:n.png[?dpi=]`, `/api/packs/:id/index.pdf` and `/api/packs/:id/zip`.
 */
export function registerContentRoutes(
  server: FastifyInstance,
  content: ContentSource,
  readLanguage: () => Language,
): void {
  const sendNotFound = (request: FastifyRequest, reply: FastifyReply, what: string): FastifyReply => {
    const language = readRequestLanguage(request.headers, readLanguage());
    return reply
      .code(404)
      .type('application/json; charset=utf-8')
      .send({ error: describeError(new CasebinderError('NOT_FOUND', { what }), language) });
  };
  const answerFile = async (
    request: FastifyRequest,
    reply: FastifyReply,
    what: string,
    asAttachment: boolean,
    find: () => Promise<OpenFile | null>,
  ): Promise<FastifyReply> => {
    const file = await find();
    if (file !== null && (await sendFile(request, reply, file, asAttachment))) return reply;
    return sendNotFound(request, reply, what);
  };

  server.route<{ Params: IdParams; Querystring: { download?: string } }>({
    ...READ,
    url: '/api/documents/:id/content',
    handler: async (request, reply) => {
      const { id } = request.params;
      if (!ID_PATTERN.test(id)) return sendNotFound(request, reply, '?');
      const asAttachment = request.query.download === '1';
      return answerFile(request, reply, id, asAttachment, () => content.openDocument(id));
    },
  });

  server.route<{ Params: IdParams }>({
    ...READ,
    url: '/api/documents/:id/thumbnail',
    handler: async (request, reply) => {
      const { id } = request.params;
      const image = ID_PATTERN.test(id) ? await content.thumbnail(id) : null;
      return image === null ? sendNotFound(request, reply, 'thumbnail') : sendImage(request, reply, image);
    },
  });

  server.route<{ Params: IdParams & { page: string }; Querystring: { dpi?: string } }>({
    ...READ,
    url: '/api/documents/:id/pages/:page',
    handler: async (request, reply) => {
      const { id } = request.params;
      const page = /^([1-9]\d{0,5})\.png$/.exec(request.params.page)?.[1];
      const dpi = readDpi(request.query.dpi);
      const isAsked = ID_PATTERN.test(id) && page !== undefined && Number(page) <= MAX_PAGE && dpi !== null;
      const image = isAsked ? await content.pageImage(id, Number(page), dpi) : null;
      return image === null ? sendNotFound(request, reply, 'page') : sendImage(request, reply, image);
    },
  });

  server.route<{ Params: IdParams }>({
    ...READ,
    url: '/api/packs/:id/index.pdf',
    handler: async (request, reply) => {
      const { id } = request.params;
      if (!ID_PATTERN.test(id)) return sendNotFound(request, reply, '?');
      return answerFile(request, reply, id, false, () => content.openPackFile(id, 'index'));
    },
  });

  server.route<{ Params: IdParams }>({
    ...READ,
    url: '/api/packs/:id/zip',
    handler: async (request, reply) => {
      const { id } = request.params;
      if (!ID_PATTERN.test(id)) return sendNotFound(request, reply, '?');
      return answerFile(request, reply, id, true, () => content.openPackFile(id, 'zip'));
    },
  });
}

function readDpi(text: string | undefined): number | null {
  if (text === undefined) return DPI.usual;
  const dpi = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return dpi >= DPI.least && dpi <= DPI.most ? dpi : null;
}

/** Pictures are made by us, but from hostile input: they get the same harmless headers as originals. */
function sendImage(request: FastifyRequest, reply: FastifyReply, image: ImageBytes): FastifyReply {
  const etag = `"${createHash('sha256').update(image.bytes).digest('base64url')}"`;
  reply.header('etag', etag);
  reply.header('cache-control', 'private, no-cache');
  reply.header('content-security-policy', EVIDENCE_CSP);
  if (!RASTER_TYPES.has(image.mediaType)) return reply.code(404).send();
  if (matchesEtag(request.headers['if-none-match'], etag)) return reply.code(304).send();
  reply.type(image.mediaType).header('content-length', String(image.bytes.byteLength));
  if (request.method === 'HEAD') return reply.send();
  return reply.send(Buffer.from(image.bytes.buffer, image.bytes.byteOffset, image.bytes.byteLength));
}
