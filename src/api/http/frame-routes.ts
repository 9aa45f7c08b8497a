// Which addresses hand out the frames of a video, and take them from a page that has a decoder?
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { CasebinderError, describeError, type Language } from '../../domain/errors.ts';
import { FRAME_LIMITS } from '../../domain/video-frames.ts';
import type { OfferedFrame } from '../../engine/video/check-frames.ts';
import type { VideoDesk } from '../../engine/video/video-desk.ts';
import { pageDecoder } from '../page-decoder.ts';
import { judgeJson } from './json-guard.ts';
import { readRequestLanguage } from './request-language.ts';
import { EVIDENCE_CSP } from './security-headers.ts';
import { matchesEtag } from './send-file.ts';

const MAX_HEADER_BYTES = 16 * 1024;
const HEADER_LENGTH_BYTES = 4;

/** What precedes the pictures; their bytes follow in the same order without gaps. */
const offerHeader = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  decoder: pageDecoder,
  frames: z
    .array(
      z.strictObject({
        atSeconds: z.number().min(0).max(FRAME_LIMITS.maxDurationSeconds),
        reason: z.enum(['even', 'scene']),
        sizeBytes: z.number().int().min(4).max(FRAME_LIMITS.maxFrameBytes),
      }),
    )
    .min(1)
    .max(FRAME_LIMITS.maxFrames),
});

/** What the addresses need of the engine. */
export type FrameDoor = Pick<VideoDesk, 'frame' | 'accept'>;

/**
 * Registers `GET|HEAD /api/documents/:id/frames/:n.jpg` and `POST /api/documents/:id/frames`. The body of the latter is
 * `application/octet-stream`: four bytes (big endian) length of a JSON header, the header, then the JPEG bytes.
 */
export function registerFrameRoutes(
  server: FastifyInstance,
  videos: FrameDoor,
  readLanguage: () => Language,
): void {
  server.route<{ Params: { id: string; frame: string } }>({
    method: ['GET', 'HEAD'],
    url: '/api/documents/:id/frames/:frame',
    handler: async (request, reply) => {
      const number = /^([1-9]\d?)\.jpg$/.exec(request.params.frame)?.[1];
      const isId = /^[1-9]\d{0,15}$/.test(request.params.id);
      const bytes = number === undefined || !isId ? null : videos.frame(request.params.id, Number(number));
      if (bytes === null) {
        const language = readRequestLanguage(request.headers, readLanguage());
        return tell(reply, 404, new CasebinderError('NOT_FOUND', { what: 'frame' }), language);
      }
      const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      reply.header('content-security-policy', EVIDENCE_CSP);
      if (matchesEtag(request.headers['if-none-match'], etag)) return reply.code(304).send();
      reply.type('image/jpeg').header('content-length', String(bytes.byteLength));
      return request.method === 'HEAD' ? reply.send() : reply.send(Buffer.from(bytes));
    },
  });
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    scope.post<{ Params: { id: string }; Body: unknown }>(
      '/api/documents/:id/frames',
      { bodyLimit: HEADER_LENGTH_BYTES + MAX_HEADER_BYTES + FRAME_LIMITS.maxTotalBytes },
      async (request, reply) => {
        const language = readRequestLanguage(request.headers, readLanguage());
        try {
          const isId = /^[1-9]\d{0,15}$/.test(request.params.id);
          if (!isId || !Buffer.isBuffer(request.body))
            throw new CasebinderError('INPUT_INVALID', { detail: 'frames' });
          return await reply.send(await videos.accept(Number(request.params.id), readOffer(request.body)));
        } catch (error) {
          if (!(error instanceof CasebinderError)) throw error;
          return tell(reply, error.code === 'NOT_FOUND' ? 404 : 400, error, language);
        }
      },
    );
  });
}

/** @throws CasebinderError INPUT_INVALID for anything but a header and exactly the bytes that it announces */
function readOffer(body: Buffer) {
  const refuse = (detail: string): never => {
    throw new CasebinderError('INPUT_INVALID', { detail });
  };
  if (body.length < HEADER_LENGTH_BYTES) refuse('frames: no header');
  const headerBytes = body.readUInt32BE(0);
  const start = HEADER_LENGTH_BYTES + headerBytes;
  if (headerBytes > MAX_HEADER_BYTES || start > body.length) refuse('frames: header');
  const text = body.toString('utf8', HEADER_LENGTH_BYTES, start);
  if (judgeJson(text) !== 'ok') refuse('frames: header');
  const header = offerHeader.safeParse(JSON.parse(text));
  if (!header.success) return refuse('frames: header');
  const { sha256, decoder, frames } = header.data;
  const total = frames.reduce((sum, frame) => sum + frame.sizeBytes, 0);
  if (start + total !== body.length) refuse('frames: length');
  let at = start;
  const offered = frames.map(({ atSeconds, reason, sizeBytes }): OfferedFrame => {
    const bytes = body.subarray(at, at + sizeBytes);
    at += sizeBytes;
    return { atSeconds, reason, bytes };
  });
  return { sha256, decoder, frames: offered };
}

function tell(reply: FastifyReply, status: number, error: CasebinderError, language: Language): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ error: describeError(error, language) });
}
