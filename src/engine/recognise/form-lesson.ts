// What did a person's correction teach about papers of one form?
import type { AmountRole, DateRole, PartyRole } from '../../domain/inspection.ts';
import type { NamePlace } from '../../domain/text/name-place.ts';
import type { ValuePlace } from '../../domain/text/value-place.ts';

/** [feature hash, weight] of a form's words, length 1, heaviest first. Plain data: goes to the workers. */
export type FormWords = readonly (readonly [number, number])[];

interface Taught {
  readonly form: FormWords;
  readonly documentId: number;
  /** Day of the correction, YYYY-MM-DD, and the paper that was corrected: told with what comes of it. */
  readonly on: string;
  readonly title: string;
}

/** What stood in a role and is none of it: the name or label by which it was taken for one. */
export interface WrongFinding {
  readonly code: string;
  readonly label: string;
}

export type FormLesson = Taught &
  (
    | {
        readonly sort: 'date';
        /** "document": the date that the paper is filed under, whatever happened on it. */
        readonly role: DateRole | 'document';
        readonly place: ValuePlace;
      }
    | { readonly sort: 'not_date'; readonly role: DateRole; readonly wrong: WrongFinding }
    | {
        readonly sort: 'date_order';
        readonly order: 'dmy' | 'mdy';
        /** Who made the paper, as named there; other papers of the same maker are written alike. Empty when unknown. */
        readonly maker: string;
      }
    | {
        readonly sort: 'amount';
        readonly role: AmountRole;
        readonly place: ValuePlace;
        /** Given without cents: such figures count, too. */
        readonly isWhole: boolean;
      }
    | { readonly sort: 'not_amount'; readonly role: AmountRole; readonly wrong: WrongFinding }
    | { readonly sort: 'currency'; readonly was: string; readonly currency: string }
    | {
        readonly sort: 'party';
        readonly role: PartyRole;
        readonly name: string;
        readonly place: NamePlace | null;
      }
    | {
        readonly sort: 'not_party';
        readonly role: PartyRole;
        readonly name: string;
        readonly wrong: WrongFinding;
      }
    | {
        readonly sort: 'parts';
        /** First pages of the parts; none where a person said that the file is one paper. */
        readonly starts: readonly { readonly slug: string; readonly form: FormWords }[];
      }
  );

export type Lesson<Sort extends FormLesson['sort']> = Extract<FormLesson, { readonly sort: Sort }>;
