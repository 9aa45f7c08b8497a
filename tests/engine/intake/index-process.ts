// A process of its own that indexes a folder into an archive, so that tests can kill it at any instant.
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pino from 'pino';
import { createEventFeed } from '../../../src/engine/event-feed.ts';
import { createIntake } from '../../../src/engine/intake/intake.ts';
import { openArchive } from '../../../src/engine/store/open-archive.ts';

const [archiveDir, root] = process.argv.slice(2) as [string, string];
const scratchDir = join(archiveDir, 'scratch');
const archive = openArchive({
  archiveDir,
  nowMs: Date.now,
  migrationsDir: resolve(import.meta.dirname, '../../../migrations'),
});
rmSync(scratchDir, { recursive: true, force: true });
mkdirSync(scratchDir, { recursive: true });
const events = createEventFeed(0, (error) => {
  throw error;
});
const context = {
  archive,
  nowMs: Date.now,
  log: pino({ level: 'silent' }),
  events,
  scratchDir,
  resourcesDir: '',
};
const intake = createIntake(context, { workerCount: 1 });
await intake.addFolder(root, { settleMs: 50 }).catch((error: { code?: string }) => {
  if (error.code !== 'FOLDER_ALREADY_WATCHED') throw error;
});
events.subscribe(({ event }) => {
  if (event.type === 'document_filed') process.stdout.write('.');
});
process.stdout.write(`\n${JSON.stringify(await intake.runUntilIdle({ ocr: false }))}\n`);
await intake.stop();
archive.close();
