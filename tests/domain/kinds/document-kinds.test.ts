// Is the table of kinds complete and well-formed?
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { normaliseForCues } from '../../../src/domain/kinds/cue-text.ts';
import {
  DOCUMENT_KINDS,
  isSensitiveKind,
  kindsSatisfying,
} from '../../../src/domain/kinds/document-kinds.ts';
import { kindReasons as englishReasons } from '../../../src/i18n/en/kind-reasons.ts';
import { kinds as englishNames } from '../../../src/i18n/en/kinds.ts';
import { warnings as englishWarnings } from '../../../src/i18n/en/warnings.ts';
import { kindReasons as chineseReasons } from '../../../src/i18n/zh-CN/kind-reasons.ts';
import { kinds as chineseNames } from '../../../src/i18n/zh-CN/kinds.ts';
import { warnings as chineseWarnings } from '../../../src/i18n/zh-CN/warnings.ts';

const cues = z.array(z.string().min(2)).optional();
const KindSchema = z.strictObject({
  slug: z.string().regex(/^[a-z0-9_]+$/),
  names: z.strictObject({ 'zh-CN': z.string().min(2), en: z.string().min(3) }),
  group: z.enum(['commercial', 'logistics', 'media', 'rights', 'compliance', 'company', 'amazon', 'none']),
  types: z.array(z.enum(['P', 'I', 'O', 'E', 'V', 'T', 'X'])).min(1),
  decisive: cues,
  titles: cues,
  genericTitles: cues,
  labels: cues,
  fileNames: cues,
  weakFileNames: cues,
  against: cues,
  identifiers: z.array(z.string()).optional(),
  byNameAlone: z.boolean().optional(),
  sensitive: z.boolean(),
  satisfies: z.array(z.string()).optional(),
});

/** Slugs of domain.md 2.1 to 2.7. */
const SLUGS =
  'supplier_invoice fapiao_digital fapiao_vat_special fapiao_vat_normal commercial_invoice proforma_invoice purchase_order purchase_contract payment_proof delivery_note receipt_retail quotation freight_invoice packing_list shipping_label tracking_slip pod bill_of_lading air_waybill carrier_pickup_receipt warehouse_receipt customs_declaration import_entry fba_box_label fba_shipment_summary fba_appointment shipping_video packing_photo product_photo damage_photo return_unboxing_video letter_of_authorization license_agreement trademark_certificate patent_certificate copyright_registration ip_retraction court_order test_report cpc gcc declaration_of_conformity ce_certificate fcc_doc un38_3 sds hazmat_exemption_sheet fda_registration rp_agreement epr_certificate product_manual business_license legal_rep_id bank_statement bank_account_letter credit_card_statement utility_bill lease_contract tax_form_w8ben vat_certificate insurance_coi shareholding_chart performance_notification amazon_notification case_correspondence buyer_message order_detail return_record refund_record atoz_record chargeback_notice safet_record settlement_report amazon_report account_health_screenshot listing_screenshot error_screenshot poa_document translation unknown';

describe('table of kinds', () => {
  it.each(DOCUMENT_KINDS.map((kind) => [kind.slug, kind] as const))('%s is well-formed', (_slug, kind) => {
    expect(KindSchema.safeParse(kind).error?.issues).toBeUndefined();
  });

  it('holds every kind of the domain once', () => {
    expect(DOCUMENT_KINDS.map((kind) => kind.slug).join(' ')).toBe(SLUGS);
  });

  it('never says the same phrase for and against one kind', () => {
    for (const kind of DOCUMENT_KINDS) {
      const pro = new Set(
        [...(kind.decisive ?? []), ...(kind.titles ?? []), ...(kind.labels ?? [])].map(normaliseForCues),
      );
      expect(
        (kind.against ?? []).map(normaliseForCues).filter((cue) => pro.has(cue)),
        kind.slug,
      ).toEqual([]);
    }
  });

  it('accepts fapiao and commercial invoices as supplier invoices, never offers and orders', () => {
    expect(kindsSatisfying('supplier_invoice')).toEqual([
      'supplier_invoice',
      'fapiao_digital',
      'fapiao_vat_special',
      'fapiao_vat_normal',
      'commercial_invoice',
    ]);
    expect(kindsSatisfying('pod')).toEqual(['pod']);
  });

  it('asks before identity and money papers leave the house', () => {
    const sensitive = DOCUMENT_KINDS.filter((kind) => isSensitiveKind(kind.slug))
      .map((kind) => kind.slug)
      .sort();
    expect(sensitive).toEqual([
      'bank_account_letter',
      'bank_statement',
      'credit_card_statement',
      'legal_rep_id',
      'payment_proof',
      'shareholding_chart',
      'tax_form_w8ben',
    ]);
    expect(isSensitiveKind('no_such_kind')).toBe(false);
  });

  it('has both languages for kinds, reasons and warnings, with the same placeholders', () => {
    const pairs: readonly (readonly [Record<string, string>, Record<string, string>])[] = [
      [englishNames, chineseNames],
      [englishReasons, chineseReasons],
      [englishWarnings, chineseWarnings],
    ];
    for (const [english, chinese] of pairs) {
      expect(Object.keys(chinese)).toEqual(Object.keys(english));
      for (const [key, text] of Object.entries(english)) {
        const names = (template: string | undefined): string[] => (template?.match(/\{\w+\}/g) ?? []).sort();
        expect(names(chinese[key]), key).toEqual(names(text));
      }
    }
  });
});
