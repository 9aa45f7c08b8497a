// What does Amazon's seller performance report (JSON) say about each marketplace (D3)?
import { MARKETPLACES } from '../marketplaces/marketplaces.ts';
import type { AccountStatus, HealthEntry } from './health-fields.ts';

/** Field of the log ← names in the report: the published schema first, then spellings of Amazon's own examples. */
const RATES: readonly (readonly [string, readonly string[]])[] = [
  ['odr_mfn_rate', ['orderDefectRate.mfn', 'orderDefectRate']],
  ['odr_afn_rate', ['orderDefectRate.afn']],
  ['lsr_30d', ['lateShipmentRate']],
  ['cr_7d', ['preFulfillmentCancellationRate', 'prefulfillmentCancelRate', 'preFulfillmentCancelRate']],
  ['vtr_30d', ['validTrackingRate']],
  ['otdr_14d', ['onTimeDeliveryRate', 'unitOnTimeDeliveryRate']],
  ['idr_7d', ['invoiceDefectRate']],
];

const COUNTS: readonly (readonly [string, readonly string[]])[] = [
  ['suspected_ip', ['suspectedIntellectualPropertyViolations']],
  ['received_ip', ['receivedIntellectualPropertyComplaints']],
  ['authenticity_complaints', ['productAuthenticityCustomerComplaints']],
  ['condition_complaints', ['productConditionCustomerComplaints']],
  ['safety_complaints', ['productSafetyCustomerComplaints']],
  ['listing_policy', ['listingPolicyViolations']],
  ['restricted_products', ['restrictedProductPolicyViolations']],
  ['food_safety', ['foodAndProductSafetyIssues']],
  ['customer_review_policy', ['customerProductReviewsPolicyViolations']],
  ['other_policy', ['otherPolicyViolations']],
  ['document_requests', ['documentRequests', 'documentRequest']],
];

export interface ImportedHealth extends HealthEntry {
  /** Marketplace code, or the id when it is not known. */
  readonly marketplace: string;
}

type Json = Readonly<Record<string, unknown>>;

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function asList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(asObject) : [];
}

function follow(object: Json, path: string): Json {
  return path.split('.').reduce<Json>((current, key) => asObject(current[key]), object);
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function countOf(object: Json): number | undefined {
  const key = Object.keys(object).find((name) => /count$/i.test(name) && name !== 'orderCount');
  return key === undefined ? undefined : numberOf(object[key]);
}

function percent(fraction: number): number {
  return Math.round(fraction * 10_000) / 100;
}

function statusOf(value: unknown): AccountStatus {
  if (value === 'AT_RISK') return 'AT_RISK';
  return value === 'DEACTIVATED' || value === 'SUSPENDED' ? 'DEACTIVATED' : 'NORMAL';
}

/**
 * One entry per marketplace. Rates of the report are fractions and become percent; targets come along as read. The
 * numeric rating is not in the published schema: it must be typed. Undefined when `json` is no such report.
 */
export function readPerformanceReport(json: unknown): readonly ImportedHealth[] | undefined {
  const root = asObject(json);
  const metrics = asList(root['performanceMetrics']);
  const statuses = asList(root['accountStatuses']);
  if (metrics.length === 0 && statuses.length === 0) return undefined;
  const ids = [...new Set([...statuses, ...metrics].map((row) => String(row['marketplaceId'] ?? '')))].filter(
    (id) => id !== '',
  );
  return ids.map((id) => {
    const metric = metrics.find((row) => row['marketplaceId'] === id) ?? {};
    const values: Record<string, number> = {};
    const targets: Record<string, number> = {};
    const orderCounts: Record<string, number> = {};
    for (const [field, paths] of RATES) {
      const found = paths
        .map((path) => follow(metric, path))
        .find((object) => numberOf(object['rate']) !== undefined);
      const rate = numberOf(found?.['rate']);
      if (found === undefined || rate === undefined) continue;
      values[field] = percent(rate);
      const target = numberOf(found['targetValue']);
      if (target !== undefined) targets[field] = percent(target);
      const orders = numberOf(found['orderCount']);
      if (orders !== undefined) orderCounts[field] = orders;
    }
    for (const [field, names] of COUNTS) {
      const count = names.map((name) => countOf(follow(metric, name))).find((n) => n !== undefined);
      if (count !== undefined) values[field] = count;
    }
    const status = statuses.find((row) => row['marketplaceId'] === id)?.['status'];
    const code = MARKETPLACES.find((m) => m.id === id)?.code ?? id;
    return { marketplace: code, status: statusOf(status), values, targets, orderCounts };
  });
}
