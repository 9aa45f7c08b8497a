// Which SQL condition says the same as a planned search?
import type { SqlCondition } from './query-filters.ts';

/** A query made ready: what the text tables must match, which ids are candidates, and the other conditions. */
export interface SearchPlan {
  readonly match: string | null;
  readonly excluded: string | null;
  /** Documents that carry an ID-like term, when those are few. */
  readonly candidates: readonly number[] | null;
  /** Documents that carry the term as a whole identifier; listed first. */
  readonly exact: ReadonlySet<number>;
  readonly conditions: readonly SqlCondition[];
}

/** The condition over the alias `d` of the document table, with its parameters. */
export function wherePlan(plan: SearchPlan): { sql: string; params: (string | number)[] } {
  const parts: string[] = [];
  const params: (string | number)[] = [];
  if (plan.candidates !== null) {
    parts.push('d.id IN (SELECT value FROM json_each(?))');
    params.push(JSON.stringify(plan.candidates));
  }
  if (plan.match !== null) {
    parts.push('d.id IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)');
    params.push(plan.match);
  }
  if (plan.excluded !== null) {
    parts.push('d.id NOT IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)');
    params.push(plan.excluded);
  }
  for (const condition of plan.conditions) {
    parts.push(`(${condition.sql})`);
    params.push(...condition.params);
  }
  return { sql: parts.length === 0 ? '1' : parts.join(' AND '), params };
}
