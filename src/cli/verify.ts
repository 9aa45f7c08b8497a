// verify: is a pack, or the archive itself, still what it was?
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openInProcess } from '../api/in-process.ts';
import { CasebinderError } from '../domain/errors.ts';
import { type CommandRun, EXIT } from './command-line.ts';

export async function runVerify(run: CommandRun, path: string | undefined, full: boolean) {
  const result = path === undefined ? await verifyArchive(run, full) : await verifyPack(run, path);
  if (!run.json) {
    run.say(
      run.text(result.ok ? 'verifyOk' : 'verifyFailed', {
        checked: result.checked,
        problems: result.problems.length,
      }),
    );
    for (const problem of result.problems) run.say(`  ${problem.code}  ${problem.path}`);
  }
  return { result, exitCode: result.ok ? EXIT.done : EXIT.refused };
}

interface Verification {
  readonly ok: boolean;
  readonly checked: number;
  readonly problems: readonly { readonly code: string; readonly path: string }[];
}

async function verifyArchive(run: CommandRun, full: boolean): Promise<Verification> {
  const door = await run.open();
  const { jobId } = await door.caller.archive.verify({ full });
  const job = await door.waitForJob(jobId, {
    signal: run.signal,
    onProgress: (p) => run.progress(run.text('progressVerify'), p.done, p.total),
  });
  return job.result as unknown as Verification;
}

/** A pack proves itself: no archive is needed, so none is opened. */
async function verifyPack(run: CommandRun, path: string): Promise<Verification> {
  if (!existsSync(path)) throw new CasebinderError('VERIFY_TARGET_UNKNOWN', { path });
  const scratch = mkdtempSync(join(tmpdir(), 'casebinder-verify-'));
  const door = await openInProcess({ archiveDir: join(scratch, 'archive'), language: run.language });
  try {
    return await door.caller.packs.verifyPicked({ grant: door.grant(resolve(path), 'file') });
  } finally {
    await door.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}
