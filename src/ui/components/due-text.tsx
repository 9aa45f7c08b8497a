// How pressing is a deadline: in how many days, and when exactly in Beijing and marketplace time?
import { Tooltip } from '@mantine/core';
import { BEIJING_ZONE, formatMomentPair } from '../../domain/deadlines/moment-text.ts';
import { daysBetween, localDate } from '../../domain/deadlines/zoned-day.ts';
import type { CaseDeadline } from '../../engine/cases/case-view.ts';
import { useWords, type Words } from '../app/words.ts';

const COLOURS: Readonly<Record<CaseDeadline['state'], string>> = {
  overdue: 'var(--cb-missing)',
  soon: 'var(--cb-weak)',
  needs_date: 'var(--cb-weak)',
  open: 'inherit',
  too_early: 'var(--cb-quiet)',
  met: 'var(--cb-have)',
};

export function dueColour(state: CaseDeadline['state']): string {
  return COLOURS[state];
}

/** "in 3 days", "2 days overdue", "enter the date". Days are counted in Beijing, where people work. */
export function describeDue(deadline: CaseDeadline, nowMs: number, t: Words['t']): string {
  if (deadline.state === 'met') return t('deadlines.state.met');
  if (deadline.closesAtMs === undefined) {
    return deadline.state === 'needs_date' ? t('uiCases.dueNeedsDate') : t('uiCases.dueNoEnd');
  }
  const days = daysBetween(localDate(nowMs, BEIJING_ZONE), localDate(deadline.closesAtMs, BEIJING_ZONE));
  if (deadline.state === 'overdue')
    return days === 0 ? t('uiCases.dueToday') : t('uiCases.dueOver', { days: -days });
  if (days === 0) return t('uiCases.dueToday');
  return days === 1 ? t('uiCases.dueTomorrow') : t('uiCases.dueIn', { days });
}

export function DueText({
  deadline,
  marketplace,
}: {
  readonly deadline: CaseDeadline | null;
  readonly marketplace: string;
}) {
  const { t, language } = useWords();
  if (deadline === null) return <span className="cb-quiet">–</span>;
  const text = describeDue(deadline, Date.now(), t);
  const at = deadline.closesAtMs;
  return (
    <Tooltip
      label={`${t(`deadlines.kind.${deadline.kind}`)}${at === undefined ? '' : ` · ${formatMomentPair(at, marketplace, language)}`}`}
    >
      <span style={{ display: 'inline-flex', flexDirection: 'column', lineHeight: 1.3 }}>
        <span style={{ color: COLOURS[deadline.state], fontWeight: deadline.state === 'open' ? 400 : 600 }}>
          {text}
        </span>
        <span className="cb-quiet" style={{ fontSize: 11.5 }}>
          {t(`deadlines.kind.${deadline.kind}`)}
          {at === undefined ? '' : ` · ${localDate(at, BEIJING_ZONE)}`}
        </span>
      </span>
    </Tooltip>
  );
}
