// Which single deadline of one case did a person change, and why?
import { and, eq } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { deadline } from '../store/schema/cases.ts';
import { addEvent, type CaseRecord, touchCase } from './case-records.ts';

/** Corrects one deadline of one case, or takes the correction back (`closesAtMs` null). @throws CasebinderError INPUT_INVALID */
export function overrideDeadline(
  context: EngineContext,
  record: CaseRecord,
  input: {
    readonly ruleId: string;
    readonly opensAtMs?: number;
    readonly closesAtMs: number | null;
    readonly reason: string;
  },
): void {
  if (input.closesAtMs !== null && input.reason.trim() === '')
    throw new CasebinderError('INPUT_INVALID', { detail: 'changing a deadline needs a reason' });
  context.archive.transaction(() => {
    const { orm } = context.archive;
    orm
      .delete(deadline)
      .where(and(eq(deadline.caseFileId, record.id), eq(deadline.ruleId, input.ruleId)))
      .run();
    if (input.closesAtMs !== null)
      orm
        .insert(deadline)
        .values({
          caseFileId: record.id,
          kind: 'override',
          ruleId: input.ruleId,
          opensAtMs: input.opensAtMs ?? null,
          closesAtMs: input.closesAtMs,
          overriddenReason: input.reason.trim(),
        })
        .run();
    addEvent(context, record.id, {
      kind: 'deadline_changed',
      title: input.ruleId,
      detail: input.reason,
      data: { closesAtMs: input.closesAtMs },
    });
    touchCase(context, record.id);
  });
  context.events.emit({ type: 'case_changed', caseFileId: record.id });
}
