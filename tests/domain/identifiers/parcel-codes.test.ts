// A label's own barcode is the parcel's number even where no published format knows it; elsewhere it is nothing.
import { expect, test } from 'vitest';
import { findIdentifiers } from '../../../src/domain/identifiers/find-identifiers.ts';
import { inputOf } from './recognise-input.ts';

const LABEL = 'Pocztex KURIER\nODBIORCA Test Receiver\nWaga 0.4 kg\nBydgoszcz 85-790';

function trackingOf(text: string, value: string, format = 'Code128') {
  return findIdentifiers(inputOf(text, { source: 'ocr', barcodes: [{ page: 1, format, value }] })).filter(
    (found) => found.type === 'tracking_number',
  );
}

test('the code of a label that names its carrier is the parcel number', () => {
  expect(trackingOf(LABEL, 'PX6719400000')).toEqual([
    expect.objectContaining({
      value: 'PX6719400000',
      carrier: 'Pocztex',
      check: 'no_check',
      source: 'barcode',
    }),
  ]);
});

test('a code on a paper without a carrier, a product code, an order and a web address are none', () => {
  expect(trackingOf('Quotation for 500 lamps', 'PX6719400000')).toEqual([]);
  expect(trackingOf(LABEL, '4006381333931', 'EAN13')).toEqual([]);
  expect(trackingOf(LABEL, '113-1234567-1234567', 'QRCode')).toEqual([]);
  expect(trackingOf(LABEL, 'HTTPS://EXAMPLE.COM/0000000000', 'DataMatrix')).toEqual([]);
});

test('the transport code of a label names the parcel whatever is printed', () => {
  const code =
    '[)>\u001e01\u001d02\u001d21000\u001d000\u001d000\u001d03015151800000\u001dGEOP\u001d\u001d071\u001e\u0004';
  expect(trackingOf('', code, 'Aztec')).toEqual([expect.objectContaining({ value: '03015151800000' })]);
  const pictures = code.replaceAll('\u001d', '␝').replaceAll('\u001e', '␞');
  expect(trackingOf('', pictures, 'Aztec')[0]?.value).toBe('03015151800000');
});

test('a routing code and the zeros of a test label are no parcel numbers', () => {
  for (const value of ['4210405000', '420752041234', '000000000000', '9622001900008000296000000000000000'])
    expect(trackingOf(`UPS Standard\n${LABEL}`, value), value).toEqual([]);
});

test('a letter that text recognition took for a digit is corrected by the code beside it', () => {
  const found = trackingOf(
    'GLS\nYour GLS Track ID\nY0D3V05S\nDK 2500',
    'ADK0063DK00YOD3VO5SBBd 1',
    'DataMatrix',
  );
  expect(found).toContainEqual(expect.objectContaining({ value: 'YOD3VO5S', source: 'barcode' }));
});

test('the carrier that a short receipt names at its top belongs to the number at its end', () => {
  const filler =
    'Zustelladresse / Delivery Address:\nTest Receiver\nTest street 11\nSE-21000 LIMHAMN\nAbsenderadresse / Sender Address:\nTest Sender\nSome Test Avenue\nFR-13000 MARSEILLE\n';
  const text = `dpd\nDPD Retoure\n${filler}Paketscheinnummer und Referenzdaten / Parcelnumber and Reference data:\n0301 5151 8000 00\n1900000`;
  expect(findIdentifiers(inputOf(text, { source: 'ocr' }))).toContainEqual(
    expect.objectContaining({ type: 'tracking_number', value: '03015151800000', carrier: 'DPD' }),
  );
});
