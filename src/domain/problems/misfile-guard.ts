// Is a case about to be filed in the wrong column or through the wrong door (domain.md 1.2, T-11, T-12)?
import type { Reason } from '../inspection.ts';
import { CATEGORY_BY_SLUG } from './categories.ts';
import { CHANNEL_BY_SLUG } from './channels.ts';
import { findCorrection } from './problem-overrides.ts';
import type { CategorySlug, ChannelSlug, ProblemType, Sourced } from './problem-type.ts';
import { PROBLEM_BY_SLUG } from './problem-types.ts';

/** One way to file a problem wrongly, and where it belongs. */
export interface MisfileRule extends Sourced {
  readonly problems: readonly string[];
  readonly wrongCategories?: readonly CategorySlug[];
  readonly wrongChannels?: readonly ChannelSlug[];
  /** Key of the i18n catalogue `problems`. */
  readonly code: string;
}

function row(
  problems: readonly string[],
  wrong: Pick<MisfileRule, 'wrongCategories' | 'wrongChannels'>,
  code: string,
  sources: readonly string[],
): MisfileRule {
  return { problems, ...wrong, code, sources, verifiedOn: null, confidence: 'medium' };
}

const IP_PROBLEMS = ['ip-trademark', 'ip-copyright', 'ip-patent', 'ip-counterfeit', 'ip-suspected'];
const ATOZ_PROBLEMS = ['clm-atoz-not-received', 'clm-atoz-not-as-described', 'clm-atoz-appeal'];

export const MISFILE_RULES: readonly MisfileRule[] = [
  row(
    ['fba-lost-warehouse', 'fba-damaged-warehouse'],
    { wrongCategories: ['payments'], wrongChannels: ['payments'] },
    'misfileFbaLost',
    ['S1'],
  ),
  row(
    ['fba-sourcing-cost'],
    { wrongCategories: ['payments'], wrongChannels: ['payments'] },
    'misfileSourcingCost',
    ['B11', 'C5'],
  ),
  row(
    ['fba-removal-lost', 'fba-removal-damaged'],
    { wrongCategories: ['payments'], wrongChannels: ['payments'] },
    'misfileRemoval',
    ['A5'],
  ),
  row(
    ['fba-customer-return', 'fba-inbound-missing', 'fba-reimb-reversal'],
    { wrongCategories: ['payments'], wrongChannels: ['payments'] },
    'misfileFbaClaim',
    ['S1'],
  ),
  row(
    [
      'acct-deactivated-policy',
      'acct-related-accounts',
      'acct-forged-documents',
      'acct-reimbursement-abuse',
      'acct-support-misuse',
      'acct-dropshipping',
      'acct-review-manipulation',
      'acct-hijacked',
      'ip-counterfeit',
    ],
    { wrongChannels: ['seller_support'] },
    'misfileOrdinarySupport',
    ['S1'],
  ),
  row(
    IP_PROBLEMS,
    { wrongCategories: ['products'], wrongChannels: ['seller_support'] },
    'misfileIpComplaint',
    ['B13'],
  ),
  row(
    ['lst-compliance-docs', 'lst-epr-gpsr'],
    { wrongCategories: ['products'], wrongChannels: ['seller_support'] },
    'misfileCompliance',
    ['A17'],
  ),
  row(ATOZ_PROBLEMS, { wrongChannels: ['seller_support'] }, 'misfileAtoz', ['C6', 'A2']),
  row(['clm-negative-feedback'], { wrongChannels: ['seller_support'] }, 'misfileFeedback', ['A13', 'C7']),
];

export interface MisfileWarning {
  /** Key of the i18n catalogue `problems`; params name what was chosen and what is right, in both languages. */
  readonly reason: Reason;
  /** One-click correction. */
  readonly category: CategorySlug;
  readonly channel: ChannelSlug;
  readonly sources: readonly string[];
}

/** The account-level problems whose escalation is Account Health Support rather than the appeal button. */
const AHS_FIRST = new Set([
  'acct-related-accounts',
  'acct-forged-documents',
  'acct-hijacked',
  'acct-deactivated-policy',
]);

/**
 * T-11, T-12: what is wrong with filing `type` under this category and through this channel; undefined when fine. A
 * channel that a person corrected is the right door, and the shipped one that it replaced is the wrong one.
 */
export function checkFiling(
  type: ProblemType,
  chosen: { readonly category?: CategorySlug; readonly channel?: ChannelSlug },
): MisfileWarning | undefined {
  const first = type.channels[0];
  if (first === undefined) return undefined;
  const correction = findCorrection(type, 'channel');
  const channel = correction === undefined && AHS_FIRST.has(type.slug) ? 'account_health_support' : first;
  const isDoorRight = correction !== undefined && chosen.channel === channel;
  const rule = MISFILE_RULES.find(
    (r) =>
      r.problems.includes(type.slug) &&
      ((chosen.category !== undefined &&
        chosen.category !== type.category &&
        r.wrongCategories?.includes(chosen.category) === true) ||
        (chosen.channel !== undefined && !isDoorRight && r.wrongChannels?.includes(chosen.channel) === true)),
  );
  const params = nameChoice(chosen, type.category, channel);
  const warn = (code: string, sources: readonly string[], more = {}): MisfileWarning => ({
    reason: { code, params: { ...params, ...more } },
    category: type.category,
    channel,
    sources,
  });
  if (rule !== undefined) return warn(rule.code, rule.sources);
  if (
    correction !== undefined &&
    !isDoorRight &&
    chosen.channel !== undefined &&
    chosen.channel === PROBLEM_BY_SLUG.get(type.slug)?.channels[0]
  )
    return warn('misfileCorrectedChannel', [correction.source], { on: correction.verifiedOn });
  if (chosen.category !== undefined && chosen.category !== type.category)
    return warn('misfileCategory', type.sources);
  return undefined;
}

function nameChoice(
  chosen: { readonly category?: CategorySlug; readonly channel?: ChannelSlug },
  category: CategorySlug,
  channel: ChannelSlug,
): Readonly<Record<string, string>> {
  const categoryName = CATEGORY_BY_SLUG.get(category)?.name;
  const channelName = CHANNEL_BY_SLUG.get(channel)?.name;
  // What is wrong is named: a wrong category also where the channel was never chosen but proposed.
  const isCategoryWrong = chosen.category !== undefined && chosen.category !== category;
  const chosenName =
    chosen.channel === undefined || (isCategoryWrong && chosen.channel === channel)
      ? CATEGORY_BY_SLUG.get(chosen.category ?? '')?.name
      : CHANNEL_BY_SLUG.get(chosen.channel)?.name;
  return {
    chosenZh: chosenName?.zh ?? '',
    chosenEn: chosenName?.en ?? '',
    categoryZh: categoryName?.zh ?? '',
    categoryEn: categoryName?.en ?? '',
    channelZh: channelName?.zh ?? '',
    channelEn: channelName?.en ?? '',
  };
}
