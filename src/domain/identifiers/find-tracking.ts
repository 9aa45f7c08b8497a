// Where in a text do tracking numbers stand, and which carrier do they belong to (domain.md 3.3)?
import type { CarrierName } from './carrier-names.ts';
import { findCarrierNames } from './carrier-names.ts';
import type { TrackingCheck } from './check-tracking-number.ts';
import { checkTrackingNumber } from './check-tracking-number.ts';
import { isNoParcelNumber } from './find-parcel-code.ts';
import type { Cell, Finder, Hit, Scan } from './scan.ts';
import { hasLabelNear, LABEL_WINDOW, splitCells } from './scan.ts';

/** Labels of tracking numbers; 订单号, 采购单号 and the like are other numbers. */
export const TRACKING_LABEL =
  /TRACK(?:ING)?(?: ?(?:NO|NUMBER|ID|NUM|CODE|NR)| ?#|(?= ?[:.]))|TRK ?#|TRACKING|WAYBILL|运单|運單|(?:快递|物流|跟踪|追踪|转单|面单|货运|配送)(?:单)?(?:号|编号)|(?<![订货采购报关票单账帐结接仓库表签合保凭回提舱退换户易款务])单号|追踪|(?:SENDUNGS|PAKET|PAKETSCHEIN|TRACKING)-?(?:NUMMER|NR)|N(?:°|º|UM[EÉ]RO)? ?(?:DE )?(?:SUIVI|COLIS)|(?:NUMERO|CODICE) DI (?:TRACCIAMENTO|TRACKING|SPEDIZIONE)|N[UÚ]MERO DE (?:SEGUIMIENTO|ENV[IÍ]O)|(?:お問い?合わ?せ|伝票|送り状|追跡)番号|NUMER (?:PACZKI|PRZESY[LŁ]KI)|(?<=(?:PACZKA|PACZKI|PRZESY[LŁ]KA|PRZESY[LŁ]KI) O )NUMERZE|TRACK ?(?:&|AND) ?TRACE|CONSIGNMENT ?(?:NO|NUMBER)|PARCEL ?(?:NO|NUMBER)|AWB|SHIPMENT ?(?:NO|NUMBER)|(?<![A-Z])(?:SENDUNG|PAKET|COLIS|SPEDIZIONE|ENV[IÍ]O|PACZKA|PRZESY[LŁ]KA|ZENDING|PAKKE)(?=[ :#]{0,3}(?:N[°ºR.]{1,2} ?)?[A-Z]{0,3}\d{8})/i;

/** Papers of carriage by sea. */
export const SEA_PAPER = /PORT OF LOADING|OCEAN VESSEL|SEA WAYBILL|装货港/;

const LABEL_GLOBAL = new RegExp(TRACKING_LABEL.source, 'gi');

const d = (count: number): string => `(?: ?\\d){${count}}`;

/** Shapes sure enough without a label; spaces between groups allowed. */
const STRONG = new RegExp(
  `(?<![A-Z0-9])(?:${[
    '1 ?Z(?: ?[0-9A-Z]){15} ?\\d',
    `T ?B ?[ACM]${d(12)}`,
    `Y ?T${d(16)}`,
    '4PX(?: ?\\d){8,16}(?:CN)?',
    'SF ?\\d(?: ?\\d){11,12}',
    `LP ?\\d${d(13)}`,
    'CAINIAO\\d{8,20}',
    'CN[A-Z]{2}\\d{9,15}[A-Z]{2}',
    `G ?F ?U ?S${d(14)}`,
    `L ?T ?N${d(8)} ?N ?1`,
    `S ?P${d(18)}`,
    `J ?J ?D${d(16)}`,
    `JD${d(16)}`,
    `JD0${d(17)}`,
    'JJD\\d{11,27}',
    'J[A-Z]{2,3}\\d{9,10}',
    `[CDKLSUXZ]\\d${d(20)}`,
    `[CD]\\d${d(13)}`,
    '1LS7[12]\\d{2}01[1-4]\\d{6}-1',
    '1LS7[12]\\d{10}',
    '1LSCX[0-9A-Z]{10}',
    'UUS(?=[A-Z]*\\d)[0-9A-Z]{10,20}',
    'SPX(?=[A-Z]*\\d)[0-9A-Z]{10,20}',
    `[A-Z] ?[A-Z] ?\\d${d(8)} ?[A-Z] ?[A-Z]`,
  ].join('|')})(?![A-Z0-9])`,
  'g',
);

/** Long digit groups: USPS IMpb, FedEx 96 and barcodes of both. */
const LONG_DIGITS = /(?<![\dA-Z.,-])\d(?:[ -]?\d){19,33}(?![\dA-Z])/g;

const COMMON_SHAPE =
  /(?<![\dA-Z.,-])(?:\d{4}([ -])\d{4}\1\d{4}|\d{10,20}|\d{14}[0-9A-Z]|[AHJKTV]\d{10}|[A-Z]{2,3}\d{9,14})(?![ -]?\d|[A-Z.,]\d|[A-Z])/g;

/** Tracking numbers whose shape speaks for itself. */
export const findStrongTracking: Finder = (scan) => {
  const hits: Hit[] = [];
  for (const match of scan.masked.matchAll(STRONG)) {
    const hit = judgeStrong(scan, match[0], match.index);
    if (hit !== undefined) hits.push(hit);
  }
  for (const match of scan.masked.matchAll(LONG_DIGITS)) {
    hits.push(...judgeLongDigits(scan, match[0], match.index));
  }
  return hits;
};

function judgeStrong(scan: Scan, raw: string, start: number): Hit | undefined {
  const end = start + raw.length;
  const best = checkTrackingNumber(raw).find((result) => !result.labelOnly || result.check === 'valid');
  const labelled = hasLabelNear(scan, start, end, TRACKING_LABEL);
  const spaced = raw.includes(' ');
  if (best === undefined) return undefined;
  if (best.check === 'fails_check' && best.courierCode !== 'ups' && best.courierCode !== 's10' && !labelled)
    return undefined;
  if (best.check === 'fails_check' && spaced && !labelled) return undefined;
  if (best.check === 'no_check' && spaced && !labelled && /^(?:S ?P|L ?P|[CDKLSUXZ])/.test(raw))
    return undefined;
  return makeHit(raw, start, best, labelled);
}

/** A barcode's routing code ("420" and post code, FedEx prefixes) comes off: both forms are useful for look-ups. */
function judgeLongDigits(scan: Scan, raw: string, start: number): Hit[] {
  const compact = raw.replace(/[ -]/g, '');
  const labelled = hasLabelNear(scan, start, start + raw.length, TRACKING_LABEL);
  const best = checkTrackingNumber(compact).find(
    (result) =>
      !result.labelOnly || (result.check === 'valid' && (labelled || isCarrierNear(scan, start, result))),
  );
  // 22 digits in one piece from 91 to 95 are hardly anything else: shown as failing, not dropped.
  const isWholeImpb = /^9[1-5]\d{20}$/.test(raw);
  if (best === undefined || (best.check !== 'valid' && !labelled && !isWholeImpb)) return [];
  const hit = makeHit(raw, start, best, labelled);
  const inner = innerNumber(compact, best.formatId);
  if (inner === undefined) return [hit];
  if (isNoParcelNumber(inner)) return [];
  return [
    { ...hit, confidence: hit.confidence * 0.95 },
    { ...hit, value: inner, reason: { code: 'trackingInBarcode', params: { carrier: best.carrier } } },
  ];
}

/** The number that carriers print, inside a barcode that also routes. */
export function innerNumber(compact: string, formatId: string): string | undefined {
  if (formatId.startsWith('usps') && compact.startsWith('420') && compact.length > 26) {
    const rest = [compact.slice(12), compact.slice(8)];
    return rest.find((part) =>
      checkTrackingNumber(part).some((result) => result.courierCode === 'usps' && result.check === 'valid'),
    );
  }
  if (formatId === 'fedex_34' || formatId === 'fedex_ground_gsn') return compact.slice(-12);
  if (formatId === 'fedex_astra_32') return compact.slice(16, 28);
  return undefined;
}

function isCarrierNear(scan: Scan, start: number, result: TrackingCheck): boolean {
  const near = scan.upper.slice(Math.max(0, start - 400), start + 400);
  return findCarrierNames(near).some((name) => name.courierCode === result.courierCode);
}

function makeHit(raw: string, start: number, best: TrackingCheck, labelled: boolean): Hit {
  const value = /-1$/.test(raw) && raw.startsWith('1LS') ? raw : raw.replace(/[\s-]/g, '');
  const confidence =
    best.check === 'valid'
      ? best.labelOnly
        ? 0.93
        : 0.98
      : best.check === 'no_check'
        ? labelled
          ? 0.96
          : 0.9
        : labelled
          ? 0.6
          : 0.45;
  const code =
    best.check === 'valid'
      ? 'trackingCheckValid'
      : best.check === 'no_check'
        ? 'trackingShape'
        : 'trackingCheckWrong';
  return {
    type: 'tracking_number',
    value,
    start,
    end: start + raw.length,
    carrier: best.carrier,
    check: best.check,
    confidence,
    reason: { code, params: { carrier: best.carrier } },
  };
}

const VALUE_AFTER_LABEL =
  /[\s:#.\-=*()[\]"'|/]*(?:(?:NO|NR|NUMBER|NUM|ID|CODE|IS)(?![A-Z0-9])[\s:#.\-=()]*|(?:号码?|编号|番号|为|是)[\s:#.\-=()]*)*(?<skipped>[^\d\n]{1,45}\n\s*(?=\d))?(?<run>(?=[A-Z]{0,9} ?\d|(?:[A-Z] ){1,4}\d|[0-9A-Z]{0,6}\d)[A-Z0-9]+(?:(?: {1,2}|-)[A-Z0-9]+){0,40})/y;

/** Tracking numbers that only a label tells from other numbers; lists after one label count too. */
export const findLabelledTracking: Finder = (scan) => {
  const hits: Hit[] = [];
  const bySea = SEA_PAPER.test(scan.upper);
  for (const label of scan.upper.matchAll(LABEL_GLOBAL)) {
    // The number of a sea waybill is one of freight.
    if (bySea && label[0] === 'WAYBILL') continue;
    let position = label.index + label[0].length;
    for (let count = 0; count < 50; count++) {
      VALUE_AFTER_LABEL.lastIndex = position;
      const match = VALUE_AFTER_LABEL.exec(scan.masked);
      const run = match?.groups?.run;
      if (match === null || run === undefined) break;
      const found = match.index + match[0].length - run.length;
      if (scan.masked.slice(position, found).split('\n').length > (count === 0 ? 3 : 2)) break;
      const cell = count === 0 ? cellBelow(scan.masked, label.index, found) : undefined;
      const start = cell?.start ?? found;
      if (hits.some((hit) => hit.start === start)) break;
      const hit = judgeRun(scan, cell?.text ?? run, start, label[0]);
      if (hit === undefined || (match.groups?.skipped !== undefined && hit.carrier === undefined)) break;
      hits.push(hit);
      position = hit.end;
      const separator = /^[\s]*[,;、/]?\s*(?=[A-Z0-9])/.exec(scan.masked.slice(position, position + 6));
      if (separator === null) break;
    }
  }
  return hits;
};

/**
 * "Zip code   Track ID" over "2500   YOD3VO5S": the cell under the label, where both lines have as many cells and the
 * value was looked for in the line below. undefined: no such two lines.
 */
function cellBelow(text: string, labelStart: number, valueStart: number): Cell | undefined {
  const headStart = text.lastIndexOf('\n', labelStart) + 1;
  const headEnd = text.indexOf('\n', labelStart);
  if (headEnd < 0 || headEnd > valueStart || text.slice(headEnd, valueStart).trim() !== '') return undefined;
  const rowStart = text.lastIndexOf('\n', valueStart) + 1;
  const rowEnd = text.indexOf('\n', valueStart);
  const heads = splitCells(text.slice(headStart, headEnd), headStart);
  const cells = splitCells(text.slice(rowStart, rowEnd < 0 ? text.length : rowEnd), rowStart);
  if (heads.length < 2 || heads.length !== cells.length || heads.some((head) => /\d{4}/.test(head.text)))
    return undefined;
  const cell = cells[heads.findIndex((head) => head.start + head.text.length > labelStart)];
  return cell !== undefined && /^[A-Z0-9][A-Z0-9 -]*$/.test(cell.text) ? cell : undefined;
}

const MAX_LABEL_CHARACTERS = 1_600;

/** Joins the first groups of a run; the longest join with a right check digit wins, then the first known shape. */
export function judgeRun(scan: Scan, run: string, start: number, label: string): Hit | undefined {
  const ends = [...run.matchAll(/[A-Z0-9](?=[ -]|$)/g)].map((match) => match.index + 1);
  const near = findCarrierNames(scan.upper.slice(Math.max(0, start - 200), start + run.length + 120));
  // A label or a receipt of one parcel names its carrier somewhere.
  const names =
    near.length > 0 || scan.upper.length > MAX_LABEL_CHARACTERS ? near : findCarrierNames(scan.upper);
  let fallback:
    | { readonly raw: string; readonly result: TrackingCheck | undefined; readonly score: number }
    | undefined;
  for (const end of ends.reverse()) {
    const raw = run.slice(0, end);
    const compact = raw.replace(/[ -]/g, '');
    if (compact.length < 8 || compact.length > 40) continue;
    const results = checkTrackingNumber(raw).map((result) => withNamedCarrier(result, names));
    const valid = results.filter((result) => result.check === 'valid');
    const named = results.filter((result) => names.some((name) => isSameCourier(result, name)));
    if (!/\d{4}/.test(compact) && named.length === 0) continue;
    const pick = named.find((result) => result.check === 'valid') ?? valid[0];
    const isUnmistakable =
      compact.length >= 12 || !raw.includes(' ') || /^[A-Z]/.test(raw) || end === run.length;
    if (pick !== undefined && (isUnmistakable || named.includes(pick)))
      return makeHit(raw, start, pick, true);
    const shaped = named[0] ?? results.find((result) => !result.labelOnly) ?? results[0];
    const tokens = raw.split(/[ -]+/);
    const groups = tokens.every((token) => token.length <= 3) ? 1 : tokens.length;
    const score = (shaped === undefined ? 0 : 10) + (named.length > 0 ? 10 : 0) - groups;
    if (fallback === undefined || score > fallback.score) fallback = { raw, result: shaped, score };
  }
  return fallback === undefined
    ? undefined
    : makeFallback(fallback.raw, fallback.result, start, names, label);
}

const MOBILE = /^1[3-9]\d{9}$/;
const DATE_8 = /^(?:19|20)\d{6}$/;

function makeFallback(
  raw: string,
  result: TrackingCheck | undefined,
  start: number,
  names: readonly CarrierName[],
  label: string,
): Hit | undefined {
  const value = raw.replace(/[ -]/g, '');
  if (MOBILE.test(value) || DATE_8.test(value) || value.length < 8) return undefined;
  const isNamed = result !== undefined && names.some((name) => isSameCourier(result, name));
  if (result?.check === 'no_check') {
    if (!result.labelOnly || isNamed) return makeHit(raw, start, result, true);
    // A common shape beside a label that names no carrier: the likeliest carrier, said with less confidence.
    const isGuess = result.formatId === 'gls' || result.formatId === 'tnt';
    const isPublished = (/^[A-Z]/.test(value) && !isGuess) || result.formatId === 'dhl_ecommerce_14';
    if (isPublished && names.length === 0) {
      return { ...makeHit(raw, start, result, true), confidence: /^[A-Z]/.test(value) ? 0.82 : 0.7 };
    }
  }
  if (!/\d{5}|[A-Z]\d{3,}|\d{3,}[A-Z]/.test(value) || (/^\d+$/.test(value) && value.length < 9))
    return undefined;
  const failing = result?.check === 'fails_check' && (isNamed || !result.labelOnly);
  const carrier = failing ? result.carrier : names.length === 1 ? names[0]?.carrier : undefined;
  return {
    type: 'tracking_number',
    value,
    start,
    end: start + raw.length,
    check: failing ? 'fails_check' : 'no_check',
    confidence: failing ? 0.6 : carrier === undefined ? 0.72 : 0.82,
    reason: failing
      ? { code: 'trackingCheckWrong', params: { carrier: result.carrier } }
      : { code: 'trackingLabelled', params: { label: label.trim() } },
    ...(carrier === undefined ? {} : { carrier }),
  };
}

/** Common shapes with a right check digit: beside the carrier's name, or printed 4-4-4 on a page that names it. */
export const findNamedTracking: Finder = (scan) => {
  const pageNames = findCarrierNames(scan.upper);
  if (pageNames.length === 0) return [];
  const hits: Hit[] = [];
  for (const match of scan.masked.matchAll(COMMON_SHAPE)) {
    const raw = match[0];
    const start = match.index;
    const near = scan.upper.slice(Math.max(0, start - LABEL_WINDOW), start + raw.length + LABEL_WINDOW);
    const isGrouped = /^\d{4}[ -]\d{4}[ -]\d{4}$/.test(raw);
    const hasPrefix = /^[A-Z]{2}/.test(raw);
    const names = isGrouped || hasPrefix ? pageNames : findCarrierNames(near);
    const results = checkTrackingNumber(raw)
      .filter((result) => names.some((name) => isSameCourier(result, name)))
      .map((result) => withNamedCarrier(result, names));
    const best = results.find(
      (result) => result.check === 'valid' || (hasPrefix && result.check === 'no_check'),
    );
    if (best !== undefined) {
      hits.push({ ...makeHit(raw, start, best, false), confidence: best.check === 'valid' ? 0.84 : 0.75 });
    } else if (isGrouped && results[0]?.check === 'fails_check' && TRACKING_LABEL.test(scan.upper)) {
      hits.push({ ...makeHit(raw, start, results[0], false), confidence: 0.5 });
    }
  }
  return hits;
};

const RUN_AFTER_NAME =
  /[^\d\n]{0,24}?(?<![A-Z0-9])(?<run>(?=[A-Z]{0,4} ?\d)[A-Z0-9]+(?:(?: {1,2}|-)[A-Z0-9]+){0,40})/y;
const MAX_NAME_MATCHES = 20;

/** Numbers in groups right after their carrier's name, with that carrier's right check digit or its own prefix. */
export const findTrackingAfterName: Finder = (scan) => {
  const hits: Hit[] = [];
  for (const name of findCarrierNames(scan.upper)) {
    const matches = scan.upper.matchAll(new RegExp(name.pattern.source, 'gi'));
    for (const match of [...matches].slice(0, MAX_NAME_MATCHES)) {
      RUN_AFTER_NAME.lastIndex = match.index + match[0].length;
      const after = RUN_AFTER_NAME.exec(scan.masked);
      const run = after?.groups?.run;
      if (after === null || run === undefined) continue;
      const start = after.index + after[0].length - run.length;
      const hit = judgeRun(scan, run, start, name.carrier);
      const isProven = hit?.check === 'valid' || (hit?.check === 'no_check' && /^GM\d/.test(hit.value));
      if (
        hit !== undefined &&
        isProven &&
        hit.carrier?.startsWith(name.carrier.split(' ')[0] ?? '') === true
      ) {
        if (!hits.some((other) => other.start === start)) hits.push({ ...hit, confidence: 0.83 });
      }
    }
  }
  return hits;
};

/** Yamato, Sagawa and Japan Post share one format: the page tells which of them it is. */
const JAPANESE = /^(?:yamato|sagawa|japan_post)$/;

function isSameCourier(result: TrackingCheck, name: CarrierName): boolean {
  return (
    result.courierCode === name.courierCode ||
    (result.courierCode === 'japan_domestic' && JAPANESE.test(name.courierCode))
  );
}

function withNamedCarrier(result: TrackingCheck, names: readonly CarrierName[]): TrackingCheck {
  if (result.courierCode !== 'japan_domestic') return result;
  const name = names.find((candidate) => JAPANESE.test(candidate.courierCode));
  return name === undefined ? result : { ...result, carrier: name.carrier };
}
