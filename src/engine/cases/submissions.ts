// What was sent to Amazon, frozen: text, exhibit hashes, channel, time and people?
import { eq } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import { checkFiling } from '../../domain/problems/misfile-guard.ts';
import type { ChannelSlug } from '../../domain/problems/problem-type.ts';
import { findRepeatedAppeal, normaliseAppealText } from '../../domain/problems/resubmission.ts';
import type { EngineContext } from '../engine-context.ts';
import { caseFile, type SubmittedExhibit, submission } from '../store/schema/cases.ts';
import { appendCustody } from '../vault/custody.ts';
import { addEvent, type CaseRecord, touchCase } from './case-records.ts';
import { refuseTakenCaseId } from './change-case.ts';
import { readProblem } from './effective-problems.ts';
import { readExhibits } from './read-case.ts';

export interface SubmitInput {
  readonly preparedBy: string;
  readonly submittedBy: string;
  readonly submittedAtMs?: number;
  readonly caseId?: string;
  readonly packId?: number;
  /** The person confirmed that everything in text and attachments is true (S1-23); nothing is frozen without it. */
  readonly truthConfirmed?: boolean;
}

/** Freezes what was sent and moves the case on. @throws CasebinderError TRUTH_NOT_CONFIRMED, INPUT_INVALID (no text), APPEAL_REPEATED (T-10) */
export function submitCase(context: EngineContext, record: CaseRecord, input: SubmitInput): number {
  if (input.truthConfirmed !== true) throw new CasebinderError('TRUTH_NOT_CONFIRMED', {});
  if (record.statementText.trim() === '')
    throw new CasebinderError('INPUT_INVALID', { detail: 'the statement is empty' });
  if (input.caseId !== undefined && input.caseId !== '')
    refuseTakenCaseId(context, record.accountId, input.caseId, record.id);
  const { orm } = context.archive;
  const exhibits = readExhibits(context, record.id).map(
    (e): SubmittedExhibit => ({ label: e.label, sha256: e.document.sha256, name: e.document.fileName }),
  );
  const earlier = orm.select().from(submission).where(eq(submission.caseFileId, record.id)).all();
  const repeated = findRepeatedAppeal(
    { text: record.statementText, evidence: exhibits.map((e) => e.sha256) },
    earlier
      .filter((row) => row.outcome === 'rejected')
      .map((row) => ({ label: `#${row.id}`, text: row.text, evidence: row.exhibits.map((e) => e.sha256) })),
  );
  if (repeated !== undefined) throw new CasebinderError('APPEAL_REPEATED', { submission: repeated.label });
  const atMs = input.submittedAtMs ?? context.nowMs();
  const id = context.archive.transaction(() => {
    const row = orm
      .insert(submission)
      .values({
        caseFileId: record.id,
        channel: record.channel,
        subject: record.statementSubject,
        text: record.statementText,
        textKey: normaliseAppealText(record.statementText),
        exhibits,
        preparedBy: input.preparedBy,
        submittedBy: input.submittedBy,
        submittedAtMs: atMs,
        packId: input.packId ?? null,
      })
      .returning({ id: submission.id })
      .get();
    orm
      .update(caseFile)
      .set({
        status: 'waiting',
        // A new appeal after a refusal opens the case again.
        closedAtMs: null,
        submittedAtMs: record.submittedAtMs ?? atMs,
        ...(input.caseId === undefined || input.caseId === '' ? {} : { caseId: input.caseId }),
      })
      .where(eq(caseFile.id, record.id))
      .run();
    addEvent(context, record.id, {
      kind: 'submitted',
      title: record.statementSubject,
      atMs,
      data: { submissionId: row.id, truthConfirmed: true, ...readCircumstances(context, record) },
    });
    appendCustody(context.archive, context.nowMs(), 'submission_frozen', null, {
      case: record.number,
      submission: row.id,
      text: normaliseAppealText(record.statementText).length,
      exhibits: exhibits.map((e) => e.sha256),
      truthConfirmed: true,
    });
    touchCase(context, record.id);
    return row.id;
  });
  context.events.emit({ type: 'case_changed', caseFileId: record.id });
  return id;
}

/** What may have decided the answer, kept for own statistics: the account's rating of that day and the right door (S1-19, S1-31). */
function readCircumstances(context: EngineContext, record: CaseRecord): { ahr?: number; doorFits?: boolean } {
  const rating = context.archive.sqlite
    .prepare(
      `SELECT data ->> '$.values.ahr_score' FROM health_week WHERE account_id = ? AND marketplace = ? AND skipped_reason IS NULL
       ORDER BY week DESC LIMIT 1`,
    )
    .pluck()
    .get(record.accountId, record.marketplace) as number | null | undefined;
  const problem = readProblem(context, record.problemSlug);
  return {
    ...(rating == null ? {} : { ahr: rating }),
    ...(problem === undefined
      ? {}
      : { doorFits: checkFiling(problem, { channel: record.channel as ChannelSlug }) === undefined }),
  };
}
