// Is every right number found valid in any writing, and is one wrong digit never taken as valid?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCnId,
  checkContainer,
  checkGtin,
  checkIban,
  checkIsbn10,
  checkMod7,
  checkS10,
  checkUscc,
} from '../../../src/domain/identifiers/check-digits.ts';
import { checkTrackingNumber } from '../../../src/domain/identifiers/check-tracking-number.ts';
import { findIdentifiers } from '../../../src/domain/identifiers/find-identifiers.ts';
import { inputOf } from './recognise-input.ts';

const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });
const upper = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: count, maxLength: count });

/** The one last character of the alphabet that makes the check pass. */
function complete(body: string, alphabet: string, passes: (whole: string) => boolean): string | undefined {
  for (const last of alphabet) if (passes(body + last)) return body + last;
  return undefined;
}

const trackingValid = (carrier: string) => (whole: string) =>
  checkTrackingNumber(whole).some((result) => result.carrier === carrier && result.check === 'valid');

interface Family {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly numbers: fc.Arbitrary<string>;
  /** Does the algorithm notice a change of any digit? Where it cannot, the check digit alone is changed. */
  readonly catchesEveryDigit: boolean;
}

const NUMERIC = '0123456789';
const families: readonly Family[] = [
  {
    name: 'UPS',
    type: 'tracking_number',
    label: '运单号',
    catchesEveryDigit: false,
    numbers: fc
      .tuple(digits(6), digits(2), digits(7))
      .map(([a, b, c]) => complete(`1Z${a}${b}${c}`, NUMERIC, trackingValid('UPS')) ?? ''),
  },
  {
    name: 'USPS IMpb',
    type: 'tracking_number',
    label: 'USPS 运单号',
    catchesEveryDigit: true,
    numbers: digits(9).map((a) => complete(`94001112${a}0830`, NUMERIC, trackingValid('USPS')) ?? ''),
  },
  {
    name: 'FedEx 12',
    type: 'tracking_number',
    label: 'FedEx 运单号',
    catchesEveryDigit: false,
    numbers: digits(11).map((a) => complete(a, NUMERIC, trackingValid('FedEx')) ?? ''),
  },
  {
    name: 'FedEx Ground 96',
    type: 'tracking_number',
    label: 'FedEx 运单号',
    catchesEveryDigit: false,
    numbers: digits(19).map((a) => complete(`96${a}`, NUMERIC, trackingValid('FedEx')) ?? ''),
  },
  {
    name: 'DPD',
    type: 'tracking_number',
    label: 'DPD 运单号',
    catchesEveryDigit: true,
    numbers: digits(14).map((a) => complete(a, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', trackingValid('DPD')) ?? ''),
  },
  {
    name: 'S10',
    type: 'tracking_number',
    label: '邮政',
    catchesEveryDigit: false,
    numbers: fc
      .tuple(
        fc.constantFrom('RR', 'LX', 'EA', 'CP'),
        digits(8),
        fc.constantFrom('CN', 'HK', 'GB', 'DE', 'US'),
      )
      .map(
        ([service, serial, country]) =>
          `${service}${complete(serial, NUMERIC, (w) => checkS10(w.slice(0, 8), w.slice(8)))}${country}`,
      ),
  },
  {
    name: 'container',
    type: 'container_no',
    label: '柜号',
    catchesEveryDigit: false,
    numbers: fc
      .tuple(upper(3), digits(6))
      .map(([owner, serial]) => complete(`${owner}U${serial}`, NUMERIC, checkContainer) ?? ''),
  },
  {
    name: 'air waybill',
    type: 'awb',
    label: '空运单号',
    catchesEveryDigit: false,
    numbers: fc
      .tuple(digits(3), digits(7))
      .map(
        ([line, serial]) =>
          `${line}-${complete(serial, NUMERIC, (w) => checkMod7(w.slice(0, 7), w.slice(7)))}`,
      ),
  },
  {
    name: 'EAN-13',
    type: 'gtin',
    label: '条码',
    catchesEveryDigit: true,
    numbers: digits(12).map((a) => complete(a, NUMERIC, checkGtin) ?? ''),
  },
  {
    name: 'ISBN-10',
    type: 'isbn',
    label: 'ISBN',
    catchesEveryDigit: true,
    numbers: digits(9).map((a) => complete(a, '0123456789X', checkIsbn10) ?? ''),
  },
  {
    name: 'credit code',
    type: 'uscc',
    label: '统一社会信用代码',
    catchesEveryDigit: true,
    numbers: fc
      .tuple(digits(6), digits(9))
      .map(
        ([region, body]) =>
          complete(`91${region}${body}`, '0123456789ABCDEFGHJKLMNPQRTUWXY', checkUscc) ?? '',
      ),
  },
];

const fullWidth = (text: string): string =>
  text.replace(/[0-9A-Z-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const inFours = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ');

function findValid(text: string, type: string): string[] {
  return findIdentifiers(inputOf(text))
    .filter((found) => found.type === type && found.check === 'valid')
    .map((found) => found.value);
}

describe.each(families)('$name', ({ type, label, numbers, catchesEveryDigit }) => {
  const real = numbers.filter((number) => number !== '');
  const plain = (number: string): string => number.replaceAll('-', '');

  it('is found valid next to its label, inside Chinese text and full-width', () => {
    fc.assert(
      fc.property(real, (number) => {
        expect(findValid(`${label}：${number}`, type)).toContain(plain(number));
        expect(findValid(`我们已于昨日发出${label}${number}的货物，请查收。`, type)).toContain(plain(number));
        expect(findValid(`${label}：${fullWidth(number)}已核对`, type)).toContain(plain(number));
      }),
      { numRuns: 60 },
    );
  });

  it('is never valid with one wrong digit', () => {
    fc.assert(
      fc.property(real, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, seed, step) => {
        // The first two characters tell the format: another one is another kind of number.
        const all = [...number].flatMap((character, index) =>
          index > 1 && /\d/.test(character) ? [index] : [],
        );
        const position = catchesEveryDigit ? (all[seed % all.length] ?? 0) : (all.at(-1) ?? 0);
        const wrong =
          number.slice(0, position) +
          String((Number(number[position]) + step) % 10) +
          number.slice(position + 1);
        const carrier = checkTrackingNumber(number).find((result) => result.check === 'valid')?.carrier;
        const found = findIdentifiers(inputOf(`${label}：${wrong}`)).filter(
          (entry) =>
            entry.type === type &&
            entry.check === 'valid' &&
            entry.value === plain(wrong) &&
            entry.carrier === carrier,
        );
        expect(found).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('numbers printed in groups', () => {
  it.each(families.filter((family) => family.type === 'tracking_number'))(
    '$name is found when split by spaces',
    ({ label, numbers }) => {
      fc.assert(
        fc.property(
          numbers.filter((number) => number !== ''),
          (number) => {
            expect(findValid(`${label}: ${inFours(number)}\n重量 2kg`, 'tracking_number')).toContain(number);
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});

describe('identity numbers and accounts', () => {
  const idNumbers = fc
    .tuple(
      fc.constantFrom('110105', '440305', '330106'),
      fc.integer({ min: 1950, max: 2005 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      digits(3),
    )
    .map(
      ([region, year, month, day, serial]) =>
        complete(
          `${region}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${serial}`,
          '0123456789X',
          checkCnId,
        ) ?? '',
    );

  it('never stand in clear in a result', () => {
    fc.assert(
      fc.property(idNumbers, (number) => {
        const found = findIdentifiers(inputOf(`姓名 王某 公民身份号码${number}`));
        expect(found.find((entry) => entry.type === 'cn_id')?.check).toBe('valid');
        expect(JSON.stringify(found)).not.toContain(number.slice(0, 14));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the last four characters of a bank account', () => {
    const found = findIdentifiers(
      inputOf('开户行 招商银行 账号：6225880137706868\nIBAN DE89 3704 0044 0532 0130 00'),
    );
    expect(
      found
        .filter((entry) => entry.type === 'bank_account')
        .map((entry) => entry.value)
        .sort(),
    ).toEqual(['****3000', '****6868']);
    expect(JSON.stringify(found)).not.toContain('622588');
    expect(checkIban('DE89370400440532013000')).toBe(true);
  });
});
