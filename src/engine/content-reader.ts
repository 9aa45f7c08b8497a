// How do bytes of documents and packs leave the engine: originals, thumbnails, page images?
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EngineContext } from './engine-context.ts';
import type { OpenContent } from './packs/editions.ts';
import type { PackDesk } from './packs/pack-desk.ts';
import { createReadPool, type ReadPool } from './readers/read-pool.ts';
import { readDocumentRows } from './store/document-rows.ts';
import { hashFile } from './vault/vault.ts';
import { makePoster } from './video/make-poster.ts';

export interface OpenedFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly fileName: string;
  readonly sha256: string;
}

export interface ContentReader {
  openDocument(id: string): Promise<OpenedFile | null>;
  thumbnail(id: string): Promise<{ bytes: Uint8Array; mediaType: string } | null>;
  pageImage(id: string, page: number, dpi: number): Promise<{ bytes: Uint8Array; mediaType: string } | null>;
  openPackFile(packId: string, which: 'index' | 'zip'): Promise<OpenedFile | null>;
  close(): Promise<void>;
}

/** Extracted attachments stay open this long, so that a video can seek in them. */
const HOLD_MS = 5 * 60_000;

export function createContentReader(
  context: EngineContext,
  openContent: OpenContent,
  packs: PackDesk,
): ContentReader {
  let pool: ReadPool | null = null;
  const readPool = (): ReadPool => {
    pool ??= createReadPool({ workers: 1, scratchDir: context.scratchDir });
    return pool;
  };
  const held = new Map<number, { path: string; release(): void; timer: NodeJS.Timeout }>();
  const packHashes = new Map<string, string>();

  async function open(id: number): Promise<string | null> {
    const known = held.get(id);
    if (known !== undefined && existsSync(known.path)) return known.path;
    try {
      const content = await openContent(id);
      const timer = setTimeout(() => {
        held.delete(id);
        content.release();
      }, HOLD_MS);
      timer.unref();
      held.set(id, { ...content, timer });
      return content.path;
    } catch {
      return null;
    }
  }

  async function openDocument(id: string): Promise<OpenedFile | null> {
    const number = Number(id);
    if (!Number.isSafeInteger(number) || number <= 0) return null;
    const row = readDocumentRows(context.archive, [number])[0];
    if (row === undefined) return null;
    const path = await open(number);
    return path === null
      ? null
      : {
          path,
          sizeBytes: row.sizeBytes,
          mediaType: row.mediaType,
          fileName: row.fileName,
          sha256: row.sha256,
        };
  }

  /** Derived pictures are kept under the hash of the original: never stale, and lost without harm. */
  async function cached(
    sha256: string,
    name: string,
    make: () => Promise<Uint8Array | null>,
  ): Promise<Uint8Array | null> {
    const folder = join(context.archive.dir, 'cache', sha256.slice(0, 2));
    const file = join(folder, `${sha256}-${name}`);
    if (existsSync(file)) return readFileSync(file);
    const bytes = await make();
    if (bytes === null) return null;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const temp = `${file}.${createHash('sha256').update(String(performance.now())).digest('hex').slice(0, 8)}.tmp`;
    writeFileSync(temp, bytes, { mode: 0o600 });
    renameSync(temp, file);
    return bytes;
  }

  return {
    openDocument,
    async thumbnail(id) {
      const poster = await makePoster(context.archive, Number(id));
      if (poster !== undefined) return poster;
      const file = await openDocument(id);
      if (file === null) return null;
      const bytes = await cached(file.sha256, 'thumbnail.webp', async () => {
        try {
          return (await readPool().thumbnail({ path: file.path, mediaType: file.mediaType })).data;
        } catch {
          return null; // no picture of this type: the list shows an icon
        }
      });
      return bytes === null ? null : { bytes, mediaType: 'image/webp' };
    },
    async pageImage(id, page, dpi) {
      const file = await openDocument(id);
      if (file === null) return null;
      const bytes = await cached(file.sha256, `page-${page}-${dpi}.png`, async () => {
        try {
          return (
            await readPool().render({ path: file.path, mediaType: file.mediaType, page, dpi, format: 'png' })
          ).data;
        } catch {
          return null;
        }
      });
      return bytes === null ? null : { bytes, mediaType: 'image/png' };
    },
    async openPackFile(packId, which) {
      const preview = /^preview-(\d{1,12})$/.exec(packId);
      if (preview !== null) {
        const path = which === 'index' ? packs.previewPath(Number(preview[1])) : undefined;
        if (path === undefined || !existsSync(path)) return null;
        const { size } = statSync(path);
        const mediaType = 'application/pdf';
        return { path, sizeBytes: size, mediaType, fileName: 'preview.pdf', sha256: hashFile(path) };
      }
      const number = Number(packId);
      if (!Number.isSafeInteger(number)) return null;
      const row = packs.list().find((p) => p.id === number);
      const path =
        which === 'zip' ? row?.zip : row === undefined ? undefined : join(row.folder, 'data', 'index.pdf');
      if (path == null || !existsSync(path)) return null;
      const stat = statSync(path);
      const key = `${path}:${stat.size}:${stat.mtimeMs}`;
      let sha256 = packHashes.get(key);
      if (sha256 === undefined) {
        sha256 = hashFile(path);
        packHashes.set(key, sha256);
      }
      return {
        path,
        sizeBytes: stat.size,
        mediaType: which === 'zip' ? 'application/zip' : 'application/pdf',
        fileName: which === 'zip' ? basename(path) : `${row?.caseNumber ?? 'pack'}-index.pdf`,
        sha256,
      };
    },
    async close() {
      for (const entry of held.values()) {
        clearTimeout(entry.timer);
        entry.release();
      }
      held.clear();
      await pool?.close();
    },
  };
}
