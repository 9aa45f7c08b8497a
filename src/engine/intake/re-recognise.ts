// Which documents were recognised or read by an older version, and how are they brought up to date?
import { join } from 'node:path';
import { DEFAULT_READ_LIMITS } from '../../domain/reading.ts';
import type { EngineContext } from '../engine-context.ts';
import { indexDocument } from '../store/search/index-document.ts';
import { writeReading } from './file-documents.ts';
import { writeRecognition } from './file-recognition.ts';
import type { IntakeWorkers } from './intake-task.ts';
import { loadNames, loadRecogniseInput } from './load-reading.ts';
import type { ContentHandle } from './open-content.ts';

const DOCUMENTS_PER_BATCH = 50;

/**
 * Recognises documents again from their stored text, in workers, and writes the results in one transaction. What a
 * person said stays. Unknown ids are passed over.
 */
export async function recogniseAgain(
  context: EngineContext,
  workers: IntakeWorkers,
  documentIds: readonly number[],
): Promise<number> {
  const { archive } = context;
  const results = await Promise.all(
    documentIds.map(async (documentId) => {
      const input = loadRecogniseInput(archive, documentId);
      return input === undefined ? undefined : { documentId, recognition: await workers.recognise(input) };
    }),
  );
  const readSort = archive.sqlite.prepare<[number], { ms: number }>(
    `SELECT coalesce((SELECT min(l.mtime_ms) FROM location l WHERE l.document_id = d.id AND l.folder_id IS NOT NULL),
       d.sort_at_ms) AS ms FROM document d WHERE d.id = ?`,
  );
  const done: number[] = [];
  archive.transaction(() => {
    for (const result of results) {
      const sort = result === undefined ? undefined : readSort.get(result.documentId);
      if (result === undefined || sort === undefined) continue;
      writeRecognition(context, result.documentId, result.recognition, Math.round(sort.ms));
      indexDocument(archive, result.documentId);
      done.push(result.documentId);
    }
  });
  for (const documentId of done) context.events.emit({ type: 'document_changed', documentId });
  return done.length;
}

/** Ids of documents whose recognition is older than `version`, at most one batch. */
export function findStaleRecognitions(context: EngineContext, version: number): number[] {
  return context.archive.sqlite
    .prepare<[number, number], { id: number }>(
      'SELECT document_id AS id FROM recognition WHERE version < ? LIMIT ?',
    )
    .all(version, DOCUMENTS_PER_BATCH)
    .map((row) => row.id);
}

/**
 * Ids of documents whose type has a newer or other reader by now, and whose bytes can be had. What was read from a
 * picture of a page stays: reading again would take that text away until the pictures are read anew, or for good where
 * that is switched off.
 */
export function findStaleReadings(
  context: EngineContext,
  findReader: (mediaType: string) => { readonly name: string; readonly version: number } | undefined,
): number[] {
  const { sqlite } = context.archive;
  const groups = sqlite
    .prepare<[], { media_type: string; reader: string; reader_version: number }>(
      'SELECT DISTINCT media_type, reader, reader_version FROM document',
    )
    .all();
  const find = sqlite.prepare<[string, string, number], { id: number }>(
    "SELECT id FROM document WHERE media_type = ? AND reader = ? AND reader_version = ? AND available = 1 AND ocr_state <> 'done'",
  );
  return groups.flatMap(({ media_type: mediaType, reader, reader_version: version }) => {
    const current = findReader(mediaType);
    const isCurrent = current === undefined || (current.name === reader && current.version <= version);
    return isCurrent ? [] : find.all(mediaType, reader, version).map((row) => row.id);
  });
}

/** Reads a document's bytes again and replaces its text, facts and recognition. @throws CasebinderError FILE_UNREADABLE */
export async function readAgain(
  context: EngineContext,
  workers: IntakeWorkers,
  openContent: (documentId: number) => Promise<ContentHandle>,
  documentId: number,
): Promise<boolean> {
  const content = await openContent(documentId);
  try {
    const outcome = await workers.run({
      path: content.path,
      ...loadNames(context.archive, documentId),
      scratchDir: join(context.scratchDir, `again-${documentId}`),
      limits: DEFAULT_READ_LIMITS,
    });
    // Other bytes than filed: the reconcile will make that a new version; this document keeps what it has.
    if (outcome.outcome !== 'read' || outcome.sha256 !== content.sha256) return false;
    context.archive.transaction(() => {
      writeReading(context, documentId, outcome.read);
      writeRecognition(context, documentId, outcome.recognition, Math.round(outcome.look.mtimeMs));
      indexDocument(context.archive, documentId);
    });
    context.events.emit({ type: 'document_changed', documentId });
    return true;
  } finally {
    await content.release();
  }
}
