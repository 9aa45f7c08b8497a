// What did a person say about a document, how is it kept, and how is it taken back?
import { and, eq, isNull } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import { KIND_BY_SLUG } from '../../domain/kinds/document-kinds.ts';
import { searchKey } from '../../domain/search/tokenise.ts';
import type { EngineContext } from '../engine-context.ts';
import { needsSorting } from '../intake/inbox-rule.ts';
import { appendCustody } from '../vault/custody.ts';
import { layCorrections, readActiveCorrections } from './corrected-findings.ts';
import { checkDay, type FindingChanges, findingCorrections } from './finding-corrections.ts';
import {
  correction,
  document,
  documentIdentifier,
  documentProblemType,
  identifier,
  recognition,
} from './schema/documents.ts';
import { indexDocument } from './search/index-document.ts';

export interface Correction extends FindingChanges {
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
type IdentifierRef = { readonly type: string; readonly value: string };

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
      if (input.documentDate !== null) checkDay(input.documentDate);
      note('document_date', row.documentDate, input.documentDate);
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
    for (const { field, oldValue, newValue } of findingCorrections(archive, row, input))
      note(field, oldValue, newValue);
    finishChange(context, row, made);
    return made;
  });
  context.events.emit({ type: 'document_changed', documentId: input.documentId });
  return ids;
}

/** Takes corrections back, newest first. @throws CasebinderError NOT_FOUND */
export function undoCorrections(context: EngineContext, ids: readonly number[]): void {
  const { archive } = context;
  const touched = archive.transaction(() => {
    const documents = new Map<number, number[]>();
    for (const id of [...ids].sort((a, b) => b - a)) {
      const row = archive.orm
        .select()
        .from(correction)
        .where(and(eq(correction.id, id), isNull(correction.undoneAtMs)))
        .get();
      if (row === undefined) throw new CasebinderError('NOT_FOUND', { what: `correction ${id}` });
      archive.orm.update(correction).set({ undoneAtMs: context.nowMs() }).where(eq(correction.id, id)).run();
      revert(context, row);
      documents.set(row.documentId, [...(documents.get(row.documentId) ?? []), id]);
    }
    for (const [id, undone] of documents) {
      const doc = archive.orm.select().from(document).where(eq(document.id, id)).get();
      if (doc !== undefined) finishChange(context, doc, undone);
    }
    return documents.keys();
  });
  for (const documentId of touched) context.events.emit({ type: 'document_changed', documentId });
}

/** What the newest remaining correction of the same field says; else as it was recognised. */
function revert(context: EngineContext, row: typeof correction.$inferSelect): void {
  const { orm } = context.archive;
  const earlier = readActiveCorrections(context.archive, row.documentId).findLast(
    ({ field }) => field === row.field,
  );
  switch (row.field) {
    case 'kind': {
      setKindAgain(context, row, earlier?.newValue ?? undefined);
      return;
    }
    case 'title':
      orm
        .update(document)
        .set({ title: earlier?.newValue ?? row.oldValue ?? '' })
        .where(eq(document.id, row.documentId))
        .run();
      return;
    case 'identifier_added':
      takeBackAdded(context, row.documentId, JSON.parse(row.newValue ?? '{}') as IdentifierRef);
      return;
    case 'identifier_removed':
      setRemoved(context, row.documentId, JSON.parse(row.oldValue ?? '{}') as IdentifierRef, false);
      return;
    case 'problem':
      setProblems(context, row.documentId, JSON.parse(earlier?.newValue ?? row.oldValue ?? '[]') as string[]);
      return;
    // Dates, amounts, parties and page ranges are laid over what was recognised (corrected-findings.ts).
    default:
      return;
  }
}

/** The kind that a person gave before, or the one that was recognised. */
function setKindAgain(
  { archive: { orm } }: EngineContext,
  row: typeof correction.$inferSelect,
  byPerson: string | undefined,
): void {
  const found = orm
    .select({ kind: recognition.kind })
    .from(recognition)
    .where(eq(recognition.documentId, row.documentId))
    .get()?.kind;
  const kind = byPerson ?? found?.slug ?? row.oldValue ?? 'unknown';
  const confidence = byPerson === undefined ? (found?.confidence ?? 0) : 1;
  const mediaType = orm
    .select({ mediaType: document.mediaType })
    .from(document)
    .where(eq(document.id, row.documentId))
    .get()?.mediaType;
  orm
    .update(document)
    .set({
      kind,
      kindConfidence: confidence,
      kindByPerson: byPerson !== undefined,
      inbox: byPerson === undefined && needsSorting({ kind, confidence, mediaType: mediaType ?? '' }),
    })
    .where(eq(document.id, row.documentId))
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

/** A number that only a person gave goes; one that was recognised as well stays as recognised. */
function takeBackAdded(context: EngineContext, documentId: number, which: IdentifierRef): void {
  const value = which.value.normalize('NFKC').trim();
  context.archive.sqlite
    .prepare(
      `DELETE FROM document_identifier WHERE document_id = @documentId AND source = 'person'
       AND identifier_id IN (SELECT id FROM identifier WHERE type = @type AND value = @value)`,
    )
    .run({ documentId, type: which.type, value });
  setRemoved(context, documentId, { ...which, value }, false);
}

function setRemoved(
  context: EngineContext,
  documentId: number,
  which: IdentifierRef,
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

function finishChange(context: EngineContext, row: DocumentRecord, corrections: readonly number[]): void {
  context.archive.orm
    .update(document)
    .set({ revision: row.revision + 1 })
    .where(eq(document.id, row.id))
    .run();
  layCorrections(context.archive, row.id);
  indexDocument(context.archive, row.id);
  appendCustody(context.archive, context.nowMs(), 'document_corrected', row.sha256, {
    document: row.id,
    corrections: [...corrections],
  });
}
