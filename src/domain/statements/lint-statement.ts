// What is wrong with a text before it goes to Amazon (T-13, T-14, T-23 and the tone)?
import type { Reason } from '../inspection.ts';
import { checkContactMailbox } from '../problems/account-guard.ts';
import { findGaps } from './section.ts';
import type { StatementForm } from './statement-input.ts';
import { findEmotionalWords, findOtherCaseReferences, shareOfChinese } from './wording.ts';

export interface LintContext {
  readonly form: StatementForm;
  readonly marketplace: string;
  readonly subject?: string;
  /** Case IDs that may be named: the case's own. */
  readonly ownCaseIds?: readonly string[];
  /** Number of exhibits attached; the list in the text must not be empty when there are some. */
  readonly exhibitCount?: number;
  /** Number of causes answered, for the length of an appeal. */
  readonly causes?: number;
  /** Character limit of the form, when the seller knows it; Amazon's pages found name none. */
  readonly maxCharacters?: number;
  /** IP appeals accept no external links (B13). */
  readonly problemGroup?: string;
  /** Mailbox the contact is made from, and the registered one. */
  readonly contactMailbox?: string;
  readonly registeredMailbox?: string;
}

export interface LintFinding extends Reason {
  /** "block": the text can't be marked ready. "warn": a person decides. */
  readonly severity: 'block' | 'warn';
}

/** Chinese case text is expected nowhere but in Japan's CN support (domain.md 4.4); more than this share is a warning. */
const MAX_CHINESE_SHARE = 0.2;
/** About one page per cause (A12). */
const APPEAL_CHARACTERS_PER_CAUSE = 3000;

interface RequiredPart {
  readonly code: string;
  readonly heading: RegExp;
}

/** A heading stands alone or before a colon, with or without a number or Markdown marks. */
function headed(words: string): RegExp {
  return new RegExp(`^[#*\\s]*(?:\\d+[.)、]\\s*)?(?:${words})(?:\\s*\\d+)?[*\\s]*(?:[:：].*)?$`, 'i');
}

const PART = {
  background: { code: 'partBackground', heading: headed('background|explanation|问题背景|背景|情况说明') },
  timeline: { code: 'partTimeline', heading: headed('timeline|时间线') },
  request: { code: 'partRequest', heading: headed('(?:our )?requests?|诉求|请求') },
  attachments: {
    code: 'partAttachments',
    heading: headed('attachments?|evidence|附件清单|附件|证据清单|证据'),
  },
  error: { code: 'partError', heading: headed('error codes?|错误代码') },
  steps: { code: 'partSteps', heading: headed('steps to reproduce|复现步骤') },
  rootCause: { code: 'partRootCause', heading: headed('root causes?|根本原因') },
  corrective: {
    code: 'partCorrective',
    heading: headed('corrective actions?(?: taken)?|(?:已采取的)?纠正措施'),
  },
  preventive: { code: 'partPreventive', heading: headed('preventive (?:measures?|actions?)|预防措施') },
} as const satisfies Record<string, RequiredPart>;

const REQUIRED: Readonly<Record<StatementForm, readonly RequiredPart[]>> = {
  case: [PART.background, PART.timeline, PART.request, PART.attachments],
  technical: [PART.background, PART.timeline, PART.request, PART.attachments, PART.error, PART.steps],
  appeal: [PART.rootCause, PART.corrective, PART.preventive, PART.attachments],
  appeal_in_error: [PART.background, PART.attachments],
  claim_response: [PART.background, PART.timeline, PART.request, PART.attachments],
  follow_up: [],
};

const ALL_HEADINGS = [
  ...Object.values(PART).map((part) => part.heading),
  headed('shipment and delivery|发货与送达'),
];

function isHeading(line: string): boolean {
  return ALL_HEADINGS.some((heading) => heading.test(line.trim()));
}

/** The content below the first heading of a part; undefined without that heading. */
function findPart(text: string, part: RequiredPart): string | undefined {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => part.heading.test(line.trim()));
  if (start < 0) return undefined;
  const sameLine = (lines[start] ?? '').split(/[:：]/).slice(1).join(':').trim();
  const rest: string[] = [];
  for (const line of lines.slice(start + 1)) {
    if (isHeading(line)) break;
    rest.push(line);
  }
  return [sameLine, ...rest].join('\n').trim();
}

