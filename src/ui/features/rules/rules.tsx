// By which rules does the desk work, where does each come from, and which did we correct, why?
import { SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import '../../components/tables.css';
import { useProblemTypes } from '../cases/use-problem-types.ts';
import { DeadlineRules } from './deadline-rules.tsx';
import { ProblemRules } from './problem-rules.tsx';
import './rules.css';

type View = 'deadlines' | 'problems';

export function Rules() {
  const { t } = useWords();
  const trpc = useTRPC();
  const rules = useQuery({ ...trpc.work.rules.queryOptions(), staleTime: Number.POSITIVE_INFINITY });
  const problems = useProblemTypes();
  const [view, setView] = useState<View>('deadlines');
  const [filter, setFilter] = useState('');
  const [onlyOwn, setOnlyOwn] = useState(false);
  const word = filter.trim().toLowerCase();
  return (
    <>
      <header className="cb-page-head">
        <h1 className="cb-page-title">{t('uiDesk.rules')}</h1>
        <SegmentedControl
          aria-label={t('uiDesk.rulesView')}
          value={view}
          onChange={(value) => setView(value as View)}
          data={[
            { value: 'deadlines', label: t('uiDesk.rulesDeadlines', { count: rules.data?.length ?? '…' }) },
            { value: 'problems', label: t('uiDesk.rulesProblems', { count: problems?.length ?? '…' }) },
          ]}
        />
        <TextInput
          aria-label={t('uiDesk.rulesFilter')}
          placeholder={t('uiDesk.rulesFilter')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          w={220}
        />
        <Switch
          label={t('uiDesk.rulesOwn')}
          checked={onlyOwn}
          onChange={(event) => setOnlyOwn(event.currentTarget.checked)}
        />
      </header>
      <div className="cb-page">
        <p className="cb-quiet" style={{ margin: '0 0 10px', maxWidth: 820, lineHeight: 1.55 }}>
          {t(view === 'deadlines' ? 'uiDesk.rulesHint' : 'uiDesk.problemRulesHint')}
        </p>
        {view === 'deadlines' ? (
          <DeadlineRules rules={rules.data ?? []} word={word} onlyOwn={onlyOwn} />
        ) : (
          <ProblemRules problems={problems ?? []} word={word} onlyOwn={onlyOwn} />
        )}
      </div>
    </>
  );
}
