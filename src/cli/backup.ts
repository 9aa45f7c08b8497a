// backup, restore: a copy of the archive that opens alone, and the way back.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { openInProcess, restoreArchive } from '../api/in-process.ts';
import { CasebinderError } from '../domain/errors.ts';
import type { CommandRun } from './command-line.ts';

export async function runBackup(run: CommandRun, dir: string) {
  const door = await run.open();
  const { jobId } = await door.caller.archive.backup({ outGrant: door.grant(resolve(dir)) });
  const job = await door.waitForJob(jobId, {
    signal: run.signal,
    onProgress: (p) => run.progress(run.text('progressBackup'), p.done, p.total),
  });
  run.say(run.text('backupMade', { folder: String(job.result?.['folder'] ?? '') }));
  return { result: job.result };
}

export async function runRestore(run: CommandRun, dir: string) {
  const folder = resolve(dir);
  if (!existsSync(folder)) throw new CasebinderError('NOT_FOUND', { what: folder });
  if (existsSync(run.archiveDir)) {
    // Opening takes the lock: a running app refuses here, before anything is touched.
    const door = await openInProcess({ archiveDir: run.archiveDir, language: run.language }).catch(
      (error: unknown) => {
        if (error instanceof CasebinderError && error.code === 'ARCHIVE_DAMAGED') return null;
        throw error;
      },
    );
    await door?.close();
  }
  const { keptAs, damagedCopies } = restoreArchive(run.archiveDir, folder, Date.now());
  run.say(run.text('restored', { folder }));
  if (keptAs !== null) run.say(run.text('restoreKept', { path: keptAs }));
  if (damagedCopies > 0) run.say(run.text('restoreDamaged', { count: damagedCopies }));
  return { result: { restored: folder, archive: run.archiveDir, keptAs, damagedCopies } };
}
