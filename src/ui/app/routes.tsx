// Which screens are there, under which addresses? Every filter is part of the address.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { trpcClient } from './door.ts';
import { FailedScreen, NoScreen } from './no-screen.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell });

export interface DocumentsSearch {
  readonly q?: string;
  readonly sort?: 'date' | 'date_asc' | 'name' | 'size' | 'filed' | 'relevance';
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const SORTS = ['date', 'date_asc', 'name', 'size', 'filed', 'relevance'] as const;

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    const settings = await trpcClient.settings.all.query();
    throw redirect({ to: settings.first_run_done === 'true' ? '/documents' : '/welcome', replace: true });
  },
});
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('../features/first-run/first-run.tsx'), 'FirstRun'),
});
const documents = createRoute({
  getParentRoute: () => root,
  path: '/documents',
  validateSearch: (search: Record<string, unknown>): DocumentsSearch => {
    const q = text(search['q']);
    const sort = SORTS.find((s) => s === search['sort']);
    return { ...(q === undefined ? {} : { q }), ...(sort === undefined ? {} : { sort }) };
  },
  component: lazyRouteComponent(() => import('../features/documents/documents.tsx'), 'Documents'),
});
const document = createRoute({
  getParentRoute: () => root,
  path: '/documents/$documentId',
  validateSearch: (search: Record<string, unknown>): { page?: number } =>
    typeof search['page'] === 'number' ? { page: search['page'] } : {},
  component: lazyRouteComponent(() => import('../features/document/document.tsx'), 'DocumentScreen'),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('../features/inbox/inbox.tsx'), 'Inbox'),
});
const identifiers = createRoute({
  getParentRoute: () => root,
  path: '/identifiers',
  validateSearch: (search: Record<string, unknown>): { tab?: string; q?: string } => {
    const tab = text(search['tab']);
    const q = text(search['q']);
    return { ...(tab === undefined ? {} : { tab }), ...(q === undefined ? {} : { q }) };
  },
  component: lazyRouteComponent(() => import('../features/identifiers/identifiers.tsx'), 'Identifiers'),
});
const identifier = createRoute({
  getParentRoute: () => root,
  path: '/identifiers/$type/$value',
  component: lazyRouteComponent(() => import('../features/identifiers/identifier.tsx'), 'IdentifierScreen'),
});
const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  component: lazyRouteComponent(() => import('../features/cases/cases.tsx'), 'Cases'),
});
const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseNumber',
  validateSearch: (search: Record<string, unknown>): { tab?: string } => {
    const tab = text(search['tab']);
    return tab === undefined ? {} : { tab };
  },
  component: lazyRouteComponent(() => import('../features/case/case.tsx'), 'CaseScreen'),
});
const packs = createRoute({
  getParentRoute: () => root,
  path: '/packs',
  component: lazyRouteComponent(() => import('../features/packs/packs.tsx'), 'Packs'),
});
const tabOf = (search: Record<string, unknown>): { tab?: string } => {
  const tab = text(search['tab']);
  return tab === undefined ? {} : { tab };
};
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: tabOf,
  component: lazyRouteComponent(() => import('../features/reports/reports.tsx'), 'Reports'),
});
const contacts = createRoute({
  getParentRoute: () => root,
  path: '/contacts',
  validateSearch: tabOf,
  component: lazyRouteComponent(() => import('../features/contacts/contacts.tsx'), 'Contacts'),
});
const rules = createRoute({
  getParentRoute: () => root,
  path: '/rules',
  validateSearch: tabOf,
  component: lazyRouteComponent(() => import('../features/rules/rules.tsx'), 'Rules'),
});
const week = createRoute({
  getParentRoute: () => root,
  path: '/week',
  component: lazyRouteComponent(() => import('../features/week/week.tsx'), 'Week'),
});
const activity = createRoute({
  getParentRoute: () => root,
  path: '/activity',
  component: lazyRouteComponent(() => import('../features/activity/activity.tsx'), 'Activity'),
});
const health = createRoute({
  getParentRoute: () => root,
  path: '/health',
  component: lazyRouteComponent(() => import('../features/health/health.tsx'), 'Health'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: (search: Record<string, unknown>): { tab?: string } => {
    const tab = text(search['tab']);
    return tab === undefined ? {} : { tab };
  },
  component: lazyRouteComponent(() => import('../features/settings/settings.tsx'), 'Settings'),
});

export const appRoutes = createRouter({
  routeTree: root.addChildren([
    home,
    welcome,
    documents,
    document,
    inbox,
    identifiers,
    identifier,
    cases,
    oneCase,
    packs,
    reports,
    contacts,
    rules,
    week,
    activity,
    health,
    settings,
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 200,
  defaultNotFoundComponent: NoScreen,
  defaultErrorComponent: FailedScreen,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof appRoutes;
  }
}
