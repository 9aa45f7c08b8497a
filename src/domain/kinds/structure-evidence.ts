// What does the structure of a file (XML root, JSON keys, table header) say about its kind, before any wording?
import type { Reason, RecogniseInput } from '../inspection.ts';
import { findReportHeader } from './report-headers.ts';

export interface StructureEvidence {
  readonly slug: string;
  /** 0…1; structures are near proof. */
  readonly confidence: number;
  readonly reason: Reason;
}

interface RootRule {
  readonly pattern: RegExp;
  readonly slug: string;
  /** Name of the format, as it is known. */
  readonly format: string;
}

/** Root elements of e-invoices and of carriers' tracking answers. Prefixes of namespaces vary, so only local names count. */
const XML_ROOTS: readonly RootRule[] = [
  {
    pattern: /<(?:[\w.-]+:)?(?:CrossIndustryInvoice|CrossIndustryDocument)[\s>]/,
    slug: 'supplier_invoice',
    format: 'CII (Factur-X/ZUGFeRD)',
  },
  {
    pattern: /<(?:[\w.-]+:)?FatturaElettronica(?:Semplificata)?[\s>]/,
    slug: 'supplier_invoice',
    format: 'FatturaPA',
  },
  {
    pattern:
      /<(?:[\w.-]+:)?Invoice[\s>][\s\S]{0,4000}?urn:oasis:names:specification:ubl|urn:oasis:names:specification:ubl:schema:xsd:Invoice-2/,
    slug: 'supplier_invoice',
    format: 'UBL',
  },
  {
    pattern: /urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2/,
    slug: 'supplier_invoice',
    format: 'UBL credit note',
  },
  {
    pattern: /<(?:[\w.-]+:)?(?:Facturae|SifInvoice|eSLOG)[\s>]/,
    slug: 'supplier_invoice',
    format: 'e-invoice',
  },
  {
    pattern: /<(?:[\w.-]+:)?Faktura[\s>][\s\S]{0,2000}?(?:crd\.gov\.pl|KSeF|KodFormularza)/i,
    slug: 'supplier_invoice',
    format: 'KSeF',
  },
  {
    pattern: /<EInvoice[\s>]|<(?:[\w.-]+:)?EIid>|<TaxSupervisionInfo>/,
    slug: 'fapiao_digital',
    format: '数电票 XML',
  },
  {
    pattern:
      /<(?:TrackReply|TrackResponse|TrackingResponse|TrackShipmentReply)[\s>]|<(?:[\w.-]+:)?TrackReply[\s>]/,
    slug: 'tracking_slip',
    format: 'carrier tracking XML',
  },
  {
    pattern: /<(?:ShipmentEvent|ShipmentInfo|AWBInfo)[\s>]|<(?:[\w.-]+:)?TrackingResponse[\s>]/,
    slug: 'tracking_slip',
    format: 'carrier tracking XML',
  },
];

/** Old Chinese e-fapiao in OFD carry an XML whose invoice has a code and a number. */
const OLD_FAPIAO_XML = /<(?:[\w.-]+:)?eInvoice[\s>]/;

interface JsonRule {
  readonly keys: readonly RegExp[];
  readonly slug: string;
  readonly format: string;
}

const JSON_RULES: readonly JsonRule[] = [
  {
    keys: [
      /"(?:trackingNumber|TrackingNumber|tracking_number)"/,
      /"(?:milestoneHistory|trackingEvents|trackingDetail|eventHistory|scanEvents|latestMilestone|tracking_status|latestStatusDetail)"/i,
    ],
    slug: 'tracking_slip',
    format: 'tracking JSON',
  },
  {
    keys: [/"(?:returnRequests?|rmaId|amazonRmaId|ReturnRequestId)"/i],
    slug: 'return_record',
    format: 'return JSON',
  },
  {
    keys: [
      /"(?:AmazonOrderId|amazonOrderId|OrderItemId|orderItemId|purchaseOrderNumber|SellerOrderId|sellerFulfillmentOrderId)"/,
    ],
    slug: 'order_detail',
    format: 'order JSON',
  },
  { keys: [/\/orders\/\d{3}-\d{7}-\d{7}\b/], slug: 'order_detail', format: 'order JSON' },
];

/** Structural evidence, strongest first; empty when the file is only prose or pictures. */
export function findStructureEvidence(input: RecogniseInput): StructureEvidence[] {
  const evidence: StructureEvidence[] = [];
  for (const page of input.pages.slice(0, 50)) {
    const head = page.text.slice(0, 20_000).trimStart();
    if (head.startsWith('<') || page.source === 'xml') {
      const found = readXmlRoot(head);
      if (found !== null) evidence.push(found);
    } else if ((head.startsWith('{') || head.startsWith('[')) && page.page === 1) {
      const found = readJsonKeys(head);
      if (found !== null) evidence.push(found);
    }
  }
  const table = readTable(input);
  if (table !== null) evidence.push(table);
  return evidence;
}

function readXmlRoot(text: string): StructureEvidence | null {
  if (OLD_FAPIAO_XML.test(text)) {
    const hasCode = /<(?:[\w.-]+:)?InvoiceCode>\s*\d{10,12}\s*</.test(text);
    const special = /专用发票|<(?:[\w.-]+:)?TypeCode>\s*(?:28|01)\s*</.test(text);
    const slug = hasCode ? (special ? 'fapiao_vat_special' : 'fapiao_vat_normal') : 'fapiao_digital';
    return {
      slug,
      confidence: 0.97,
      reason: { code: 'kind_xml', params: { format: 'fapiao XML (GB/T 36609)' } },
    };
  }
  const rule = XML_ROOTS.find(({ pattern }) => pattern.test(text));
  if (rule === undefined) return null;
  return { slug: rule.slug, confidence: 0.98, reason: { code: 'kind_xml', params: { format: rule.format } } };
}

function readJsonKeys(text: string): StructureEvidence | null {
  const rule = JSON_RULES.find(({ keys }) => keys.every((key) => key.test(text)));
  if (rule === undefined) return null;
  return { slug: rule.slug, confidence: 0.9, reason: { code: 'kind_json', params: { format: rule.format } } };
}

function readTable(input: RecogniseInput): StructureEvidence | null {
  const text = input.pages.find((page) => page.text.trim() !== '')?.text;
  if (text === undefined || text.trimStart().startsWith('<')) return null;
  const header = findReportHeader(text.slice(0, 60_000));
  if (header === null) return null;
  return {
    slug: header.slug,
    confidence: 0.98,
    reason: { code: 'kind_report_header', params: { report: header.report } },
  };
}
