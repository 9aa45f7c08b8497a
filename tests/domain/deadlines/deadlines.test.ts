// Do the dates that a seller must keep come out right, whatever the zone, the season and the year?
import { describe, expect, test } from 'vitest';
import type { HistoryEvent } from '../../../src/domain/deadlines/case-history.ts';
import type { ComputeOptions } from '../../../src/domain/deadlines/compute-deadlines.ts';
import { computeDeadlines } from '../../../src/domain/deadlines/compute-deadlines.ts';
import type { DeadlineWindow } from '../../../src/domain/deadlines/deadline-window.ts';
import { deadlineStateAt, sortDeadlines } from '../../../src/domain/deadlines/deadline-window.ts';
import { computeFirstResponse, computeFollowUp } from '../../../src/domain/deadlines/response-clock.ts';
import { applyRuleOverrides } from '../../../src/domain/deadlines/rule-overrides.ts';
import { DEADLINE_RULES } from '../../../src/domain/problems/deadline-rules.ts';
import type { ProblemType } from '../../../src/domain/problems/problem-type.ts';
import { PROBLEM_BY_SLUG } from '../../../src/domain/problems/problem-types.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (iso: string): number => Date.parse(iso);
const iso = (ms: number | undefined): string =>
  ms === undefined ? '–' : `${new Date(ms).toISOString().slice(0, 19)}Z`;

function problem(slug: string): ProblemType {
  const found = PROBLEM_BY_SLUG.get(slug);
  if (found === undefined) throw new Error(slug);
  return found;
}

function windows(
  slug: string,
  history: readonly HistoryEvent[],
  marketplace = 'US',
  options?: ComputeOptions,
): readonly DeadlineWindow[] {
  return computeDeadlines(history, problem(slug).deadlines, marketplace, options);
}

function only(
  slug: string,
  history: readonly HistoryEvent[],
  marketplace = 'US',
  options?: ComputeOptions,
): DeadlineWindow {
  const found = windows(slug, history, marketplace, options);
  expect(found).toHaveLength(1);
  return found[0]!;
}

describe('answers of Amazon', () => {
  const submittedMs = at('2026-03-06T20:00:00Z');

  test('T-05 normal case +48 h calendar time, deactivation +24 h, across a change of clocks too', () => {
    const submitted: HistoryEvent[] = [{ kind: 'submitted', atMs: submittedMs }];
    const normal = computeFirstResponse(problem('tec-other'), 'seller_support', submitted, 'US');
    expect(normal?.closesAtMs).toBe(submittedMs + 48 * HOUR);
    const urgent = computeFirstResponse(problem('acct-deactivated-policy'), 'perf_appeal', submitted, 'US');
    expect(urgent?.closesAtMs).toBe(submittedMs + 24 * HOUR);
    expect(computeFirstResponse(problem('tec-other'), 'seller_support', [], 'US')).toBeUndefined();
  });

  test('T-06 Account Health Support: expected day 5 to 14, overdue only after day 14, no earlier nagging', () => {
    const history: HistoryEvent[] = [{ kind: 'submitted', atMs: at('2026-01-20T20:00:00Z') }];
    const clock = computeFirstResponse(
      problem('acct-related-accounts'),
      'account_health_support',
      history,
      'US',
    )!;
    expect([iso(clock.opensAtMs), iso(clock.closesAtMs)]).toEqual([
      '2026-01-25T08:00:00Z',
      '2026-02-04T07:59:59Z',
    ]);
    expect(deadlineStateAt(clock, at('2026-02-04T07:59:59Z'))).not.toBe('overdue');
    expect(deadlineStateAt(clock, at('2026-02-04T08:00:00Z'))).toBe('overdue');
    const day4 = computeFollowUp(
      problem('acct-related-accounts'),
      'account_health_support',
      history,
      'US',
      at('2026-01-24T20:00:00Z'),
    );
    expect(day4?.due).toBe(false);
  });

  test('T-07 after 72 h of silence: add a message to the same case, after three checks', () => {
    const history: HistoryEvent[] = [
      { kind: 'submitted', atMs: at('2026-01-20T00:00:00Z') },
      { kind: 'amazon_message', atMs: at('2026-01-21T06:00:00Z') },
    ];
    const task = (now: string) =>
      computeFollowUp(problem('tec-other'), 'seller_support', history, 'US', at(now));
    expect(task('2026-01-24T05:59:59Z')?.due).toBe(false);
    expect(task('2026-01-24T06:00:00Z')?.due).toBe(true);
    expect(task('2026-01-24T06:00:00Z')?.steps).toEqual([
      'stepCheckSpam',
      'stepCheckNotifications',
      'stepCheckCaseLog',
      'stepAddMessage',
    ]);
    const nudged = [...history, { kind: 'own_message', atMs: at('2026-01-24T07:00:00Z') } as const];
    expect(
      computeFollowUp(problem('tec-other'), 'seller_support', nudged, 'US', at('2026-01-24T08:00:00Z'))?.due,
    ).toBe(false);
  });
});

