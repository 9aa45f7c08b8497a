// What does every command share: the archive, the language, JSON or words, progress, exit codes?
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type InProcess, openInProcess } from '../api/in-process.ts';
import { CasebinderError, describeError, type Language } from '../domain/errors.ts';
import { cli as en } from '../i18n/en/cli.ts';
import { cli as zh } from '../i18n/zh-CN/cli.ts';

export interface GlobalOptions {
  readonly archive?: string;
  readonly lang?: string;
  readonly json?: boolean;
}

export type CliText = keyof typeof en;

/** Exit codes of design.md section 5. */
export const EXIT = { done: 0, refused: 1, usage: 2, withProblems: 3, cancelled: 130 } as const;

export interface CommandRun {
  readonly language: Language;
  readonly json: boolean;
  readonly signal: AbortSignal;
  /** Opens the archive on first use. */
  open(): Promise<InProcess>;
  archiveDir: string;
  /** The sentence `key` in the person's language. */
  text(key: CliText, params?: Readonly<Record<string, string | number>>): string;
  /** One JSON document or line on stdout, under --json only. */
  emit(value: unknown, indent?: number): void;
  /** A line for people: stdout, or stderr under --json so that stdout holds one JSON document only. */
  say(line: string): void;
  progress(label: string, done: number, total: number): void;
}

/** Where the archive lies when nobody says otherwise: the user-data folder of the system. */
export function defaultArchiveDir(): string {
  const fromEnvironment = process.env['CASEBINDER_ARCHIVE'];
  if (fromEnvironment !== undefined && fromEnvironment !== '') return fromEnvironment;
  if (process.platform === 'win32')
    return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Casebinder', 'archive');
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'Casebinder', 'archive');
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'casebinder', 'archive');
}

export function chooseLanguage(wanted: string | undefined): Language {
  if (wanted === 'en' || wanted === 'zh-CN') return wanted;
  if (wanted !== undefined) throw new CasebinderError('USAGE', { detail: `--lang ${wanted} (zh-CN, en)` });
  const system = process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '';
  return /^zh/i.test(system) ? 'zh-CN' : 'en';
}

/**
 * Runs one command: opens the archive lazily, prints its result once as JSON (--json) or lets it speak, closes everything
 * and ends the process with the right exit code. Ctrl-C cancels; a second one ends at once.
 */
export async function runCommand(
  options: GlobalOptions,
  work: (run: CommandRun) => Promise<{ result: unknown; exitCode?: number }>,
): Promise<void> {
  const abort = new AbortController();
  const onSignal = (): void => {
    if (abort.signal.aborted) process.exit(EXIT.cancelled);
    abort.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  const json = options.json === true;
  const writeOut = process.stdout.write.bind(process.stdout);
  // Libraries that print (libheif does) must not get between a script and its JSON.
  if (json) process.stdout.write = process.stderr.write.bind(process.stderr);
  let language: Language = 'en';
  let opened: InProcess | null = null;
  let exitCode: number = EXIT.done;
  try {
    language = chooseLanguage(options.lang);
    const archiveDir = options.archive ?? defaultArchiveDir();
    const run: CommandRun = {
      language,
      json,
      signal: abort.signal,
      archiveDir,
      text: (key, params = {}) => {
        const catalogue: Readonly<Record<CliText, string>> = language === 'en' ? en : zh;
        return (catalogue[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) =>
          String(params[name] ?? whole),
        );
      },
      async open() {
        opened ??= await openInProcess({ archiveDir, language });
        return opened;
      },
      emit: (value, indent) => {
        if (json) writeOut(`${JSON.stringify(value, null, indent)}\n`);
      },
      say: (line) => (json ? process.stderr : process.stdout).write(`${line}\n`),
      progress: drawProgress,
    };
    const { result, exitCode: code } = await work(run);
    clearProgress();
    run.emit(result, 2);
    exitCode = code ?? EXIT.done;
  } catch (error) {
    clearProgress();
    const known = unwrapError(error);
    const told = describeError(known, language);
    if (json) writeOut(`${JSON.stringify({ error: told }, null, 2)}\n`);
    else process.stderr.write(`${told.message}\n${told.hint}\n`);
    if (told.code === 'INTERNAL' && process.env['CASEBINDER_DEBUG'] !== undefined) console.error(error);
    exitCode =
      abort.signal.aborted || told.code === 'CANCELLED'
        ? EXIT.cancelled
        : told.code === 'USAGE'
          ? EXIT.usage
          : EXIT.refused;
  } finally {
    await (opened as InProcess | null)?.close();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
  process.exitCode = exitCode;
}

/** tRPC wraps what a procedure throws; people are told what was thrown. */
function unwrapError(error: unknown): unknown {
  if (error instanceof CasebinderError) return error;
  const cause = (error as { cause?: unknown } | null)?.cause;
  if (cause instanceof CasebinderError) return cause;
  if ((error as { code?: string } | null)?.code === 'BAD_REQUEST') {
    return new CasebinderError(
      'INPUT_INVALID',
      { detail: readSchemaIssues((error as Error).message) },
      error,
    );
  }
  if ((error as Error | null)?.name === 'AbortError') return new CasebinderError('CANCELLED', {}, error);
  return error;
}

function readSchemaIssues(message: string): string {
  try {
    const issues = JSON.parse(message) as { path: (string | number)[]; message: string }[];
    return issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  } catch {
    return message.split('\n')[0] ?? '';
  }
}

let drawn = false;

function drawProgress(label: string, done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const bar = '█'.repeat(Math.round(share * 24)).padEnd(24, '░');
  process.stderr.write(`\r\x1b[2K${bar} ${label} ${done}/${total}`);
  drawn = true;
}

function clearProgress(): void {
  if (!drawn) return;
  process.stderr.write('\r\x1b[2K');
  drawn = false;
}
