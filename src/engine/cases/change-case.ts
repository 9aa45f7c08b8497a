// How does a case change: its status, its facts, its statement?
import { and, eq, ne } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import { findMarketplace } from '../../domain/marketplaces/marketplaces.ts';
import { CASE_STATUSES, type CaseStatus, isOutcome } from '../../domain/problems/case-status.ts';
import { CHANNEL_BY_SLUG } from '../../domain/problems/channels.ts';
import type { EngineContext } from '../engine-context.ts';
import { caseFile, caseSubject } from '../store/schema/cases.ts';
import { appendCustody } from '../vault/custody.ts';
import {
  addEvent,
  type CaseRecord,
  checkRevision,
  findCase,
  readSubjects,
  touchCase,
} from './case-records.ts';
import { readRoundTrips } from './case-statistics.ts';
import { normaliseSubjects } from './case-subjects.ts';
import type { CaseSubject } from './case-view.ts';
import { listFactChanges } from './fact-changes.ts';

/** What a decision of the case says about the newest submission; a rejected one may not be sent again unchanged (T-10). */
const DECISIONS: Partial<Record<CaseStatus, string>> = {
  won: 'accepted',
  partial: 'partial',
  lost: 'rejected',
};

export function isEnded(status: CaseStatus): boolean {
  return isOutcome(status) || status === 'closed';
}

/** Sets the status and writes it into the timeline. Closing needs an outcome first (T-26). @throws CasebinderError INPUT_INVALID */
export function changeStatus(
  context: EngineContext,
  record: CaseRecord,
  status: CaseStatus,
  options: { note?: string; revision?: number } = {},
): void {
  checkRevision(record, options.revision);
  if (!CASE_STATUSES.includes(status))
    throw new CasebinderError('INPUT_INVALID', { detail: `status ${status}` });
  if (status === 'closed' && !isOutcome(record.status)) {
    throw new CasebinderError('INPUT_INVALID', {
      detail: 'closing a case needs an outcome: won, lost, partial, withdrawn or expired',
    });
  }
  const nowMs = context.nowMs();
  context.archive.transaction(() => {
    context.archive.orm
      .update(caseFile)
      .set({
        status,
        ...(status === 'submitted' && record.submittedAtMs === null ? { submittedAtMs: nowMs } : {}),
        closedAtMs: isEnded(status) ? (record.closedAtMs ?? nowMs) : null,
      })
      .where(eq(caseFile.id, record.id))
      .run();
    addEvent(context, record.id, {
      kind: status === 'submitted' ? 'submitted' : 'status',
      title: status,
      detail: options.note ?? '',
      data: {
        from: record.status,
        to: status,
        ...(isOutcome(status) ? { roundTrips: readRoundTrips(context, record.id) } : {}),
      },
    });
    const decision = DECISIONS[status];
    if (decision !== undefined) judgeSubmission(context, record.id, decision);
    appendCustody(context.archive, nowMs, 'case_status_changed', null, {
      case: record.number,
      from: record.status,
      to: status,
    });
    touchCase(context, record.id);
  });
  context.events.emit({ type: 'case_changed', caseFileId: record.id });
}

/** Writes Amazon's decision on the newest submission that has none. Runs in the caller's transaction. */
export function judgeSubmission(context: EngineContext, caseFileId: number, decision: string): void {
  context.archive.sqlite
    .prepare(
      `UPDATE submission SET outcome = ? WHERE outcome IS NULL
       AND id = (SELECT id FROM submission WHERE case_file_id = ? ORDER BY submitted_at_ms DESC, id DESC LIMIT 1)`,
    )
    .run(decision, caseFileId);
}

export interface CaseFacts {
  readonly title?: string;
  readonly caseId?: string | null;
  readonly complaintId?: string | null;
  readonly channel?: string;
  readonly marketplace?: string;
  readonly notifiedOn?: string | null;
  readonly money?: { amount: string; currency: string } | null;
  readonly statement?: { subject: string; text: string; textZh: string };
  readonly subjects?: readonly CaseSubject[];
}

