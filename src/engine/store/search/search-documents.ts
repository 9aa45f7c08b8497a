// Which documents does a search line find, newest first, in milliseconds?
import { type FieldTerm, parseQuery, type TextTerm } from '../../../domain/search/parse-query.ts';
import { isSpacelessToken, searchKey, tokeniseForQuery } from '../../../domain/search/tokenise.ts';
import type { Archive, Sqlite } from '../open-archive.ts';
import { coverInQuery } from './personal-tokens.ts';
import { buildFieldCondition, type FieldVocabulary, type SqlCondition } from './query-filters.ts';
import { type SearchPlan, wherePlan } from './where-plan.ts';

export type SearchSort = 'date' | 'date_asc' | 'name' | 'size' | 'filed' | 'relevance';

export interface SearchRequest {
  readonly query: string;
  readonly limit: number;
  readonly offset?: number;
  readonly sort?: SearchSort;
}

export interface SearchPage {
  readonly ids: readonly number[];
  /** Exact, or the number counted so far when `totalIsExact` is false. */
  readonly total: number;
  readonly totalIsExact: boolean;
}

/** Above this many hits a list is walked by date instead of being collected and sorted. */
const COLLECT_LIMIT = 5_000;
/** Above this many hits ranking by relevance would take too long (libraries.md section 9). */
const RANK_LIMIT = 20_000;

/** Finds one page of document ids. Free text is ANDed; see parse-query.ts for the grammar. */
export function searchDocuments(
  archive: Archive,
  request: SearchRequest,
  vocabulary: FieldVocabulary,
): SearchPage {
  const plan = planSearch(archive.sqlite, request.query, vocabulary);
  const offset = request.offset ?? 0;
  const sort = request.sort ?? 'date';
  const ids = collectIds(archive.sqlite, plan, COLLECT_LIMIT);
  if (ids !== null) return pageFromIds(archive.sqlite, ids, plan, sort, request.limit, offset);
  if (plan.match === null && plan.excluded === null)
    return pageFromTable(archive.sqlite, plan, sort, request.limit, offset);
  if (sort === 'relevance') {
    const all = collectIds(archive.sqlite, plan, RANK_LIMIT);
    if (all !== null) return pageFromIds(archive.sqlite, all, plan, sort, request.limit, offset);
  }
  return pageByWalking(archive.sqlite, plan, sort, request.limit, offset);
}

/** Exact number of hits; may take tens of milliseconds on very common words. */
export function countDocuments(archive: Archive, query: string, vocabulary: FieldVocabulary): number {
  const plan = planSearch(archive.sqlite, query, vocabulary);
  const { sql, params } = wherePlan(plan);
  return archive.sqlite
    .prepare(`SELECT count(*) FROM document d WHERE ${sql}`)
    .pluck()
    .get(...params) as number;
}

/** Turns a search line into a plan. */
export function planSearch(sqlite: Sqlite, query: string, vocabulary: FieldVocabulary): SearchPlan {
  const terms = parseQuery(coverInQuery(sqlite, query));
  const conditions: SqlCondition[] = [];
  const positive: string[] = [];
  const negative: string[] = [];
  let candidates: number[] | null = null;
  const exact = new Set<number>();
  for (const term of terms) {
    if (term.kind === 'field') {
      const condition = buildFieldCondition(term as FieldTerm, vocabulary);
      if (condition === null)
        positive.push(
          ...[
            matchExpression(sqlite, { kind: 'text', text: term.value, phrase: true, negative: false }),
          ].filter((m) => m !== null),
        );
      else conditions.push(condition);
      continue;
    }
    const expression = matchExpression(sqlite, term);
    if (expression === null) {
      // Only punctuation: nothing to find, and nothing to exclude.
      if (!term.negative && terms.length === 1) conditions.push({ sql: '0', params: [] });
      continue;
    }
    if (term.negative) {
      negative.push(expression);
      continue;
    }
    const ids = isIdLike(term.text) && !term.phrase ? findByPart(sqlite, term.text, expression) : null;
    if (ids === null) positive.push(expression);
    else {
      candidates = candidates === null ? ids.all : intersect(candidates, ids.all);
      for (const id of ids.exact) exact.add(id);
    }
  }
  return {
    match: positive.length === 0 ? null : positive.join(' AND '),
    excluded: negative.length === 0 ? null : negative.join(' OR '),
    candidates,
    exact,
    conditions,
  };
}

