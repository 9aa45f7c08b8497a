// Which deadlines and claim windows follow from a case's history, and why exactly these dates?
import { CasebinderError } from '../errors.ts';
import { findMarketplace } from '../marketplaces/marketplaces.ts';
import type { AnchorKind, DeadlineKind, DeadlineRule } from '../problems/deadline-rule.ts';
import type { DeadlineOverride, HistoryEvent } from './case-history.ts';
import type { Clock, Stated } from './clock-window.ts';
import { toWindow } from './clock-window.ts';
import type { DeadlineWindow } from './deadline-window.ts';
import type { Holiday, HolidayCalendar } from './holidays.ts';
import { DEFAULT_HOLIDAYS } from './holidays.ts';
import type { Anchor, SpanContext } from './span-arithmetic.ts';
import { endOfDayMs, localDate, startOfDayMs } from './zoned-day.ts';

export interface ComputeOptions {
  readonly overrides?: readonly DeadlineOverride[];
  readonly holidays?: readonly Holiday[];
}

/** What stops a clock: our answer or submission after the event that started it. */
const MET_BY: Readonly<Record<DeadlineKind, readonly AnchorKind[]>> = {
  stated: ['submitted'],
  respond: ['submitted', 'own_message'],
  appeal: ['submitted'],
  claim_window: ['submitted'],
  resubmit: ['submitted'],
  funds_appeal: [],
  upload: ['submitted'],
  complete: ['submitted', 'verified'],
  renew: [],
  metric_refresh: [],
  ages_out: [],
};

const HOLIDAY_CALENDARS: Readonly<Record<string, HolidayCalendar>> = { NA: 'US', EU: 'EU', JP: 'JP' };

function anchorOf(event: HistoryEvent, zone: string): Anchor {
  if (event.atMs !== undefined) return { atMs: event.atMs, date: event.date ?? localDate(event.atMs, zone) };
  if (event.date === undefined) {
    throw new CasebinderError('INPUT_INVALID', { detail: `event ${event.kind} has neither time nor date` });
  }
  // Only the day is known: its first instant, so that a clock of hours never ends too late.
  return { atMs: startOfDayMs(event.date, zone), date: event.date };
}

function statedOf(event: HistoryEvent, zone: string): Stated | undefined {
  const atMs =
    event.statedAtMs ?? (event.statedDate === undefined ? undefined : endOfDayMs(event.statedDate, zone));
  if (atMs === undefined) return undefined;
  return { atMs, recordedMs: anchorOf(event, zone).atMs, appliesTo: event.appliesTo };
}

function startClocks(rule: DeadlineRule, history: readonly HistoryEvent[], zone: string): readonly Clock[] {
  if (rule.skipWhen !== undefined && history.some((event) => event.kind === rule.skipWhen)) return [];
  const started = history
    .filter((event) => event.kind !== 'stated_deadline' && rule.anchors.includes(event.kind))
    .map((event) => ({ anchorKind: event.kind, anchor: anchorOf(event, zone) }))
    .sort((a, b) => a.anchor.atMs - b.anchor.atMs);
  const inForce = ({ anchor }: { readonly anchor: Anchor }): boolean =>
    (rule.effectiveFrom === undefined || anchor.date >= rule.effectiveFrom) &&
    (rule.effectiveUntil === undefined || anchor.date < rule.effectiveUntil);
  // Every request for an answer is a clock of its own; a claim window counts from the latest of its events.
  if (rule.kind === 'respond') {
    return started
      .map((start, index) => ({ rule, occurrence: index + 1, ...start }))
      .filter((c) => inForce(c));
  }
  const latest = started.at(-1);
  if (latest !== undefined) return inForce(latest) ? [{ rule, occurrence: 1, ...latest }] : [];
  return rule.asStated && rule.anchors.includes('stated_deadline') ? [{ rule, occurrence: 1 }] : [];
}

/** The stated date that governs a clock: one that names its rule, else the newest one meant for the newest clock. */
function pickStated(clock: Clock, clocks: readonly Clock[], stated: readonly Stated[]): Stated | undefined {
  const governs = (date: Stated): boolean => {
    if (date.appliesTo !== undefined) return date.appliesTo === clock.rule.id;
    if (clock.rule.kind === 'stated' || clock.rule.asStated) return clock.rule.kind !== 'funds_appeal';
    if (clock.needsEvents !== undefined) return true;
    if (clock.rule.latest === undefined || clock.anchor === undefined) return false;
    const candidates = clocks.filter(
      (c) =>
        c.rule.latest !== undefined &&
        !c.rule.asStated &&
        c.anchor !== undefined &&
        c.anchor.atMs <= date.recordedMs,
    );
    const newestMs = Math.max(...candidates.map((c) => c.anchor?.atMs ?? 0));
    return clock.anchor.atMs === newestMs;
  };
  return stated.filter(governs).at(-1);
}

function findOverride(clock: Clock, overrides: readonly DeadlineOverride[]): DeadlineOverride | undefined {
  const found = overrides
    .filter((o) => o.ruleId === clock.rule.id && (o.occurrence ?? 1) === clock.occurrence)
    .at(-1);
  if (found !== undefined && found.reason.trim() === '') {
    throw new CasebinderError('INPUT_INVALID', { detail: `override of ${found.ruleId} without a reason` });
  }
  return found;
}

/**
 * When our own action stopped the clock. A stated deadline without an event of its own starts with the notice: a
 * submission before it answered something else.
 */