function isEmptyPart(content: string | undefined): boolean {
  if (content === undefined || content === '') return true;
  const written = content
    .replace(/\[TO FILL IN: [^\]]*\]|【待填写：[^】]*】/g, '')
    .replace(/^\s*\d+[.)、]\s*/gm, '')
    .replace(/[\s.:：、,，-]/g, '');
  return written === '';
}

/** T-14: parts that are missing or empty; a timeline needs at least one date. */
function checkParts(text: string, form: StatementForm): readonly LintFinding[] {
  return REQUIRED[form].flatMap((part): readonly LintFinding[] => {
    const content = findPart(text, part);
    if (isEmptyPart(content)) return [{ severity: 'block', code: part.code }];
    if (
      part === PART.timeline &&
      !/\d{4}[-/.年]\d{1,2}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}/i.test(
        content ?? '',
      )
    ) {
      return [{ severity: 'block', code: 'timelineUndated' }];
    }
    return [];
  });
}

/** A sentence like "my account is blocked" and nothing that can be looked up (S1). */
function isVague(text: string): boolean {
  const hasId =
    /\d{3}-\d{7}-\d{7}|(?<![A-Z0-9])B0[0-9A-Z]{8}|(?<![A-Z0-9])FBA[0-9A-Z]{5,9}|\d{8,}|\d{4}-\d{2}-\d{2}/i.test(
      text,
    );
  return !hasId && [...text.trim()].length < 200;
}

/** "Any update?" alone, in either language. */
const EMPTY_FOLLOW_UP =
  /^(?:(?:hello|hi|dear \w+|您好|你好)[,，!！.。\s]*)?(?:any (?:update|news|progress)s?(?: on this(?: case)?)?|please (?:update|advise|help)|what is the status|有(?:进展|更新|消息)吗|请问进展如何|请尽快处理)[\s?？!！.。]*$/i;

/** Everything that should be changed before the text goes out, blocking findings first. */
export function lintStatement(text: string, context: LintContext): readonly LintFinding[] {
  const findings: LintFinding[] = [];
  const block = (code: string, params?: Reason['params']): void =>
    void findings.push({ severity: 'block', code, params });
  const warn = (code: string, params?: Reason['params']): void =>
    void findings.push({ severity: 'warn', code, params });

  if (context.form === 'follow_up') {
    if (text.trim() === '' || EMPTY_FOLLOW_UP.test(text.trim())) block('followUpEmpty');
  } else if (isVague(text)) block('tooVague');
  findings.push(...checkParts(text, context.form));
  const gaps = findGaps(text);
  if (gaps.length > 0) block('gapsLeft', { count: gaps.length, gaps: gaps.join('; ') });
  if (context.exhibitCount === 0 && context.form !== 'follow_up') block('noExhibits');

  const chinese = shareOfChinese(text);
  if (chinese > MAX_CHINESE_SHARE && !['JP', 'CN'].includes(context.marketplace.toUpperCase())) {
    warn('useEnglish', { percent: Math.round(chinese * 100), marketplace: context.marketplace });
  }
  const emotional = findEmotionalWords(text);
  if (emotional.length > 0) warn('emotionalWords', { words: emotional.join(', ') });
  const cases = findOtherCaseReferences(text, context.ownCaseIds);
  if (cases.length > 0) warn('otherCases', { cases: cases.join(', ') });
  if (context.problemGroup === 'ip' && /https?:\/\/(?!\S*amazon\.)/i.test(text)) warn('externalLinks');
  if (context.subject !== undefined && context.subject.trim() === '') block('subjectEmpty');

  const length = [...text].length;
  const appealLimit = (context.causes ?? 1) * APPEAL_CHARACTERS_PER_CAUSE;
  if (context.maxCharacters !== undefined && length > context.maxCharacters) {
    block('tooLong', { length, limit: context.maxCharacters });
  } else if (context.form === 'appeal' && length > appealLimit)
    warn('appealLong', { length, limit: appealLimit });

  const mailbox = checkContactMailbox(context.contactMailbox ?? '', context.registeredMailbox);
  if (mailbox !== undefined) warn(mailbox.code, mailbox.params);
  return [
    ...findings.filter((f) => f.severity === 'block'),
    ...findings.filter((f) => f.severity === 'warn'),
  ];
}

/** T-14: the composer may mark a text ready. */
export function isReadyToSend(findings: readonly LintFinding[]): boolean {
  return !findings.some((finding) => finding.severity === 'block');
}