/**
 * The FTS5 expression of one term: its tokens as a phrase; the last word as a prefix unless quoted. A prefix makes FTS5
 * gather every hit before the first is given, so a word that is very common by itself is asked for whole (with its
 * plural): 0.6 s becomes a few milliseconds at 200,000 documents.
 */
function matchExpression(sqlite: Sqlite, term: TextTerm): string | null {
  const tokens = tokeniseForQuery(term.text);
  const last = tokens.at(-1);
  if (last === undefined) return null;
  const phrase = quotePhrase(tokens);
  if (term.phrase || isSpacelessToken(last)) return phrase;
  if (!isCommon(sqlite, phrase)) return `${phrase} *`;
  return `(${phrase} OR ${quotePhrase([...tokens.slice(0, -1), `${last}s`])})`;
}

function quotePhrase(tokens: readonly string[]): string {
  return `"${tokens.map((token) => token.replaceAll('"', '""')).join(' ')}"`;
}

function isCommon(sqlite: Sqlite, expression: string): boolean {
  const hits = sqlite
    .prepare('SELECT count(*) FROM (SELECT 1 FROM search_text WHERE search_text MATCH ? LIMIT ?)')
    .pluck()
    .get(expression, COLLECT_LIMIT + 1) as number;
  return hits > COLLECT_LIMIT;
}

/** Worth looking up as (a part of) an ID or file name: ASCII, at least 4 characters, with a digit. */
function isIdLike(text: string): boolean {
  const key = searchKey(text);
  return key.length >= 4 && /\d/.test(key) && /^[\x21-\x7E]+$/.test(text);
}

function findByPart(
  sqlite: Sqlite,
  text: string,
  expression: string,
): { all: number[]; exact: number[] } | null {
  const key = searchKey(text);
  const limit = COLLECT_LIMIT + 1;
  const byPart = sqlite
    .prepare('SELECT rowid FROM search_part WHERE search_part MATCH ? LIMIT ?')
    .pluck()
    .all(`"${key}"`, limit) as number[];
  if (byPart.length >= limit) return null;
  const byText = sqlite
    .prepare('SELECT rowid FROM search_text WHERE search_text MATCH ? LIMIT ?')
    .pluck()
    .all(expression, limit) as number[];
  if (byText.length >= limit) return null;
  const exact = sqlite
    .prepare(
      `SELECT di.document_id FROM identifier i JOIN document_identifier di ON di.identifier_id = i.id
       WHERE i.value_key = ? AND di.removed = 0 LIMIT ?`,
    )
    .pluck()
    .all(key, limit) as number[];
  return { all: [...new Set([...exact, ...byPart, ...byText])], exact };
}

function intersect(a: readonly number[], b: readonly number[]): number[] {
  const known = new Set(b);
  return a.filter((id) => known.has(id));
}

/** All hits when they are at most `limit`, else null. */
function collectIds(sqlite: Sqlite, plan: SearchPlan, limit: number): number[] | null {
  if (plan.match === null && plan.candidates === null && plan.conditions.length === 0) return null;
  if (plan.match !== null && plan.candidates === null) {
    // Cheap look ahead: a very common word is not worth collecting.
    const ids = sqlite
      .prepare('SELECT rowid FROM search_text WHERE search_text MATCH ? LIMIT ?')
      .pluck()
      .all(plan.match, limit + 1) as number[];
    if (ids.length > limit) {
      if (plan.conditions.length === 0) return null;
    } else {
      const narrowed = { ...plan, match: null, candidates: ids };
      if (plan.excluded === null && plan.conditions.length === 0) return ids;
      return collectIds(sqlite, narrowed, limit);
    }
    const probe = { ...plan, match: null, excluded: null };
    const few = selectIds(sqlite, probe, limit + 1);
    if (few.length > limit) return null;
    return selectIds(sqlite, { ...plan, candidates: few, conditions: [] }, limit + 1);
  }
  const ids = selectIds(sqlite, plan, limit + 1);
  return ids.length > limit ? null : ids;
}