describe('response clocks and windows', () => {
  test('T-18 A-to-z, chargeback, SAFE-T and INFORM in one list sorted by remaining time', () => {
    const info = only('clm-atoz-not-received', [{ kind: 'info_request', atMs: at('2026-03-06T20:00:00Z') }]);
    expect(iso(info.closesAtMs)).toBe('2026-03-08T20:00:00Z');
    const debit = only('clm-atoz-appeal', [{ kind: 'claim_debited', atMs: at('2026-03-06T20:00:00Z') }]);
    expect(iso(debit.closesAtMs)).toBe('2026-04-06T06:59:59Z');
    const further = windows('clm-atoz-appeal', [
      { kind: 'claim_debited', atMs: at('2026-03-06T20:00:00Z') },
      { kind: 'appeal_info_request', atMs: at('2026-03-10T20:00:00Z') },
    ]).find((w) => w.ruleId.endsWith('appeal-info'));
    expect(iso(further?.closesAtMs)).toBe('2026-03-13T20:00:00Z');
    const chargeback = only('clm-chargeback', [
      { kind: 'chargeback_email', atMs: at('2026-03-06T20:00:00Z') },
    ]);
    expect(iso(chargeback.closesAtMs)).toBe('2026-03-14T06:59:59Z');
    const safeT = only('clm-safe-t', [
      { kind: 'return_scan', atMs: at('2026-03-01T20:00:00Z') },
      { kind: 'refunded', date: '2026-03-06' },
    ]);
    expect(iso(safeT.closesAtMs)).toBe('2026-04-06T06:59:59Z');
    const inform = only('ver-inform', [{ kind: 'verification_requested', date: '2026-03-06' }]);
    expect(iso(inform.closesAtMs)).toBe('2026-03-17T06:59:59Z');
    const list = sortDeadlines([inform, safeT, debit, info, chargeback], at('2026-03-07T00:00:00Z'));
    expect(list.map((w) => w.ruleId)).toEqual([
      'clm-atoz-not-received/info',
      'clm-chargeback/respond',
      'ver-inform/complete',
      'clm-atoz-appeal/appeal',
      'clm-safe-t/claim-us',
    ]);
  });

  test('T-19 claim types open, warn 7 days before the end, and turn red after it', () => {
    const expectWindow = (
      slug: string,
      event: HistoryEvent,
      marketplace: string,
      opens: string,
      closes: string,
    ): void => {
      const found = only(slug, [event], marketplace);
      expect([slug, marketplace, iso(found.opensAtMs), iso(found.closesAtMs)]).toEqual([
        slug,
        marketplace,
        opens,
        closes,
      ]);
    };
    expectWindow(
      'fba-lost-warehouse',
      { kind: 'reported_lost', date: '2026-01-10' },
      'US',
      '–',
      '2026-03-12T06:59:59Z',
    );
    expectWindow(
      'fba-damaged-warehouse',
      { kind: 'reported_damaged', date: '2026-01-10' },
      'DE',
      '–',
      '2026-03-11T22:59:59Z',
    );
    expectWindow(
      'fba-customer-return',
      { kind: 'refunded', date: '2026-01-10' },
      'US',
      '2026-03-11T07:00:00Z',
      '2026-05-11T06:59:59Z',
    );
    expectWindow(
      'fba-customer-return',
      { kind: 'refunded', date: '2026-01-10' },
      'DE',
      '2026-02-23T23:00:00Z',
      '2026-04-25T21:59:59Z',
    );
    expectWindow(
      'fba-removal-lost',
      { kind: 'removal_created', date: '2026-01-10' },
      'UK',
      '2026-01-25T00:00:00Z',
      '2026-03-26T23:59:59Z',
    );
    expectWindow(
      'fba-removal-damaged',
      { kind: 'removal_delivered', date: '2026-01-10' },
      'US',
      '–',
      '2026-03-12T06:59:59Z',
    );
    expectWindow(
      'fba-removal-damaged',
      { kind: 'removal_delivered', date: '2026-01-10' },
      'AE',
      '–',
      '2026-02-09T19:59:59Z',
    );
    expectWindow(
      'fba-inbound-missing',
      { kind: 'shipment_delivered', date: '2026-01-10' },
      'AE',
      '2026-01-24T20:00:00Z',
      '2026-03-11T19:59:59Z',
    );

    const window = only('fba-customer-return', [{ kind: 'refunded', date: '2026-01-10' }]);
    const end = window.closesAtMs!;
    expect(deadlineStateAt(window, window.opensAtMs! - 1)).toBe('too_early');
    expect(deadlineStateAt(window, window.opensAtMs!)).toBe('open');
    expect(deadlineStateAt(window, end - 7 * DAY - 1)).toBe('open');
    expect(deadlineStateAt(window, end - 7 * DAY)).toBe('soon');
    expect(deadlineStateAt(window, end + 999)).toBe('soon');
    expect(deadlineStateAt(window, end + 1000)).toBe('overdue');
  });

  test('the US claim for a missing shipment has no invented date: the page must be read', () => {
    const us = only('fba-inbound-missing', [{ kind: 'shipment_delivered', date: '2026-01-10' }], 'US');
    expect([us.closesAtMs, us.needsStatedDate, deadlineStateAt(us, at('2026-02-01T00:00:00Z'))]).toEqual([
      undefined,
      true,
      'needs_date',
    ]);
    const jp = only('fba-customer-return', [{ kind: 'refunded', date: '2026-01-10' }], 'JP');
    expect([jp.ruleId, jp.needsStatedDate]).toEqual(['fba-customer-return/claim-unknown', true]);
  });

  test('SAFE-T: 60 days before 2026-02-16, 30 since; a lost parcel counts from its last scan', () => {
    expect(only('clm-safe-t', [{ kind: 'refunded', date: '2026-02-15' }]).ruleId).toBe(
      'clm-safe-t/claim-us-2025',
    );
    expect(only('clm-safe-t', [{ kind: 'refunded', date: '2026-02-16' }]).ruleId).toBe('clm-safe-t/claim-us');
    const lost = only('clm-safe-t', [
      { kind: 'refunded', date: '2026-04-20' },
      { kind: 'last_scan', date: '2026-04-01' },
    ]);
    expect([lost.ruleId, iso(lost.closesAtMs)]).toEqual(['clm-safe-t/claim-us-lost', '2026-05-02T06:59:59Z']);
  });
});

