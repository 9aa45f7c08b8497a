// How do the hits of a search spread over kinds, problems, folders, months and marketplaces?
import { MARKETPLACES } from '../../../domain/marketplaces/marketplaces.ts';
import type { Archive } from '../open-archive.ts';
import { marketplaceCondition } from './marketplace-condition.ts';
import type { FieldVocabulary } from './query-filters.ts';
import { planSearch } from './search-documents.ts';
import { wherePlan } from './where-plan.ts';

export interface FacetCount {
  readonly value: string;
  readonly label?: string;
  readonly count: number;
}

export interface Facets {
  readonly total: number;
  readonly kinds: readonly FacetCount[];
  readonly problems: readonly FacetCount[];
  readonly folders: readonly FacetCount[];
  readonly months: readonly FacetCount[];
  /** By code; a document may belong to several. */
  readonly marketplaces: readonly FacetCount[];
  readonly mediaTypes: readonly FacetCount[];
  readonly withProblem: number;
  readonly unsorted: number;
}

/** Counts per facet over all hits of `query`. Counted apart from the list, because a common word has many hits. */
export function countFacets(archive: Archive, query: string, vocabulary: FieldVocabulary): Facets {
  const { sqlite } = archive;
  const where = wherePlan(planSearch(sqlite, query, vocabulary));
  sqlite.exec('CREATE TEMP TABLE IF NOT EXISTS facet_hit (id INTEGER PRIMARY KEY)');
  sqlite.exec('DELETE FROM facet_hit');
  sqlite.prepare(`INSERT INTO facet_hit SELECT d.id FROM document d WHERE ${where.sql}`).run(...where.params);
  const group = (sql: string): FacetCount[] => sqlite.prepare<unknown[], FacetCount>(sql).all();
  const sums = sqlite
    .prepare<unknown[], { total: number; withProblem: number | null; unsorted: number | null }>(
      'SELECT count(*) AS total, sum(d.has_problem) AS withProblem, sum(d.inbox) AS unsorted FROM facet_hit h JOIN document d ON d.id = h.id',
    )
    .get()!;
  return {
    total: sums.total,
    kinds: group(
      'SELECT d.kind AS value, count(*) AS count FROM facet_hit h JOIN document d ON d.id = h.id GROUP BY 1 ORDER BY 2 DESC',
    ),
    problems: group(
      'SELECT p.problem_slug AS value, count(*) AS count FROM facet_hit h JOIN document_problem_type p ON p.document_id = h.id GROUP BY 1 ORDER BY 2 DESC LIMIT 40',
    ),
    folders: group(
      `SELECT f.path AS value, count(DISTINCT h.id) AS count FROM facet_hit h JOIN location l ON l.document_id = h.id JOIN watched_folder f ON f.id = l.folder_id
       GROUP BY 1 ORDER BY 2 DESC`,
    ),
    months: group(
      `SELECT strftime('%Y-%m', d.sort_at_ms / 1000, 'unixepoch') AS value, count(*) AS count FROM facet_hit h JOIN document d ON d.id = h.id GROUP BY 1 ORDER BY 1 DESC LIMIT 36`,
    ),
    marketplaces: countMarketplaces(archive),
    mediaTypes: group(
      'SELECT d.media_type AS value, count(*) AS count FROM facet_hit h JOIN document d ON d.id = h.id GROUP BY 1 ORDER BY 2 DESC LIMIT 20',
    ),
    withProblem: sums.withProblem ?? 0,
    unsorted: sums.unsorted ?? 0,
  };
}

/** Counts over the hits in `facet_hit`. */
function countMarketplaces({ sqlite }: Archive): FacetCount[] {
  return MARKETPLACES.map((marketplace) => {
    const { sql, params } = marketplaceCondition(marketplace);
    const count = sqlite
      .prepare(`SELECT count(*) FROM facet_hit d WHERE ${sql}`)
      .pluck()
      .get(...params) as number;
    return { value: marketplace.code, count };
  })
    .filter(({ count }) => count > 0)
    .sort((first, second) => second.count - first.count);
}
