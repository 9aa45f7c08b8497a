// How is the number of a registered mark found that no "trademark no." announces: on certificates, and by its shape?
import type { PatternRule } from './pattern-rule.ts';
import type { Scan } from './scan.ts';

const onPage =
  (words: RegExp) =>
  (_value: string, scan: Scan): 'no_check' | undefined =>
    words.test(scan.upper) ? 'no_check' : undefined;

export const TRADEMARK_PATTERNS: readonly PatternRule[] = [
  {
    // Chinese certificates head the page with "第48291037号".
    type: 'trademark_no',
    pattern: /第 ?(?<value>\d{5,9}[A-Z]?) ?号/g,
    judge: onPage(/商标注册|注册商标|商标局|商标证/),
    confidence: 0.93,
    reason: 'labelledShape',
  },
  {
    type: 'trademark_no',
    pattern: /登録 ?(?:番号)?[: ]*(?:商標)?[: ]*第? ?(?<value>\d{7}) ?号/g,
    judge: onPage(/商標/),
    confidence: 0.92,
    reason: 'labelledShape',
  },
  {
    type: 'trademark_no',
    pattern: /(?<![A-Z0-9])UK00\d{9}(?!\d)/g,
    confidence: 0.95,
    reason: 'labelledShape',
  },
  {
    type: 'trademark_no',
    pattern: /(?<![A-Z])N(?:O|R|°|º)[.:]? ?(?<value>0?1\d{7})(?!\d)/g,
    judge: onPage(/EUIPO|EUROPEAN UNION TRADE ?MARK|UNIONSMARKE|MARQUE DE L'UNION/),
    confidence: 0.9,
    reason: 'labelledShape',
  },
  {
    // DPMA: "30 2019 004 821".
    type: 'trademark_no',
    pattern: /(?<![\d.])30 ?20\d{2} ?\d{3} ?\d{3}(?!\d)/g,
    label: /DPMA|MARKE|TRADE ?MARK|REGISTERN/i,
    labelRequired: true,
    confidence: 0.93,
    labelledConfidence: 0.93,
    reason: 'labelledShape',
  },
];
