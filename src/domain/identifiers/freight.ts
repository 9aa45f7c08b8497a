// How are freight numbers (container, air waybill, bill of lading, PRO) told from other numbers (domain.md 3.3)?
import { checkContainer, checkMod7 } from './check-digits.ts';
import { SEA_PAPER } from './find-tracking.ts';
import type { LabelRule } from './label-rule.ts';
import type { PatternRule } from './pattern-rule.ts';

const AWB_LABEL = /(?<![A-Z])(?:M|H)?AWB|AIR ?WAYBILL|AIRWAY ?BILL|空运单|空运提单|航空运单/i;

function judgeAwb(value: string): 'valid' | 'fails_check' {
  return checkMod7(value.slice(3, 10), value.slice(10)) ? 'valid' : 'fails_check';
}

export const FREIGHT_PATTERNS: readonly PatternRule[] = [
  {
    type: 'container_no',
    pattern: /(?<![A-Z0-9])[A-Z]{3}[UJZ] ?\d{6} ?-?\d(?!\d)/g,
    normalise: (raw) => raw.replace(/[ -]/g, ''),
    label: /CONTAINER|CNTR|箱号|柜号|集装箱/i,
    judge: (value, scan, start, end) => {
      if (checkContainer(value)) return 'valid';
      const near = scan.upper.slice(Math.max(0, start - 40), end + 40);
      return /CONTAINER|CNTR|箱号|柜号|集装箱/.test(near) ? 'fails_check' : undefined;
    },
    confidence: 0.95,
    labelledConfidence: 0.99,
    reason: 'checkDigitValid',
  },
  {
    type: 'awb',
    pattern: /(?<![\d+-])\d{3}[- ]\d{4} ?\d{4}(?![\d-])/g,
    normalise: (raw) => raw.replace(/[ -]/g, ''),
    label: AWB_LABEL,
    labelRequired: true,
    judge: judgeAwb,
    confidence: 0.97,
    labelledConfidence: 0.97,
    reason: 'labelledWithCheck',
    labelledReason: 'labelledWithCheck',
  },
  {
    // The form itself writes the number alone in its corner.
    type: 'awb',
    pattern: /(?<![\d+-])\d{3}[- ]\d{4} ?\d{4}(?![\d-])/g,
    normalise: (raw) => raw.replace(/[ -]/g, ''),
    judge: (value, scan) =>
      judgeAwb(value) === 'valid' && AWB_LABEL.test(scan.upper.slice(0, 3_000)) ? 'valid' : undefined,
    confidence: 0.9,
    reason: 'checkDigitValid',
  },
];

export const FREIGHT_LABELS: readonly LabelRule[] = [
  {
    type: 'awb',
    label:
      /(?<![A-Z])(?:M|H)?AWB(?: ?(?:NO\.?|NUMBER|#))?|AIR ?WAY ?BILL(?: ?(?:NO\.?|NUMBER|#))?|空运(?:单|提单)号?|航空运单号?/g,
    value: /(?<value>\d{11})(?!\d)/y,
    judge: judgeAwb,
    confidence: 0.96,
    reason: 'labelledWithCheck',
  },
  {
    type: 'bl_no',
    label:
      /(?<![A-Z])(?:(?:M|H|O)?B\/L|MBL|HBL|BOL|BILL OF LADING)(?: ?(?:NO\.?|NUMBER|#))|(?<![A-Z])B\/?L (?:OR|\/) AWB (?:NO\.?|NUMBER)|提单(?:编号|号码?)|提运单号|船荷証券番号/g,
    value: /(?<value>(?=[A-Z0-9-]*\d{4})[A-Z0-9][A-Z0-9-]{6,19})(?![A-Z0-9])/y,
    confidence: 0.93,
    reason: 'labelled',
  },
  {
    type: 'bl_no',
    label: /(?<![A-Z])(?:SEA ?)?WAYBILL ?(?:NO\.?|NUMBER|#)/g,
    value: /(?<value>(?=[A-Z0-9-]*\d{4})[A-Z0-9][A-Z0-9-]{6,19})(?![A-Z0-9])/y,
    judge: (_value, scan) => (SEA_PAPER.test(scan.upper) ? 'no_check' : undefined),
    confidence: 0.9,
    reason: 'labelled',
  },
  {
    type: 'pro_no',
    label: /(?<![A-Z])PRO ?(?:NO\.?|NUMBER|#)|(?<![A-Z])PRO ?:/g,
    value: /(?<value>\d{3}-?\d{6,7}|\d{9,10})(?!\d)/y,
    normalise: (raw) => raw.replace(/-/g, ''),
    confidence: 0.9,
    reason: 'labelled',
  },
];
