// Are lines of invoices read only when they prove themselves, and does coverage end on the right day?
import { describe, expect, it } from 'vitest';
import { computeCoverage } from '../../../src/domain/reports/invoice-coverage.ts';
import {
  indexLines,
  matchLine,
  modelCodes,
  readInvoiceLines,
} from '../../../src/domain/reports/invoice-lines.ts';

describe('lines of an invoice', () => {
  it.each([
    ['*日用杂品*不锈钢保温水杯750ml WB02 750ml 哑光蓝 个 300 31.50 9450.00 13% 1228.50', 300],
    ['LED lamp RL01  800  23.80  19,040.00', 800],
    ['Lampe RL01 Stück 1.200 3,50 4.200,00', 1200],
    ['Reading light, Qty: 24', 24],
  ])('%s', (line, quantity) => {
    expect(readInvoiceLines(line).map((l) => l.quantity)).toEqual([quantity]);
  });
  it.each([
    '价税合计（大写） 壹万零陆佰柒拾捌圆伍角整 （小写） ¥10678.50',
    '合 计 ¥9450.00 ¥1228.50',
    'Tel: 0755-0000 1501, Room 1501, 15/F',
    '开票日期：2026年10月19日',
    'Total 3 cartons 120 kg 36 CBM',
  ])('nothing in: %s', (line) => {
    expect(readInvoiceLines(line)).toEqual([]);
  });
  it('a row of bare numbers takes its description from above, not from the row before', () => {
    const lines = readInvoiceLines(
      'Lamp\nSKU XH-RL01-BK\n9405210090 120 3.66 439.20\nCup\nSKU XH-WB02-750\n10 2.00 20.00',
    );
    expect(lines.map((l) => l.quantity)).toEqual([120, 10]);
    const cup = { asin: null, skus: ['XH-WB02-750'], fnskus: [] };
    expect(lines.map((l) => matchLine(l.text, cup))).toEqual([null, 'exact']);
  });
  it('a model code inside the SKU is a weaker match than the SKU, a pack size is none', () => {
    expect(modelCodes('XH-RL01-BK')).toEqual(['RL01']);
    expect(modelCodes('XH-KS03-12PC')).toEqual(['KS03']);
    const product = { asin: 'B0XHDM01RL', skus: ['XH-RL01-BK'], fnskus: [] };
    expect(matchLine('LED夹式阅读灯 RL01 黑色', product)).toBe('model');
    expect(matchLine('SKU XH-RL01-BK', product)).toBe('exact');
    expect(matchLine('RL012 or XRL01', product)).toBeNull();
    expect(matchLine('SKU XH-RL01-BK-2', { ...product, asin: null, skus: ['XH-RL01-BK'] })).toBe('model');
  });
});

describe('coverage', () => {
  const invoice = (issuedOn: string | null, quantity: number) => ({
    documentId: 1,
    number: 'n',
    issuedOn,
    quantity,
    certainty: 'exact' as const,
  });
  it('day 365 still counts, day 366 does not; a paper from after the notice never', () => {
    expect(computeCoverage(10, [invoice('2025-11-22', 10)], '2026-11-22')).toMatchObject({
      bought: 10,
      state: 'covered',
    });
    expect(computeCoverage(10, [invoice('2025-11-21', 10)], '2026-11-22')).toMatchObject({
      bought: 0,
      state: 'none',
      short: 10,
    });
    expect(computeCoverage(10, [invoice('2026-11-23', 10)], '2026-11-22')).toMatchObject({ bought: 0 });
    expect(computeCoverage(10, [invoice(null, 10)], '2026-11-22')).toMatchObject({ bought: 0 });
  });
  it('the same purchase on a second paper counts once, unless a person says otherwise', () => {
    const pair = [invoice('2026-07-17', 600), { ...invoice('2026-07-17', 600), certainty: 'model' as const }];
    expect(computeCoverage(10, pair, '2026-11-22')).toMatchObject({ bought: 600 });
    expect(
      computeCoverage(
        10,
        pair.map((i) => ({ ...i, certainty: 'confirmed' as const })),
        '2026-11-22',
      ),
    ).toMatchObject({ bought: 1200 });
  });
  it('tells when what is left is too little', () => {
    const all = [invoice('2026-10-01', 60), invoice('2026-01-10', 50)];
    expect(computeCoverage(80, all, '2026-11-22')).toMatchObject({
      state: 'covered',
      coveredUntil: '2027-01-11',
    });
    expect(computeCoverage(40, all, '2026-11-22')).toMatchObject({ coveredUntil: '2027-10-02' });
    expect(computeCoverage(200, all, '2026-11-22')).toMatchObject({
      state: 'short',
      short: 90,
      coveredUntil: null,
    });
  });
});

it('the index of lines leaves out no line that is about a product', () => {
  const lines = [
    'XH-RL01-BK lamp 10 2.00 20.00',
    'RL01 lamp 10 2.00 20.00',
    'B0C7XYZ123 10 2.00 20.00',
    '台灯一号 10 2.00 20.00',
    'XH-RL02-BK other 10 2.00 20.00',
    'B0C7XYZ1234 10 2.00 20.00',
  ].map((text) => ({ text }));
  const find = indexLines(lines);
  for (const product of [
    { asin: 'B0C7XYZ123', skus: ['XH-RL01-BK'], fnskus: [] },
    { asin: null, skus: ['台灯一号'], fnskus: [] },
    { asin: null, skus: ['RL01'], fnskus: ['X000000001'] },
  ]) {
    const matched = lines.filter((line) => matchLine(line.text, product) !== null);
    expect(matched).not.toHaveLength(0);
    expect(find(product).filter((line) => matchLine(line.text, product) !== null)).toEqual(
      expect.arrayContaining(matched),
    );
  }
  expect(find({ asin: 'B000000000', skus: ['XH-ZZ99-BK'], fnskus: [] })).toHaveLength(0);
});
