// Which commands belong to the desk's own book: messages, coverage, claims, rules, contacts, papers, work on a case?
import type { Command } from 'commander';
import * as work from './case-work.ts';
import { type GlobalOptions, runCommand } from './command-line.ts';
import type { CommandTools } from './command-tools.ts';
import * as contacts from './contact.ts';
import * as ledger from './coverage.ts';
import * as messages from './message.ts';
import * as papers from './papers.ts';
import { readId } from './read-values.ts';
import { addRuleCommands } from './rule-commands.ts';

const TIME = 'when (ISO; without a zone it is Beijing time)';

export function addDeskCommands(program: Command, caseCommand: Command, tools: CommandTools): void {
  addMessageCommands(program, tools);
  addLedgerCommands(program, tools);
  addRuleCommands(program, tools);
  addContactCommands(program, tools);
  addWorkCommands(caseCommand, tools);
  addPaperCommands(program, tools);
}

function addMessageCommands(program: Command, tools: CommandTools): void {
  const { command, defaultCommand, globals, count } = tools;
  const message = program.command('message').description('messages of Amazon and the cases they belong to');
  const addCorrections = (to: Command): Command =>
    to
      .option('--case <case>', 'the case they belong to')
      .option('--kind <kind>', 'what kind of entry it becomes: amazon_message, info_request …')
      .option('--decision <decision>', 'accepted, partial, rejected or none')
      .option('--due <date>', 'the deadline that the message names, YYYY-MM-DD')
      .option('--status <status>', 'what the case becomes: waiting, reply_needed, won, lost or partial')
      .option('--case-id <number>', 'the Case ID that the message names, when the case has none yet')
      .option('--automatic', 'an automatic answer: kept, but no clock stops');
  addCorrections(
    defaultCommand(
      message,
      'read <files...>',
      'read mails, screenshots or texts of Amazon and propose their case',
    ),
  )
    .option('--record', 'put them on their case')
    .action((files: string[], own: GlobalOptions & messages.RecordOptions & { record?: boolean }) =>
      runCommand(globals(own), (run) => messages.runMessageRead(run, files, own)),
    );
  command(message, 'waiting', 'messages in watched folders that no case knows yet')
    .option('--limit <n>', 'how many', count, 50)
    .action((own: GlobalOptions & { limit: number }) =>
      runCommand(globals(own), (run) => messages.runMessageWaiting(run, own.limit)),
    );
  addCorrections(
    command(message, 'record <documents...>', 'put messages of the archive on their case'),
  ).action((documents: string[], own: GlobalOptions & messages.RecordOptions) =>
    runCommand(globals(own), (run) => messages.runMessageRecord(run, documents, own)),
  );
  command(message, 'set-aside <documents...>', 'these messages need no case')
    .option('--undo', 'they wait for a case again')
    .action((documents: string[], own: GlobalOptions & { undo?: boolean }) =>
      runCommand(globals(own), (run) => messages.runMessageSetAside(run, documents, own.undo === true)),
    );
}

function addLedgerCommands(program: Command, tools: CommandTools): void {
  const { command, defaultCommand, globals, collect } = tools;
  const coverage = program.command('coverage').description('do the invoices suffice for what was sold?');
  defaultCommand(coverage, 'show', 'invoices against units sold in the 365 days before a day')
    .option('--on <date>', 'day of the notice (default: today)')
    .option('--product <asin>', 'only these ASINs or SKUs (repeatable)', collect, [])
    .action((own: GlobalOptions & { on?: string; product: string[] }) =>
      runCommand(globals(own), (run) => ledger.runCoverage(run, own)),
    );
  command(
    coverage,
    'confirm <document> <product> <units>',
    'how many units of a product an invoice proves; "none" takes that back',
  ).action((document: string, product: string, units: string, own: GlobalOptions) =>
    runCommand(globals(own), (run) => ledger.runCoverageConfirm(run, document, product, units)),
  );
  command(program, 'claims', 'losses that could be claimed, with their windows').action(
    (own: GlobalOptions) => runCommand(globals(own), ledger.runClaims),
  );
}

