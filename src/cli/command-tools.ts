// How is a command made, and how are its options read? What program.ts lends to the files that add commands.
import { type Command, InvalidArgumentError } from 'commander';
import type { GlobalOptions } from './command-line.ts';

export interface CommandTools {
  /** Global options may stand before or after the command. */
  command(parent: Command, usage: string, description: string): Command;
  /** A command whose name may be left out: `message FILE` is `message read FILE`. */
  defaultCommand(parent: Command, usage: string, description: string): Command;
  globals(own: GlobalOptions): GlobalOptions;
  /** For options that may be repeated or hold several values by comma. */
  collect(value: string, before: string[]): string[];
  /** For options that may be repeated and whose values may hold commas. */
  gather(value: string, before: string[]): string[];
  count(value: string): number;
}

/** Told by speak-usage.ts in the person's language. */
export const WHOLE_NUMBER = 'a whole number is needed';

export function createCommandTools(program: Command): CommandTools {
  const plain = program.createHelp();
  const make = (parent: Command, usage: string, description: string, isDefault: boolean): Command =>
    parent
      .command(usage, { isDefault })
      .description(description)
      .option('--archive <dir>', 'archive folder')
      .option('--lang <language>', 'zh-CN or en')
      .option('--json', 'one JSON document on stdout')
      // "(default: [])" says nothing to a person.
      .configureHelp({
        optionDescription: (option) =>
          Array.isArray(option.defaultValue) ? option.description : plain.optionDescription(option),
      })
      .exitOverride();
  return {
    command: (parent, usage, description) => make(parent, usage, description, false),
    defaultCommand: (parent, usage, description) => make(parent, usage, description, true),
    globals: (own) => ({ ...program.opts<GlobalOptions>(), ...own }),
    collect: (value, before) => [
      ...before,
      ...value
        .split(/[,，]/)
        .map((v) => v.trim())
        .filter((v) => v !== ''),
    ],
    gather: (value, before) => [...before, value],
    count(value) {
      const number = Number(value);
      if (!Number.isSafeInteger(number) || number < 0 || value.trim() === '')
        throw new InvalidArgumentError(WHOLE_NUMBER);
      return number;
    },
  };
}
