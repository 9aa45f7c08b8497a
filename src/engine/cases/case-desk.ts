// Everything that can be asked of and done to cases, by the name that a person uses for the case.

import { inArray } from 'drizzle-orm';
import type { RuleOverride } from '../../domain/deadlines/rule-overrides.ts';
import type { Language } from '../../domain/errors.ts';
import type { CaseStatus } from '../../domain/problems/case-status.ts';
import type { ProblemOverride, ProblemType } from '../../domain/problems/problem-type.ts';
import type { LintFinding } from '../../domain/statements/lint-statement.ts';
import type { Statement } from '../../domain/statements/statement-input.ts';
import type { EngineContext } from '../engine-context.ts';
import type { OpenContent } from '../packs/plan-pack.ts';
import { document } from '../store/schema/documents.ts';
import { makeSafeCopy } from '../vault/vault.ts';
import { writeCaseCalendar } from './case-calendar.ts';
import { pickSuggested, readCaseChecklist } from './case-checklist.ts';
import { findCase } from './case-records.ts';
import { composeForCase, lintForCase } from './case-statement.ts';
import { readStatistics, type StatisticsReport } from './case-statistics.ts';
import type { CaseDeadline, CaseDetail, CaseRow } from './case-view.ts';
import { type CaseWork, changeWork, listPrecedents, type Precedent } from './case-work.ts';
import { type CaseFacts, changeFacts, changeStatus } from './change-case.ts';
import { readProblems } from './effective-problems.ts';
import { attachExhibits, changeExhibit, detachExhibits, orderExhibits } from './exhibits.ts';
import { type OpenCaseInput, openCase } from './open-case.ts';
import { overrideDeadline } from './override-deadline.ts';
import { type PreCheck, preCheckCase } from './pre-check.ts';
import { listProblemOverrides, overrideProblem, type StoredProblemOverride } from './problem-overrides.ts';
import { listCases, listDeadlines, readCase, readExhibits } from './read-case.ts';
import { listRuleOverrides, overrideRule, type StoredOverride } from './rule-overrides.ts';
import { type StatementFile, writeStatementDocx } from './statement-docx.ts';
import { undoCorrection } from './stored-corrections.ts';
import { type SubmitInput, submitCase } from './submissions.ts';
import { addTimelineEvent, removeNote, restoreNote, type TimelineInput } from './timeline.ts';

type Reference = string | number;

export interface CaseDesk {
  list(filter?: { open?: boolean }): CaseRow[];
  get(reference: Reference): CaseDetail;
  open(input: OpenCaseInput): CaseDetail;
  /** The four questions before a new case. */
  preCheck(input: Parameters<typeof preCheckCase>[1]): PreCheck;
  change(reference: Reference, facts: CaseFacts, revision?: number): CaseDetail;
  setStatus(
    reference: Reference,
    status: CaseStatus,
    options: { note?: string; revision?: number },
  ): CaseDetail;
  addEvent(reference: Reference, input: TimelineInput): CaseDetail;
  removeNote(reference: Reference, eventId: number): CaseDetail;
  restoreNote(reference: Reference, eventId: number): CaseDetail;
  attach(
    reference: Reference,
    documents: readonly { documentId: number; caption?: string; roleKind?: string | null }[],
  ): Promise<CaseDetail>;
  detach(reference: Reference, exhibits: readonly number[]): CaseDetail;
  orderExhibits(reference: Reference, exhibits: readonly number[]): CaseDetail;
  changeExhibit(
    reference: Reference,
    exhibit: number,
    change: { caption?: string; roleKind?: string | null },
  ): CaseDetail;
  attachSuggested(reference: Reference): Promise<CaseDetail>;
  composeStatement(reference: Reference, form?: string): Statement;
  lintStatement(reference: Reference, text: { subject?: string; text?: string }): readonly LintFinding[];
  submit(reference: Reference, input: SubmitInput): CaseDetail;
  changeWork(reference: string | number, work: CaseWork): CaseDetail;
  /** The saved statement as a Word file. */
  statementDocx(reference: string | number, withChinese: boolean): Promise<StatementFile>;
  /** Ended cases of the same problem, the newest first. */
  precedents(reference: string | number): Precedent[];
  deadlines(): CaseDeadline[];
  /** All deadlines with an end as an iCalendar file. */
  calendar(language: Language): string;
  statistics(filter?: { accountId?: number; problem?: string }): StatisticsReport;
  overrideDeadline(reference: Reference, input: Parameters<typeof overrideDeadline>[2]): CaseDetail;
  /** Every problem type with all that people corrected. */
  problemTypes(): ProblemType[];
  readonly rules: {
    list(all?: boolean): StoredOverride[];
    override(override: RuleOverride): StoredOverride[];
    /** Both lists as they are afterwards. */
    undo(id: number): { rules: StoredOverride[]; problems: StoredProblemOverride[] };
    problems(all?: boolean): StoredProblemOverride[];
    overrideProblem(override: ProblemOverride): StoredProblemOverride[];
  };
}