describe('a date stated in the notice always wins', () => {
  const notified: HistoryEvent = { kind: 'notified', atMs: at('2026-01-05T10:00:00Z') };

  test('over an estimate, and the trace shows both', () => {
    const estimate = only('lst-compliance-docs', [notified]);
    expect([estimate.basis, estimate.needsStatedDate, iso(estimate.closesAtMs)]).toEqual([
      'estimated',
      true,
      '2026-02-05T07:59:59Z',
    ]);
    const stated = only('lst-compliance-docs', [
      notified,
      { kind: 'stated_deadline', atMs: at('2026-01-05T10:00:00Z'), statedDate: '2026-01-19' },
    ]);
    expect([stated.basis, stated.needsStatedDate, iso(stated.closesAtMs)]).toEqual([
      'stated',
      false,
      '2026-01-20T07:59:59Z',
    ]);
    expect(stated.trace.map((t) => t.code)).toEqual(['traceAnchor', 'traceCloses', 'traceStatedWins']);
  });

  test('over a computed clock, but only the one that it belongs to', () => {
    const history: HistoryEvent[] = [
      { kind: 'claim_debited', atMs: at('2026-01-10T10:00:00Z') },
      { kind: 'appeal_info_request', atMs: at('2026-01-20T10:00:00Z') },
      { kind: 'stated_deadline', atMs: at('2026-01-20T10:00:00Z'), statedAtMs: at('2026-01-25T00:00:00Z') },
    ];
    const found = windows('clm-atoz-appeal', history);
    expect(found.map((w) => [w.ruleId, w.basis, iso(w.closesAtMs)])).toEqual([
      ['clm-atoz-appeal/appeal', 'computed', '2026-02-10T07:59:59Z'],
      ['clm-atoz-appeal/appeal-info', 'stated', '2026-01-25T00:00:00Z'],
    ]);
  });

  test('over a person’s override; without a stated date the override counts and needs a reason', () => {
    const history: HistoryEvent[] = [{ kind: 'chargeback_email', atMs: at('2026-03-06T20:00:00Z') }];
    const override = {
      ruleId: 'clm-chargeback/respond',
      closesAtMs: at('2026-03-10T00:00:00Z'),
      reason: 'phone call',
    };
    const moved = only('clm-chargeback', history, 'US', { overrides: [override] });
    expect([moved.basis, iso(moved.closesAtMs)]).toEqual(['overridden', '2026-03-10T00:00:00Z']);
    const stated: HistoryEvent = {
      kind: 'stated_deadline',
      atMs: at('2026-03-06T20:00:00Z'),
      statedDate: '2026-03-12',
    };
    const both = only('clm-chargeback', [...history, stated], 'US', { overrides: [override] });
    expect([both.basis, iso(both.closesAtMs)]).toEqual(['stated', '2026-03-13T06:59:59Z']);
    expect(both.trace.map((t) => t.code)).toContain('traceOverrideIgnored');
    expect(() =>
      windows('clm-chargeback', history, 'US', { overrides: [{ ...override, reason: ' ' }] }),
    ).toThrow(/reason/);
  });

  test('even where the problem type has no deadline of its own', () => {
    const found = only('tec-other', [
      { kind: 'stated_deadline', atMs: at('2026-01-05T10:00:00Z'), statedDate: '2026-01-19' },
    ]);
    expect([found.basis, iso(found.closesAtMs)]).toEqual(['stated', '2026-01-20T07:59:59Z']);
  });

  test('an as-stated problem without a date asks for it instead of guessing', () => {
    const found = windows('lst-inauthentic', [notified]);
    expect(found.map((w) => [w.needsStatedDate, w.closesAtMs])).toEqual([[true, undefined]]);
  });
});

