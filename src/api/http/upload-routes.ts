// How does a dropped file get from a browser into the archive?
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';
import { CasebinderError, describeError, type Language } from '../../domain/errors.ts';
import { sanitiseFileName } from './content-disposition.ts';
import type { GrantBook } from './grants.ts';
import { readRequestLanguage } from './request-language.ts';
import type { UploadArea } from './upload-area.ts';

export const FILE_NAME_HEADER = 'x-file-name';

export interface UploadRouteOptions {
  readonly area: UploadArea;
  readonly grants: GrantBook;
  readonly limitBytes: number;
  readonly readLanguage: () => Language;
}

/**
 * Registers `POST /api/uploads`: the raw bytes of one file as `application/octet-stream`, its name
 * (encodeURIComponent) in `X-File-Name`. Answers `{grant, fileName, sizeBytes}`. Streams to disk in constant
 * memory; a broken or oversized upload leaves nothing behind.
 */
export function registerUploadRoutes(server: FastifyInstance, options: UploadRouteOptions): void {
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    scope.post<{ Body: Readable }>(
      '/api/uploads',
      { bodyLimit: Number.MAX_SAFE_INTEGER }, // counted below, while streaming
      async (request, reply) => {
        const language = readRequestLanguage(request.headers, options.readLanguage());
        const fileName = readFileName(request.headers[FILE_NAME_HEADER]);
        if (fileName === null) {
          const error = new CasebinderError('INPUT_INVALID', { detail: FILE_NAME_HEADER });
          return reply.code(400).send({ error: describeError(error, language) });
        }
        const slot = await options.area.createSlot();
        const path = join(slot, fileName);
        const counter = createCounter(options.limitBytes);
        try {
          await pipeline(request.body, counter.stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
        } catch (error) {
          await rm(slot, { recursive: true, force: true });
          if (!(error instanceof CasebinderError)) throw error;
          // The rest of the body will not be read, so this connection can't be used again.
          return reply
            .code(413)
            .header('connection', 'close')
            .send({ error: describeError(error, language) });
        }
        const grant = options.grants.create(request.sessionId, {
          path,
          kind: 'file',
          fileName,
          origin: 'uploaded',
        });
        return reply.send({ grant, fileName, sizeBytes: counter.readBytes() });
      },
    );
  });
}

function readFileName(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string' || header === '' || header.length > 4000) return null;
  try {
    return sanitiseFileName(decodeURIComponent(header));
  } catch {
    return null;
  }
}

function createCounter(limitBytes: number): { stream: Transform; readBytes: () => number } {
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limitBytes) {
        done(new CasebinderError('UPLOAD_TOO_LARGE', { limit: `${Math.floor(limitBytes / 1024 ** 2)} MiB` }));
      } else done(null, chunk);
    },
  });
  return { stream, readBytes: () => bytes };
}
