// Can the original bytes of a document be had right now? Keeps document.available true to its locations.
import type { Archive } from '../store/open-archive.ts';

/**
 * Recomputes `available` of one document: a location that isn't known to be gone, or a good safe copy. A location
 * that is only suspected missing (unplugged drive, mass disappearance) changes nothing: nothing cascades.
 * Children follow their parent: their bytes lie inside it.
 */
export function updateAvailability(archive: Archive, documentId: number): void {
  archive.sqlite
    .prepare(
      `UPDATE document SET available = EXISTS (
         SELECT 1 FROM location l LEFT JOIN document p ON p.id = l.parent_document_id
         WHERE l.document_id = document.id AND l.state IN ('present','missing_unconfirmed','arriving','queued')
           AND (l.parent_document_id IS NULL OR p.available = 1)
       ) OR EXISTS (SELECT 1 FROM vault_copy v WHERE v.sha256 = document.sha256 AND v.state = 'good')
       WHERE id = ?`,
    )
    .run(documentId);
}

/** Recomputes `available` of documents and of everything inside them. */
export function updateAvailabilityWithChildren(archive: Archive, documentIds: readonly number[]): void {
  const children = archive.sqlite.prepare<[number], { document_id: number }>(
    'SELECT DISTINCT document_id FROM location WHERE parent_document_id = ? AND document_id IS NOT NULL',
  );
  const done = new Set<number>();
  const waiting = [...documentIds];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (done.has(id)) continue;
    done.add(id);
    updateAvailability(archive, id);
    for (const child of children.all(id)) waiting.push(child.document_id);
  }
}
