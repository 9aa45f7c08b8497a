// Which facts of a case does a change alter, from what to what: for the entry in its timeline?
import type { CaseRecord } from './case-records.ts';
import type { CaseSubject } from './case-view.ts';
import type { CaseFacts } from './change-case.ts';

export interface FactChange {
  readonly field:
    | 'title'
    | 'caseId'
    | 'complaintId'
    | 'channel'
    | 'marketplace'
    | 'notifiedOn'
    | 'money'
    | 'subjectsAdded'
    | 'subjectsRemoved';
  /** Empty when there was nothing. */
  readonly from: string;
  readonly to: string;
}

/** Only what really differs; texts of the statement have their own history. */
export function listFactChanges(
  record: CaseRecord,
  before: readonly CaseSubject[],
  facts: CaseFacts,
): FactChange[] {
  const changes: FactChange[] = [];
  const compare = (field: FactChange['field'], from: string | null, to: string | null | undefined): void => {
    if (to !== undefined && (from ?? '') !== (to ?? ''))
      changes.push({ field, from: from ?? '', to: to ?? '' });
  };
  compare('title', record.title, facts.title);
  compare('caseId', record.caseId, facts.caseId);
  compare('complaintId', record.complaintId, facts.complaintId);
  compare('channel', record.channel, facts.channel);
  compare('marketplace', record.marketplace, facts.marketplace);
  compare('notifiedOn', record.notifiedOn, facts.notifiedOn);
  compare(
    'money',
    writeMoney(record.moneyAmount, record.moneyCurrency),
    facts.money === undefined
      ? undefined
      : writeMoney(facts.money?.amount ?? null, facts.money?.currency ?? null),
  );
  if (facts.subjects !== undefined) {
    const after = facts.subjects;
    compare('subjectsAdded', '', listMissing(after, before));
    compare('subjectsRemoved', listMissing(before, after), '');
  }
  return changes;
}

/** Values of `subjects` that `others` lacks, for people to read. */
function listMissing(subjects: readonly CaseSubject[], others: readonly CaseSubject[]): string {
  return subjects
    .filter((subject) => !others.some((o) => o.type === subject.type && o.value === subject.value))
    .map((subject) => subject.value)
    .join('  ');
}

function writeMoney(amount: string | null, currency: string | null): string {
  return amount === null ? '' : `${amount} ${currency ?? ''}`.trim();
}
