// Where does a UBL 2 invoice or credit note (PEPPOL, XRechnung, EN 16931) keep its fields?
import type { InvoiceFields } from './invoice-fields.ts';
import { attributeOf, isNode, listAt, textAt, textOf, type XmlNode } from './xml-fields.ts';

/** Null when `tree` is neither a UBL Invoice nor a CreditNote. */
export function readUblInvoice(tree: XmlNode): InvoiceFields | null {
  const isCreditNote = tree['CreditNote'] !== undefined;
  const root = tree['Invoice'] ?? tree['CreditNote'];
  if (
    !isNode(root) ||
    (root['AccountingSupplierParty'] === undefined && root['LegalMonetaryTotal'] === undefined)
  )
    return null;
  const currency =
    textAt(root, 'DocumentCurrencyCode') ??
    attributeOf(listAt(root, 'LegalMonetaryTotal/PayableAmount')[0], 'currencyID');
  const typeCode =
    textAt(root, 'InvoiceTypeCode', 'CreditNoteTypeCode') ?? (isCreditNote ? '381' : undefined);
  return {
    format: 'UBL',
    identifiers: [
      { type: 'invoice_no', value: textAt(root, 'ID'), field: 'ID' },
      { type: 'po_no', value: textAt(root, 'OrderReference/ID'), field: 'OrderReference' },
      {
        type: 'contract_no',
        value: textAt(root, 'ContractDocumentReference/ID'),
        field: 'ContractDocumentReference',
      },
      {
        type: 'vat_no',
        value: readVat(root, 'AccountingSupplierParty'),
        field: 'AccountingSupplierParty/PartyTaxScheme',
      },
      {
        type: 'vat_no',
        value: readVat(root, 'AccountingCustomerParty'),
        field: 'AccountingCustomerParty/PartyTaxScheme',
      },
      {
        type: 'bank_account',
        value: textAt(root, 'PaymentMeans/PayeeFinancialAccount/ID'),
        field: 'PayeeFinancialAccount',
      },
    ],
    dates: [
      { role: 'issue', value: textAt(root, 'IssueDate'), field: 'IssueDate' },
      { role: 'due', value: textAt(root, 'DueDate', 'PaymentMeans/PaymentDueDate'), field: 'DueDate' },
      { role: 'ship', value: textAt(root, 'Delivery/ActualDeliveryDate'), field: 'ActualDeliveryDate' },
      { role: 'period_start', value: textAt(root, 'InvoicePeriod/StartDate'), field: 'InvoicePeriod' },
      { role: 'period_end', value: textAt(root, 'InvoicePeriod/EndDate'), field: 'InvoicePeriod' },
    ],
    amounts: [
      {
        role: 'total',
        value: textAt(root, 'LegalMonetaryTotal/TaxInclusiveAmount', 'LegalMonetaryTotal/PayableAmount'),
        field: 'TaxInclusiveAmount',
      },
      {
        role: 'net',
        value: textAt(root, 'LegalMonetaryTotal/TaxExclusiveAmount'),
        field: 'TaxExclusiveAmount',
      },
      { role: 'tax', value: readTaxTotal(root, currency), field: 'TaxTotal' },
    ],
    parties: [
      ...readNames(root, 'AccountingSupplierParty', 'seller'),
      ...readNames(root, 'AccountingCustomerParty', 'buyer'),
      {
        role: 'consignee',
        name: textAt(root, 'Delivery/DeliveryParty/PartyName/Name'),
        field: 'DeliveryParty',
      },
    ],
    ...(currency === undefined ? {} : { currency }),
    ...(typeCode === undefined ? {} : { typeCode }),
  };
}

/** The legal name first; a differing trading name follows, because papers often print that one. */
function readNames(
  root: XmlNode,
  element: string,
  role: 'seller' | 'buyer',
): InvoiceFields['parties'][number][] {
  const party = `${element}/Party`;
  const legal = textAt(root, `${party}/PartyLegalEntity/RegistrationName`);
  const trading = textAt(root, `${party}/PartyName/Name`);
  const names = new Set([legal, trading, legal ?? trading ?? textAt(root, `${party}/Contact/Name`)]);
  return [...names].filter((name) => name !== undefined).map((name) => ({ role, name, field: element }));
}

/** Only registrations under the VAT scheme: other company numbers stand beside them. */
function readVat(root: XmlNode, role: string): string | undefined {
  for (const scheme of listAt(root, `${role}/Party/PartyTaxScheme`)) {
    const name = textAt(scheme, 'TaxScheme/ID') ?? 'VAT';
    const id = textAt(scheme, 'CompanyID');
    if (/^(?:VAT|VA|UST|TVA|IVA|BTW|MOMS)$/i.test(name) && id !== undefined) return id;
  }
  return undefined;
}

function readTaxTotal(root: XmlNode, currency: string | undefined): string | undefined {
  const totals = listAt(root, 'TaxTotal/TaxAmount');
  const own = totals.find((total) => attributeOf(total, 'currencyID') === currency) ?? totals[0];
  return own === undefined ? undefined : textOf(own);
}
