// How are Amazon's own identifiers told from other numbers (domain.md 3.1)?

import { checkContainer, checkIsbn10 } from './check-digits.ts';
import type { LabelRule } from './label-rule.ts';
import { MARKETPLACE_IDS } from './marketplace-ids.ts';
import type { PatternRule } from './pattern-rule.ts';
import type { Finder, Hit, Scan } from './scan.ts';

const ORDER_LABEL = /ORDER|订单|訂單|BESTELL|COMMANDE|ORDINE|PEDIDO|注文|ZAM[OÓ]WIEN/i;
const ASIN_LABEL = /ASIN|\/DP\/|AMAZON\.|商品编码/i;
const PART_LABEL = /MODEL|PART|P\/N|型号|料号|S\/N|SERIAL|序列号|LOT|BATCH|批号|SKU/i;

/** Ten characters of one kind are placeholders ("B0XXXXXXXX"). */
function isPlaceholder(value: string): boolean {
  return /^(.)\1+$/.test(value.slice(2));
}

function judgeAsin(value: string, scan: Scan, start: number, end: number): 'no_check' | undefined {
  if (isPlaceholder(value)) return undefined;
  if (!/\d/.test(value.slice(2)) && !ASIN_LABEL.test(scan.upper.slice(Math.max(0, start - 40), start)))
    return undefined;
  if (scan.source === 'text' || scan.source === 'ocr') {
    const before = scan.upper.slice(Math.max(0, start - 2), start);
    const after = scan.upper.slice(end, end + 2);
    const partOfCode = /[A-Z0-9]-$/.test(before) || /^-[A-Z0-9]/.test(after);
    if (partOfCode && !ASIN_LABEL.test(scan.upper.slice(Math.max(0, start - 40), start))) return undefined;
  }
  return 'no_check';
}

/** Rules that need no label, most specific first (domain.md 3.6). */
export const AMAZON_PATTERNS: readonly PatternRule[] = [
  {
    type: 'asin',
    pattern: /\/(?:DP|GP\/PRODUCT|GP\/AW\/D)\/(?<value>[0-9A-Z]{10})(?![0-9A-Z])/g,
    confidence: 0.99,
    judge: (value) =>
      /^B0/.test(value) ? 'no_check' : /^\d{9}[\dX]$/.test(value) && checkIsbn10(value) ? 'valid' : undefined,
    reason: 'asinInLink',
  },
  {
    type: 'order_id',
    pattern: /(?<![A-Z0-9+]|\d-)(?:\d{3}|S\d{2}|D\d{2}) ?- ?\d{7} ?-\s?\d{7}(?!\d|-\d)/g,
    label: ORDER_LABEL,
    unless: /(?:TEL|PHONE|FAX|电话|手机|热线|传真)[^A-Z0-9]{0,6}$/i,
    confidence: 0.97,
    labelledConfidence: 0.99,
    reason: 'amazonOrderShape',
  },
  {
    type: 'fba_box_id',
    pattern: /(?<![A-Z0-9])FBA(?=[0-9A-Z]*\d)[0-9A-Z]{5,9}U\d{6}(?![A-Z0-9])/g,
    confidence: 0.98,
    reason: 'fbaBoxShape',
  },
  {
    type: 'fba_shipment_id',
    pattern: /(?<![A-Z0-9])FBA(?=[0-9A-Z]*\d)[0-9A-Z]{5,9}(?![A-Z0-9])/g,
    label: /SHIPMENT|货件|FBA ?ID|箱唛/i,
    confidence: 0.93,
    labelledConfidence: 0.98,
    reason: 'fbaShipmentShape',
  },
  {
    type: 'lpn',
    pattern: /(?<![A-Z0-9])LPN(?=[0-9A-Z]*\d)[0-9A-Z]{7,14}(?![A-Z0-9])/g,
    judge: (value) => (/^LPNU\d{7}$/.test(value) && checkContainer(value) ? undefined : 'no_check'),
    confidence: 0.96,
    reason: 'lpnShape',
  },
  {
    type: 'buyer_alias',
    pattern: /(?<![A-Z0-9.])[A-Z0-9]{10,20}(?:\+[A-Z0-9-]+)?@MARKETPLACE\.AMAZON\.[A-Z.]{2,6}(?![A-Z])/g,
    normalise: (raw) => raw.toLowerCase().replace(/\.$/, ''),
    confidence: 0.99,
    reason: 'buyerAliasShape',
  },
  {
    type: 'asin',
    pattern: /(?<![A-Z0-9])B0[0-9A-Z]{8}(?![A-Z0-9])/g,
    label: ASIN_LABEL,
    unless: PART_LABEL,
    judge: judgeAsin,
    confidence: 0.8,
    labelledConfidence: 0.98,
    reason: 'asinShape',
  },
  {
    type: 'fnsku',
    pattern: /(?<![A-Z0-9])X0(?=[0-9A-Z]*\d)[0-9A-Z]{8}(?![A-Z0-9])/g,
    label: /FNSKU|LABEL|标签|条码|AMAZON/i,
    judge: (value) => (isPlaceholder(value) ? undefined : 'no_check'),
    confidence: 0.85,
    labelledConfidence: 0.97,
    reason: 'fnskuShape',
  },
];

