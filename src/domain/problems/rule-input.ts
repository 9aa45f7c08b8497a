// What an acceptance rule is given: the facts of one document and of its case, and what it answers.
import type {
  DateRole,
  FoundAmount,
  FoundDate,
  FoundIdentifier,
  FoundParty,
  IdentifierType,
  Reason,
  Recognition,
} from '../inspection.ts';

/** What is known about a document. A {@link Recognition} holds most of it; see `ruleDocument`. */
export interface RuleDocument {
  readonly kind: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly dates: readonly FoundDate[];
  readonly amounts: readonly FoundAmount[];
  readonly parties: readonly FoundParty[];
  readonly identifiers: readonly FoundIdentifier[];
  /** BCP 47 language of most of the text. */
  readonly language?: string;
  /** Stored text, when it was read. */
  readonly text?: string;
  /** Its id in the archive, when it is stored. */
  readonly documentId?: number;
  /** All its units, when a person said so or its own sums prove it (domain/reports/invoice-units.ts). */
  readonly totalQuantity?: number;
  /** Units of the one product that the case is about, found in the same way. */
  readonly productQuantity?: number;
  /** Capture time of a photo from its EXIF data. */
  readonly takenAt?: string;
  readonly camera?: string;
  /** Money given back, although the paper is shaped like an invoice: it proves no purchase. */
  readonly isCreditNote?: boolean;
  /** Codes of {@link ALTERED_SIGNS} that were noticed on the file. */
  readonly alteredSigns?: readonly string[];
}

/** Warnings of a document that a reviewer may take for a change of it. */
const ALTERED_SIGNS: readonly string[] = [
  'made_by_editor',
  'image_edited',
  'changed_after_creation',
  'saved_again',
  'sum_differs',
  'capitals_differ',
  'barcode_differs',
];

/** What the warnings of a document mean for its rules. */
export function factsOfWarnings(
  warnings: readonly { readonly code: string }[],
): Pick<RuleDocument, 'isCreditNote' | 'alteredSigns'> {
  const codes = warnings.map((warning) => warning.code);
  const alteredSigns = ALTERED_SIGNS.filter((code) => codes.includes(code));
  return {
    ...(codes.includes('is_credit_note') ? { isCreditNote: true } : {}),
    ...(alteredSigns.length === 0 ? {} : { alteredSigns }),
  };
}

export interface OrderFact {
  readonly orderId: string;
  readonly asin?: string;
  /** ISO dates in the marketplace's zone. */
  readonly expectedShipDate?: string;
  readonly confirmedShipDate?: string;
  readonly deliverBy?: string;
  /** Carrier name as it was confirmed to Amazon. */
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly shipTo?: { readonly city?: string; readonly state?: string; readonly postalCode?: string };
  /** Decimal string and ISO 4217 currency. */
  readonly total?: string;
  readonly currency?: string;
}

export interface CaseFacts {
  readonly problem: string;
  readonly marketplace: string;
  /** ISO date of today, given from outside: rules know no clock. */
  readonly todayOn: string;
  /** ISO date on which Amazon's notification was received. */
  readonly notifiedOn?: string;
  readonly orders: readonly OrderFact[];
  readonly asins: readonly string[];
  readonly account: {
    /** Chinese and registered Latin forms; either may match. */
    readonly legalNames: readonly string[];
    readonly storeName?: string;
    readonly email?: string;
  };
  readonly brands?: readonly string[];
  readonly models?: readonly string[];
  /** Units bought and sold of the cited ASINs in the 365 days before the notification; left out while no report tells of sales. */
  readonly coverage?: CaseCoverage;
  /** ISO date of the FBA shipment or of the listing start of the goods in question. */
  readonly goodsShippedOn?: string;
  /** Units of the one product that were sent to Amazon, as imported reports tell: invoices must cover them (reimbursements). */
  readonly unitsClaimed?: number;
  /** Units of that product on all invoices of the case, each invoice number once; left out while none is known. */
  readonly unitsTogether?: number;
  /** A translation is attached to the case. */
  readonly hasTranslation?: boolean;
}

/** All invoices of the archive together against what was sold (INV-02). */
export interface CaseCoverage {
  readonly bought: number;
  readonly sold: number;
  /** Products sold in larger numbers than their invoices prove. */
  readonly shortProducts: readonly string[];
  /** Units that each document adds, by its id. */
  readonly unitsByDocument: ReadonlyMap<number, number>;
}

export interface RuleInput {
  readonly document: RuleDocument;
  readonly facts: CaseFacts;
}

export interface RuleResult {
  readonly result: 'pass' | 'fail' | 'ask';
  /** Key of the i18n catalogue `problems`; params hold both compared values. */
  readonly reason: Reason;
}

export const pass = (code: string, params?: Reason['params']): RuleResult => ({
  result: 'pass',
  reason: { code, params },
});
export const fail = (code: string, params?: Reason['params']): RuleResult => ({
  result: 'fail',
  reason: { code, params },
});
export const ask = (code: string, params?: Reason['params']): RuleResult => ({
  result: 'ask',
  reason: { code, params },
});

/** The facts of a document from its recognition. */
export function ruleDocument(
  recognition: Recognition,
  file: Pick<RuleDocument, 'fileName' | 'mediaType' | 'sizeBytes'> & Partial<RuleDocument>,
): RuleDocument {
  return {
    kind: recognition.kind.slug,
    dates: recognition.dates,
    amounts: recognition.amounts,
    parties: recognition.parties,
    identifiers: recognition.identifiers,
    language: recognition.language,
    ...factsOfWarnings(recognition.warnings),
    ...file,
  };
}

/** The surest date of a role as YYYY-MM-DD. */
export function dateOf(document: RuleDocument, ...roles: readonly DateRole[]): string | undefined {
  for (const role of roles) {
    const found = document.dates
      .filter((d) => d.role === role)
      .sort((a, b) => b.confidence - a.confidence)[0];
    if (found !== undefined) return found.value.slice(0, 10);
  }
  return undefined;
}

export function identifiersOf(
  document: RuleDocument,
  ...types: readonly IdentifierType[]
): readonly FoundIdentifier[] {
  return document.identifiers.filter((i) => types.includes(i.type));
}
