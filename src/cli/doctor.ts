// doctor: is the machine and the archive in order?
import { type CommandRun, EXIT } from './command-line.ts';

export async function runDoctor(run: CommandRun) {
  const { caller } = await run.open();
  const checks = await caller.archive.doctor();
  if (!run.json)
    for (const check of checks)
      run.say(`${check.state === 'ok' ? '✓' : check.state === 'warning' ? '!' : '✗'} ${check.message}`);
  return {
    result: { checks },
    exitCode: checks.some((c) => c.state === 'problem') ? EXIT.refused : EXIT.done,
  };
}
