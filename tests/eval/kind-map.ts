// Which of our kinds are right for a document class of the corpus?

const INVOICES = [
  'supplier_invoice',
  'commercial_invoice',
  'fapiao_digital',
  'fapiao_vat_special',
  'fapiao_vat_normal',
];

/** Classes with a business kind. A receipt published as an invoice and a freight or utility invoice are right as such. */
export const KINDS_OF_CLASS: Readonly<Record<string, readonly string[]>> = {
  invoice: [...INVOICES, 'receipt_retail', 'utility_bill', 'freight_invoice'],
  'credit-note': ['supplier_invoice', 'refund_record'],
  receipt: ['receipt_retail', 'supplier_invoice'],
  'shipping-label': ['shipping_label', 'fba_box_label', 'return_record'],
  'packing-slip': ['packing_list', 'order_detail', 'delivery_note'],
  contract: ['purchase_contract', 'license_agreement', 'lease_contract'],
  'bill-of-lading': ['bill_of_lading'],
  'tracking-record': ['tracking_slip', 'pod'],
  'order-data': ['order_detail', 'tracking_slip', 'shipping_label', 'buyer_message'],
  'amazon-report': ['amazon_report', 'settlement_report'],
};

/** Strict reading for the table: a till receipt is a receipt, not a supplier's invoice. */
export const STRICT_KINDS: Readonly<Record<string, readonly string[]>> = {
  ...KINDS_OF_CLASS,
  receipt: ['receipt_retail'],
};

/** Everything else has no business kind: "unknown" is right, and any other answer is wrong. */
export function rightKinds(docKind: string): readonly string[] {
  return STRICT_KINDS[docKind] ?? ['unknown'];
}

export function hasBusinessKind(docKind: string): boolean {
  return KINDS_OF_CLASS[docKind] !== undefined;
}
