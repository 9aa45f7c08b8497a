// What does the archive know about documents: rows for lists, everything about one, and its text?
import { CasebinderError } from '../../domain/errors.ts';
import type {
  CheckResult,
  FindingSource,
  FoundAmount,
  FoundDate,
  FoundParty,
  KindResult,
  Reason,
  Warning,
} from '../../domain/inspection.ts';
import type { DocumentProperties, MediaFacts, ReadProblem } from '../../domain/reading.ts';
import type { Resemblance } from '../../domain/text/resemblance.ts';
import { findAlike } from './document-signs.ts';
import { warnAboutTwins } from './number-twins.ts';
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
const PARENT_NAME =
  "(SELECT p.file_name FROM location p WHERE p.document_id = l.parent_document_id ORDER BY p.state <> 'present', p.id LIMIT 1) AS parent_name";

/** "order.eml › invoice.pdf": without the number that keeps two parts of one name apart. */
function nameInside(container: string | null, relativePath: string): string {
  return `${container ?? '?'} › ${relativePath.replace(/^(?:att-)?\d+\//, '')}`;
}

/** Joins a folder and a slash-separated relative path in the style the folder is written in. */
export function joinPath(folder: string, relativePath: string): string {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  return `${folder.replace(/[\\/]$/, '')}${separator}${separator === '\\' ? relativePath.replaceAll('/', '\\') : relativePath}`;
}

export interface DocumentLocation {
  readonly id: number;
  readonly folderId: number | null;
  readonly path: string;
  readonly fileName: string;
  readonly state: string;
  readonly stateDetail: string | null;
  readonly parentDocumentId: number | null;
  readonly firstSeenAtMs: number;
  readonly lastSeenAtMs: number;
  readonly missingSinceMs: number | null;
}

export interface DetailIdentifier extends RowIdentifier {
  readonly raw: string;
  readonly page: number | null;
  readonly source: FindingSource;
  readonly reason: Reason;
  readonly byPerson: boolean;
}

export interface DocumentDetail extends DocumentRow {
  readonly language: string | null;
  readonly textSource: string;
  readonly reader: string;
  readonly media: MediaFacts;
  readonly properties: DocumentProperties;
  readonly problems: readonly ReadProblem[];
  readonly kindResult: KindResult | null;
  readonly identifiers: readonly DetailIdentifier[];
  readonly dates: readonly FoundDate[];
  readonly amounts: readonly FoundAmount[];
  readonly parties: readonly FoundParty[];
  readonly problemTypes: readonly string[];
  readonly warnings: readonly Warning[];
  readonly locations: readonly DocumentLocation[];
  readonly versions: readonly {
    readonly documentId: number;
    readonly locationId: number;
    readonly seenFromMs: number;
    readonly seenUntilMs: number | null;
    readonly relativePath: string;
  }[];
  readonly children: readonly {
    readonly documentId: number;
    readonly name: string;
    readonly kind: string;
    readonly mediaType: string;
    readonly sizeBytes: number;
  }[];
  readonly parents: readonly { readonly documentId: number; readonly title: string }[];
  readonly cases: readonly {
    readonly id: number;
    readonly number: string;
    readonly title: string;
    readonly status: string;
    readonly problemSlug: string;
  }[];
  readonly hasSafeCopy: boolean;
  readonly revision: number;
}

