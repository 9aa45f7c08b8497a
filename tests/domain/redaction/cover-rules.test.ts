// Is what names, locates or prices covered, and what a consultant works with left readable?
import { describe, expect, it } from 'vitest';
import { type CoverTerms, coverText, findPassages } from '../../../src/domain/redaction/cover-rules.ts';

const TERMS: CoverTerms = {
  names: ['深圳市示例贸易有限公司', 'Shenzhen Example Trading Co., Ltd.', 'Lee'],
  addresses: [],
  words: ['blue kettle'],
};
const cover = (text: string): string => coverText(text, TERMS).text;

describe('names', () => {
  it.each([
    ['Seller is Shenzhen Example Trading Co., Ltd. since 2019', 'Shenzhen'],
    ['SHENZHEN EXAMPLE\nTRADING CO LTD', 'EXAMPLE'],
    ['卖家 深圳市示例\n贸易有限公司 出具', '示例'],
    ['购买方名称：杭州某某百货有限公司\n金额', '杭州'],
    ['Bill to:\nJane Roe\n55 Elm\n\nItems', 'Jane'],
    ['Signed by: M. KOWALSKI', 'KOWALSKI'],
    ['Store: Blue Heron Goods, marketplace: Amazon.com', 'Heron'],
    ['店铺名：蓝鹭家居', '蓝鹭'],
    ['Ship To 收件人:\r\nJANE ROE\r\n55 Elm', 'JANE'],
    ['mail jane.roe@example.org now', 'jane.roe'],
    ['Tel 13812345678', '13812345678'],
    ['Tel (415) 555-0134', '555-0134'],
    ['the Blue  Kettle sold', 'Kettle'],
  ])('%j', (text, gone) => {
    expect(cover(text)).not.toContain(gone);
    expect(cover(text)).toContain('█████');
  });

  it('a town with its postal code is an address, also below a label of persons', () => {
    const reasons = findPassages('Delivered To:\nDENVER, CO, 80202\n\nReceived By:\nJANE ROE\n', TERMS);
    expect(reasons.map((one) => one.reason)).toEqual(['address', 'name']);
  });

  it('are not found inside other words', () => {
    expect(cover('fleece sleeve')).toBe('fleece sleeve');
  });
});

describe('addresses', () => {
  it.each([
    ['1600 Harbor View Drive, Apt 4', 'Harbor'],
    ['Springfield, IL 62704', 'Springfield'],
    ['TAMPA FL 33602', 'TAMPA'],
    ['广东省深圳市南山区科技园路18号3栋502室', '南山'],
  ])('%j', (text, gone) => expect(cover(text)).not.toContain(gone));
});

describe('prices', () => {
  it.each(['$1,234.50', 'USD 99', '¥ 3,200.00', '1200元', '45.00', '12,500', '合计 壹仟贰佰元整', '€ 9,99'])(
    '%j',
    (price) => {
      const digits = /[\d壹贰][\d.,壹贰仟佰]*/.exec(price)![0];
      expect(cover(`total ${price} due`)).not.toContain(digits);
    },
  );
});

describe('what a consultant works with', () => {
  it.each([
    'Order 113-1234567-1234567 of 2026-01-20',
    'ASIN B0EXAMPLE1, FNSKU X001ABCDE1, shipment FBA15ABCDEFG',
    'Tracking 1Z999AA10123456784 delivered 12.01.2026',
    'Quantity 1200 pieces, 3 cartons',
    'Weight 1.05 kg, 12.50 lbs, 30.25 cm',
    '2026-11-22T10:00:00.000Z',
    'a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90',
  ])('%j stays', (text) => expect(cover(text)).toBe(text));
});

it('passages do not overlap and come in order', () => {
  const passages = findPassages('Bill to: Shenzhen Example Trading Co., Ltd. $5.00 13812345678', TERMS);
  for (const [index, one] of passages.entries()) {
    expect(one.end).toBeGreaterThan(one.start);
    if (index > 0) expect(one.start).toBeGreaterThanOrEqual(passages[index - 1]!.end);
  }
});

it('hostile text is searched in bounded time', () => {
  const started = performance.now();
  findPassages('1 a '.repeat(20_000), TERMS);
  findPassages('市'.repeat(20_000), TERMS);
  findPassages('9,'.repeat(20_000), TERMS);
  findPassages('.a@'.repeat(20_000), TERMS);
  expect(performance.now() - started).toBeLessThan(4000);
});
