// How are cases read from and written to the archive? Row access that the other files of this folder share.
import { eq, or, sql } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { account, caseEvent, caseFile, caseSubject, exhibit } from '../store/schema/cases.ts';
import type { CaseSubject } from './case-view.ts';

export type CaseRecord = typeof caseFile.$inferSelect;
export type AccountRecord = typeof account.$inferSelect;

/**
 * The case that `reference` names: its number ("C-0012", "c12"), its row id, or Amazon's Case ID.
 * @throws CasebinderError NOT_FOUND
 */
export function findCase(context: EngineContext, reference: string | number): CaseRecord {
  const { orm } = context.archive;
  const text = String(reference).trim();
  const shortNumber = /^c-?(\d+)$/i.exec(text);
  const number = shortNumber === null ? text : formatCaseNumber(Number(shortNumber[1]));
  const byNumber = orm
    .select()
    .from(caseFile)
    .where(or(eq(caseFile.number, number), eq(caseFile.caseId, text)))
    .get();
  if (byNumber !== undefined) return byNumber;
  const byId = /^\d{1,7}$/.test(text)
    ? orm
        .select()
        .from(caseFile)
        .where(eq(caseFile.id, Number(text)))
        .get()
    : undefined;
  if (byId !== undefined) return byId;
  throw new CasebinderError('NOT_FOUND', { what: `case ${text}` });
}

/** "C-0012" for 12. */
export function formatCaseNumber(sequence: number): string {
  return `C-${String(sequence).padStart(4, '0')}`;
}

/** The number after the highest one in use. */
export function nextCaseNumber(context: EngineContext): string {
  const highest = context.archive.sqlite
    .prepare("SELECT max(CAST(substr(number, 3) AS INTEGER)) FROM case_file WHERE number LIKE 'C-%'")
    .pluck()
    .get() as number | null;
  return formatCaseNumber((highest ?? 0) + 1);
}

export function readSubjects(context: EngineContext, caseFileId: number): CaseSubject[] {
  return context.archive.orm
    .select()
    .from(caseSubject)
    .where(eq(caseSubject.caseFileId, caseFileId))
    .all()
    .map((row) => ({ type: row.identifierType as CaseSubject['type'], value: row.value }));
}

/** Adds an entry to the timeline. Runs in the caller's transaction. */
export function addEvent(
  context: EngineContext,
  caseFileId: number,
  event: {
    kind: string;
    title: string;
    detail?: string;
    atMs?: number;
    official?: boolean;
    documentId?: number | null;
    data?: Record<string, unknown>;
  },
): number {
  const nowMs = context.nowMs();
  const insert = context.archive.orm
    .insert(caseEvent)
    .values({
      caseFileId,
      kind: event.kind,
      title: event.title,
      detail: event.detail ?? '',
      atMs: event.atMs ?? nowMs,
      recordedAtMs: nowMs,
      official: event.official ?? false,
      documentId: event.documentId ?? null,
      data: event.data ?? {},
    })
    .returning({ id: caseEvent.id });
  return context.archive.transaction(() => insert.get().id);
}

/** Marks the case as changed: a new revision, so that two people editing it notice each other. */
export function touchCase(context: EngineContext, caseFileId: number): void {
  context.archive.orm
    .update(caseFile)
    .set({ updatedAtMs: context.nowMs(), revision: sql`${caseFile.revision} + 1` })
    .where(eq(caseFile.id, caseFileId))
    .run();
}

/** @throws CasebinderError REVISION_CONFLICT when the case moved on since `revision` was read */
export function checkRevision(record: CaseRecord, revision: number | undefined): void {
  if (revision !== undefined && revision !== record.revision) throw new CasebinderError('REVISION_CONFLICT');
}

/** Exhibits of a case in book order with their labels. */
export function readExhibitRecords(
  context: EngineContext,
  caseFileId: number,
): (typeof exhibit.$inferSelect & { label: string })[] {
  return context.archive.orm
    .select()
    .from(exhibit)
    .where(eq(exhibit.caseFileId, caseFileId))
    .orderBy(exhibit.position, exhibit.id)
    .all()
    .map((row, index) => ({ ...row, label: formatExhibitLabel(index + 1) }));
}

/** "E03" for 3. */
export function formatExhibitLabel(position: number): string {
  return `E${String(position).padStart(2, '0')}`;
}

export function readAccount(context: EngineContext, accountId: number): AccountRecord {
  const row = context.archive.orm.select().from(account).where(eq(account.id, accountId)).get();
  if (row === undefined) throw new CasebinderError('NOT_FOUND', { what: `account ${accountId}` });
  return row;
}
