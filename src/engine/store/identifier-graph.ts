// Over which papers and report rows is one order, parcel, shipment, ASIN or invoice connected with another?
import { searchKey } from '../../domain/search/tokenise.ts';
import type { Archive } from './open-archive.ts';

/** What two identifiers stand in together. */
export type LinkPlace =
  | { readonly kind: 'document'; readonly documentId: number; readonly title: string }
  | { readonly kind: 'report'; readonly report: string };

export interface LinkStep {
  readonly type: string;
  readonly value: string;
  /** Where it stands together with the step before it. */
  readonly via: LinkPlace;
}

export interface Connection {
  readonly type: string;
  readonly value: string;
  /** From the identifier asked for (left out) to this one, step by step. */
  readonly path: readonly LinkStep[];
}

const LINKED_TYPES = [
  'order_id',
  'asin',
  'fnsku',
  'fba_shipment_id',
  'tracking_number',
  'invoice_no',
  'fapiao_digital_no',
  'case_id',
  'container_no',
  'contract_no',
  'po_no',
  'lpn',
];
/** An ASIN or a contract stands on many papers that have nothing else in common: the way ends there. */
const LED_THROUGH = new Set([
  'order_id',
  'fba_shipment_id',
  'tracking_number',
  'invoice_no',
  'fapiao_digital_no',
  'container_no',
  'lpn',
]);
/** A paper with more identifiers is a list: standing in it together connects nothing. */
const MOST_IN_ONE_PAPER = 24;
/** A short report fits under that limit too, and its rows have nothing to do with each other. */
const REPORT_KINDS = ['amazon_report', 'settlement_report'];
const MOST_PLACES = 60;
const MOST_STEPS = 3;
const MOST_FOUND = 120;
const MOST_ASKED = 200;

/** Columns of imported reports that hold identifiers, and their types. */
const REPORT_COLUMNS: readonly (readonly [string, string])[] = [
  ['order_id', 'order_id'],
  ['asin', 'asin'],
  ['fnsku', 'fnsku'],
  ['shipment_id', 'fba_shipment_id'],
  ['tracking_number', 'tracking_number'],
  ['case_id', 'case_id'],
];

/** Identifiers that stand in one paper or one report row with this one, each once. */
export function findNeighbours(archive: Archive, type: string, value: string): LinkStep[] {
  const { sqlite } = archive;
  const steps = new Map<string, LinkStep>();
  const add = (step: LinkStep): void => {
    const key = keyOf(step);
    if (!steps.has(key) && key !== keyOf({ type, value })) steps.set(key, step);
  };
  const papers = sqlite
    .prepare<unknown[], { id: number; title: string; kind: string; type: string; value: string }>(
      `SELECT d.id, d.title, d.kind, o.type, o.value FROM identifier i
       JOIN document_identifier di ON di.identifier_id = i.id AND di.removed = 0
       JOIN document d ON d.id = di.document_id
       JOIN document_identifier x ON x.document_id = d.id AND x.identifier_id <> i.id AND x.removed = 0
       JOIN identifier o ON o.id = x.identifier_id AND o.type IN (SELECT value FROM json_each(@types))
       WHERE i.type = @type AND i.value_key = @key
         AND (SELECT count(*) FROM document_identifier n WHERE n.document_id = d.id AND n.removed = 0) <= @most
       ORDER BY d.sort_at_ms DESC, d.id DESC LIMIT @limit`,
    )
    .all({
      type,
      key: searchKey(value),
      types: JSON.stringify(LINKED_TYPES),
      most: MOST_IN_ONE_PAPER,
      limit: MOST_PLACES * 6,
    });
  for (const row of papers) {
    if (REPORT_KINDS.includes(row.kind) && !sharesRow(archive, row.id, value, row.value)) continue;
    add({
      type: row.type,
      value: row.value,
      via: { kind: 'document', documentId: row.id, title: row.title },
    });
  }
  const column = REPORT_COLUMNS.find(([, columnType]) => columnType === type)?.[0];
  if (column !== undefined) {
    const rows = sqlite
      .prepare<unknown[], Record<string, string | null>>(
        `SELECT report, ${REPORT_COLUMNS.map(([name]) => name).join(', ')} FROM report_row WHERE ${column} = ? ORDER BY at_ms DESC LIMIT ?`,
      )
      .all(value, MOST_PLACES);
    for (const row of rows)
      for (const [name, columnType] of REPORT_COLUMNS) {
        const other = row[name];
        if (other !== null && other !== undefined && other !== '')
          add({ type: columnType, value: other, via: { kind: 'report', report: row['report'] ?? '' } });
      }
  }
  return [...steps.values()];
}

