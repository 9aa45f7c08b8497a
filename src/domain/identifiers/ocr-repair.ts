// Which numbers did OCR misread (O for 0, I for 1, B for 8, S for 5), provable by their check digit (domain.md 3)?
import type { IdentifierType } from '../inspection.ts';
import { checkContainer, checkUscc } from './check-digits.ts';
import { checkTrackingNumber } from './check-tracking-number.ts';
import type { Finder, Hit, Scan } from './scan.ts';
import { hasLabelNear } from './scan.ts';

const TO_DIGIT: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  '|': '1',
  B: '8',
  S: '5',
  Z: '2',
  G: '6',
};
const LOOKALIKES = /[OQDIL|BSZG]/g;
const USCC_CONFUSIONS: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', V: 'Y', Z: '2' };

function toDigits(text: string): string {
  return text.replace(LOOKALIKES, (letter) => TO_DIGIT[letter] ?? letter);
}

interface Repair {
  readonly type: IdentifierType;
  readonly pattern: RegExp;
  /** Puts digits where the shape demands digits; several readings are tried in order. */
  readonly repair: (compact: string) => string | readonly string[];
  /** Without a passing check the repair does not count; ASIN and order id have none and need their label. */
  readonly isProven?: (value: string) => boolean;
  readonly label?: RegExp;
  readonly confidence: number;
}

const isTracking = (value: string): boolean =>
  checkTrackingNumber(value).some((result) => result.check === 'valid' && !result.labelOnly);

const REPAIRS: readonly Repair[] = [
  {
    type: 'tracking_number',
    pattern: /(?<![A-Z0-9])[1I|L] ?[Z2](?: ?[0-9A-Z]){8}(?: ?[0-9OQIL|BSZG]){8}(?![A-Z0-9])/g,
    repair: (text) => {
      const tail = toDigits(text.slice(10));
      const shipper = text.slice(2, 8);
      return [
        `1Z${text.slice(2, 10)}${tail}`,
        `1Z${shipper}${toDigits(text.slice(8, 10))}${tail}`,
        `1Z${toDigits(text.slice(2, 10))}${tail}`,
      ];
    },
    isProven: isTracking,
    confidence: 0.85,
  },
  {
    type: 'tracking_number',
    pattern: /(?<![A-Z0-9])[A-Z]{2} ?[0-9OQIL|BSZG](?: ?[0-9OQIL|BSZG]){8} ?[A-Z]{2}(?![A-Z0-9])/g,
    repair: (text) => text.slice(0, 2) + toDigits(text.slice(2, 11)) + text.slice(11),
    isProven: isTracking,
    confidence: 0.85,
  },
  {
    type: 'tracking_number',
    pattern: /(?<![A-Z0-9])9[1-5I](?: ?[0-9OQIL|BSZG]){20}(?![A-Z0-9])/g,
    repair: toDigits,
    isProven: isTracking,
    confidence: 0.85,
  },
  {
    type: 'container_no',
    pattern: /(?<![A-Z0-9])[A-Z]{3}U ?[0-9OQIL|BSZG]{6} ?[0-9OQIL|BSZG](?![A-Z0-9])/g,
    repair: (text) => text.slice(0, 4) + toDigits(text.slice(4)),
    isProven: checkContainer,
    confidence: 0.85,
  },
  {
    type: 'uscc',
    pattern: /(?<![A-Z0-9])[0-9A-Z]{18}(?![A-Z0-9])/g,
    repair: (text) => {
      const region = text.slice(0, 2) + toDigits(text.slice(2, 8)) + text.slice(8);
      return region.replace(/[OISVZ]/g, (letter) => USCC_CONFUSIONS[letter] ?? letter);
    },
    isProven: (value) => /^[159][0-9][0-9]{6}/.test(value) && checkUscc(value),
    confidence: 0.85,
  },
  {
    type: 'asin',
    pattern: /(?<![A-Z0-9])B[OQ][0-9A-Z]{8}(?![A-Z0-9])/g,
    repair: (text) => `B0${text.slice(2)}`,
    label: /ASIN/,
    confidence: 0.6,
  },
  {
    type: 'fnsku',
    pattern: /(?<![A-Z0-9])X[OQ0][O0Q][0-9A-Z]{7}(?![A-Z0-9])/g,
    repair: (text) => `X00${text.slice(3)}`,
    label: /FNSKU/,
    confidence: 0.6,
  },
  {
    type: 'order_id',
    pattern: /(?<![A-Z0-9-])[0-9OIL|]{3} ?- ?[0-9OIL|BS]{7} ?- ?[0-9OIL|BS]{7}(?![A-Z0-9-])/g,
    repair: toDigits,
    label: /ORDER|订单|BESTELL|COMMANDE|注文/,
    confidence: 0.6,
  },
];

/** Repaired numbers of OCR text; runs after the exact rules, on what they left over. */
export const findRepaired: Finder = (scan) => {
  if (scan.source !== 'ocr') return [];
  return REPAIRS.flatMap((repair) => applyRepair(scan, repair));
};

function applyRepair(scan: Scan, repair: Repair): Hit[] {
  const hits: Hit[] = [];
  for (const match of scan.masked.matchAll(repair.pattern)) {
    const compact = match[0].replace(/ /g, '');
    if (!/\d{2}/.test(compact)) continue;
    const readings = [repair.repair(compact)].flat();
    const value = readings.find((reading) => repair.isProven?.(reading) ?? true);
    if (value === undefined || value === compact) continue;
    const start = match.index;
    const end = start + match[0].length;
    if (repair.label !== undefined && !hasLabelNear(scan, start, end, repair.label)) continue;
    const carrier = repair.type === 'tracking_number' ? checkTrackingNumber(value)[0]?.carrier : undefined;
    hits.push({
      type: repair.type,
      value,
      start,
      end,
      check: repair.isProven === undefined ? 'no_check' : 'valid',
      confidence: repair.confidence,
      reason: { code: repair.isProven === undefined ? 'repairedByLabel' : 'repairedByCheck' },
      ...(carrier === undefined ? {} : { carrier }),
    });
  }
  return hits;
}
