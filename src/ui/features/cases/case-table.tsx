// What is known of each case in one line?
import { Table } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { CaseRow } from '../../../engine/cases/case-view.ts';
import { useWords } from '../../app/words.ts';
import { CaseStatusBadge } from '../../components/case-status-badge.tsx';
import { DueText } from '../../components/due-text.tsx';
import { formatMoney } from '../../components/format-money.ts';
import { ReadinessBar } from '../../components/readiness-bar.tsx';
import { sortByDue } from './case-order.ts';

export function CaseTable({ rows }: { readonly rows: readonly CaseRow[] }) {
  const { t, pick } = useWords();
  const navigate = useNavigate();
  return (
    <div className="cb-page" style={{ paddingTop: 0 }}>
      <Table stickyHeader highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={76}>{t('uiCases.number')}</Table.Th>
            <Table.Th w={160}>{t('uiCases.due')}</Table.Th>
            <Table.Th>{t('uiCases.problem')}</Table.Th>
            <Table.Th w={112}>{t('uiCases.status')}</Table.Th>
            <Table.Th w={118}>{t('uiCases.caseId')}</Table.Th>
            <Table.Th w={52}>{t('uiCases.marketplaceShort')}</Table.Th>
            <Table.Th w={118}>{t('uiCases.readiness')}</Table.Th>
            <Table.Th w={112} ta="right">
              {t('uiCases.money')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sortByDue(rows).map((row) => (
            <Table.Tr
              key={row.id}
              style={{ cursor: 'pointer' }}
              onClick={() => void navigate({ to: '/cases/$caseNumber', params: { caseNumber: row.number } })}
            >
              <Table.Td>
                <Link
                  to="/cases/$caseNumber"
                  params={{ caseNumber: row.number }}
                  className="cb-mono cb-link"
                  onClick={(event) => event.stopPropagation()}
                >
                  {row.number}
                </Link>
              </Table.Td>
              <Table.Td>
                <DueText deadline={row.nextDeadline} marketplace={row.marketplace} />
              </Table.Td>
              <Table.Td style={{ maxWidth: 0 }}>
                <div className="cb-truncate" style={{ fontWeight: 500 }}>
                  {pick(row.problemName)}
                </div>
                {row.title !== '' && row.title !== row.problemName.zh && row.title !== row.problemName.en ? (
                  <div className="cb-truncate cb-quiet" style={{ fontSize: 12 }}>
                    {row.title}
                  </div>
                ) : null}
              </Table.Td>
              <Table.Td>
                <CaseStatusBadge status={row.status} />
              </Table.Td>
              <Table.Td className="cb-mono">{row.caseId ?? <span className="cb-quiet">–</span>}</Table.Td>
              <Table.Td>{row.marketplace}</Table.Td>
              <Table.Td>
                <ReadinessBar percent={row.readinessPercent} width={54} />
              </Table.Td>
              <Table.Td ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
                {row.money === null ? <span className="cb-quiet">–</span> : formatMoney(row.money)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
