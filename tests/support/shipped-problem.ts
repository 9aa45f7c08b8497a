// Which problem type of the shipped table has this name?
import type { ProblemType } from '../../src/domain/problems/problem-type.ts';
import { PROBLEM_BY_SLUG } from '../../src/domain/problems/problem-types.ts';

export function shippedProblem(slug: string): ProblemType {
  const found = PROBLEM_BY_SLUG.get(slug);
  if (found === undefined) throw new Error(`no problem type ${slug}`);
  return found;
}
