// What do the shape of a page and its manner of writing say: a parcel label, a till slip, a legal text?
import type { FoundIdentifier, Reason, RecogniseInput } from '../inspection.ts';
import type { FileClass } from './document-kind.ts';
import type { KindScore } from './kind-score.ts';
import { listsEvents, saysDelivered } from './parcel-events.ts';

const LAYOUT_POINTS = { label: 3, carrier: 2.5, till: 3, legal: 2, events: 3, travelled: 4 } as const;

const MAX_LABEL_CHARACTERS = 1_600;
const CARRIERS =
  /\b(?:ups|usps|fedex|dhl|dpd|gls|tnt|evri|hermes|yodel|postnord|posten|bring|royal mail|parcelforce|colissimo|chronopost|la poste|mondial relay|correos|seur|brt|sda|poste italiane|inpost|pocztex|poczta polska|post(?:nl| nl)|bpost|swiss ?post|canada post|australia post|japan post|yamato|sagawa|aramex|purolator|ontrac|lasership|amazon shipping|swa|zasilkovna|packeta|ceska posta|4px|yanwen|yunexpress|cainiao|sf express)\b|顺丰|中通|圆通|申通|韵达|京东物流|德邦|极兔|菜鸟|云途|燕文|ヤマト運輸|佐川急便|日本郵便/i;
const WEIGHT =
  /\b\d{1,4}(?:[.,]\d{1,3})?\s?(?:kgs?|lbs?|oz|gr?|pounds?)\b|\b(?:act ?wgt|weight|gewicht|poids|peso|waga|masa|vekt|vikt|vaegt|hmotnost)\b|重量/i;
const ADDRESS_WORDS =
  /\b(?:from|to|ship ?to|ship ?from|sender|receiver|recipient|consignee|deliver(?:y)? to|absender|empfanger|expediteur|destinataire|mittente|destinatario|remitente|afzender|ontvanger|nadawca|odbiorca|avsender|mottaker|avsandare|mottagare|afsender|modtager|odesilatel|prijemce|gonderici|alici|feladas|cimzett|felado|destinatar)\b|收件|寄件|收方|寄方|お届け先|ご依頼主/i;
const LABEL_CODES =
  /code-?_?128|code-?_?39|itf|interleaved|maxicode|pdf-?_?417|data-?_?matrix|aztec|codabar|databar|intelligent/i;
const MONEY = /(?:[$€£¥￥]|rm|usd|eur|cny|rmb)\s?\d+[.,]\d{2}\b|\b\d+[.,]\d{2}\s?(?:[$€£]|usd|eur|cny)\b/gi;

const CLOCK = /(?:\b|[a-z]\d?)\d{1,2}\s?:\s?\d{2}(?:\s?:\s?\d{2})?\s?(?:[ap]\.?m\.?)?\b/i;
const TILL_WORDS =
  /\b(?:cash\w*|change|total\w*|tender\w*|subtotal|visa|mastercard|gst|summe|zwischensumme|mwst|kasse|r(?:ue|u)ckgeld|bar|contanti|efectivo|especes)\b|合计|找零|实收|合計|お釣/i;
const AMOUNT = /\d+[.,]\s?\d{2}\b/g;
const NARROW_LINE = 46;

const LEGAL_WORDS =
  /\b(?:shall|must|hereby|hereof|thereof|herein|hereto|hereunder|thereunder|pursuant|notwithstanding|whereas|undersigned|breach|obligations?|penalty|terminat\w+|party|parties)\b/gi;
const LEAST_LEGAL_WORDS = 4;
const LEAST_LEGAL_SHARE = 0.014;

