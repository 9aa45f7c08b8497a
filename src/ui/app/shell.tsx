// What surrounds every screen: navigation with counts, intake status, the connection banner and the command palette.
import { useMantineColorScheme } from '@mantine/core';
import {
  IconActivity,
  IconBarcode,
  IconBriefcase,
  IconCalendarWeek,
  IconFiles,
  IconInbox,
  IconPackage,
  IconSearch,
  IconSettings,
  IconShieldCheck,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { type ComponentType, useEffect } from 'react';
import { ConnectionBanner } from './connection-banner.tsx';
import { useTRPC } from './door.ts';
import { IntakeStatus } from './intake-status.tsx';
import { switchLanguage } from './language.ts';
import { CommandPalette, openPalette } from './palette.tsx';
import { useWords } from './words.ts';

interface NavItem {
  readonly to: string;
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly count?: number;
}

export function Shell() {
  const { t } = useWords();
  const trpc = useTRPC();
  const overview = useQuery(trpc.archive.overview.queryOptions());
  const settings = useQuery(trpc.settings.all.queryOptions());
  const { setColorScheme } = useMantineColorScheme();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const chosenLanguage = settings.data?.language;
  const chosenTheme = settings.data?.theme;

  useEffect(() => {
    if (chosenLanguage !== undefined) void switchLanguage(chosenLanguage === 'en' ? 'en' : 'zh-CN');
  }, [chosenLanguage]);
  useEffect(() => {
    if (chosenTheme !== undefined)
      setColorScheme(chosenTheme === 'light' || chosenTheme === 'dark' ? chosenTheme : 'auto');
  }, [chosenTheme, setColorScheme]);

  if (path === '/welcome') {
    return (
      <main className="cb-main" style={{ height: '100%' }}>
        <ConnectionBanner />
        <Outlet />
      </main>
    );
  }
  const counts = overview.data;
  const items: readonly (NavItem | null)[] = [
    { to: '/inbox', label: t('ui.navInbox'), icon: IconInbox, count: counts?.unsorted },
    { to: '/documents', label: t('ui.navDocuments'), icon: IconFiles, count: counts?.documents },
    { to: '/identifiers', label: t('ui.navIdentifiers'), icon: IconBarcode },
    { to: '/cases', label: t('ui.navCases'), icon: IconBriefcase, count: counts?.openCases },
    { to: '/packs', label: t('ui.navPacks'), icon: IconPackage },
    { to: '/week', label: t('ui.navWeek'), icon: IconCalendarWeek },
    null,
    { to: '/activity', label: t('ui.navActivity'), icon: IconActivity, count: counts?.runningJobs },
    { to: '/health', label: t('ui.navHealth'), icon: IconShieldCheck },
    { to: '/settings', label: t('ui.navSettings'), icon: IconSettings },
  ];
  return (
    <div className="cb-shell">
      <nav className="cb-nav" aria-label={t('ui.navigation')}>
        <div style={{ padding: '2px 9px 10px', fontWeight: 650, fontSize: 14, letterSpacing: 0.1 }}>
          Casebinder
        </div>
        <button
          type="button"
          className="cb-nav-link"
          style={{
            border: '1px solid var(--cb-line)',
            background: 'var(--cb-canvas)',
            cursor: 'pointer',
            font: 'inherit',
            marginBottom: 8,
          }}
          onClick={openPalette}
        >
          <IconSearch size={15} stroke={1.7} />
          {t('ui.palette')}
          <span className="cb-nav-count">Ctrl K</span>
        </button>
        {items.map((item, index) =>
          item === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
            <div key={index} style={{ height: 10 }} />
          ) : (
            <Link key={item.to} to={item.to} className="cb-nav-link">
              <item.icon size={16} stroke={1.6} />
              {item.label}
              {item.count !== undefined && item.count > 0 ? (
                <span className="cb-nav-count">{item.count.toLocaleString()}</span>
              ) : null}
            </Link>
          ),
        )}
        <div style={{ flex: 1 }} />
        <IntakeStatus />
      </nav>
      <div className="cb-banner">
        <ConnectionBanner />
      </div>
      <main className="cb-main" id="main">
        <Outlet />
      </main>
      <CommandPalette />
    </div>
  );
}
