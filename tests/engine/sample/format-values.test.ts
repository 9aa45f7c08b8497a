// Do sample papers write amounts and numbers the way real ones do?
import { expect, test } from 'vitest';
import { checkContainer, checkUscc } from '../../../src/domain/identifiers/check-digits.ts';
import { addDays, writeMoney, writeMoneyInCapitals } from '../../../src/engine/sample/format-values.ts';
import {
  makeContainerNumber,
  makeFapiaoNumber,
  makeMod10CheckDigit,
  makeS10,
  makeUps,
  makeUscc,
} from '../../../src/engine/sample/make-numbers.ts';
import { encodeQuotedPrintable } from '../../../src/engine/sample/write-mail.ts';

test.each([
  [0, '零圆整'],
  [5, '零圆零伍分'],
  [1_613_640, '壹万陆仟壹佰叁拾陆圆肆角整'],
  [10_000_000, '壹拾万圆整'],
  [10_050_000, '壹拾万零伍佰圆整'],
  [2_000_301, '贰万零叁圆零壹分'],
  [12_345_678_901, '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖圆零壹分'],
])('%i fen are %s', (fen, text) => {
  expect(writeMoneyInCapitals(fen)).toBe(text);
});

test('amounts keep their cents and group thousands', () => {
  expect(writeMoney(123_456_705)).toBe('1,234,567.05');
  expect(writeMoney(-50)).toBe('-0.50');
});

test('days cross months and leap years', () => {
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

test('numbers agree with published vectors', () => {
  // domain.md 3.2 to 3.4
  expect(makeUscc('91350100M000100Y4')).toBe('91350100M000100Y43');
  expect(makeMod10CheckDigit('03600029145')).toBe('2');
  expect(makeS10('RB', 12_345_678 - 90_000_000, 'GB')).toBe('RB123456785GB');
  expect(makeUps(1_234_567)).toMatch(/^1Z999AA1031234567\d$/);
  expect(checkUscc(makeUscc('91440300MADEM0001'))).toBe(true);
  expect(checkContainer(makeContainerNumber('CSQ', 305_438))).toBe(true);
  expect(makeContainerNumber('CSQ', 305_438)).toBe('CSQU3054383');
  expect(makeFapiaoNumber('2026-07-17', '44', 101)).toBe('26442000000000000101');
});

test('quoted-printable lines stay within 76 characters and come back whole', () => {
  const text = `Grüße 订单 = 113-0000101-5000101 ${'x'.repeat(200)}`;
  const encoded = encodeQuotedPrintable(text);
  for (const line of encoded.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
  const bytes = encoded
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  expect(Buffer.from(bytes, 'latin1').toString()).toBe(text);
});
