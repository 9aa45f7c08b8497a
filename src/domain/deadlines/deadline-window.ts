// What a computed deadline looks like, and in which state it is at an instant.
import type { Reason } from '../inspection.ts';
import type { AnchorKind, DeadlineKind } from '../problems/deadline-rule.ts';
import type { Confidence } from '../problems/problem-type.ts';

export interface DeadlineWindow {
  readonly ruleId: string;
  readonly problem: string;
  readonly kind: DeadlineKind | 'first_response' | 'follow_up';
  /** 1 for the first event that started this clock, 2 for the second… */
  readonly occurrence: number;
  /** Not before. */
  readonly opensAtMs?: number;
  /** Not after; absent when the date must be read from Amazon's notice first. */
  readonly closesAtMs?: number;
  /** Whose turn it is while the clock runs. */
  readonly turn: 'us' | 'amazon';
  /** When the clock was stopped by what happened later in the case. */
  readonly metAtMs?: number;
  /** The date in the notice or on the page is needed: there is no computed end, or only an estimate. */
  readonly needsStatedDate: boolean;
  /** One of these events must be entered before the window can be computed. */
  readonly needsEvents?: readonly AnchorKind[];
  readonly basis: 'stated' | 'computed' | 'estimated' | 'overridden' | 'unknown';
  /** False: worth knowing, but nothing that is missed. */
  readonly actionable: boolean;
  /** Why this date, step by step: keys of the i18n catalogue `deadlines`. */
  readonly trace: readonly Reason[];
  readonly sources: readonly string[];
  readonly confidence: Confidence;
}

export type DeadlineState = 'needs_date' | 'too_early' | 'open' | 'soon' | 'overdue' | 'met';

const DAY_MS = 86_400_000;

/** How long before the end a window turns "soon": 7 days for claims and appeals (T-19), a day for answers. */
export function warningSpanMs(window: DeadlineWindow): number {
  return window.kind === 'respond' || window.kind === 'upload' || window.kind === 'first_response'
    ? DAY_MS
    : 7 * DAY_MS;
}

/** State of a window at `nowMs`. */
export function deadlineStateAt(window: DeadlineWindow, nowMs: number): DeadlineState {
  if (window.metAtMs !== undefined && window.metAtMs <= nowMs) return 'met';
  if (window.opensAtMs !== undefined && nowMs < window.opensAtMs) return 'too_early';
  if (window.closesAtMs === undefined) {
    return window.needsStatedDate || window.needsEvents !== undefined ? 'needs_date' : 'open';
  }
  // The end is a whole second (23:59:59): that second still counts.
  if (nowMs >= window.closesAtMs + 1000) return 'overdue';
  return window.closesAtMs - nowMs <= warningSpanMs(window) ? 'soon' : 'open';
}

/** Windows by remaining time (T-18): overdue first, then the next to end, then those without an end; met ones last. */
export function sortDeadlines(windows: readonly DeadlineWindow[], nowMs: number): readonly DeadlineWindow[] {
  const rank = (w: DeadlineWindow): number => {
    if (deadlineStateAt(w, nowMs) === 'met') return 2;
    return w.actionable ? 0 : 1;
  };
  const end = (w: DeadlineWindow): number => w.closesAtMs ?? w.opensAtMs ?? Number.POSITIVE_INFINITY;
  return [...windows].sort(
    (a, b) =>
      rank(a) - rank(b) || end(a) - end(b) || a.ruleId.localeCompare(b.ruleId) || a.occurrence - b.occurrence,
  );
}
