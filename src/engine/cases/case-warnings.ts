// What should a person know before the next step of a case: wrong door, too many contacts, wrong mailbox, better time?
import { computeFollowUp } from '../../domain/deadlines/response-clock.ts';
import { suggestSubmissionTime } from '../../domain/deadlines/submission-hint.ts';
import type { Reason } from '../../domain/inspection.ts';
import { findMarketplace } from '../../domain/marketplaces/marketplaces.ts';
import { checkAccountStanding, checkContactMailbox } from '../../domain/problems/account-guard.ts';
import { paceContacts } from '../../domain/problems/contact-pacing.ts';
import { checkFiling } from '../../domain/problems/misfile-guard.ts';
import type { ChannelSlug, ProblemType } from '../../domain/problems/problem-type.ts';
import type { EngineContext } from '../engine-context.ts';
import { toHistory } from './case-deadlines.ts';
import { type CaseRecord, readAccount } from './case-records.ts';
import type { CaseEvent } from './case-view.ts';
import { readProblem } from './effective-problems.ts';

const DAY_MS = 86_400_000;
const WAITING = new Set(['submitted', 'waiting']);

/** Warnings of one case; codes of the i18n catalogues `problems` and `deadlines`. Nothing of an ended case. */
export function readCaseWarnings(
  context: EngineContext,
  record: CaseRecord,
  timeline: readonly CaseEvent[],
): Reason[] {
  const problem = readProblem(context, record.problemSlug);
  if (problem === undefined || record.closedAtMs !== null) return [];
  const nowMs = context.nowMs();
  const owner = readAccount(context, record.accountId);
  const filing = checkFiling(problem, { channel: record.channel as ChannelSlug });
  return [
    // T-11, T-12
    ...(filing === undefined ? [] : [filing.reason]),
    // T-24
    ...checkAccountStanding({
      plan: owner.sellingPlan,
      verification: owner.verified ? 'complete' : 'incomplete',
    }),
    // T-23
    ...findForeignMailboxes(timeline, owner.email),
    // T-09
    ...present(paceContacts(readContacts(context, record.accountId, nowMs), nowMs).warning),
    // T-20
    ...(record.status === 'draft' ? hintSubmission(record, problem, nowMs) : []),
    // T-07
    ...(WAITING.has(record.status) ? hintFollowUp(record, problem, timeline, nowMs) : []),
  ];
}

function present(reason: Reason | undefined): Reason[] {
  return reason === undefined ? [] : [reason];
}

/** Messages whose sender is known and is not the registered mailbox, each sender once. */
function findForeignMailboxes(timeline: readonly CaseEvent[], registered: string): Reason[] {
  const senders = timeline
    .filter((event) => event.kind === 'own_message' || event.kind === 'submitted')
    .map((event) => event.data['from'])
    .filter((from) => typeof from === 'string');
  return [...new Set(senders)].flatMap((from) => present(checkContactMailbox(from, registered)));
}

/** Outgoing contacts of the account within the last day, over all its cases. */
export function readContacts(context: EngineContext, accountId: number, nowMs: number): number[] {
  return context.archive.sqlite
    .prepare(
      `SELECT e.at_ms FROM case_event e JOIN case_file c ON c.id = e.case_file_id
       WHERE c.account_id = ? AND e.kind IN ('submitted','own_message','call','chat') AND e.at_ms > ?`,
    )
    .pluck()
    .all(accountId, nowMs - DAY_MS) as number[];
}

function hintSubmission(record: CaseRecord, problem: ProblemType, nowMs: number): Reason[] {
  const region = findMarketplace(record.marketplace)?.region;
  const hint = suggestSubmissionTime(
    nowMs,
    problem.severity,
    region === undefined || region === 'other' ? undefined : region,
  );
  return present(hint?.reason);
}

function hintFollowUp(
  record: CaseRecord,
  problem: ProblemType,
  timeline: readonly CaseEvent[],
  nowMs: number,
): Reason[] {
  const task = computeFollowUp(
    problem,
    record.channel as ChannelSlug,
    toHistory(record, timeline),
    record.marketplace,
    nowMs,
  );
  return task?.due === true ? [task.reason, ...task.steps.map((code) => ({ code }))] : [];
}
