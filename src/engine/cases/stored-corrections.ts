// Which rows of which rule table did a person correct: kept, listed and taken back, each step in the custody chain?
import { and, desc, eq, isNull } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { ruleOverride } from '../store/schema/weekly.ts';
import { appendCustody } from '../vault/custody.ts';

export type CorrectedTable = 'deadline_rules' | 'problem_types';

export interface StoredCorrection {
  readonly id: number;
  readonly madeAtMs: number;
  readonly undoneAtMs: number | null;
}

/** Newest first; `all` includes those that were taken back. `value` is JSON as it was stored. */
export function listCorrections(
  { archive }: Pick<EngineContext, 'archive'>,
  table: CorrectedTable,
  all: boolean,
): (StoredCorrection & { readonly rowKey: string; readonly reason: string; readonly value: unknown })[] {
  return archive.orm
    .select()
    .from(ruleOverride)
    .where(and(eq(ruleOverride.tableName, table), all ? undefined : isNull(ruleOverride.undoneAtMs)))
    .orderBy(desc(ruleOverride.id))
    .all()
    .map(({ tableName: _table, value, ...row }) => ({ ...row, value: JSON.parse(value) as unknown }));
}

/** `rowName` is what the custody chain calls the row. */
export function storeCorrection(
  context: EngineContext,
  table: CorrectedTable,
  rowName: 'rule' | 'problem',
  row: {
    readonly rowKey: string;
    readonly reason: string;
    readonly value: Readonly<Record<string, unknown>>;
  },
): void {
  context.archive.transaction(() => {
    const { id } = context.archive.orm
      .insert(ruleOverride)
      .values({
        tableName: table,
        rowKey: row.rowKey,
        value: JSON.stringify(row.value),
        reason: row.reason,
        madeAtMs: context.nowMs(),
      })
      .returning({ id: ruleOverride.id })
      .get();
    appendCustody(context.archive, context.nowMs(), 'rule_overridden', null, {
      override: id,
      [rowName]: row.rowKey,
      ...row.value,
      reason: row.reason,
    });
  });
  context.events.emit({ type: 'rules_changed' });
}

/** Takes a correction of a rule or a problem type back; it stays on record. @throws CasebinderError NOT_FOUND */
export function undoCorrection(context: EngineContext, id: number): void {
  context.archive.transaction(() => {
    const changed = context.archive.orm
      .update(ruleOverride)
      .set({ undoneAtMs: context.nowMs() })
      .where(and(eq(ruleOverride.id, id), isNull(ruleOverride.undoneAtMs)))
      .run().changes;
    if (changed === 0) throw new CasebinderError('NOT_FOUND', { what: `override ${id}` });
    appendCustody(context.archive, context.nowMs(), 'rule_override_undone', null, { override: id });
  });
  context.events.emit({ type: 'rules_changed' });
}
