// Which documents are exhibits of a case, in which order, with which caption?
import { and, eq } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import { KIND_BY_SLUG } from '../../domain/kinds/document-kinds.ts';
import type { EngineContext } from '../engine-context.ts';
import { exhibit } from '../store/schema/cases.ts';
import { document } from '../store/schema/documents.ts';
import { appendCustody } from '../vault/custody.ts';
import { addEvent, type CaseRecord, readExhibitRecords, touchCase } from './case-records.ts';

/** Adds documents at the end; one that is an exhibit already stays where it is. Returns the exhibit ids. */
export function attachExhibits(
  context: EngineContext,
  record: CaseRecord,
  documents: readonly { documentId: number; caption?: string; roleKind?: string | null }[],
): number[] {
  for (const wanted of documents) requireKind(wanted.roleKind);
  const { archive } = context;
  const ids = archive.transaction(() => {
    let position = readExhibitRecords(context, record.id).length;
    const result: number[] = [];
    for (const wanted of documents) {
      const known = archive.orm
        .select({ id: exhibit.id })
        .from(exhibit)
        .where(and(eq(exhibit.caseFileId, record.id), eq(exhibit.documentId, wanted.documentId)))
        .get();
      if (known !== undefined) {
        result.push(known.id);
        continue;
      }
      const doc = archive.orm.select().from(document).where(eq(document.id, wanted.documentId)).get();
      if (doc === undefined)
        throw new CasebinderError('NOT_FOUND', { what: `document ${wanted.documentId}` });
      position += 1;
      const nowMs = context.nowMs();
      const row = archive.orm
        .insert(exhibit)
        .values({
          caseFileId: record.id,
          documentId: doc.id,
          position,
          caption: wanted.caption ?? '',
          roleKind: wanted.roleKind ?? null,
          attachedAtMs: nowMs,
        })
        .returning({ id: exhibit.id })
        .get();
      result.push(row.id);
      addEvent(context, record.id, { kind: 'exhibit_attached', title: doc.title, documentId: doc.id });
      appendCustody(archive, nowMs, 'exhibit_attached', doc.sha256, { case: record.number });
    }
    touchCase(context, record.id);
    return result;
  });
  context.events.emit({ type: 'case_changed', caseFileId: record.id });
  return ids;
}

/** Takes exhibits out of a case; the documents stay in the archive. `ids` are exhibit ids. */
export function detachExhibits(context: EngineContext, record: CaseRecord, ids: readonly number[]): void {
  const { archive } = context;
  archive.transaction(() => {
    for (const row of readExhibitRecords(context, record.id)) {
      if (!ids.includes(row.id)) continue;
      const doc = archive.orm.select().from(document).where(eq(document.id, row.documentId)).get();
      archive.orm.delete(exhibit).where(eq(exhibit.id, row.id)).run();
      addEvent(context, record.id, {
        kind: 'exhibit_detached',
        title: doc?.title ?? '',
        documentId: row.documentId,
      });
      appendCustody(archive, context.nowMs(), 'exhibit_detached', doc?.sha256 ?? null, {
        case: record.number,
      });
    }
    renumber(context, record.id);
    touchCase(context, record.id);
  });
  context.events.emit({ type: 'case_changed', caseFileId: record.id });
}

/** Puts the exhibits into the order of `ids`; those not named keep their order behind them. */
export function orderExhibits(context: EngineContext, record: CaseRecord, ids: readonly number[]): void {
  const { archive } = context;
  archive.transaction(() => {
    const rows = readExhibitRecords(context, record.id);
    const place = (id: number): number => {
      const at = ids.indexOf(id);
      return at < 0 ? ids.length : at;
    };
    const sorted = [...rows].sort((a, b) => place(a.id) - place(b.id) || a.position - b.position);
    sorted.forEach((row, index) => {
      archive.orm
        .update(exhibit)
        .set({ position: index + 1 })
        .where(eq(exhibit.id, row.id))
        .run();
    });
    touchCase(context, record.id);
  });
  context.events.emit({ type: 'case_changed', caseFileId: record.id });
}

/** Changes caption or the checklist row that an exhibit serves. @throws CasebinderError NOT_FOUND */
export function changeExhibit(
  context: EngineContext,
  record: CaseRecord,
  exhibitId: number,
  change: { caption?: string; roleKind?: string | null },
): void {
  requireKind(change.roleKind);
  const { archive } = context;
  archive.transaction(() => {
    const done = archive.orm
      .update(exhibit)
      .set(change)
      .where(and(eq(exhibit.id, exhibitId), eq(exhibit.caseFileId, record.id)))
      .run();
    if (done.changes === 0) throw new CasebinderError('NOT_FOUND', { what: `exhibit ${exhibitId}` });
    touchCase(context, record.id);
  });
  context.events.emit({ type: 'case_changed', caseFileId: record.id });
}

/** A row of a checklist is named by its kind; a slip of the pen would fit none. @throws CasebinderError INPUT_INVALID */
function requireKind(kind: string | null | undefined): void {
  if (kind != null && !KIND_BY_SLUG.has(kind))
    throw new CasebinderError('INPUT_INVALID', { detail: `kind ${kind}` });
}

function renumber(context: EngineContext, caseFileId: number): void {
  readExhibitRecords(context, caseFileId).forEach((row, index) => {
    context.archive.orm
      .update(exhibit)
      .set({ position: index + 1 })
      .where(eq(exhibit.id, row.id))
      .run();
  });
}