function findMetMs(
  clock: Clock,
  stated: Stated | undefined,
  history: readonly HistoryEvent[],
  zone: string,
): number | undefined {
  const timesOf = (kinds: readonly AnchorKind[]): readonly number[] =>
    history.filter((event) => kinds.includes(event.kind)).map((event) => anchorOf(event, zone).atMs);
  const startMs = clock.anchor?.atMs ?? stated?.recordedMs ?? Math.max(...timesOf(['notified']));
  const times = timesOf(MET_BY[clock.rule.kind]).filter((ms) => ms >= startMs);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Claim windows exist for this problem, but none is known for this marketplace: the page must be read. */
function unknownWindows(
  rules: readonly DeadlineRule[],
  applicable: readonly DeadlineRule[],
): readonly Clock[] {
  const problems = (list: readonly DeadlineRule[]): ReadonlySet<string> =>
    new Set(list.filter((rule) => rule.kind === 'claim_window').map((rule) => rule.problem));
  const known = problems(applicable);
  return [...problems(rules)]
    .filter((problem) => !known.has(problem))
    .map((problem) => ({
      rule: standaloneRule(problem, `${problem}/claim-unknown`, 'claim_window'),
      occurrence: 1,
    }));
}

/** The notification starts a clock of its problem while nothing more exact is on record. */
function standIn(
  rules: readonly DeadlineRule[],
  started: readonly Clock[],
  history: readonly HistoryEvent[],
  zone: string,
): readonly Clock[] {
  const running = new Set(
    started.filter((clock) => clock.anchor !== undefined).map((clock) => clock.rule.problem),
  );
  const notified = history
    .filter((event) => event.kind === 'notified')
    .map((event) => anchorOf(event, zone))
    .sort((a, b) => a.atMs - b.atMs)
    .at(-1);
  if (notified === undefined) return [];
  return rules
    .filter((rule) => rule.notifiedStandsIn === true && !running.has(rule.problem))
    .map((rule) => ({ rule, occurrence: 1, anchor: notified, anchorKind: 'notified', standsIn: true }));
}

/** A problem with a deadline whose event nobody has entered yet: the first such rule asks for it. */
function askForEvents(rules: readonly DeadlineRule[], started: readonly Clock[]): readonly Clock[] {
  const running = new Set(started.map((clock) => clock.rule.problem));
  const waiting = new Map<string, DeadlineRule>();
  for (const rule of rules) {
    if (
      running.has(rule.problem) ||
      rule.latest === undefined ||
      rule.asStated ||
      rule.effectiveUntil !== undefined
    )
      continue;
    if (!waiting.has(rule.problem)) waiting.set(rule.problem, rule);
  }
  return [...waiting.values()].map((rule) => ({ rule, occurrence: 1, needsEvents: rule.anchors }));
}

function standaloneRule(problem: string, id: string, kind: DeadlineKind): DeadlineRule {
  return {
    id,
    problem,
    kind,
    anchors: ['stated_deadline'],
    marketplaces: 'all',
    asStated: true,
    sources: ['S1'],
    verifiedOn: null,
    confidence: 'high',
  };
}

/**
 * All windows that follow from `history` under `rules` in a marketplace, computed from nothing else: the same history
 * gives the same dates, and a correction of an event corrects them. A date stated by Amazon always wins (domain.md 6.2);
 * next to it comes an override with a reason, then the rule. Throws INPUT_INVALID for an unknown marketplace, an event
 * without any date, or an override without a reason.
 */
export function computeDeadlines(
  history: readonly HistoryEvent[],
  rules: readonly DeadlineRule[],
  marketplace: string,
  options: ComputeOptions = {},
): readonly DeadlineWindow[] {
  const place = findMarketplace(marketplace);
  if (place === undefined)
    throw new CasebinderError('INPUT_INVALID', { detail: `marketplace ${marketplace}` });
  const applicable = rules.filter(
    (rule) => rule.marketplaces === 'all' || rule.marketplaces.includes(place.code),
  );
  const exact = applicable.flatMap((rule) => startClocks(rule, history, place.zone));
  const started = [
    ...exact,
    ...standIn(applicable, exact, history, place.zone),
    ...unknownWindows(rules, applicable),
  ];
  const clocks = [...started, ...askForEvents(applicable, started)];
  const stated = history
    .map((event) => statedOf(event, place.zone))
    .filter((date) => date !== undefined)
    .sort((a, b) => a.recordedMs - b.recordedMs);
  // An estimate beside the stated row would show the same deadline twice.
  const hasEstimate = clocks.some(
    (c) => c.rule.asStated && c.rule.kind !== 'stated' && c.rule.latest !== undefined,
  );
  const shown: Clock[] = clocks.filter((clock) => !(clock.rule.kind === 'stated' && hasEstimate));
  if (stated.some((date) => !shown.some((clock) => pickStated(clock, clocks, [date]) !== undefined))) {
    const problem = rules[0]?.problem ?? '';
    shown.push({ rule: standaloneRule(problem, `${problem}/stated`, 'stated'), occurrence: 1 });
  }
  return shown.map((clock) => {
    const date = pickStated(clock, clocks, stated);
    const context: SpanContext = {
      zone: place.zone,
      saturdayCounts: clock.rule.saturdayCounts ?? false,
      holidays: options.holidays ?? DEFAULT_HOLIDAYS,
      holidayCalendar: HOLIDAY_CALENDARS[place.region],
    };
    const metAtMs = findMetMs(clock, date, history, place.zone);
    return toWindow(clock, date, findOverride(clock, options.overrides ?? []), metAtMs, context, place.code);
  });
}
