// What is known about one kind of problem with Amazon: where it is filed, how fast it is answered, what it needs.
import type { Grounds } from './correction-grounds.ts';
import type { DeadlineRule } from './deadline-rule.ts';

/** A text in both languages of the product. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type Confidence = 'high' | 'medium' | 'low';

/** Where a row of rule data comes from: tags of domain.md section 10 ("A17", "S1"; "K" = unconfirmed knowledge). */
export interface Sourced {
  readonly sources: readonly string[];
  /** ISO date on which somebody compared the row with the live page; null when nobody did. */
  readonly verifiedOn: string | null;
  readonly confidence: Confidence;
}

export type ProblemGroup = 'acct' | 'lst' | 'ip' | 'ord' | 'clm' | 'fba' | 'pay' | 'ver' | 'tec';

/** Support category, domain.md 1.5. */
export type CategorySlug =
  | 'account_health'
  | 'products'
  | 'orders'
  | 'fba'
  | 'payments'
  | 'account_settings'
  | 'brand'
  | 'technical';

/** Channel, domain.md 1.1. */
export type ChannelSlug =
  | 'seller_support'
  | 'account_health_support'
  | 'perf_appeal'
  | 'compliance_dashboard'
  | 'ip_appeal'
  | 'rights_owner'
  | 'brand_registry'
  | 'atoz'
  | 'chargeback'
  | 'safe_t'
  | 'fba_reimb_portal'
  | 'fba_contents_tab'
  | 'inbound_performance'
  | 'feedback_manager'
  | 'verification'
  | 'payments'
  | 'report_abuse'
  | 'hazmat_dashboard';

export type Severity = 'critical' | 'urgent' | 'normal';

/** How long Amazon usually takes; defaults to compare with, never promises. */
export interface UsualAnswer {
  /** First answer, in calendar hours. */
  readonly hours?: number;
  /** First answer, in business days: [from, to]. */
  readonly businessDays?: readonly [number, number];
  /** Account Health Support: nothing is overdue before the last of these days. */
  readonly ahsWindowDays?: readonly [number, number];
  /** Days until a favourable decision shows in the metrics. */
  readonly decisionDays?: number;
}

/** A row of the problem table as it is written down; see {@link ProblemType} for what the product reads. */
export interface ProblemRow extends Sourced {
  readonly slug: string;
  readonly group: ProblemGroup;
  readonly name: Bilingual;
  readonly category: CategorySlug;
  /** First = default, the others are escalations or other doors. */
  readonly channels: readonly ChannelSlug[];
  readonly severity: Severity;
  readonly usualAnswer: UsualAnswer;
  /** Document kind slugs of domain.md section 2. */
  readonly requiredKinds: readonly string[];
  readonly recommendedKinds: readonly string[];
  /** Other kinds that satisfy a required kind for this problem ("or" in domain.md 1.4). */
  readonly alternatives?: Readonly<Record<string, readonly string[]>>;
  /** Rule families ("INV"), ids ("INV-12") and ranges ("INV-01..15"). */
  readonly ruleRefs: readonly string[];
  readonly pitfalls: readonly Bilingual[];
}

/** What a person may correct in a problem type. Only the named fields change; each list replaces the one of the table. */
export interface ProblemChanges {
  /** The channel that is proposed first. */
  readonly channel?: ChannelSlug;
  readonly category?: CategorySlug;
  /** Menu path in Seller Central to the default channel. */
  readonly path?: Bilingual;
  readonly usualAnswer?: UsualAnswer;
  readonly pitfalls?: readonly Bilingual[];
  readonly requiredKinds?: readonly string[];
  readonly recommendedKinds?: readonly string[];
  /** Acceptance rules that are no longer applied. */
  readonly rulesOff?: readonly string[];
}

export interface ProblemOverride extends Grounds {
  readonly problem: string;
  readonly changes: ProblemChanges;
}

/** One problem type with its rules and deadlines resolved. */
export interface ProblemType extends ProblemRow {
  /** What people corrected in this row, oldest first; none as shipped. */
  readonly corrections: readonly ProblemOverride[];
  /** Expanded acceptance rule ids, in order. */
  readonly rules: readonly string[];
  readonly deadlines: readonly DeadlineRule[];
  /** The date written in Amazon's notice must be entered: there is no reliable default. */
  readonly deadlineAsStated: boolean;
  /** Menu path in Seller Central, for the default channel. */
  readonly path: Bilingual;
}
