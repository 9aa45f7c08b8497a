// Which rows of the deadline table has a person corrected, and why?
import { applyRuleOverrides, type RuleOverride } from '../../domain/deadlines/rule-overrides.ts';
import { DEADLINE_RULES } from '../../domain/problems/deadline-rules.ts';
import type { EngineContext } from '../engine-context.ts';
import { listCorrections, type StoredCorrection, storeCorrection } from './stored-corrections.ts';

export interface StoredOverride extends RuleOverride, StoredCorrection {}

/** Corrections of deadline rules, newest first; `all` includes those that were taken back. */
export function listRuleOverrides(context: Pick<EngineContext, 'archive'>, all = false): StoredOverride[] {
  return listCorrections(context, 'deadline_rules', all).map(({ rowKey, value, ...row }) => ({
    ...row,
    ...(value as Pick<RuleOverride, 'changes' | 'source' | 'verifiedOn'>),
    ruleId: rowKey,
  }));
}

/** Corrects a row of the deadline table. @throws CasebinderError NOT_FOUND (no such rule), INPUT_INVALID */
export function overrideRule(context: EngineContext, override: RuleOverride): StoredOverride[] {
  // The pure rule says what may be changed, and that reason, source and day are needed.
  applyRuleOverrides(DEADLINE_RULES, [override]);
  const { ruleId, reason, ...value } = override;
  storeCorrection(context, 'deadline_rules', 'rule', { rowKey: ruleId, reason, value });
  return listRuleOverrides(context);
}
