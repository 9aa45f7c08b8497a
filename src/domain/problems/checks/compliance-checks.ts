// Does a test report, manual, data sheet or photo fulfil the rules that can be checked (domain.md 1.3, CMP and PHO)?
import { addToDate } from '../../deadlines/zoned-day.ts';
import { findMarketplace } from '../../marketplaces/marketplaces.ts';
import { listMissing } from '../part-names.ts';
import type { RuleInput, RuleResult } from '../rule-input.ts';
import { ask, dateOf, fail, identifiersOf, pass } from '../rule-input.ts';

/** Languages that warnings must be in, per marketplace (K). */
const DESTINATION_LANGUAGES: Readonly<Record<string, string>> = {
  US: 'en',
  UK: 'en',
  IE: 'en',
  DE: 'de',
  FR: 'fr',
  IT: 'it',
  ES: 'es',
  NL: 'nl',
  SE: 'sv',
  PL: 'pl',
  JP: 'ja',
};

/** CMP-02. */
function checkModel({ document, facts }: RuleInput): RuleResult {
  const models = identifiersOf(document, 'model').map((i) => i.value.toUpperCase());
  const wanted = (facts.models ?? []).map((m) => m.toUpperCase());
  if (wanted.length === 0) return ask('modelUnknown', { found: models.join(', ') || '–' });
  const text = (document.text ?? '').toUpperCase();
  const shared = wanted.find((m) => models.includes(m) || text.includes(m));
  return shared === undefined
    ? ask('modelDiffers', { found: models.join(', ') || '–', wanted: wanted.join(', ') })
    : pass('productMatches', { value: shared });
}

/** CMP-06. */
function checkManualLanguage({ document, facts }: RuleInput): RuleResult {
  const wanted = DESTINATION_LANGUAGES[findMarketplace(facts.marketplace)?.code ?? ''];
  if (wanted === undefined || document.language === undefined) return ask('languageUnknown');
  const params = { language: document.language, wanted };
  // A manual often holds several languages: one main language that differs is a question, not a failure.
  return document.language.startsWith(wanted) ? pass('languageFits', params) : ask('languageDiffers', params);
}

/** CMP-07: at most 5 years old, 16 sections. */
function checkSafetyDataSheet({ document, facts }: RuleInput): RuleResult {
  const issued = dateOf(document, 'issue', 'valid_from', 'printed');
  if (issued === undefined) return ask('sdsDateMissing');
  const params = { issued, oldest: addToDate(facts.todayOn, { years: -5 }) };
  if (issued < params.oldest) return fail('sdsTooOld', params);
  if (document.text === undefined) return ask('textNotRead');
  const missing = missingSections(document.text);
  return missing.length === 0
    ? pass('sdsComplete', params)
    : ask('sdsSectionsMissing', { missing: missing.join(', ') });
}

/** Section numbers 1…16 without a heading of the usual forms. */
function missingSections(text: string): readonly number[] {
  const chinese = [
    '一',
    '二',
    '三',
    '四',
    '五',
    '六',
    '七',
    '八',
    '九',
    '十',
    '十一',
    '十二',
    '十三',
    '十四',
    '十五',
    '十六',
  ];
  return chinese.flatMap((word, index) => {
    const number = index + 1;
    const heading = new RegExp(
      `(?:section|abschnitt|sección|sezione|rubrique|第)\\s*0?${number}(?!\\d)|(?:^|\\n)\\s*0?${number}\\s*[.．、:：)]|第${word}部分`,
      'i',
    );
    return heading.test(text) ? [] : [number];
  });
}

const CERTIFICATE_PARTS: readonly (readonly [string, RegExp])[] = [
  ['product', /product|item|model|toy|产品/i],
  ['regulation', /16 ?CFR|ASTM ?F ?\d|CPSIA|CPSC/i],
  ['importer', /importer|manufacturer|进口商|制造商/i],
  ['contact', /@|\d{3}[ -.]\d{4}|contact|联系/i],
  ['madeAt', /manufactur(?:e|ed|ing)[^\n]{0,60}\d{4}|date (?:and place )?of manufacture|生产日期/i],
  ['testedAt', /test(?:ed|ing)?[^\n]{0,60}\d{4}|date (?:and place )?of test|测试日期/i],
  ['laboratory', /laborator|third[- ]party|检测机构|实验室/i],
];

/** CMP-04: the seven parts of a children's product certificate; whether they are true a person says. */
function checkCertificate({ document }: RuleInput): RuleResult {
  if (document.kind !== 'cpc') return pass('ruleNotRelevant');
  const text = document.text;
  if (text === undefined || text.trim() === '') return ask('textNotRead');
  const missing = CERTIFICATE_PARTS.filter(([, pattern]) => !pattern.test(text)).map(([name]) => name);
  return missing.length === 0
    ? pass('certificateParts')
    : fail('certificatePartsMissing', listMissing(missing));
}

/** PHO-05. */
function checkExif({ document }: RuleInput): RuleResult {
  return document.takenAt === undefined
    ? ask('exifMissing')
    : pass('exifPresent', { taken: document.takenAt });
}

export const COMPLIANCE_CHECKS: Readonly<Record<string, (input: RuleInput) => RuleResult>> = {
  'CMP-02': checkModel,
  'CMP-04': checkCertificate,
  'CMP-06': checkManualLanguage,
  'CMP-07': checkSafetyDataSheet,
  'PHO-05': checkExif,
};
