// Which built file of the user interface answers a path, and with which headers?
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { findResource } from '../../engine/readers/find-resource.ts';
import { escapeHtml } from './html-text.ts';
import { buildPageCsp, createNonce } from './security-headers.ts';

/** The types that a build of ours can hold. A file of another type is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.icc': 'application/octet-stream',
};

/** Vite puts a content hash of 8 or more characters before the extension. */
const HASHED_NAME = /-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/** What stands in the built index.html wherever a nonce belongs (`html.cspNonce` of the Vite build). */
export const NONCE_PLACEHOLDER = '__CASEBINDER_CSP_NONCE__';

/** A worker obeys the policy of its own script, so scripts must be able to load their parts and their data. */
const WORKER_CSP = "default-src 'none'; script-src 'self'; connect-src 'self'";
/** An SVG or a style sheet that is opened as a page of its own stays a dead one. */
const ASSET_CSP = "default-src 'none'; sandbox";

interface UiFile {
  readonly path: string;
  readonly type: string;
  readonly sizeBytes: number;
  readonly isHashed: boolean;
}

/**
 * Serves the folder `uiDir`. The files are listed once and looked up by exact name, so a path can't lead out
 * of the folder by any spelling: what is not in the list does not exist (security.md 8).
 */
export function registerUiRoutes(server: FastifyInstance, uiDir: string): void {
  const files = new Map([...listHanFonts(), ...listUiFiles(uiDir)]);
  const index = files.get('/index.html');
  if (index === undefined) throw new Error('The folder of the user interface holds no index.html');
  const template = readFileSync(index.path, 'utf8');

  server.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    handler: async (request, reply) => {
      const path = decodePath(request.raw.url ?? '/');
      if (path === null || path.startsWith('/api/')) return reply.code(404).send();
      const file = files.get(path);
      if (file !== undefined && path !== '/index.html')
        return sendUiFile(reply, file, request.method === 'HEAD');
      // Addresses of the app itself (/cases/12) have no extension; they all start at the one page.
      if (path !== '/index.html' && /\.[A-Za-z0-9]+$/.test(path)) return reply.code(404).send();
      return sendUiPage(reply, template, request.method === 'HEAD');
    },
  });
}

function sendUiPage(reply: FastifyReply, template: string, isHead: boolean): FastifyReply {
  const nonce = createNonce();
  return reply
    .header('content-security-policy', buildPageCsp(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(isHead ? undefined : fillNonce(template, nonce));
}

function sendUiFile(reply: FastifyReply, file: UiFile, isHead: boolean): FastifyReply {
  reply.header('cache-control', file.isHashed ? 'private, max-age=31536000, immutable' : 'no-cache');
  reply.header('content-security-policy', file.type.startsWith('text/javascript') ? WORKER_CSP : ASSET_CSP);
  reply.header('content-length', String(file.sizeBytes)).type(file.type);
  return isHead ? reply.send() : reply.send(createReadStream(file.path));
}

/** Puts the nonce where the page and its libraries look for it: every placeholder and the `csp-nonce` meta. */
export function fillNonce(template: string, nonce: string): string {
  const filled = template.replaceAll(NONCE_PLACEHOLDER, escapeHtml(nonce));
  if (/<meta[^>]*property=["']csp-nonce["'][^>]*>/.test(filled)) return filled;
  return filled.replace(
    /<head[^>]*>/,
    (head) => `${head}<meta property="csp-nonce" nonce="${escapeHtml(nonce)}">`,
  );
}

/** The decoded path, or `null` for any spelling that has no business in an address of ours. */
export function decodePath(url: string): string | null {
  const raw = url.split(/[?#]/, 1)[0] ?? '';
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return null;
  }
  if (!path.startsWith('/') || path.startsWith('//')) return null;
  if (path.includes('\0') || path.includes('\\') || path.includes('%')) return null;
  if (path.split('/').some((part) => part === '..' || part === '.')) return null;
  return path === '/' ? '/index.html' : path;
}

/**
 * The fonts of the packs, for a page on a system without Chinese type (app.css). They never change within a version,
 * so the browser may keep them like a file with a hashed name.
 */
function listHanFonts(): [string, UiFile][] {
  return ['NotoSansSC-Regular.ttf', 'NotoSansSC-Bold.ttf'].flatMap((name) => {
    const path = findResource(`fonts/${name}`);
    if (path === undefined) return [];
    const file = { path, type: 'font/ttf', sizeBytes: statSync(path).size, isHashed: true };
    return [[`/fonts/${name}`, file] as [string, UiFile]];
  });
}

function listUiFiles(uiDir: string): Map<string, UiFile> {
  const files = new Map<string, UiFile>();
  for (const entry of readdirSync(uiDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const type = TYPES[/\.[a-z0-9]+$/.exec(entry.name)?.[0] ?? ''];
    if (type === undefined) continue;
    files.set(`/${relative(uiDir, path).split(sep).join('/')}`, {
      path,
      type,
      sizeBytes: statSync(path).size,
      isHashed: HASHED_NAME.test(entry.name),
    });
  }
  return files;
}
