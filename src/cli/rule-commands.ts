// Which commands belong to the rule tables and what people corrected in them?
import type { Command } from 'commander';
import { type GlobalOptions, runCommand } from './command-line.ts';
import type { CommandTools } from './command-tools.ts';
import { readId } from './read-values.ts';
import * as rules from './rule.ts';

export function addRuleCommands(program: Command, tools: CommandTools): void {
  const { command, globals } = tools;
  const rule = program.command('rule').description('deadline rules and own corrections');
  command(rule, 'list', 'corrections; with --json every rule and its source')
    .option('--all', 'also those that were taken back')
    .action((own: GlobalOptions & { all?: boolean }) =>
      runCommand(globals(own), (run) => rules.runRuleList(run, own.all === true)),
    );
  command(rule, 'correct <rule>', 'correct a rule with a reason')
    .option('--latest <span>', 'not after: 30day, 48hour, 5business_day')
    .option('--earliest <span>', 'not before')
    .requiredOption('--source <text>', 'where that is written')
    .requiredOption('--on <date>', 'when it was checked, YYYY-MM-DD')
    .requiredOption('--reason <text>', 'why it is corrected')
    .action(
      (
        id: string,
        own: GlobalOptions & {
          latest?: string;
          earliest?: string;
          source: string;
          on: string;
          reason: string;
        },
      ) => runCommand(globals(own), (run) => rules.runRuleCorrect(run, id, own)),
    );
  command(
    rule,
    'problem <problem>',
    'correct place, answer time, documents, rules or pitfalls of a problem type',
  )
    .option('--channel <slug>', 'the channel that is proposed first')
    .option('--category <slug>', 'the support category')
    .option('--path-zh <text>', 'menu path in Seller Central, in Chinese')
    .option('--path-en <text>', 'the same in English')
    .option('--answer <time>', 'usual first answer: 48hour or 2-5business_day')
    .option('--ahs <days>', 'days in which Account Health Support answers: 5-14')
    .option(
      '--pitfall <text>',
      'a common mistake as "Chinese | English"; these replace all (repeatable)',
      (value: string, before: string[] = []) => [...before, value],
    )
    .option('--required <kinds>', 'kinds that are required, by comma')
    .option('--recommended <kinds>', 'kinds that are recommended, by comma')
    .option('--off <rules>', 'acceptance rules that no longer apply, by comma')
    .requiredOption('--source <text>', 'where that is written')
    .requiredOption('--on <date>', 'when it was checked, YYYY-MM-DD')
    .requiredOption('--reason <text>', 'why it is corrected')
    .action((problem: string, own: GlobalOptions & rules.ProblemCorrection) =>
      runCommand(globals(own), (run) => rules.runRuleProblem(run, problem, own)),
    );
  command(rule, 'undo <id>', 'take a correction back').action((id: string, own: GlobalOptions) =>
    runCommand(globals(own), (run) => rules.runRuleUndo(run, readId(id, 'number'))),
  );
}
