// Which commands belong to a case: from the questions before it is opened to what was sent?
import type { Command } from 'commander';
import * as cases from './case.ts';
import * as papers from './case-papers.ts';
import { type GlobalOptions, runCommand } from './command-line.ts';
import type { CommandTools } from './command-tools.ts';

const TIME = 'when (ISO; without a zone it is Beijing time)';

export function addCaseCommands(program: Command, tools: CommandTools): Command {
  const { command, globals, collect, count } = tools;
  const caseCommand = program.command('case').description('the case desk');
  /** What a case is about, in the same words for each command that takes it. */
  const addSubjects = (to: Command): Command =>
    to
      .option('--order <id>', 'order (repeatable)', collect, [])
      .option('--asin <id>', 'ASIN (repeatable)', collect, [])
      .option('--fnsku <id>', 'FNSKU (repeatable)', collect, [])
      .option('--shipment <id>', 'FBA shipment (repeatable)', collect, [])
      .option('--tracking <number>', 'tracking number (repeatable)', collect, []);
  const addDescription = (to: Command): Command =>
    addSubjects(
      to
        .requiredOption('--problem <slug>', 'problem type')
        .option('--case-id <number>', "Amazon's Case ID")
        .option('--complaint-id <number>', 'complaint ID of an IP notice')
        .option('--marketplace <code>', 'US, UK, DE, JP …')
        .option('--account <id>', 'account', count)
        .option('--channel <slug>', 'where it is filed')
        .option('--title <text>', 'title'),
    )
      .option('--notified <date>', 'day of the notice, YYYY-MM-DD')
      .option('--amount <money>', 'money at stake, for example 1250.00USD');

  addDescription(
    command(
      caseCommand,
      'pre-check',
      'before a case is opened: account, existing cases, right door, contacts',
    ),
  )
    .option('--category <slug>', 'the support category that would be chosen')
    .action((own: GlobalOptions & cases.OpenOptions) =>
      runCommand(globals(own), (run) => cases.runCasePreCheck(run, own)),
    );
  addDescription(command(caseCommand, 'open', 'open a case'))
    .option('--reason <text>', 'why a second case is opened')
    .option('--attach-suggested', 'attach the best evidence at once')
    .action((own: GlobalOptions & cases.OpenOptions) =>
      runCommand(globals(own), (run) => cases.runCaseOpen(run, own)),
    );
  command(caseCommand, 'list', 'all cases')
    .option('--open', 'only those that have not ended')
    .action((own: GlobalOptions & { open?: boolean }) =>
      runCommand(globals(own), (run) => cases.runCaseList(run, own.open === true)),
    );
  command(caseCommand, 'show <case>', 'everything about a case').action((which: string, own: GlobalOptions) =>
    runCommand(globals(own), (run) => cases.runCaseShow(run, which)),
  );
  command(caseCommand, 'check <case>', 'checklist, suggestions, text rules').action(
    (which: string, own: GlobalOptions) => runCommand(globals(own), (run) => cases.runCaseCheck(run, which)),
  );
  addSubjects(command(caseCommand, 'change <case>', 'correct what a case is about; "none" empties a field'))
    .option('--drop <value>', 'an order, ASIN or number that it is not about (repeatable)', collect, [])
    .option('--title <text>', 'title')
    .option('--case-id <number>', "Amazon's Case ID")
    .option('--complaint-id <number>', 'complaint ID of an IP notice')
    .option('--channel <slug>', 'where it is filed')
    .option('--marketplace <code>', 'US, UK, DE, JP …')
    .option('--notified <date>', 'day of the notice, YYYY-MM-DD')
    .option('--amount <money>', 'money at stake, for example 1250.00USD')
    .option('--revision <n>', 'refuse when somebody changed the case since this revision', count)
    .action((which: string, own: GlobalOptions & cases.ChangeOptions) =>
      runCommand(globals(own), (run) => cases.runCaseChange(run, which, own)),
    );
  command(caseCommand, 'note <case> <text...>', 'add to the timeline')
    .option('--kind <kind>', 'note, amazon_message, own_message, info_request …', 'note')
    .option('--at <time>', TIME)
    .option('--detail <text>', 'the whole text')
    .option('--due <date>', 'the deadline that the message names, YYYY-MM-DD')
    .option('--from <address>', 'who wrote it')
    .option('--decision <decision>', 'accepted, partial or rejected')
    .action(
      (
        which: string,
        text: string[],
        own: GlobalOptions & {
          kind: string;
          at?: string;
          detail?: string;
          due?: string;
          from?: string;
          decision?: string;
        },
      ) => runCommand(globals(own), (run) => papers.runCaseNote(run, which, text.join(' '), own)),
    );
  command(
    caseCommand,
    'note-remove <case> <entry>',
    'take an own note off the timeline (its number: case show)',
  )
    .option('--undo', 'bring it back')
    .action((which: string, entry: string, own: GlobalOptions & { undo?: boolean }) =>
      runCommand(globals(own), (run) => papers.runCaseNoteRemove(run, which, entry, own.undo === true)),
    );
  addExhibitCommands(caseCommand, tools);
  command(
    caseCommand,
    'status <case> <status>',
    'draft submitted waiting reply_needed won lost partial withdrawn expired closed',
  )
    .option('--note <text>')
    .option('--revision <n>', 'refuse when somebody changed the case since this revision', count)
    .action((which: string, status: string, own: GlobalOptions & { note?: string; revision?: number }) =>
      runCommand(globals(own), (run) => cases.runCaseStatus(run, which, status, own)),
    );
  command(caseCommand, 'statement <case>', 'show, compose or set the text')
    .option('--compose', 'a fresh draft from the facts, stored')
    .option('--form <form>', 'case, appeal, appeal_in_error, follow_up, technical, claim_response')
    .option('--subject <text>', 'the subject line')
    .option('--file <path>', 'take the English text from a file')
    .option('--file-zh <path>', "take the team's Chinese text from a file")
    .action(
      (
        which: string,
        own: GlobalOptions & {
          compose?: boolean;
          form?: string;
          file?: string;
          fileZh?: string;
          subject?: string;
        },
      ) => runCommand(globals(own), (run) => papers.runCaseStatement(run, which, own)),
    );
  command(caseCommand, 'submit <case>', 'freeze what was sent to Amazon')
    .option('--case-id <number>', 'the Case ID that Amazon gave')
    .option('--by <name>', 'who submitted', '')
    .option('--prepared-by <name>', 'who prepared', '')
    .option('--at <time>', TIME)
    .option('--pack <edition>', 'number of the edition that was sent', count)
    .option('--confirm-true', 'I checked: everything in text and attachments is true')
    .action((which: string, own: GlobalOptions & cases.SubmitOptions) =>
      runCommand(globals(own), (run) => cases.runCaseSubmit(run, which, own)),
    );
  return caseCommand;
}

