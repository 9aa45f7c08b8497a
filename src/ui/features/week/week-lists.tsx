// The lists of the week: deadlines, orders with gaps, losses that could be claimed, papers that run out.
import { Link } from '@tanstack/react-router';
import { BEIJING_ZONE } from '../../../domain/deadlines/moment-text.ts';
import { localDate } from '../../../domain/deadlines/zoned-day.ts';
import type { CaseDeadline } from '../../../engine/cases/case-view.ts';
import type { OpenClaim } from '../../../engine/weekly/open-claim.ts';
import type { OrderEvidence } from '../../../engine/weekly/order-evidence.ts';
import type { ExpiringPaper } from '../../../engine/weekly/week-view.ts';
import { useWords } from '../../app/words.ts';
import { describeDue, dueColour } from '../../components/due-text.tsx';
import { ToneBadge } from '../../components/tone-badge.tsx';

const SHOWN = 8;

export function CasesDue({ deadlines }: { readonly deadlines: readonly CaseDeadline[] }) {
  const { t } = useWords();
  return deadlines.slice(0, SHOWN).map((deadline) => (
    <div key={`${deadline.caseNumber}-${deadline.ruleId}-${deadline.occurrence}`} className="cb-week-line">
      <Link
        to="/cases/$caseNumber"
        params={{ caseNumber: deadline.caseNumber }}
        search={{ tab: 'deadlines' }}
        className="cb-link cb-mono"
      >
        {deadline.caseNumber}
      </Link>
      <span className="cb-truncate" style={{ flex: 1 }}>
        {t(`deadlines.kind.${deadline.kind}`)}
      </span>
      <span className="cb-quiet">
        {deadline.closesAtMs === undefined ? '' : localDate(deadline.closesAtMs, BEIJING_ZONE)}
      </span>
      <span style={{ color: dueColour(deadline.state), fontWeight: 600 }}>
        {describeDue(deadline, Date.now(), t)}
      </span>
    </div>
  ));
}

export function OrdersWithGaps({ orders }: { readonly orders: readonly OrderEvidence[] }) {
  const { t } = useWords();
  return (
    <>
      {orders.slice(0, SHOWN).map((order) => (
        <div key={order.orderId} className="cb-week-line">
          <Link
            to="/identifiers/$type/$value"
            params={{ type: 'order_id', value: order.orderId }}
            className="cb-link cb-mono"
          >
            {order.orderId}
          </Link>
          <span className="cb-quiet" style={{ flex: 1 }}>
            {order.atMs === null ? '' : localDate(order.atMs, BEIJING_ZONE)}
          </span>
          <span style={{ display: 'flex', gap: 4 }}>
            {order.missing.map((group) => (
              <ToneBadge key={group} color="orange">
                {t('uiWeek.lacks', { what: t(`weekly.group.${group}`) })}
              </ToneBadge>
            ))}
          </span>
        </div>
      ))}
      <More total={orders.length} />
    </>
  );
}

export function Claims({ claims }: { readonly claims: readonly OpenClaim[] }) {
  const { t, pick } = useWords();
  return (
    <>
      {claims.slice(0, SHOWN).map((claim) => (
        <div
          key={`${claim.problem}-${claim.reference ?? ''}-${claim.orderId ?? ''}-${claim.fnsku ?? ''}-${claim.happenedAtMs}`}
          className="cb-week-line"
        >
          <span className="cb-truncate" style={{ flex: 1 }}>
            {pick(claim.problemName)}{' '}
            <span className="cb-mono cb-quiet">
              {claim.orderId ?? claim.asin ?? claim.fnsku ?? claim.sku}
            </span>
          </span>
          <span className="cb-quiet">
            {claim.marketplace} · {t('uiWeek.pieces', { count: claim.quantity })}
          </span>
          {claim.caseNumber === null ? (
            <span style={{ color: claim.state === 'soon' ? 'var(--cb-weak)' : undefined }}>
              {claim.closesAtMs === null
                ? ''
                : t('uiWeek.until', { date: localDate(claim.closesAtMs, BEIJING_ZONE) })}
            </span>
          ) : (
            <Link
              to="/cases/$caseNumber"
              params={{ caseNumber: claim.caseNumber }}
              className="cb-link cb-mono"
            >
              {claim.caseNumber}
            </Link>
          )}
        </div>
      ))}
      <More total={claims.length} />
    </>
  );
}

export function Expiring({ papers }: { readonly papers: readonly ExpiringPaper[] }) {
  const { t, kind } = useWords();
  return papers.slice(0, SHOWN).map((paper) => (
    <div key={paper.document.id} className="cb-week-line">
      <Link
        to="/documents/$documentId"
        params={{ documentId: String(paper.document.id) }}
        className="cb-link cb-truncate"
        style={{ flex: 1 }}
      >
        {paper.document.title || paper.document.fileName}
      </Link>
      <span className="cb-quiet">{kind(paper.document.kind)}</span>
      <span style={{ color: paper.daysLeft < 0 ? 'var(--cb-missing)' : 'var(--cb-weak)' }}>
        {paper.daysLeft < 0
          ? t('uiWeek.expiredOn', { date: paper.expiresOn })
          : t('uiWeek.expiresIn', { days: paper.daysLeft })}
      </span>
    </div>
  ));
}

function More({ total }: { readonly total: number }) {
  const { t } = useWords();
  return total <= SHOWN ? null : (
    <div className="cb-quiet" style={{ paddingTop: 6 }}>
      {t('uiArchive.more', { count: total - SHOWN })}
    </div>
  );
}