/** Case-sensitive: on the text in its own case (domain.md 3.1, rma_id). */
export const RMA_PATTERN = /(?<![A-Za-z0-9])D[A-Za-z0-9]{7,9}RRMA(?![A-Za-z0-9])/g;

const DIGITS_8_12 = /(?<value>\d{8,12})(?!\d)/y;

/** A bare Chinese mobile after a vague label ("问题: 138…") is a phone number, not a case (domain.md 3.5, 2). */
const MOBILE = /^1[3-9]\d{9}$/;

function judgeVagueCase(value: string): 'no_check' | undefined {
  return MOBILE.test(value) || /^(?:19|20)\d{2}(?:0\d|1[0-2])[0-3]\d/.test(value) ? undefined : 'no_check';
}

/** Rules that exist only next to their label. */
export const AMAZON_LABELS: readonly LabelRule[] = [
  {
    type: 'case_id',
    label: /[?&]CASEI?D?=/g,
    value: DIGITS_8_12,
    confidence: 0.99,
    reason: 'caseInLink',
    below: false,
  },
  {
    type: 'case_id',
    label:
      /(?<![A-Z])CASE[ -]?(?:LOG )?(?:ID|NO\.?|NUMBER|#)|(?:案件|问题|CASE) ?(?:ID|编号|号)|ケースID|FALL-?(?:ID|NUMMER)|ID (?:DE|DU|DEL) CAS[OE]?/g,
    value: DIGITS_8_12,
    confidence: 0.98,
    reason: 'labelled',
  },
  {
    // Amazon's own way of naming the case in a subject; such numbers often look like a Chinese mobile's.
    type: 'case_id',
    label: /\[ ?(?:CASE|FALL|CAS|CASO|问题|案例|ケース) ?(?:ID)?(?=[ :#]{0,3}\d)/g,
    value: DIGITS_8_12,
    confidence: 0.98,
    reason: 'labelled',
    below: false,
  },
  {
    type: 'case_id',
    label: /(?<![A-Z])CASE(?![A-Z])|案件(?!编)|问题(?!编)/g,
    value: DIGITS_8_12,
    judge: judgeVagueCase,
    confidence: 0.85,
    reason: 'labelled',
    below: false,
  },
  {
    type: 'complaint_id',
    label: /COMPLAINT ?ID|投诉 ?(?:ID|编号)/g,
    value: /(?<value>\d{8,14})(?!\d)/y,
    confidence: 0.98,
    reason: 'labelled',
  },
  {
    type: 'safet_claim_id',
    label: /SAFE-?T(?: (?:CLAIM|索赔))?(?: ?ID| ?编号)?/g,
    value:
      /(?:(?:CLAIM|索赔)[ :]*(?:ID)?[ :#]*)?(?<value>(?=[0-9A-Z-]*\d{4})[0-9A-Z][0-9A-Z-]{7,24})(?![0-9A-Z])/y,
    confidence: 0.93,
    reason: 'labelled',
    below: false,
  },
  {
    type: 'reimbursement_id',
    label: /REIMBURSEMENT[- ]?ID|赔偿(?:编号|ID|单号)/g,
    value: /(?<value>\d{9,12})(?!\d)/y,
    confidence: 0.97,
    reason: 'labelled',
  },
  {
    type: 'settlement_id',
    label: /SETTLEMENT[- ]?ID|结算(?:编号|ID)/g,
    value: /(?<value>\d{10,12})(?!\d)/y,
    confidence: 0.97,
    reason: 'labelled',
  },
  {
    type: 'order_item_id',
    label: /ORDER[- ]?ITEM[- ]?(?:ID|CODE)|订单商品编号/g,
    value: /(?<value>\d{14,15})(?!\d)/y,
    confidence: 0.97,
    reason: 'labelled',
  },
  {
    type: 'order_id',
    label:
      /ORDER ?(?:ID|NO\.?|NUMBER|#)|订单(?:编号|号码?|ID)|訂單(?:編號|號碼?)|BESTELLNUMMER|注文番号|N° DE COMMANDE/g,
    value: /(?<value>\d{17})(?!\d)/y,
    normalise: (raw) => `${raw.slice(0, 3)}-${raw.slice(3, 10)}-${raw.slice(10)}`,
    confidence: 0.85,
    reason: 'orderWithoutHyphens',
  },
  {
    type: 'removal_order_id',
    label: /REMOVAL[- ]ORDER(?: ?ID| ?#| ?NO\.?)?|移除订单(?:编号|号|ID)?/g,
    value: /(?<value>(?=[0-9A-Z_-]*\d)[0-9A-Z][0-9A-Z_-]{5,24})(?![0-9A-Z])/y,
    confidence: 0.85,
    reason: 'labelled',
  },
  {
    type: 'seller_id',
    label: /MERCHANT (?:TOKEN|ID)|SELLER ?ID|卖家(?:编号|ID|记号)|MERCHANT=|SELLER=|[?&]ME=/g,
    value: /(?<value>A(?=[0-9A-Z]*\d)[0-9A-Z]{12,14})(?![A-Z0-9])/y,
    judge: (value) => (MARKETPLACE_IDS.has(value) ? undefined : 'no_check'),
    confidence: 0.96,
    reason: 'labelled',
  },
  {
    type: 'appointment_id',
    label: /(?<![A-Z])ISA(?![A-Z])|APPOINTMENT ?(?:ID|NO\.?|NUMBER|#)?|预约(?:编号|号|ID)/g,
    value: /(?<value>\d{10})(?!\d)/y,
    confidence: 0.93,
    reason: 'labelled',
  },
  {
    type: 'amazon_reference_id',
    label: /AMAZON REFERENCE(?: ID)?|REFERENCE ?ID|亚马逊参考编号|参考编号/g,
    value: /(?<value>[0-9](?=[A-Z0-9]*[A-Z])[A-Z0-9]{7})(?![0-9A-Z])/y,
    confidence: 0.9,
    reason: 'labelled',
  },
  {
    type: 'fc_code',
    label:
      /SHIP ?TO[ :]*(?:FBA|AMAZON)?|(?<![A-Z])FC(?![A-Z])|FULFILLMENT CENT(?:ER|RE)|DESTINATION FC|仓库(?:代码)?|目的仓|亚马逊仓/g,
    value: /(?:[^\n]{0,24}?(?<![A-Z0-9]))?(?<value>[A-Z]{3}[1-9]\d?)(?![A-Z0-9-])/y,
    judge: judgeFcCode,
    confidence: 0.75,
    reason: 'labelled',
  },
];

/** Three letters and a number that stand for a pack, a month or a coin. */
function judgeFcCode(value: string): 'no_check' | undefined {
  return /^(?:SKU|BOX|CTN|PKG|LOT|REF|ROW|TEL|FAX|APT|STE|NO|QTY|AVE|RUE|PCS|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|FBA|USD|EUR|LPN|ISO|USB|SET|DAY)/.test(
    value,
  )
    ? undefined
    : 'no_check';
}

/** Box labels print the fulfilment centre alone on a line of the address, and behind the shipment's name. */
export const findBoxDestination: Finder = (scan) => {
  if (!/FBA[0-9A-Z]{5,9}U\d{6}|FBA STA ?\(/.test(scan.upper)) return [];
  const hits: Hit[] = [];
  for (const match of scan.masked.matchAll(
    /^ *(?<alone>[A-Z]{3}[1-9]\d?) *$|\)-(?<behind>[A-Z]{3}[1-9]\d?)(?![A-Z0-9])/gm,
  )) {
    const value = match.groups?.alone ?? match.groups?.behind;
    if (value === undefined || judgeFcCode(value) === undefined) continue;
    const start = match.index + match[0].indexOf(value);
    hits.push({
      type: 'fc_code',
      value,
      start,
      end: start + value.length,
      check: 'no_check',
      confidence: 0.8,
      reason: { code: 'labelledShape' },
    });
  }
  return hits;
};
