// Is an independent program at hand that can judge our output?
import { spawnSync } from 'node:child_process';

export function hasJudge(command: string, versionFlag = '--version'): boolean {
  const found = spawnSync(command, [versionFlag]).error === undefined;
  if (!found) console.log(`skipped: ${command} is not installed here`);
  return found;
}

/** Runs a judge; returns its exit code and all it printed. */
export function askJudge(
  command: string,
  args: readonly string[],
  cwd?: string,
): { code: number | null; out: string } {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return { code: result.status, out: `${result.stdout}${result.stderr}` };
}
