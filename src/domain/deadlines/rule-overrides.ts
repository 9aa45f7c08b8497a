// How do a person's corrections of rule rows change the deadline table?
import { CasebinderError } from '../errors.ts';
import { type Grounds, requireGrounds } from '../problems/correction-grounds.ts';
import type { DeadlineRule } from '../problems/deadline-rule.ts';

/** A corrected rule row: only the named fields change. */
export interface RuleOverride extends Grounds {
  readonly ruleId: string;
  readonly changes: Partial<
    Pick<DeadlineRule, 'earliest' | 'latest' | 'marketplaces' | 'asStated' | 'saturdayCounts'>
  >;
}

/** `rules` with the overrides applied; a corrected row carries the person's source and date. Unknown ids are refused. */
export function applyRuleOverrides(
  rules: readonly DeadlineRule[],
  overrides: readonly RuleOverride[],
): readonly DeadlineRule[] {
  for (const override of overrides) {
    if (!rules.some((rule) => rule.id === override.ruleId)) {
      throw new CasebinderError('NOT_FOUND', { what: override.ruleId });
    }
    requireGrounds(override.ruleId, override);
  }
  return rules.map((rule) => {
    const own = overrides.filter((override) => override.ruleId === rule.id);
    const last = own.at(-1);
    if (last === undefined) return rule;
    return Object.assign({}, rule, ...own.map((override) => override.changes), {
      sources: [...rule.sources, ...own.map((override) => override.source)],
      verifiedOn: last.verifiedOn,
      confidence: 'high',
    }) as DeadlineRule;
  });
}