function addContactCommands(program: Command, tools: CommandTools): void {
  const { command, globals, count } = tools;
  const contact = program.command('contact').description('the contact book');
  const addFields = (to: Command): Command =>
    to
      .option('--name <name>')
      .option('--phone <number>')
      .option('--email <address>')
      .option('--hours <text>')
      .option('--marketplace <code>')
      .option('--notes <text>');
  addFields(
    command(contact, 'add', 'add a contact; no number is ever prefilled')
      .requiredOption('--account <id>', 'account', count)
      .requiredOption('--role <role>', 'hotline, account_manager, support, supplier, consultant, other'),
  ).action((own: GlobalOptions & contacts.ContactOptions & { account: number; role: string }) =>
    runCommand(globals(own), (run) => contacts.runContactAdd(run, own)),
  );
  addFields(
    command(contact, 'change <id>', 'change a contact; what is not named stays')
      .option('--account <id>', 'account', count)
      .option('--role <role>', 'hotline, account_manager, support, supplier, consultant, other'),
  ).action((id: string, own: GlobalOptions & contacts.ContactOptions) =>
    runCommand(globals(own), (run) => contacts.runContactChange(run, readId(id, 'number'), own)),
  );
  command(contact, 'list', 'contacts and agreed calls')
    .option('--all', 'also calls that took place')
    .action((own: GlobalOptions & { all?: boolean }) =>
      runCommand(globals(own), (run) => contacts.runContactList(run, own)),
    );
  command(contact, 'remove <id>', 'remove a contact').action((id: string, own: GlobalOptions) =>
    runCommand(globals(own), (run) => contacts.runContactRemove(run, readId(id, 'number'))),
  );
  command(contact, 'call', 'plan a call-back')
    .requiredOption('--account <id>', 'account', count)
    .requiredOption('--at <time>', TIME)
    .option('--case <case>')
    .option('--subject <text>')
    .action((own: GlobalOptions & { account: number; at: string; case?: string; subject?: string }) =>
      runCommand(globals(own), (run) => contacts.runCallPlan(run, own)),
    );
  command(contact, 'called <id>', 'a call-back took place')
    .option('--outcome <text>')
    .option('--waited <minutes>', 'how long one waited', count)
    .action((id: string, own: GlobalOptions & { outcome?: string; waited?: number }) =>
      runCommand(globals(own), (run) => contacts.runCallFinish(run, readId(id, 'number'), own)),
    );
}

function addWorkCommands(caseCommand: Command, tools: CommandTools): void {
  const { command, globals, count } = tools;
  command(caseCommand, 'work <case>', 'who works on it, in which language, minutes spent')
    .option('--assignee <name>')
    .option('--language <code>')
    .option('--minutes <number>', 'minutes to add', count)
    .action(
      (which: string, own: GlobalOptions & { assignee?: string; language?: string; minutes?: number }) =>
        runCommand(globals(own), (run) => work.runCaseWork(run, which, own)),
    );
  command(caseCommand, 'precedents <case>', 'ended cases of the same problem').action(
    (which: string, own: GlobalOptions) =>
      runCommand(globals(own), (run) => work.runCasePrecedents(run, which)),
  );
  command(caseCommand, 'statistics', 'own numbers of ended cases')
    .option('--problem <slug>')
    .action((own: GlobalOptions & { problem?: string }) =>
      runCommand(globals(own), (run) => work.runCaseStatistics(run, own.problem)),
    );
  command(caseCommand, 'deadline <case> <rule>', 'change one deadline of one case with a reason')
    .option('--closes <time>', TIME)
    .option('--take-back', 'the computed deadline counts again')
    .option('--reason <text>')
    .action(
      (
        which: string,
        id: string,
        own: GlobalOptions & { closes?: string; takeBack?: boolean; reason?: string },
      ) => runCommand(globals(own), (run) => work.runCaseDeadline(run, which, id, own)),
    );
  command(caseCommand, 'docx <case>', 'the statement as a Word file')
    .requiredOption('--out <file>', 'file to write')
    .option('--with-chinese', "the team's Chinese text behind it; not for Amazon")
    .action((which: string, own: GlobalOptions & { out: string; withChinese?: boolean }) =>
      runCommand(globals(own), (run) => work.runCaseDocx(run, which, own)),
    );
}

function addPaperCommands(program: Command, tools: CommandTools): void {
  const { command, defaultCommand, globals, count } = tools;
  const paper = program.command('papers').description('papers of a seller and their ends');
  defaultCommand(paper, 'show', 'which are here, which are missing, which end soon')
    .requiredOption('--account <id>', 'account', count)
    .action((own: GlobalOptions & { account: number }) =>
      runCommand(globals(own), (run) => papers.runPapersShow(run, own.account)),
    );
  command(paper, 'save <kind>', 'what is known of one paper, for example business_license')
    .requiredOption('--account <id>', 'account', count)
    .option('--document <id>', 'the document that it is; "none" leaves that to the archive')
    .option('--number <text>', 'the number on it')
    .option('--issued <date>', 'YYYY-MM-DD, or "none"')
    .option('--expires <date>', 'YYYY-MM-DD, or "none"')
    .option('--endless', 'it never ends')
    .option('--note <text>')
    .action((kind: string, own: GlobalOptions & papers.PaperOptions) =>
      runCommand(globals(own), (run) => papers.runPapersSave(run, kind, own)),
    );
}
