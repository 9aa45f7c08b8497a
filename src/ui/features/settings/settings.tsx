// How should the program behave: folders, accounts, language and look, backup, and what is it?
import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../../app/words.ts';
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
  const tab = TABS.find((candidate) => candidate.name === search.tab)?.name ?? 'folders';
  return (
    <>
      <header className="cb-page-head" style={{ borderBottom: 0 }}>
        <h1 className="cb-page-title">{t('ui.navSettings')}</h1>
      </header>
      <Tabs
        value={tab}
        onChange={(next) =>
          void navigate({
            to: '/settings',
            search: next === null || next === 'folders' ? {} : { tab: next },
            replace: true,
          })
        }
        keepMounted={false}
        className="cb-case-tabs"
      >
        <Tabs.List px={14}>
          {TABS.map(({ name }) => (
            <Tabs.Tab key={name} value={name}>
              {t(`uiArchive.tab_${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map(({ name, Panel }) => (
          <Tabs.Panel key={name} value={name} className="cb-page">
            <Panel />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