export function createCaseDesk(context: EngineContext, openContent: OpenContent): CaseDesk {
  const get = (reference: Reference): CaseDetail => readCase(context, findCase(context, reference));

  /** A document that joins a case gets its safe copy at once (design.md 3.8); one that can't be read now gets it later. */
  async function copySafely(documentIds: readonly number[]): Promise<void> {
    const rows = context.archive.orm
      .select()
      .from(document)
      .where(inArray(document.id, [...documentIds]))
      .all();
    for (const row of rows) {
      try {
        const content = await openContent(row.id);
        try {
          makeSafeCopy(context, row.sha256, content.path);
        } finally {
          content.release();
        }
      } catch (error) {
        context.log.warn({ error, document: row.id }, 'no safe copy yet');
        context.events.emit({
          type: 'notice',
          code: 'safeCopyFailed',
          params: { document: row.id, title: row.title },
        });
      }
    }
  }

  async function attach(
    reference: Reference,
    documents: Parameters<CaseDesk['attach']>[1],
  ): Promise<CaseDetail> {
    attachExhibits(context, findCase(context, reference), documents);
    await copySafely(documents.map((d) => d.documentId));
    return get(reference);
  }

  return {
    list: (filter) => listCases(context, filter),
    get,
    open: (input) => readCase(context, openCase(context, input)),
    preCheck: (input) => preCheckCase(context, input),
    change: (reference, facts, revision) =>
      readCase(context, changeFacts(context, findCase(context, reference), facts, revision)),
    setStatus(reference, status, options) {
      changeStatus(context, findCase(context, reference), status, options);
      return get(reference);
    },
    addEvent(reference, input) {
      addTimelineEvent(context, findCase(context, reference), input);
      return get(reference);
    },
    removeNote(reference, eventId) {
      removeNote(context, findCase(context, reference), eventId);
      return get(reference);
    },
    restoreNote(reference, eventId) {
      restoreNote(context, findCase(context, reference), eventId);
      return get(reference);
    },
    attach,
    detach(reference, exhibits) {
      detachExhibits(context, findCase(context, reference), exhibits);
      return get(reference);
    },
    orderExhibits(reference, exhibits) {
      orderExhibits(context, findCase(context, reference), exhibits);
      return get(reference);
    },
    changeExhibit(reference, exhibit, change) {
      changeExhibit(context, findCase(context, reference), exhibit, change);
      return get(reference);
    },
    async attachSuggested(reference) {
      const record = findCase(context, reference);
      const picked = pickSuggested(readCaseChecklist(context, record, readExhibits(context, record.id)));
      return picked.length === 0 ? get(reference) : attach(reference, picked);
    },
    composeStatement: (reference, form) => composeForCase(context, findCase(context, reference), form),
    lintStatement(reference, { text }) {
      const record = findCase(context, reference);
      return lintForCase(context, record, text ?? record.statementText);
    },
    submit(reference, input) {
      submitCase(context, findCase(context, reference), input);
      return get(reference);
    },
    changeWork(reference, work) {
      changeWork(context, findCase(context, reference), work);
      return get(reference);
    },
    statementDocx: (reference, withChinese) =>
      writeStatementDocx(context, findCase(context, reference), withChinese),
    precedents: (reference) => listPrecedents(context, findCase(context, reference)),
    deadlines: () => listDeadlines(context),
    calendar: (language) => writeCaseCalendar(context, language),
    statistics: (filter) => readStatistics(context, filter),
    overrideDeadline(reference, input) {
      overrideDeadline(context, findCase(context, reference), input);
      return get(reference);
    },
    problemTypes: () => readProblems(context),
    rules: {
      list: (all) => listRuleOverrides(context, all),
      override: (override) => overrideRule(context, override),
      undo(id) {
        undoCorrection(context, id);
        return { rules: listRuleOverrides(context), problems: listProblemOverrides(context) };
      },
      problems: (all) => listProblemOverrides(context, all),
      overrideProblem: (override) => overrideProblem(context, override),
    },
  };
}
