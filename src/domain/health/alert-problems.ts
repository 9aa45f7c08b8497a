// Which problem type is an alert of the health log about, for the case that is opened from it (S1-25)?

/** Field of the log → slug of the problem; fields without a case of their own are left out. */
export const ALERT_PROBLEMS: Readonly<Record<string, string>> = {
  ahr_score: 'acct-ahr-at-risk',
  odr_mfn_rate: 'ord-odr',
  odr_afn_rate: 'ord-odr',
  lsr_10d: 'ord-late-shipment',
  lsr_30d: 'ord-late-shipment',
  cr_7d: 'ord-cancellation',
  vtr_30d: 'ord-invalid-tracking',
  otdr_14d: 'ord-otdr',
  idr_7d: 'ord-invoice-defect',
  suspected_ip: 'ip-suspected',
  received_ip: 'ip-trademark',
  authenticity_complaints: 'lst-inauthentic',
  condition_complaints: 'lst-used-sold-as-new',
  safety_complaints: 'lst-safety-complaint',
  restricted_products: 'lst-restricted-product',
  regulatory_compliance: 'lst-compliance-docs',
  food_safety: 'lst-safety-complaint',
  listing_policy: 'lst-pricing-or-detail-policy',
  document_requests: 'lst-compliance-docs',
  atoz_claims: 'clm-atoz-not-received',
  chargebacks: 'clm-chargeback',
  status: 'acct-deactivated-policy',
  messaging_warning: 'acct-messaging-restriction',
};
