// What may the desktop shell itself ask for that a page may not: grants for real paths, and paths of ids?
import { stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ContentSource } from './content-source.ts';
import type { GrantBook } from './grants.ts';

export const SHELL_PREFIX = '/api/shell/';

const GRANT_REQUEST = z.object({
  origin: z.enum(['picked', 'dropped']),
  paths: z.array(z.string().min(1).max(32_767)).min(1).max(10_000),
});

export interface GrantedItem {
  readonly grant: string;
  readonly fileName: string;
  readonly kind: 'file' | 'folder';
}

export interface ShellRouteOptions {
  readonly content: ContentSource;
  readonly grants: GrantBook;
}

/**
 * Registers `POST /api/shell/grants`, `GET /api/shell/documents/:id` and `GET /api/shell/packs/:id`.
 * Everyone but the shell gets 403 with an empty body: paths never reach a page (security.md 27).
 */
export function registerShellRoutes(server: FastifyInstance, options: ShellRouteOptions): void {
  void server.register(async (scope) => {
    scope.addHook('preValidation', async (request, reply) => {
      if (!request.isShell) await reply.code(403).send();
    });

    scope.post('/api/shell/grants', async (request, reply) => {
      const parsed = GRANT_REQUEST.safeParse(request.body);
      if (!parsed.success) return reply.code(400).send();
      const granted: GrantedItem[] = [];
      for (const path of parsed.data.paths) {
        const kind = await readKind(path);
        if (kind === null) continue; // gone since it was picked, or a device, a pipe, a relative name
        const fileName = basename(path) || path;
        const grant = options.grants.create(request.sessionId, {
          path,
          kind,
          fileName,
          origin: parsed.data.origin,
        });
        granted.push({ grant, fileName, kind });
      }
      return reply.send({ granted });
    });

    scope.get<{ Params: { id: string } }>('/api/shell/documents/:id', async (request, reply) => {
      const file = await options.content.openDocument(request.params.id);
      if (file === null) return reply.code(404).send();
      return reply.send({ path: file.path, mediaType: file.mediaType, fileName: file.fileName });
    });

    scope.get<{ Params: { id: string } }>('/api/shell/packs/:id', async (request, reply) => {
      const file = await options.content.openPackFile(request.params.id, 'index');
      return file === null ? reply.code(404).send() : reply.send({ path: file.path });
    });
  });
}

async function readKind(path: string): Promise<'file' | 'folder' | null> {
  if (!isAbsolute(path)) return null;
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) return 'folder';
    return facts.isFile() ? 'file' : null;
  } catch {
    return null;
  }
}
