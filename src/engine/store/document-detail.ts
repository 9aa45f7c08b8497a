// What does the archive know about one document: facts, findings, places, text?
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
import { warnAgainstSources } from './corrected-findings.ts';
import {
  type DocumentRow,
  joinPath,
  nameInside,
  PARENT_NAME,
  type RowIdentifier,
  readDocumentRows,
} from './document-rows.ts';
import { type MadeCorrection, readMadeCorrections } from './made-corrections.ts';
import { warnAboutTwins } from './number-twins.ts';
import type { Archive } from './open-archive.ts';

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
  /** What a person said about it, newest first; each can be taken back. */
  readonly corrections: readonly MadeCorrection[];
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
      ...warnAgainstSources(archive, id),
    ],
    corrections: readMadeCorrections(archive, id),
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
