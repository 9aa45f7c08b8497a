// Where do the three XML forms of Chinese invoices (数电票 EInvoice, GB/T 36609 eInvoice in OFD, XBRL) keep their fields?
import type { InvoiceFields } from './invoice-fields.ts';
import { findText, type XmlNode } from './xml-fields.ts';

/** Null when `tree` is no fapiao. All amounts are in yuan. */
export function readFapiaoXml(tree: XmlNode): InvoiceFields | null {
  if (tree['EInvoice'] !== undefined) return readFields(tree['EInvoice'], DIGITAL_NAMES, '数电票 XML');
  if (tree['eInvoice'] !== undefined) return readFields(tree['eInvoice'], OFD_NAMES, 'GB/T 36609');
  if (tree['xbrl'] !== undefined && findText(tree['xbrl'], 'NumberOfInvoice') !== undefined) {
    return readFields(tree['xbrl'], XBRL_NAMES, 'XBRL');
  }
  return null;
}

interface FapiaoNames {
  readonly number: readonly string[];
  readonly code: readonly string[];
  readonly date: readonly string[];
  readonly total: readonly string[];
  readonly net: readonly string[];
  readonly tax: readonly string[];
  readonly seller: readonly string[];
  readonly sellerId: readonly string[];
  readonly buyer: readonly string[];
  readonly buyerId: readonly string[];
}

const DIGITAL_NAMES: FapiaoNames = {
  number: ['InvoiceNumber', 'EIid', 'Eiid'],
  code: [],
  date: ['IssueTime', 'RequestTime', 'IssueDate'],
  total: ['TotalTax-includedAmount', 'TotalTaxIncludedAmount', 'TotalAmWithTax'],
  net: ['TotalAmWithoutTax'],
  tax: ['TotalTaxAm'],
  seller: ['SellerName'],
  sellerId: ['SellerIdNum'],
  buyer: ['BuyerName'],
  buyerId: ['BuyerIdNum'],
};

const OFD_NAMES: FapiaoNames = {
  number: ['InvoiceNo'],
  code: ['InvoiceCode'],
  date: ['IssueDate'],
  total: ['TaxInclusiveTotalAmount'],
  net: ['TaxExclusiveTotalAmount'],
  tax: ['TaxTotalAmount'],
  seller: ['SellerName'],
  sellerId: ['SellerTaxID'],
  buyer: ['BuyerName'],
  buyerId: ['BuyerTaxID'],
};

const XBRL_NAMES: FapiaoNames = {
  number: ['NumberOfInvoice'],
  code: ['CodeOfInvoice'],
  date: ['DateOfIssue'],
  total: ['TotalTaxIncludedAmount', 'TotalAmountIncludingTax', 'TaxInclusiveTotalAmount'],
  net: ['TotalAmountExcludingTax', 'TotalAmountWithoutTax'],
  tax: ['TotalTaxAmount'],
  seller: ['NameOfSeller'],
  sellerId: ['TaxpayerIdentificationNumberOfSeller'],
  buyer: ['NameOfPurchaser', 'NameOfBuyer'],
  buyerId: ['TaxpayerIdentificationNumberOfPurchaser'],
};

function readFields(root: unknown, names: FapiaoNames, format: string): InvoiceFields {
  const first = (candidates: readonly string[]): string | undefined => {
    for (const name of candidates) {
      const text = findText(root, name);
      if (text !== undefined) return text;
    }
    return undefined;
  };
  const number = first(names.number);
  const code = first(names.code);
  // A 数电票 has one number of 20 digits and no code (domain.md 3.4); older ones have a code and a number of 8 digits.
  const isDigital = number !== undefined && /^\d{20}$/.test(number);
  return {
    format,
    identifiers: [
      { type: isDigital ? 'fapiao_digital_no' : 'fapiao_no', value: number, field: names.number[0] ?? '' },
      { type: 'fapiao_code', value: isDigital ? undefined : code, field: names.code[0] ?? '' },
      { type: 'uscc', value: first(names.sellerId), field: names.sellerId[0] ?? '' },
      { type: 'uscc', value: first(names.buyerId), field: names.buyerId[0] ?? '' },
    ],
    dates: [{ role: 'issue', value: first(names.date), field: names.date[0] ?? '' }],
    amounts: [
      { role: 'total', value: first(names.total), field: names.total[0] ?? '' },
      { role: 'net', value: first(names.net), field: names.net[0] ?? '' },
      { role: 'tax', value: first(names.tax), field: names.tax[0] ?? '' },
    ],
    parties: [
      { role: 'seller', name: first(names.seller), field: names.seller[0] ?? '' },
      { role: 'buyer', name: first(names.buyer), field: names.buyer[0] ?? '' },
    ],
    currency: 'CNY',
  };
}
