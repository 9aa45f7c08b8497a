// Are units of an invoice counted only where its own sums prove that no row was missed or read twice?
import { describe, expect, it } from 'vitest';
import { readInvoiceLines } from '../../../src/domain/reports/invoice-lines.ts';
import { countUnits, countUnitsOf, findWholeRows } from '../../../src/domain/reports/invoice-units.ts';

const ROWS = 'LED lamp SKU XH-RL01-BK  8  23.80  190.40\nSteel cup SKU XH-WB02-750  4  10.00  40.00';
const lines = readInvoiceLines(ROWS);
const units = (
  amounts: { role: 'net' | 'total' | 'tax'; value: string }[],
  from = lines,
): number | undefined => {
  const rows = findWholeRows(from, amounts);
  return rows === undefined ? undefined : countUnits(rows);
};

describe('units of a whole invoice', () => {
  it('add up when the rows add up to its net or total', () => {
    expect(units([{ role: 'total', value: '230.40' }])).toBe(12);
    expect(
      units([
        { role: 'total', value: '260.35' },
        { role: 'net', value: '230.40' },
      ]),
    ).toBe(12);
  });
  it.each([
    ['freight on top', [{ role: 'total' as const, value: '245.40' }]],
    ['only the tax fits', [{ role: 'tax' as const, value: '230.40' }]],
    ['no sum was read', []],
  ])('stay unknown: %s', (_why, amounts) => {
    expect(units(amounts)).toBeUndefined();
  });
  it('stay unknown when a second copy on the next page doubles every row', () => {
    expect(units([{ role: 'total', value: '230.40' }], readInvoiceLines(`${ROWS}\n${ROWS}`))).toBeUndefined();
  });
  it('stay unknown when a label alone names the quantity', () => {
    expect(
      units([{ role: 'total', value: '100.00' }], readInvoiceLines('Reading light, Qty: 24')),
    ).toBeUndefined();
  });
});

describe('units of one product', () => {
  const rows = findWholeRows(lines, [{ role: 'total', value: '230.40' }]) ?? [];
  it('are those of the rows that name its own code', () => {
    expect(countUnitsOf(rows, { asin: null, skus: ['XH-RL01-BK'], fnskus: [] })).toBe(8);
  });
  it('stay unknown where no row names it, or one may mean it by its model', () => {
    expect(countUnitsOf(rows, { asin: 'B0XHD00009', skus: [], fnskus: [] })).toBeUndefined();
    const mixed = readInvoiceLines('SKU XH-RL01-BK  8  23.80  190.40\nLamp RL01 red  4  10.00  40.00');
    const whole = findWholeRows(mixed, [{ role: 'total', value: '230.40' }]) ?? [];
    expect(countUnitsOf(whole, { asin: null, skus: ['XH-RL01-BK'], fnskus: [] })).toBeUndefined();
  });
});
