// Whom can we call or write to, which calls are to come, and which papers of the seller end when?
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ScreenTabs } from '../../components/screen-tabs.tsx';
import { CallList } from './call-list.tsx';
import { ContactList } from './contact-list.tsx';
import { DossierList } from './dossier-list.tsx';
import '../../components/tables.css';

const TABS = ['contacts', 'papers'] as const;

export function Contacts() {
  const { t } = useWords();
  const trpc = useTRPC();
  const search = useSearch({ from: '/contacts' });
  const navigate = useNavigate();
  const accounts = useQuery(trpc.accounts.list.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const tab = TABS.find((name) => name === search.tab) ?? 'contacts';
  const account = accounts.data?.find((row) => String(row.id) === chosen) ?? accounts.data?.[0];
  return (
    <>
      <header className="cb-page-head">
        <h1 className="cb-page-title">{t('uiDesk.navContacts')}</h1>
        {(accounts.data?.length ?? 0) > 1 ? (
          <SegmentedControl
            aria-label={t('uiCases.account')}
            value={String(account?.id ?? '')}
            onChange={setChosen}
            data={(accounts.data ?? []).map((row) => ({ value: String(row.id), label: row.name }))}
          />
        ) : null}
      </header>
      <ScreenTabs
        names={TABS}
        shown={tab}
        label={(name) => t(`uiDesk.contactsTab_${name}`)}
        onShow={(next) =>
          void navigate({ to: '/contacts', search: next ? { tab: next } : {}, replace: true })
        }
        part={(name) => {
          if (account === undefined)
            return accounts.data === undefined ? null : (
              <EmptyState title={t('uiDesk.noAccount')} hint={t('uiDesk.noAccountHint')} />
            );
          return name === 'papers' ? (
            <DossierList key={account.id} accountId={account.id} />
          ) : (
            <div className="cb-wide">
              <ContactList key={account.id} account={account} />
              <CallList key={`calls-${account.id}`} accountId={account.id} />
            </div>
          );
        }}
      />
    </>
  );
}
