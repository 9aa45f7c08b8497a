// What may the log of the engine tell? Where and why something failed; never what stands in documents, names or numbers.
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';

/** Above this the log of the last runs is put aside; one older file is kept. */
const MAX_LOG_BYTES = 5_000_000;
const MAX_MESSAGE_CHARACTERS = 300;
const MAX_FRAMES = 12;
const MAX_CAUSES = 4;

interface Replacement {
  readonly pattern: RegExp;
  readonly by: string;
}

/** In this order: what is cut off first need not be recognised later. */
const HIDDEN: readonly Replacement[] = [
  // The query builder adds the values of a failed statement: texts of documents among them.
  { pattern: /\s*\bparams:[\s\S]*$/, by: '' },
  { pattern: /\b(token|secret|cookie|grant|key)=[^\s&;,]+/gi, by: '$1=<hidden>' },
  { pattern: /(?:file:\/\/)?(?:\b[A-Za-z]:[\\/]|\\\\)[^'"`\n]*/g, by: '<path>' },
  { pattern: /'[^'\n]*'|"[^"\n]*"|`[^`\n]*`|“[^”\n]*”|「[^」\n]*」/g, by: '<text>' },
  { pattern: /(?:file:\/\/)?(?<![\w.<])\/[^\n'"`,:;()]+/g, by: '<path>' },
  { pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, by: '<mail>' },
  { pattern: /[\u0080-\u{10FFFF}]+(?:\s*[\u0080-\u{10FFFF}]+)*/gu, by: '<text>' },
  { pattern: /[A-Za-z]{0,4}\d(?:[A-Za-z]{0,3}[ -]?\d){4,}[A-Za-z]?(?![A-Za-z])/g, by: '<number>' },
];

/** A message without names, paths, numbers, addresses and values. */
export function redactText(text: string): string {
  let told = text;
  for (const { pattern, by } of HIDDEN) told = told.replace(pattern, by);
  return told.slice(0, MAX_MESSAGE_CHARACTERS);
}

/** Which functions of the program were at work: its own files by their place below the program's folder, nothing else. */
export function redactStack(stack: string): string[] {
  return stack
    .split('\n')
    .flatMap((line) => {
      const frame = /^\s+at (?:(.*?) \()?(.*?)\)?$/.exec(line);
      const place = frame?.[2]
        ?.replaceAll('\\', '/')
        .replace(/^.*\/((?:src|out|electron|node_modules)\/)/, '$1');
      if (place === undefined || !/^(?:src|out|electron|node_modules|node:)[\w@./:+-]*$/.test(place))
        return [];
      return [`${frame?.[1] === undefined ? '' : `${frame[1].replace(/[^\w.<>[\] ]/g, '')} `}${place}`];
    })
    .slice(0, MAX_FRAMES);
}

/** An error as the log tells it: kind, code, redacted message, own frames, and the same of its causes. */
export function describeForLog(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code } = error as { code?: unknown };
  return {
    kind: error.name,
    ...(typeof code === 'string' && /^[A-Z_0-9]{2,60}$/.test(code) ? { code } : {}),
    message: redactText(error.message),
    at: redactStack(error.stack ?? ''),
    ...(error.cause === undefined || depth >= MAX_CAUSES
      ? {}
      : { cause: describeForLog(error.cause, depth + 1) }),
  };
}

/** Opens `engine.log` in `logDir`, readable by its owner only. Call with one process at a time. */
export function openEngineLog(logDir: string): Logger {
  mkdirSync(logDir, { recursive: true, mode: 0o700 });
  const file = join(logDir, 'engine.log');
  if (existsSync(file) && statSync(file).size > MAX_LOG_BYTES) renameSync(file, join(logDir, 'engine.1.log'));
  return pino(
    {
      level: 'info',
      // No name of the computer, no process id.
      base: null,
      serializers: { error: describeForLog, err: describeForLog },
      // Whatever else is logged: words are redacted, numbers and ids of rows stay.
      formatters: {
        log: (fields) =>
          Object.fromEntries(
            Object.entries(fields).map(([key, value]) => [
              key,
              typeof value === 'string' && key !== 'incident' ? redactText(value) : value,
            ]),
          ),
      },
    },
    pino.destination({ dest: file, mode: 0o600, sync: true }),
  );
}
