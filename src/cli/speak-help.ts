// In which language does the help speak? The program's own texts are English; Chinese ones are looked up by them.
import type { Command } from 'commander';
import type { Language } from '../domain/errors.ts';
import { cliHelp as zh } from '../i18n/zh-CN/cli-help.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Puts the help of `program` and of all its commands into `language`; a text that has no Chinese stays English. */
export function speakHelp(program: Command, language: Language): void {
  if (language !== 'zh-CN') return;
  const walk = (command: Command): void => {
    command.description(zh[command.description()] ?? command.description());
    for (const part of [...command.options, ...command.registeredArguments])
      part.description = zh[part.description] ?? part.description;
    command.configureHelp({ ...command.configureHelp(), styleTitle: (title) => TITLES[title] ?? title });
    command.helpOption('-h, --help', '显示帮助');
    if (command.commands.length > 0) command.helpCommand('help [command]', '显示某个命令的帮助');
    for (const inner of command.commands) walk(inner);
  };
  walk(program);
}
