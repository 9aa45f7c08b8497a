// Does the help of every command speak Chinese to those who read Chinese?
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { program } from '../../src/cli/program.ts';
import { speakHelp } from '../../src/cli/speak-help.ts';
import { cliHelp } from '../../src/i18n/zh-CN/cli-help.ts';

/** Every text that the help shows. */
function listTexts(command: Command): string[] {
  const parts = [...command.options, ...command.registeredArguments].map((part) => part.description);
  return [command.description(), ...parts, ...command.commands.flatMap(listTexts)].filter(
    (text) => text !== '',
  );
}

const english = [...new Set(listTexts(program))].filter((text) => !/\p{Script=Han}.*·/u.test(text));

test('every English text has its Chinese one, and no Chinese one is left over', () => {
  expect(english.length).toBeGreaterThan(100);
  expect(english.filter((text) => cliHelp[text] === undefined)).toEqual([]);
  expect(Object.keys(cliHelp).filter((text) => !english.includes(text))).toEqual([]);
});

test('Chinese help leaves no English sentence', () => {
  speakHelp(program, 'zh-CN');
  const help = program.commands.map((command) => command.helpInformation()).join('\n');
  expect(help).toContain('用法：');
  for (const text of english.filter((one) => one.split(' ').length > 3 && !cliHelp[one]?.includes(one)))
    expect(help).not.toContain(text);
});
