// Which problems can a seller have with Amazon, and what does each need: all 69 of domain.md 1.4 and 1.5?
import { CATEGORY_BY_SLUG } from './categories.ts';
import { CHANNEL_BY_SLUG } from './channels.ts';
import { DEADLINE_RULES } from './deadline-rules.ts';
import { ACCOUNT_PROBLEMS } from './groups/account.ts';
import { CLAIMS_PROBLEMS } from './groups/claims.ts';
import { FBA_PROBLEMS } from './groups/fba.ts';
import { INTELLECTUAL_PROPERTY_PROBLEMS } from './groups/intellectual-property.ts';
import { LISTING_PROBLEMS } from './groups/listing.ts';
import { ORDERS_PROBLEMS } from './groups/orders.ts';
import { PAYMENTS_PROBLEMS } from './groups/payments.ts';
import { TECHNICAL_PROBLEMS } from './groups/technical.ts';
import { VERIFICATION_PROBLEMS } from './groups/verification.ts';
import type { Bilingual, ProblemRow, ProblemType } from './problem-type.ts';
import { expandRuleRefs } from './rule-expansion.ts';

const ROWS: readonly ProblemRow[] = [
  ...ACCOUNT_PROBLEMS,
  ...LISTING_PROBLEMS,
  ...INTELLECTUAL_PROPERTY_PROBLEMS,
  ...ORDERS_PROBLEMS,
  ...CLAIMS_PROBLEMS,
  ...FBA_PROBLEMS,
  ...PAYMENTS_PROBLEMS,
  ...VERIFICATION_PROBLEMS,
  ...TECHNICAL_PROBLEMS,
];

/** The menu path of the default channel. */
export function describePath(row: Pick<ProblemRow, 'slug' | 'channels' | 'category'>): Bilingual {
  const channel = CHANNEL_BY_SLUG.get(row.channels[0] ?? '');
  const category = CATEGORY_BY_SLUG.get(row.category);
  if (channel === undefined || category === undefined)
    throw new Error(`${row.slug} has no channel or category`);
  return {
    zh: channel.path.zh.replace('{category}', category.name.zh),
    en: channel.path.en.replace('{category}', category.name.en),
  };
}

/** All problem types, in the order of domain.md 1.4. */
export const PROBLEM_TYPES: readonly ProblemType[] = ROWS.map((row) => {
  const deadlines = DEADLINE_RULES.filter((rule) => rule.problem === row.slug);
  return {
    ...row,
    corrections: [],
    rules: expandRuleRefs(row.ruleRefs),
    deadlines,
    deadlineAsStated: deadlines.some((rule) => rule.asStated),
    path: describePath(row),
  };
});

export const PROBLEM_BY_SLUG: ReadonlyMap<string, ProblemType> = new Map(
  PROBLEM_TYPES.map((p) => [p.slug, p]),
);

/** The five quick-create buttons that S1 names, each with the problem types behind it. */
export const QUICK_CREATE: readonly { readonly name: Bilingual; readonly problems: readonly string[] }[] = [
  {
    name: { zh: '账户健康问题', en: 'Account health' },
    problems: PROBLEM_TYPES.filter((p) => p.group === 'acct').map((p) => p.slug),
  },
  {
    name: { zh: '商品合规审核', en: 'Product compliance' },
    problems: PROBLEM_TYPES.filter((p) => p.group === 'lst').map((p) => p.slug),
  },
  {
    name: { zh: '付款异常', en: 'Payments' },
    problems: PROBLEM_TYPES.filter((p) => p.group === 'pay').map((p) => p.slug),
  },
  {
    name: { zh: '配送绩效争议', en: 'Delivery performance' },
    problems: PROBLEM_TYPES.filter((p) => p.group === 'ord').map((p) => p.slug),
  },
  {
    name: { zh: '知识产权投诉', en: 'Intellectual property' },
    problems: PROBLEM_TYPES.filter((p) => p.group === 'ip').map((p) => p.slug),
  },
];
