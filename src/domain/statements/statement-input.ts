// What a case text is written from: the facts of the case, its exhibits and what its author adds.
import type { Bilingual, ChannelSlug, ProblemType } from '../problems/problem-type.ts';

/** The text structures of domain.md 4.5. */
export type StatementForm =
  | 'case'
  | 'technical'
  | 'appeal'
  | 'appeal_in_error'
  | 'follow_up'
  | 'claim_response';

/** A sentence of the author: English goes out, Chinese is for the team. */
export interface AuthoredText {
  readonly en: string;
  readonly zh?: string;
}

export interface StatementOrder {
  readonly orderId: string;
  readonly asin?: string;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  /** ISO dates in the marketplace's zone. */
  readonly shippedOn?: string;
  readonly deliveredOn?: string;
  readonly deliveredTo?: string;
}

export interface StatementExhibit {
  /** "E01". */
  readonly label: string;
  readonly kindSlug: string;
  readonly kindName: Bilingual;
  readonly documentDate?: string;
  /** Main identifiers to print: `order_id 113-…`. */
  readonly identifiers?: readonly { readonly type: string; readonly value: string }[];
  /** What it proves, in the author's words; without it the kind's usual purpose. */
  readonly proves?: AuthoredText;
}

export interface TimelineEntry {
  /** The instant; written in the marketplace's time. */
  readonly atMs?: number;
  /** Or only the day, YYYY-MM-DD. */
  readonly date?: string;
  readonly text: AuthoredText;
  readonly exhibits?: readonly string[];
}

/** One cause of an enforcement, with what was done and what will prevent it. */
export interface AppealCause {
  readonly cause: AuthoredText;
  readonly corrective: readonly {
    readonly text: AuthoredText;
    readonly doneOn?: string;
    readonly exhibits?: readonly string[];
  }[];
  readonly preventive: readonly {
    readonly text: AuthoredText;
    readonly owner?: string;
    readonly from?: string;
  }[];
}

export interface StatementInput {
  /** Chosen from problem and channel when absent. */
  readonly form?: StatementForm;
  /** As shipped, or as a person corrected it. */
  readonly problem: ProblemType;
  readonly channel?: ChannelSlug;
  readonly marketplace: string;
  readonly account: { readonly legalName: Bilingual; readonly store: string; readonly email?: string };
  readonly caseId?: string;
  readonly complaintId?: string;
  /** YYYY-MM-DD. */
  readonly notifiedOn?: string;
  readonly orders?: readonly StatementOrder[];
  readonly asins?: readonly string[];
  readonly shipments?: readonly string[];
  readonly exhibits: readonly StatementExhibit[];
  readonly timeline?: readonly TimelineEntry[];
  readonly background?: AuthoredText;
  readonly request?: AuthoredText;
  readonly errorCode?: string;
  readonly steps?: readonly AuthoredText[];
  readonly causes?: readonly AppealCause[];
  readonly followUp?: {
    /** YYYY-MM-DD of the last message in the case. */
    readonly lastMessageOn?: string;
    readonly news?: AuthoredText;
    readonly question?: AuthoredText;
  };
  /** A-to-z: the response box takes no attachments, they were sent in Buyer-Seller Messages on this day. */
  readonly sentToBuyerOn?: string;
  readonly stage?: 'response' | 'appeal';
}

export interface Statement {
  readonly form: StatementForm;
  readonly subject: string;
  /** English, to be sent. */
  readonly text: string;
  /** Chinese, for the team; never exported to Amazon. */
  readonly textZh: string;
}
