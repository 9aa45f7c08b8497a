// Which procedures does the door offer? One router per noun.

import { accountsRouter } from './procedures/accounts.ts';
import {
  archiveRouter,
  foldersRouter,
  intakeRouter,
  jobsRouter,
  packsRouter,
  settingsRouter,
} from './procedures/archive.ts';
import { casesRouter } from './procedures/cases.ts';
import { contactsRouter, dossierRouter, workRouter } from './procedures/desk.ts';
import { documentsRouter, identifiersRouter } from './procedures/documents.ts';
import { messagesRouter } from './procedures/messages.ts';
import { redactionsRouter } from './procedures/redactions.ts';
import { healthRouter, reportsRouter, weeklyRouter } from './procedures/weekly.ts';
import { createCallerFactory, router } from './trpc.ts';

export const appRouter = router({
  accounts: accountsRouter,
  archive: archiveRouter,
  cases: casesRouter,
  contacts: contactsRouter,
  documents: documentsRouter,
  dossier: dossierRouter,
  folders: foldersRouter,
  health: healthRouter,
  identifiers: identifiersRouter,
  intake: intakeRouter,
  jobs: jobsRouter,
  messages: messagesRouter,
  packs: packsRouter,
  redactions: redactionsRouter,
  reports: reportsRouter,
  settings: settingsRouter,
  weekly: weeklyRouter,
  work: workRouter,
});

/** The type that the user interface knows the door by; nothing else of the API reaches it. */
export type AppRouter = typeof appRouter;

/** Calls procedures in-process: the command line and tests. */
export const createCaller = createCallerFactory(appRouter);
