// Are dates, numbers and damaged cells of reports read as the marketplaces write them?
import { describe, expect, it } from 'vitest';
import { judgeDayFirst, parseReportDate } from '../../../src/domain/reports/report-dates.ts';
import { REPORT_BY_NAME } from '../../../src/domain/reports/report-layouts.ts';
import {
  cleanCell,
  isDamagedId,
  parseReportNumber,
  restoreAsinZeros,
  showsDecimalComma,
} from '../../../src/domain/reports/report-values.ts';
import { shapeRow } from '../../../src/domain/reports/shape-row.ts';
import { createRowSplitter } from '../../../src/domain/reports/split-rows.ts';

const iso = (text: string, dayFirst = false): string | null => {
  const ms = parseReportDate(text, { dayFirst });
  return ms === null ? null : new Date(ms).toISOString().slice(0, 19);
};

describe('dates', () => {
  const FORMS: readonly (readonly [string, string])[] = [
    ['2026-03-14T08:49:04+00:00', '2026-03-14T08:49:04'],
    ['2026-03-14T00:00:00-0700', '2026-03-14T07:00:00'],
    ['2026-03-14 08:49:04 UTC', '2026-03-14T08:49:04'],
    ['2026-03-14', '2026-03-14T00:00:00'],
    ['14.03.2026 08:49:04 UTC', '2026-03-14T08:49:04'],
    ['2026/03/14 8:49:04JST', '2026-03-13T23:49:04'],
    ['Jun 8, 2025 10:23:05 PM PDT', '2025-06-09T05:23:05'],
    ['15 Mar 2026 3:22:08 PM UTC', '2026-03-15T15:22:08'],
    ['15 févr. 2026 15:22:08 UTC', '2026-02-15T15:22:08'],
    ['3. März 2026 08:00:00 MEZ', '2026-03-03T07:00:00'],
    ['8 de jun. de 2025 22:23:05 GMT-7', '2025-06-09T05:23:05'],
    ['2026年3月14日 8:49:04', '2026-03-14T08:49:04'],
    ['12:00 AM', ''],
  ];
  for (const [text, expected] of FORMS) {
    it(text, () => expect(iso(text)).toBe(expected === '' ? null : expected));
  }
  it('07/06/2026 is July in the ledger and June in Europe; 14/03/2026 can only be March', () => {
    expect(iso('07/06/2026')).toBe('2026-07-06T00:00:00');
    expect(iso('07/06/2026', true)).toBe('2026-06-07T00:00:00');
    expect(iso('14/03/2026')).toBe('2026-03-14T00:00:00');
    expect(judgeDayFirst('14/03/2026')).toBe(true);
    expect(judgeDayFirst('03/14/2026')).toBe(false);
    expect(judgeDayFirst('03/04/2026')).toBeUndefined();
  });
  it('impossible dates are none', () => {
    for (const text of [
      '2026-02-30',
      '31.04.2026',
      '2026-13-01',
      '99/99/2026',
      'yesterday',
      '',
      '2026-03-14 25:00:00',
    ])
      expect(iso(text), text).toBeNull();
  });
});

describe('numbers', () => {
  it('reads both decimal marks, thousands, the minus of typographers and brackets', () => {
    expect(parseReportNumber('1.234,56', true)).toBe('1234.56');
    expect(parseReportNumber('1,234.56', false)).toBe('1234.56');
    expect(parseReportNumber('12,34', true)).toBe('12.34');
    expect(parseReportNumber('1.234', true)).toBe('1234');
    expect(parseReportNumber('1.234', false)).toBe('1.234');
    expect(parseReportNumber('1,234', false)).toBe('1234');
    expect(parseReportNumber('\u221212.50', false)).toBe('-12.50');
    expect(parseReportNumber('(12.50)', false)).toBe('-12.50');
    expect(parseReportNumber('￥1,980', false)).toBe('1980');
    expect(parseReportNumber('abc', false)).toBeUndefined();
  });
  it('tells a decimal comma from thousands', () => {
    expect(showsDecimalComma('12,34')).toBe(true);
    expect(showsDecimalComma('1.234,56')).toBe(true);
    expect(showsDecimalComma('1,234')).toBe(false);
    expect(showsDecimalComma('1,234.56')).toBe(false);
  });
});

