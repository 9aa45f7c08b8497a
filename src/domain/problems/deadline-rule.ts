// What one row of the deadline table says: from which event, not before, not after, for which marketplaces.
import type { Bilingual, Sourced } from './problem-type.ts';

/** Something that happened in a case and that a deadline can be counted from. */
export const ANCHOR_KINDS = [
  'notified',
  'stated_deadline',
  'submitted',
  'amazon_message',
  'own_message',
  'aha_contact',
  'deactivated',
  'info_request',
  'claim_debited',
  'appeal_info_request',
  'chargeback_email',
  'return_scan',
  'refunded',
  'last_scan',
  'claim_denied',
  'feedback_left',
  'return_requested',
  'shipment_delivered',
  'reported_lost',
  'reported_damaged',
  'removal_created',
  'removal_delivered',
  'ship_confirmed',
  'tracking_corrected',
  'verification_requested',
  'verified',
  'sales_threshold',
  'form_signed',
] as const;
export type AnchorKind = (typeof ANCHOR_KINDS)[number];

export type DeadlineUnit = 'hour' | 'day' | 'business_day' | 'month' | 'year' | 'calendar_year_end';

export interface Span {
  readonly amount: number;
  readonly unit: DeadlineUnit;
}

/** What the date means for the seller. */
export type DeadlineKind =
  | 'stated'
  | 'respond'
  | 'appeal'
  | 'claim_window'
  | 'resubmit'
  | 'funds_appeal'
  | 'upload'
  | 'complete'
  | 'renew'
  | 'metric_refresh'
  | 'ages_out';

export interface DeadlineRule extends Sourced {
  /** Stable id: "clm-chargeback/respond". */
  readonly id: string;
  readonly problem: string;
  readonly kind: DeadlineKind;
  /** Counted from the latest of these events. A rule with several anchors needs at least one of them. */
  readonly anchors: readonly AnchorKind[];
  /** Not before: the window opens on this day. */
  readonly earliest?: Span;
  /** Not after: the window closes at the end of this day (hours: at that instant). */
  readonly latest?: Span;
  /** Marketplace codes, or 'all'. */
  readonly marketplaces: readonly string[] | 'all';
  /** True: only the date in Amazon's notice or page is reliable; a computed value is an estimate or absent. */
  readonly asStated: boolean;
  /** The rule holds for anchors on or after this ISO date. */
  readonly effectiveFrom?: string;
  /** The rule holds for anchors before this ISO date. */
  readonly effectiveUntil?: string;
  /** The rule does not apply once this event is on record (a lost parcel has no return scan to wait for). */
  readonly skipWhen?: AnchorKind;
  /** While none of the anchors is on record, the notification stands in for it: it told about the same thing. */
  readonly notifiedStandsIn?: boolean;
  /** Business days: Saturday counts too. */
  readonly saturdayCounts?: boolean;
  /** False: a date to know about (metric refresh), not something that is missed. Default true. */
  readonly actionable?: boolean;
  readonly note?: Bilingual;
}
