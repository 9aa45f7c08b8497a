// Which documents belong to a marketplace: bound into a case there, or naming its site?
import {
  findMarketplace,
  MARKETPLACES,
  type Marketplace,
} from '../../../domain/marketplaces/marketplaces.ts';
import { tokeniseForQuery } from '../../../domain/search/tokenise.ts';
import type { SqlCondition } from './query-filters.ts';

/** The marketplace that a person means by "de", "amazon.de", "德国" or "Germany". */
export function resolveMarketplace(value: string): Marketplace | undefined {
  const wanted = value.trim().toLowerCase();
  return (
    findMarketplace(value) ??
    MARKETPLACES.find(({ name }) => name.zh === wanted || name.en.toLowerCase() === wanted)
  );
}

/** Over the alias `d` of the document table. */
export function marketplaceCondition({ code, domain }: Marketplace): SqlCondition {
  return {
    sql: `(d.id IN (SELECT e.document_id FROM exhibit e JOIN case_file c ON c.id = e.case_file_id WHERE c.marketplace = ?)
      OR d.id IN (SELECT rowid FROM search_text WHERE search_text MATCH ?))`,
    params: [code, matchSite(domain)],
  };
}

/** FTS5: the site's address, but not the longer one of another site (amazon.com in amazon.com.mx). */
function matchSite(domain: string): string {
  const longer = MARKETPLACES.filter((other) => other.domain.startsWith(`${domain}.`)).map((other) =>
    quote(other.domain),
  );
  return longer.length === 0 ? quote(domain) : `${quote(domain)} NOT (${longer.join(' OR ')})`;
}

function quote(domain: string): string {
  return `"${tokeniseForQuery(domain).join(' ')}"`;
}
