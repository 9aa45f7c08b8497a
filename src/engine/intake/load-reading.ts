// What is stored about the content of a document, as input for recognising it again?
import type { RecogniseInput } from '../../domain/inspection.ts';
import type { DocumentProperties, MediaFacts, PageText, ReadProblem } from '../../domain/reading.ts';
import type { Archive } from '../store/open-archive.ts';
import { folderOf } from './path-key.ts';

interface DocumentRow {
  media_type: string;
  size_bytes: number;
  page_count: number;
  media: string;
  properties: string;
  problems: string;
}

/** Stored text, facts and names of a document; undefined when there is no such document. */
export function loadRecogniseInput(archive: Archive, documentId: number): RecogniseInput | undefined {
  const { sqlite } = archive;
  const row = sqlite
    .prepare<[number], DocumentRow>(
      'SELECT media_type, size_bytes, page_count, media, properties, problems FROM document WHERE id = ?',
    )
    .get(documentId);
  if (row === undefined) return undefined;
  const pages = sqlite
    .prepare<[number], { page: number; source: PageText['source']; confidence: number | null; text: string }>(
      'SELECT page, source, confidence, text FROM document_text WHERE document_id = ? ORDER BY page',
    )
    .all(documentId)
    .map(({ confidence, ...page }): PageText => (confidence === null ? page : { ...page, confidence }));
  const properties = JSON.parse(row.properties) as DocumentProperties;
  return {
    documentId,
    ...loadNames(archive, documentId),
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    pages,
    pageCount: row.page_count,
    media: JSON.parse(row.media) as MediaFacts,
    properties,
    barcodes: properties.barcodes ?? [],
    problems: JSON.parse(row.problems) as ReadProblem[],
  };
}

/** File name and folder names of a document's first location; a child has its parent's folders and name above it. */
export function loadNames(archive: Archive, documentId: number): { fileName: string; folderNames: string[] } {
  const find = archive.sqlite.prepare<
    [number],
    { relative_path: string; file_name: string; parent: number | null }
  >(
    `SELECT relative_path, file_name, parent_document_id AS parent FROM location
     WHERE document_id = ? ORDER BY folder_id IS NULL, id LIMIT 1`,
  );
  const first = find.get(documentId);
  if (first === undefined) return { fileName: '', folderNames: [] };
  const names = (path: string) => (folderOf(path) === '' ? [] : folderOf(path).split('/'));
  if (first.parent === null) return { fileName: first.file_name, folderNames: names(first.relative_path) };
  const parent = find.get(first.parent);
  const folderNames = parent === undefined ? [] : [...names(parent.relative_path), parent.file_name];
  return { fileName: first.file_name, folderNames };
}
