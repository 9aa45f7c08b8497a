// What did a person say about a document, how is it kept, and how is it taken back?
import { and, desc, eq, isNull } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import { KIND_BY_SLUG } from '../../domain/kinds/document-kinds.ts';
import { searchKey } from '../../domain/search/tokenise.ts';
import type { EngineContext } from '../engine-context.ts';
import { appendCustody } from '../vault/custody.ts';
import {
  correction,
  document,
  documentIdentifier,
  documentProblemType,
  identifier,
} from './schema/documents.ts';
import { indexDocument } from './search/index-document.ts';

export interface Correction {
  readonly documentId: number;
  readonly kind?: string;
  readonly title?: string;
  /** YYYY-MM-DD or null to clear. */
  readonly documentDate?: string | null;
  readonly addIdentifiers?: readonly {
    readonly type: string;
    readonly value: string;
    readonly carrier?: string;
  }[];
  readonly removeIdentifiers?: readonly { readonly type: string; readonly value: string }[];
  readonly problems?: readonly string[];
  /** Leave the inbox without changing anything: "yes, that is right". */
  readonly confirm?: boolean;
}

type DocumentRecord = typeof document.$inferSelect;

/**
 * Stores what a person said. It counts more than any recognition and survives every re-recognition.
 * Returns the ids of the correction rows, for undo. @throws CasebinderError NOT_FOUND, INPUT_INVALID
 */
export function correctDocument(context: EngineContext, input: Correction): number[] {
  const { archive } = context;
  const ids = archive.transaction(() => {
    const row = archive.orm.select().from(document).where(eq(document.id, input.documentId)).get();
    if (row === undefined) throw new CasebinderError('NOT_FOUND', { what: `document ${input.documentId}` });
    const made: number[] = [];
    const note = (
      field: (typeof correction.$inferInsert)['field'],
      oldValue: string | null,
      newValue: string | null,
    ) =>
      made.push(
        archive.orm
          .insert(correction)
          .values({ documentId: row.id, field, oldValue, newValue, madeAtMs: context.nowMs() })
          .returning({ id: correction.id })
          .get().id,
      );
    const kind = input.kind ?? (input.confirm === true ? row.kind : undefined);
    if (kind !== undefined) {
      if (!KIND_BY_SLUG.has(kind)) throw new CasebinderError('INPUT_INVALID', { detail: `kind ${kind}` });
      note('kind', row.kind, kind);
      archive.orm
        .update(document)
        .set({ kind, kindByPerson: true, kindConfidence: 1, inbox: false })
        .where(eq(document.id, row.id))
        .run();
    }
    if (input.title !== undefined) {
      note('title', row.title, input.title);
      archive.orm.update(document).set({ title: input.title }).where(eq(document.id, row.id)).run();
    }
    if (input.documentDate !== undefined) {
      note('document_date', row.documentDate, input.documentDate);
      setDate(context, row, input.documentDate);
    }
    for (const wanted of input.addIdentifiers ?? []) {
      note('identifier_added', null, JSON.stringify(wanted));
      addIdentifier(context, row.id, wanted);
    }
    for (const wrong of input.removeIdentifiers ?? []) {
      note('identifier_removed', JSON.stringify(wrong), null);
      setRemoved(context, row.id, wrong, true);
    }
    if (input.problems !== undefined) {
      const before = archive.orm
        .select()
        .from(documentProblemType)
        .where(eq(documentProblemType.documentId, row.id))
        .all();
      note('problem', JSON.stringify(before.map((p) => p.problemSlug)), JSON.stringify(input.problems));
      setProblems(context, row.id, input.problems);
    }
    finishChange(context, row);
    return made;
  });
  context.events.emit({ type: 'document_changed', documentId: input.documentId });
  return ids;
}

/** Takes corrections back, newest first. @throws CasebinderError NOT_FOUND */
export function undoCorrections(context: EngineContext, ids: readonly number[]): void {
  const { archive } = context;
  const touched = archive.transaction(() => {
    const documents = new Set<number>();
    for (const id of [...ids].sort((a, b) => b - a)) {
      const row = archive.orm
        .select()
        .from(correction)
        .where(and(eq(correction.id, id), isNull(correction.undoneAtMs)))
        .get();
      if (row === undefined) throw new CasebinderError('NOT_FOUND', { what: `correction ${id}` });
      archive.orm.update(correction).set({ undoneAtMs: context.nowMs() }).where(eq(correction.id, id)).run();
      revert(context, row);
      documents.add(row.documentId);
    }
    for (const id of documents) {
      const doc = archive.orm.select().from(document).where(eq(document.id, id)).get();
      if (doc !== undefined) finishChange(context, doc);
    }
    return documents;
  });
  for (const documentId of touched) context.events.emit({ type: 'document_changed', documentId });
}

