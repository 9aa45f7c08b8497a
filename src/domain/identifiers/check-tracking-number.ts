// Which carriers' formats does one tracking number fit, and does its check digit agree (TRK-01)?
import type { CheckResult } from '../inspection.ts';
import type { CarrierFormat } from './carrier-formats.ts';
import { CARRIER_FORMATS } from './carrier-formats.ts';
import {
  checkLuhn,
  checkMod7,
  checkMod10,
  checkMod3736,
  checkS10,
  checkWeightedModulo,
} from './check-digits.ts';
import { FURTHER_POSTAL_OPERATORS, POSTAL_OPERATORS } from './postal-operators.ts';

export interface TrackingCheck {
  /** Name as Amazon lists it (TRK-02, case-sensitive). */
  readonly carrier: string;
  readonly check: CheckResult;
  readonly courierCode: string;
  readonly formatId: string;
  /** The shape is so common that it means nothing without a label or the carrier's name. */
  readonly labelOnly: boolean;
}

const CHECK_ORDER: Readonly<Record<CheckResult, number>> = { valid: 0, no_check: 1, fails_check: 2 };

/**
 * All carrier formats that the number fits, best first: check digit valid, then formats without a check digit,
 * then check digit wrong. Spaces and full-width characters do not matter. An empty list: no known shape.
 */
export function checkTrackingNumber(number: string): TrackingCheck[] {
  const trimmed = number.normalize('NFKC').toUpperCase().replace(/\s+/g, '');
  const results = checkCompact(trimmed);
  if (results.length > 0 || !trimmed.includes('-')) return results;
  return checkCompact(trimmed.replaceAll('-', ''));
}

function checkCompact(compact: string): TrackingCheck[] {
  if (compact.length < 7 || compact.length > 44) return [];
  const found: { readonly result: TrackingCheck; readonly rank: number }[] = [];
  for (const format of CARRIER_FORMATS) {
    const match = format.pattern.exec(compact);
    if (match === null) continue;
    const result = judge(format, match);
    if (result !== undefined) found.push({ result, rank: format.rank });
  }
  found.sort((a, b) => CHECK_ORDER[a.result.check] - CHECK_ORDER[b.result.check] || a.rank - b.rank);
  return found.map((entry) => entry.result);
}

function judge(format: CarrierFormat, match: RegExpExecArray): TrackingCheck | undefined {
  let carrier = format.carrier;
  const country = match.groups?.country;
  if (country !== undefined) {
    const operator = POSTAL_OPERATORS[country] ?? FURTHER_POSTAL_OPERATORS[country];
    if (operator === undefined) return undefined;
    carrier = operator;
  }
  return {
    carrier,
    check: judgeCheckDigit(format, match),
    courierCode: format.courierCode,
    formatId: format.id,
    labelOnly: format.labelOnly,
  };
}

function judgeCheckDigit(format: CarrierFormat, match: RegExpExecArray): CheckResult {
  const rule = format.check;
  const checkCharacter = match.groups?.check;
  let serial = match.groups?.serial;
  if (rule === undefined || serial === undefined || checkCharacter === undefined) return 'no_check';
  if (format.prepend !== undefined && !serial.startsWith(format.prepend.unless)) {
    serial = format.prepend.content + serial;
  }
  return passes(rule, serial, checkCharacter) ? 'valid' : 'fails_check';
}

function passes(rule: NonNullable<CarrierFormat['check']>, serial: string, checkCharacter: string): boolean {
  switch (rule.algorithm) {
    case 'mod10':
      return checkMod10(serial, checkCharacter, rule.evens, rule.odds, rule.fromRight);
    case 'weighted':
      return checkWeightedModulo(serial, checkCharacter, rule.weights, rule.modulo1, rule.modulo2);
    case 'mod7':
      return checkMod7(serial, checkCharacter);
    case 'luhn':
      return checkLuhn(serial, checkCharacter);
    case 's10':
      return checkS10(serial, checkCharacter);
    case 'mod_37_36':
      return checkMod3736(serial, checkCharacter);
  }
}
