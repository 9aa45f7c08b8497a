// What is written to Amazon for a case: subject and text in English, and the same in Chinese for the team?
import type { ChannelSlug, ProblemType } from '../problems/problem-type.ts';
import { composeAppeal, composeAppealInError } from './compose-appeal.ts';
import { composeCase, composeTechnical } from './compose-case.ts';
import { composeClaimResponse, composeFollowUp } from './compose-reply.ts';
import type { Section } from './section.ts';
import { joinSections } from './section.ts';
import type { Statement, StatementForm, StatementInput } from './statement-input.ts';

const CLAIM_CHANNELS: readonly ChannelSlug[] = ['atoz', 'chargeback', 'safe_t'];
const APPEAL_CHANNELS: readonly ChannelSlug[] = ['perf_appeal', 'account_health_support', 'ip_appeal'];

/** The structure that fits a problem and channel: claims, technical cases, appeals with a plan of action, or a case. */
export function chooseForm(problem: ProblemType, channel: ChannelSlug | undefined): StatementForm {
  const door = channel ?? problem.channels[0];
  if (problem.group === 'tec' && problem.slug !== 'tec-other') return 'technical';
  if (door !== undefined && CLAIM_CHANNELS.includes(door)) return 'claim_response';
  const needsPlan = problem.rules.includes('POA-01') || problem.requiredKinds.includes('poa_document');
  if (door !== undefined && APPEAL_CHANNELS.includes(door)) return needsPlan ? 'appeal' : 'appeal_in_error';
  return 'case';
}

/** The ID that a reviewer searches for, by problem group. */
function findMainId(input: StatementInput, problem: ProblemType): string | undefined {
  const order = input.orders?.[0]?.orderId;
  const asin = input.asins?.[0];
  const shipment = input.shipments?.[0];
  const byGroup: Readonly<Record<string, readonly (string | undefined)[]>> = {
    ip: [input.complaintId, asin],
    lst: [asin],
    acct: [input.complaintId, input.caseId],
    fba: [shipment, asin, order],
    ord: [order],
    clm: [order],
  };
  const candidates = [
    ...(byGroup[problem.group] ?? []),
    order,
    shipment,
    asin,
    input.complaintId,
    input.caseId,
  ];
  return candidates.find((id) => id !== undefined);
}

/** `[store] [marketplace] [problem type] [main ID]`: the case log's search matches only the subject line (A23). */
export function composeSubject(input: StatementInput, problem: ProblemType): string {
  const id = findMainId(input, problem);
  return [
    input.account.store,
    input.marketplace.toUpperCase(),
    problem.name.en,
    ...(id === undefined ? [] : [id]),
  ]
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .join(' | ');
}

/**
 * Subject and text of a case from its facts (domain.md 4.5). What is not known becomes a visible gap "[TO FILL IN: …]"
 * instead of an invented sentence; `lintStatement` refuses a text that still holds one.
 */
export function composeStatement(input: StatementInput): Statement {
  const { problem } = input;
  const form = input.form ?? chooseForm(problem, input.channel);
  const composers: Readonly<Record<StatementForm, () => readonly Section[]>> = {
    case: () => composeCase(input, problem),
    technical: () => composeTechnical(input, problem),
    appeal: () => composeAppeal(input, problem),
    appeal_in_error: () => composeAppealInError(input, problem),
    follow_up: () => composeFollowUp(input),
    claim_response: () => composeClaimResponse(input, problem),
  };
  const sections = composers[form]();
  return {
    form,
    subject: composeSubject(input, problem),
    text: joinSections(sections, 'en'),
    textZh: joinSections(sections, 'zh'),
  };
}
