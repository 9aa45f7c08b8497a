// Where the page starts: nonce, theme, language, data and routes are put together here.
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { ConnectionProvider } from './connection.tsx';
import { queryClient, TRPCProvider, trpcClient } from './door.ts';
import { startLanguage } from './language.ts';
import { appRoutes } from './routes.tsx';
import { cssVariablesResolver, readColorScheme, sessionOnly, theme } from './theme.ts';

// The policy allows styles by nonce only; Mantine and its scroll lock ask for it in two different ways.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
setNonce(nonce);

// Language and look are known before anything is drawn: nobody sees the wrong one for a moment. Without an engine the
// page starts all the same and says what is wrong.
const chosen = await trpcClient.settings.all.query().catch(() => undefined);
await startLanguage(chosen?.language);
const colorScheme = readColorScheme(chosen?.theme);

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariablesResolver}
    defaultColorScheme={colorScheme}
    colorSchemeManager={sessionOnly}
    getStyleNonce={() => nonce}
  >
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        <Notifications position="bottom-center" limit={3} autoClose={6000} />
        <ConnectionProvider>
          <RouterProvider router={appRoutes} />
        </ConnectionProvider>
      </TRPCProvider>
    </QueryClientProvider>
  </MantineProvider>,
);
