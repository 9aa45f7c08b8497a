// What is wrong with a command as it was typed, in the person's language and with the one shape of all errors?
import { CommanderError } from 'commander';
import { CasebinderError, describeError, fillTemplate, type Language } from '../domain/errors.ts';
import { cli as en } from '../i18n/en/cli.ts';
import { cli as zh } from '../i18n/zh-CN/cli.ts';
import { EXIT } from './command-line.ts';
import { WHOLE_NUMBER } from './command-tools.ts';

interface Wording {
  readonly key: keyof typeof en;
  /** Commander's own sentence; its named parts fill the translated one. */
  readonly pattern: RegExp;
}

/** One per code of the command parser; a test meets each of them. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  'commander.unknownOption': { key: 'usageUnknownOption', pattern: /unknown option '(?<name>.*)'/ },
  'commander.unknownCommand': { key: 'usageUnknownCommand', pattern: /unknown command '(?<name>.*)'/ },
  'commander.missingArgument': {
    key: 'usageMissingArgument',
    pattern: /missing required argument '(?<name>.*)'/,
  },
  'commander.optionMissingArgument': { key: 'usageMissingValue', pattern: /option '(?<name>.*)' argument/ },
  'commander.missingMandatoryOptionValue': {
    key: 'usageMissingOption',
    pattern: /required option '(?<name>.*)' not/,
  },
  'commander.excessArguments': {
    key: 'usageTooMany',
    pattern: /Expected (?<expected>\d+) arguments? but got (?<received>\d+)/,
  },
  'commander.invalidArgument': {
    key: 'usageInvalidValue',
    pattern: /option '(?<name>.*)' argument '(?<value>[\s\S]*)' is invalid/,
  },
  'commander.conflictingOption': {
    key: 'usageConflict',
    pattern: /option '(?<name>.*)' cannot be used with option '(?<other>.*)'/,
  },
  // A noun without its verb; the help was shown.
  'commander.help': { key: 'usageNoCommand', pattern: /(?:)/ },
};

/**
 * Tells what the command parser refused, on stderr or as JSON, and gives the exit code: 0 where only help was asked for.
 * @throws what is no refusal of the command parser
 */
export function tellWrongUsage(error: unknown, language: Language, json: boolean): number {
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode === 0) return EXIT.done;
  const told = describeError(new CasebinderError('USAGE', { detail: describe(error, language) }), language);
  if (json) process.stdout.write(`${JSON.stringify({ error: told }, null, 2)}\n`);
  else process.stderr.write(`${told.message}\n${told.hint}\n`);
  return EXIT.usage;
}

function describe(error: CommanderError, language: Language): string {
  const texts: Readonly<Record<string, string>> = language === 'en' ? en : zh;
  const wording = WORDINGS[error.code];
  const parts = wording?.pattern.exec(error.message);
  if (wording === undefined || parts == null) return error.message.replace(/^error: /, '');
  const sentence = fillTemplate(texts[wording.key] ?? '', parts.groups ?? {});
  const near = /\(Did you mean (?:one of )?(.*)\?\)/.exec(error.message)?.[1];
  return [
    sentence,
    ...(near === undefined ? [] : [fillTemplate(texts['usageDidYouMean'] ?? '', { names: near })]),
    ...(error.message.endsWith(WHOLE_NUMBER) ? [texts['usageWholeNumber']] : []),
  ].join(language === 'en' ? ' ' : '');
}