function addExhibitCommands(caseCommand: Command, { command, globals }: CommandTools): void {
  command(caseCommand, 'attach <case> [documents...]', 'make documents exhibits')
    .option('--suggested', 'the best suggestion of every open checklist row')
    .option('--caption <text>')
    .option('--role <kind>', 'the checklist row that it serves; "none" leaves that to its kind')
    .action(
      (
        which: string,
        documents: string[],
        own: GlobalOptions & { suggested?: boolean; caption?: string; role?: string },
      ) => runCommand(globals(own), (run) => papers.runCaseAttach(run, which, documents, own)),
    );
  command(caseCommand, 'detach <case> <exhibits...>', 'take exhibits out (E01 …)').action(
    (which: string, exhibits: string[], own: GlobalOptions) =>
      runCommand(globals(own), (run) => papers.runCaseDetach(run, which, exhibits)),
  );
  command(caseCommand, 'order <case> <exhibits...>', 'put exhibits into this order (E03 E01 …)').action(
    (which: string, exhibits: string[], own: GlobalOptions) =>
      runCommand(globals(own), (run) => papers.runCaseOrder(run, which, exhibits)),
  );
  command(
    caseCommand,
    'exhibit <case> <exhibit>',
    'caption of an exhibit and the checklist row that it serves',
  )
    .option('--caption <text>')
    .option('--role <kind>', 'the checklist row that it serves; "none" leaves that to its kind')
    .action((which: string, exhibit: string, own: GlobalOptions & { caption?: string; role?: string }) =>
      runCommand(globals(own), (run) => papers.runCaseExhibit(run, which, exhibit, own)),
    );
}
