// Which orders, ASINs, shipments and numbers is a case about, written the one way in which they are compared?
import { CasebinderError } from '../../domain/errors.ts';
import { checkTrackingNumber } from '../../domain/identifiers/check-tracking-number.ts';
import type { CaseSubject } from './case-view.ts';
import type { OpenCaseInput } from './open-case.ts';

/** Orders, ASINs, shipments and tracking numbers of a request. @throws CasebinderError INPUT_INVALID */
export function collectSubjects(input: OpenCaseInput): CaseSubject[] {
  return normaliseSubjects([
    ...(input.orders ?? []).map((value) => ({ type: 'order_id' as const, value })),
    ...(input.asins ?? []).map((value) => ({ type: 'asin' as const, value })),
    ...(input.fnskus ?? []).map((value) => ({ type: 'fnsku' as const, value })),
    ...(input.shipments ?? []).map((value) => ({ type: 'fba_shipment_id' as const, value })),
    ...(input.trackingNumbers ?? []).map((value) => ({ type: 'tracking_number' as const, value })),
  ]);
}

/** Each subject once, in its written form, in the given order. @throws CasebinderError INPUT_INVALID for what can't be one */
export function normaliseSubjects(subjects: readonly CaseSubject[]): CaseSubject[] {
  const seen = new Set<string>();
  return subjects
    .map(({ type, value }) => ({ type, value: WRITE[type](value) }))
    .filter(({ type, value }) => {
      const key = `${type} ${value}`;
      return seen.has(key) ? false : seen.add(key);
    });
}

const WRITE: Readonly<Record<CaseSubject['type'], (value: string) => string>> = {
  order_id: requireOrder,
  asin: (value) => requirePattern(value, /^[0-9A-Z]{10}$/, 'ASIN'),
  fba_shipment_id: (value) => requirePattern(value, /^[0-9A-Z-]{6,20}$/, 'shipment'),
  tracking_number: requireTracking,
  fnsku: (value) => requirePattern(value, /^[0-9A-Z]{10}$/, 'FNSKU'),
};

/** 3-7-7 digits; the pasted form without hyphens is accepted (domain.md 3.1). */
function requireOrder(value: string): string {
  const compact = value.normalize('NFKC').trim().toUpperCase().replace(/[\s-]/g, '');
  const match = /^(\d{3}|[SD]\d{2})(\d{7})(\d{7})$/.exec(compact);
  if (match === null) throw new CasebinderError('INPUT_INVALID', { detail: `order ${value}` });
  return `${match[1]}-${match[2]}-${match[3]}`;
}

function requireTracking(value: string): string {
  const compact = value.replace(/[\s-]/g, '').toUpperCase();
  if (checkTrackingNumber(compact).length === 0 && !/^[0-9A-Z]{8,40}$/.test(compact)) {
    throw new CasebinderError('INPUT_INVALID', { detail: `tracking number ${value}` });
  }
  return compact;
}

function requirePattern(value: string, pattern: RegExp, what: string): string {
  const text = value.normalize('NFKC').trim().toUpperCase();
  if (!pattern.test(text)) throw new CasebinderError('INPUT_INVALID', { detail: `${what} ${value}` });
  return text;
}
