// Are the carriers' published test numbers told apart from wrong ones?
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTrackingNumber } from '../../../src/domain/identifiers/check-tracking-number.ts';
import { findIdentifiers } from '../../../src/domain/identifiers/find-identifiers.ts';
import { inputOf } from './recognise-input.ts';

const corpus = process.env['CASEBINDER_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus');
const vectorsPath = join(corpus, 'tracking', 'vectors.csv');

interface Vector {
  readonly courier: string;
  readonly format: string;
  readonly number: string;
  readonly expected: string;
}

function readVectors(): Vector[] {
  if (!existsSync(vectorsPath)) {
    console.log('corpus absent: published tracking numbers not tested');
    return [];
  }
  return readFileSync(vectorsPath, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [courier = '', format = '', , number = '', expected = ''] = line.split(',');
      return { courier, format, number, expected };
    });
}

const FORMAT_IDS: Readonly<Record<string, readonly string[]>> = {
  usps_legacy: ['usps_legacy', 'usps_legacy_91'],
  'UPS Waybill': ['ups_waybill'],
  'Old Dominion': ['old_dominion'],
  'Old Dominion Guaranteed Shipment': ['old_dominion_guaranteed'],
  'LaserShip 1LS7 (18)': ['lasership_1ls7_18'],
};

describe('published tracking numbers', () => {
  const vectors = readVectors();
  it.runIf(vectors.length > 0)('accepts every valid number for its carrier', () => {
    const wrong = vectors
      .filter((vector) => vector.expected === 'valid')
      .filter((vector) => {
        const ids = FORMAT_IDS[vector.format] ?? [vector.format];
        return !checkTrackingNumber(vector.number).some(
          (result) =>
            ids.includes(result.formatId) &&
            result.courierCode === vector.courier &&
            result.check !== 'fails_check',
        );
      });
    expect(wrong).toEqual([]);
  });
  it.runIf(vectors.length > 0)('accepts no invalid number for its carrier', () => {
    const wrong = vectors
      .filter((vector) => vector.expected === 'invalid')
      .filter((vector) => {
        const ids = FORMAT_IDS[vector.format] ?? [vector.format];
        return checkTrackingNumber(vector.number).some(
          (result) => ids.includes(result.formatId) && result.check !== 'fails_check',
        );
      });
    expect(wrong).toEqual([]);
  });
});

const CARRIER_OF: Readonly<Record<string, RegExp>> = {
  canpar: /^Canpar$/,
  dhl: /^DHL/,
  dpd: /^DPD$/,
  gofo: /^GOFO/,
  landmark: /^Landmark/,
  old_dominion: /^Old Dominion$/,
  ups: /^UPS$/,
  usps: /^USPS$/,
  yodel: /^Yodel$/,
};

describe('published tracking numbers in a text', () => {
  const vectors = readVectors();
  const found = (text: string) =>
    findIdentifiers(inputOf(text)).filter((entry) => entry.type === 'tracking_number');
  it.runIf(vectors.length > 0).each(['Tracking number: ', '快递单号：'])(
    'are found with their carrier after "%s", and wrong ones are not valid',
    (label) => {
      const wrong = vectors.filter((vector) => {
        const number = vector.number.replace(/\s/g, '');
        const isMine = (entry: { value: string; carrier?: string }): boolean =>
          entry.value === number && (CARRIER_OF[vector.courier]?.test(entry.carrier ?? '') ?? false);
        const hits = found(`${label}${vector.number}\n2 kg`).filter(isMine);
        return vector.expected === 'valid'
          ? !hits.some((hit) => hit.check !== 'fails_check')
          : hits.some((hit) => hit.check === 'valid');
      });
      expect(wrong).toEqual([]);
    },
  );
});

describe('published numbers of carriers without vectors in the corpus', () => {
  it.each([
    ['986578788855', 'FedEx'],
    ['9611020987654312345672', 'FedEx'],
    ['9622 0019 0000 0000 0000 0077 6632 5175 10', 'FedEx'],
    ['041441760228964', 'FedEx'],
    ['00 0123450000000027', 'FedEx'],
    ['RB123456785GB', 'Royal Mail'],
    ['LB60 001 904 8NO', 'Posten Norge'],
    ['EA123456785CN', 'China Post'],
    ['７９４６３７０５２９２０', 'FedEx'],
  ])('%s has a right check digit of %s', (number, carrier) => {
    expect(
      checkTrackingNumber(number)
        .filter((r) => r.check === 'valid')
        .map((r) => r.carrier),
    ).toContain(carrier);
  });
  it.each([
    ['TBA010000000000', 'Amazon Logistics'],
    ['YT2229521272164446', 'Yun Express'],
    ['4PX3000123456789CN', '4PX'],
    ['SF1234567890123', 'SF Express'],
    ['LP00123456789012', 'Cainiao'],
    ['UJ123456789YP', 'Yanwen'],
    ['1LSCX0180219300', 'LaserShip'],
    ['1LS7252013123456-1', 'LaserShip'],
    ['SP123456789012345678', 'Spee-Dee'],
  ])('%s has the shape of %s, which carries no check digit', (number, carrier) => {
    const [first] = checkTrackingNumber(number);
    expect(first).toMatchObject({ carrier, check: 'no_check' });
  });
  it('does not take a wrong country for a postal number', () => {
    expect(checkTrackingNumber('RB123456785ZZ')).toEqual([]);
  });
});
