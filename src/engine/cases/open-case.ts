// How is a new case opened, and when is it refused because it exists already?
import { eq } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import { findDuplicateCases } from '../../domain/problems/duplicate-rule.ts';
import type { Bilingual } from '../../domain/problems/problem-type.ts';
import type { EngineContext } from '../engine-context.ts';
import { caseFile } from '../store/schema/cases.ts';
import { appendCustody } from '../vault/custody.ts';
import { defaultAccount } from './accounts.ts';
import {
  addEvent,
  type CaseRecord,
  findCase,
  nextCaseNumber,
  readAccount,
  readSubjects,
} from './case-records.ts';
import { collectSubjects } from './case-subjects.ts';
import type { CaseSubject } from './case-view.ts';
import {
  refuseTakenCaseId,
  replaceSubjects,
  requireCaseId,
  requireChannel,
  requireDate,
  requireMarketplace,
} from './change-case.ts';
import { readProblem } from './effective-problems.ts';

export interface OpenCaseInput {
  readonly problem: string;
  readonly accountId?: number;
  readonly caseId?: string;
  readonly complaintId?: string;
  readonly marketplace?: string;
  readonly channel?: string;
  readonly title?: string;
  readonly orders?: readonly string[];
  readonly asins?: readonly string[];
  readonly fnskus?: readonly string[];
  readonly shipments?: readonly string[];
  readonly trackingNumbers?: readonly string[];
  /** YYYY-MM-DD on which Amazon's notice came. */
  readonly notifiedOn?: string;
  readonly money?: { readonly amount: string; readonly currency: string };
  /** Why a second case is opened although the duplicate rule objects. */
  readonly reason?: string;
}

/**
 * Opens a case as a draft.
 * @throws CasebinderError INPUT_INVALID, CASE_ID_TAKEN (T-17), CASE_DUPLICATE (T-08) unless a reason is given
 */
export function openCase(context: EngineContext, input: OpenCaseInput): CaseRecord {
  const problem = readProblem(context, input.problem);
  if (problem === undefined)
    throw new CasebinderError('INPUT_INVALID', { detail: `problem ${input.problem}` });
  const account =
    input.accountId === undefined ? defaultAccount(context) : readAccount(context, input.accountId);
  const marketplace = (input.marketplace ?? account.marketplaces[0] ?? 'US').toUpperCase();
  requireMarketplace(marketplace);
  if (input.channel !== undefined) requireChannel(input.channel);
  if (input.notifiedOn !== undefined) requireDate(input.notifiedOn);
  if (input.caseId !== undefined) requireCaseId(input.caseId);
  const subjects = collectSubjects(input);
  if (input.caseId !== undefined) refuseTakenCaseId(context, account.id, input.caseId);
  const duplicates = findDuplicates(context, account.id, marketplace, input, subjects);
  if (duplicates.length > 0 && (input.reason ?? '').trim() === '') {
    throw new CasebinderError('CASE_DUPLICATE', { cases: duplicates.map((d) => d.label).join(', ') });
  }
  const nowMs = context.nowMs();
  const number = context.archive.transaction(() => {
    const caseNumber = nextCaseNumber(context);
    const row = context.archive.orm
      .insert(caseFile)
      .values({
        number: caseNumber,
        accountId: account.id,
        problemSlug: problem.slug,
        channel: input.channel ?? problem.channels[0] ?? 'seller_support',
        marketplace,
        // An automatic title is the problem's name in the reader's language: only a person's own is stored.
        title: ownTitle(problem, input.title),
        caseId: input.caseId ?? null,
        complaintId: input.complaintId ?? null,
        severity: problem.severity,
        notifiedOn: input.notifiedOn ?? null,
        moneyAmount: input.money?.amount ?? null,
        moneyCurrency: input.money?.currency ?? null,
        duplicateReason: duplicates.length > 0 ? (input.reason ?? null) : null,
        openedAtMs: nowMs,
        updatedAtMs: nowMs,
      })
      .returning({ id: caseFile.id })
      .get();
    replaceSubjects(context, row.id, subjects);
    addEvent(context, row.id, {
      kind: 'opened',
      title: problem.slug,
      detail: duplicates.length > 0 ? (input.reason ?? '') : '',
      data: duplicates.length > 0 ? { duplicates: duplicates.map((d) => d.number) } : {},
    });
    appendCustody(context.archive, nowMs, 'case_opened', null, {
      case: caseNumber,
      problem: problem.slug,
      marketplace,
    });
    return caseNumber;
  });
  const record = findCase(context, number);
  context.events.emit({ type: 'case_changed', caseFileId: record.id });
  return record;
}

/** Cases that the duplicate rule names (T-08). */
export function findDuplicates(
  context: EngineContext,
  accountId: number,
  marketplace: string,
  input: OpenCaseInput,
  subjects: readonly CaseSubject[],
): { number: string; label: string }[] {
  const existing = context.archive.orm.select().from(caseFile).where(eq(caseFile.accountId, accountId)).all();
  const found = findDuplicateCases(
    {
      accountId: String(accountId),
      marketplace,
      problem: input.problem,
      subjects: subjects.map((s) => s.value),
      ...(input.caseId === undefined ? {} : { caseId: input.caseId }),
      ...(input.complaintId === undefined ? {} : { complaintId: input.complaintId }),
    },
    existing.map((row) => ({
      number: row.number,
      accountId: String(row.accountId),
      marketplace: row.marketplace,
      problem: row.problemSlug,
      subjects: readSubjects(context, row.id).map((s) => s.value),
      ...(row.caseId === null ? {} : { caseId: row.caseId }),
      ...(row.complaintId === null ? {} : { complaintId: row.complaintId }),
      ...(row.closedAtMs === null ? {} : { closedAtMs: row.closedAtMs }),
    })),
    context.nowMs(),
  );
  return found.map((number) => {
    const row = existing.find((r) => r.number === number);
    return { number, label: row?.caseId == null ? number : `${number} (Case ID ${row.caseId})` };
  });
}

/** The title a person gave; empty where it is only the name of the problem in some language. */
export function ownTitle(
  problem: { readonly name: Bilingual } | undefined,
  title: string | undefined,
): string {
  const given = (title ?? '').trim();
  return given === problem?.name.zh || given === problem?.name.en ? '' : given;
}
