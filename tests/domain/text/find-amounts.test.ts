// Is the total of a paper found, in its currency, whatever its notation and language?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../src/domain/text/amount-formats.ts';
import { findCapitalAmounts } from '../../../src/domain/text/chinese-amounts.ts';
import { findAmounts } from '../../../src/domain/text/find-amounts.ts';
import { inputOf } from '../identifiers/recognise-input.ts';

const total = (text: string): string | undefined => {
  const found = findAmounts(inputOf(text)).find((amount) => amount.role === 'total');
  return found === undefined ? undefined : `${found.value} ${found.currency ?? '?'}`;
};

describe('totals', () => {
  it.each([
    ['价税合计（大写）叁佰壹拾捌圆整 （小写）¥318.00', '318.00 CNY'],
    ['合计 ¥300.00 ¥18.00\n价税合计（大写） 叁佰壹拾捌元整', '318.00 CNY'],
    ['Nettobetrag: 496,00 €\nUSt. Gesamt: 75,04 €\nGesamtbetrag: 571,04 €', '571.04 EUR'],
    ['Total HT -218,48 €\nTotal taxes -14,99 €\nTotal TTC -233,47 €', '-233.47 EUR'],
    ['Subtotal $ 262.90\nTax 15% on $ 112.90 $ 16.94\nTotal $ 279.84', '279.84 USD'],
    ['Imponibile 100,00\nIVA 22% 22,00\nTotale fattura € 122,00', '122.00 EUR'],
    ['Base imponible 100,00 €\nIVA 21,00 €\nTotal factura 121,00 €', '121.00 EUR'],
    ['Subtotaal € 41,31\nBTW 21% € 8,68\nTe betalen € 49,99', '49.99 EUR'],
    ['Razem netto 100,00 zł\nDo zapłaty 1 234,56 zł', '1234.56 PLN'],
    [
      'Total Sales Inclusive GST 0.00% RM 28.31\nRounding Adjustment: -0.01\nTOTAL : 28.30\nCASH 50.00',
      '28.30 MYR',
    ],
    ['Due payable: 571.04\nVAT-ID: DE136695976', '571.04 EUR'],
    ["Gesamtsumme CHF 12'345.60", '12345.60 CHF'],
    ['小計 ¥1,000\n消費税 ¥100\nご請求金額 ¥1,100 です', '1100 JPY'],
    [
      'TOTAL SALES (INCLUSIVE OF GST) : RM 54.50\nCASH 60.00\nCHANGE 5.50\nGST SUMMARY\nTOTAL : 51.42 3.08',
      '54.50 MYR',
    ],
    ['Grand Total: ₹1,00,000.00', '100000.00 INR'],
    ['Amount due\nUSD 1,234.56', '1234.56 USD'],
    ['Ticket\nCoffee RM 4.00\nCASH RM 10.00\nCHANGE RM 6.00', '4.00 MYR'],
  ])('%s → %s', (text, expected) => {
    expect(total(text)).toBe(expected);
  });
  it('takes pieces and their price in the last row of a table for no net and tax', () => {
    const rolesOf = (text: string) => findAmounts(inputOf(text)).map(({ role, value }) => `${role} ${value}`);
    expect(rolesOf('合计 300 10,678.50')).toEqual(['total 10678.50']);
    expect(rolesOf('合计 ¥300.00 ¥18.00')).toEqual(expect.arrayContaining(['net 300.00', 'tax 18.00']));
  });

  it('is surest where the amount in words agrees', () => {
    const confirmed = findAmounts(inputOf('价税合计（大写）叁佰壹拾捌圆整 （小写）¥318.00'))[0];
    const contradicted = findAmounts(inputOf('价税合计（大写）肆佰圆整 （小写）¥318.00'))[0];
    expect(confirmed?.confidence).toBeGreaterThan(contradicted?.confidence ?? 1);
  });
  it('tells net, tax and shipping from the total', () => {
    const roles = findAmounts(
      inputOf('Net amount 100.00\nVAT 19% 19.00\nShipping 4.90\nGrand Total EUR 123.90'),
    ).map((a) => `${a.role} ${a.value}`);
    expect(roles).toEqual(['total 123.90', 'net 100.00', 'tax 19.00', 'shipping 4.90']);
  });
  it('invents nothing where there is no money', () => {
    expect(findAmounts(inputOf('订单 113-1234567-7654321 数量 10 重量 2.5 kg 2026-01-12 08:30'))).toEqual([]);
  });
});

describe('numbers', () => {
  it('reads what it is written in each notation', () => {
    const write = (locale: string) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.constantFrom('de-DE', 'en-US', 'de-CH', 'fr-FR', 'en-IN', 'pl-PL'),
        (cents, locale) => {
          const written = write(locale)
            .format(cents / 100)
            .replace(/[\u00a0\u202f]/g, ' ')
            .replace(/\u2019/g, "'");
          expect(Number(parseNumber(written))).toBe(cents / 100);
        },
      ),
    );
  });
  it.each([
    ['壹仟贰佰叁拾肆元伍角陆分', '1234.56'],
    ['叁万零伍佰元整', '30500.00'],
    ['壹拾万圆整', '100000.00'],
    ['壹亿贰仟万元零伍分', '120000000.05'],
    ['（负）肆佰元整', '-400.00'],
  ])('%s = %s', (text, expected) => {
    expect(findCapitalAmounts(text)[0]?.value).toBe(expected);
  });
});
