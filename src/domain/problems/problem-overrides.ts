// How do a person's corrections of a problem type change its place, its answer times, its documents, rules and pitfalls?
import { CasebinderError } from '../errors.ts';
import { KIND_BY_SLUG } from '../kinds/document-kinds.ts';
import { CATEGORY_BY_SLUG } from './categories.ts';
import { CHANNEL_BY_SLUG } from './channels.ts';
import { requireGrounds } from './correction-grounds.ts';
import type { ProblemChanges, ProblemOverride, ProblemType, UsualAnswer } from './problem-type.ts';
import { describePath } from './problem-types.ts';

const MOST_DAYS = 366;
const MOST_HOURS = MOST_DAYS * 24;

/** `problem` as corrected, the oldest correction first; it carries the person's source and date. @throws CasebinderError INPUT_INVALID */
export function applyProblemOverrides(
  problem: ProblemType,
  overrides: readonly ProblemOverride[],
): ProblemType {
  return overrides.reduce((row, override): ProblemType => {
    requireGrounds(row.slug, override);
    checkChanges(problem, override.changes);
    const { channel, category, path, usualAnswer, pitfalls, rulesOff } = override.changes;
    const channels =
      channel === undefined ? row.channels : [channel, ...row.channels.filter((c) => c !== channel)];
    const requiredKinds = override.changes.requiredKinds ?? row.requiredKinds;
    const moved = { slug: row.slug, channels, category: category ?? row.category };
    // A path that a person wrote leads to the place of its day: it ends when the place is corrected again.
    const isMoved = moved.channels[0] !== row.channels[0] || moved.category !== row.category;
    return {
      ...row,
      ...moved,
      path: path ?? (isMoved ? describePath(moved) : row.path),
      usualAnswer: usualAnswer === undefined ? row.usualAnswer : mergeAnswer(row.usualAnswer, usualAnswer),
      pitfalls: pitfalls ?? row.pitfalls,
      requiredKinds,
      // What is required is not recommended as well.
      recommendedKinds: (override.changes.recommendedKinds ?? row.recommendedKinds).filter(
        (kind) => !requiredKinds.includes(kind),
      ),
      rules: rulesOff === undefined ? row.rules : problem.rules.filter((id) => !rulesOff.includes(id)),
      sources: [...row.sources, override.source],
      verifiedOn: override.verifiedOn,
      confidence: 'high',
      corrections: [...row.corrections, override],
    };
  }, problem);
}

/** A first answer is told in hours or in business days: the corrected one replaces the other. */
function mergeAnswer(row: UsualAnswer, own: UsualAnswer): UsualAnswer {
  const { hours, businessDays, ...rest } = row;
  const first =
    own.hours !== undefined || own.businessDays !== undefined
      ? {}
      : {
          ...(hours === undefined ? {} : { hours }),
          ...(businessDays === undefined ? {} : { businessDays }),
        };
  return { ...rest, ...first, ...own };
}

/** What a person says where a row is corrected: the field, and what the last correction of that field rests on. */
export function findCorrection(
  problem: ProblemType,
  field: keyof ProblemChanges,
): ProblemOverride | undefined {
  return problem.corrections.findLast((correction) => correction.changes[field] !== undefined);
}

function checkChanges(problem: ProblemType, changes: ProblemChanges): void {
  const refuse = (detail: string): never => {
    throw new CasebinderError('INPUT_INVALID', { detail });
  };
  const { channel, category, path, usualAnswer, pitfalls, requiredKinds, recommendedKinds, rulesOff } =
    changes;
  if (Object.values(changes).every((value) => value === undefined))
    refuse(`correction of ${problem.slug} changes nothing`);
  if (channel !== undefined && !CHANNEL_BY_SLUG.has(channel)) refuse(`channel ${channel}`);
  if (category !== undefined && !CATEGORY_BY_SLUG.has(category)) refuse(`category ${category}`);
  for (const text of [...(path === undefined ? [] : [path]), ...(pitfalls ?? [])])
    if (text.zh.trim() === '' || text.en.trim() === '') refuse('a text is needed in Chinese and in English');
  if (usualAnswer !== undefined) checkAnswer(usualAnswer, refuse);
  for (const kind of [...(requiredKinds ?? []), ...(recommendedKinds ?? [])])
    if (!KIND_BY_SLUG.has(kind)) refuse(`kind ${kind}`);
  for (const id of rulesOff ?? [])
    if (!problem.rules.includes(id)) refuse(`rule ${id} is none of ${problem.slug}`);
}

function checkAnswer(answer: UsualAnswer, refuse: (detail: string) => never): void {
  const { hours, businessDays, ahsWindowDays, decisionDays } = answer;
  if (Object.values(answer).every((value) => value === undefined)) refuse('an answer time without a time');
  if (hours !== undefined && businessDays !== undefined) refuse('hours and business days at once');
  const check = (value: number, most: number): void => {
    if (!Number.isSafeInteger(value) || value < 0 || value > most) refuse(`answer time ${value}`);
  };
  if (hours !== undefined) check(hours, MOST_HOURS);
  if (decisionDays !== undefined) check(decisionDays, MOST_DAYS);
  for (const window of [businessDays, ahsWindowDays]) {
    if (window === undefined) continue;
    for (const days of window) check(days, MOST_DAYS);
    if (window[0] > window[1]) refuse(`answer time ${window[0]}–${window[1]}`);
  }
}
