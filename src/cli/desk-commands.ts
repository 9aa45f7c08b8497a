// Which commands belong to the desk's own book: messages, coverage, claims, rules, contacts, papers, the Word file?
import type { Command } from 'commander';
import { type GlobalOptions, runCommand } from './command-line.ts';
import * as desk from './desk.ts';
import * as book from './desk-book.ts';
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
    .action((problem: string, own: GlobalOptions & rules.ProblemCorrection) =>
      runCommand(globals(own), (run) => rules.runRuleProblem(run, problem, own)),
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
  command(contact, 'remove <id>', 'remove a contact').action((id: string, own: GlobalOptions) =>
    runCommand(globals(own), (run) => book.runContactRemove(run, count(id))),
  );
  command(contact, 'call', 'plan a call-back')
    .requiredOption('--account <id>', 'account', count)
    .requiredOption('--at <time>', 'when (ISO)')
    .option('--case <case>')
    .option('--subject <text>')
    .action((own: GlobalOptions & { account: number; at: string; case?: string; subject?: string }) =>
      runCommand(globals(own), (run) => book.runCallPlan(run, own)),
    );
  command(contact, 'called <id>', 'a call-back took place')
    .option('--outcome <text>')
    .option('--waited <minutes>', 'how long one waited', count)
    .action((id: string, own: GlobalOptions & { outcome?: string; waited?: number }) =>
      runCommand(globals(own), (run) => book.runCallFinish(run, count(id), own)),
    );
  command(caseCommand, 'work <case>', 'who works on it, in which language, minutes spent')
    .option('--assignee <name>')
    .option('--language <code>')
    .option('--minutes <number>', 'minutes to add', count)
    .action(
      (which: string, own: GlobalOptions & { assignee?: string; language?: string; minutes?: number }) =>
        runCommand(globals(own), (run) => book.runCaseWork(run, which, own)),
    );
  command(caseCommand, 'precedents <case>', 'ended cases of the same problem').action(
    (which: string, own: GlobalOptions) =>
      runCommand(globals(own), (run) => book.runCasePrecedents(run, which)),
  );
  command(caseCommand, 'statistics', 'own numbers of ended cases')
    .option('--problem <slug>')
    .action((own: GlobalOptions & { problem?: string }) =>
      runCommand(globals(own), (run) => book.runCaseStatistics(run, own.problem)),
    );
  command(caseCommand, 'deadline <case> <rule>', 'change one deadline of one case with a reason')
    .option('--closes <time>', 'when it ends (ISO)')
    .option('--take-back', 'the computed deadline counts again')
    .option('--reason <text>')
    .action(
      (
        which: string,
        id: string,
        own: GlobalOptions & { closes?: string; takeBack?: boolean; reason?: string },
      ) => runCommand(globals(own), (run) => book.runCaseDeadline(run, which, id, own)),
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
