// Which commands belong to the desk's own book: messages, coverage, claims, rules, contacts, papers, the Word file?
import type { Command } from 'commander';
import { type GlobalOptions, runCommand } from './command-line.ts';
import * as desk from './desk.ts';
import * as rules from './rule.ts';
import type { CommandTools } from './weekly-commands.ts';

export function addDeskCommands(program: Command, caseCommand: Command, tools: CommandTools): void {
  const { command, globals, collect, count } = tools;
  command(program, 'message <files...>', 'read mails, screenshots or texts of Amazon and propose their case')
    .option('--case <case>', 'the case they belong to')
    .option('--record', 'put them on their case')
    .action((files: string[], own: GlobalOptions & { case?: string; record?: boolean }) =>
      runCommand(globals(own), (run) => desk.runMessage(run, files, own)),
    );
  command(program, 'coverage', 'invoices against units sold in the 365 days before a day')
    .option('--on <date>', 'day of the notice (default: today)')
    .option('--product <asin>', 'only these ASINs or SKUs (repeatable)', collect, [])
    .action((own: GlobalOptions & { on?: string; product: string[] }) =>
      runCommand(globals(own), (run) => desk.runCoverage(run, own)),
    );
  command(program, 'claims', 'losses that could be claimed, with their windows').action(
    (own: GlobalOptions) => runCommand(globals(own), desk.runClaims),
  );
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
    .action(
      (
        problem: string,
        own: GlobalOptions & {
          channel?: string;
          category?: string;
          pathZh?: string;
          pathEn?: string;
          answer?: string;
          ahs?: string;
          pitfall?: string[];
          required?: string;
          recommended?: string;
          off?: string;
          source: string;
          on: string;
          reason: string;
        },
      ) => runCommand(globals(own), (run) => rules.runRuleProblem(run, problem, own)),
    );
  command(rule, 'undo <id>', 'take a correction back').action((id: string, own: GlobalOptions) =>
    runCommand(globals(own), (run) => rules.runRuleUndo(run, count(id))),
  );
  const contact = program.command('contact').description('the contact book');
  command(contact, 'add', 'add a contact; no number is ever prefilled')
    .requiredOption('--account <id>', 'account', count)
    .requiredOption('--role <role>', 'hotline, account_manager, support, supplier, consultant, other')
    .option('--name <name>')
    .option('--phone <number>')
    .option('--email <address>')
    .option('--hours <text>')
    .option('--marketplace <code>')
    .action((own: GlobalOptions & { account: number; role: string }) =>
      runCommand(globals(own), (run) => desk.runContactAdd(run, own)),
    );
  command(contact, 'list', 'contacts and agreed calls').action((own: GlobalOptions) =>
    runCommand(globals(own), desk.runContactList),
  );
  command(program, 'papers', 'papers of a seller and their ends')
    .requiredOption('--account <id>', 'account', count)
    .action((own: GlobalOptions & { account: number }) =>
      runCommand(globals(own), (run) => desk.runPapers(run, own.account)),
    );
  command(caseCommand, 'docx <case>', 'the statement as a Word file')
    .requiredOption('--out <file>', 'file to write')
    .option('--with-chinese', "the team's Chinese text behind it; not for Amazon")
    .action((which: string, own: GlobalOptions & { out: string; withChinese?: boolean }) =>
      runCommand(globals(own), (run) => desk.runCaseDocx(run, which, own)),
    );
}
