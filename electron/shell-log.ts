// Where does the shell write what happened, without ever writing evidence?
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MAX_BYTES = 1024 * 1024;
const MAX_LINE = 2000;

/** Appends lines to `shell.log` in `dir` (owner-only); one older file is kept. Never throws. */
export function openShellLog(dir: string, readNow: () => Date = () => new Date()): (message: string) => void {
  const path = join(dir, 'shell.log');
  return (message) => {
    try {
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(path, `${path}.1`);
      const line = message.replaceAll(/[\r\n]+/g, ' ⏎ ').slice(0, MAX_LINE);
      appendFileSync(path, `${readNow().toISOString()} ${line}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not stop the app that would let the person free it.
    }
  };
}
