// What would not fit the channel if this plan were built now?
import { checkExhibits, checkKnownNames, checkStatement, checkTotals } from './channel-profile.ts';
import type { PackPlan, PackViolation } from './pack-plan.ts';
import { bookLanguage } from './pack-text.ts';
import { checkVolumes } from './pack-volumes.ts';

/**
 * Violations of the channel's attachment profile before anything is built (domain.md 4.1, rule b). `fix` names what
 * the builder would do or a person could; nothing is fixed yet.
 */
export function checkPlan(plan: PackPlan): PackViolation[] {
  return [
    ...checkStatement(plan),
    ...checkKnownNames(plan),
    ...checkExhibits(plan, bookLanguage(plan)).map((finding) => finding.violation),
    ...checkTotals(plan.profile, plan.exhibits),
    ...checkVolumes(plan),
  ];
}
