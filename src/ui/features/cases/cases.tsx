// Which cases are there and what is due next, as a table or as a board?
import { Button, SegmentedControl, Skeleton, Switch, TextInput } from '@mantine/core';
import { IconBriefcase, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseRow } from '../../../engine/cases/case-view.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { MessageIntake } from '../messages/message-intake.tsx';
import { WaitingMessages } from '../messages/waiting-messages.tsx';
import { CaseBoard } from './case-board.tsx';
import { CaseTable } from './case-table.tsx';
import { DueList } from './due-list.tsx';
import { NewCase } from './new-case.tsx';

export function Cases() {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const cases = useQuery(trpc.cases.list.queryOptions({}));
  const settings = useQuery(trpc.settings.all.queryOptions());
  const setSetting = useMutation(trpc.settings.set.mutationOptions());
  const [chosenView, setChosenView] = useState<string | null>(null);
  const [filter, setFilter] = useState('');
  const [withEnded, setWithEnded] = useState(false);
  const [isOpening, setOpening] = useState(false);
  const view = chosenView ?? settings.data?.case_view ?? 'table';
  const all = cases.data ?? [];
  const word = filter.trim().toLowerCase();
  const matching = all.filter((row) => word === '' || textOf(row, pick(row.problemName)).includes(word));
  // A board shows its ended columns anyway; only the table would be crowded by old cases.
  const shown = view === 'board' || withEnded ? matching : matching.filter((row) => row.closedAtMs === null);
  return (
    <>
      <header className="cb-page-head">
        <h1 className="cb-page-title">{t('ui.navCases')}</h1>
        <TextInput
          leftSection={<IconSearch size={14} />}
          placeholder={t('uiCases.filter')}
          aria-label={t('uiCases.filter')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          w={250}
        />
        {view === 'table' ? (
          <Switch
            label={t('uiCases.withEnded')}
            checked={withEnded}
            onChange={(event) => setWithEnded(event.currentTarget.checked)}
          />
        ) : null}
        <div style={{ flex: 1 }} />
        <SegmentedControl
          aria-label={t('uiCases.view')}
          value={view}
          onChange={(value) => {
            setChosenView(value);
            setSetting.mutate({ key: 'case_view', value });
          }}
          data={[
            { value: 'table', label: t('uiCases.table') },
            { value: 'board', label: t('uiCases.board') },
            { value: 'due', label: t('uiDesk.dueView') },
          ]}
        />
        <Button leftSection={<IconPlus size={15} />} onClick={() => setOpening(true)}>
          {t('uiCases.newCase')}
        </Button>
      </header>
      <div style={{ padding: '10px 22px 6px' }}>
        <MessageIntake />
        <WaitingMessages />
      </div>
      {cases.isError && cases.data === undefined ? (
        <ErrorNote error={cases.error} onRetry={() => void cases.refetch()} />
      ) : cases.data === undefined ? (
        <div className="cb-page" aria-busy="true">
          {[0, 1, 2, 3].map((row) => (
            <Skeleton key={row} height={40} mb={8} />
          ))}
        </div>
      ) : all.length === 0 ? (
        <EmptyState
          icon={<IconBriefcase size={34} stroke={1.3} />}
          title={t('uiCases.none')}
          hint={t('uiCases.noneHint')}
        >
          <Button leftSection={<IconPlus size={15} />} onClick={() => setOpening(true)}>
            {t('uiCases.newCase')}
          </Button>
        </EmptyState>
      ) : view === 'board' ? (
        <CaseBoard rows={shown} />
      ) : view === 'due' ? (
        <DueList rows={shown} />
      ) : shown.length === 0 ? (
        <EmptyState title={t('uiCases.noMatch')} hint={t('uiCases.noMatchHint')} />
      ) : (
        <CaseTable rows={shown} />
      )}
      <NewCase opened={isOpening} onClose={() => setOpening(false)} />
    </>
  );
}

function textOf(row: CaseRow, problem: string): string {
  return [row.number, row.caseId, row.complaintId, row.title, problem, row.marketplace, row.accountName]
    .join(' ')
    .toLowerCase();
}
