// What do Amazon's reports know: importing them, invoices against sales, and losses that could be claimed?
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../../app/words.ts';
import { ScreenTabs } from '../../components/screen-tabs.tsx';
import { ClaimsList } from './claims-list.tsx';
import { CoverageLedger } from './coverage-ledger.tsx';
import { ImportReports } from './import-reports.tsx';
import '../../components/tables.css';
import './reports.css';

const TABS = [
  { name: 'import', Panel: ImportReports },
  { name: 'coverage', Panel: CoverageLedger },
  { name: 'claims', Panel: ClaimsList },
] as const;

export function Reports() {
  const { t } = useWords();
  const search = useSearch({ from: '/reports' });
  const navigate = useNavigate();
  const tab = TABS.find(({ name }) => name === search.tab) ?? TABS[0];
  return (
    <>
      <header className="cb-page-head">
        <h1 className="cb-page-title">{t('uiDesk.navReports')}</h1>
      </header>
      <ScreenTabs
        names={TABS.map(({ name }) => name)}
        shown={tab.name}
        label={(name) => t(`uiDesk.reportsTab_${name}`)}
        onShow={(next) => void navigate({ to: '/reports', search: next ? { tab: next } : {}, replace: true })}
        part={() => <tab.Panel />}
      />
    </>
  );
}
