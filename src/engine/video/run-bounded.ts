// How does a foreign program run without a shell, at low priority, with a time limit, and never longer than it is wanted?
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

export interface BoundedRun {
  readonly outcome: 'done' | 'failed' | 'timeout' | 'cancelled';
  readonly stdout: string;
  readonly stderr: string;
}

const MAX_OUTPUT_CHARACTERS = 2_000_000;

/** Never rejects. Output beyond two million characters is dropped; the program is killed at the limit or on abort. */
export function runBounded(
  path: string,
  args: readonly string[],
  options: { readonly timeoutMs: number; readonly cwd?: string; readonly signal?: AbortSignal | undefined },
): Promise<BoundedRun> {
  return new Promise((resolve) => {
    let stdout = '';
    let stderr = '';
    let outcome: BoundedRun['outcome'] = 'done';
    const finish = (end: BoundedRun['outcome']): void => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', cancel);
      resolve({ outcome: outcome === 'done' ? end : outcome, stdout, stderr });
    };
    const child = spawn(path, [...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: false,
      windowsHide: true,
      env: quietEnvironment(),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    const stop = (why: BoundedRun['outcome']): void => {
      outcome = why;
      child.kill('SIGKILL');
    };
    const cancel = (): void => stop('cancelled');
    const timer = setTimeout(() => stop('timeout'), options.timeoutMs);
    options.signal?.addEventListener('abort', cancel, { once: true });
    if (options.signal?.aborted === true) cancel();
    lowerPriority(child.pid);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (stdout.length < MAX_OUTPUT_CHARACTERS) stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (stderr.length < MAX_OUTPUT_CHARACTERS) stderr += text;
    });
    child.on('error', () => finish('failed'));
    child.on('close', (code) => finish(code === 0 ? 'done' : 'failed'));
  });
}

/** FFREPORT would write a log where the environment says; proxies and colours are nothing that a decoder needs. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const kept = [
    'PATH',
    'SystemRoot',
    'SYSTEMROOT',
    'windir',
    'TEMP',
    'TMP',
    'TMPDIR',
    'HOME',
    'LD_LIBRARY_PATH',
  ];
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

function lowerPriority(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It ended already, or the system doesn't allow it: it still has its time limit.
  }
}
