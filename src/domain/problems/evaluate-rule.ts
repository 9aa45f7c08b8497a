// What does one acceptance rule say about one document of a case?
import { CasebinderError } from '../errors.ts';
import { ACCEPTANCE_RULE_BY_ID } from './acceptance-rules.ts';
import { APPEAL_CHECKS } from './checks/appeal-checks.ts';
import { COMPLIANCE_CHECKS } from './checks/compliance-checks.ts';
import { IDENTITY_CHECKS } from './checks/identity-checks.ts';
import { INVOICE_CHECKS } from './checks/invoice-checks.ts';
import { RIGHTS_CHECKS } from './checks/rights-checks.ts';
import { TRACKING_CHECKS } from './checks/tracking-checks.ts';
import type { RuleInput, RuleResult } from './rule-input.ts';
import { ask } from './rule-input.ts';

const CHECKS: Readonly<Record<string, (input: RuleInput) => RuleResult>> = {
  ...INVOICE_CHECKS,
  ...TRACKING_CHECKS,
  ...IDENTITY_CHECKS,
  ...RIGHTS_CHECKS,
  ...COMPLIANCE_CHECKS,
  ...APPEAL_CHECKS,
};

/** Rules that the program checks itself. */
export const CHECKED_RULE_IDS: readonly string[] = Object.keys(CHECKS);

/**
 * The answer of rule `ruleId` for a document: "pass" or "fail" with both compared values, or "ask" when only a person
 * can tell. Throws NOT_FOUND for an id that is not in the table.
 */
export function evaluateRule(ruleId: string, input: RuleInput): RuleResult {
  const rule = ACCEPTANCE_RULE_BY_ID.get(ruleId);
  if (rule === undefined) throw new CasebinderError('NOT_FOUND', { what: ruleId });
  const check = CHECKS[ruleId];
  return check === undefined ? ask('confirmYourself', { rule: ruleId }) : check(input);
}
