// What does a structured e-invoice (UBL, CII, FatturaPA, fapiao XML) state about itself?

import { maskSensitive } from '../../domain/identifiers/bank-accounts.ts';
import type {
  FoundAmount,
  FoundDate,
  FoundIdentifier,
  FoundParty,
  IdentifierType,
} from '../../domain/inspection.ts';
import type { InvoiceFields } from './invoice-fields.ts';
import { readCiiInvoice } from './invoice-xml-cii.ts';
import { readFapiaoXml } from './invoice-xml-fapiao.ts';
import { readFatturaPa } from './invoice-xml-fattura.ts';
import { readUblInvoice } from './invoice-xml-ubl.ts';
import { parseXml } from './xml-fields.ts';

export interface InvoiceXmlFindings {
  readonly format: string;
  readonly isCreditNote: boolean;
  readonly identifiers: FoundIdentifier[];
  readonly dates: FoundDate[];
  readonly amounts: FoundAmount[];
  readonly parties: FoundParty[];
}

const CONFIDENCE = 0.98;
/** UNTDID 1001 codes of credit notes. */
const CREDIT_NOTE_CODES = new Set([
  '81',
  '83',
  '261',
  '262',
  '296',
  '308',
  '381',
  '396',
  '420',
  '458',
  '532',
]);

/** Findings of a standalone or embedded e-invoice; null when `xml` is none. Never throws on hostile input. */
export function readInvoiceXml(xml: string): InvoiceXmlFindings | null {
  const tree = parseXml(xml);
  if (tree === null) return null;
  const fields = readUblInvoice(tree) ?? readCiiInvoice(tree) ?? readFatturaPa(tree) ?? readFapiaoXml(tree);
  return fields === null ? null : toFindings(fields);
}

function toFindings(fields: InvoiceFields): InvoiceXmlFindings {
  const reasonFor = (field: string) => ({ code: 'embedded_field', params: { field, format: fields.format } });
  const identifiers: FoundIdentifier[] = [];
  for (const { type, value, field } of fields.identifiers) {
    const normalised = value === undefined ? '' : maskSensitive(type, normaliseIdentifier(type, value));
    if (
      value === undefined ||
      normalised === '' ||
      identifiers.some((known) => known.type === type && known.value === normalised)
    )
      continue;
    identifiers.push({
      type,
      value: normalised,
      raw: maskSensitive(type, value),
      check: 'no_check',
      source: 'embedded_xml',
      confidence: CONFIDENCE,
      reason: reasonFor(field),
    });
  }
  const dates: FoundDate[] = [];
  for (const { role, value, field } of fields.dates) {
    const iso = toIsoDate(value);
    if (iso !== undefined) dates.push({ role, value: iso, confidence: CONFIDENCE, reason: reasonFor(field) });
  }
  const amounts: FoundAmount[] = [];
  for (const { role, value, field } of fields.amounts) {
    const decimal = toDecimal(value);
    if (decimal === undefined) continue;
    const currency = fields.currency === undefined ? {} : { currency: fields.currency };
    amounts.push({ role, value: decimal, ...currency, confidence: CONFIDENCE, reason: reasonFor(field) });
  }
  const parties: FoundParty[] = [];
  for (const { role, name, field } of fields.parties) {
    if (name !== undefined && name !== '')
      parties.push({ role, name, confidence: CONFIDENCE, reason: reasonFor(field) });
  }
  const isCreditNote = fields.typeCode !== undefined && CREDIT_NOTE_CODES.has(fields.typeCode);
  return { format: fields.format, isCreditNote, identifiers, dates, amounts, parties };
}

function normaliseIdentifier(type: IdentifierType, value: string): string {
  const upper = value.normalize('NFKC').trim().toUpperCase();
  return type === 'invoice_no' || type === 'po_no' || type === 'contract_no'
    ? upper.replace(/\s+/g, ' ')
    : upper.replace(/[\s.-]/g, '');
}

/** "20180605", "2018-06-05", "2018-06-05T…", "2020年10月10日" → "2018-06-05"; undefined for anything else. */
export function toIsoDate(value: string | undefined): string | undefined {
  const match = /^\s*(\d{4})\D{0,2}(\d{1,2})\D{0,2}(\d{1,2})(?!\d)/.exec(value ?? '');
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1950 || year > 2200) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** XML amounts use a point and no grouping (xs:decimal): "318.0" → "318.00"; undefined when it is no number. */
export function toDecimal(value: string | undefined): string | undefined {
  const match = /^([+-]?)0*(\d{1,15})(?:\.(\d{1,8}))?$/.exec((value ?? '').replace(/[,¥￥\s]/g, ''));
  if (match === null) return undefined;
  const fraction = (match[3] ?? '').replace(/0+$/, '').padEnd(2, '0');
  return `${match[1] === '-' ? '-' : ''}${match[2]}.${fraction}`;
}