/** Everything about one document. @throws CasebinderError NOT_FOUND */
export function readDocument(archive: Archive, id: number): DocumentDetail {
  const row = readDocumentRows(archive, [id])[0];
  if (row === undefined) throw new CasebinderError('NOT_FOUND', { what: `document ${id}` });
  const { sqlite } = archive;
  const extra = sqlite
    .prepare<
      unknown[],
      {
        language: string | null;
        text_source: string;
        reader: string;
        media: string;
        properties: string;
        problems: string;
        revision: number;
      }
    >(
      'SELECT language, text_source, reader, media, properties, problems, revision FROM document WHERE id = ?',
    )
    .get(id)!;
  const recognition = sqlite
    .prepare<unknown[], { kind: string; dates: string; amounts: string; parties: string; warnings: string }>(
      'SELECT kind, dates, amounts, parties, warnings FROM recognition WHERE document_id = ?',
    )
    .get(id);
  const amounts = JSON.parse(recognition?.amounts ?? '[]') as FoundAmount[];
  const parties = JSON.parse(recognition?.parties ?? '[]') as FoundParty[];
  return {
    ...row,
    language: extra.language,
    textSource: extra.text_source,
    reader: extra.reader,
    media: JSON.parse(extra.media) as MediaFacts,
    properties: JSON.parse(extra.properties) as DocumentProperties,
    problems: JSON.parse(extra.problems) as ReadProblem[],
    kindResult: recognition === undefined ? null : (JSON.parse(recognition.kind) as KindResult),
    identifiers: readDetailIdentifiers(archive, id),
    dates: JSON.parse(recognition?.dates ?? '[]') as FoundDate[],
    amounts,
    parties,
    warnings: [
      ...(JSON.parse(recognition?.warnings ?? '[]') as Warning[]),
      ...warnAboutTwins(archive, id, { kind: row.kind, amounts, parties }),
    ],
    problemTypes: sqlite
      .prepare('SELECT problem_slug FROM document_problem_type WHERE document_id = ?')
      .pluck()
      .all(id) as string[],
    locations: readLocations(archive, id),
    versions: sqlite
      .prepare<
        unknown[],
        {
          documentId: number;
          locationId: number;
          seenFromMs: number;
          seenUntilMs: number | null;
          relativePath: string;
        }
      >(
        `SELECT v.document_id AS documentId, v.location_id AS locationId, v.seen_from_ms AS seenFromMs, v.seen_until_ms AS seenUntilMs, v.relative_path AS relativePath
         FROM location_version v WHERE v.location_id IN (SELECT location_id FROM location_version WHERE document_id = ?) ORDER BY v.seen_from_ms, v.id`,
      )
      .all(id),
    children: sqlite
      .prepare<
        unknown[],
        { documentId: number; name: string; kind: string; mediaType: string; sizeBytes: number }
      >(
        `SELECT l.document_id AS documentId, l.file_name AS name, d.kind, d.media_type AS mediaType, d.size_bytes AS sizeBytes
         FROM location l JOIN document d ON d.id = l.document_id WHERE l.parent_document_id = ? ORDER BY l.id`,
      )
      .all(id),
    parents: sqlite
      .prepare<unknown[], { documentId: number; title: string }>(
        `SELECT DISTINCT d.id AS documentId, d.title FROM location l JOIN document d ON d.id = l.parent_document_id WHERE l.document_id = ?`,
      )
      .all(id),
    cases: sqlite
      .prepare<unknown[], { id: number; number: string; title: string; status: string; problemSlug: string }>(
        `SELECT c.id, c.number, c.title, c.status, c.problem_slug AS problemSlug FROM exhibit e JOIN case_file c ON c.id = e.case_file_id
         WHERE e.document_id = ? ORDER BY c.id DESC`,
      )
      .all(id),
    hasSafeCopy: sqlite.prepare('SELECT 1 FROM vault_copy WHERE sha256 = ?').get(row.sha256) !== undefined,
    revision: extra.revision,
  };
}

function readDetailIdentifiers(archive: Archive, id: number): DetailIdentifier[] {
  return archive.sqlite
    .prepare<
      unknown[],
      {
        type: string;
        value: string;
        carrier: string | null;
        check_result: CheckResult;
        confidence: number;
        raw: string;
        page: number | null;
        source: FindingSource;
        reason: string;
        by_person: number;
      }
    >(
      `SELECT i.type, i.value, i.carrier, di.check_result, di.confidence, di.raw, di.page, di.source, di.reason, di.by_person
       FROM document_identifier di JOIN identifier i ON i.id = di.identifier_id
       WHERE di.document_id = ? AND di.removed = 0 ORDER BY di.confidence DESC, i.type, i.value`,
    )
    .all(id)
    .map((r) => ({
      type: r.type,
      value: r.value,
      carrier: r.carrier,
      check: r.check_result,
      confidence: r.confidence,
      raw: r.raw,
      page: r.page,
      source: r.source,
      reason: JSON.parse(r.reason) as Reason,
      byPerson: r.by_person === 1,
    }));
}

