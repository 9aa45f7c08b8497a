// What came in this week, what has no place yet, what is due and missing, and is the week closed?
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addToDate } from '../../../domain/deadlines/zoned-day.ts';
import { WEEK_ZONE } from '../../../domain/health/week-range.ts';
import { isoWeekOf } from '../../../domain/health/weekly-check.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { ExportCalendar } from '../../components/export-calendar.tsx';
import { CloseWeek } from './close-week.tsx';
import { HealthLog } from './health-log.tsx';
import { PapersAndCalls } from './papers-and-calls.tsx';
import { SupportHours } from './support-hours.tsx';
import { WeekHistory } from './week-history.tsx';
import { CasesDue, Claims, Expiring, OrdersWithGaps } from './week-lists.tsx';
import { WeekSection } from './week-section.tsx';
import '../cases/cases.css';
import '../case/case.css';
import { ToneBadge } from '../../components/tone-badge.tsx';
import './week.css';

export function Week() {
  const { t, kind } = useWords();
  const trpc = useTRPC();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const found = useQuery(trpc.weekly.show.queryOptions(chosen === undefined ? {} : { week: chosen }));
  const week = found.data;
  const move = (days: number): void => {
    if (week === undefined) return;
    const day = addToDate(week.firstDay, { days });
    const next = isoWeekOf(Date.parse(`${day}T12:00:00+08:00`), WEEK_ZONE);
    setChosen(next);
  };
  if (week === undefined) {
    return found.isError ? (
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <header className="cb-page-head">
        <h1 className="cb-page-title">{t('ui.navWeek')}</h1>
      </header>
    );
  }
  return (
    <>
      <header className="cb-page-head">
        <h1 className="cb-page-title">{week.isCurrent ? t('ui.navWeek') : week.week}</h1>
        <Tooltip label={t('uiWeek.before')}>
          <ActionIcon aria-label={t('uiWeek.before')} onClick={() => move(-7)}>
            <IconChevronLeft size={16} />
          </ActionIcon>
        </Tooltip>
        <span className="cb-quiet" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {week.week} · {week.firstDay} – {week.lastDay}
        </span>
        <Tooltip label={t('uiWeek.after')}>
          <ActionIcon aria-label={t('uiWeek.after')} disabled={week.isCurrent} onClick={() => move(7)}>
            <IconChevronRight size={16} />
          </ActionIcon>
        </Tooltip>
        {week.isCurrent ? null : (
          <Button variant="subtle" onClick={() => setChosen(undefined)}>
            {t('uiWeek.thisWeek')}
          </Button>
        )}
        {week.receipt === null ? null : <ToneBadge color="teal">{t('uiWeek.closed')}</ToneBadge>}
        <div style={{ flex: 1 }} />
        <ExportCalendar />
        <CloseWeek week={week.week} receipt={week.receipt} />
      </header>
      <div className="cb-page">
        <SupportHours />
        <div className="cb-week">
          <WeekSection
            title={t('uiWeek.casesDue')}
            count={week.casesDue.length}
            empty={t('uiWeek.casesDueNone')}
          >
            <CasesDue deadlines={week.casesDue} />
          </WeekSection>
          <WeekSection
            title={t('uiWeek.arrived')}
            count={week.arrived.documents}
            empty={t('uiWeek.arrivedNone')}
            hint={t('uiWeek.arrivedOrders', { count: week.arrived.ordersTotal })}
          >
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}>
              {week.arrived.byKind.slice(0, 16).map((row) => (
                <Link
                  key={row.kind}
                  to="/documents"
                  search={{ q: `kind:${row.kind}` }}
                  className="cb-week-chip"
                >
                  {kind(row.kind)} <span className="cb-quiet">{row.documents}</span>
                </Link>
              ))}
            </div>
          </WeekSection>
          <WeekSection
            title={t('uiWeek.orders')}
            count={week.ordersWithoutEvidence.total}
            empty={t('uiWeek.ordersNone', { count: week.ordersWithoutEvidence.checked })}
            hint={t('uiWeek.ordersHint', { count: week.ordersWithoutEvidence.checked })}
          >
            <OrdersWithGaps orders={week.ordersWithoutEvidence.orders} />
          </WeekSection>
          <WeekSection
            title={t('uiWeek.unsorted')}
            count={week.unsorted.total}
            empty={t('uiWeek.unsortedNone')}
            action={
              <Link to="/inbox" className="cb-link">
                {t('uiWeek.toInbox')}
              </Link>
            }
          >
            {week.unsorted.documents.slice(0, 6).map((document) => (
              <div key={document.id} className="cb-week-line">
                <Link
                  to="/documents/$documentId"
                  params={{ documentId: String(document.id) }}
                  className="cb-link cb-truncate"
                >
                  {document.title || document.fileName}
                </Link>
              </div>
            ))}
          </WeekSection>
          <HealthLog week={week.week} stores={week.health} />
          <WeekSection
            title={t('uiWeek.claims')}
            count={week.claims.total}
            empty={t('uiWeek.claimsNone')}
            action={
              <Link to="/reports" search={{ tab: 'claims' }} className="cb-link">
                {t('uiDesk.reportsTab_claims')}
              </Link>
            }
          >
            <Claims claims={week.claims.claims} />
          </WeekSection>
          <WeekSection
            title={t('uiWeek.expiring')}
            count={week.expiring.length}
            empty={t('uiWeek.expiringNone')}
          >
            <Expiring papers={week.expiring} />
          </WeekSection>
          <PapersAndCalls papers={week.papersEnding} calls={week.callsDue} />
          <WeekHistory onChoose={setChosen} />
          <WeekSection
            title={t('uiWeek.trouble')}
            count={week.trouble.missing + week.trouble.unreadable + week.trouble.onlineOnly}
            empty={t('uiWeek.troubleNone')}
            action={
              <Link to="/activity" className="cb-link">
                {t('ui.navActivity')}
              </Link>
            }
          >
            {[
              week.trouble.missing > 0 ? t('uiArchive.filesMissing', { count: week.trouble.missing }) : null,
              week.trouble.unreadable > 0
                ? t('uiArchive.filesUnreadable', { count: week.trouble.unreadable })
                : null,
              week.trouble.onlineOnly > 0
                ? t('uiArchive.filesOnline', { count: week.trouble.onlineOnly })
                : null,
            ]
              .filter((line) => line !== null)
              .map((line) => (
                <div key={line} className="cb-week-line">
                  {line}
                </div>
              ))}
          </WeekSection>
        </div>
      </div>
    </>
  );
}
