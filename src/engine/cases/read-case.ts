// What is the state of one case, and of all: rows for board and table, and everything about one?
import { desc, eq } from 'drizzle-orm';
import { isSensitiveKind } from '../../domain/kinds/document-kinds.ts';
import type { EngineContext } from '../engine-context.ts';
import { readDocumentRows } from '../store/document-rows.ts';
import { account, caseFile, pack, submission } from '../store/schema/cases.ts';
import { readCaseChecklist, readinessOf } from './case-checklist.ts';
import { readCaseDeadlines } from './case-deadlines.ts';
import { type CaseRecord, readExhibitRecords, readSubjects } from './case-records.ts';
import type { CaseDeadline, CaseDetail, CaseExhibit, CaseRow } from './case-view.ts';
import { readCaseWarnings } from './case-warnings.ts';
import { readProblem } from './effective-problems.ts';
import { ownTitle } from './open-case.ts';
import { readTimeline } from './timeline.ts';

/** All cases, most recently changed first; `open` leaves out those that have ended. */
export function listCases(context: EngineContext, filter: { open?: boolean } = {}): CaseRow[] {
  const records = context.archive.orm
    .select()
    .from(caseFile)
    .orderBy(desc(caseFile.updatedAtMs), desc(caseFile.id))
    .all();
  const rows = records.map((record) => toRow(context, record));
  return filter.open === true ? rows.filter((row) => row.closedAtMs === null) : rows;
}

/** Every deadline of every open case, the most pressing first (T-18). */
export function listDeadlines(context: EngineContext): CaseDeadline[] {
  const nowMs = context.nowMs();
  const records = context.archive.orm.select().from(caseFile).all();
  return records
    .flatMap((record) => readCaseDeadlines(context, record, readTimeline(context, record.id), nowMs))
    .filter((d) => d.state !== 'met')
    .sort(
      (a, b) =>
        Number(b.actionable) - Number(a.actionable) ||
        (a.closesAtMs ?? Number.POSITIVE_INFINITY) - (b.closesAtMs ?? Number.POSITIVE_INFINITY),
    );
}

function toRow(context: EngineContext, record: CaseRecord): CaseRow {
  const problem = readProblem(context, record.problemSlug);
  const owner = context.archive.orm
    .select({ name: account.name })
    .from(account)
    .where(eq(account.id, record.accountId))
    .get();
  const deadlines = readCaseDeadlines(context, record, readTimeline(context, record.id), context.nowMs());
  const next =
    deadlines.find((d) => d.actionable && d.state !== 'met' && d.closesAtMs !== undefined) ??
    deadlines.find((d) => d.actionable && d.state !== 'met');
  const exhibits = readExhibitRecords(context, record.id);
  return {
    id: record.id,
    number: record.number,
    accountId: record.accountId,
    accountName: owner?.name ?? '',
    problem: record.problemSlug,
    problemName: problem?.name ?? { zh: record.problemSlug, en: record.problemSlug },
    channel: record.channel,
    marketplace: record.marketplace,
    // Cases opened before kept the name of the problem in one language.
    title: ownTitle(problem, record.title),
    caseId: record.caseId,
    complaintId: record.complaintId,
    status: record.status,
    severity: record.severity,
    notifiedOn: record.notifiedOn,
    money:
      record.moneyAmount === null
        ? null
        : { amount: record.moneyAmount, currency: record.moneyCurrency ?? '' },
    openedAtMs: record.openedAtMs,
    submittedAtMs: record.submittedAtMs,
    closedAtMs: record.closedAtMs,
    updatedAtMs: record.updatedAtMs,
    exhibitCount: exhibits.length,
    readinessPercent: readinessOf(context, record),
    nextDeadline: next ?? null,
    assignee: record.assignee,
    workLanguage: record.workLanguage,
    workMinutes: record.workMinutes,
    revision: record.revision,
  };
}

/** Exhibits with their documents, in book order. */
export function readExhibits(context: EngineContext, caseFileId: number): CaseExhibit[] {
  const records = readExhibitRecords(context, caseFileId);
  const documents = new Map(
    readDocumentRows(
      context.archive,
      records.map((r) => r.documentId),
    ).map((row) => [row.id, row]),
  );
  return records.flatMap((record) => {
    const document = documents.get(record.documentId);
    if (document === undefined) return [];
    return [
      {
        id: record.id,
        label: record.label,
        position: record.position,
        caption: record.caption,
        roleKind: record.roleKind,
        document,
        sensitive: isSensitiveKind(document.kind),
      },
    ];
  });
}

/** Everything about one case. */
export function readCase(context: EngineContext, record: CaseRecord): CaseDetail {
  const problem = readProblem(context, record.problemSlug);
  if (problem === undefined) throw new Error(`unknown problem ${record.problemSlug}`);
  const timeline = readTimeline(context, record.id);
  const exhibits = readExhibits(context, record.id);
  const { orm } = context.archive;
  return {
    ...toRow(context, record),
    problemType: {
      slug: problem.slug,
      name: problem.name,
      group: problem.group,
      category: problem.category,
      channels: problem.channels,
      severity: problem.severity,
      path: problem.path,
      pitfalls: problem.pitfalls,
      deadlineAsStated: problem.deadlineAsStated,
      sources: problem.sources,
      verifiedOn: problem.verifiedOn,
      corrections: problem.corrections.map(({ changes, source, verifiedOn, reason }) => ({
        fields: Object.keys(changes),
        source,
        verifiedOn,
        reason,
      })),
    },
    subjects: readSubjects(context, record.id),
    statement: {
      subject: record.statementSubject,
      text: record.statementText,
      textZh: record.statementTextZh,
    },
    exhibits,
    timeline,
    checklist: readCaseChecklist(context, record, exhibits),
    deadlines: readCaseDeadlines(context, record, timeline, context.nowMs()),
    submissions: orm
      .select()
      .from(submission)
      .where(eq(submission.caseFileId, record.id))
      .orderBy(desc(submission.submittedAtMs))
      .all()
      .map(({ caseFileId: _case, textKey: _key, ...row }) => row),
    packs: orm
      .select()
      .from(pack)
      .where(eq(pack.caseFileId, record.id))
      .orderBy(desc(pack.edition))
      .all()
      .map(({ caseFileId: _case, recipe: _recipe, ...row }) => row),
    duplicateReason: record.duplicateReason,
    warnings: readCaseWarnings(context, record, timeline),
  };
}