/** All places where a document lies or lay. */
export function readLocations(archive: Archive, documentId: number): DocumentLocation[] {
  return archive.sqlite
    .prepare<
      unknown[],
      {
        id: number;
        folder_id: number | null;
        folder: string | null;
        relative_path: string;
        file_name: string;
        state: string;
        state_detail: string | null;
        parent_document_id: number | null;
        parent_name: string | null;
        first_seen_at_ms: number;
        last_seen_at_ms: number;
        missing_since_ms: number | null;
      }
    >(
      `SELECT l.*, f.path AS folder, ${PARENT_NAME} FROM location l LEFT JOIN watched_folder f ON f.id = l.folder_id WHERE l.document_id = ? ORDER BY l.state <> 'present', l.id`,
    )
    .all(documentId)
    .map((l) => ({
      id: l.id,
      folderId: l.folder_id,
      path:
        l.folder === null ? nameInside(l.parent_name, l.relative_path) : joinPath(l.folder, l.relative_path),
      fileName: l.file_name,
      state: l.state,
      stateDetail: l.state_detail,
      parentDocumentId: l.parent_document_id,
      firstSeenAtMs: l.first_seen_at_ms,
      lastSeenAtMs: l.last_seen_at_ms,
      missingSinceMs: l.missing_since_ms,
    }));
}

/** The stored text, page by page; `fromPage` and `limit` bound it for long documents. */
export function readDocumentText(
  archive: Archive,
  documentId: number,
  fromPage = 1,
  limit = 50,
): { page: number; text: string; source: string; confidence: number | null }[] {
  return archive.sqlite
    .prepare<unknown[], { page: number; text: string; source: string; confidence: number | null }>(
      'SELECT page, text, source, confidence FROM document_text WHERE document_id = ? AND page >= ? ORDER BY page LIMIT ?',
    )
    .all(documentId, fromPage, limit);
}

export interface RelatedDocument {
  readonly document: DocumentRow;
  /** Identifiers that both carry. */
  readonly shared: readonly { readonly type: string; readonly value: string }[];
  /** Set when it is nearly the same paper or picture: the same invoice scanned twice, a photo saved again. */
  readonly resemblance?: Resemblance;
}

/** Documents that are nearly the same come first, then those that share the most identifiers. */
export function readRelated(archive: Archive, documentId: number, limit = 30): RelatedDocument[] {
  const alike = new Map(
    findAlike(archive, documentId, limit).map(({ id, resemblance }) => [id, resemblance]),
  );
  const rows = archive.sqlite
    .prepare<unknown[], { id: number; shared: string }>(
      `SELECT o.document_id AS id, json_group_array(json_object('type', i.type, 'value', i.value)) AS shared
       FROM document_identifier di JOIN identifier i ON i.id = di.identifier_id
       JOIN document_identifier o ON o.identifier_id = di.identifier_id AND o.document_id <> di.document_id AND o.removed = 0
       WHERE di.document_id = ? AND di.removed = 0 AND i.type NOT IN ('uscc','seller_id','fc_code','hs_code','vat_no','bank_account')
         AND (SELECT count(*) FROM document_identifier x WHERE x.identifier_id = di.identifier_id) <= 500
       GROUP BY o.document_id
       ORDER BY o.document_id IN (SELECT value FROM json_each(?)) DESC, count(*) DESC, o.document_id DESC LIMIT ?`,
    )
    .all(documentId, JSON.stringify([...alike.keys()]), limit);
  const shared = new Map(rows.map((r) => [r.id, JSON.parse(r.shared) as { type: string; value: string }[]]));
  const ids = [...new Set([...alike.keys(), ...rows.map((row) => row.id)])].slice(0, limit);
  return readDocumentRows(archive, ids).map((document) => {
    const resemblance = alike.get(document.id);
    const found = { document, shared: shared.get(document.id) ?? [] };
    return resemblance === undefined ? found : { ...found, resemblance };
  });
}
