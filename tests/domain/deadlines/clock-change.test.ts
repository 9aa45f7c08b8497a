// A deadline in the hour that daylight saving skips, or in the one that comes twice: which instant is it, and does the trace say why?
import { describe, expect, it } from 'vitest';
import { computeDeadlines } from '../../../src/domain/deadlines/compute-deadlines.ts';
import { firstWallClockMs } from '../../../src/domain/deadlines/zoned-day.ts';
import { findStatedDeadline } from '../../../src/domain/messages/stated-deadline.ts';
import type { DeadlineRule } from '../../../src/domain/problems/deadline-rule.ts';

const rule: DeadlineRule = {
  id: 'test/respond',
  problem: 'test',
  kind: 'respond',
  anchors: ['info_request'],
  latest: { amount: 48, unit: 'hour' },
  marketplaces: 'all',
  asStated: false,
  sources: ['S1'],
  verifiedOn: null,
  confidence: 'high',
};

function windowOf(event: Parameters<typeof computeDeadlines>[0][number], marketplace: string) {
  const [window] = computeDeadlines([event], [rule], marketplace);
  return {
    closes: new Date(window?.closesAtMs ?? 0).toISOString(),
    trace: (window?.trace ?? []).map((step) => step.code),
    params: window?.trace.find((step) => step.code.startsWith('traceClocks'))?.params,
  };
}

describe('48 hours that end where the clocks change', () => {
  it.each([
    // Two days before, at the time that is skipped: 48 hours pass, and the clock shows an hour more.
    ['US', '2026-03-06T10:30:00Z', '2026-03-08T10:30:00.000Z', ['traceClocksForward'], 23],
    ['DE', '2026-03-27T01:30:00Z', '2026-03-29T01:30:00.000Z', ['traceClocksForward'], 23],
    // 01:30 PDT on Friday: 48 hours later it is 01:30 for the first time.
    ['US', '2026-10-30T08:30:00Z', '2026-11-01T08:30:00.000Z', ['traceClocksBack', 'traceFirstOfTwo'], 25],
    ['US', '2026-10-30T09:30:00Z', '2026-11-01T09:30:00.000Z', ['traceClocksBack', 'traceSecondOfTwo'], 25],
    ['DE', '2026-10-23T00:30:00Z', '2026-10-25T00:30:00.000Z', ['traceClocksBack', 'traceFirstOfTwo'], 25],
    ['DE', '2026-10-23T01:30:00Z', '2026-10-25T01:30:00.000Z', ['traceClocksBack', 'traceSecondOfTwo'], 25],
  ])('%s from %s', (marketplace, from, closes, codes, hours) => {
    const found = windowOf({ kind: 'info_request', atMs: Date.parse(from) }, marketplace);
    expect(found.closes).toBe(closes);
    expect(found.trace.filter((code) => /Clocks|OfTwo/.test(code))).toEqual(codes);
    expect(found.params).toMatchObject({ hours });
  });
  it('and says nothing on any other day', () => {
    const found = windowOf({ kind: 'info_request', atMs: Date.parse('2026-03-09T10:30:00Z') }, 'US');
    expect(found.trace.filter((code) => /Clocks|OfTwo/.test(code))).toEqual([]);
  });
});

describe('a time that a message names', () => {
  const stated = (sentence: string, zone: string): string | undefined => {
    const found = findStatedDeadline(sentence, [], Date.parse('2026-03-01T12:00:00Z'), zone);
    return found !== undefined && 'atMs' in found ? new Date(found.atMs).toISOString() : found?.date;
  };
  const US = 'America/Los_Angeles';
  const DE = 'Europe/Berlin';
  it.each([
    // Skipped: no clock ever shows 02:30; the jump at 02:00 is the first moment after it.
    ['Please respond by 2:30 AM on March 8, 2026.', US, '2026-03-08T10:00:00.000Z'],
    ['Please respond by 02:30 on 29 March 2026.', DE, '2026-03-29T01:00:00.000Z'],
    // Named with its own offset: nothing is ambiguous.
    ['Please respond by 2:30 AM PST on March 8, 2026.', US, '2026-03-08T10:30:00.000Z'],
    ['Please respond by 5:00 PM PT on March 20, 2026.', DE, '2026-03-21T00:00:00.000Z'],
    ['Please respond by March 20, 2026 at 17:00 UTC.', US, '2026-03-20T17:00:00.000Z'],
    ['Please respond by March 20, 2026.', US, '2026-03-20'],
  ])('%s (%s)', (sentence, zone, expected) => {
    expect(stated(sentence, zone)).toBe(expected);
  });
  it('comes twice in autumn: the first counts, and the trace of the deadline says so', () => {
    const autumn = Date.parse('2026-10-20T12:00:00Z');
    for (const [sentence, zone, marketplace, expected] of [
      ['Please respond by 1:30 AM on November 1, 2026.', US, 'US', '2026-11-01T08:30:00.000Z'],
      ['Please respond by 02:30 on 25 October 2026.', DE, 'DE', '2026-10-25T00:30:00.000Z'],
    ] as const) {
      const found = findStatedDeadline(sentence, [], autumn, zone);
      const atMs = found !== undefined && 'atMs' in found ? found.atMs : 0;
      expect(new Date(atMs).toISOString()).toBe(expected);
      const window = windowOf({ kind: 'info_request', atMs: autumn, statedAtMs: atMs }, marketplace);
      expect(window.closes).toBe(expected);
      expect(window.trace).toEqual(expect.arrayContaining(['traceStatedWins', 'traceFirstOfTwo']));
    }
  });
});

it('a time that exists once is that time', () => {
  expect(new Date(firstWallClockMs('2026-07-01', '09:00', 'America/Los_Angeles')).toISOString()).toBe(
    '2026-07-01T16:00:00.000Z',
  );
});
