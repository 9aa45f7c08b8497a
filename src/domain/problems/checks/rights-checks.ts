// Does an authorisation fulfil the rules that can be checked from its facts (domain.md 1.3, LOA)?
import { normaliseName } from '../name-match.ts';
import type { RuleInput, RuleResult } from '../rule-input.ts';
import { ask, dateOf, fail, identifiersOf, pass } from '../rule-input.ts';

/** LOA-02: the seller's legal name stands in the text or among the parties. */
function checkSeller({ document, facts }: RuleInput): RuleResult {
  const wanted = facts.account.legalNames;
  if (wanted.length === 0) return ask('legalNameMissing');
  const haystack = normaliseName([document.text ?? '', ...document.parties.map((p) => p.name)].join(' '));
  const found = wanted.find((name) => normaliseName(name) !== '' && haystack.includes(normaliseName(name)));
  return found === undefined
    ? ask('sellerNotNamed', { wanted: wanted.join(' / ') })
    : pass('nameMatches', { found, wanted: found });
}

/** LOA-03. */
function checkScope({ document, facts }: RuleInput): RuleResult {
  const text = (document.text ?? '').toLowerCase();
  const brand = (facts.brands ?? []).find((name) => text.includes(name.toLowerCase()));
  const mark = identifiersOf(document, 'trademark_no')[0]?.value;
  const asin = identifiersOf(document, 'asin').find((i) => facts.asins.includes(i.value))?.value;
  const found = [brand, mark, asin].filter((value) => value !== undefined);
  return found.length > 0 ? pass('scopeNamed', { found: found.join(', ') }) : ask('scopeUnclear');
}

/** LOA-04: in force on the day of the notification; both dates shown. */
function checkPeriod({ document, facts }: RuleInput): RuleResult {
  const on = facts.notifiedOn ?? facts.todayOn;
  const from = dateOf(document, 'valid_from', 'signed', 'issue');
  const to = dateOf(document, 'valid_to');
  if (to === undefined) return ask('validityMissing');
  const params = { from: from ?? '–', to, notified: on };
  if (to < on) return fail('authorisationExpired', params);
  if (from !== undefined && from > on) return fail('authorisationStartsLater', params);
  return pass('authorisationInForce', params);
}

export const RIGHTS_CHECKS: Readonly<Record<string, (input: RuleInput) => RuleResult>> = {
  'LOA-02': checkSeller,
  'LOA-03': checkScope,
  'LOA-04': checkPeriod,
};