function selectIds(sqlite: Sqlite, plan: SearchPlan, limit: number): number[] {
  const { sql, params } = wherePlan(plan);
  return sqlite
    .prepare(`SELECT d.id FROM document d WHERE ${sql} LIMIT ?`)
    .pluck()
    .all(...params, limit) as number[];
}

const ORDER_BY: Readonly<Record<Exclude<SearchSort, 'relevance'>, string>> = {
  date: 'd.sort_at_ms DESC, d.id DESC',
  date_asc: 'd.sort_at_ms ASC, d.id ASC',
  name: 'd.title COLLATE NOCASE ASC, d.id ASC',
  size: 'd.size_bytes DESC, d.id DESC',
  filed: 'd.filed_at_ms DESC, d.id DESC',
};

function pageFromIds(
  sqlite: Sqlite,
  ids: readonly number[],
  plan: SearchPlan,
  sort: SearchSort,
  limit: number,
  offset: number,
): SearchPage {
  const ordered =
    sort === 'relevance' && plan.match !== null
      ? rankIds(sqlite, ids, plan.match)
      : (sqlite
          .prepare(
            `SELECT d.id FROM json_each(?) j JOIN document d ON d.id = j.value ORDER BY ${ORDER_BY[sort === 'relevance' ? 'date' : sort]}`,
          )
          .pluck()
          .all(JSON.stringify(ids)) as number[]);
  const first = ordered.filter((id) => plan.exact.has(id));
  const rest = ordered.filter((id) => !plan.exact.has(id));
  return {
    ids: [...first, ...rest].slice(offset, offset + limit),
    total: ordered.length,
    totalIsExact: true,
  };
}

function rankIds(sqlite: Sqlite, ids: readonly number[], match: string): number[] {
  const known = new Set(ids);
  const ranked = sqlite
    .prepare(
      'SELECT rowid FROM search_text WHERE search_text MATCH ? ORDER BY bm25(search_text, 8.0, 1.0, 4.0), rowid DESC LIMIT ?',
    )
    .pluck()
    .all(match, RANK_LIMIT) as number[];
  return ranked.filter((id) => known.has(id));
}

function pageFromTable(
  sqlite: Sqlite,
  plan: SearchPlan,
  sort: SearchSort,
  limit: number,
  offset: number,
): SearchPage {
  const { sql, params } = wherePlan(plan);
  const order = ORDER_BY[sort === 'relevance' ? 'date' : sort];
  const ids = sqlite
    .prepare(`SELECT d.id FROM document d WHERE ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`)
    .pluck()
    .all(...params, limit, offset) as number[];
  const total = sqlite
    .prepare(`SELECT count(*) FROM document d WHERE ${sql}`)
    .pluck()
    .get(...params) as number;
  return { ids, total, totalIsExact: true };
}

/** Very common words: walk documents in list order and probe the index for each, which ends after a few rows. */
function pageByWalking(
  sqlite: Sqlite,
  plan: SearchPlan,
  sort: SearchSort,
  limit: number,
  offset: number,
): SearchPage {
  const { sql, params } = wherePlan({ ...plan, match: null, excluded: null });
  const order = ORDER_BY[sort === 'relevance' ? 'date' : sort];
  const probes: string[] = [];
  const probeParams: string[] = [];
  if (plan.match !== null) {
    probes.push('EXISTS (SELECT 1 FROM search_text WHERE search_text MATCH ? AND rowid = d.id)');
    probeParams.push(plan.match);
  }
  if (plan.excluded !== null) {
    probes.push('NOT EXISTS (SELECT 1 FROM search_text WHERE search_text MATCH ? AND rowid = d.id)');
    probeParams.push(plan.excluded);
  }
  const ids = sqlite
    .prepare(
      `SELECT d.id FROM document d WHERE ${sql} AND ${probes.join(' AND ')} ORDER BY ${order} LIMIT ? OFFSET ?`,
    )
    .pluck()
    .all(...params, ...probeParams, limit, offset) as number[];
  const exact = ids.length < limit;
  return { ids, total: exact ? offset + ids.length : COLLECT_LIMIT + 1, totalIsExact: exact };
}
