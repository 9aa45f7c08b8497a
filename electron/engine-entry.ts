// The file that runs in the engine's own process: opens the archive and its door where the shell says.
import { join } from 'node:path';
import { findDefaultArchiveDir } from '../src/api/http/default-archive-dir.ts';
import {
  openEngineLog,
  readEngineLanguage,
  type ServedArchive,
  serveArchive,
} from '../src/api/http/serve-archive.ts';
import type { EngineMessage, StartMessage } from './engine-messages.ts';
import { findShellPort, type RunningEngine, serveShell } from './serve-shell.ts';
import { createNoticeWatch } from './watch-notices.ts';

const DEADLINE_LOOK_MS = 10 * 60_000;

async function openEngine(
  start: StartMessage,
  send: (message: EngineMessage) => void,
): Promise<RunningEngine> {
  const archiveDir = start.archiveDir ?? findDefaultArchiveDir();
  const served = await serveArchive({
    archiveDir,
    listen: { kind: 'socket', path: start.socketPath, secret: start.secret },
    uiDir: start.uiDir,
    log: openEngineLog(join(archiveDir, 'logs')),
  });
  const stopTelling = tellShell(served, send);
  return {
    language: readEngineLanguage(served.engine),
    close: async () => {
      stopTelling();
      await served.close();
    },
  };
}

/** Notices and the numbers of the tray. */
function tellShell({ engine }: ServedArchive, send: (message: EngineMessage) => void): () => void {
  const formatTime = (atMs: number): string =>
    new Intl.DateTimeFormat(readEngineLanguage(engine), { dateStyle: 'medium', timeStyle: 'short' }).format(
      atMs,
    );
  const watch = createNoticeWatch(
    (notice) => send({ kind: 'notice', notice }),
    (jobId) => engine.jobs.get(jobId),
    formatTime,
  );
  const sendStatus = (): void => send({ kind: 'status', folders: engine.overview().folders });
  const stopListening = engine.context.events.subscribe(({ event }) => {
    if (event.type === 'notice' || event.type === 'job_changed') watch.receive(event);
    if (event.type === 'folder_changed') sendStatus();
    if (event.type === 'setting_changed' && event.key === 'language') {
      send({ kind: 'language', language: readEngineLanguage(engine) });
    }
    if (event.type === 'case_changed') watch.lookAtDeadlines(engine.cases.deadlines());
  });
  const look = (): void => {
    watch.lookAtDeadlines(engine.cases.deadlines());
    watch.lookAtWeek(engine.weekly.reminder());
  };
  const timer = setInterval(look, DEADLINE_LOOK_MS);
  sendStatus();
  look();
  return () => {
    clearInterval(timer);
    stopListening();
  };
}

const port = findShellPort();
if (port === null) {
  process.stderr.write('This file is started by the desktop app. For browser mode: npm run cli -- serve\n');
  process.exitCode = 2;
} else {
  serveShell(port, openEngine, (code) => process.exit(code));
}
