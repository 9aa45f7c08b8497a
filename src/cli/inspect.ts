// inspect FILE…: what is this file, and why do we think so? Stores nothing.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describeInspection } from '../api/describe-inspection.ts';
import { openInProcess, readNamedFfmpeg } from '../api/in-process.ts';
import { CasebinderError } from '../domain/errors.ts';
import { type CommandRun, EXIT } from './command-line.ts';

export async function runInspect(run: CommandRun, files: readonly string[], ocr: boolean) {
  for (const file of files) {
    let isFile = false;
    try {
      isFile = statSync(file).isFile();
    } catch {
      isFile = false;
    }
    if (!isFile) throw new CasebinderError('FILE_UNREADABLE', { path: file });
  }
  // Nothing is stored: an archive of its own for the moment, so that a running app is not in the way.
  const scratch = mkdtempSync(join(tmpdir(), 'casebinder-inspect-'));
  const door = await openInProcess({ archiveDir: join(scratch, 'archive'), language: run.language });
  try {
    // The ffmpeg that the person named for the archive counts here too.
    const named = ocr ? readNamedFfmpeg(run.archiveDir) : '';
    if (named !== '') await door.engine.settings.nameFfmpeg(named).catch(() => undefined);
    const inspections = [];
    for (const [index, file] of files.entries()) {
      run.progress(run.text('progressInspect'), index, files.length);
      run.signal.throwIfAborted();
      const found = await door.caller.intake.inspect({ grants: [door.grant(resolve(file), 'file')], ocr });
      for (const inspection of found) {
        if ('error' in inspection) throw new CasebinderError(inspection.error.code, inspection.error.params);
        inspections.push(describeInspection(inspection, run.language));
      }
    }
    if (!run.json) for (const inspection of inspections) printInspection(run, inspection);
    const troubled = inspections.some((i) => i.warnings.some((w) => w.problem));
    return {
      result: inspections.map(({ warnings, ...rest }) => ({
        ...rest,
        warnings: warnings.map(({ code, message }) => ({ code, message })),
      })),
      exitCode:
        troubled && inspections.every((i) => i.text.source === 'none') ? EXIT.withProblems : EXIT.done,
    };
  } finally {
    await door.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function printInspection(run: CommandRun, i: ReturnType<typeof describeInspection>): void {
  run.say(`\n${i.path}`);
  run.say(`  ${run.text('kind')}: ${i.kind.name} (${i.kind.slug}, ${Math.round(i.kind.confidence * 100)} %)`);
  for (const reason of i.kind.reasons) run.say(`    · ${reason}`);
  for (const id of i.identifiers) {
    run.say(
      `  ${id.type} ${id.value}${id.carrier === undefined ? '' : ` (${id.carrier})`} [${id.check}] ${Math.round(id.confidence * 100)} % · ${id.reason}`,
    );
  }
  for (const date of i.dates) run.say(`  ${run.text('date')} ${date.role}: ${date.value}`);
  for (const amount of i.amounts)
    run.say(`  ${run.text('amount')} ${amount.role}: ${amount.value} ${amount.currency ?? ''}`);
  for (const party of i.parties) run.say(`  ${run.text('party')} ${party.role}: ${party.name}`);
  for (const warning of i.warnings) run.say(`  ! ${warning.message}`);
}
