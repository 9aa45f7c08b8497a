// In which state is a case, in one word and one colour?
import type { CaseStatus } from '../../domain/problems/case-status.ts';
import { useWords } from '../app/words.ts';
import { type Tone, ToneBadge } from './tone-badge.tsx';

const COLOURS: Readonly<Record<CaseStatus, Tone>> = {
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
  return <ToneBadge color={COLOURS[status]}>{t(`uiCases.status_${status}`)}</ToneBadge>;
}
