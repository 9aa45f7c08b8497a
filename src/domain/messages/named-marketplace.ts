// Which store does a message speak of?
import { MARKETPLACES } from '../marketplaces/marketplaces.ts';

/** Code of the one marketplace whose site the text names; null when it names none or several. */
export function findNamedMarketplace(text: string): string | null {
  // Mail addresses of Amazon end in amazon.com for every store, and so does the address of one seller's desk.
  const bare = text.replace(/\S+@\S+/g, '').replace(/sellercentral\.amazon\.com\S*/gi, '');
  const sites = new Set(bare.toLowerCase().match(/\bamazon(?:\.[a-z]{2,3}){1,2}\b/g));
  const named = MARKETPLACES.filter(({ domain }) => sites.has(domain));
  return named.length === 1 ? (named[0]?.code ?? null) : null;
}
