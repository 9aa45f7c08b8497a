// How does a problem type read with everything that people corrected: the one place that whatever speaks about a case asks?
import { applyRuleOverrides } from '../../domain/deadlines/rule-overrides.ts';
import { CasebinderError } from '../../domain/errors.ts';
import type { DeadlineRule } from '../../domain/problems/deadline-rule.ts';
import { applyProblemOverrides } from '../../domain/problems/problem-overrides.ts';
import type { ProblemType } from '../../domain/problems/problem-type.ts';
import { PROBLEM_BY_SLUG, PROBLEM_TYPES } from '../../domain/problems/problem-types.ts';
import type { EngineContext } from '../engine-context.ts';
import { listProblemOverrides, type StoredProblemOverride } from './problem-overrides.ts';
import { listRuleOverrides, type StoredOverride } from './rule-overrides.ts';

/** The problem type as people corrected it; undefined when there is none of that name. */
export function readProblem(context: Pick<EngineContext, 'archive'>, slug: string): ProblemType | undefined {
  const shipped = PROBLEM_BY_SLUG.get(slug);
  return shipped === undefined
    ? undefined
    : correct(shipped, listProblemOverrides(context), listRuleOverrides(context));
}

/** @throws CasebinderError NOT_FOUND */
export function requireProblem(context: Pick<EngineContext, 'archive'>, slug: string): ProblemType {
  const problem = readProblem(context, slug);
  if (problem === undefined) throw new CasebinderError('NOT_FOUND', { what: slug });
  return problem;
}

/** All problem types as people corrected them, in the order of the table. */
export function readProblems(context: Pick<EngineContext, 'archive'>): ProblemType[] {
  const problems = listProblemOverrides(context);
  const rules = listRuleOverrides(context);
  return PROBLEM_TYPES.map((shipped) => correct(shipped, problems, rules));
}

/** Both lists newest first. */
function correct(
  shipped: ProblemType,
  problems: readonly StoredProblemOverride[],
  rules: readonly StoredOverride[],
): ProblemType {
  const own = problems.filter((override) => override.problem === shipped.slug).toReversed();
  const problem = own.length === 0 ? shipped : applyProblemOverrides(shipped, own);
  const deadlines = correctDeadlines(shipped.deadlines, rules);
  return deadlines === shipped.deadlines
    ? problem
    : { ...problem, deadlines, deadlineAsStated: deadlines.some((rule) => rule.asStated) };
}

function correctDeadlines(
  shipped: readonly DeadlineRule[],
  rules: readonly StoredOverride[],
): readonly DeadlineRule[] {
  const ids = new Set(shipped.map((rule) => rule.id));
  const own = rules.filter((override) => ids.has(override.ruleId)).toReversed();
  return own.length === 0 ? shipped : applyRuleOverrides(shipped, own);
}
