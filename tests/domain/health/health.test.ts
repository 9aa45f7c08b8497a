// Does the weekly health log warn before Amazon does?
import { describe, expect, test } from 'vitest';
import { bandOfAhr } from '../../../src/domain/health/account-health-rating.ts';
import { assessHealth } from '../../../src/domain/health/health-assessment.ts';
import type { HealthEntry } from '../../../src/domain/health/health-fields.ts';
import {
  checkHealthValue,
  fieldsOfRegion,
  HEALTH_FIELD_BY_ID,
  HEALTH_FIELDS,
} from '../../../src/domain/health/health-fields.ts';
import { HEALTH_THRESHOLDS } from '../../../src/domain/health/health-thresholds.ts';
import { readPerformanceReport } from '../../../src/domain/health/performance-report.ts';
import { findDueChecks, isoWeekOf } from '../../../src/domain/health/weekly-check.ts';

const entry = (values: Record<string, number>, more: Partial<HealthEntry> = {}): HealthEntry => ({
  status: 'NORMAL',
  values,
  ...more,
});
const alerts = (
  values: Record<string, number>,
  marketplace = 'US',
  more: Partial<HealthEntry> = {},
): readonly string[] =>
  assessHealth(entry(values, more), undefined, marketplace).alerts.map((a) => `${a.field}:${a.level}`);

describe('account health rating', () => {
  test('bands break at 200 and 100, never at the seed’s 90', () => {
    expect([1000, 200, 199, 100, 99, 91, 0].map(bandOfAhr)).toEqual([
      'healthy',
      'healthy',
      'at_risk',
      'at_risk',
      'unhealthy',
      'unhealthy',
      'unhealthy',
    ]);
    expect([-1, 1001, Number.NaN].map(bandOfAhr)).toEqual([undefined, undefined, undefined]);
  });
});

describe('alerts', () => {
  test('each metric: quiet, early, missed', () => {
    const cases: [string, number, number, number, string][] = [
      ['odr_mfn_rate', 0.69, 0.7, 1, 'US'],
      ['odr_afn_rate', 0.69, 0.7, 1, 'US'],
      ['lsr_10d', 2.99, 3, 4, 'US'],
      ['lsr_30d', 2.99, 3, 4, 'US'],
      ['cr_7d', 1.99, 2, 2.5, 'US'],
      ['vtr_30d', 96.51, 96.5, 94.99, 'US'],
      ['otdr_14d', 93.01, 93, 89.99, 'US'],
      ['idr_7d', 3.99, 4, 5, 'DE'],
    ];
    for (const [field, quiet, early, missed, marketplace] of cases) {
      expect(alerts({ [field]: quiet }, marketplace), field).toEqual([]);
      expect(alerts({ [field]: early }, marketplace), field).toEqual([`${field}:early`]);
      expect(alerts({ [field]: missed }, marketplace), field).toEqual([`${field}:breach`]);
    }
    expect(alerts({ vtr_30d: 95 })).toEqual(['vtr_30d:early']);
  });

  test('a metric that a store does not have, or that rests on no orders, is no alarm', () => {
    expect(alerts({ otdr_14d: 50 }, 'DE')).toEqual([]);
    expect(alerts({ idr_7d: 50 }, 'US')).toEqual([]);
    expect(alerts({ vtr_30d: 0 }, 'US', { orderCounts: { vtr_30d: 0 } })).toEqual([]);
  });

  test('the target that the page showed wins over the table', () => {
    expect(alerts({ cr_7d: 1.2 }, 'JP', { targets: { cr_7d: 1 } })).toEqual(['cr_7d:breach']);
  });

  test('the rating: below 250, or a fall of 50 in a week', () => {
    expect(alerts({ ahr_score: 250 })).toEqual([]);
    expect(alerts({ ahr_score: 249 })).toEqual(['ahr_score:early']);
    const fall = assessHealth(entry({ ahr_score: 400 }), entry({ ahr_score: 450 }), 'US');
    expect(fall.alerts.map((a) => a.reason)).toEqual([
      { code: 'ahrFalls', params: { before: 450, value: 400, fall: 50 } },
    ]);
    expect(assessHealth(entry({ ahr_score: 401 }), entry({ ahr_score: 450 }), 'US').alerts).toEqual([]);
  });

  test('policy counts: any is worth a look, repeats may deactivate', () => {
    expect(alerts({ received_ip: 1 })).toEqual(['received_ip:early']);
    expect(alerts({ received_ip: 5 })).toEqual(['received_ip:breach']);
    expect(alerts({ restricted_products: 2 })).toEqual(['restricted_products:breach']);
  });

  test('traffic light and changes', () => {
    expect(assessHealth(entry({}), undefined, 'US').light).toBe('unknown');
    expect(assessHealth(entry({ ahr_score: 500, odr_mfn_rate: 0.1 }), undefined, 'US').light).toBe('green');
    expect(assessHealth(entry({ ahr_score: 150 }), undefined, 'US').light).toBe('yellow');
    expect(assessHealth(entry({ ahr_score: 99 }), undefined, 'US').light).toBe('red');
    expect(assessHealth(entry({ ahr_score: 500, odr_mfn_rate: 1 }), undefined, 'US').light).toBe('red');
    expect(assessHealth(entry({ ahr_score: 500 }, { status: 'DEACTIVATED' }), undefined, 'US').light).toBe(
      'red',
    );
    const { deltas } = assessHealth(
      entry({ odr_mfn_rate: 0.3, vtr_30d: 97.1 }),
      entry({ odr_mfn_rate: 0.1, vtr_30d: 96 }),
      'US',
    );
    expect(deltas.map((d) => [d.field, d.change, d.trend])).toEqual([
      ['odr_mfn_rate', 0.2, 'worse'],
      ['vtr_30d', 1.1, 'better'],
    ]);
  });

  test('every threshold and limit names a field of the log and its source', () => {
    for (const threshold of HEALTH_THRESHOLDS) {
      expect(HEALTH_FIELD_BY_ID.has(threshold.field)).toBe(true);
      expect(threshold.sources.length).toBeGreaterThan(0);
      expect(
        threshold.condition === 'below'
          ? threshold.early < threshold.target
          : threshold.early > threshold.target,
      ).toBe(true);
    }
  });
});

