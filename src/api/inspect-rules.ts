// What do Amazon's acceptance rules say about a file that belongs to no case yet?
import { fillTemplate, type Language } from '../domain/errors.ts';
import type { Reason } from '../domain/inspection.ts';
import { describeKind } from '../domain/kinds/kind-name.ts';
import { ACCEPTANCE_RULES, rulesForKind } from '../domain/problems/acceptance-rules.ts';
import { CHECKED_RULE_IDS, evaluateRule } from '../domain/problems/evaluate-rule.ts';
import { SITUATIONAL_RULES } from '../domain/problems/rule-expansion.ts';
import { ruleDocument } from '../domain/problems/rule-input.ts';
import { problems as en } from '../i18n/en/problems.ts';
import { problems as zh } from '../i18n/zh-CN/problems.ts';
import type { Inspected } from './describe-inspection.ts';

/** Rules for everything that is checked by the program; those of one situation (a reimbursement) need their case. */
const RULE_IDS = ACCEPTANCE_RULES.map((rule) => rule.id).filter(
  (id) => CHECKED_RULE_IDS.includes(id) && !SITUATIONAL_RULES.includes(id),
);

const CATALOGUES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, 'zh-CN': zh };

/** One answer per rule of the file's kind, with the compared values; what only a case knows is asked. */
export function inspectRules(inspected: Inspected, language: Language, todayOn: string) {
  const { read, recognition } = inspected;
  const text = read.pages
    .filter((page) => page.source !== 'xml')
    .map((page) => page.text)
    .join('\n');
  const document = ruleDocument(recognition, {
    fileName: inspected.path.split(/[\\/]/).at(-1) ?? inspected.path,
    mediaType: read.mediaType,
    sizeBytes: inspected.sizeBytes,
    ...(text === '' ? {} : { text }),
    ...(read.media.takenAt === undefined ? {} : { takenAt: read.media.takenAt }),
    ...(read.media.camera === undefined ? {} : { camera: read.media.camera }),
  });
  const facts = {
    problem: '',
    marketplace: '',
    todayOn,
    orders: [],
    asins: [],
    account: { legalNames: [] },
  };
  return rulesForKind(RULE_IDS, recognition.kind.slug).map((rule) => {
    const { result, reason } = evaluateRule(rule.id, { document, facts });
    return {
      rule: rule.id,
      result,
      text: rule.text[language === 'en' ? 'en' : 'zh'],
      reason: describe(reason, language),
      values: reason.params ?? {},
    };
  });
}

function describe(reason: Reason, language: Language): string {
  const template = CATALOGUES[language][reason.code];
  if (template === undefined) return reason.code;
  const params: Record<string, string | number> = { ...reason.params };
  const { kind } = params;
  if (typeof kind === 'string') params['kind'] = describeKind(kind)[language === 'en' ? 'en' : 'zh'];
  return fillTemplate(template, params);
}
