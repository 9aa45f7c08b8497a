// Is the barcode of a parcel label a tracking number, although no published format says so?
import type { BarcodeValue } from '../reading.ts';
import { findCarrierNames } from './carrier-names.ts';
import { checkGtin } from './check-digits.ts';
import { checkTrackingNumber } from './check-tracking-number.ts';
import type { Hit } from './scan.ts';

/** Codes that carriers print; EAN and UPC are for goods. */
const CARRIER_FORMATS = /code-?_?(?:128|39|93)|itf|codabar|data-?_?matrix|aztec|pdf-?_?417|maxicode/i;
/** A label is short; on a longer paper a code may stand for anything. */
const MAX_LABEL_CHARACTERS = 1_600;
const PARCEL_NUMBER = /^(?=(?:[A-Z]*\d){8})[A-Z0-9]{9,28}$/;
const MOBILE_OR_DATE = /^(?:1[3-9]\d{9}|(?:19|20)\d{6})$/;

/** Words of an address label, where no carrier is named: the number has to be printed beside its code. */
const ADDRESSED =
  /\b(?:consignee|sender|receiver|recipient|ship ?to|ship ?from|deliver to|pickup address|absender|empf[äa]nger|exp[ée]diteur|destinataire|mittente|destinatario|remitente|afzender|ontvanger|nadawca|odbiorca|avsender|mottaker|mottagare|afsender|modtager|odes[íi]latel|p[řr][íi]jemce|c[íi]mzett|felad[óo])\b|收件|寄件|お届け先|ご依頼主/i;

/** GS1: "420" and a post code, or "421", a country and a post code, tell where a parcel goes, not which it is. */
const ROUTING = /^42(?:0\d{5}(?:\d{4})?|1\d{3}[A-Z0-9]{3,9})$/;
/** Test labels are filled with zeros. */
const ONE_DIGIT_ONLY = /^(\d)\1*$/;

/** Whether a code's text can be no parcel's number, whatever its format. */
export function isNoParcelNumber(value: string): boolean {
  return ROUTING.test(value) || ONE_DIGIT_ONLY.test(value);
}

/**
 * The number in a carrier's code on a page that is a label and names the carrier. Sure of being the parcel's number only
 * by its place, so with less confidence than a check digit gives. `pageText` is what is printed beside it.
 */
export function findParcelCode(barcode: BarcodeValue, pageText: string): Hit[] {
  if (!CARRIER_FORMATS.test(barcode.format)) return [];
  const routed = readTransportMessage(barcode.value);
  if (routed !== undefined) return [routed];
  if (pageText.length > MAX_LABEL_CHARACTERS) return [];
  const carriers = findCarrierNames(pageText);
  const value = barcode.value
    .normalize('NFKC')
    .replace(/[\s\p{Cc}]/gu, '')
    .toUpperCase();
  const isPrinted = ADDRESSED.test(pageText) && pageText.toUpperCase().replace(/[\s-]/g, '').includes(value);
  if ((carriers.length === 0 && !isPrinted) || !PARCEL_NUMBER.test(value) || MOBILE_OR_DATE.test(value))
    return [];
  if (isNoParcelNumber(value)) return [];
  if (/^\d{12,14}$/.test(value) && checkGtin(value) && !/itf/i.test(barcode.format)) return [];
  const carrier = carriers.length === 1 ? carriers[0]?.carrier : undefined;
  return [
    {
      type: 'tracking_number',
      value,
      start: 0,
      end: value.length,
      check: 'no_check',
      confidence: carriers.length === 0 ? 0.55 : 0.62,
      reason: { code: 'barcodeOnLabel' },
      ...(carrier === undefined ? {} : { carrier }),
    },
  ];
}

/** Postal code, country, class of service, tracking number, carrier: the transport message of ANSI MH10.8.3, format 01. */
function readTransportMessage(text: string): Hit | undefined {
  // Decoders write control characters as they are or as their pictures.
  const plain = text.replaceAll('␝', '\u001d').replaceAll('␞', '\u001e').replaceAll('␠', ' ');
  const headless = plain.replace('\u001e', '');
  if (!headless.startsWith('[)>01\u001d')) return undefined;
  const fields = plain.split('\u001d').slice(1);
  // The first field is the version, alone or before the postal code.
  const start = /^\d{2}$/.test(fields[0] ?? '') ? 1 : 0;
  const value = (fields[start + 3] ?? '').trim().toUpperCase();
  if (!PARCEL_NUMBER.test(value)) return undefined;
  const known = checkTrackingNumber(value).find((result) => result.check === 'valid');
  return {
    type: 'tracking_number',
    value,
    start: 0,
    end: value.length,
    check: known === undefined ? 'no_check' : 'valid',
    confidence: known === undefined ? 0.8 : 0.97,
    reason: { code: 'barcodeTransport' },
    ...(known === undefined ? {} : { carrier: known.carrier }),
  };
}
