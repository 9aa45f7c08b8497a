// What do Amazon's reports know: importing them, invoices against sales, and losses that could be claimed?
import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../../app/words.ts';
import { ClaimsList } from './claims-list.tsx';
import { CoverageLedger } from './coverage-ledger.tsx';
import { ImportReports } from './import-reports.tsx';
import '../../components/tables.css';
import './reports.css';

const TABS = ['import', 'coverage', 'claims'] as const;

export function Reports() {
  const { t } = useWords();
  const search = useSearch({ from: '/reports' });
  const navigate = useNavigate();
  const tab = TABS.find((name) => name === search.tab) ?? 'import';
  return (
    <>
      <header className="cb-page-head">
        <h1 className="cb-page-title">{t('uiDesk.navReports')}</h1>
      </header>
      <Tabs
        value={tab}
        onChange={(next) =>
          void navigate({
            to: '/reports',
            search: next === null || next === 'import' ? {} : { tab: next },
            replace: true,
          })
        }
        keepMounted={false}
        className="cb-tabs"
      >
        <Tabs.List px={14}>
          {TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`uiDesk.reportsTab_${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="import" className="cb-page">
          <ImportReports />
        </Tabs.Panel>
        <Tabs.Panel value="coverage" className="cb-page">
          <CoverageLedger />
        </Tabs.Panel>
        <Tabs.Panel value="claims" className="cb-page">
          <ClaimsList />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
