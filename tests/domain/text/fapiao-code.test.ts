// The QR code of a fapiao gives number, date, amount and kind even where the picture around it cannot be read.
import { expect, test } from 'vitest';
import { readFapiaoCode } from '../../../src/domain/text/fapiao-code.ts';
import { recognise } from '../../../src/engine/recognise/recognise.ts';
import { inputOf } from '../identifiers/recognise-input.ts';

const scan = (value: string, text = '') =>
  recognise(
    inputOf(text, {
      source: 'ocr',
      fileName: 'scan.jpg',
      mediaType: 'image/jpeg',
      barcodes: [{ page: 1, format: 'QRCode', value }],
    }),
  );

test('a digital invoice: one number of twenty digits, its date and its total', () => {
  const found = scan('01,32,,25312000000012345678,113.00,20250308,,1A2B');
  expect(found.kind).toMatchObject({ slug: 'fapiao_digital', reasons: [{ code: 'kind_fapiao_code' }] });
  expect(found.identifiers).toContainEqual(
    expect.objectContaining({ type: 'fapiao_digital_no', value: '25312000000012345678', source: 'barcode' }),
  );
  expect(found.documentDate).toBe('2025-03-08');
  expect(found.amounts).toContainEqual(
    expect.objectContaining({ role: 'total', value: '113.00', currency: 'CNY' }),
  );
});

test('an older special invoice: code and number, and the amount without tax', () => {
  const found = scan('01,01,3100182130,15624352,318.00,20200101,12345678901234567890,ABCD,');
  expect(found.kind.slug).toBe('fapiao_vat_special');
  expect(found.identifiers.map(({ type, value }) => `${type} ${value}`)).toEqual(
    expect.arrayContaining(['fapiao_code 3100182130', 'fapiao_no 15624352']),
  );
  expect(found.amounts).toContainEqual(expect.objectContaining({ role: 'net', value: '318.00' }));
});

test('a printed number that differs from the code is said with both', () => {
  const found = scan(
    '01,32,,25312000000012345678,113.00,20250308,,1A2B',
    '电子发票（普通发票）\n发票号码：25312000000099999999\n开票日期：2025年03月08日\n价税合计（小写）¥113.00',
  );
  expect(found.warnings).toContainEqual({
    code: 'barcode_differs',
    params: { barcode: '25312000000012345678', text: '25312000000099999999' },
  });
});

test('other codes are none, and a day that does not exist is no date', () => {
  expect(
    readFapiaoCode([{ page: 1, format: 'QRCode', value: 'https://example.com/01,32,,2531' }]),
  ).toBeNull();
  expect(
    readFapiaoCode([{ page: 1, format: 'QRCode', value: '01,32,,25312000000012345678,113.00,20251399,' }]),
  ).not.toHaveProperty('date');
});
