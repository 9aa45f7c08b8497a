// Which problem types has a person corrected, why, and how does a problem read with that?
import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { isIsoDate } from '../../domain/deadlines/zoned-day.ts';
import { CasebinderError } from '../../domain/errors.ts';
import { CHANNELS } from '../../domain/problems/channels.ts';
import { applyProblemOverrides, type ProblemOverride } from '../../domain/problems/problem-overrides.ts';
import type { ProblemType } from '../../domain/problems/problem-type.ts';
import { PROBLEM_BY_SLUG } from '../../domain/problems/problem-types.ts';
import type { EngineContext } from '../engine-context.ts';
import { ruleOverride } from '../store/schema/weekly.ts';
import { appendCustody } from '../vault/custody.ts';

const PROBLEM_TABLE = 'problem_types';

const STORED = z.object({
  changes: z.object({
    channel: z.enum(CHANNELS.map((channel) => channel.slug)).exactOptional(),
    requiredKinds: z.array(z.string()).exactOptional(),
    recommendedKinds: z.array(z.string()).exactOptional(),
    rulesOff: z.array(z.string()).exactOptional(),
  }),
  source: z.string(),
  verifiedOn: z.string(),
});

export interface StoredProblemOverride extends ProblemOverride {
  readonly id: number;
  readonly madeAtMs: number;
  readonly undoneAtMs: number | null;
}

/** Corrections of problem types, newest first; `all` includes those that were taken back. */
export function listProblemOverrides(context: EngineContext, all = false): StoredProblemOverride[] {
  return context.archive.orm
    .select()
    .from(ruleOverride)
    .where(and(eq(ruleOverride.tableName, PROBLEM_TABLE), all ? undefined : isNull(ruleOverride.undoneAtMs)))
    .orderBy(desc(ruleOverride.id))
    .all()
    .map((row) => ({
      ...STORED.parse(JSON.parse(row.value)),
      id: row.id,
      problem: row.rowKey,
      reason: row.reason,
      madeAtMs: row.madeAtMs,
      undoneAtMs: row.undoneAtMs,
    }));
}

/** Corrects a problem type for every case. @throws CasebinderError NOT_FOUND (no such problem), INPUT_INVALID */
export function overrideProblem(context: EngineContext, override: ProblemOverride): StoredProblemOverride[] {
  const problem = PROBLEM_BY_SLUG.get(override.problem);
  if (problem === undefined) throw new CasebinderError('NOT_FOUND', { what: override.problem });
  applyProblemOverrides(problem, [override]);
  if (!isIsoDate(override.verifiedOn))
    throw new CasebinderError('INPUT_INVALID', { detail: `date ${override.verifiedOn}` });
  const { problem: rowKey, reason, ...value } = override;
  context.archive.transaction(() => {
    const { id } = context.archive.orm
      .insert(ruleOverride)
      .values({
        tableName: PROBLEM_TABLE,
        rowKey,
        value: JSON.stringify(value),
        reason,
        madeAtMs: context.nowMs(),
      })
      .returning({ id: ruleOverride.id })
      .get();
    appendCustody(context.archive, context.nowMs(), 'rule_overridden', null, {
      override: id,
      problem: rowKey,
      ...value,
      reason,
    });
  });
  return listProblemOverrides(context);
}

/** The problem type as people corrected it; undefined when there is none of that name. */
export function readProblem(context: EngineContext, slug: string): ProblemType | undefined {
  const problem = PROBLEM_BY_SLUG.get(slug);
  if (problem === undefined) return undefined;
  const own = listProblemOverrides(context)
    .filter((override) => override.problem === slug)
    .reverse();
  return own.length === 0 ? problem : applyProblemOverrides(problem, own);
}
