// How are product codes (GTIN, EAN, UPC, ISBN, model, SKU) told from other digits (domain.md 3.2)?
import { checkGtin, checkIsbn10 } from './check-digits.ts';
import type { LabelRule } from './label-rule.ts';

function judgeGtin(value: string): 'valid' | 'fails_check' {
  return checkGtin(value) ? 'valid' : 'fails_check';
}

const joinDigits = (raw: string): string => raw.replace(/[ -]/g, '');

/** A 12 to 14 digit number passes by chance in 10 % of cases: only with a label. */
export const PRODUCT_LABELS: readonly LabelRule[] = [
  {
    type: 'isbn',
    label: /ISBN(?:-?1[03](?=[: ]))?/g,
    value: /(?<value>97[89](?:[- ]?\d){10}(?![\dX])|\d{1,5}[- ]?\d{1,7}[- ]?\d{1,7}[- ]?[\dX](?![\dA-Z]))/y,
    normalise: joinDigits,
    judge: (value) =>
      value.length === 13
        ? judgeGtin(value)
        : value.length === 10
          ? checkIsbn10(value)
            ? 'valid'
            : 'fails_check'
          : undefined,
    confidence: 0.98,
    reason: 'labelledWithCheck',
  },
  {
    type: 'gtin',
    label:
      /(?<![A-Z])(?:UPC|EAN|GTIN|JAN|UPC\/EAN|EAN\/UPC)(?:-?(?:8|12|13|14|A))?(?: CODE|-CODE)?(?![A-Z])|条形?码|国际条码|商品条码|バーコード|BARCODE/g,
    value: /(?<value>\d(?:[ -]?\d){11,13}|\d{8})(?![ -]?\d)/y,
    normalise: joinDigits,
    judge: judgeGtin,
    confidence: 0.97,
    reason: 'labelledWithCheck',
  },
  {
    type: 'model',
    label:
      /MODEL(?:\/TYPE)?(?: (?:NO|NUMBER|NAME))?[.:# ]*(?=[:# ])|(?:产品|商品|规格)?型号(?:规格)?(?=[: ])|MODELL(?:NUMMER)?(?=[: ])|型番/g,
    value: /(?<value>(?=[A-Z0-9_/.-]*\d)[A-Z0-9][A-Z0-9_/.-]{2,29})(?![A-Z0-9])/y,
    normalise: (raw) => raw.replace(/[.\-/]+$/, ''),
    judge: (value) => (/^[\d.,]+$/.test(value) && value.length < 4 ? undefined : 'no_check'),
    confidence: 0.8,
    reason: 'labelled',
    below: false,
  },
  {
    type: 'sku',
    label: /(?<![A-Z])(?:SELLER ?|MERCHANT ?)?M?SKU(?: ?(?:ID|NO\.?|CODE|#))?(?=[: #])|卖家SKU|商家编码/g,
    value: /(?<value>(?=[A-Z0-9_./-]*\d)[A-Z0-9][A-Z0-9_./-]{3,39})(?![A-Z0-9])/y,
    normalise: (raw) => raw.replace(/[.\-/]+$/, ''),
    confidence: 0.8,
    reason: 'labelled',
    below: false,
  },
];
