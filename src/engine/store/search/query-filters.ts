// How does a field of the search line (kind:, order:, before: …) become a condition on documents?
import type { FieldTerm } from '../../../domain/search/parse-query.ts';
import { searchKey } from '../../../domain/search/tokenise.ts';
import { marketplaceCondition, resolveMarketplace } from './marketplace-condition.ts';

export interface SqlCondition {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

/** Names of kinds and problems in both languages, so that kind:发票 works; given by the caller. */
export interface FieldVocabulary {
  resolveKind(value: string): readonly string[];
  resolveProblem(value: string): readonly string[];
}

const IDENTIFIER_FIELDS: Readonly<Record<string, readonly string[] | null>> = {
  order: ['order_id'],
  asin: ['asin'],
  tracking: ['tracking_number'],
  shipment: ['fba_shipment_id', 'fba_box_id'],
  id: null,
};

/** One condition per field term, over the alias `d` of the document table; null when the value can't be understood. */
export function buildFieldCondition(term: FieldTerm, vocabulary: FieldVocabulary): SqlCondition | null {
  const condition = buildPositive(term, vocabulary);
  if (condition === null || !term.negative) return condition;
  return { sql: `NOT (${condition.sql})`, params: condition.params };
}

function buildPositive(term: FieldTerm, vocabulary: FieldVocabulary): SqlCondition | null {
  const { field, value } = term;
  switch (field) {
    case 'kind': {
      const slugs = vocabulary.resolveKind(value);
      if (slugs.length === 0) return NOTHING;
      // A packing list behind an invoice in one file is found as a packing list, too.
      const own = inList('d.kind', slugs);
      const part = inList('kind', slugs);
      return {
        sql: `(${own.sql} OR d.id IN (SELECT document_id FROM document_part WHERE ${part.sql}))`,
        params: [...own.params, ...part.params],
      };
    }
    case 'problem': {
      const slugs = vocabulary.resolveProblem(value);
      if (slugs.length === 0) return NOTHING;
      const list = inList('problem_slug', slugs);
      return {
        sql: `d.id IN (SELECT document_id FROM document_problem_type WHERE ${list.sql})`,
        params: list.params,
      };
    }
    case 'order':
    case 'asin':
    case 'tracking':
    case 'shipment':
    case 'id':
      return identifierCondition(IDENTIFIER_FIELDS[field] ?? null, value);
    case 'case':
      return {
        sql: `(d.id IN (SELECT e.document_id FROM exhibit e JOIN case_file c ON c.id = e.case_file_id WHERE c.number = ? OR c.case_id = ?)
          OR d.id IN (SELECT di.document_id FROM identifier i JOIN document_identifier di ON di.identifier_id = i.id
                      WHERE i.type = 'case_id' AND i.value_key = ? AND di.removed = 0))`,
        params: [value.toUpperCase(), value, searchKey(value)],
      };
    case 'folder':
      return {
        sql: `d.id IN (SELECT l.document_id FROM location l LEFT JOIN watched_folder f ON f.id = l.folder_id
          WHERE l.document_id IS NOT NULL AND (COALESCE(f.path, '') || '/' || l.relative_path) LIKE ? ESCAPE '\\')`,
        params: [`%${escapeLike(value)}%`],
      };
    case 'before':
    case 'after': {
      const range = dateRange(value);
      if (range === null) return null;
      return field === 'before'
        ? { sql: 'd.sort_at_ms < ?', params: [range.startMs] }
        : { sql: 'd.sort_at_ms >= ?', params: [range.startMs] };
    }
    case 'month': {
      const range = dateRange(value);
      return range === null
        ? null
        : { sql: 'd.sort_at_ms >= ? AND d.sort_at_ms < ?', params: [range.startMs, range.endMs] };
    }
    case 'marketplace': {
      const marketplace = resolveMarketplace(value);
      return marketplace === undefined ? NOTHING : marketplaceCondition(marketplace);
    }
    case 'type':
      return {
        sql: `(d.media_type LIKE ? ESCAPE '\\' OR d.id IN (SELECT document_id FROM location WHERE document_id IS NOT NULL AND lower(file_name) LIKE ? ESCAPE '\\'))`,
        params: [
          `%${escapeLike(value.toLowerCase())}%`,
          `%.${escapeLike(value.toLowerCase().replace(/^\./, ''))}`,
        ],
      };
    case 'has':
    case 'is':
      return HAS_CONDITIONS[value.toLowerCase()] ?? null;
  }
}

const NOTHING: SqlCondition = { sql: '0', params: [] };

function hasIdentifier(...types: string[]): SqlCondition {
  const list = types.map((type) => `'${type}'`).join(',');
  return {
    sql: `EXISTS (SELECT 1 FROM document_identifier di JOIN identifier i ON i.id = di.identifier_id
      WHERE di.document_id = d.id AND di.removed = 0 AND i.type IN (${list}))`,
    params: [],
  };
}

const HAS_PROBLEM: SqlCondition = { sql: 'd.has_problem = 1', params: [] };
const IN_CASE: SqlCondition = { sql: 'd.id IN (SELECT document_id FROM exhibit)', params: [] };
const UNSORTED: SqlCondition = { sql: 'd.inbox = 1', params: [] };
const MISSING: SqlCondition = { sql: 'd.available = 0', params: [] };
const DUPLICATE: SqlCondition = {
  sql: "(SELECT count(*) FROM location l WHERE l.document_id = d.id AND l.state = 'present') > 1",
  params: [],
};

/** Values of has: and is:, with their Chinese names. */
const HAS_CONDITIONS: Readonly<Record<string, SqlCondition>> = {
  problem: HAS_PROBLEM,
  问题: HAS_PROBLEM,
  text: { sql: 'd.text_characters > 0', params: [] },
  文字: { sql: 'd.text_characters > 0', params: [] },
  ocr: { sql: "d.ocr_state = 'done'", params: [] },
  case: IN_CASE,
  案件: IN_CASE,
  order: hasIdentifier('order_id'),
  订单: hasIdentifier('order_id'),
  asin: hasIdentifier('asin'),
  tracking: hasIdentifier('tracking_number'),
  运单: hasIdentifier('tracking_number'),
  date: { sql: 'd.document_date IS NOT NULL', params: [] },
  日期: { sql: 'd.document_date IS NOT NULL', params: [] },
  copy: { sql: 'd.sha256 IN (SELECT sha256 FROM vault_copy)', params: [] },
  副本: { sql: 'd.sha256 IN (SELECT sha256 FROM vault_copy)', params: [] },
  duplicate: DUPLICATE,
  重复: DUPLICATE,
  unsorted: UNSORTED,
  inbox: UNSORTED,
  未分类: UNSORTED,
  missing: MISSING,
  缺失: MISSING,
};

function identifierCondition(types: readonly string[] | null, value: string): SqlCondition {
  const key = searchKey(value);
  if (key === '') return NOTHING;
  const typeSql = types === null ? '' : ` AND i.type IN (${types.map(() => '?').join(',')})`;
  return {
    sql: `d.id IN (SELECT di.document_id FROM identifier i JOIN document_identifier di ON di.identifier_id = i.id
      WHERE i.value_key >= ? AND i.value_key < ? AND di.removed = 0${typeSql})`,
    // every key that starts with `key`
    params: [key, `${key}\u{10FFFF}`, ...(types ?? [])],
  };
}

function inList(column: string, values: readonly string[]): SqlCondition {
  return { sql: `${column} IN (${values.map(() => '?').join(',')})`, params: values };
}

export function escapeLike(value: string): string {
  return value.replace(/[\\%_]/g, (character) => `\\${character}`);
}

/** YYYY, YYYY-MM or YYYY-MM-DD (also with / or .) as a range in the computer's own zone. */
export function dateRange(value: string): { startMs: number; endMs: number } | null {
  const match = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?)?年?$/.exec(value);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && (day < 1 || day > 31)) return null;
  const startMs = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const endMs =
    day !== null
      ? startMs + 86_400_000
      : month !== null
        ? Date.UTC(year, month, 1)
        : Date.UTC(year + 1, 0, 1);
  return { startMs, endMs };
}
