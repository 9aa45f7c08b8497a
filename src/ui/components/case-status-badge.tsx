// In which state is a case, in one word and one colour?
import { Badge } from '@mantine/core';
import type { CaseRow } from '../../engine/cases/case-view.ts';
import { useWords } from '../app/words.ts';

export type CaseStatus = CaseRow['status'];

/** In the order of a case's life. */
export const CASE_STATUSES: readonly CaseStatus[] = [
  'draft',
  'submitted',
  'waiting',
  'reply_needed',
  'won',
  'lost',
  'partial',
  'withdrawn',
  'expired',
  'closed',
];

const COLOURS: Readonly<Record<CaseStatus, string>> = {
  draft: 'gray',
  submitted: 'accent',
  waiting: 'accent',
  reply_needed: 'orange',
  won: 'teal',
  partial: 'teal',
  lost: 'red',
  withdrawn: 'gray',
  expired: 'red',
  closed: 'gray',
};

export function CaseStatusBadge({ status }: { readonly status: CaseStatus }) {
  const { t } = useWords();
  return (
    <Badge color={COLOURS[status]} autoContrast>
      {t(`uiCases.status_${status}`)}
    </Badge>
  );
}