describe('entering values', () => {
  test('what cannot be is refused before it is stored', () => {
    expect(checkHealthValue('ahr_score', 1001)).toBe('valueOutOfRange');
    expect(checkHealthValue('ahr_score', 200.5)).toBe('valueNotWhole');
    expect(checkHealthValue('odr_mfn_rate', 100.1)).toBe('valueOutOfRange');
    expect(checkHealthValue('odr_mfn_rate', 0.35)).toBeUndefined();
    expect(checkHealthValue('chargebacks', -1)).toBe('valueOutOfRange');
    expect(checkHealthValue('nothing', 1)).toBe('fieldUnknown');
    expect(checkHealthValue('cr_7d', Number.NaN)).toBe('valueNotANumber');
  });

  test('fields are those of the store', () => {
    expect(fieldsOfRegion('EU').some((f) => f.id === 'idr_7d')).toBe(true);
    expect(fieldsOfRegion('NA').some((f) => f.id === 'idr_7d')).toBe(false);
    expect(new Set(HEALTH_FIELDS.map((f) => f.id)).size).toBe(HEALTH_FIELDS.length);
  });
});

describe('weekly look', () => {
  const now = Date.parse('2026-11-22T04:00:00Z');
  const day = 86_400_000;
  const store = { accountId: '1', marketplace: 'US' };

  test('T-21 seven days without an entry: reminder per account and marketplace; a skip is recorded, not counted', () => {
    const records = [
      { accountId: '1', marketplace: 'US', checkedAtMs: now - 6 * day },
      { accountId: '1', marketplace: 'DE', checkedAtMs: now - 7 * day },
    ];
    const state = findDueChecks(
      [store, { accountId: '1', marketplace: 'DE' }, { accountId: '2', marketplace: 'US' }],
      records,
      now,
    );
    expect(state.map((s) => [s.accountId, s.marketplace, s.state, s.daysSince])).toEqual([
      ['1', 'US', 'done', 6],
      ['1', 'DE', 'due', 7],
      ['2', 'US', 'due', undefined],
    ]);
    const skipped = [
      ...records,
      { accountId: '1', marketplace: 'DE', checkedAtMs: now - day, skippedReason: 'holiday' },
    ];
    const after = findDueChecks([{ accountId: '1', marketplace: 'DE' }], skipped, now)[0];
    expect([after?.state, after?.skippedReason, after?.daysSince]).toEqual(['skipped', 'holiday', 7]);
    expect(findDueChecks([{ accountId: '1', marketplace: 'DE' }], skipped, now + 6 * day)[0]?.state).toBe(
      'due',
    );
  });

  test('weeks around New Year belong to the week’s year, in Beijing time', () => {
    expect(isoWeekOf(Date.parse('2026-11-22T04:00:00Z'), 'Asia/Shanghai')).toBe('2026-W47');
    expect(isoWeekOf(Date.parse('2027-01-03T15:59:59Z'), 'Asia/Shanghai')).toBe('2026-W53');
    expect(isoWeekOf(Date.parse('2027-01-03T16:00:00Z'), 'Asia/Shanghai')).toBe('2027-W01');
    expect(isoWeekOf(Date.parse('2024-12-30T12:00:00Z'), 'Asia/Shanghai')).toBe('2025-W01');
  });
});

describe('Amazon’s performance report', () => {
  test('fractions become percent, both spellings are read, unknown files are refused', () => {
    const imported = readPerformanceReport({
      accountStatuses: [
        { marketplaceId: 'ATVPDKIKX0DER', status: 'SUSPENDED' },
        { marketplaceId: 'A1PA6795UKMFR9', status: 'NORMAL' },
      ],
      performanceMetrics: [
        {
          marketplaceId: 'ATVPDKIKX0DER',
          orderDefectRate: {
            mfn: { rate: 0.0035, targetValue: 0.01, orderCount: 400 },
            afn: { rate: 0.001 },
          },
          prefulfillmentCancelRate: { rate: 0.02, targetValue: 0.025 },
          validTrackingRate: { rate: 0.971, targetValue: 0.95 },
          receivedIntellectualPropertyComplaints: { defectsCount: 2, status: 'BAD' },
        },
      ],
    });
    expect(imported).toEqual([
      {
        marketplace: 'US',
        status: 'DEACTIVATED',
        values: { odr_mfn_rate: 0.35, odr_afn_rate: 0.1, cr_7d: 2, vtr_30d: 97.1, received_ip: 2 },
        targets: { odr_mfn_rate: 1, cr_7d: 2.5, vtr_30d: 95 },
        orderCounts: { odr_mfn_rate: 400 },
      },
      { marketplace: 'DE', status: 'NORMAL', values: {}, targets: {}, orderCounts: {} },
    ]);
    for (const other of [null, [], 'x', {}, { performanceMetrics: 3 }])
      expect(readPerformanceReport(other)).toBeUndefined();
  });
});
