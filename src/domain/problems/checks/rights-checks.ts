// Does an authorisation fulfil the rules that can be checked from its facts (domain.md 1.3, LOA)?
import { normaliseName } from '../name-match.ts';
import { listMissing } from '../part-names.ts';
import type { RuleInput, RuleResult } from '../rule-input.ts';
import { ask, dateOf, fail, identifiersOf, pass } from '../rule-input.ts';
import { ADDRESS, PHONE } from './invoice-checks.ts';

const EMAIL = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i;
const CONTACT =
  /(?:contact(?: person)?|attn|attention|signed by|name and title|title|position|联系人|职务|签字人|法定代表人|授权代表)\b|(?:director|manager|president|ceo|owner|officer|secretary|经理|总裁|董事|负责人)/i;

/** LOA-01: whether the brand owner can be reached from the letter; a letter read badly is asked about. */
function checkLetterhead({ document }: RuleInput): RuleResult {
  const text = document.text;
  if (text === undefined || text.trim() === '') return ask('textNotRead');
  const missing: string[] = [];
  if (!document.parties.some((p) => ['grantor', 'issuer', 'seller'].includes(p.role))) missing.push('name');
  if (!ADDRESS.test(text)) missing.push('address');
  if (!EMAIL.test(text)) missing.push('email');
  if (!PHONE.test(text)) missing.push('phone');
  if (!CONTACT.test(text)) missing.push('contact');
  if (missing.length === 0) return pass('ownerDetailsPresent');
  // The name may stand in a picture of the letterhead; without any address or number nobody can check the letter.
  const reachable = ['address', 'email', 'phone'].some((part) => !missing.includes(part));
  return reachable
    ? ask('ownerDetailsMissing', listMissing(missing))
    : fail('ownerDetailsMissing', listMissing(missing));
}

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
  'LOA-01': checkLetterhead,
  'LOA-02': checkSeller,
  'LOA-03': checkScope,
  'LOA-04': checkPeriod,
};
