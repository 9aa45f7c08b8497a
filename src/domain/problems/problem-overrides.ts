// How do a person's corrections of a problem type change its channel, its documents and its acceptance rules?
import { CasebinderError } from '../errors.ts';
import { KIND_BY_SLUG } from '../kinds/document-kinds.ts';
import { CHANNEL_BY_SLUG } from './channels.ts';
import type { ChannelSlug, ProblemType } from './problem-type.ts';
import { describePath } from './problem-types.ts';

/** Only the named fields change; each list replaces the one of the table. */
export interface ProblemChanges {
  /** The channel that is proposed first. */
  readonly channel?: ChannelSlug;
  readonly requiredKinds?: readonly string[];
  readonly recommendedKinds?: readonly string[];
  /** Acceptance rules that are no longer applied. */
  readonly rulesOff?: readonly string[];
}

export interface ProblemOverride {
  readonly problem: string;
  readonly changes: ProblemChanges;
  /** Page or message that the person read. */
  readonly source: string;
  /** ISO date of the check. */
  readonly verifiedOn: string;
  readonly reason: string;
}

/** `problem` as corrected, the oldest correction first; it carries the person's source and date. @throws CasebinderError INPUT_INVALID */
export function applyProblemOverrides(
  problem: ProblemType,
  overrides: readonly ProblemOverride[],
): ProblemType {
  return overrides.reduce((row, { changes, source, verifiedOn, reason }): ProblemType => {
    if (reason.trim() === '' || source.trim() === '')
      throw new CasebinderError('INPUT_INVALID', {
        detail: `override of ${row.slug} without reason or source`,
      });
    checkChanges(problem, changes);
    const { channel, rulesOff } = changes;
    const channels =
      channel === undefined ? row.channels : [channel, ...row.channels.filter((c) => c !== channel)];
    const requiredKinds = changes.requiredKinds ?? row.requiredKinds;
    const changed = {
      ...row,
      channels,
      requiredKinds,
      // What is required is not recommended as well.
      recommendedKinds: (changes.recommendedKinds ?? row.recommendedKinds).filter(
        (kind) => !requiredKinds.includes(kind),
      ),
      rules: rulesOff === undefined ? row.rules : problem.rules.filter((id) => !rulesOff.includes(id)),
      sources: [...row.sources, source],
      verifiedOn,
    };
    return { ...changed, path: describePath(changed) };
  }, problem);
}

function checkChanges(problem: ProblemType, changes: ProblemChanges): void {
  const refuse = (detail: string): never => {
    throw new CasebinderError('INPUT_INVALID', { detail });
  };
  const { channel, requiredKinds, recommendedKinds, rulesOff } = changes;
  if ([channel, requiredKinds, recommendedKinds, rulesOff].every((value) => value === undefined))
    refuse(`override of ${problem.slug} changes nothing`);
  if (channel !== undefined && !CHANNEL_BY_SLUG.has(channel)) refuse(`channel ${channel}`);
  for (const kind of [...(requiredKinds ?? []), ...(recommendedKinds ?? [])])
    if (!KIND_BY_SLUG.has(kind)) refuse(`kind ${kind}`);
  for (const id of rulesOff ?? [])
    if (!problem.rules.includes(id)) refuse(`rule ${id} is none of ${problem.slug}`);
}