function revert(context: EngineContext, row: typeof correction.$inferSelect): void {
  const { orm } = context.archive;
  switch (row.field) {
    case 'kind': {
      const earlier = orm
        .select()
        .from(correction)
        .where(
          and(
            eq(correction.documentId, row.documentId),
            eq(correction.field, 'kind'),
            isNull(correction.undoneAtMs),
          ),
        )
        .orderBy(desc(correction.id))
        .get();
      orm
        .update(document)
        .set({
          kind: row.oldValue ?? 'unknown',
          kindByPerson: earlier !== undefined,
          inbox: earlier === undefined && (row.oldValue ?? 'unknown') === 'unknown',
        })
        .where(eq(document.id, row.documentId))
        .run();
      return;
    }
    case 'title':
      orm
        .update(document)
        .set({ title: row.oldValue ?? '' })
        .where(eq(document.id, row.documentId))
        .run();
      return;
    case 'document_date': {
      const doc = orm.select().from(document).where(eq(document.id, row.documentId)).get();
      if (doc !== undefined) setDate(context, doc, row.oldValue);
      return;
    }
    case 'identifier_added':
      setRemoved(
        context,
        row.documentId,
        JSON.parse(row.newValue ?? '{}') as { type: string; value: string },
        true,
      );
      return;
    case 'identifier_removed':
      setRemoved(
        context,
        row.documentId,
        JSON.parse(row.oldValue ?? '{}') as { type: string; value: string },
        false,
      );
      return;
    case 'problem':
      setProblems(context, row.documentId, JSON.parse(row.oldValue ?? '[]') as string[]);
      return;
    default:
      return;
  }
}

function setDate(context: EngineContext, row: DocumentRecord, date: string | null): void {
  if (date !== null && !/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw new CasebinderError('INPUT_INVALID', { detail: `date ${date}` });
  const sortAtMs = date === null ? row.sortAtMs : Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(sortAtMs)) throw new CasebinderError('INPUT_INVALID', { detail: `date ${date}` });
  context.archive.orm
    .update(document)
    .set({ documentDate: date, sortAtMs })
    .where(eq(document.id, row.id))
    .run();
}

function addIdentifier(
  context: EngineContext,
  documentId: number,
  wanted: { type: string; value: string; carrier?: string },
): void {
  const { orm } = context.archive;
  const value = wanted.value.normalize('NFKC').trim();
  if (value === '') throw new CasebinderError('INPUT_INVALID', { detail: 'empty identifier' });
  orm
    .insert(identifier)
    .values({ type: wanted.type, value, valueKey: searchKey(value), carrier: wanted.carrier ?? null })
    .onConflictDoNothing()
    .run();
  const id = orm
    .select()
    .from(identifier)
    .where(and(eq(identifier.type, wanted.type), eq(identifier.value, value)))
    .get()!.id;
  orm
    .insert(documentIdentifier)
    .values({
      documentId,
      identifierId: id,
      raw: value,
      source: 'person',
      checkResult: 'no_check',
      confidence: 1,
      reason: { code: 'person' },
      byPerson: true,
    })
    .onConflictDoUpdate({
      target: [documentIdentifier.documentId, documentIdentifier.identifierId],
      set: { byPerson: true, removed: false, confidence: 1 },
    })
    .run();
}

function setRemoved(
  context: EngineContext,
  documentId: number,
  which: { type: string; value: string },
  removed: boolean,
): void {
  const { orm } = context.archive;
  const row = orm
    .select()
    .from(identifier)
    .where(and(eq(identifier.type, which.type), eq(identifier.value, which.value)))
    .get();
  if (row === undefined) return;
  orm
    .update(documentIdentifier)
    .set({ removed, byPerson: removed })
    .where(and(eq(documentIdentifier.documentId, documentId), eq(documentIdentifier.identifierId, row.id)))
    .run();
}

function setProblems(context: EngineContext, documentId: number, slugs: readonly string[]): void {
  const { orm } = context.archive;
  orm.delete(documentProblemType).where(eq(documentProblemType.documentId, documentId)).run();
  for (const problemSlug of new Set(slugs))
    orm.insert(documentProblemType).values({ documentId, problemSlug }).run();
}

function finishChange(context: EngineContext, row: DocumentRecord): void {
  context.archive.orm
    .update(document)
    .set({ revision: row.revision + 1 })
    .where(eq(document.id, row.id))
    .run();
  indexDocument(context.archive, row.id);
  appendCustody(context.archive, context.nowMs(), 'document_corrected', row.sha256, { document: row.id });
}