/** Changes facts of a case; what really changed is written into its timeline. @throws CasebinderError INPUT_INVALID, CASE_ID_TAKEN, REVISION_CONFLICT */
export function changeFacts(
  context: EngineContext,
  record: CaseRecord,
  facts: CaseFacts,
  revision?: number,
): CaseRecord {
  checkRevision(record, revision);
  if (facts.marketplace !== undefined) requireMarketplace(facts.marketplace);
  if (facts.notifiedOn) requireDate(facts.notifiedOn);
  if (facts.caseId) {
    if (facts.caseId !== record.caseId) requireCaseId(facts.caseId);
    refuseTakenCaseId(context, record.accountId, facts.caseId, record.id);
  }
  const subjects = facts.subjects === undefined ? undefined : normaliseSubjects(facts.subjects);
  const changes = listFactChanges(record, readSubjects(context, record.id), {
    ...facts,
    ...(subjects === undefined ? {} : { subjects }),
  });
  if (facts.channel !== undefined) requireChannel(facts.channel);
  context.archive.transaction(() => {
    context.archive.orm
      .update(caseFile)
      .set({
        ...(facts.title === undefined ? {} : { title: facts.title }),
        ...(facts.caseId === undefined ? {} : { caseId: facts.caseId === '' ? null : facts.caseId }),
        ...(facts.complaintId === undefined
          ? {}
          : { complaintId: facts.complaintId === '' ? null : facts.complaintId }),
        ...(facts.channel === undefined ? {} : { channel: facts.channel }),
        ...(facts.marketplace === undefined ? {} : { marketplace: facts.marketplace }),
        ...(facts.notifiedOn === undefined ? {} : { notifiedOn: facts.notifiedOn }),
        ...(facts.money === undefined
          ? {}
          : { moneyAmount: facts.money?.amount ?? null, moneyCurrency: facts.money?.currency ?? null }),
        ...(facts.statement === undefined
          ? {}
          : {
              statementSubject: facts.statement.subject,
              statementText: facts.statement.text,
              statementTextZh: facts.statement.textZh,
            }),
      })
      .where(eq(caseFile.id, record.id))
      .run();
    if (subjects !== undefined) replaceSubjects(context, record.id, subjects);
    if (changes.length > 0)
      addEvent(context, record.id, { kind: 'facts_changed', title: 'facts_changed', data: { changes } });
    touchCase(context, record.id);
  });
  context.events.emit({ type: 'case_changed', caseFileId: record.id });
  return findCase(context, record.number);
}

/** Writes the subjects of a case anew. Runs in the caller's transaction. */
export function replaceSubjects(
  context: EngineContext,
  caseFileId: number,
  subjects: readonly CaseSubject[],
): void {
  context.archive.orm.delete(caseSubject).where(eq(caseSubject.caseFileId, caseFileId)).run();
  for (const subject of subjects) {
    context.archive.orm
      .insert(caseSubject)
      .values({ caseFileId, identifierType: subject.type, value: subject.value })
      .onConflictDoNothing()
      .run();
  }
}

/** T-17: one Case ID, one case. @throws CasebinderError CASE_ID_TAKEN */
export function refuseTakenCaseId(
  context: EngineContext,
  accountId: number,
  caseId: string,
  exceptId?: number,
): void {
  const taken = context.archive.orm
    .select()
    .from(caseFile)
    .where(
      and(
        eq(caseFile.accountId, accountId),
        eq(caseFile.caseId, caseId),
        exceptId === undefined ? undefined : ne(caseFile.id, exceptId),
      ),
    )
    .get();
  if (taken !== undefined) throw new CasebinderError('CASE_ID_TAKEN', { caseId, case: taken.number });
}

/** 8 to 14 digits (domain.md 3.1). @throws CasebinderError INPUT_INVALID */
export function requireCaseId(caseId: string): void {
  if (!/^\d{8,14}$/.test(caseId)) throw new CasebinderError('INPUT_INVALID', { detail: `Case ID ${caseId}` });
}

/** A channel of the table. @throws CasebinderError INPUT_INVALID */
export function requireChannel(slug: string): void {
  if (!CHANNEL_BY_SLUG.has(slug)) throw new CasebinderError('INPUT_INVALID', { detail: `channel ${slug}` });
}

export function requireMarketplace(code: string): void {
  if (findMarketplace(code) === undefined)
    throw new CasebinderError('INPUT_INVALID', { detail: `marketplace ${code}` });
}

/** A day that exists, YYYY-MM-DD. @throws CasebinderError INPUT_INVALID */
export function requireDate(value: string): void {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const time =
    match === null ? Number.NaN : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    throw new CasebinderError('INPUT_INVALID', { detail: `date ${value}` });
  }
}
