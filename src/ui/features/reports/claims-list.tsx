// Which losses can be claimed from Amazon, from when to when, and which became a case already?
import { useQuery } from '@tanstack/react-query';
import { BEIJING_ZONE } from '../../../domain/deadlines/moment-text.ts';
import { localDate } from '../../../domain/deadlines/zoned-day.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ToneBadge } from '../../components/tone-badge.tsx';
import { OpenCaseButton } from '../cases/open-case-button.tsx';

const day = (atMs: number | null): string => (atMs === null ? '' : localDate(atMs, BEIJING_ZONE));

export function ClaimsList() {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const found = useQuery(trpc.weekly.claims.queryOptions({ limit: 500 }));
  if (found.data === undefined) return null;
  if (found.data.claims.length === 0)
    return <EmptyState title={t('uiDesk.claimsNone')} hint={t('uiDesk.claimsNoneHint')} />;
  return (
    <table className="cb-plain-table">
      <thead>
        <tr>
          <th>{t('uiDesk.claim')}</th>
          <th>{t('uiDesk.claimAbout')}</th>
          <th>{t('uiCases.marketplaceShort')}</th>
          <th className="cb-number">{t('uiDesk.units')}</th>
          <th>{t('uiDesk.happenedOn')}</th>
          <th>{t('uiDesk.claimWindow')}</th>
          <th>{t('uiDesk.claimState')}</th>
          <th aria-label={t('uiDesk.openCase')} />
        </tr>
      </thead>
      <tbody>
        {found.data.claims.map((claim) => {
          const about = claim.orderId ?? claim.asin ?? claim.reference ?? claim.fnsku ?? claim.sku ?? '';
          return (
            <tr
              key={`${claim.problem}-${claim.reference ?? ''}-${claim.orderId ?? ''}-${claim.fnsku ?? ''}-${claim.sku ?? ''}-${claim.happenedAtMs}`}
            >
              <td>{pick(claim.problemName)}</td>
              <td className="cb-mono">
                {about}
                {claim.sku === null || claim.sku === about ? null : (
                  <span className="cb-quiet"> {claim.sku}</span>
                )}
              </td>
              <td>{claim.marketplace}</td>
              <td className="cb-number">{claim.quantity.toLocaleString()}</td>
              <td>{day(claim.happenedAtMs)}</td>
              <td style={{ whiteSpace: 'nowrap' }}>
                {claim.closesAtMs === null
                  ? t('uiDesk.readPage')
                  : `${day(claim.opensAtMs)} – ${day(claim.closesAtMs)}`}
              </td>
              <td>
                <ToneBadge
                  color={claim.state === 'soon' ? 'orange' : claim.state === 'open' ? 'teal' : 'gray'}
                >
                  {t(`uiDesk.state_${claim.state}`)}
                </ToneBadge>
              </td>
              <td>
                <OpenCaseButton
                  existing={claim.caseNumber}
                  prefill={{
                    problem: claim.problem,
                    marketplace: claim.marketplace,
                    notifiedOn: day(claim.happenedAtMs),
                  }}
                  about={[
                    claim.orderId,
                    claim.asin,
                    claim.problem === 'fba-inbound-missing' ? claim.reference : null,
                  ]
                    .filter((value) => value !== null)
                    .join('\n')}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
