// Does an appeal text fulfil the rules that can be checked (domain.md 1.3, POA)?
import { findEmotionalWords, findOtherCaseReferences } from '../../statements/wording.ts';
import { listMissing } from '../part-names.ts';
import type { RuleInput, RuleResult } from '../rule-input.ts';
import { ask, fail, identifiersOf, pass } from '../rule-input.ts';

const PARTS: readonly (readonly [string, RegExp])[] = [
  [
    'rootCause',
    /root cause|what caused|caused by|the cause of|why (?:it|this) happened|ursache|cause profonde|cause du probl|causa ra[ií]z|causa principale|根本原因|原因分析|产生.{0,6}原因|発生原因/i,
  ],
  [
    'corrective',
    /corrective|actions? (?:we have )?taken|what we (?:have done|did)|(?:steps|measures) (?:we have |already )?taken|we have (?:already |since |now )?(?:remov|refund|contact|stopp|replac|chang|correct|withdraw)|ergriffen|sofortma(?:ß|ss)nahm|mesures? (?:prises|correctives)|medidas correctivas|azioni correttive|纠正措施|已采取|整改|是正/i,
  ],
  [
    'preventive',
    /prevent|so that it (?:does|will) not happen|not happen again|going forward|from now on|in (?:the )?future|vorbeug|künftig|in zukunft|pr[ée]vent|[àa] l'avenir|en el futuro|in futuro|prevenzione|预防措施|防止.{0,4}再次|避免.{0,4}再次|今后|再発防止/i,
  ],
];

/** POA-01. */
function checkParts({ document }: RuleInput): RuleResult {
  if (document.text === undefined || document.text.trim() === '') return ask('textNotRead');
  const text = document.text;
  const missing = PARTS.filter(([, pattern]) => !pattern.test(text)).map(([name]) => name);
  return missing.length === 0 ? pass('poaParts') : fail('poaPartsMissing', listMissing(missing));
}

/** POA-02. */
function checkTone({ document }: RuleInput): RuleResult {
  if (document.text === undefined || document.text.trim() === '') return ask('textNotRead');
  const emotional = findEmotionalWords(document.text);
  if (emotional.length > 0) return fail('poaEmotional', { words: emotional.join(', ') });
  const cases = findOtherCaseReferences(document.text);
  return cases.length > 0 ? fail('poaOtherCases', { cases: cases.join(', ') }) : pass('poaFactual');
}

/** POA-04. */
function checkAsins({ document, facts }: RuleInput): RuleResult {
  if (facts.asins.length === 0) return ask('asinsMissing');
  const text = (document.text ?? '').toUpperCase();
  const named = new Set(identifiersOf(document, 'asin').map((i) => i.value));
  const missing = facts.asins.filter((asin) => !named.has(asin) && !text.includes(asin.toUpperCase()));
  return missing.length === 0
    ? pass('poaAllAsins')
    : fail('poaAsinsMissing', { missing: missing.join(', ') });
}

export const APPEAL_CHECKS: Readonly<Record<string, (input: RuleInput) => RuleResult>> = {
  'POA-01': checkParts,
  'POA-02': checkTone,
  'POA-04': checkAsins,
};
