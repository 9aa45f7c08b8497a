// Where can the original bytes of a document be read right now: in a folder, in the vault, or inside its parent?
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CasebinderError } from '../../domain/errors.ts';
import { DEFAULT_READ_LIMITS } from '../../domain/reading.ts';
import type { EngineContext } from '../engine-context.ts';
import { hasSafeCopy, vaultPath } from '../vault/vault.ts';
import { MAX_CHILD_DEPTH } from './file-children.ts';
import { isSameLook, lookAtFile } from './file-look.ts';
import type { IntakeWorkers } from './intake-task.ts';
import { toAbsolutePath } from './path-key.ts';

/** Bytes to read, and how to say that they are no longer needed. The file must never be written. */
export interface ContentHandle {
  readonly path: string;
  /** Name as a person knows it. */
  readonly fileName: string;
  readonly sha256: string;
  release(): Promise<void>;
}

interface LocationRow {
  root: string | null;
  parent: number | null;
  relativePath: string;
  fileName: string;
  sizeBytes: number;
  mtimeMs: number;
  inode: string;
}

let openCount = 0;

/**
 * Finds the original of a document: a location whose size, time and file id are as filed, else the safe copy, else the
 * parent, unpacked into a scratch folder that release() sweeps.
 * @throws CasebinderError NOT_FOUND (no such document), FILE_UNREADABLE (no copy can be reached now)
 */
export async function openContent(
  context: EngineContext,
  workers: IntakeWorkers,
  documentId: number,
  depth = 0,
): Promise<ContentHandle> {
  const { sqlite, dir } = context.archive;
  const document = sqlite
    .prepare<[number], { sha256: string; title: string }>('SELECT sha256, title FROM document WHERE id = ?')
    .get(documentId);
  if (document === undefined) throw new CasebinderError('NOT_FOUND', { what: `#${documentId}` });
  const { sha256 } = document;
  const locations = sqlite
    .prepare<[number], LocationRow>(
      `SELECT f.path AS root, l.parent_document_id AS parent, l.relative_path AS relativePath, l.file_name AS fileName,
         l.size_bytes AS sizeBytes, l.mtime_ms AS mtimeMs, l.inode
       FROM location l LEFT JOIN watched_folder f ON f.id = l.folder_id
       WHERE l.document_id = ? AND l.state IN ('present','missing_unconfirmed') ORDER BY l.folder_id IS NULL, l.id`,
    )
    .all(documentId);
  const fileName = locations[0]?.fileName ?? document.title;
  for (const row of locations) {
    if (row.root === null) continue;
    const path = toAbsolutePath(row.root, row.relativePath);
    if (isAsFiled(path, row)) return { path, fileName: row.fileName, sha256, release: async () => undefined };
  }
  if (hasSafeCopy(dir, sha256)) {
    return { path: vaultPath(dir, sha256), fileName, sha256, release: async () => undefined };
  }
  for (const row of locations) {
    if (row.parent === null || depth > MAX_CHILD_DEPTH) continue;
    const handle = await openInParent(context, workers, row, row.parent, sha256, depth);
    if (handle !== undefined) return handle;
  }
  throw new CasebinderError('FILE_UNREADABLE', { path: locations[0]?.relativePath ?? document.title });
}

function isAsFiled(path: string, row: LocationRow): boolean {
  try {
    const look = lookAtFile(path);
    return look !== undefined && !look.placeholder && isSameLook(look, row);
  } catch {
    return false;
  }
}

async function openInParent(
  context: EngineContext,
  workers: IntakeWorkers,
  row: LocationRow,
  parentId: number,
  sha256: string,
  depth: number,
): Promise<ContentHandle | undefined> {
  const parent = await openContent(context, workers, parentId, depth + 1).catch((error: unknown) => {
    if (error instanceof CasebinderError) return undefined;
    throw error;
  });
  if (parent === undefined) return undefined;
  const scratchDir = join(context.scratchDir, `open-${process.pid}-${++openCount}`);
  const sweep = () => rmSync(scratchDir, { recursive: true, force: true });
  try {
    mkdirSync(scratchDir, { recursive: true, mode: 0o700 });
    const outcome = await workers.run({
      path: parent.path,
      fileName: parent.fileName,
      folderNames: [],
      scratchDir,
      limits: DEFAULT_READ_LIMITS,
    });
    const children = outcome.outcome === 'read' ? outcome.read.children : [];
    const child = children.find((candidate) => candidate.childPath === row.relativePath);
    if (child === undefined) {
      sweep();
      return undefined;
    }
    return { path: child.scratchPath, fileName: row.fileName, sha256, release: async () => sweep() };
  } catch (error) {
    sweep();
    throw error;
  } finally {
    await parent.release();
  }
}
