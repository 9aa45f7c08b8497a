// What belongs to one case: what it needs, what is attached, what happened, what is written, what was built and sent?
import { Loader, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { CaseDetail } from '../../../engine/cases/case-view.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
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
      <Tabs
        value={tab}
        onChange={(next) =>
          void navigate({
            to: '/cases/$caseNumber',
            params: { caseNumber },
            search: next === null || next === 'checklist' ? {} : { tab: next },
            replace: true,
          })
        }
        keepMounted={false}
        className="cb-case-tabs"
      >
        <Tabs.List px={14}>
          {TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`uiCases.tab_${name}`)}
              {counts[name] === null || counts[name] === 0 ? null : (
                <span className="cb-quiet cb-tab-count">{counts[name]}</span>
              )}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="checklist" className="cb-page">
          <Checklist detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="exhibits" className="cb-page">
          <Exhibits detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="timeline" className="cb-page">
          <CaseTimeline detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="statement" className="cb-page">
          <StatementEditor key={detail.number} detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="deadlines" className="cb-page">
          <CaseDeadlines detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="packs" className="cb-page">
          <CasePacks detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="submissions" className="cb-page">
          <Submissions detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="work" className="cb-page">
          <CaseWorkPanel key={detail.number} detail={detail} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
