// How does a file that a person handed in, outside every watched folder, become a document: safe copy, text, recognition?
import { CasebinderError } from '../../domain/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { updateAvailability } from '../intake/availability.ts';
import { fileChildren } from '../intake/file-children.ts';
import { writeReading } from '../intake/file-documents.ts';
import { writeRecognition } from '../intake/file-recognition.ts';
import type { InspectedFile } from '../intake/inspect-files.ts';
import { indexDocument } from '../store/search/index-document.ts';
import { appendCustody } from '../vault/custody.ts';
import { makeSafeCopy } from '../vault/vault.ts';

/**
 * Files `path` as a document whose only place is the vault, and returns its id; a content that is known keeps its document.
 * Attachments wait for intake like those of any other mail. @throws CasebinderError FILE_UNREADABLE, DISK_FULL
 */
export function keepAsDocument(
  context: EngineContext,
  path: string,
  fileName: string,
  file: InspectedFile,
): number {
  const { archive } = context;
  makeSafeCopy(context, file.sha256, path);
  const atMs = context.nowMs();
  const { documentId, isNew } = archive.transaction(() => {
    const known = archive.sqlite.prepare('SELECT id FROM document WHERE sha256 = ?').pluck().get(file.sha256);
    if (typeof known === 'number') return { documentId: known, isNew: false };
    const id = Number(
      archive.sqlite
        .prepare('INSERT INTO document (sha256, size_bytes, sort_at_ms, filed_at_ms) VALUES (?, ?, ?, ?)')
        .run(file.sha256, file.sizeBytes, atMs, atMs).lastInsertRowid,
    );
    if (!Number.isSafeInteger(id)) throw new CasebinderError('FILE_UNREADABLE', { path: fileName });
    writeReading(context, id, file.read);
    // The name in the scratch folder is ours; people know the file by its own.
    const title = file.recognition.title.trim() === '' ? fileName : file.recognition.title;
    writeRecognition(context, id, { ...file.recognition, title }, atMs);
    fileChildren(archive, id, file.read.children, atMs);
    indexDocument(archive, id);
    updateAvailability(archive, id);
    appendCustody(archive, atMs, 'document_filed', file.sha256, {
      path: fileName,
      sizeBytes: file.sizeBytes,
      by: 'person',
    });
    return { documentId: id, isNew: true };
  });
  context.events.emit({
    type: 'document_filed',
    documentId,
    path: fileName,
    kind: file.recognition.kind.slug,
    isNew,
  });
  return documentId;
}
