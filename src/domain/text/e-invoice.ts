// What does a machine-readable invoice (CII, UBL, FatturaPA, Chinese fapiao XML) inside a document state?
import type { PageText } from '../reading.ts';
import type { XmlLeaf } from './xml-leaves.ts';
import { readXmlLeaves } from './xml-leaves.ts';

/** Fields of one electronic invoice; dates ISO, amounts decimal strings. */
export interface EInvoice {
  readonly page: number;
  readonly number: string;
  readonly kind: 'invoice' | 'fapiao_digital';
  readonly fapiaoCode?: string;
  readonly issueDate?: string;
  readonly dueDate?: string;
  readonly deliveryDate?: string;
  readonly total?: string;
  readonly net?: string;
  readonly tax?: string;
  readonly currency?: string;
  readonly seller?: string;
  readonly buyer?: string;
  readonly orderNumber?: string;
}

type Field = Exclude<keyof EInvoice, 'page' | 'kind'>;

/** Path endings per field, best first. Sources: EN 16931 syntax bindings (CII D16B, UBL 2.1), FatturaPA 1.2, GB/T 33190 fapiao. */
const PATHS: Readonly<Record<Field, readonly RegExp[]>> = {
  number: [
    /(?:^|\/)(?:Header)?ExchangedDocument\/ID$/,
    /^(?:Invoice|CreditNote)\/ID$/,
    /DatiGeneraliDocumento\/Numero$/,
    /^(?:EInvoice|eInvoice|Invoice)(?:\/.*)?\/(?:InvoiceNo|InvoiceNumber|EIid)$/,
  ],
  fapiaoCode: [/^(?:EInvoice|eInvoice|Invoice)(?:\/.*)?\/InvoiceCode$/],
  issueDate: [
    /(?:Header)?ExchangedDocument\/IssueDateTime(?:\/DateTimeString)?$/,
    /^(?:Invoice|CreditNote)\/IssueDate$/,
    /DatiGeneraliDocumento\/Data$/,
    /^(?:EInvoice|eInvoice)(?:\/.*)?\/(?:IssueDate|IssueTime|RequestTime)$/,
  ],
  dueDate: [
    /SpecifiedTradePaymentTerms\/DueDateDateTime\/DateTimeString$/,
    /^Invoice\/DueDate$/,
    /PaymentMeans\/PaymentDueDate$/,
    /DettaglioPagamento\/DataScadenzaPagamento$/,
  ],
  deliveryDate: [
    /ActualDeliverySupplyChainEvent\/OccurrenceDateTime\/DateTimeString$/,
    /Delivery\/ActualDeliveryDate$/,
  ],
  total: [
    /Header(?:Monetary|TradeSettlement).*\/GrandTotalAmount$/,
    /MonetarySummation\/GrandTotalAmount$/,
    /LegalMonetaryTotal\/TaxInclusiveAmount$/,
    /LegalMonetaryTotal\/PayableAmount$/,
    /DatiGeneraliDocumento\/ImportoTotaleDocumento$/,
    /\/(?:TaxInclusiveTotalAmount|TotalTax-includedAmount|TotaltaxIncludedAmount)$/,
    /DettaglioPagamento\/ImportoPagamento$/,
  ],
  net: [
    /MonetarySummation\/TaxBasisTotalAmount$/,
    /LegalMonetaryTotal\/TaxExclusiveAmount$/,
    /\/(?:TaxExclusiveTotalAmount|TotalAmWithoutTax)$/,
  ],
  tax: [
    /MonetarySummation\/TaxTotalAmount$/,
    /^(?:Invoice|CreditNote)\/TaxTotal\/TaxAmount$/,
    /\/(?:TaxTotalAmount|TotalTaxAm)$/,
  ],
  currency: [/\/InvoiceCurrencyCode$/, /\/DocumentCurrencyCode$/, /DatiGeneraliDocumento\/Divisa$/],
  seller: [
    /SellerTradeParty\/Name$/,
    /AccountingSupplierParty\/Party\/PartyName\/Name$/,
    /AccountingSupplierParty\/Party\/PartyLegalEntity\/RegistrationName$/,
    /CedentePrestatore\/DatiAnagrafici\/Anagrafica\/Denominazione$/,
    /\/SellerName$/,
  ],
  buyer: [
    /BuyerTradeParty\/Name$/,
    /AccountingCustomerParty\/Party\/PartyName\/Name$/,
    /AccountingCustomerParty\/Party\/PartyLegalEntity\/RegistrationName$/,
    /CessionarioCommittente\/DatiAnagrafici\/Anagrafica\/Denominazione$/,
    /\/BuyerName$/,
  ],
  orderNumber: [
    /BuyerOrderReferencedDocument\/(?:IssuerAssigned)?ID$/,
    /^(?:Invoice|CreditNote)\/OrderReference\/ID$/,
    /DatiOrdineAcquisto\/IdDocumento$/,
  ],
};

/** Reads the first electronic invoice among the XML pages of a document; undefined when there is none. */
export function readEInvoice(pages: readonly PageText[]): EInvoice | undefined {
  for (const page of pages) {
    if (
      page.source !== 'xml' ||
      !/ExchangedDocument|<(?:\w+:)?(?:Invoice|CreditNote)[\s>]|FatturaElettronica|EInvoice|InvoiceNo>/i.test(
        page.text.slice(0, 20_000),
      )
    )
      continue;
    const invoice = readFields(readXmlLeaves(page.text.slice(0, 2_000_000)), page.page);
    if (invoice !== undefined) return invoice;
  }
  return undefined;
}

function readFields(leaves: readonly XmlLeaf[], page: number): EInvoice | undefined {
  const text = (field: Field): string | undefined => {
    for (const pattern of PATHS[field]) {
      const leaf = leaves.find((candidate) => pattern.test(candidate.path));
      if (leaf !== undefined) return leaf.value.replace(/\s+/g, ' ').trim();
    }
    return undefined;
  };
  const number = text('number');
  if (number === undefined || number.length > 60) return undefined;
  const fields: Partial<Record<Field, string | undefined>> = {
    fapiaoCode: text('fapiaoCode'),
    issueDate: toIsoDate(text('issueDate')),
    dueDate: toIsoDate(text('dueDate')),
    deliveryDate: toIsoDate(text('deliveryDate')),
    total: toDecimal(text('total')),
    net: toDecimal(text('net')),
    tax: toDecimal(text('tax')),
    currency: text('currency'),
    seller: text('seller'),
    buyer: text('buyer'),
    orderNumber: text('orderNumber'),
  };
  const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const kind = /^(?:2[1-9]|3\d)\d{18}$/.test(number) ? 'fapiao_digital' : 'invoice';
  return { page, number, kind, ...present };
}

function toIsoDate(value: string | undefined): string | undefined {
  const match = /^(\d{4})[-年/]?(\d{2})[-月/]?(\d{2})/.exec(value ?? '');
  return match === null ? undefined : `${match[1]}-${match[2]}-${match[3]}`;
}

function toDecimal(value: string | undefined): string | undefined {
  return value !== undefined && /^-?\d+(?:\.\d+)?$/.test(value) ? value : undefined;
}
