// Are the fields of structured e-invoices read exactly, and is hostile XML harmless?
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readInvoiceXml, toDecimal, toIsoDate } from '../../../src/engine/recognise/invoice-xml.ts';

const CORPUS =
  process.env.CASEBINDER_CORPUS ?? join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpus');

describe('e-invoices of the corpus', () => {
  const folder = join(CORPUS, 'invoice-xml');
  if (!existsSync(folder)) {
    it('has no corpus here', () => console.log('no corpus: set CASEBINDER_CORPUS'));
    return;
  }
  const names = readdirSync(folder).filter((name) =>
    existsSync(join(CORPUS, 'labels', 'invoice-xml', `${name}.json`)),
  );
  it.each(names)('%s', (name) => {
    const label = JSON.parse(readFileSync(join(CORPUS, 'labels', 'invoice-xml', `${name}.json`), 'utf8')) as {
      fields: Record<string, string | number>;
    };
    const found = readInvoiceXml(readFileSync(join(folder, name), 'utf8'));
    const { fields } = label;
    if (fields['invoice_number'] !== undefined)
      expect(found?.identifiers.filter(({ type }) => type === 'invoice_no').map(({ raw }) => raw)).toEqual([
        fields['invoice_number'],
      ]);
    if (fields['date'] !== undefined)
      expect(found?.dates.find(({ role }) => role === 'issue')?.value).toBe(fields['date']);
    if (fields['total'] !== undefined)
      expect(Number(found?.amounts.find(({ role }) => role === 'total')?.value)).toBe(fields['total']);
    if (fields['net'] !== undefined)
      expect(Number(found?.amounts.find(({ role }) => role === 'net')?.value)).toBe(fields['net']);
    if (fields['currency'] !== undefined)
      expect(found?.amounts[0]?.currency ?? fields['currency']).toBe(fields['currency']);
    if (fields['issuer'] !== undefined)
      expect(found?.parties.filter(({ role }) => role === 'seller').map((party) => party.name)).toContain(
        fields['issuer'],
      );
    if (fields['buyer'] !== undefined)
      expect(found?.parties.filter(({ role }) => role === 'buyer').map((party) => party.name)).toContain(
        fields['buyer'],
      );
  });
});

describe('数电票 XML', () => {
  it('gives the 20-digit number, both taxpayers and the sums', () => {
    const xml =
      '<?xml version="1.0" encoding="utf-8"?><EInvoice><Header><EIid>25442000000123456789</EIid></Header><EInvoiceData><SellerInformation><SellerIdNum>91440300MA5EXAMPLE</SellerIdNum><SellerName>东莞市样品电子厂</SellerName></SellerInformation><BuyerInformation><BuyerIdNum>91440300MA5EXAMPLF</BuyerIdNum><BuyerName>深圳市示例科技有限公司</BuyerName></BuyerInformation><BasicInformation><TotalAmWithoutTax>1000.00</TotalAmWithoutTax><TotalTaxAm>130.00</TotalTaxAm><TotalTax-includedAmount>1130.00</TotalTax-includedAmount><RequestTime>2026-03-12 10:11:12</RequestTime></BasicInformation></EInvoiceData><TaxSupervisionInfo><InvoiceNumber>25442000000123456789</InvoiceNumber><IssueTime>2026-03-12</IssueTime></TaxSupervisionInfo></EInvoice>';
    const found = readInvoiceXml(xml);
    expect(found?.identifiers.map(({ type, value }) => `${type} ${value}`)).toEqual([
      'fapiao_digital_no 25442000000123456789',
      'uscc 91440300MA5EXAMPLE',
      'uscc 91440300MA5EXAMPLF',
    ]);
    expect(found?.amounts.map(({ role, value }) => `${role} ${value}`)).toEqual([
      'total 1130.00',
      'net 1000.00',
      'tax 130.00',
    ]);
    expect(found?.dates[0]?.value).toBe('2026-03-12');
  });
});

describe('what is no invoice', () => {
  it.each([
    ['another vocabulary', '<TrackReply><Severity>SUCCESS</Severity></TrackReply>'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><text>Invoice</text></svg>'],
    ['plain text', 'Invoice No 12'],
    ['cut-off XML', '<Invoice><ID>12'],
    ['nothing', ''],
    [
      'an entity bomb',
      '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Invoice><ID>&b;</ID><LegalMonetaryTotal/></Invoice>',
    ],
    ['deep nesting', `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`],
    ['a name of the prototype', '<__proto__><ID>1</ID></__proto__>'],
  ])('%s gives nothing and throws nothing', (_name, xml) => {
    expect(readInvoiceXml(xml)).toBeNull();
  });

  it('shows account numbers by their last four characters only', () => {
    const xml =
      '<Invoice><ID>1</ID><PaymentMeans><PayeeFinancialAccount><ID>DE88200800000970375700</ID></PayeeFinancialAccount></PaymentMeans><LegalMonetaryTotal><PayableAmount currencyID="EUR">1</PayableAmount></LegalMonetaryTotal></Invoice>';
    expect(JSON.stringify(readInvoiceXml(xml))).not.toContain('0970375700');
  });
});

describe('values', () => {
  it('normalises dates and decimals, or refuses them', () => {
    expect(
      ['20180605', '2018-06-05T10:00:00', '2020年10月1日', '05.06.2018', '20181305'].map(toIsoDate),
    ).toEqual(['2018-06-05', '2018-06-05', '2020-10-01', undefined, undefined]);
    expect(['318.0', '-12.5', '007', '1,234.50', '1.2.3', 'abc', ''].map(toDecimal)).toEqual([
      '318.00',
      '-12.50',
      '7.00',
      '1234.50',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
