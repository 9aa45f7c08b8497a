// Which orders, ASINs, shipments and tracking numbers did a person paste, and what of it is none of them?
import { checkTrackingNumber } from '../../../domain/identifiers/check-tracking-number.ts';

export interface PastedSubjects {
  readonly orders: readonly string[];
  readonly asins: readonly string[];
  readonly fnskus: readonly string[];
  readonly shipments: readonly string[];
  readonly trackingNumbers: readonly string[];
  /** Words that fit no family; shown, never dropped in silence. */
  readonly unknown: readonly string[];
}

const ORDER = /^(?:\d{3}|[SD]\d{2})-?\d{7}-?\d{7}$/;
const ASIN = /^(?:B0[0-9A-Z]{8}|\d{9}[\dX])$/;
/** Amazon's own label of a product in its warehouse (domain.md 3.1). */
const FNSKU = /^X0[0-9A-Z]{8}$/;
const SHIPMENT = /^FBA[0-9A-Z]{6,12}$/;

/** Sorts a pasted text into families (domain.md 3.1); duplicates are taken once, full-width signs are understood. */
export function parseSubjects(text: string): PastedSubjects {
  const orders = new Set<string>();
  const asins = new Set<string>();
  const fnskus = new Set<string>();
  const shipments = new Set<string>();
  const trackingNumbers = new Set<string>();
  const unknown = new Set<string>();
  for (const raw of text.normalize('NFKC').split(/[\s,;、，；|"'<>()[\]]+/)) {
    const word = raw.toUpperCase().replace(/^[:#]+|[.:#]+$/g, '');
    if (word === '') continue;
    const compact = word.replaceAll('-', '');
    if (ORDER.test(word)) orders.add(`${compact.slice(0, 3)}-${compact.slice(3, 10)}-${compact.slice(10)}`);
    else if (ASIN.test(word)) asins.add(word);
    else if (FNSKU.test(word)) fnskus.add(word);
    else if (SHIPMENT.test(word)) shipments.add(word);
    else if (checkTrackingNumber(compact).length > 0) trackingNumbers.add(compact);
    else unknown.add(raw);
  }
  return {
    orders: [...orders],
    asins: [...asins],
    fnskus: [...fnskus],
    shipments: [...shipments],
    trackingNumbers: [...trackingNumbers],
    unknown: [...unknown],
  };
}
