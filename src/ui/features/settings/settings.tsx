// How should the program behave: folders, accounts, language and look, backup, and what is it?
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../../app/words.ts';
import { ScreenTabs } from '../../components/screen-tabs.tsx';
import { AboutSettings } from './about-settings.tsx';
import { AccountSettings } from './account-settings.tsx';
import { BackupSettings } from './backup-settings.tsx';
import { FolderSettings } from './folder-settings.tsx';
import { LookSettings } from './look-settings.tsx';
import '../case/case.css';

const TABS = [
  { name: 'folders', Panel: FolderSettings },
  { name: 'accounts', Panel: AccountSettings },
  { name: 'look', Panel: LookSettings },
  { name: 'backup', Panel: BackupSettings },
  { name: 'about', Panel: AboutSettings },
] as const;

export function Settings() {
  const { t } = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/settings' });
  const tab = TABS.find((candidate) => candidate.name === search.tab) ?? TABS[0];
  return (
    <>
      <header className="cb-page-head" style={{ borderBottom: 0 }}>
        <h1 className="cb-page-title">{t('ui.navSettings')}</h1>
      </header>
      <ScreenTabs
        names={TABS.map(({ name }) => name)}
        shown={tab.name}
        label={(name) => t(`uiArchive.tab_${name}`)}
        onShow={(next) =>
          void navigate({ to: '/settings', search: next ? { tab: next } : {}, replace: true })
        }
        part={() => <tab.Panel />}
      />
    </>
  );
}
