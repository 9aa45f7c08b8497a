// What does everything about one order, ASIN, shipment or tracking number look like on one page?
import { searchKey } from '../../domain/search/tokenise.ts';
import { type DocumentRow, readDocumentRows } from './document-rows.ts';
import { type Connection, countNeighbours, findConnections } from './identifier-graph.ts';
import type { Archive } from './open-archive.ts';

export interface IdentifierRow {
  readonly type: string;
  readonly value: string;
  readonly carrier: string | null;
  readonly documents: number;
  readonly lastSortAtMs: number;
  /** Kinds of the documents that carry it: the evidence meter reads these. */
  readonly kinds: readonly string[];
}

export interface IdentifierPage {
  readonly type: string;
  readonly value: string;
  readonly carrier: string | null;
  readonly documents: readonly DocumentRow[];
  readonly neighbours: readonly {
    readonly type: string;
    readonly value: string;
    readonly documents: number;
  }[];
  /** The identifier graph around it, over papers and imported reports, each with the way that leads there. */
  readonly connections: readonly Connection[];
  readonly cases: readonly {
    readonly id: number;
    readonly number: string;
    readonly title: string;
    readonly status: string;
    readonly problemSlug: string;
  }[];
  readonly reportRows: readonly {
    readonly report: string;
    readonly atMs: number | null;
    readonly data: Readonly<Record<string, string>>;
  }[];
  readonly kinds: readonly string[];
}

const MOST_NEIGHBOURS = 60;

/** Identifiers of `types` that documents carry, newest document first; `contains` narrows by any part of the value. */
export function listIdentifiers(
  archive: Archive,
  types: readonly string[],
  contains: string,
  limit: number,
  offset: number,
): { rows: IdentifierRow[]; total: number } {
  const key = searchKey(contains);
  const where = `i.type IN (SELECT value FROM json_each(?)) AND (? = '' OR instr(i.value_key, ?) > 0)`;
  const params = [JSON.stringify(types), key, key];
  const rows = archive.sqlite
    .prepare<
      unknown[],
      { type: string; value: string; carrier: string | null; documents: number; last: number; kinds: string }
    >(
      `SELECT i.type, i.value, i.carrier, count(*) AS documents, max(d.sort_at_ms) AS last, json_group_array(DISTINCT d.kind) AS kinds
       FROM identifier i JOIN document_identifier di ON di.identifier_id = i.id AND di.removed = 0 JOIN document d ON d.id = di.document_id
       WHERE ${where} GROUP BY i.id ORDER BY last DESC, i.id DESC LIMIT ? OFFSET ?`,
    )
    .all(...params, limit, offset)
    .map((r) => ({
      type: r.type,
      value: r.value,
      carrier: r.carrier,
      documents: r.documents,
      lastSortAtMs: r.last,
      kinds: JSON.parse(r.kinds) as string[],
    }));
  const total = archive.sqlite
    .prepare(
      `SELECT count(*) FROM identifier i WHERE ${where} AND EXISTS (SELECT 1 FROM document_identifier di WHERE di.identifier_id = i.id AND di.removed = 0)`,
    )
    .pluck()
    .get(...params) as number;
  return { rows, total };
}

/** The page of one identifier, or null when nothing carries it. `type` may be left out when the value is telling enough. */
export function readIdentifierPage(archive: Archive, value: string, type?: string): IdentifierPage | null {
  const key = searchKey(value);
  if (key === '') return null;
  const found = archive.sqlite
    .prepare<unknown[], { id: number; type: string; value: string; carrier: string | null }>(
      `SELECT i.id, i.type, i.value, i.carrier FROM identifier i
       LEFT JOIN document_identifier di ON di.identifier_id = i.id AND di.removed = 0
       WHERE i.value_key = ? AND (? IS NULL OR i.type = ?) GROUP BY i.id ORDER BY count(di.document_id) DESC LIMIT 1`,
    )
    .get(key, type ?? null, type ?? null);
  const cases = archive.sqlite
    .prepare<unknown[], IdentifierPage['cases'][number]>(
      `SELECT DISTINCT c.id, c.number, c.title, c.status, c.problem_slug AS problemSlug FROM case_subject s JOIN case_file c ON c.id = s.case_file_id
       WHERE replace(s.value, '-', '') = replace(?, '-', '') ORDER BY c.id DESC`,
    )
    .all(found?.value ?? value);
  const connect = (of: string, what: string): Connection[] => findConnections(archive, of, what);
  const reportRows = readReportRows(archive, found?.value ?? value);
  if (found === undefined) {
    if (cases.length === 0 && reportRows.length === 0) return null;
    return {
      type: type ?? 'unknown',
      value,
      carrier: null,
      documents: [],
      neighbours: [],
      connections: connect(type ?? guessReportType(archive, value), value),
      cases,
      reportRows,
      kinds: [],
    };
  }
  const ids = archive.sqlite
    .prepare(
      `SELECT d.id FROM document_identifier di JOIN document d ON d.id = di.document_id
       WHERE di.identifier_id = ? AND di.removed = 0 ORDER BY d.sort_at_ms DESC, d.id DESC LIMIT 500`,
    )
    .pluck()
    .all(found.id) as number[];
  const documents = readDocumentRows(archive, ids);
  return {
    type: found.type,
    value: found.value,
    carrier: found.carrier,
    documents,
    neighbours: countNeighbours(archive, found.id, found.value, MOST_NEIGHBOURS),
    connections: connect(found.type, found.value),
    cases,
    reportRows,
    kinds: [...new Set(documents.map((d) => d.kind))],
  };
}

function readReportRows(archive: Archive, value: string): IdentifierPage['reportRows'] {
  return archive.sqlite
    .prepare<unknown[], { report: string; at_ms: number | null; data: string }>(
      `SELECT report, at_ms, data FROM report_row WHERE order_id = @value OR asin = @value OR shipment_id = @value OR tracking_number = @value ORDER BY at_ms DESC LIMIT 200`,
    )
    .all({ value })
    .map((r) => ({ report: r.report, atMs: r.at_ms, data: JSON.parse(r.data) as Record<string, string> }));
}

/** What a value is that only imported reports know. */
function guessReportType(archive: Archive, value: string): string {
  const row = archive.sqlite
    .prepare<unknown[], { type: string }>(
      `SELECT CASE WHEN order_id = @value THEN 'order_id' WHEN asin = @value THEN 'asin'
         WHEN shipment_id = @value THEN 'fba_shipment_id' ELSE 'tracking_number' END AS type FROM report_row
       WHERE order_id = @value OR asin = @value OR shipment_id = @value OR tracking_number = @value LIMIT 1`,
    )
    .get({ value });
  return row?.type ?? 'unknown';
}
