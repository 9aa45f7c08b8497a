// Does an identity, licence, bill or bank paper fulfil the rules that can be checked (domain.md 1.3, IDV)?
import { daysBetween } from '../../deadlines/zoned-day.ts';
import { matchNames } from '../name-match.ts';
import type { RuleInput, RuleResult } from '../rule-input.ts';
import { ask, dateOf, fail, pass } from '../rule-input.ts';

const IDENTITY_TYPES = [
  'image/gif',
  'image/png',
  'image/jpeg',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
];
/** "Less than 10 MB" (A24). */
const MAX_BYTES = 10_000_000;
const SPECIAL_CHARACTERS = /[#&$%@+*!?<>|"';=^~`\\/:]/g;
const SCREENSHOT_NAME = /screen[\s_-]?shot|screen[\s_-]?cap|截图|截屏|屏幕快照|snipaste|wx20|微信图片/i;

/** IDV-01. "长期" licences have no end date: a person says so. */
function checkValidity({ document, facts }: RuleInput): RuleResult {
  const until = dateOf(document, 'valid_to');
  if (until === undefined) {
    return /长期|永久/.test(document.text ?? '') ? pass('validForever') : ask('validityMissing');
  }
  const params = { until, today: facts.todayOn };
  return until >= facts.todayOn ? pass('stillValid', params) : fail('expired', params);
}

/** IDV-03: only a name tells; without such a hint a person looks. */
function checkScreenshot({ document }: RuleInput): RuleResult {
  if (SCREENSHOT_NAME.test(document.fileName))
    return fail('looksLikeScreenshot', { file: document.fileName });
  if (document.mediaType === 'application/pdf' || document.camera !== undefined) return pass('noScreenshot');
  return ask('screenshotQuestion');
}

/** IDV-04. */
function checkName({ document, facts }: RuleInput): RuleResult {
  const names = document.parties.map((p) => p.name);
  const wanted = facts.account.legalNames;
  if (wanted.length === 0) return ask('legalNameMissing');
  if (names.length === 0) return ask('nameNotFound', { wanted: wanted.join(' / ') });
  const best = matchNames(names, wanted);
  const params = { found: best.name, wanted: best.wanted };
  if (best.match === 'same') return pass('nameMatches', params);
  // An ID card or a bill may name the legal representative, whom the account facts do not hold.
  return ask(best.match === 'near' ? 'nameNear' : 'nameDiffers', params);
}

/** IDV-05. */
function checkFile({ document }: RuleInput): RuleResult {
  if (!IDENTITY_TYPES.includes(document.mediaType)) {
    return fail('formatNotAllowed', { type: document.mediaType, allowed: 'gif, png, jpg, pdf, docx' });
  }
  const params = { sizeMb: (document.sizeBytes / 1024 / 1024).toFixed(1), maxMb: 10 };
  return document.sizeBytes < MAX_BYTES ? pass('sizeAllowed', params) : fail('fileTooLarge', params);
}

/** IDV-06: brackets and Chinese characters are no special characters; the pack renames files anyway. */
function checkFileName({ document }: RuleInput): RuleResult {
  const found = [...new Set(document.fileName.match(SPECIAL_CHARACTERS) ?? [])];
  const params = { file: document.fileName, found: found.join(' ') };
  return found.length === 0 ? pass('fileNamePlain', params) : fail('fileNameSpecial', params);
}

/** IDV-08: 90 days back from today, both dates shown. */
function checkBillAge({ document, facts }: RuleInput): RuleResult {
  const issued = dateOf(document, 'issue', 'period_end', 'due');
  if (issued === undefined) return ask('billDateMissing');
  const params = { issued, today: facts.todayOn, days: daysBetween(issued, facts.todayOn) };
  return params.days <= 90 ? pass('billRecent', params) : fail('billTooOld', params);
}

/** IDV-09: under 45 days is refused, up to 60 depends. */
function checkLicence({ document, facts }: RuleInput): RuleResult {
  const until = dateOf(document, 'valid_to');
  if (until === undefined) {
    return /长期|永久/.test(document.text ?? '') ? pass('validForever') : ask('validityMissing');
  }
  const params = { until, today: facts.todayOn, days: daysBetween(facts.todayOn, until) };
  if (params.days < 45) return fail('licenceEndsSoon', params);
  return params.days <= 60 ? ask('licenceEndsSoon', params) : pass('stillValid', params);
}

/** IDV-10. */
function checkStatement({ document, facts }: RuleInput): RuleResult {
  const issued = dateOf(document, 'period_end', 'issue', 'printed');
  if (issued === undefined) return ask('statementDateMissing');
  const params = { issued, today: facts.todayOn, days: daysBetween(issued, facts.todayOn) };
  return params.days <= 365 ? pass('statementRecent', params) : fail('statementTooOld', params);
}

export const IDENTITY_CHECKS: Readonly<Record<string, (input: RuleInput) => RuleResult>> = {
  'IDV-01': checkValidity,
  'IDV-03': checkScreenshot,
  'IDV-04': checkName,
  'IDV-05': checkFile,
  'IDV-06': checkFileName,
  'IDV-08': checkBillAge,
  'IDV-09': checkLicence,
  'IDV-10': checkStatement,
};
