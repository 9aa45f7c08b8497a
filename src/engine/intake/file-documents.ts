// How does what was found in one file become rows: document, text, recognition, location, version and search index?
import type { Statement } from 'better-sqlite3';
import type { Recognition } from '../../domain/inspection.ts';
import type { ReadResult } from '../../domain/reading.ts';
import type { EngineContext } from '../engine-context.ts';
import type { Sqlite } from '../store/open-archive.ts';
import { indexDocument } from '../store/search/index-document.ts';
import { appendCustody } from '../vault/custody.ts';
import { updateAvailability } from './availability.ts';
import { fileChildren } from './file-children.ts';
import type { FileLook } from './file-look.ts';
import { writeRecognition } from './file-recognition.ts';

/** A location row, as filing needs it. */
export interface FiledLocation {
  readonly id: number;
  readonly folderId: number | null;
  readonly parentDocumentId: number | null;
  readonly documentId: number | null;
  readonly relativePath: string;
  readonly fileName: string;
  readonly firstSeenAtMs: number;
}

/** New content at a location, or content that has a document already. */
export type FilingContent =
  | {
      readonly sha256: string;
      readonly look: FileLook;
      readonly read: ReadResult;
      readonly recognition: Recognition;
    }
  | { readonly sha256: string; readonly look: FileLook; readonly documentId: number };

export interface Filed {
  readonly documentId: number;
  readonly isNew: boolean;
  readonly kind: string;
  /** The location held other content before. */
  readonly replacedDocumentId?: number;
  /** Locations of the same content that had gone missing: the file was moved here. */
  readonly movedFrom: number;
  /** Child locations that now wait for their own reading. */
  readonly childLocations: readonly { readonly locationId: number; readonly scratchPath: string }[];
}

interface Statements {
  readonly bySha: Statement<unknown[]>;
  readonly insertDocument: Statement<unknown[]>;
  readonly saveReading: Statement<unknown[]>;
  readonly dropTexts: Statement<unknown[]>;
  readonly insertText: Statement<unknown[]>;
  readonly place: Statement<unknown[]>;
  readonly closeVersion: Statement<unknown[]>;
  readonly openVersion: Statement<unknown[]>;
  readonly lowerSort: Statement<unknown[]>;
  readonly parentSort: Statement<unknown[]>;
  readonly missingTwins: Statement<unknown[]>;
  readonly retireTwin: Statement<unknown[]>;
}

const prepared = new WeakMap<Sqlite, Statements>();

/**
 * Files one content at one location. Must run inside a transaction: everything about the file is written together or
 * not at all. A known hash becomes a further location of its document; a location whose content changed gets a new
 * version and its old document stays known.
 */
export function fileContent(context: EngineContext, location: FiledLocation, content: FilingContent): Filed {
  const { archive } = context;
  const s = statementsFor(archive.sqlite);
  const atMs = context.nowMs();
  const known = s.bySha.get(content.sha256) as { id: number; kind: string } | undefined;
  let documentId: number;
  let kind: string;
  let childLocations: Filed['childLocations'] = [];
  const isNew = known === undefined;
  if (known !== undefined) {
    documentId = known.id;
    kind = known.kind;
    if (location.folderId !== null)
      s.lowerSort.run(Math.round(content.look.mtimeMs), documentId, Math.round(content.look.mtimeMs));
  } else {
    if (!('read' in content)) throw new Error(`document ${content.documentId} of a known content is gone`);
    documentId = insertDocument(context, s, location, content, atMs);
    kind = content.recognition.kind.slug;
  }
  const previous = location.documentId;
  const isChange = previous !== null && previous !== documentId;
  s.place.run(
    documentId,
    content.look.sizeBytes,
    content.look.mtimeMs,
    content.look.device,
    content.look.inode,
    atMs,
    location.id,
  );
  // After the location is placed: how deep the children lie is told by it.
  if (isNew && 'read' in content)
    childLocations = fileChildren(archive, documentId, content.read.children, atMs);
  if (previous !== documentId) {
    if (previous !== null) s.closeVersion.run(atMs, location.id);
    s.openVersion.run(location.id, documentId, atMs, location.relativePath);
  }
  const movedFrom =
    location.folderId !== null && previous === null ? retireMissingTwins(s, location, documentId, atMs) : 0;
  indexDocument(archive, documentId);
  updateAvailability(archive, documentId);
  if (isChange) {
    indexDocument(archive, previous);
    updateAvailability(archive, previous);
    appendCustody(archive, atMs, 'document_changed', content.sha256, {
      path: location.relativePath,
      from: previous,
      to: documentId,
    });
  } else if (isNew) {
    appendCustody(archive, atMs, 'document_filed', content.sha256, {
      path: location.relativePath,
      sizeBytes: content.look.sizeBytes,
    });
  } else if (movedFrom > 0) {
    appendCustody(archive, atMs, 'location_moved', content.sha256, { path: location.relativePath });
  }
  return {
    documentId,
    isNew,
    kind,
    movedFrom,
    childLocations,
    ...(isChange ? { replacedDocumentId: previous } : {}),
  };
}

