// What happened in a case, oldest first, and how is something added?
import { eq } from 'drizzle-orm';
import { isIsoDate } from '../../domain/deadlines/zoned-day.ts';
import { CasebinderError } from '../../domain/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { caseEvent } from '../store/schema/cases.ts';
import { addEvent, type CaseRecord, touchCase } from './case-records.ts';
import type { CaseEvent } from './case-view.ts';
import { judgeSubmission } from './change-case.ts';

export function readTimeline(context: EngineContext, caseFileId: number): CaseEvent[] {
  return context.archive.orm
    .select()
    .from(caseEvent)
    .where(eq(caseEvent.caseFileId, caseFileId))
    .orderBy(caseEvent.atMs, caseEvent.id)
    .all()
    .filter((event) => !isRemoved(event.data))
    .map(({ caseFileId: _case, ...event }) => event);
}

export interface TimelineInput {
  /** "note", or an anchor of domain/problems/deadline-rule.ts such as "amazon_message" that starts or stops clocks. */
  readonly kind: string;
  readonly title: string;
  readonly detail?: string;
  readonly atMs?: number;
  readonly official?: boolean;
  readonly documentId?: number | null;
  readonly data?: Record<string, unknown>;
}

/** Adds a note, a message or another event. @throws CasebinderError INPUT_INVALID */
export function addTimelineEvent(context: EngineContext, record: CaseRecord, input: TimelineInput): number {
  if (input.title.trim() === '') throw new CasebinderError('INPUT_INVALID', { detail: 'empty note' });
  if (input.atMs !== undefined && !isInstant(input.atMs)) {
    throw new CasebinderError('INPUT_INVALID', { detail: 'impossible date' });
  }
  refuseImpossible(input.data ?? {});
  const id = context.archive.transaction(() => {
    const eventId = addEvent(context, record.id, input);
    // A refusal inside a running case counts too: the same text may not go out again (T-10).
    const decision = input.data?.['decision'];
    if (decision === 'rejected' || decision === 'accepted' || decision === 'partial')
      judgeSubmission(context, record.id, decision);
    touchCase(context, record.id);
    return eventId;
  });
  context.events.emit({ type: 'case_changed', caseFileId: record.id });
  return id;
}

/** A deadline on a day that does not exist would make every clock of the case fail. */
function refuseImpossible(data: Readonly<Record<string, unknown>>): void {
  const { statedDate, statedAtMs } = data;
  if (statedDate !== undefined && (typeof statedDate !== 'string' || !isIsoDate(statedDate)))
    throw new CasebinderError('INPUT_INVALID', { detail: `date ${String(statedDate)}` });
  if (statedAtMs !== undefined && (typeof statedAtMs !== 'number' || !isInstant(statedAtMs)))
    throw new CasebinderError('INPUT_INVALID', { detail: 'impossible date' });
}

/** Between 1990 and 2200: anything else is a slip of units. */
function isInstant(atMs: number): boolean {
  return Number.isFinite(atMs) && atMs >= Date.UTC(1990, 0, 1) && atMs < Date.UTC(2200, 0, 1);
}

/** Takes a note off the timeline; it can be brought back. Official words of Amazon and automatic entries stay. @throws CasebinderError INPUT_INVALID, NOT_FOUND */
export function removeNote(context: EngineContext, record: CaseRecord, eventId: number): void {
  const row = readNote(context, record, eventId, false);
  writeData(context, record, eventId, { ...row.data, [REMOVED]: context.nowMs() });
}

/** Brings a removed note back to its place in time. @throws CasebinderError INPUT_INVALID, NOT_FOUND (no removed note of this number) */
export function restoreNote(context: EngineContext, record: CaseRecord, eventId: number): void {
  const { [REMOVED]: _at, ...data } = readNote(context, record, eventId, true).data;
  writeData(context, record, eventId, data);
}

/** Key of an entry's data: when a person took it off the timeline. */
const REMOVED = 'removedAtMs';

const isRemoved = (data: Readonly<Record<string, unknown>>): boolean => data[REMOVED] !== undefined;

function readNote(
  context: EngineContext,
  record: CaseRecord,
  eventId: number,
  removed: boolean,
): typeof caseEvent.$inferSelect {
  const row = context.archive.orm.select().from(caseEvent).where(eq(caseEvent.id, eventId)).get();
  if (row === undefined || row.caseFileId !== record.id || isRemoved(row.data) !== removed)
    throw new CasebinderError('NOT_FOUND', { what: `event ${eventId}` });
  if (row.kind !== 'note' || row.official)
    throw new CasebinderError('INPUT_INVALID', { detail: 'only own notes can be removed' });
  return row;
}

function writeData(
  context: EngineContext,
  record: CaseRecord,
  eventId: number,
  data: Record<string, unknown>,
): void {
  context.archive.transaction(() => {
    context.archive.orm.update(caseEvent).set({ data }).where(eq(caseEvent.id, eventId)).run();
    touchCase(context, record.id);
  });
  context.events.emit({ type: 'case_changed', caseFileId: record.id });
}
