// Which store a message speaks of, in the words that Amazon's messages use.
import { expect, it } from 'vitest';
import { MARKETPLACES } from '../../../src/domain/marketplaces/marketplaces.ts';
import { findNamedMarketplace } from '../../../src/domain/messages/named-marketplace.ts';

it.each(MARKETPLACES)('a message that names $domain speaks of $code', ({ domain, code }) => {
  expect(findNamedMarketplace(`Your listings on ${domain} were removed.`)).toBe(code);
  expect(findNamedMarketplace(`见 https://www.${domain}/dp/B0EXAMPLE1。`)).toBe(code);
});

it.each([
  ['an address of Amazon', 'From: notice@amazon.com'],
  ['the desk of one region', 'Open https://sellercentral.amazon.com/cases'],
  ['two stores', 'amazon.de and amazon.fr'],
  ['no store', 'Dear seller'],
])('%s names none', (_what, text) => {
  expect(findNamedMarketplace(text)).toBeNull();
});
