// Who works on this case and how long, which calls are agreed, and how did earlier cases of the kind go?
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { BEIJING_ZONE } from '../../../domain/deadlines/moment-text.ts';
import { localDate } from '../../../domain/deadlines/zoned-day.ts';
import type { CaseDetail } from '../../../engine/cases/case-view.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { ToneBadge } from '../../components/tone-badge.tsx';
import { CallList } from '../contacts/call-list.tsx';
import '../../components/tables.css';
import { useCaseChange } from './use-case-change.ts';

const LANGUAGES = ['en', 'zh', 'de', 'ja', 'fr', 'it', 'es'] as const;
const TONES = { won: 'teal', partial: 'orange', lost: 'red' } as const;

export function CaseWorkPanel({ detail }: { readonly detail: CaseDetail }) {
  const { t, kind, pick } = useWords();
  const trpc = useTRPC();
  const change = useMutation(trpc.work.change.mutationOptions(useCaseChange(detail.number)));
  const precedents = useQuery(trpc.work.precedents.queryOptions({ case: detail.number }));
  const numbers = useQuery(trpc.cases.statistics.queryOptions({ problem: detail.problem }));
  const [assignee, setAssignee] = useState(detail.assignee);
  const [minutes, setMinutes] = useState<number | string>('');
  const all = numbers.data?.all;
  const percent = (value: number | null): string => (value === null ? '—' : `${Math.round(value * 100)} %`);
  return (
    <div className="cb-wide">
      <div style={{ display: 'flex', gap: 14, alignItems: 'flex-end', flexWrap: 'wrap' }}>
        <TextInput
          label={t('uiDesk.assignee')}
          value={assignee}
          onChange={(event) => setAssignee(event.currentTarget.value)}
          onBlur={() => assignee !== detail.assignee && change.mutate({ case: detail.number, assignee })}
          maxLength={100}
          w={180}
        />
        <Select
          label={t('uiDesk.workLanguage')}
          value={detail.workLanguage === '' ? null : detail.workLanguage}
          onChange={(value) => change.mutate({ case: detail.number, language: value ?? '' })}
          clearable
          allowDeselect={false}
          clearButtonProps={{ 'aria-label': t('uiCases.clear') }}
          w={140}
          data={LANGUAGES.map((value) => ({ value, label: t(`uiDesk.lang_${value}`) }))}
        />
        <form
          style={{ display: 'flex', gap: 8, alignItems: 'flex-end' }}
          onSubmit={(event) => {
            event.preventDefault();
            if (minutes === '') return;
            change.mutate({ case: detail.number, addMinutes: Number(minutes) });
            setMinutes('');
          }}
        >
          <NumberInput
            label={t('uiDesk.addMinutes')}
            value={minutes}
            onChange={setMinutes}
            allowDecimal={false}
            hideControls
            w={110}
          />
          <Button type="submit" variant="default" disabled={minutes === ''} loading={change.isPending}>
            {t('uiCases.addToTimeline')}
          </Button>
          <span className="cb-quiet" style={{ paddingBottom: 6 }}>
            {t('uiDesk.minutesSoFar', { minutes: detail.workMinutes })}
          </span>
        </form>
      </div>
      <CallList accountId={detail.accountId} caseNumber={detail.number} />
      <h2 className="cb-plain-section">{t('uiDesk.precedents')}</h2>
      {all === undefined || all.cases === 0 ? null : (
        <p className="cb-quiet" style={{ margin: '0 0 6px' }}>
          {t('uiDesk.ownNumbers', {
            cases: all.cases,
            first: percent(all.firstContactResolution),
            trips: all.roundTrips === null ? '—' : all.roundTrips.toFixed(1),
            hours: all.medianFirstResponseHours === null ? '—' : Math.round(all.medianFirstResponseHours),
            complete: percent(all.winRateComplete),
            incomplete: percent(all.winRateIncomplete),
          })}
        </p>
      )}
      {(precedents.data ?? []).length === 0 ? (
        <div className="cb-quiet">{t('uiDesk.precedentsNone')}</div>
      ) : (
        <table className="cb-plain-table">
          <thead>
            <tr>
              <th>{t('uiCases.number')}</th>
              <th>{t('uiDesk.outcome')}</th>
              <th>{t('uiCases.marketplaceShort')}</th>
              <th>{t('uiDesk.endedOn')}</th>
              <th className="cb-number">{t('uiDesk.roundTrips')}</th>
              <th>{t('uiDesk.sentKinds')}</th>
            </tr>
          </thead>
          <tbody>
            {(precedents.data ?? []).map((row) => (
              <tr key={row.number}>
                <td>
                  <Link
                    to="/cases/$caseNumber"
                    params={{ caseNumber: row.number }}
                    className="cb-link cb-mono"
                  >
                    {row.number}
                  </Link>{' '}
                  {row.title === '' ? pick(detail.problemName) : row.title}
                </td>
                <td>
                  <ToneBadge color={TONES[row.status as keyof typeof TONES] ?? 'gray'}>
                    {t(`uiCases.status_${row.status}`)}
                  </ToneBadge>
                </td>
                <td>{row.marketplace}</td>
                <td>{localDate(row.closedAtMs, BEIJING_ZONE)}</td>
                <td className="cb-number">{row.roundTrips}</td>
                <td>{row.kinds.map(kind).join('、')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
