// Does marketplace:DE find what belongs to amazon.de, and does the facet count the same?
import { afterEach, beforeEach, expect, it } from 'vitest';
import { countFacets } from '../../../src/engine/store/search/count-facets.ts';
import { searchDocuments } from '../../../src/engine/store/search/search-documents.ts';
import { FIELD_VOCABULARY } from '../../../src/engine/vocabulary.ts';
import { storeDocument } from '../../support/store-document.ts';
import { openTemporaryArchive, type TemporaryArchive } from '../../support/temporary-archive.ts';

let temporary: TemporaryArchive;
let ids: { german: number; american: number; mexican: number; none: number };

beforeEach(() => {
  temporary = openTemporaryArchive();
  const store = (text: string) => storeDocument(temporary.archive, { text });
  ids = {
    german: store('Von: <x7@marketplace.amazon.de> Ihre Bestellung'),
    american: store('See https://sellercentral.amazon.com/cases for case 12345678901'),
    mexican: store('Tu pedido en www.amazon.com.mx está en camino'),
    none: store('装箱单 亚马逊'),
  };
});
afterEach(() => temporary.remove());

const find = (query: string) =>
  [...searchDocuments(temporary.archive, { query, limit: 10 }, FIELD_VOCABULARY).ids].sort((a, b) => a - b);

it('finds documents by code, by site, by name in both languages, and excludes them', () => {
  for (const value of ['DE', 'de', 'amazon.de', '德国', 'Germany'])
    expect(find(`marketplace:${value}`)).toEqual([ids.german]);
  expect(find('站点:美国')).toEqual([ids.american]);
  expect(find('-marketplace:DE')).toEqual([ids.american, ids.mexican, ids.none]);
  expect(find('marketplace:nowhere')).toEqual([]);
});

it('does not take amazon.com.mx for amazon.com', () => {
  expect(find('marketplace:MX')).toEqual([ids.mexican]);
  expect(find('marketplace:US')).toEqual([ids.american]);
});

it('counts each marketplace among the hits', () => {
  const counts = countFacets(temporary.archive, '', FIELD_VOCABULARY).marketplaces;
  expect(counts.map(({ value, count }) => [value, count]).sort()).toEqual([
    ['DE', 1],
    ['MX', 1],
    ['US', 1],
  ]);
  expect(countFacets(temporary.archive, 'Bestellung', FIELD_VOCABULARY).marketplaces).toEqual([
    { value: 'DE', count: 1 },
  ]);
});
