// Which identifiers does a document carry, in its text, its names, its barcodes and its e-mail headers?
import type { FindingSource, FoundIdentifier, RecogniseInput } from '../inspection.ts';
import { capScanText, normaliseText } from '../text/normalise.ts';
import { xmlToLines } from '../text/xml-leaves.ts';
import { AMAZON_LABELS, AMAZON_PATTERNS, findBoxDestination, RMA_PATTERN } from './amazon.ts';
import { BANK_LABELS, BANK_PATTERNS, maskSensitive } from './bank-accounts.ts';
import { BUSINESS_LABELS, BUSINESS_PATTERNS } from './business-numbers.ts';
import {
  CHINESE_LABELS,
  findDeclaredGoods,
  findEighteen,
  findUnlabelledFapiao,
} from './chinese-documents.ts';
import { findInBarcode } from './find-barcodes.ts';
import { findParcelCode } from './find-parcel-code.ts';
import {
  findLabelledTracking,
  findNamedTracking,
  findStrongTracking,
  findTrackingAfterName,
} from './find-tracking.ts';
import { findTrackingColumn } from './find-tracking-column.ts';
import { FREIGHT_LABELS, FREIGHT_PATTERNS } from './freight.ts';
import { identifierKey } from './identifier-key.ts';
import { createLabelFinder } from './label-rule.ts';
import { NOISE_PATTERNS } from './noise.ts';
import { findRepaired } from './ocr-repair.ts';
import { createPatternFinder } from './pattern-rule.ts';
import { PRODUCT_LABELS } from './product-codes.ts';
import type { Finder, Hit, Scan } from './scan.ts';
import { createScan, maskSpans, runFinder } from './scan.ts';
import { TRADEMARK_PATTERNS } from './trademark-numbers.ts';

const findRma: Finder = (scan) =>
  [...scan.text.matchAll(RMA_PATTERN)].map((match) => ({
    type: 'rma_id',
    value: match[0],
    start: match.index,
    end: match.index + match[0].length,
    check: 'no_check',
    confidence: 0.96,
    reason: { code: 'rmaShape' },
  }));

const isSpecific = (type: string): boolean => type !== 'asin' && type !== 'fnsku';

/** Before noise is removed: shapes that noise rules could damage. */
const FIRST_FINDERS: readonly Finder[] = [
  ...AMAZON_PATTERNS.filter((rule, index) => index === 0 || isSpecific(rule.type)).map(createPatternFinder),
  findRma,
  ...FREIGHT_PATTERNS.map(createPatternFinder),
];

/** Most specific first; each masks its hits for those after it (domain.md 3.6). */
const LATER_FINDERS: readonly Finder[] = [
  ...AMAZON_LABELS.filter((rule) => rule.type !== 'fc_code').map(createLabelFinder),
  ...CHINESE_LABELS.map(createLabelFinder),
  findEighteen,
  ...BANK_PATTERNS.map(createPatternFinder),
  findStrongTracking,
  ...AMAZON_PATTERNS.filter((rule, index) => index > 0 && !isSpecific(rule.type)).map(createPatternFinder),
  ...BUSINESS_PATTERNS.map(createPatternFinder),
  ...TRADEMARK_PATTERNS.map(createPatternFinder),
  findDeclaredGoods,
  ...FREIGHT_LABELS.map(createLabelFinder),
  ...PRODUCT_LABELS.map(createLabelFinder),
  ...BANK_LABELS.map(createLabelFinder),
  ...BUSINESS_LABELS.map(createLabelFinder),
  findUnlabelledFapiao,
  findRepaired,
  findLabelledTracking,
  findTrackingColumn,
  findTrackingAfterName,
  findNamedTracking,
  ...AMAZON_LABELS.filter((rule) => rule.type === 'fc_code').map(createLabelFinder),
  findBoxDestination,
];

const FILE_NAME_TRUST = 0.92;
const FOLDER_NAME_TRUST = 0.7;
/** Shared by all pages of a document, so that a long book costs no more than a long contract. */
const MAX_SCAN_CHARACTERS = 450_000;

/**
 * All identifiers of a document (domain.md 3.1–3.6), one entry per type and value with the best confidence and the
 * first page, surest first. Identity and account numbers hold their last four characters only.
 */
export function findIdentifiers(input: RecogniseInput): FoundIdentifier[] {
  const found: FoundIdentifier[] = [];
  let budget = MAX_SCAN_CHARACTERS;
  for (const page of input.pages) {
    if (budget <= 0) break;
    const capped = capScanText(page.text, Math.max(1000, budget - 50_000));
    const text = normaliseText(page.source === 'xml' ? xmlToLines(capped) : capped);
    budget -= text.length;
    const isOcr = page.source === 'ocr';
    const trust = isOcr ? 0.8 + 0.2 * Math.min(1, Math.max(0, page.confidence ?? 0.8)) : 1;
    found.push(...scanText(text, isOcr ? 'ocr' : 'text', trust, page.page));
  }
  found.push(...scanText(prepareName(stripExtension(input.fileName)), 'file_name', FILE_NAME_TRUST));
  for (const folder of input.folderNames)
    found.push(...scanText(prepareName(folder), 'folder_name', FOLDER_NAME_TRUST));
  found.push(...scanEmail(input));
  for (const barcode of input.barcodes) found.push(...scanBarcode(barcode, input));
  return mergeSame(spellAsCodes(found, input.barcodes));
}

