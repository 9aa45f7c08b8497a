// How are bank account and card numbers found, and how are sensitive numbers kept out of clear text?

import type { IdentifierType } from '../inspection.ts';
import { checkIban, checkLuhn } from './check-digits.ts';
import type { LabelRule } from './label-rule.ts';
import type { PatternRule } from './pattern-rule.ts';

const SENSITIVE: ReadonlySet<IdentifierType> = new Set<IdentifierType>(['cn_id', 'bank_account']);

/** True for numbers of people that are never told in full. */
export function isSensitiveType(type: string): boolean {
  return (SENSITIVE as ReadonlySet<string>).has(type);
}

/** Identity and account numbers are stored with their last four characters only (domain.md 3.4). */
export function maskSensitive(type: IdentifierType, value: string): string {
  if (!SENSITIVE.has(type)) return value;
  const compact = value.replace(/[\s-]/g, '');
  return `****${compact.slice(-4)}`;
}

export const BANK_PATTERNS: readonly PatternRule[] = [
  {
    type: 'bank_account',
    pattern: /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Z0-9])/g,
    normalise: (raw) => raw.replace(/ /g, ''),
    judge: (value) => (value.length >= 15 && value.length <= 34 && checkIban(value) ? 'valid' : undefined),
    confidence: 0.97,
    reason: 'checkDigitValid',
  },
];

export const BANK_LABELS: readonly LabelRule[] = [
  {
    type: 'bank_account',
    label:
      /(?:银行)?(?:账|帐)[号户](?!名|余)|银行卡号?|卡号|ACCOUNT ?(?:NO\.?|NUMBER|#)|(?<![A-Z])A\/C ?(?:NO\.?|#)?|CARD ?(?:NO\.?|NUMBER)|KONTO-?(?:NUMMER|NR\.?)/g,
    value: /(?<value>\d(?:[ -]?\d){8,24})(?!\d)/y,
    normalise: (raw) => raw.replace(/[ -]/g, ''),
    judge: (value) =>
      value.length >= 16 && value.length <= 19 && checkLuhn(value.slice(0, -1), value.slice(-1))
        ? 'valid'
        : 'no_check',
    confidence: 0.93,
    reason: 'labelledSensitive',
  },
];
