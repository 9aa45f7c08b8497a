// How far along is each case: one column per step of its life?
import { Link } from '@tanstack/react-router';
import type { CaseStatus } from '../../../domain/problems/case-status.ts';
import type { CaseRow } from '../../../engine/cases/case-view.ts';
import { useWords } from '../../app/words.ts';
import { CaseStatusBadge } from '../../components/case-status-badge.tsx';
import { describeDue, dueColour } from '../../components/due-text.tsx';
import { formatMoney } from '../../components/format-money.ts';
import { ReadinessBar } from '../../components/readiness-bar.tsx';
import { sortByDue } from './case-order.ts';
import './cases.css';

/** The rarer ends of a case stand with "closed", each under its own badge. */
const COLUMNS: readonly { readonly status: CaseStatus; readonly holds: readonly CaseStatus[] }[] = [
  { status: 'draft', holds: ['draft'] },
  { status: 'submitted', holds: ['submitted'] },
  { status: 'waiting', holds: ['waiting'] },
  { status: 'reply_needed', holds: ['reply_needed'] },
  { status: 'won', holds: ['won', 'partial'] },
  { status: 'lost', holds: ['lost'] },
  { status: 'closed', holds: ['closed', 'withdrawn', 'expired'] },
];

export function CaseBoard({ rows }: { readonly rows: readonly CaseRow[] }) {
  const { t } = useWords();
  return (
    <section className="cb-board" aria-label={t('uiCases.board')}>
      {COLUMNS.map((column) => {
        const held = sortByDue(rows.filter((row) => column.holds.includes(row.status)));
        return (
          <section
            key={column.status}
            className="cb-board-column"
            aria-label={t(`uiCases.status_${column.status}`)}
          >
            <h2 className="cb-board-title">
              {t(`uiCases.status_${column.status}`)}
              <span className="cb-quiet" style={{ fontWeight: 400 }}>
                {held.length}
              </span>
            </h2>
            {held.map((row) => (
              <Card key={row.id} row={row} showStatus={column.holds.length > 1} />
            ))}
          </section>
        );
      })}
    </section>
  );
}

function Card({ row, showStatus }: { readonly row: CaseRow; readonly showStatus: boolean }) {
  const { t, pick } = useWords();
  const due = row.nextDeadline;
  return (
    <Link to="/cases/$caseNumber" params={{ caseNumber: row.number }} className="cb-board-card">
      <span style={{ display: 'flex', gap: 6, alignItems: 'baseline' }}>
        <span className="cb-mono cb-quiet" style={{ whiteSpace: 'nowrap' }}>
          {row.number}
        </span>
        <span className="cb-quiet">{row.marketplace}</span>
        <span style={{ flex: 1 }} />
        {due === null ? null : (
          <span style={{ color: dueColour(due.state), fontSize: 12, fontWeight: 600 }}>
            {describeDue(due, Date.now(), t)}
          </span>
        )}
      </span>
      <span style={{ fontWeight: 500 }}>{pick(row.problemName)}</span>
      {row.title !== '' && row.title !== row.problemName.zh && row.title !== row.problemName.en ? (
        <span className="cb-quiet cb-board-text">{row.title}</span>
      ) : null}
      <span
        style={{
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'center',
          gap: 6,
          flexWrap: 'wrap',
        }}
      >
        {showStatus ? (
          <CaseStatusBadge status={row.status} />
        ) : (
          <ReadinessBar percent={row.readinessPercent} width={44} />
        )}
        {row.money === null ? null : <span style={{ fontSize: 12 }}>{formatMoney(row.money)}</span>}
      </span>
    </Link>
  );
}
