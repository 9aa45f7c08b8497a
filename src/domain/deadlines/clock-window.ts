// Which window does one started clock give, and how did its dates come about?
import type { Reason } from '../inspection.ts';
import type { AnchorKind, DeadlineRule, Span } from '../problems/deadline-rule.ts';
import type { DeadlineOverride } from './case-history.ts';
import { explainClockChange } from './clock-change.ts';
import type { DeadlineWindow } from './deadline-window.ts';
import { ANCHOR_NAMES, UNIT_NAMES } from './deadline-words.ts';
import { formatMomentPair } from './moment-text.ts';
import type { Anchor, SpanContext } from './span-arithmetic.ts';
import { applySpan } from './span-arithmetic.ts';

/** A date that Amazon wrote, and when it was recorded. */
export interface Stated {
  readonly atMs: number;
  readonly recordedMs: number;
  /** The rule it belongs to, when the person said so. */
  readonly appliesTo?: string;
}

/** A clock that has started: a rule and the event that it counts from. */
export interface Clock {
  readonly rule: DeadlineRule;
  readonly occurrence: number;
  readonly anchor?: Anchor;
  readonly anchorKind?: AnchorKind;
  /** The notification stands in for an event that is not on record. */
  readonly standsIn?: boolean;
  /** Not started: one of these events is missing. */
  readonly needsEvents?: readonly AnchorKind[];
}

/** An instant in the trace: exact for machines, Beijing and marketplace time for people. */
function showInstant(ms: number, marketplace: string): Readonly<Record<string, string>> {
  return {
    at: new Date(ms).toISOString().replace('.000Z', 'Z'),
    atZh: formatMomentPair(ms, marketplace, 'zh-CN'),
    atEn: formatMomentPair(ms, marketplace, 'en'),
  };
}

function showSpan(span: Span): Readonly<Record<string, string | number>> {
  return {
    amount: span.amount,
    unit: span.unit,
    unitZh: UNIT_NAMES[span.unit].zh,
    unitEn: UNIT_NAMES[span.unit].en,
  };
}

function nameAnchors(anchors: readonly AnchorKind[]): Readonly<Record<string, string>> {
  return {
    eventsZh: anchors.map((anchor) => ANCHOR_NAMES[anchor].zh).join('、'),
    eventsEn: anchors.map((anchor) => ANCHOR_NAMES[anchor].en).join(', '),
  };
}

interface Computed {
  readonly opensAtMs?: number;
  readonly closesAtMs?: number;
  readonly trace: readonly Reason[];
}

/** What the rule alone says, without stated dates and corrections. */
function computeFromRule(clock: Clock, context: SpanContext, marketplace: string): Computed {
  const { rule, anchor, anchorKind } = clock;
  if (anchor === undefined || anchorKind === undefined) return { trace: [] };
  const name = ANCHOR_NAMES[anchorKind];
  const trace: Reason[] = [
    {
      code: 'traceAnchor',
      params: {
        anchor: anchorKind,
        anchorZh: name.zh,
        anchorEn: name.en,
        date: anchor.date,
        zone: context.zone,
      },
    },
  ];
  if (clock.standsIn === true)
    trace.push({ code: 'traceNotifiedStandsIn', params: nameAnchors(rule.anchors) });
  const opens = rule.earliest === undefined ? undefined : applySpan(anchor, rule.earliest, 'start', context);
  if (opens !== undefined && rule.earliest !== undefined) {
    const params = { ...showSpan(rule.earliest), ...showInstant(opens.atMs, marketplace) };
    trace.push(...opens.trace, { code: 'traceOpens', params });
  }
  const closes = rule.latest === undefined ? undefined : applySpan(anchor, rule.latest, 'end', context);
  if (closes !== undefined && rule.latest !== undefined) {
    const params = { ...showSpan(rule.latest), ...showInstant(closes.atMs, marketplace) };
    trace.push(...closes.trace, { code: 'traceCloses', params });
  }
  return { opensAtMs: opens?.atMs, closesAtMs: closes?.atMs, trace };
}

/** The window of a clock: the rule's dates, then a person's correction, then the date that Amazon stated. */
export function toWindow(
  clock: Clock,
  stated: Stated | undefined,
  override: DeadlineOverride | undefined,
  metAtMs: number | undefined,
  context: SpanContext,
  marketplace: string,
): DeadlineWindow {
  const { rule } = clock;
  const computed = computeFromRule(clock, context, marketplace);
  const trace: Reason[] = [...computed.trace];
  let { opensAtMs, closesAtMs } = computed;
  let basis: DeadlineWindow['basis'] =
    clock.anchor === undefined
      ? 'unknown'
      : rule.asStated || clock.standsIn === true
        ? 'estimated'
        : 'computed';
  if (override !== undefined && stated === undefined) {
    opensAtMs = override.opensAtMs ?? opensAtMs;
    closesAtMs = override.closesAtMs ?? closesAtMs;
    basis = 'overridden';
    trace.push({ code: 'traceOverridden', params: { reason: override.reason } });
  }
  if (stated !== undefined) {
    if (override !== undefined)
      trace.push({ code: 'traceOverrideIgnored', params: { reason: override.reason } });
    closesAtMs = stated.atMs;
    basis = 'stated';
    trace.push({ code: 'traceStatedWins', params: showInstant(stated.atMs, marketplace) });
  }
  if (closesAtMs !== undefined) trace.push(...explainClockChange(closesAtMs, context.zone));
  const needsStatedDate = rule.asStated && stated === undefined && basis !== 'overridden';
  const needsEvents = stated === undefined && override === undefined ? clock.needsEvents : undefined;
  if (needsEvents !== undefined) trace.push({ code: 'traceNeedsEvent', params: nameAnchors(needsEvents) });
  if (needsStatedDate) trace.push({ code: 'traceNeedsStatedDate' });
  if (metAtMs !== undefined) trace.push({ code: 'traceMet', params: showInstant(metAtMs, marketplace) });
  return {
    ruleId: rule.id,
    problem: rule.problem,
    kind: rule.kind,
    occurrence: clock.occurrence,
    opensAtMs,
    closesAtMs,
    turn: 'us',
    metAtMs,
    needsStatedDate,
    ...(needsEvents === undefined ? {} : { needsEvents }),
    basis,
    actionable: rule.actionable ?? true,
    trace,
    sources: rule.sources,
    confidence: rule.confidence,
  };
}
