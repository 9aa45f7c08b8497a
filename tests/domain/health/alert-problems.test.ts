// Does every alert that opens a case open one of a problem that exists, and is every metric with a target among them?
import { expect, it } from 'vitest';
import { ALERT_PROBLEMS } from '../../../src/domain/health/alert-problems.ts';
import { HEALTH_THRESHOLDS } from '../../../src/domain/health/health-thresholds.ts';
import { PROBLEM_BY_SLUG } from '../../../src/domain/problems/problem-types.ts';

it('every alert leads to a known problem type', () => {
  for (const slug of Object.values(ALERT_PROBLEMS)) expect(PROBLEM_BY_SLUG.has(slug), slug).toBe(true);
});

it('no metric with a target is left without a case', () => {
  for (const threshold of HEALTH_THRESHOLDS)
    expect(ALERT_PROBLEMS[threshold.field], threshold.field).toBeDefined();
});
