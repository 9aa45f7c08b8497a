// What stands in one line of a list of documents?
import type { CheckResult } from '../../domain/inspection.ts';
import type { Archive } from './open-archive.ts';

export interface RowIdentifier {
  readonly type: string;
  readonly value: string;
  readonly carrier: string | null;
  readonly check: CheckResult;
  readonly confidence: number;
}

/** What a list shows of one document. */
export interface DocumentRow {
  readonly id: number;
  readonly sha256: string;
  readonly kind: string;
  readonly kindConfidence: number;
  readonly kindByPerson: boolean;
  readonly title: string;
  readonly fileName: string;
  /** Absolute path of the first present location; "parent.zip › entry" for a file inside a file. */
  readonly path: string;
  readonly date: string | null;
  readonly sortAtMs: number;
  readonly filedAtMs: number;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly pageCount: number;
  readonly hasProblem: boolean;
  readonly inbox: boolean;
  readonly available: boolean;
  readonly ocrState: string;
  readonly textCharacters: number;
  readonly identifiers: readonly RowIdentifier[];
}

interface RawRow {
  id: number;
  sha256: string;
  kind: string;
  kind_confidence: number;
  kind_by_person: number;
  title: string;
  document_date: string | null;
  sort_at_ms: number;
  filed_at_ms: number;
  size_bytes: number;
  media_type: string;
  page_count: number;
  has_problem: number;
  inbox: number;
  available: number;
  ocr_state: string;
  text_characters: number;
}

const ROW_IDENTIFIERS = 6;

/** Rows for `ids`, in the same order; unknown ids are left out. */
export function readDocumentRows(archive: Archive, ids: readonly number[]): DocumentRow[] {
  if (ids.length === 0) return [];
  const json = JSON.stringify(ids);
  const rows = archive.sqlite
    .prepare<unknown[], RawRow>(
      `SELECT d.id, d.sha256, d.kind, d.kind_confidence, d.kind_by_person, d.title, d.document_date, d.sort_at_ms, d.filed_at_ms,
        d.size_bytes, d.media_type, d.page_count, d.has_problem, d.inbox, d.available, d.ocr_state, d.text_characters
       FROM json_each(?) j JOIN document d ON d.id = j.value`,
    )
    .all(json);
  const identifiers = readRowIdentifiers(archive, json);
  const paths = readFirstPaths(archive, json);
  const byId = new Map<number, DocumentRow>();
  for (const row of rows) {
    const place = paths.get(row.id);
    byId.set(row.id, {
      id: row.id,
      sha256: row.sha256,
      kind: row.kind,
      kindConfidence: row.kind_confidence,
      kindByPerson: row.kind_by_person === 1,
      title: row.title,
      fileName: place?.fileName ?? row.title,
      path: place?.path ?? '',
      date: row.document_date,
      sortAtMs: row.sort_at_ms,
      filedAtMs: row.filed_at_ms,
      sizeBytes: row.size_bytes,
      mediaType: row.media_type,
      pageCount: row.page_count,
      hasProblem: row.has_problem === 1,
      inbox: row.inbox === 1,
      available: row.available === 1,
      ocrState: row.ocr_state,
      textCharacters: row.text_characters,
      identifiers: identifiers.get(row.id) ?? [],
    });
  }
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}

function readRowIdentifiers(archive: Archive, json: string): Map<number, RowIdentifier[]> {
  const map = new Map<number, RowIdentifier[]>();
  const rows = archive.sqlite
    .prepare<
      unknown[],
      {
        document_id: number;
        type: string;
        value: string;
        carrier: string | null;
        check_result: CheckResult;
        confidence: number;
      }
    >(
      `SELECT di.document_id, i.type, i.value, i.carrier, di.check_result, di.confidence
       FROM json_each(?) j JOIN document_identifier di ON di.document_id = j.value AND di.removed = 0
       JOIN identifier i ON i.id = di.identifier_id
       ORDER BY di.document_id, di.by_person DESC,
         CASE i.type WHEN 'order_id' THEN 0 WHEN 'tracking_number' THEN 1 WHEN 'fba_shipment_id' THEN 2 WHEN 'asin' THEN 3
           WHEN 'case_id' THEN 4 WHEN 'invoice_no' THEN 5 WHEN 'fapiao_digital_no' THEN 5 ELSE 9 END, di.confidence DESC`,
    )
    .iterate(json);
  for (const row of rows) {
    const list = map.get(row.document_id) ?? [];
    if (list.length < ROW_IDENTIFIERS) {
      list.push({
        type: row.type,
        value: row.value,
        carrier: row.carrier,
        check: row.check_result,
        confidence: row.confidence,
      });
    }
    map.set(row.document_id, list);
  }
  return map;
}

function readFirstPaths(archive: Archive, json: string): Map<number, { path: string; fileName: string }> {
  const map = new Map<number, { path: string; fileName: string }>();
  const rows = archive.sqlite
    .prepare<
      unknown[],
      {
        document_id: number;
        folder: string | null;
        relative_path: string;
        file_name: string;
        parent_name: string | null;
      }
    >(
      `SELECT l.document_id, f.path AS folder, l.relative_path, l.file_name, ${PARENT_NAME}
       FROM json_each(?) j JOIN location l ON l.document_id = j.value LEFT JOIN watched_folder f ON f.id = l.folder_id
       ORDER BY l.document_id, CASE l.state WHEN 'present' THEN 0 ELSE 1 END, l.parent_document_id IS NOT NULL, l.id`,
    )
    .iterate(json);
  for (const row of rows) {
    if (map.has(row.document_id)) continue;
    map.set(row.document_id, {
      path:
        row.folder === null
          ? nameInside(row.parent_name, row.relative_path)
          : joinPath(row.folder, row.relative_path),
      fileName: row.file_name,
    });
  }
  return map;
}

/** File name of the mail or archive that a location `l` lies in. */
export const PARENT_NAME =
  "(SELECT p.file_name FROM location p WHERE p.document_id = l.parent_document_id ORDER BY p.state <> 'present', p.id LIMIT 1) AS parent_name";

/** "order.eml › invoice.pdf": without the number that keeps two parts of one name apart. */
export function nameInside(container: string | null, relativePath: string): string {
  return `${container ?? '?'} › ${relativePath.replace(/^(?:att-)?\d+\//, '')}`;
}

/** Joins a folder and a slash-separated relative path in the style the folder is written in. */
export function joinPath(folder: string, relativePath: string): string {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  return `${folder.replace(/[\\/]$/, '')}${separator}${separator === '\\' ? relativePath.replaceAll('/', '\\') : relativePath}`;
}