describe('what spreadsheets do to cells', () => {
  it('unwraps ="…" and the apostrophe', () => {
    expect(cleanCell('="0012345"')).toBe('0012345');
    expect(cleanCell("'0012345")).toBe('0012345');
    expect(cleanCell(' 111-1 ')).toBe('111-1');
  });
  it('long numbers in exponent form, or with zeros for lost digits, are damaged; real ones are not', () => {
    expect(isDamagedId('9.4E+21')).toBe(true);
    expect(isDamagedId('9,40011E+21')).toBe(true);
    expect(isDamagedId('9400110000000000000000')).toBe(true);
    expect(isDamagedId('9400111899223397623910')).toBe(false);
    expect(isDamagedId('1Z999AA10123456784')).toBe(false);
    expect(isDamagedId('10000000701')).toBe(false);
  });
  it('an ISBN gets its zeros back only when its check digit agrees', () => {
    expect(restoreAsinZeros('306406152')).toBe('0306406152');
    expect(restoreAsinZeros('306406153')).toBeUndefined();
    expect(restoreAsinZeros('B0XHD00001')).toBeUndefined();
  });
  it('a row with a spoilt tracking number is flagged and not found by it', () => {
    const layout = REPORT_BY_NAME.get('shipping_confirmation');
    if (layout === undefined) throw new Error('layout');
    const row = shapeRow(
      ['111-0000112-5000112', '1', '2026-03-14', 'USPS', '9.4E+21'],
      ['order-id', 'order-item-id', 'ship-date', 'carrier-code', 'tracking-number'],
      layout,
      { dayFirst: false, decimalComma: false },
    );
    expect(row.damaged).toBe(true);
    expect(row.trackingNumber).toBeNull();
    expect(row.orderId).toBe('111-0000112-5000112');
    expect(row.problems).toMatchObject([{ code: 'damagedId', column: 'tracking-number' }]);
  });
  it('names, streets and mail of buyers are not kept; city and post code are', () => {
    const layout = REPORT_BY_NAME.get('fulfilled_shipments');
    if (layout === undefined) throw new Error('layout');
    const keys = [
      'amazon-order-id',
      'buyer-name',
      'buyer-email',
      'recipient-name',
      'ship-address-1',
      'ship-city',
      'ship-postal-code',
    ];
    const { data } = shapeRow(
      ['111-0000112-5000112', 'A', 'b@c', 'D', 'E', 'Columbus', '43004'],
      keys,
      layout,
      {
        dayFirst: false,
        decimalComma: false,
      },
    );
    expect(Object.keys(data)).toEqual(['amazon-order-id', 'ship-city', 'ship-postal-code']);
  });
});

describe('rows', () => {
  const split = (text: string, delimiter: ',' | '\t', quotes: boolean, step = 1): string[][] => {
    const splitter = createRowSplitter(delimiter, quotes);
    const rows: string[][] = [];
    for (let at = 0; at < text.length; at += step) rows.push(...splitter.push(text.slice(at, at + step)));
    return [...rows, ...splitter.end().rows];
  };
  it('quoted fields hold line breaks, delimiters and quotes, wherever a piece of the file ends', () => {
    const text = 'a,b\r\n"1\r\n2","x ""y"", z"\r\n3,4\n';
    for (const step of [1, 2, 3, 7, 100])
      expect(split(text, ',', true, step)).toEqual([
        ['a', 'b'],
        ['1\r\n2', 'x "y", z'],
        ['3', '4'],
      ]);
  });
  it('a quote in a tab file is a character like any other', () => {
    expect(split('a\tb\r\n12" pan\t5"\r\n"x ""y"""\tz\r\n', '\t', false)).toEqual([
      ['a', 'b'],
      ['12" pan', '5"'],
      ['x "y"', 'z'],
    ]);
  });
  it('a file that ends in the middle of a quote says so', () => {
    const splitter = createRowSplitter(',', true);
    splitter.push('a,b\n1,"half');
    expect(splitter.end()).toEqual({ rows: [['1', 'half']], open: true });
  });
});