describe('when only the notification is known', () => {
  const notified: HistoryEvent = { kind: 'notified', date: '2026-03-06' };

  test('it stands in for the mail that it was, as an estimate, until the exact event is entered', () => {
    const estimate = only('clm-chargeback', [notified]);
    expect([estimate.basis, iso(estimate.closesAtMs)]).toEqual(['estimated', '2026-03-14T06:59:59Z']);
    expect(estimate.trace.map((t) => t.code)).toContain('traceNotifiedStandsIn');
    const exact = only('clm-chargeback', [notified, { kind: 'chargeback_email', date: '2026-03-05' }]);
    expect([exact.basis, iso(exact.closesAtMs)]).toEqual(['computed', '2026-03-13T06:59:59Z']);
    const granted = windows('clm-atoz-not-received', [
      notified,
      { kind: 'claim_debited', date: '2026-03-10' },
    ]);
    expect(granted.map((w) => w.ruleId)).toEqual(['clm-atoz-not-received/appeal']);
  });

  test('a claim window asks for its own event: a notification is no refund date', () => {
    const claim = only('fba-customer-return', [notified]);
    expect([claim.needsEvents, claim.closesAtMs, deadlineStateAt(claim, at('2026-03-07T00:00:00Z'))]).toEqual(
      [['refunded'], undefined, 'needs_date'],
    );
    expect(only('clm-safe-t', [notified]).ruleId).toBe('clm-safe-t/claim-us');
    const stated = only('fba-customer-return', [
      notified,
      { kind: 'stated_deadline', date: '2026-03-06', statedDate: '2026-06-01' },
    ]);
    expect([stated.basis, stated.needsEvents, iso(stated.closesAtMs)]).toEqual([
      'stated',
      undefined,
      '2026-06-02T06:59:59Z',
    ]);
  });
});

