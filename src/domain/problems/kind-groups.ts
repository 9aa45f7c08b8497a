// Which document kinds stand for each other, and which never count as proof?

/** Completed invoices (domain.md 1.5): each of them satisfies `supplier_invoice`. */
export const INVOICE_KINDS: readonly string[] = [
  'supplier_invoice',
  'fapiao_digital',
  'fapiao_vat_special',
  'fapiao_vat_normal',
  'commercial_invoice',
];

/** Papers that look like an invoice but prove no completed purchase (INV-06). */
export const NEVER_INVOICE_KINDS: readonly string[] = ['proforma_invoice', 'quotation', 'purchase_order'];

export const INVOICE_LIKE_KINDS: readonly string[] = [
  ...INVOICE_KINDS,
  ...NEVER_INVOICE_KINDS,
  'receipt_retail',
];

export const FAPIAO_KINDS: readonly string[] = ['fapiao_digital', 'fapiao_vat_special', 'fapiao_vat_normal'];

export const TRACKING_KINDS: readonly string[] = [
  'tracking_slip',
  'pod',
  'shipping_label',
  'carrier_pickup_receipt',
];

export const PHOTO_KINDS: readonly string[] = ['packing_photo', 'product_photo', 'damage_photo'];

export const IDENTITY_KINDS: readonly string[] = [
  'business_license',
  'legal_rep_id',
  'bank_statement',
  'bank_account_letter',
  'credit_card_statement',
  'utility_bill',
  'lease_contract',
  'vat_certificate',
];

export const AUTHORISATION_KINDS: readonly string[] = ['letter_of_authorization', 'license_agreement'];

export const REPORT_KINDS: readonly string[] = [
  'test_report',
  'cpc',
  'gcc',
  'declaration_of_conformity',
  'ce_certificate',
  'fcc_doc',
  'sds',
];

/** Kinds that satisfy a required kind everywhere, besides the kind itself. */
const GENERAL_ALTERNATIVES: Readonly<Record<string, readonly string[]>> = {
  supplier_invoice: INVOICE_KINDS,
};

/** Every kind that satisfies `required`, with the alternatives of one problem type added. */
export function kindsSatisfying(
  required: string,
  alternatives: Readonly<Record<string, readonly string[]>> = {},
): readonly string[] {
  const direct = [required, ...(GENERAL_ALTERNATIVES[required] ?? []), ...(alternatives[required] ?? [])];
  const widened = direct.flatMap((kind) => [kind, ...(GENERAL_ALTERNATIVES[kind] ?? [])]);
  return [...new Set(widened)];
}
