// Where does a UN/CEFACT Cross Industry Invoice (Factur-X, ZUGFeRD 1 and 2, XRechnung CII) keep its fields?
import type { InvoiceFields } from './invoice-fields.ts';
import { attributeOf, isNode, listAt, textAt, textOf, type XmlNode } from './xml-fields.ts';

/** Null when `tree` is no CII. Version 1 and 2 differ in the names of the blocks only. */
export function readCiiInvoice(tree: XmlNode): InvoiceFields | null {
  const root = tree['CrossIndustryInvoice'] ?? tree['CrossIndustryDocument'];
  if (!isNode(root)) return null;
  const document = root['ExchangedDocument'] ?? root['HeaderExchangedDocument'];
  const trade = root['SupplyChainTradeTransaction'] ?? root['SpecifiedSupplyChainTradeTransaction'];
  const part = (name: string): unknown =>
    isNode(trade) ? (trade[`ApplicableHeader${name}`] ?? trade[`ApplicableSupplyChain${name}`]) : undefined;
  const agreement = part('TradeAgreement');
  const delivery = part('TradeDelivery');
  const settlement = part('TradeSettlement');
  const sum = isNode(settlement)
    ? (settlement['SpecifiedTradeSettlementHeaderMonetarySummation'] ??
      settlement['SpecifiedTradeSettlementMonetarySummation'])
    : undefined;
  const currency = textAt(settlement, 'InvoiceCurrencyCode');
  const typeCode = textAt(document, 'TypeCode');
  return {
    format: 'CII',
    identifiers: [
      { type: 'invoice_no', value: textAt(document, 'ID'), field: 'ID' },
      {
        type: 'po_no',
        value: textAt(
          agreement,
          'BuyerOrderReferencedDocument/IssuerAssignedID',
          'BuyerOrderReferencedDocument/ID',
        ),
        field: 'BuyerOrderReferencedDocument',
      },
      {
        type: 'contract_no',
        value: textAt(
          agreement,
          'ContractReferencedDocument/IssuerAssignedID',
          'ContractReferencedDocument/ID',
        ),
        field: 'ContractReferencedDocument',
      },
      {
        type: 'vat_no',
        value: readVat(agreement, 'SellerTradeParty'),
        field: 'SellerTradeParty/SpecifiedTaxRegistration',
      },
      {
        type: 'vat_no',
        value: readVat(agreement, 'BuyerTradeParty'),
        field: 'BuyerTradeParty/SpecifiedTaxRegistration',
      },
      {
        type: 'bank_account',
        value: textAt(
          settlement,
          'SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID',
        ),
        field: 'IBANID',
      },
    ],
    dates: [
      {
        role: 'issue',
        value: textAt(document, 'IssueDateTime/DateTimeString', 'IssueDateTime'),
        field: 'IssueDateTime',
      },
      {
        role: 'ship',
        value: textAt(delivery, 'ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString'),
        field: 'ActualDeliverySupplyChainEvent',
      },
      {
        role: 'due',
        value: textAt(settlement, 'SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString'),
        field: 'DueDateDateTime',
      },
      {
        role: 'period_start',
        value: textAt(settlement, 'BillingSpecifiedPeriod/StartDateTime/DateTimeString'),
        field: 'BillingSpecifiedPeriod',
      },
      {
        role: 'period_end',
        value: textAt(settlement, 'BillingSpecifiedPeriod/EndDateTime/DateTimeString'),
        field: 'BillingSpecifiedPeriod',
      },
    ],
    amounts: [
      {
        role: 'total',
        value: textAt(sum, 'GrandTotalAmount', 'DuePayableAmount'),
        field: 'GrandTotalAmount',
      },
      { role: 'net', value: textAt(sum, 'TaxBasisTotalAmount'), field: 'TaxBasisTotalAmount' },
      { role: 'tax', value: readTaxTotal(sum, currency), field: 'TaxTotalAmount' },
    ],
    parties: [
      { role: 'seller', name: textAt(agreement, 'SellerTradeParty/Name'), field: 'SellerTradeParty' },
      {
        role: 'buyer',
        name: textAt(agreement, 'BuyerTradeParty/Name', 'BuyerTradeParty/DefinedTradeContact/PersonName'),
        field: 'BuyerTradeParty',
      },
      { role: 'consignee', name: textAt(delivery, 'ShipToTradeParty/Name'), field: 'ShipToTradeParty' },
    ],
    ...(currency === undefined ? {} : { currency }),
    ...(typeCode === undefined ? {} : { typeCode }),
  };
}

function readVat(agreement: unknown, party: string): string | undefined {
  const ids = listAt(agreement, `${party}/SpecifiedTaxRegistration/ID`);
  const vat = ids.find((id) => attributeOf(id, 'schemeID') === 'VA');
  return vat === undefined ? undefined : textOf(vat);
}

/** A second tax total in the accounting currency may follow; the one in the invoice's currency counts. */
function readTaxTotal(sum: unknown, currency: string | undefined): string | undefined {
  const totals = listAt(sum, 'TaxTotalAmount');
  const own = totals.find((total) => attributeOf(total, 'currencyID') === currency) ?? totals[0];
  return own === undefined ? undefined : textOf(own);
}
