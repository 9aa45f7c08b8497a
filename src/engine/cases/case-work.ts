// Who works on a case, in which language, how long; and how did earlier cases of the same problem go?
import { desc, eq, sql } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { caseFile } from '../store/schema/cases.ts';
import { type CaseRecord, touchCase } from './case-records.ts';
import { readRoundTrips } from './case-statistics.ts';

export interface CaseWork {
  readonly assignee?: string;
  /** Language that the person on the case writes to Amazon in: "en", "de", "ja", "zh"; "" is not said. */
  readonly language?: string;
  /** Minutes to add; negative corrects. */
  readonly addMinutes?: number;
}

/** @throws CasebinderError INPUT_INVALID */
export function changeWork(context: EngineContext, record: CaseRecord, work: CaseWork): void {
  const minutes = record.workMinutes + (work.addMinutes ?? 0);
  if (!Number.isSafeInteger(minutes) || minutes < 0 || minutes > 1_000_000)
    throw new CasebinderError('INPUT_INVALID', { detail: `minutes ${minutes}` });
  context.archive.transaction(() => {
    context.archive.orm
      .update(caseFile)
      .set({
        ...(work.assignee === undefined ? {} : { assignee: work.assignee.trim() }),
        ...(work.language === undefined ? {} : { workLanguage: work.language }),
        ...(work.addMinutes === undefined
          ? {}
          : { workMinutes: sql`${caseFile.workMinutes} + ${work.addMinutes}` }),
      })
      .where(eq(caseFile.id, record.id))
      .run();
    touchCase(context, record.id);
  });
  context.events.emit({ type: 'case_changed', caseFileId: record.id });
}

export interface Precedent {
  readonly number: string;
  readonly title: string;
  readonly marketplace: string;
  readonly status: string;
  readonly closedAtMs: number;
  readonly roundTrips: number;
  /** Kinds of documents that the last submission carried. */
  readonly kinds: readonly string[];
}

const SHOWN = 20;

/** Ended cases of the same problem, the newest first: what was sent and how it went. */
export function listPrecedents(context: EngineContext, record: CaseRecord): Precedent[] {
  const kinds = context.archive.sqlite
    .prepare(
      `SELECT DISTINCT d.kind FROM submission s, json_each(s.exhibits) j JOIN document d ON d.sha256 = j.value ->> 'sha256'
       WHERE s.id = (SELECT id FROM submission WHERE case_file_id = ? ORDER BY submitted_at_ms DESC, id DESC LIMIT 1) ORDER BY d.kind`,
    )
    .pluck();
  return context.archive.orm
    .select()
    .from(caseFile)
    .where(eq(caseFile.problemSlug, record.problemSlug))
    .orderBy(desc(caseFile.closedAtMs))
    .all()
    .filter((other) => other.id !== record.id && other.closedAtMs !== null)
    .slice(0, SHOWN)
    .map((other) => ({
      number: other.number,
      title: other.title,
      marketplace: other.marketplace,
      status: other.status,
      closedAtMs: other.closedAtMs ?? 0,
      roundTrips: readRoundTrips(context, other.id),
      kinds: kinds.all(other.id) as string[],
    }));
}
