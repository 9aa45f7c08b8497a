// Which events of a case's history do deadlines count from?
import type { AnchorKind } from '../problems/deadline-rule.ts';

export interface HistoryEvent {
  readonly kind: AnchorKind;
  /** The instant, when it is known. */
  readonly atMs?: number;
  /** Only the day is known (YYYY-MM-DD in the marketplace's zone), as in most reports. */
  readonly date?: string;
  /** The instant that Amazon wrote: of `stated_deadline`, or of the message that named it. */
  readonly statedAtMs?: number;
  /** The day that Amazon wrote (YYYY-MM-DD); it ends 23:59:59 in the marketplace's zone. */
  readonly statedDate?: string;
  /** The rule that a stated date belongs to; without it, the newest open clock at that time. */
  readonly appliesTo?: string;
}

/** A person's correction of one computed deadline; a reason is mandatory. */
export interface DeadlineOverride {
  readonly ruleId: string;
  readonly occurrence?: number;
  readonly opensAtMs?: number;
  readonly closesAtMs?: number;
  readonly reason: string;
}
