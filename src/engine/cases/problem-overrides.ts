// Which problem types has a person corrected, why, and from where?
import { z } from 'zod';
import { CasebinderError } from '../../domain/errors.ts';
import { CATEGORIES } from '../../domain/problems/categories.ts';
import { CHANNELS } from '../../domain/problems/channels.ts';
import { applyProblemOverrides } from '../../domain/problems/problem-overrides.ts';
import type { ProblemOverride } from '../../domain/problems/problem-type.ts';
import { PROBLEM_BY_SLUG } from '../../domain/problems/problem-types.ts';
import type { EngineContext } from '../engine-context.ts';
import { listCorrections, type StoredCorrection, storeCorrection } from './stored-corrections.ts';

const TEXT = z.object({ zh: z.string(), en: z.string() });
const DAYS = z.tuple([z.number(), z.number()]);

const STORED = z.object({
  changes: z.object({
    channel: z.enum(CHANNELS.map((channel) => channel.slug)).exactOptional(),
    category: z.enum(CATEGORIES.map((category) => category.slug)).exactOptional(),
    path: TEXT.exactOptional(),
    usualAnswer: z
      .object({
        hours: z.number().exactOptional(),
        businessDays: DAYS.exactOptional(),
        ahsWindowDays: DAYS.exactOptional(),
        decisionDays: z.number().exactOptional(),
      })
      .exactOptional(),
    pitfalls: z.array(TEXT).exactOptional(),
    requiredKinds: z.array(z.string()).exactOptional(),
    recommendedKinds: z.array(z.string()).exactOptional(),
    rulesOff: z.array(z.string()).exactOptional(),
  }),
  source: z.string(),
  verifiedOn: z.string(),
});

export interface StoredProblemOverride extends ProblemOverride, StoredCorrection {}

/** Corrections of problem types, newest first; `all` includes those that were taken back. */
export function listProblemOverrides(
  context: Pick<EngineContext, 'archive'>,
  all = false,
): StoredProblemOverride[] {
  return listCorrections(context, 'problem_types', all).map(({ rowKey, value, ...row }) => ({
    ...row,
    ...STORED.parse(value),
    problem: rowKey,
  }));
}

/** Corrects a problem type for every case. @throws CasebinderError NOT_FOUND (no such problem), INPUT_INVALID */
export function overrideProblem(context: EngineContext, override: ProblemOverride): StoredProblemOverride[] {
  const shipped = PROBLEM_BY_SLUG.get(override.problem);
  if (shipped === undefined) throw new CasebinderError('NOT_FOUND', { what: override.problem });
  // The pure rule says what may be changed, and that reason, source and day are needed.
  applyProblemOverrides(shipped, [override]);
  const { problem, reason, ...value } = override;
  storeCorrection(context, 'problem_types', 'problem', { rowKey: problem, reason, value });
  return listProblemOverrides(context);
}