describe('clocks stop and restart', () => {
  test('our answer stops the clock; a new request starts another', () => {
    const history: HistoryEvent[] = [
      { kind: 'info_request', atMs: at('2026-03-01T00:00:00Z') },
      { kind: 'own_message', atMs: at('2026-03-02T00:00:00Z') },
      { kind: 'info_request', atMs: at('2026-03-05T00:00:00Z') },
    ];
    const found = windows('clm-atoz-not-received', history);
    expect(found.map((w) => [w.occurrence, deadlineStateAt(w, at('2026-03-05T01:00:00Z'))])).toEqual([
      [1, 'met'],
      [2, 'open'],
    ]);
  });

  test('a submission before a new notice does not answer it', () => {
    const history: HistoryEvent[] = [
      { kind: 'notified', atMs: at('2026-01-01T00:00:00Z') },
      { kind: 'submitted', atMs: at('2026-01-02T00:00:00Z') },
      { kind: 'notified', atMs: at('2026-01-10T00:00:00Z') },
      { kind: 'stated_deadline', atMs: at('2026-01-10T00:00:00Z'), statedDate: '2026-01-20' },
    ];
    expect(only('lst-inauthentic', history).metAtMs).toBeUndefined();
  });

  test('the same history in any order gives the same windows', () => {
    const history: HistoryEvent[] = [
      { kind: 'claim_debited', atMs: at('2026-01-10T10:00:00Z') },
      { kind: 'info_request', atMs: at('2026-01-01T10:00:00Z') },
      { kind: 'own_message', atMs: at('2026-01-02T10:00:00Z') },
    ];
    expect(windows('clm-atoz-not-received', [...history].reverse())).toEqual(
      windows('clm-atoz-not-received', history),
    );
  });
});

