// Under which date would a person file a document?
import type { DateRole, FoundDate, RecogniseInput } from '../../domain/inspection.ts';
import { KIND_BY_SLUG } from '../../domain/kinds/document-kinds.ts';

/** Roles that date a kind, best first; the general order follows them. */
const ROLES_BY_KIND: Readonly<Record<string, readonly DateRole[]>> = {
  pod: ['delivered', 'signed'],
  tracking_slip: ['delivered', 'ship'],
  shipping_label: ['ship', 'printed'],
  carrier_pickup_receipt: ['ship', 'received', 'signed'],
  bill_of_lading: ['ship', 'issue'],
  air_waybill: ['ship', 'issue'],
  purchase_contract: ['signed', 'valid_from', 'issue'],
  license_agreement: ['signed', 'valid_from', 'issue'],
  lease_contract: ['signed', 'valid_from', 'issue'],
  letter_of_authorization: ['issue', 'signed', 'valid_from'],
  bank_statement: ['period_end', 'issue'],
  credit_card_statement: ['period_end', 'issue'],
  settlement_report: ['period_end', 'issue'],
  amazon_report: ['period_end', 'issue'],
  order_detail: ['order', 'ship'],
  packing_list: ['issue', 'order', 'ship'],
  legal_rep_id: ['issue', 'valid_from'],
  insurance_coi: ['issue', 'valid_from'],
  warehouse_receipt: ['received', 'issue'],
  delivery_note: ['issue', 'delivered', 'ship'],
  return_record: ['received', 'issue', 'order'],
};

const GENERAL_ROLES: readonly DateRole[] = [
  'issue',
  'signed',
  'sent',
  'order',
  'ship',
  'delivered',
  'received',
  'printed',
  'valid_from',
  'period_end',
  'other',
];
/** Never a filing date by themselves. */
const FUTURE_ROLES: ReadonlySet<DateRole> = new Set(['due', 'deadline', 'valid_to', 'birth']);
const LEAST_CONFIDENCE = 0.4;

/** YYYY-MM-DD, or undefined: photos by when they were taken, e-mails by when they were sent, papers by their own date. */
export function chooseDocumentDate(
  slug: string,
  dates: readonly FoundDate[],
  input: Pick<RecogniseInput, 'properties' | 'media'>,
): string | undefined {
  const taught = dates.find((date) => date.isDocumentDate === true);
  if (taught !== undefined) return dayOf(taught.value);
  const sentAt = input.properties.email?.sentAt;
  if (sentAt !== undefined) return dayOf(sentAt);
  const isMedia = KIND_BY_SLUG.get(slug)?.group === 'media';
  const takenAt = input.media.takenAt;
  if (takenAt !== undefined && (isMedia || dates.length === 0)) return dayOf(takenAt);
  const usable = dates.filter((date) => !FUTURE_ROLES.has(date.role) && date.confidence >= LEAST_CONFIDENCE);
  for (const role of [...(ROLES_BY_KIND[slug] ?? []), ...GENERAL_ROLES]) {
    const best = usable.filter((date) => date.role === role).sort((a, b) => b.confidence - a.confidence)[0];
    if (best !== undefined) return dayOf(best.value);
  }
  return dayOf(takenAt);
}

function dayOf(value: string | undefined): string | undefined {
  return value !== undefined && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : undefined;
}
