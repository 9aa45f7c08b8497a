// What belongs to one case: what it needs, what is attached, what happened, what is written, what was built and sent?
import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { CaseDetail } from '../../../engine/cases/case-view.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { ScreenTabs } from '../../components/screen-tabs.tsx';
import { CaseDeadlines } from './case-deadlines.tsx';
import { CaseHeader } from './case-header.tsx';
import { CasePacks } from './case-packs.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { CaseWorkPanel } from './case-work.tsx';
import { Checklist } from './checklist.tsx';
import { Exhibits } from './exhibits.tsx';
import { StatementEditor } from './statement-editor.tsx';
import { Submissions } from './submissions.tsx';
import '../cases/cases.css';
import './case.css';

const TABS = [
  'checklist',
  'exhibits',
  'timeline',
  'statement',
  'deadlines',
  'packs',
  'submissions',
  'work',
] as const;
type Tab = (typeof TABS)[number];

const PARTS: Readonly<Record<Tab, (detail: CaseDetail) => ReactElement>> = {
  checklist: (detail) => <Checklist detail={detail} />,
  exhibits: (detail) => <Exhibits detail={detail} />,
  timeline: (detail) => <CaseTimeline detail={detail} />,
  statement: (detail) => <StatementEditor key={detail.number} detail={detail} />,
  deadlines: (detail) => <CaseDeadlines detail={detail} />,
  packs: (detail) => <CasePacks detail={detail} />,
  submissions: (detail) => <Submissions detail={detail} />,
  work: (detail) => <CaseWorkPanel key={detail.number} detail={detail} />,
};

export function CaseScreen() {
  const { t } = useWords();
  const trpc = useTRPC();
  const { caseNumber } = useParams({ from: '/cases/$caseNumber' });
  const search = useSearch({ from: '/cases/$caseNumber' });
  const navigate = useNavigate();
  const found = useQuery({
    ...trpc.cases.get.queryOptions({ case: caseNumber }),
    // Another case must never be shown in this one's place.
    placeholderData: undefined,
  });
  const tab: Tab = TABS.find((name) => name === search.tab) ?? 'checklist';
  if (found.data === undefined) {
    if (!found.isError) return <Loader size="sm" className="cb-late" m="auto" />;
    return found.error.data?.code === 'NOT_FOUND' ? (
      <EmptyState title={t('uiCases.notFound', { case: caseNumber })} hint={t('uiCases.notFoundHint')}>
        <Link to="/cases">{t('ui.navCases')}</Link>
      </EmptyState>
    ) : (
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
    );
  }
  const detail: CaseDetail = found.data;
  const counts: Readonly<Record<Tab, number | null>> = {
    checklist: detail.checklist.filter((row) => row.required && row.state !== 'have').length,
    exhibits: detail.exhibits.length,
    timeline: null,
    statement: null,
    deadlines: detail.deadlines.filter((d) => d.actionable && d.state !== 'met').length,
    packs: detail.packs.length,
    submissions: detail.submissions.length,
    work: null,
  };
  return (
    <>
      <CaseHeader detail={detail} />
      <ScreenTabs
        names={TABS}
        shown={tab}
        label={(name) => (
          <>
            {t(`uiCases.tab_${name}`)}
            {(counts[name] ?? 0) === 0 ? null : <span className="cb-quiet cb-tab-count">{counts[name]}</span>}
          </>
        )}
        onShow={(next) =>
          void navigate({
            to: '/cases/$caseNumber',
            params: { caseNumber },
            search: next ? { tab: next } : {},
            replace: true,
          })
        }
        part={(name) => PARTS[name](detail)}
      />
    </>
  );
}
