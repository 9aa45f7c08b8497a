// What does this week's look at an account say: traffic light, changes and early alerts?
import type { Reason } from '../inspection.ts';
import { findMarketplace } from '../marketplaces/marketplaces.ts';
import type { AhrBand } from './account-health-rating.ts';
import { bandOfAhr } from './account-health-rating.ts';
import type { HealthEntry } from './health-fields.ts';
import { HEALTH_FIELD_BY_ID, HEALTH_FIELDS } from './health-fields.ts';
import { AHR_EARLY_FALL, AHR_EARLY_SCORE, HEALTH_THRESHOLDS, REPEAT_LIMITS } from './health-thresholds.ts';

export type TrafficLight = 'green' | 'yellow' | 'red' | 'unknown';

export interface HealthDelta {
  readonly field: string;
  readonly before: number;
  readonly now: number;
  /** now − before, rounded to two decimals. */
  readonly change: number;
  readonly trend: 'better' | 'worse' | 'same';
}

export interface HealthAlert {
  readonly field: string;
  /** "early": before the threshold (S1: do not wait for the warning). "breach": the target is missed. */
  readonly level: 'early' | 'breach';
  /** Key of the i18n catalogue `health`; params hold value and limit. */
  readonly reason: Reason;
}

export interface HealthAssessment {
  readonly light: TrafficLight;
  readonly band?: AhrBand;
  readonly deltas: readonly HealthDelta[];
  readonly alerts: readonly HealthAlert[];
}

/** Fields where more is better; of all others less is better. */
const MORE_IS_BETTER = new Set(['ahr_score', 'vtr_30d', 'otdr_14d']);

function nameField(id: string): Readonly<Record<string, string>> {
  const name = HEALTH_FIELD_BY_ID.get(id)?.name;
  return { field: id, fieldZh: name?.zh ?? id, fieldEn: name?.en ?? id };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Changes of every value that both weeks hold, in the order of the log. */
export function compareWeeks(now: HealthEntry, before: HealthEntry): readonly HealthDelta[] {
  return HEALTH_FIELDS.flatMap((field): readonly HealthDelta[] => {
    const current = now.values[field.id];
    const previous = before.values[field.id];
    if (current === undefined || previous === undefined) return [];
    const change = round(current - previous);
    const better = MORE_IS_BETTER.has(field.id) ? change > 0 : change < 0;
    return [
      {
        field: field.id,
        before: previous,
        now: current,
        change,
        trend: change === 0 ? 'same' : better ? 'better' : 'worse',
      },
    ];
  });
}

function checkRates(entry: HealthEntry, region: string | undefined): readonly HealthAlert[] {
  return HEALTH_THRESHOLDS.flatMap((threshold): readonly HealthAlert[] => {
    const value = entry.values[threshold.field];
    if (value === undefined || entry.orderCounts?.[threshold.field] === 0) return [];
    if (threshold.regions !== undefined && region !== undefined && !threshold.regions.includes(region))
      return [];
    const target = entry.targets?.[threshold.field] ?? threshold.target;
    const good = threshold.condition === 'below' ? value < target : value >= target;
    if (!good)
      return [
        {
          field: threshold.field,
          level: 'breach',
          reason: { code: 'metricBreach', params: { ...nameField(threshold.field), value, target } },
        },
      ];
    const early = threshold.condition === 'below' ? value >= threshold.early : value <= threshold.early;
    return early
      ? [
          {
            field: threshold.field,
            level: 'early',
            reason: {
              code: 'metricEarly',
              params: { ...nameField(threshold.field), value, target, early: threshold.early },
            },
          },
        ]
      : [];
  });
}

function checkRating(entry: HealthEntry, before: HealthEntry | undefined): readonly HealthAlert[] {
  const score = entry.values['ahr_score'];
  if (score === undefined) return [];
  const alerts: HealthAlert[] = [];
  const band = bandOfAhr(score);
  if (band === 'unhealthy')
    alerts.push({
      field: 'ahr_score',
      level: 'breach',
      reason: { code: 'ahrUnhealthy', params: { value: score } },
    });
  else if (band === 'at_risk')
    alerts.push({
      field: 'ahr_score',
      level: 'breach',
      reason: { code: 'ahrAtRisk', params: { value: score } },
    });
  else if (score < AHR_EARLY_SCORE)
    alerts.push({
      field: 'ahr_score',
      level: 'early',
      reason: { code: 'ahrLow', params: { value: score, limit: AHR_EARLY_SCORE } },
    });
  const previous = before?.values['ahr_score'];
  if (previous !== undefined && previous - score >= AHR_EARLY_FALL) {
    alerts.push({
      field: 'ahr_score',
      level: 'early',
      reason: { code: 'ahrFalls', params: { before: previous, value: score, fall: previous - score } },
    });
  }
  return alerts;
}

function checkPolicies(entry: HealthEntry): readonly HealthAlert[] {
  return HEALTH_FIELDS.filter((f) => f.group === 'policy').flatMap((field): readonly HealthAlert[] => {
    const count = entry.values[field.id] ?? 0;
    if (count === 0) return [];
    const limit = REPEAT_LIMITS.find((l) => l.field === field.id);
    if (limit !== undefined && count >= limit.count) {
      return [
        {
          field: field.id,
          level: 'breach',
          reason: {
            code: 'repeatsMayDeactivate',
            params: { ...nameField(field.id), count, limit: limit.count },
          },
        },
      ];
    }
    return [
      {
        field: field.id,
        level: 'early',
        reason: { code: 'policyOpen', params: { ...nameField(field.id), count } },
      },
    ];
  });
}

/**
 * Assessment of one entry, with last week's for the changes. Red: deactivated, unhealthy, or a target missed by a rate;
 * yellow: at risk or any early alert; unknown: nothing was read.
 */
export function assessHealth(
  entry: HealthEntry,
  before: HealthEntry | undefined,
  marketplace: string,
): HealthAssessment {
  const region = findMarketplace(marketplace)?.region;
  const score = entry.values['ahr_score'];
  const band = score === undefined ? undefined : bandOfAhr(score);
  const alerts: HealthAlert[] = [
    ...checkRating(entry, before),
    ...checkRates(entry, region),
    ...checkPolicies(entry),
  ];
  if (entry.messagingWarning === true)
    alerts.push({ field: 'messaging_warning', level: 'early', reason: { code: 'messagingWarning' } });
  return {
    light: chooseLight(entry, band, alerts),
    band,
    deltas: before === undefined ? [] : compareWeeks(entry, before),
    alerts,
  };
}

function chooseLight(
  entry: HealthEntry,
  band: AhrBand | undefined,
  alerts: readonly HealthAlert[],
): TrafficLight {
  if (entry.status === 'DEACTIVATED' || band === 'unhealthy') return 'red';
  if (alerts.some((alert) => alert.level === 'breach' && alert.field !== 'ahr_score')) return 'red';
  if (entry.status === 'AT_RISK' || alerts.length > 0) return 'yellow';
  return Object.keys(entry.values).length === 0 ? 'unknown' : 'green';
}
