// Which kinds of document prove an order, and which of these does a seller need before anybody asks (S1-43)?

/** "invoice": where the goods came from. "tracking": that they left. "pod": that they came. "video": what was in the box. */
export type EvidenceGroup = 'invoice' | 'tracking' | 'pod' | 'video';

export const EVIDENCE_GROUPS: Readonly<Record<EvidenceGroup, readonly string[]>> = {
  invoice: [
    'supplier_invoice',
    'fapiao_digital',
    'fapiao_vat_special',
    'fapiao_vat_normal',
    'commercial_invoice',
    'purchase_contract',
  ],
  tracking: ['tracking_slip', 'shipping_label', 'carrier_pickup_receipt', 'pod'],
  pod: ['pod'],
  video: ['shipping_video', 'packing_photo'],
};

export const EVIDENCE_GROUP_NAMES = Object.keys(EVIDENCE_GROUPS) as readonly EvidenceGroup[];

/** Papers that stop being valid, with what they are needed for (domain.md 1.3 IDV, LOA, CMP; issue 5 item 8). */
export const EXPIRING_KINDS: readonly string[] = [
  'business_license',
  'legal_rep_id',
  'insurance_coi',
  'letter_of_authorization',
  'license_agreement',
  'trademark_certificate',
  'patent_certificate',
  'lease_contract',
  'tax_form_w8ben',
  'epr_certificate',
  'rp_agreement',
  'vat_certificate',
  'test_report',
  'sds',
  'fda_registration',
  'ce_certificate',
  'bank_account_letter',
  'credit_card_statement',
];