/** Letters and digits that text recognition takes for one another. */
const ALIKE: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  S: '5',
  B: '8',
  Z: '2',
  G: '6',
};
const foldAlike = (text: string): string => text.replace(/[OQDILSBZG]/g, (letter) => ALIKE[letter] ?? letter);
const LEAST_SPELLED = 8;

/** A number without a check digit that was read from a picture is spelt as a code on the same page spells it. */
function spellAsCodes(
  found: readonly FoundIdentifier[],
  barcodes: RecogniseInput['barcodes'],
): readonly FoundIdentifier[] {
  if (barcodes.length === 0) return found;
  return found.map((entry) => {
    if (entry.source !== 'ocr' || entry.type !== 'tracking_number' || entry.check === 'valid') return entry;
    if (entry.value.length < LEAST_SPELLED) return entry;
    const wanted = foldAlike(entry.value.toUpperCase());
    for (const { page, value } of barcodes) {
      const code = value.toUpperCase();
      const at = foldAlike(code).indexOf(wanted);
      if (at < 0 || (entry.page !== undefined && page !== entry.page)) continue;
      const spelt = code.slice(at, at + wanted.length);
      return spelt === entry.value ? entry : { ...entry, value: spelt, source: 'barcode' };
    }
    return entry;
  });
}

function scanEmail(input: RecogniseInput): FoundIdentifier[] {
  const email = input.properties.email;
  if (email === undefined) return [];
  const lines = [email.subject, email.from, ...(email.to ?? []), ...(email.cc ?? [])].filter(
    (line) => line !== undefined,
  );
  return scanText(normaliseText(lines.join('\n')), 'email_header', 1);
}

function scanBarcode(barcode: RecogniseInput['barcodes'][number], input: RecogniseInput): FoundIdentifier[] {
  const known = findInBarcode(barcode);
  const isProduct = known.some((hit) => hit.type === 'gtin' && hit.check === 'valid');
  const pageText = input.pages.find((page) => page.page === barcode.page)?.text ?? '';
  const parcel =
    isProduct || known.some((hit) => hit.type === 'tracking_number') ? [] : findParcelCode(barcode, pageText);
  const whole = (parcel.length > 0 ? parcel : known).map((hit) =>
    toFound(hit, barcode.value, 'barcode', 1, barcode.page),
  );
  const inside = scanText(normaliseText(barcode.value), 'barcode', 1, barcode.page);
  // What a pattern knows (an order, a box, a product of ours) is no parcel number.
  return inside.some((found) => found.type !== 'tracking_number' && parcel.length > 0)
    ? inside
    : [...whole, ...inside];
}

function scanText(text: string, source: FindingSource, trust: number, page?: number): FoundIdentifier[] {
  if (!/\d/.test(text)) return [];
  const scan = createScan(text, source, trust, page);
  const hits: Hit[] = [];
  for (const finder of FIRST_FINDERS) hits.push(...runFinder(scan, finder));
  maskNoise(scan);
  for (const finder of LATER_FINDERS) hits.push(...runFinder(scan, finder));
  return hits.map((hit) => toFound(hit, text.slice(hit.start, hit.end), source, trust, page));
}

function maskNoise(scan: Scan): void {
  for (const pattern of NOISE_PATTERNS) {
    const spans: { start: number; end: number }[] = [];
    for (const match of scan.masked.matchAll(pattern)) {
      // The label stays: only the digits are blanked.
      const digits = /[\d+(].*$/s.exec(match[0]);
      const offset = digits?.index ?? 0;
      spans.push({ start: match.index + offset, end: match.index + match[0].length });
    }
    maskSpans(scan, spans);
  }
}

function toFound(
  hit: Hit,
  raw: string,
  source: FindingSource,
  trust: number,
  page?: number,
): FoundIdentifier {
  const confidence = Math.round(hit.confidence * trust * 1000) / 1000;
  return {
    type: hit.type,
    value: maskSensitive(hit.type, hit.value),
    raw: maskSensitive(hit.type, raw),
    ...(hit.carrier === undefined ? {} : { carrier: hit.carrier }),
    check: hit.check,
    ...(page === undefined ? {} : { page }),
    source,
    confidence,
    reason: hit.reason,
  };
}

function mergeSame(found: readonly FoundIdentifier[]): FoundIdentifier[] {
  const byKey = new Map<string, FoundIdentifier>();
  for (const entry of found) {
    const key = `${entry.type}:${identifierKey(entry.type, entry.value)}`;
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? entry : mergePair(known, entry));
  }
  return [...byKey.values()].sort((a, b) => b.confidence - a.confidence);
}

function mergePair(known: FoundIdentifier, entry: FoundIdentifier): FoundIdentifier {
  const better = entry.confidence > known.confidence ? entry : known;
  const pages = [known.page, entry.page].filter((page) => page !== undefined);
  const carrier = better.carrier ?? known.carrier ?? entry.carrier;
  return {
    ...better,
    ...(carrier === undefined ? {} : { carrier }),
    ...(pages.length === 0 ? {} : { page: Math.min(...pages) }),
  };
}

function stripExtension(fileName: string): string {
  return fileName.replace(/\.[A-Za-z][A-Za-z0-9]{0,4}$/, '');
}

/** File names write "113_1234567_1234567" and glue parts with underscores. */
function prepareName(name: string): string {
  return normaliseText(name)
    .replace(/(?<!\d)(\d{3}|[SD]\d{2})_(\d{7})_(\d{7})(?!\d)/g, '$1-$2-$3')
    .replaceAll('_', '  ');
}