/** Whether one row of a report names both. */
function sharesRow(archive: Archive, documentId: number, one: string, other: string): boolean {
  const pages = archive.sqlite
    .prepare('SELECT text FROM document_text WHERE document_id = ?')
    .pluck()
    .all(documentId) as string[];
  const [a, b] = [searchKey(one), searchKey(other)];
  return pages.some((page) =>
    page.split(/\r?\n/).some((line) => {
      const key = searchKey(line);
      return key.includes(a) && key.includes(b);
    }),
  );
}

/** How many papers name each identifier together with this one; a report counts only where one row names both. */
export function countNeighbours(
  archive: Archive,
  identifierId: number,
  value: string,
  limit: number,
): { type: string; value: string; documents: number }[] {
  const rows = archive.sqlite
    .prepare<unknown[], { id: number; kind: string; type: string; value: string }>(
      `SELECT d.id, d.kind, i.type, i.value FROM document_identifier di
       JOIN document d ON d.id = di.document_id
       JOIN document_identifier o ON o.document_id = di.document_id AND o.identifier_id <> di.identifier_id AND o.removed = 0
       JOIN identifier i ON i.id = o.identifier_id
       WHERE di.identifier_id = ? AND di.removed = 0 AND i.type IN ('order_id','asin','fnsku','fba_shipment_id','tracking_number','invoice_no','fapiao_digital_no','case_id','container_no','contract_no','po_no')
         AND (SELECT count(*) FROM document_identifier x WHERE x.document_id = di.document_id AND x.removed = 0) <= ?`,
    )
    .all(identifierId, MOST_IN_ONE_PAPER);
  const found = new Map<string, { type: string; value: string; documents: number }>();
  for (const row of rows) {
    if (REPORT_KINDS.includes(row.kind) && !sharesRow(archive, row.id, value, row.value)) continue;
    const known = found.get(keyOf(row)) ?? { type: row.type, value: row.value, documents: 0 };
    known.documents += 1;
    found.set(keyOf(row), known);
  }
  return [...found.values()]
    .sort((a, b) => b.documents - a.documents || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0))
    .slice(0, limit);
}

/** Everything that is connected over at most three steps, nearest first, with the way that leads there. */
export function findConnections(archive: Archive, type: string, value: string): Connection[] {
  const found = new Map<string, Connection>();
  let edge: Connection[] = [{ type, value, path: [] }];
  let asked = 0;
  for (let step = 1; step <= MOST_STEPS && found.size < MOST_FOUND; step += 1) {
    const next: Connection[] = [];
    for (const from of edge) {
      if (step > 1 && !LED_THROUGH.has(from.type)) continue;
      asked += 1;
      if (asked > MOST_ASKED) break;
      for (const neighbour of findNeighbours(archive, from.type, from.value)) {
        const key = keyOf(neighbour);
        if (found.has(key) || key === keyOf({ type, value }) || found.size >= MOST_FOUND) continue;
        const connection = { type: neighbour.type, value: neighbour.value, path: [...from.path, neighbour] };
        found.set(key, connection);
        next.push(connection);
      }
    }
    edge = next;
  }
  return [...found.values()];
}

function keyOf({ type, value }: { readonly type: string; readonly value: string }): string {
  return `${type}:${searchKey(value)}`;
}