function insertDocument(
  context: EngineContext,
  s: Statements,
  location: FiledLocation,
  content: Extract<FilingContent, { read: ReadResult }>,
  atMs: number,
): number {
  const fileMs = fileTimeMs(s, location, content.look);
  const inserted = s.insertDocument.run(content.sha256, content.look.sizeBytes, fileMs, atMs);
  const documentId = Number(inserted.lastInsertRowid);
  writeReading(context, documentId, content.read);
  writeRecognition(context, documentId, content.recognition, fileMs);
  return documentId;
}

/** Writes (or replaces) what a reader found, inside the caller's transaction. Pages without text wait for OCR. */
export function writeReading(context: EngineContext, documentId: number, read: ReadResult): void {
  const s = statementsFor(context.archive.sqlite);
  let characters = 0;
  for (const page of read.pages) characters += page.text.length;
  const properties =
    read.barcodes.length === 0 ? read.properties : { ...read.properties, barcodes: read.barcodes };
  s.saveReading.run(
    read.mediaType,
    read.pageCount,
    read.pages.find((page) => page.text !== '')?.source ?? 'none',
    characters,
    read.reader,
    read.readerVersion,
    JSON.stringify(read.media),
    JSON.stringify(properties),
    JSON.stringify(read.problems),
    read.problems.length > 0 ? 1 : 0,
    read.pagesWithoutText.length > 0 ? 'pending' : 'none',
    JSON.stringify(read.pagesWithoutText),
    documentId,
  );
  s.dropTexts.run(documentId);
  for (const page of read.pages) {
    if (page.text !== '')
      s.insertText.run(documentId, page.page, page.source, page.confidence ?? null, page.text);
  }
}

/** The date to sort by when the document names none: the file's own time, or its parent's for a child. */
function fileTimeMs(s: Statements, location: FiledLocation, look: FileLook): number {
  if (location.parentDocumentId !== null) {
    const parent = s.parentSort.get(location.parentDocumentId) as { sort_at_ms: number } | undefined;
    if (parent !== undefined) return parent.sort_at_ms;
  }
  return Math.round(look.mtimeMs);
}

/**
 * The same content was missing elsewhere in a reachable folder: the file was moved here (to another disk, or by copy
 * and delete). The old location is closed, so that it is not reported as missing for ever.
 */
function retireMissingTwins(
  s: Statements,
  location: FiledLocation,
  documentId: number,
  atMs: number,
): number {
  const twins = s.missingTwins.all(documentId, location.id) as { id: number }[];
  for (const twin of twins) {
    s.retireTwin.run(
      JSON.stringify({ code: 'intake.movedTo', params: { path: location.relativePath } }),
      twin.id,
    );
    s.closeVersion.run(atMs, twin.id);
  }
  return twins.length;
}

function statementsFor(sqlite: Sqlite): Statements {
  let s = prepared.get(sqlite);
  if (s === undefined) {
    s = {
      bySha: sqlite.prepare<unknown[]>('SELECT id, kind FROM document WHERE sha256 = ?'),
      insertDocument: sqlite.prepare<unknown[]>(
        'INSERT INTO document (sha256, size_bytes, sort_at_ms, filed_at_ms) VALUES (?, ?, ?, ?)',
      ),
      saveReading: sqlite.prepare<unknown[]>(
        `UPDATE document SET media_type = ?, page_count = ?, text_source = ?, text_characters = ?, reader = ?,
           reader_version = ?, media = ?, properties = ?, problems = ?, has_problem = ?, ocr_state = ?, ocr_pages = ? WHERE id = ?`,
      ),
      dropTexts: sqlite.prepare<unknown[]>('DELETE FROM document_text WHERE document_id = ?'),
      insertText: sqlite.prepare<unknown[]>(
        'INSERT OR REPLACE INTO document_text (document_id, page, source, confidence, text) VALUES (?, ?, ?, ?, ?)',
      ),
      place: sqlite.prepare<unknown[]>(
        `UPDATE location SET document_id = ?, state = 'present', state_detail = NULL, size_bytes = ?, mtime_ms = ?,
           device = ?, inode = ?, tries = 0, retry_at_ms = NULL, last_seen_at_ms = ?, missing_since_ms = NULL WHERE id = ?`,
      ),
      closeVersion: sqlite.prepare<unknown[]>(
        'UPDATE location_version SET seen_until_ms = ? WHERE location_id = ? AND seen_until_ms IS NULL',
      ),
      openVersion: sqlite.prepare<unknown[]>(
        'INSERT INTO location_version (location_id, document_id, seen_from_ms, relative_path) VALUES (?, ?, ?, ?)',
      ),
      lowerSort: sqlite.prepare<unknown[]>(
        'UPDATE document SET sort_at_ms = ? WHERE id = ? AND document_date IS NULL AND sort_at_ms > ?',
      ),
      parentSort: sqlite.prepare<unknown[]>('SELECT sort_at_ms FROM document WHERE id = ?'),
      missingTwins: sqlite.prepare<unknown[]>(
        `SELECT l.id FROM location l JOIN watched_folder f ON f.id = l.folder_id
         WHERE l.document_id = ? AND l.id <> ? AND l.state IN ('missing','missing_unconfirmed')
           AND f.state NOT IN ('offline','removed')`,
      ),
      retireTwin: sqlite.prepare<unknown[]>(
        "UPDATE location SET state = 'replaced', state_detail = ? WHERE id = ?",
      ),
    };
    prepared.set(sqlite, s);
  }
  return s;
}
