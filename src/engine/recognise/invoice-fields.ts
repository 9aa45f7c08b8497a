// Which fields does a structured e-invoice of any format boil down to?
import type { AmountRole, DateRole, IdentifierType, PartyRole } from '../../domain/inspection.ts';

/** The fields of one e-invoice before they become findings. Absent means: the invoice does not state it. */
export interface InvoiceFields {
  readonly format: string;
  readonly identifiers: readonly {
    readonly type: IdentifierType;
    readonly value: string | undefined;
    readonly field: string;
  }[];
  readonly dates: readonly {
    readonly role: DateRole;
    readonly value: string | undefined;
    readonly field: string;
  }[];
  readonly amounts: readonly {
    readonly role: AmountRole;
    readonly value: string | undefined;
    readonly field: string;
  }[];
  readonly parties: readonly {
    readonly role: PartyRole;
    readonly name: string | undefined;
    readonly field: string;
  }[];
  readonly currency?: string;
  /** UNTDID 1001: 380 invoice, 381 credit note, … */
  readonly typeCode?: string;
}
