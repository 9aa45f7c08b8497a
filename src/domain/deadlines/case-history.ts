// Which events of a case's history do deadlines count from?
import type { AnchorKind } from '../problems/deadline-rule.ts';

export interface HistoryEvent {
  readonly kind: AnchorKind;
  /** The instant, when it is known. */
  readonly atMs?: number;
  /** Only the day is known (YYYY-MM-DD in the marketplace's zone), as in most reports. */
  readonly date?: string;
  /** For `stated_deadline`: the instant that Amazon wrote. */
  readonly statedAtMs?: number;
  /** For `stated_deadline`: the day that Amazon wrote (YYYY-MM-DD); it ends 23:59:59 in the marketplace's zone. */
  readonly statedDate?: string;
  /** For `stated_deadline`: the rule it belongs to; without it, the newest open clock at that time. */
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
