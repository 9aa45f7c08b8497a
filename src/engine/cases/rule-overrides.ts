// Which rows of the rule tables and which single deadlines has a person corrected, and why?
import { and, desc, eq, isNull } from 'drizzle-orm';
import { applyRuleOverrides, type RuleOverride } from '../../domain/deadlines/rule-overrides.ts';
import { isIsoDate } from '../../domain/deadlines/zoned-day.ts';
import { CasebinderError } from '../../domain/errors.ts';
import type { DeadlineRule } from '../../domain/problems/deadline-rule.ts';
import { DEADLINE_RULES } from '../../domain/problems/deadline-rules.ts';
import type { EngineContext } from '../engine-context.ts';
import { deadline } from '../store/schema/cases.ts';
import { ruleOverride } from '../store/schema/weekly.ts';
import { appendCustody } from '../vault/custody.ts';
import { addEvent, type CaseRecord, touchCase } from './case-records.ts';

const DEADLINE_TABLE = 'deadline_rules';

export interface StoredOverride extends RuleOverride {
  readonly id: number;
  readonly madeAtMs: number;
  readonly undoneAtMs: number | null;
}

/** Corrections of deadline rules, newest first; `all` includes those that were taken back. */
export function listRuleOverrides(context: EngineContext, all = false): StoredOverride[] {
  return context.archive.orm
    .select()
    .from(ruleOverride)
    .where(and(eq(ruleOverride.tableName, DEADLINE_TABLE), all ? undefined : isNull(ruleOverride.undoneAtMs)))
    .orderBy(desc(ruleOverride.id))
    .all()
    .map((row) => {
      const value = JSON.parse(row.value) as Pick<RuleOverride, 'changes' | 'source' | 'verifiedOn'>;
      return {
        ...value,
        id: row.id,
        ruleId: row.rowKey,
        reason: row.reason,
        madeAtMs: row.madeAtMs,
        undoneAtMs: row.undoneAtMs,
      };
    });
}

/** Corrects a row of the deadline table. @throws CasebinderError NOT_FOUND (no such rule), INPUT_INVALID */
export function overrideRule(context: EngineContext, override: RuleOverride): StoredOverride[] {
  // The pure rule says what may be changed and that a reason is needed.
  applyRuleOverrides(DEADLINE_RULES, [override]);
  if (!isIsoDate(override.verifiedOn))
    throw new CasebinderError('INPUT_INVALID', { detail: `date ${override.verifiedOn}` });
  const { ruleId, reason, ...value } = override;
  context.archive.transaction(() => {
    const { id } = context.archive.orm
      .insert(ruleOverride)
      .values({
        tableName: DEADLINE_TABLE,
        rowKey: ruleId,
        value: JSON.stringify(value),
        reason,
        madeAtMs: context.nowMs(),
      })
      .returning({ id: ruleOverride.id })
      .get();
    appendCustody(context.archive, context.nowMs(), 'rule_overridden', null, {
      override: id,
      rule: ruleId,
      ...value,
      reason,
    });
  });
  return listRuleOverrides(context);
}

/** Takes a correction of a rule or a problem type back; it stays on record. @throws CasebinderError NOT_FOUND */
export function undoRuleOverride(context: EngineContext, id: number): StoredOverride[] {
  context.archive.transaction(() => {
    const changed = context.archive.orm
      .update(ruleOverride)
      .set({ undoneAtMs: context.nowMs() })
      .where(and(eq(ruleOverride.id, id), isNull(ruleOverride.undoneAtMs)))
      .run().changes;
    if (changed === 0) throw new CasebinderError('NOT_FOUND', { what: `override ${id}` });
    appendCustody(context.archive, context.nowMs(), 'rule_override_undone', null, { override: id });
  });
  return listRuleOverrides(context);
}

/** `rules` as corrected by people, oldest correction first. */
export function correctRules(
  context: EngineContext,
  rules: readonly DeadlineRule[],
): readonly DeadlineRule[] {
  const ids = new Set(rules.map((rule) => rule.id));
  const own = listRuleOverrides(context)
    .filter((override) => ids.has(override.ruleId))
    .reverse();
  return own.length === 0 ? rules : applyRuleOverrides(rules, own);
}

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
