// Which files lie inside a document (attachments, archive entries), and how deep may they nest?
import type { ChildFile } from '../../domain/reading.ts';
import type { Archive } from '../store/open-archive.ts';
import { isIgnoredFile, isIgnoredFolder } from './ignore-list.ts';
import { fileNameOf, toPathKey } from './path-key.ts';

/** A mail in a zip in a mail in a zip is still opened; what lies deeper stays inside its parent. */
export const MAX_CHILD_DEPTH = 4;

export interface ChildLocation {
  readonly locationId: number;
  readonly scratchPath: string;
}

/**
 * Writes a queued location for each child. Must run inside the transaction that files the parent: after a kill the
 * rows say what is still to be read, and the parent is simply unpacked again.
 */
export function fileChildren(
  archive: Archive,
  parentDocumentId: number,
  children: readonly ChildFile[],
  atMs: number,
): ChildLocation[] {
  if (children.length === 0 || depthOf(archive, parentDocumentId) >= MAX_CHILD_DEPTH) return [];
  const insert = archive.sqlite.prepare(
    `INSERT INTO location (parent_document_id, relative_path, path_key, file_name, state, size_bytes, first_seen_at_ms, last_seen_at_ms)
     VALUES (?, ?, ?, ?, 'queued', ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const filed: ChildLocation[] = [];
  for (const child of children) {
    if (isSystemFile(child)) continue;
    const name = fileNameOf(child.name.replaceAll('\\', '/')) || child.name;
    const result = insert.run(
      parentDocumentId,
      child.childPath,
      toPathKey(child.childPath),
      name,
      child.sizeBytes,
      atMs,
      atMs,
    );
    if (result.changes === 1)
      filed.push({ locationId: Number(result.lastInsertRowid), scratchPath: child.scratchPath });
  }
  return filed;
}

/** The same names that are ignored on disk are ignored inside archives (.DS_Store, __MACOSX…). */
function isSystemFile(child: ChildFile): boolean {
  const parts = child.name.replaceAll('\\', '/').split('/');
  const name = parts.pop() ?? '';
  return isIgnoredFile(name) || parts.some(isIgnoredFolder);
}

/** How many parents a document has above it, along its shortest way; 0 for a file in a folder. */
export function depthOf(archive: Archive, documentId: number): number {
  const parents = archive.sqlite.prepare<[number], { parent: number | null }>(
    'SELECT parent_document_id AS parent FROM location WHERE document_id = ? ORDER BY parent_document_id IS NOT NULL, id LIMIT 1',
  );
  let depth = 0;
  for (let id: number | null = documentId; id !== null && depth <= MAX_CHILD_DEPTH; depth += 1) {
    id = parents.get(id)?.parent ?? null;
    if (id === null) return depth;
  }
  return depth;
}
