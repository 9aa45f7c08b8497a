// What is due in all cases together, the most pressing first, in Beijing and marketplace time (T-18)?
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BEIJING_ZONE, formatMoment } from '../../../domain/deadlines/moment-text.ts';
import { findMarketplace } from '../../../domain/marketplaces/marketplaces.ts';
import type { CaseRow } from '../../../engine/cases/case-view.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { describeDue, dueColour } from '../../components/due-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportCalendar } from '../../components/export-calendar.tsx';
import '../../components/tables.css';

/** `rows` are the cases that the page shows: the list follows their filter. */
export function DueList({ rows }: { readonly rows: readonly CaseRow[] }) {
  const { t, pick, language } = useWords();
  const trpc = useTRPC();
  const found = useQuery(trpc.cases.deadlines.queryOptions());
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const due = (found.data ?? []).filter((deadline) => byNumber.has(deadline.caseNumber));
  if (found.data === undefined) return null;
  if (due.length === 0)
    return <EmptyState title={t('uiCases.noDeadlines')} hint={t('uiCases.noDeadlinesHint')} />;
  return (
    <div className="cb-page">
      <div style={{ display: 'flex', justifyContent: 'flex-end', marginBottom: 6 }}>
        <ExportCalendar />
      </div>
      <table className="cb-plain-table">
        <thead>
          <tr>
            <th>{t('uiCases.due')}</th>
            <th>{t('uiCases.closes')}</th>
            <th>{t('uiCases.marketplaceShort')}</th>
            <th>{t('uiDesk.ruleKind')}</th>
            <th>{t('uiCases.number')}</th>
          </tr>
        </thead>
        <tbody>
          {due.map((deadline) => {
            const row = byNumber.get(deadline.caseNumber);
            const zone = findMarketplace(row?.marketplace ?? '')?.zone;
            return (
              <tr key={`${deadline.caseNumber}-${deadline.ruleId}-${deadline.occurrence}`}>
                <td style={{ color: dueColour(deadline.state), fontWeight: 600, whiteSpace: 'nowrap' }}>
                  {describeDue(deadline, Date.now(), t)}
                </td>
                <td style={{ whiteSpace: 'nowrap' }}>
                  {deadline.closesAtMs === undefined
                    ? ''
                    : formatMoment(deadline.closesAtMs, BEIJING_ZONE, language)}
                  {deadline.closesAtMs === undefined || zone === undefined ? null : (
                    <div className="cb-quiet" style={{ fontSize: 11.5 }}>
                      {formatMoment(deadline.closesAtMs, zone, language)}
                    </div>
                  )}
                </td>
                <td>{row?.marketplace}</td>
                <td>
                  {t(`deadlines.kind.${deadline.kind}`)}
                  <div className="cb-quiet" style={{ fontSize: 11.5 }}>
                    {t(`deadlines.turn.${deadline.turn}`)} · {t(`deadlines.basis.${deadline.basis}`)}
                  </div>
                </td>
                <td>
                  <Link
                    to="/cases/$caseNumber"
                    params={{ caseNumber: deadline.caseNumber }}
                    search={{ tab: 'deadlines' }}
                    className="cb-link cb-mono"
                  >
                    {deadline.caseNumber}
                  </Link>{' '}
                  {row === undefined ? '' : row.title || pick(row.problemName)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
