// When may and must something be done, in Beijing and marketplace time, and why then?
import { Button, Collapse } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { BEIJING_ZONE, formatMoment } from '../../../domain/deadlines/moment-text.ts';
import { findMarketplace } from '../../../domain/marketplaces/marketplaces.ts';
import type { CaseDeadline, CaseDetail } from '../../../engine/cases/case-view.ts';
import { useWords } from '../../app/words.ts';
import { describeDue, dueColour } from '../../components/due-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportCalendar } from '../../components/export-calendar.tsx';
import { ToneBadge } from '../../components/tone-badge.tsx';
import { CorrectDeadline } from './correct-deadline.tsx';

export function CaseDeadlines({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useWords();
  if (detail.deadlines.length === 0)
    return <EmptyState title={t('uiCases.noDeadlines')} hint={t('uiCases.noDeadlinesHint')} />;
  return (
    <div className="cb-wide">
      {detail.problemType.deadlineAsStated ? (
        <p className="cb-quiet" style={{ margin: '0 0 10px' }}>
          {t('uiCases.asStatedHint')}
        </p>
      ) : null}
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginBottom: 8 }}>
        <ExportCalendar />
        <Link to="/rules" className="cb-link" style={{ alignSelf: 'center' }}>
          {t('uiDesk.rules')}
        </Link>
      </div>
      {detail.deadlines.map((deadline) => (
        <DeadlineRow
          key={`${deadline.ruleId}-${deadline.occurrence}`}
          deadline={deadline}
          marketplace={detail.marketplace}
        />
      ))}
    </div>
  );
}

function DeadlineRow({
  deadline,
  marketplace,
}: {
  readonly deadline: CaseDeadline;
  readonly marketplace: string;
}) {
  const { t, reason } = useWords();
  const [showsWhy, setShowsWhy] = useState(false);
  return (
    <section className="cb-card" aria-label={t(`deadlines.kind.${deadline.kind}`)}>
      <div style={{ display: 'flex', gap: 10, alignItems: 'center', flexWrap: 'wrap' }}>
        <strong>{t(`deadlines.kind.${deadline.kind}`)}</strong>
        <ToneBadge color="gray">{t(`deadlines.turn.${deadline.turn}`)}</ToneBadge>
        <ToneBadge color={deadline.basis === 'estimated' || deadline.basis === 'unknown' ? 'orange' : 'gray'}>
          {t(`deadlines.basis.${deadline.basis}`)}
        </ToneBadge>
        <span className="cb-quiet" style={{ fontSize: 12 }}>
          {t(`problems.confidence.${deadline.confidence}`)}
        </span>
        <div style={{ flex: 1 }} />
        <span style={{ color: dueColour(deadline.state), fontWeight: 600 }}>
          {describeDue(deadline, Date.now(), t)}
        </span>
      </div>
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: '84px 1fr 1fr',
          gap: '3px 14px',
          marginTop: 8,
          fontSize: 12.5,
        }}
      >
        <Moment label={t('uiCases.opens')} atMs={deadline.opensAtMs} marketplace={marketplace} />
        <Moment label={t('uiCases.closes')} atMs={deadline.closesAtMs} marketplace={marketplace} strong />
        <Moment label={t('uiCases.met')} atMs={deadline.metAtMs} marketplace={marketplace} />
      </div>
      <Button
        variant="subtle"
        size="compact-xs"
        mt={6}
        ml={-6}
        aria-expanded={showsWhy}
        onClick={() => setShowsWhy(!showsWhy)}
      >
        {t(showsWhy ? 'uiCases.hideWhy' : 'uiCases.showWhy')}
      </Button>
      {deadline.turn === 'us' && deadline.kind !== 'follow_up' ? (
        <CorrectDeadline deadline={deadline} />
      ) : null}
      <Collapse expanded={showsWhy}>
        <ol style={{ margin: '4px 0 0', paddingLeft: 20, lineHeight: 1.65 }}>
          {deadline.trace.map((step) => (
            <li key={`${step.code}-${JSON.stringify(step.params ?? {})}`}>{reason(step)}</li>
          ))}
        </ol>
        <div className="cb-quiet" style={{ fontSize: 11.5, marginTop: 4 }}>
          {t('uiCases.ruleSources', { rule: deadline.ruleId, sources: deadline.sources.join(', ') })}
        </div>
      </Collapse>
    </section>
  );
}

function Moment({
  label,
  atMs,
  marketplace,
  strong = false,
}: {
  readonly label: string;
  readonly atMs: number | undefined;
  readonly marketplace: string;
  readonly strong?: boolean;
}) {
  const { language } = useWords();
  if (atMs === undefined) return null;
  const zone = findMarketplace(marketplace)?.zone;
  return (
    <>
      <span className="cb-quiet">{label}</span>
      <span style={{ fontWeight: strong ? 600 : 400 }}>{formatMoment(atMs, BEIJING_ZONE, language)}</span>
      <span className="cb-quiet">{zone === undefined ? '' : formatMoment(atMs, zone, language)}</span>
    </>
  );
}
