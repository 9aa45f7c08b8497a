// Should this case be opened at all, here, now? Four questions before a new case (S2-30, S2-18).
import { CasebinderError } from '../../domain/errors.ts';
import { assessHealth } from '../../domain/health/health-assessment.ts';
import type { HealthEntry } from '../../domain/health/health-fields.ts';
import type { Reason } from '../../domain/inspection.ts';
import { checkAccountStanding } from '../../domain/problems/account-guard.ts';
import { CATEGORY_BY_SLUG } from '../../domain/problems/categories.ts';
import { paceContacts } from '../../domain/problems/contact-pacing.ts';
import { checkFiling } from '../../domain/problems/misfile-guard.ts';
import type { CategorySlug, ChannelSlug } from '../../domain/problems/problem-type.ts';
import type { EngineContext } from '../engine-context.ts';
import { defaultAccount } from './accounts.ts';
import { readAccount } from './case-records.ts';
import { collectSubjects } from './case-subjects.ts';
import { readContacts } from './case-warnings.ts';
import { requireChannel, requireMarketplace } from './change-case.ts';
import { readProblem } from './effective-problems.ts';
import { findDuplicates, type OpenCaseInput } from './open-case.ts';

export interface PreCheckStep {
  /** "standing": is the account in order? "existing": is it with Amazon already? "entrance": the right door? "pace": too many contacts? */
  readonly step: 'standing' | 'existing' | 'entrance' | 'pace';
  readonly state: 'good' | 'warn' | 'stop';
  readonly reasons: readonly Reason[];
}

export interface PreCheck {
  readonly steps: readonly PreCheckStep[];
  /** Cases about the same matter: open one of them instead. */
  readonly duplicates: readonly { readonly number: string; readonly label: string }[];
  /** One-click correction when the door is wrong. */
  readonly correction: { readonly category: string; readonly channel: string } | null;
}

/** Answers the four questions for a case that was described but not opened. @throws CasebinderError INPUT_INVALID for impossible subjects */
export function preCheckCase(
  context: EngineContext,
  input: OpenCaseInput & { readonly category?: string },
): PreCheck {
  const account =
    input.accountId === undefined ? defaultAccount(context) : readAccount(context, input.accountId);
  const marketplace = (input.marketplace ?? account.marketplaces[0] ?? 'US').toUpperCase();
  requireMarketplace(marketplace);
  if (input.channel !== undefined) requireChannel(input.channel);
  if (input.category !== undefined && !CATEGORY_BY_SLUG.has(input.category))
    throw new CasebinderError('INPUT_INVALID', { detail: `category ${input.category}` });
  const nowMs = context.nowMs();
  const standing = [
    ...checkAccountStanding({
      plan: account.sellingPlan,
      verification: account.verified ? 'complete' : 'incomplete',
    }),
    ...readHealthAlerts(context, account.id, marketplace),
  ];
  const duplicates = findDuplicates(context, account.id, marketplace, input, collectSubjects(input));
  const problem = readProblem(context, input.problem);
  if (problem === undefined)
    throw new CasebinderError('INPUT_INVALID', { detail: `problem ${input.problem}` });
  const filing = checkFiling(problem, {
    channel: (input.channel ?? problem.channels[0] ?? 'seller_support') as ChannelSlug,
    ...(input.category === undefined ? {} : { category: input.category as CategorySlug }),
  });
  const pace = paceContacts(readContacts(context, account.id, nowMs), nowMs);
  return {
    steps: [
      { step: 'standing', state: standing.length === 0 ? 'good' : 'warn', reasons: standing },
      {
        step: 'existing',
        state: duplicates.length === 0 ? 'good' : 'stop',
        reasons: [],
      },
      {
        step: 'entrance',
        state: filing === undefined ? 'good' : 'warn',
        reasons: filing === undefined ? [] : [filing.reason],
      },
      {
        step: 'pace',
        state: pace.warning === undefined ? 'good' : 'warn',
        reasons: pace.warning === undefined ? [] : [pace.warning],
      },
    ],
    duplicates,
    correction: filing === undefined ? null : { category: filing.category, channel: filing.channel },
  };
}

/** Alerts of the newest look at the store: S2 wants ODR < 1 % and LSR < 4 % before the first contact. */
function readHealthAlerts(context: EngineContext, accountId: number, marketplace: string): Reason[] {
  const row = context.archive.sqlite
    .prepare<unknown[], { data: string }>(
      'SELECT data FROM health_week WHERE account_id = ? AND marketplace = ? AND skipped_reason IS NULL ORDER BY week DESC LIMIT 1',
    )
    .get(accountId, marketplace);
  if (row === undefined) return [];
  const data = JSON.parse(row.data) as Partial<HealthEntry>;
  const entry: HealthEntry = { ...data, status: data.status ?? 'NORMAL', values: data.values ?? {} };
  return assessHealth(entry, undefined, marketplace)
    .alerts.filter((alert) => alert.level === 'breach')
    .map((alert) => alert.reason);
}
