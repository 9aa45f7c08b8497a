// What does the form of a case's facts hold, and which change does it ask for?
import { MARKETPLACES } from '../../../domain/marketplaces/marketplaces.ts';
import type { CaseDetail, CaseSubject } from '../../../engine/cases/case-view.ts';
import { parseSubjects } from '../cases/parse-subjects.ts';

/** All as typed text, so that two states are compared field by field. */
export interface FactsForm {
  readonly title: string;
  readonly caseId: string;
  readonly complaintId: string;
  readonly marketplace: string;
  readonly channel: string;
  readonly notifiedOn: string;
  readonly amount: string;
  readonly currency: string;
  readonly subjects: string;
}
export type FactField = keyof FactsForm;

export const CURRENCIES: string[] = [...new Set([...MARKETPLACES.map((m) => m.currency), 'CNY'])].sort();

export function readFacts(detail: CaseDetail): FactsForm {
  return {
    title: detail.title,
    caseId: detail.caseId ?? '',
    complaintId: detail.complaintId ?? '',
    marketplace: detail.marketplace,
    channel: detail.channel,
    notifiedOn: detail.notifiedOn ?? '',
    amount: detail.money?.amount ?? '',
    currency:
      detail.money?.currency ?? MARKETPLACES.find((m) => m.code === detail.marketplace)?.currency ?? 'USD',
    subjects: detail.subjects.map((subject) => subject.value).join('\n'),
  };
}

export function listChanged(before: FactsForm, after: FactsForm): FactField[] {
  return (Object.keys(before) as FactField[]).filter((field) => before[field].trim() !== after[field].trim());
}

export interface FactsChange {
  readonly input: {
    title?: string;
    caseId?: string | null;
    complaintId?: string | null;
    marketplace?: string;
    channel?: string;
    notifiedOn?: string | null;
    money?: { amount: string; currency: string } | null;
    subjects?: CaseSubject[];
  };
  /** Words that are no identifier of any kind. */
  readonly unknown: readonly string[];
  readonly caseIdWrong: boolean;
  readonly amountWrong: boolean;
}

/** Only the fields of `changed` are sent: what another window saved in the others stays. */
export function toChange(
  form: FactsForm,
  changed: readonly FactField[],
  known: readonly CaseSubject[],
): FactsChange {
  const has = (field: FactField): boolean => changed.includes(field);
  const amount = form.amount.trim().replaceAll(',', '');
  const { subjects, unknown } = readSubjects(form.subjects, known);
  return {
    input: {
      ...(has('title') ? { title: form.title.trim() } : {}),
      ...(has('caseId') ? { caseId: form.caseId.trim() === '' ? null : form.caseId.trim() } : {}),
      ...(has('complaintId')
        ? { complaintId: form.complaintId.trim() === '' ? null : form.complaintId.trim() }
        : {}),
      ...(has('marketplace') ? { marketplace: form.marketplace } : {}),
      ...(has('channel') ? { channel: form.channel } : {}),
      ...(has('notifiedOn') ? { notifiedOn: form.notifiedOn === '' ? null : form.notifiedOn } : {}),
      ...(has('amount') || has('currency')
        ? { money: amount === '' ? null : { amount, currency: form.currency } }
        : {}),
      ...(has('subjects') ? { subjects } : {}),
    },
    unknown: has('subjects') ? unknown : [],
    caseIdWrong: has('caseId') && form.caseId.trim() !== '' && !/^\d{8,14}$/.test(form.caseId.trim()),
    amountWrong: amount !== '' && !/^\d{1,12}(\.\d{1,4})?$/.test(amount),
  };
}

/** What the case knows already keeps its type, even where the number alone would not say what it is. */
function readSubjects(
  text: string,
  known: readonly CaseSubject[],
): { readonly subjects: CaseSubject[]; readonly unknown: readonly string[] } {
  const words = text.split(/[\s,;、，；]+/);
  const kept = known.filter((subject) => words.includes(subject.value));
  const rest = words.filter((word) => !kept.some((subject) => subject.value === word)).join(' ');
  const parsed = parseSubjects(rest);
  return {
    subjects: [
      ...kept,
      ...parsed.orders.map((value) => ({ type: 'order_id' as const, value })),
      ...parsed.asins.map((value) => ({ type: 'asin' as const, value })),
      ...parsed.fnskus.map((value) => ({ type: 'fnsku' as const, value })),
      ...parsed.shipments.map((value) => ({ type: 'fba_shipment_id' as const, value })),
      ...parsed.trackingNumbers.map((value) => ({ type: 'tracking_number' as const, value })),
    ],
    unknown: parsed.unknown,
  };
}
