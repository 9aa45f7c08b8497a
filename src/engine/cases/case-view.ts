// What is shown of a case: its row in a list and everything about one.

import type { DeadlineState, DeadlineWindow } from '../../domain/deadlines/deadline-window.ts';
import type { Reason } from '../../domain/inspection.ts';
import type { CaseStatus } from '../../domain/problems/case-status.ts';
import type { RuleOutcome } from '../../domain/problems/checklist.ts';
import type { Grounds } from '../../domain/problems/correction-grounds.ts';
import type { Bilingual, ProblemType } from '../../domain/problems/problem-type.ts';
import type { DocumentRow } from '../store/document-rows.ts';

export interface CaseSubject {
  readonly type: 'order_id' | 'asin' | 'fba_shipment_id' | 'tracking_number' | 'fnsku';
  readonly value: string;
}

export interface CaseRow {
  readonly id: number;
  /** "C-0012". */
  readonly number: string;
  readonly accountId: number;
  readonly accountName: string;
  readonly problem: string;
  readonly problemName: Bilingual;
  readonly channel: string;
  readonly marketplace: string;
  readonly title: string;
  readonly caseId: string | null;
  readonly complaintId: string | null;
  readonly status: CaseStatus;
  readonly severity: string;
  readonly notifiedOn: string | null;
  readonly money: { readonly amount: string; readonly currency: string } | null;
  readonly openedAtMs: number;
  readonly submittedAtMs: number | null;
  readonly closedAtMs: number | null;
  readonly updatedAtMs: number;
  readonly exhibitCount: number;
  readonly readinessPercent: number;
  /** The next thing that is due, if any. */
  readonly nextDeadline: CaseDeadline | null;
  /** Who works on it, writing in which language, for how long so far. */
  readonly assignee: string;
  readonly workLanguage: string;
  readonly workMinutes: number;
  readonly revision: number;
}

export interface CaseDeadline extends DeadlineWindow {
  readonly state: DeadlineState;
  readonly caseFileId: number;
  readonly caseNumber: string;
}

export interface CaseExhibit {
  readonly id: number;
  /** "E01". */
  readonly label: string;
  readonly position: number;
  readonly caption: string;
  readonly roleKind: string | null;
  readonly document: DocumentRow;
  readonly sensitive: boolean;
}

export interface CaseEvent {
  readonly id: number;
  readonly kind: string;
  readonly atMs: number;
  readonly recordedAtMs: number;
  readonly title: string;
  readonly detail: string;
  readonly official: boolean;
  readonly documentId: number | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A document that could fill a checklist row, and why it is proposed. */
export interface Suggestion {
  readonly document: DocumentRow;
  readonly score: number;
  /** Identifiers it shares with the case. */
  readonly shared: readonly { readonly type: string; readonly value: string }[];
  readonly outcomes: readonly RuleOutcome[];
  /** Set when an exhibit of the case is nearly the same paper or picture. */
  readonly alike?: { readonly exhibit: string; readonly percent: number };
}

export interface CaseChecklistRow {
  readonly kind: string;
  readonly kindName: Bilingual;
  readonly required: boolean;
  readonly state: 'have' | 'weak' | 'missing';
  readonly exhibits: readonly {
    readonly exhibitId: number;
    readonly label: string;
    readonly documentId: number;
    readonly outcomes: readonly RuleOutcome[];
  }[];
  /** Why weak or missing: keys of the i18n catalogue `problems`. */
  readonly reasons: readonly Reason[];
  /** What only a person can confirm. */
  readonly toConfirm: readonly RuleOutcome[];
  /** The reasons and what to get from whom, as one text; null when nothing is wanting. */
  readonly note: Bilingual | null;
  readonly suggestions: readonly Suggestion[];
}

export interface CaseSubmission {
  readonly id: number;
  readonly channel: string;
  readonly subject: string;
  readonly text: string;
  readonly exhibits: readonly { readonly label: string; readonly sha256: string; readonly name: string }[];
  readonly preparedBy: string;
  readonly submittedBy: string;
  readonly submittedAtMs: number;
  readonly outcome: string | null;
  readonly packId: number | null;
}

export interface CasePack {
  readonly id: number;
  readonly edition: number;
  readonly variant: string;
  readonly channel: string;
  readonly folder: string;
  readonly zip: string | null;
  readonly manifestSha256: string;
  readonly payloadBytes: number;
  readonly builtAtMs: number;
  readonly verifiedAtMs: number | null;
  readonly result: Readonly<Record<string, unknown>>;
}

export interface CaseDetail extends CaseRow {
  readonly problemType: Pick<
    ProblemType,
    | 'slug'
    | 'name'
    | 'group'
    | 'category'
    | 'channels'
    | 'severity'
    | 'path'
    | 'pitfalls'
    | 'deadlineAsStated'
    | 'sources'
    | 'verifiedOn'
  > & {
    /** What people corrected in this problem type, oldest first, and on what grounds. */
    readonly corrections: readonly (Grounds & { readonly fields: readonly string[] })[];
  };
  readonly subjects: readonly CaseSubject[];
  readonly statement: { readonly subject: string; readonly text: string; readonly textZh: string };
  readonly exhibits: readonly CaseExhibit[];
  readonly timeline: readonly CaseEvent[];
  readonly checklist: readonly CaseChecklistRow[];
  readonly deadlines: readonly CaseDeadline[];
  readonly submissions: readonly CaseSubmission[];
  readonly packs: readonly CasePack[];
  readonly duplicateReason: string | null;
  readonly warnings: readonly {
    readonly code: string;
    readonly params?: Readonly<Record<string, string | number>>;
  }[];
}
