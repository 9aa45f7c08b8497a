// What surrounds every screen: navigation with counts, intake status, the connection banner and the command palette.
import { useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ConnectionBanner } from './connection-banner.tsx';
import { useTRPC } from './door.ts';
import { IntakeStatus } from './intake-status.tsx';
import { switchLanguage } from './language.ts';
import { CommandPalette, openPalette } from './palette.tsx';
import { SCREENS } from './screens.ts';
import { openShortcuts, Shortcuts } from './shortcuts.tsx';
import { readColorScheme } from './theme.ts';
import { BackgroundFrames } from './video-frames/background-frames.tsx';
import { useWords } from './words.ts';

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
    if (chosenTheme !== undefined) setColorScheme(readColorScheme(chosenTheme));
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
  const countOf: Readonly<Record<string, number | undefined>> = {
    '/inbox': counts?.unsorted,
    '/documents': counts?.documents,
    '/cases': counts?.openCases,
    '/activity': counts?.runningJobs,
  };
  return (
    <div className="cb-shell">
      <nav className="cb-nav" aria-label={t('ui.navigation')}>
        <div style={{ padding: '2px 9px 10px', fontWeight: 650, fontSize: 14, letterSpacing: 0.1 }}>
          Casebinder
        </div>
        <button
          type="button"
          className="cb-nav-link cb-nav-button"
          style={{
            border: '1px solid var(--cb-line)',
            background: 'var(--cb-canvas)',
            marginBottom: 8,
          }}
          onClick={openPalette}
        >
          <IconSearch size={15} stroke={1.7} />
          {t('ui.palette')}
          <span className="cb-nav-count">Ctrl K</span>
        </button>
        {SCREENS.map(({ to, label, icon: Icon }) => {
          const count = countOf[to] ?? 0;
          return (
            <Link
              key={to}
              to={to}
              className="cb-nav-link"
              // Work above, the program itself below.
              style={to === '/activity' ? { marginTop: 12 } : undefined}
            >
              <Icon size={16} stroke={1.6} />
              {t(label)}
              {count > 0 ? <span className="cb-nav-count">{count.toLocaleString()}</span> : null}
            </Link>
          );
        })}
        <div style={{ flex: 1 }} />
        <button type="button" className="cb-nav-link cb-nav-button" onClick={openShortcuts}>
          <IconKeyboard size={16} stroke={1.6} />
          {t('ui.shortcuts')}
          <span className="cb-nav-count">?</span>
        </button>
        <IntakeStatus />
      </nav>
      <div className="cb-banner">
        <ConnectionBanner />
      </div>
      <main className="cb-main" id="main">
        <Outlet />
      </main>
      <CommandPalette />
      <BackgroundFrames />
      <Shortcuts />
    </div>
  );
}
