// What does a scanned barcode stand for: a product, a parcel, a box, an order?
import type { BarcodeValue } from '../reading.ts';
import { checkGtin } from './check-digits.ts';
import { checkTrackingNumber } from './check-tracking-number.ts';
import { isNoParcelNumber } from './find-parcel-code.ts';
import { innerNumber } from './find-tracking.ts';
import type { Hit } from './scan.ts';

const RETAIL_FORMAT = /EAN|UPC|ITF|JAN|DATABAR/i;

/**
 * Identifiers that a barcode's value holds as a whole. Retail formats are products; other formats are tracking
 * numbers where a carrier's check digit passes, because a barcode is read without error.
 */
export function findInBarcode(barcode: BarcodeValue): Hit[] {
  const value = barcode.value
    .normalize('NFKC')
    .replace(/^\][A-Za-z]\d/, '')
    .replace(/[\s\p{Cc}()]/gu, '')
    .toUpperCase();
  if (/^(?:\d{8}|\d{12,14})$/.test(value) && RETAIL_FORMAT.test(barcode.format)) {
    const check = checkGtin(value) ? 'valid' : 'fails_check';
    // Interleaved codes of goods have 14 digits; carriers print shorter ones, of which one in ten passes the check.
    if (/ITF/i.test(barcode.format) && value.length !== 14) return [];
    return [hit('gtin', value, check, check === 'valid' ? 0.98 : 0.4, 'barcodeProduct')];
  }
  if (isNoParcelNumber(value)) return [];
  const results = checkTrackingNumber(value);
  const best =
    results.find((result) => result.check === 'valid') ??
    results.find((result) => result.check === 'no_check' && !result.labelOnly);
  if (best === undefined || (best.labelOnly && /^\d{8}$|^\d{13,14}$/.test(value) && checkGtin(value)))
    return [];
  const confidence = best.labelOnly ? 0.7 : best.check === 'valid' ? 0.98 : 0.92;
  const inner = innerNumber(value, best.formatId);
  if (inner !== undefined && isNoParcelNumber(inner)) return [];
  const whole: Hit = {
    ...hit('tracking_number', value, best.check, confidence, 'barcodeTracking'),
    carrier: best.carrier,
  };
  return inner === undefined
    ? [whole]
    : [
        { ...whole, value: inner },
        { ...whole, confidence: confidence * 0.95 },
      ];
}

function hit(type: Hit['type'], value: string, check: Hit['check'], confidence: number, code: string): Hit {
  return { type, value, start: 0, end: value.length, check, confidence, reason: { code } };
}
