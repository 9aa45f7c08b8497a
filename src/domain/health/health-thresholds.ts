// Where are Amazon's targets, and from which values on is an early warning due (domain.md 5.1, 5.2)?
import type { Sourced } from '../problems/problem-type.ts';

export interface HealthThreshold extends Sourced {
  /** Field of the weekly log. */
  readonly field: string;
  /** "below": good while value < target. "at_least": good while value ≥ target. */
  readonly condition: 'below' | 'at_least';
  /** Percent. */
  readonly target: number;
  /** From here on (same direction) an early alert is raised; a default of Casebinder [K]. */
  readonly early: number;
  /** Days that the metric looks back. */
  readonly windowDays: number;
  /** Marketplace regions or codes that have the metric; absent: all. */
  readonly regions?: readonly string[];
}

function below(
  field: string,
  target: number,
  early: number,
  windowDays: number,
  confidence: Sourced['confidence'],
  sources: readonly string[],
  regions?: readonly string[],
): HealthThreshold {
  return {
    field,
    condition: 'below',
    target,
    early,
    windowDays,
    sources,
    verifiedOn: null,
    confidence,
    ...(regions === undefined ? {} : { regions }),
  };
}

export const HEALTH_THRESHOLDS: readonly HealthThreshold[] = [
  below('odr_mfn_rate', 1, 0.7, 60, 'high', ['D3', 'A33']),
  below('odr_afn_rate', 1, 0.7, 60, 'high', ['D3', 'A33']),
  below('lsr_10d', 4, 3, 10, 'high', ['C41', 'D3']),
  below('lsr_30d', 4, 3, 30, 'high', ['C41', 'D3']),
  below('cr_7d', 2.5, 2, 7, 'medium', ['C69', 'D3']),
  {
    field: 'vtr_30d',
    condition: 'at_least',
    target: 95,
    early: 96.5,
    windowDays: 30,
    sources: ['A8', 'A9'],
    verifiedOn: null,
    confidence: 'high',
  },
  {
    field: 'otdr_14d',
    condition: 'at_least',
    target: 90,
    early: 93,
    windowDays: 14,
    regions: ['NA'],
    sources: ['B4', 'B14'],
    verifiedOn: null,
    confidence: 'high',
  },
  below('idr_7d', 5, 4, 7, 'high', ['A11'], ['EU']),
];

/** AHR: early alert below this score, or when it falls by this much in a week [K]. */
export const AHR_EARLY_SCORE = 250;
export const AHR_EARLY_FALL = 50;

/** Repeats within 180 days that can deactivate an account regardless of its rating (C37). */
export const REPEAT_LIMITS: readonly { readonly field: string; readonly count: number }[] = [
  { field: 'received_ip', count: 5 },
  { field: 'suspected_ip', count: 5 },
  { field: 'restricted_products', count: 2 },
];
