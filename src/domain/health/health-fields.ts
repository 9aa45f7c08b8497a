// Which values does the weekly account health log hold (domain.md 5.2)?
import type { Bilingual } from '../problems/problem-type.ts';

/** "percent": 0.7 means 0.7 %. "score": 0…1000. "count": a whole number. */
export type HealthUnit = 'percent' | 'score' | 'count';
export type HealthGroup = 'rating' | 'service' | 'shipping' | 'policy';

export interface HealthField {
  readonly id: string;
  readonly group: HealthGroup;
  readonly unit: HealthUnit;
  readonly name: Bilingual;
  /** Only in these regions; absent: everywhere. */
  readonly regions?: readonly string[];
}

function field(
  id: string,
  group: HealthGroup,
  unit: HealthUnit,
  zh: string,
  en: string,
  regions?: readonly string[],
): HealthField {
  return { id, group, unit, name: { zh, en }, ...(regions === undefined ? {} : { regions }) };
}

/** In the order in which the Account Health page shows them, so that they can be typed without looking twice. */
export const HEALTH_FIELDS: readonly HealthField[] = [
  field('ahr_score', 'rating', 'score', '账户状况评级', 'Account Health Rating'),
  field('odr_mfn_rate', 'service', 'percent', '订单缺陷率（自配送）', 'Order Defect Rate (seller-fulfilled)'),
  field('odr_afn_rate', 'service', 'percent', '订单缺陷率（亚马逊配送）', 'Order Defect Rate (FBA)'),
  field('negative_feedback', 'service', 'count', '负面反馈', 'Negative feedback'),
  field('atoz_claims', 'service', 'count', 'A-to-Z 索赔', 'A-to-z claims'),
  field('chargebacks', 'service', 'count', '信用卡拒付', 'Chargebacks'),
  field('idr_7d', 'service', 'percent', '发票缺陷率（7 天）', 'Invoice Defect Rate (7 days)', ['EU']),
  field('lsr_10d', 'shipping', 'percent', '迟发率（10 天）', 'Late Shipment Rate (10 days)'),
  field('lsr_30d', 'shipping', 'percent', '迟发率（30 天）', 'Late Shipment Rate (30 days)'),
  field('cr_7d', 'shipping', 'percent', '取消率（7 天）', 'Cancellation Rate (7 days)'),
  field(
    'vtr_30d',
    'shipping',
    'percent',
    '有效追踪率（30 天，最差类目）',
    'Valid Tracking Rate (30 days, worst category)',
  ),
  field('otdr_14d', 'shipping', 'percent', '准时送达率（14 天）', 'On-Time Delivery Rate (14 days)', ['NA']),
  field('suspected_ip', 'policy', 'count', '涉嫌侵犯知识产权', 'Suspected intellectual property violations'),
  field('received_ip', 'policy', 'count', '收到的知识产权投诉', 'Received intellectual property complaints'),
  field(
    'authenticity_complaints',
    'policy',
    'count',
    '商品真实性买家投诉',
    'Product authenticity complaints',
  ),
  field('condition_complaints', 'policy', 'count', '商品状况买家投诉', 'Product condition complaints'),
  field('safety_complaints', 'policy', 'count', '商品安全买家投诉', 'Product safety complaints'),
  field('listing_policy', 'policy', 'count', '商品信息政策违规', 'Listing policy violations'),
  field('restricted_products', 'policy', 'count', '违反受限商品政策', 'Restricted product violations'),
  field('food_safety', 'policy', 'count', '食品和商品安全问题', 'Food and product safety issues'),
  field(
    'customer_review_policy',
    'policy',
    'count',
    '违反买家商品评论政策',
    'Customer review policy violations',
  ),
  field('other_policy', 'policy', 'count', '违反其他政策', 'Other policy violations'),
  field('document_requests', 'policy', 'count', '文件要求', 'Document requests'),
  field('regulatory_compliance', 'policy', 'count', '监管合规', 'Regulatory compliance'),
];

export const HEALTH_FIELD_BY_ID: ReadonlyMap<string, HealthField> = new Map(
  HEALTH_FIELDS.map((f) => [f.id, f]),
);

export type AccountStatus = 'NORMAL' | 'AT_RISK' | 'DEACTIVATED';

/** One weekly look at one account in one marketplace. */
export interface HealthEntry {
  readonly status: AccountStatus;
  /** By field id; what was not read is absent. */
  readonly values: Readonly<Record<string, number>>;
  /** Targets as the page showed them, where they differ from the table (percent). */
  readonly targets?: Readonly<Record<string, number>>;
  /** Orders behind a rate; a rate over no orders says nothing. */
  readonly orderCounts?: Readonly<Record<string, number>>;
  readonly messagingWarning?: boolean;
  readonly ahaEnrolled?: boolean;
}

/** The values for a marketplace region; fields that don't exist there are left out. */
export function fieldsOfRegion(region: string | undefined): readonly HealthField[] {
  return HEALTH_FIELDS.filter(
    (f) => f.regions === undefined || region === undefined || f.regions.includes(region),
  );
}

/** What is wrong with a value for a field; undefined when it can be stored. Codes of the i18n catalogue `health`. */
export function checkHealthValue(
  id: string,
  value: number,
): 'fieldUnknown' | 'valueNotANumber' | 'valueOutOfRange' | 'valueNotWhole' | undefined {
  const known = HEALTH_FIELD_BY_ID.get(id);
  if (known === undefined) return 'fieldUnknown';
  if (!Number.isFinite(value)) return 'valueNotANumber';
  if (value < 0 || (known.unit === 'percent' && value > 100) || (known.unit === 'score' && value > 1000))
    return 'valueOutOfRange';
  return known.unit !== 'percent' && !Number.isInteger(value) ? 'valueNotWhole' : undefined;
}
