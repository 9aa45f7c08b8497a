// What Casebinder says about one file: its kind, identifiers, dates, amounts, parties and problem types, each with reasons.
import type { BarcodeValue, DocumentProperties, MediaFacts, PageText, ReadProblem } from './reading.ts';

/** Identifier families of domain.md section 3. */
export type IdentifierType =
  | 'order_id'
  | 'order_item_id'
  | 'asin'
  | 'fnsku'
  | 'fba_shipment_id'
  | 'fba_box_id'
  | 'lpn'
  | 'case_id'
  | 'complaint_id'
  | 'safet_claim_id'
  | 'removal_order_id'
  | 'reimbursement_id'
  | 'settlement_id'
  | 'rma_id'
  | 'seller_id'
  | 'buyer_alias'
  | 'appointment_id'
  | 'fc_code'
  | 'amazon_reference_id'
  | 'tracking_number'
  | 'container_no'
  | 'awb'
  | 'bl_no'
  | 'pro_no'
  | 'gtin'
  | 'isbn'
  | 'model'
  | 'sku'
  | 'hs_code'
  | 'uscc'
  | 'cn_id'
  | 'customs_declaration_no'
  | 'fapiao_digital_no'
  | 'fapiao_code'
  | 'fapiao_no'
  | 'invoice_no'
  | 'contract_no'
  | 'po_no'
  | 'report_no'
  | 'trademark_no'
  | 'patent_no'
  | 'vat_no'
  | 'eori'
  | 'bank_account'
  | 'lucid_no'
  | 'weee_no'
  | 'fcc_id'
  | 'transaction_no';

export type CheckResult = 'valid' | 'no_check' | 'fails_check';

/** Where a finding was made. */
export type FindingSource =
  | 'text'
  | 'ocr'
  | 'barcode'
  | 'video_frame'
  | 'file_name'
  | 'folder_name'
  | 'email_header'
  | 'embedded_xml'
  | 'report'
  | 'person';

/** Why something was concluded: a key of the i18n catalogue `reasons` and its parameters. */
export interface Reason {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface FoundIdentifier {
  readonly type: IdentifierType;
  /** Normalised: upper case, without separators unless the separators belong to it (order_id keeps its hyphens). */
  readonly value: string;
  /** As it stood in the text. */
  readonly raw: string;
  /** For tracking_number: "UPS", "USPS", "4PX"… spelled as Amazon lists it (TRK-02). */
  readonly carrier?: string;
  readonly check: CheckResult;
  readonly page?: number;
  readonly source: FindingSource;
  /** 0…1. */
  readonly confidence: number;
  readonly reason: Reason;
}

export type DateRole =
  | 'issue'
  | 'ship'
  | 'delivered'
  | 'due'
  | 'deadline'
  | 'valid_from'
  | 'valid_to'
  | 'order'
  | 'taken'
  | 'received'
  | 'period_start'
  | 'period_end'
  | 'sent'
  | 'signed'
  | 'birth'
  | 'printed'
  | 'other';

export interface FoundDate {
  readonly role: DateRole;
  /** ISO date YYYY-MM-DD, or date-time when the document gives a time. */
  readonly value: string;
  readonly page?: number;
  readonly confidence: number;
  readonly reason: Reason;
  /** A person files papers of this form under this date, whatever its role. */
  readonly isDocumentDate?: true;
}

export type AmountRole =
  | 'total'
  | 'net'
  | 'tax'
  | 'shipping'
  | 'discount'
  | 'unit'
  | 'claim'
  | 'refund'
  | 'other';

export interface FoundAmount {
  readonly role: AmountRole;
  /** Decimal string with a point: "1234.50". */
  readonly value: string;
  /** ISO 4217; absent when the document names none. */
  readonly currency?: string;
  readonly page?: number;
  readonly confidence: number;
  readonly reason: Reason;
}

export type PartyRole =
  | 'seller'
  | 'buyer'
  | 'shipper'
  | 'consignee'
  | 'issuer'
  | 'applicant'
  | 'carrier'
  | 'signer'
  | 'grantor'
  | 'grantee'
  | 'sender'
  | 'recipient';

export interface FoundParty {
  readonly role: PartyRole;
  readonly name: string;
  readonly page?: number;
  readonly confidence: number;
  readonly reason: Reason;
}

export interface KindResult {
  /** A slug of domain.md section 2; "unknown" when nothing is sure enough. */
  readonly slug: string;
  /** 0…1. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  /** Next best guesses, best first, for the inbox. */
  readonly alternatives: readonly { readonly slug: string; readonly confidence: number }[];
  /** 1-based page range when a file holds several kinds. */
  readonly parts?: readonly { readonly slug: string; readonly fromPage: number; readonly toPage: number }[];
}

/** A quiet note about a document: "explain or replace", never an accusation. */
export interface Warning {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Input of recognition: pure data, no I/O. */
export interface RecogniseInput {
  /** Where it is stored: what a person taught on this very document holds for the others. Absent for a new file. */
  readonly documentId?: number;
  readonly fileName: string;
  /** Folder names from the watched folder down to the file, outermost first. */
  readonly folderNames: readonly string[];
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly pages: readonly PageText[];
  readonly pageCount: number;
  readonly media: MediaFacts;
  readonly properties: DocumentProperties;
  readonly barcodes: readonly BarcodeValue[];
  readonly problems: readonly ReadProblem[];
}

/** Rises when recognition gives other results; older documents are then recognised again from their stored text. */
export interface Recognition {
  readonly version: number;
  readonly kind: KindResult;
  readonly identifiers: readonly FoundIdentifier[];
  readonly dates: readonly FoundDate[];
  readonly amounts: readonly FoundAmount[];
  readonly parties: readonly FoundParty[];
  /** Problem slugs that the document can serve as evidence for, most specific first. */
  readonly problems: readonly string[];
  readonly warnings: readonly Warning[];
  /** A short human title: e-mail subject, PDF title or file name without extension. */
  readonly title: string;
  /** The date a person would file it under (YYYY-MM-DD), if any. */
  readonly documentDate?: string;
  /** BCP 47 language of most of the text, if clear. */
  readonly language?: string;
  /** What its text is compared by with that of other documents (domain/text/resemblance.ts); absent for little text. */
  readonly textSign?: string;
}