/** Adds points for page shapes. `text` is normalised by normaliseForCues; judged on the first pages only. */
export function addLayoutScores(
  scores: readonly KindScore[],
  fileClass: FileClass,
  text: string,
  input: RecogniseInput,
  identifiers: readonly FoundIdentifier[],
): void {
  if (fileClass === 'I' || fileClass === 'P') {
    addLabelShape(find(scores, 'shipping_label'), text, input, identifiers);
    addTillShape(find(scores, 'receipt_retail'), text);
    addEventShape(find(scores, 'tracking_slip'), text, identifiers);
  }
  if (fileClass !== 'E') addLegalManner(find(scores, 'purchase_contract'), text);
}

/** A parcel label is short, has a tracking number or a code, a carrier, two addresses or a weight, and no prices. */
function addLabelShape(
  score: KindScore | undefined,
  text: string,
  input: RecogniseInput,
  identifiers: readonly FoundIdentifier[],
): void {
  if (score === undefined || text.length > MAX_LABEL_CHARACTERS || input.pageCount > 4) return;
  if ((text.match(MONEY)?.length ?? 0) > 1) return;
  // A label is printed before the parcel travels.
  if (listsEvents(text)) {
    score.score -= LAYOUT_POINTS.travelled;
    return;
  }
  if (saysDelivered(text)) return;
  const hasTracking = identifiers.some(
    (found) => found.type === 'tracking_number' && found.confidence >= 0.5,
  );
  const hasCode = input.barcodes.some((barcode) => LABEL_CODES.test(barcode.format));
  const carrier = CARRIERS.exec(text)?.[0];
  const hasAddressing = ADDRESS_WORDS.test(text) || WEIGHT.test(text);
  if ((hasTracking || hasCode) && (hasAddressing || carrier !== undefined || score.labels > 0)) {
    addPoints(score, LAYOUT_POINTS.label, { code: 'kind_label_layout' });
  }
  if (carrier !== undefined && hasAddressing)
    addPoints(score, LAYOUT_POINTS.carrier, { code: 'kind_carrier_named', params: { carrier } });
}

/** The way of a parcel: dated hours below one another, and its number or its carrier. */
function addEventShape(
  score: KindScore | undefined,
  text: string,
  identifiers: readonly FoundIdentifier[],
): void {
  if (score === undefined || text.length > 6_000) return;
  const isParcel = identifiers.some((found) => found.type === 'tracking_number') || CARRIERS.test(text);
  if (isParcel && listsEvents(text)) addPoints(score, LAYOUT_POINTS.events, { code: 'kind_event_layout' });
}

/** A till slip has short lines, a time of day, several amounts and a word of paying. */
function addTillShape(score: KindScore | undefined, text: string): void {
  if (score === undefined || text.length > 5_000) return;
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 8) return;
  const lengths = lines.map((line) => line.length).sort((a, b) => a - b);
  const long = lengths[Math.floor(lengths.length * 0.85)] ?? 0;
  if (
    long > NARROW_LINE ||
    !CLOCK.test(text) ||
    !TILL_WORDS.test(text) ||
    (text.match(AMOUNT)?.length ?? 0) < 2
  )
    return;
  addPoints(score, LAYOUT_POINTS.till, { code: 'kind_till_layout' });
}

/** Clauses are written with "shall", "must", "hereby" far more often than anything else. */
function addLegalManner(score: KindScore | undefined, text: string): void {
  if (score === undefined || score.labels < 2) return;
  const legal = text.match(LEGAL_WORDS)?.length ?? 0;
  const words = text.match(/[a-z]+/g)?.length ?? 0;
  if (legal < LEAST_LEGAL_WORDS || legal / Math.max(1, words) < LEAST_LEGAL_SHARE) return;
  addPoints(score, LAYOUT_POINTS.legal, { code: 'kind_legal_manner' });
}

function addPoints(score: KindScore, points: number, reason: Reason): void {
  score.score += points;
  score.evidence += 1;
  score.hasLayout = true;
  score.reasons.push(reason);
}

function find(scores: readonly KindScore[], slug: string): KindScore | undefined {
  return scores.find((score) => score.slug === slug);
}
