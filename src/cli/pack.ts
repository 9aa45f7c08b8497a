// pack CASE --out DIR: bind the case into an evidence pack.
import { resolve } from 'node:path';
import { CasebinderError } from '../domain/errors.ts';
import { type CommandRun, EXIT } from './command-line.ts';

export async function runPack(
  run: CommandRun,
  which: string,
  own: { out: string; channel?: string; zip?: boolean; for: string; recipient?: string },
) {
  const variant = (['amazon', 'consultant', 'internal'] as const).find((v) => v === own.for);
  if (variant === undefined)
    throw new CasebinderError('USAGE', { detail: `--for ${own.for} (amazon, consultant, internal)` });
  const door = await run.open();
  const { jobId } = await door.caller.packs.build({
    case: which,
    variant,
    zip: own.zip === true,
    ...(own.channel === undefined ? {} : { channel: own.channel }),
    ...(own.recipient === undefined ? {} : { recipient: own.recipient }),
    outGrant: door.grant(resolve(own.out)),
  });
  const job = await door.waitForJob(jobId, {
    signal: run.signal,
    onProgress: (p) => run.progress(p.phase, p.done, p.total),
  });
  const result = (job.result ?? {}) as {
    folder?: string;
    zip?: string;
    index?: string;
    verified?: boolean;
    exhibits?: unknown[];
    missing?: string[];
    violations?: { fixed: boolean }[];
  };
  if (!run.json) {
    run.say(run.text('packBuilt', { exhibits: result.exhibits?.length ?? 0, folder: result.folder ?? '' }));
    if (result.zip !== undefined) run.say(`  ZIP  ${result.zip}`);
    run.say(`  PDF  ${result.index ?? ''}`);
    run.say(run.text(result.verified === true ? 'packVerified' : 'packNotVerified'));
    for (const kind of result.missing ?? []) run.say(run.text('packMissing', { kind }));
  }
  const open = (result.violations ?? []).some((v) => !v.fixed);
  return { result, exitCode: open ? EXIT.withProblems : EXIT.done };
}