describe('calendars', () => {
  test('a window of days ends 23:59:59 local time, also when the clocks change on the last day', () => {
    // 2026-11-01: Pacific clocks fall back; the local day is 25 hours long.
    const fall = only('clm-chargeback', [{ kind: 'chargeback_email', date: '2026-10-25' }]);
    expect(iso(fall.closesAtMs)).toBe('2026-11-02T07:59:59Z');
    // 2026-03-08: spring forward; the local day is 23 hours long.
    const spring = only('clm-chargeback', [{ kind: 'chargeback_email', date: '2026-03-01' }]);
    expect(iso(spring.closesAtMs)).toBe('2026-03-09T06:59:59Z');
  });

  test('an event at night counts for the marketplace’s day, not for Beijing’s or UTC’s', () => {
    // 2026-01-11 07:59 UTC is still 10 January in California.
    const found = only('clm-chargeback', [{ kind: 'chargeback_email', atMs: at('2026-01-11T07:59:59Z') }]);
    expect(iso(found.closesAtMs)).toBe('2026-01-18T07:59:59Z');
  });

  test('midnight in Cairo is skipped or repeated by daylight saving: the day still has a start and an end', () => {
    // 2026-04-24 00:00 does not exist in Cairo; 2026-10-29 23:00–24:00 comes twice.
    const removal = only('fba-removal-lost', [{ kind: 'removal_created', date: '2026-04-09' }], 'EG');
    expect(iso(removal.opensAtMs)).toBe('2026-04-23T22:00:00Z');
    const late = only('fba-removal-lost', [{ kind: 'removal_created', date: '2026-08-15' }], 'EG');
    expect(iso(late.closesAtMs)).toBe('2026-10-29T21:59:59Z');
  });

  test('six months from 31 August end on the last of February; leap days exist', () => {
    const common = only('fba-inbound-missing', [{ kind: 'shipment_delivered', date: '2025-08-31' }], 'DE');
    expect(iso(common.closesAtMs)).toBe('2026-02-28T22:59:59Z');
    const leap = only('fba-inbound-missing', [{ kind: 'shipment_delivered', date: '2027-08-31' }], 'DE');
    expect(iso(leap.closesAtMs)).toBe('2028-02-29T22:59:59Z');
    const yearly = only('ver-inform', [{ kind: 'verified', date: '2028-02-29' }]);
    expect(iso(yearly.closesAtMs)).toBe('2029-03-01T07:59:59Z');
  });

  test('windows cross the end of a year; W-8BEN-E lasts to the end of the third following year', () => {
    const crossing = only('clm-chargeback', [{ kind: 'chargeback_email', date: '2026-12-28' }]);
    expect(iso(crossing.closesAtMs)).toBe('2027-01-05T07:59:59Z');
    const form = only('pay-tax-withholding', [{ kind: 'form_signed', date: '2026-01-01' }]);
    expect(iso(form.closesAtMs)).toBe('2030-01-01T07:59:59Z');
  });

  test('business days skip weekends and entered holidays, and the trace names every day', () => {
    // Friday 2026-04-03 → next Mon–Fri day is Monday; with Easter Monday entered it is Tuesday.
    const plain = only('ord-invoice-defect', [{ kind: 'ship_confirmed', date: '2026-04-03' }], 'DE');
    expect(iso(plain.closesAtMs)).toBe('2026-04-06T21:59:59Z');
    const easter = {
      calendar: 'EU',
      from: '2026-04-06',
      to: '2026-04-06',
      kind: 'closed',
      name: { zh: '复活节星期一', en: 'Easter Monday' },
      sources: ['user'],
      verifiedOn: null,
      confidence: 'high',
    } as const;
    const skipped = only('ord-invoice-defect', [{ kind: 'ship_confirmed', date: '2026-04-03' }], 'DE', {
      holidays: [easter],
    });
    expect(iso(skipped.closesAtMs)).toBe('2026-04-07T21:59:59Z');
    expect(skipped.trace.map((t) => t.code)).toEqual([
      'traceAnchor',
      'traceDaySkippedWeekend',
      'traceDaySkippedWeekend',
      'traceDaySkippedHoliday',
      'traceDayCounted',
      'traceCloses',
    ]);
    // SAFE-T information request: Saturdays count.
    const safeT = only('clm-safe-t', [{ kind: 'info_request', date: '2026-04-03' }], 'AE');
    expect(iso(safeT.closesAtMs)).toBe('2026-04-07T19:59:59Z');
  });
});

describe('corrections', () => {
  test('a corrected rule row changes the dates and keeps its source and day', () => {
    const rules = applyRuleOverrides(DEADLINE_RULES, [
      {
        ruleId: 'clm-chargeback/respond',
        changes: { latest: { amount: 10, unit: 'day' } },
        source: 'chargeback page',
        verifiedOn: '2026-11-20',
        reason: 'page changed',
      },
    ]);
    const rule = rules.find((r) => r.id === 'clm-chargeback/respond');
    expect([rule?.verifiedOn, rule?.sources.at(-1)]).toEqual(['2026-11-20', 'chargeback page']);
    const found = computeDeadlines(
      [{ kind: 'chargeback_email', date: '2026-01-01' }],
      rule === undefined ? [] : [rule],
      'US',
    );
    expect(iso(found[0]?.closesAtMs)).toBe('2026-01-12T07:59:59Z');
    expect(() =>
      applyRuleOverrides(DEADLINE_RULES, [
        { ruleId: 'nope', changes: {}, source: '', verifiedOn: '', reason: 'x' },
      ]),
    ).toThrow();
  });

  test('an unknown marketplace or an event without a date is refused, never guessed', () => {
    expect(() => computeDeadlines([], DEADLINE_RULES, 'XX')).toThrow(/XX/);
    expect(() => windows('clm-chargeback', [{ kind: 'chargeback_email' }])).toThrow(/neither/);
  });
});
