// The command line: which commands are there, and what do they take? Each command's work is in its own file.
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Language } from '../domain/errors.ts';
import { runAccountList, runAccountSet } from './account.ts';
import { runBackup, runRestore } from './backup.ts';
import * as cases from './case.ts';
import { chooseLanguage, EXIT, type GlobalOptions, runCommand } from './command-line.ts';
import { type CorrectOptions, runCorrect } from './correct.ts';
import { runClock, runDeadlines } from './deadlines.ts';
import { runDemo } from './demo.ts';
import { addDeskCommands } from './desk-commands.ts';
import { runDoctor } from './doctor.ts';
import { runFfmpegCommand } from './ffmpeg.ts';
import { runFoldersAdd, runFoldersList, runFoldersRemove } from './folders.ts';
import { runIndex, runWatch } from './index-folders.ts';
import { runInspect } from './inspect.ts';
import { type PackCommand, runPack } from './pack.ts';
import { runSearch } from './search.ts';
import { runShow } from './show.ts';
import { speakHelp } from './speak-help.ts';
import { runVerify } from './verify.ts';
import { addWeeklyCommands } from './weekly-commands.ts';

export const program = new Command('casebinder')
  .description('离线证据档案与案件追踪 · Offline evidence archive and case tracker for Amazon sellers')
  .option('--archive <dir>', 'archive folder (or CASEBINDER_ARCHIVE; default: the user-data folder)')
  .option('--lang <language>', 'zh-CN or en')
  .option('--json', 'one JSON document on stdout, nothing else')
  // Options behind a command belong to the command: `verify --archive` means something else than `--archive DIR`.
  .enablePositionalOptions()
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) });

/** Global options may stand before or after the command. */
function command(parent: Command, usage: string, description: string): Command {
  return parent
    .command(usage)
    .description(description)
    .option('--archive <dir>', 'archive folder')
    .option('--lang <language>', 'zh-CN or en')
    .option('--json', 'one JSON document on stdout')
    .exitOverride();
}

function globals(own: GlobalOptions): GlobalOptions {
  return { ...program.opts<GlobalOptions>(), ...own };
}

const collect = (value: string, before: string[]): string[] => [
  ...before,
  ...value
    .split(/[,，]/)
    .map((v) => v.trim())
    .filter((v) => v !== ''),
];
const count = (value: string): number => {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('a whole number is needed');
  return number;
};

const folders = program.command('folders').description('watched folders');
command(folders, 'add <dir>', 'watch a folder; it is only ever read')
  .option('--keep-copies', 'keep a safe copy of every file')
  .action((dir: string, own: GlobalOptions & { keepCopies?: boolean }) =>
    runCommand(globals(own), (run) => runFoldersAdd(run, dir, own.keepCopies === true)),
  );
command(folders, 'list', 'what is watched').action((own: GlobalOptions) =>
  runCommand(globals(own), runFoldersList),
);
command(folders, 'remove <id>', 'stop watching; what is known is kept').action(
  (id: string, own: GlobalOptions) => runCommand(globals(own), (run) => runFoldersRemove(run, count(id))),
);

command(program, 'index', 'reconcile all folders and work until nothing is pending')
  .option('--no-ocr', 'leave the recognition of pictures for later')
  .action((own: GlobalOptions & { ocr: boolean }) =>
    runCommand(globals(own), (run) => runIndex(run, own.ocr)),
  );
command(program, 'watch', 'the same, staying on; a line per document as it becomes searchable')
  .option('--no-ocr', 'leave the recognition of pictures for later')
  .action((own: GlobalOptions & { ocr: boolean }) =>
    runCommand(globals(own), (run) => runWatch(run, own.ocr)),
  );
command(program, 'inspect <files...>', 'read and recognise without storing')
  .option('--no-ocr', 'leave pictures and scans unread')
  .action((files: string[], own: GlobalOptions & { ocr: boolean }) =>
    runCommand(globals(own), (run) => runInspect(run, files, own.ocr)),
  );
command(program, 'search <query...>', 'find documents')
  .option('--limit <n>', 'how many', count, 20)
  .option('--offset <n>', 'from which on', count, 0)
  .action((query: string[], own: GlobalOptions & { limit: number; offset: number }) =>
    runCommand(globals(own), (run) => runSearch(run, query.join(' '), own.limit, own.offset)),
  );
command(
  program,
  'show <id>',
  'everything known about a document, order, ASIN, tracking number or case',
).action((id: string, own: GlobalOptions) => runCommand(globals(own), (run) => runShow(run, id)));

command(program, 'correct <ids...>', 'say what documents are; recognition follows and learns from it')
  .option('--kind <slug>', 'kind, for example supplier_invoice')
  .option('--title <text>')
  .option('--date <date>', 'YYYY-MM-DD, or "none"')
  .option('--identifier <type:value>', 'an identifier that it carries (repeatable)', collect, [])
  .option('--not-identifier <type:value>', 'an identifier that was wrongly found (repeatable)', collect, [])
  .option('--problem <slug>', 'a problem type that it can serve (repeatable; replaces the list)', collect, [])
  .option('--confirm', 'what was recognised is right')
  .option('--undo', 'the numbers are corrections to take back')
  .action((ids: string[], own: GlobalOptions & CorrectOptions) =>
    runCommand(globals(own), (run) => runCorrect(run, ids.map(count), own)),
  );

const account = program.command('account').description('the seller');
command(account, 'set', 'create or change an account')
  .option('--id <n>', 'account to change', count)
  .option('--name <name>')
  .option('--legal-name-zh <name>')
  .option('--legal-name-en <name>')
  .option('--address-zh <text>')
  .option('--address-en <text>')
  .option('--email <address>')
  .option('--uscc <code>')
  .option('--seller-id <id>')
  .option('--store <name>', 'store name (repeatable)', collect, [])
  .option('--marketplace <code>', 'marketplace code (repeatable)', collect, [])
  .action((own: GlobalOptions & Record<string, unknown>) =>
    runCommand(globals(own), (run) => runAccountSet(run, own)),
  );
command(account, 'list', 'all accounts').action((own: GlobalOptions) =>
  runCommand(globals(own), runAccountList),
);

const caseCommand = program.command('case').description('the case desk');
command(caseCommand, 'open', 'open a case')
  .requiredOption('--problem <slug>', 'problem type')
  .option('--case-id <number>', "Amazon's Case ID")
  .option('--complaint-id <number>', 'complaint ID of an IP notice')
  .option('--marketplace <code>', 'US, UK, DE, JP …')
  .option('--account <id>', 'account', count)
  .option('--channel <slug>', 'where it is filed')
  .option('--title <text>')
  .option('--order <id>', 'order (repeatable)', collect, [])
  .option('--asin <id>', 'ASIN (repeatable)', collect, [])
  .option('--shipment <id>', 'FBA shipment (repeatable)', collect, [])
  .option('--tracking <number>', 'tracking number (repeatable)', collect, [])
  .option('--notified <date>', 'day of the notice, YYYY-MM-DD')
  .option('--amount <money>', 'money at stake, for example 1250.00USD')
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
command(caseCommand, 'note <case> <text...>', 'add to the timeline')
  .option('--kind <kind>', 'note, amazon_message, own_message, info_request …', 'note')
  .option('--at <time>', 'when it happened (ISO)')
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
    ) => runCommand(globals(own), (run) => cases.runCaseNote(run, which, text.join(' '), own)),
  );
command(caseCommand, 'attach <case> [documents...]', 'make documents exhibits')
  .option('--suggested', 'the best suggestion of every open checklist row')
  .option('--caption <text>')
  .action(
    (which: string, documents: string[], own: GlobalOptions & { suggested?: boolean; caption?: string }) =>
      runCommand(globals(own), (run) => cases.runCaseAttach(run, which, documents, own)),
  );
command(caseCommand, 'detach <case> <exhibits...>', 'take exhibits out (E01 …)').action(
  (which: string, exhibits: string[], own: GlobalOptions) =>
    runCommand(globals(own), (run) => cases.runCaseDetach(run, which, exhibits)),
);
command(caseCommand, 'order <case> <exhibits...>', 'put exhibits into this order (E03 E01 …)').action(
  (which: string, exhibits: string[], own: GlobalOptions) =>
    runCommand(globals(own), (run) => cases.runCaseOrder(run, which, exhibits)),
);
command(
  caseCommand,
  'status <case> <status>',
  'draft submitted waiting reply_needed won lost partial withdrawn expired closed',
)
  .option('--note <text>')
  .action((which: string, status: string, own: GlobalOptions & { note?: string }) =>
    runCommand(globals(own), (run) => cases.runCaseStatus(run, which, status, own.note)),
  );
command(caseCommand, 'statement <case>', 'show, compose or set the text')
  .option('--compose', 'a fresh draft from the facts, stored')
  .option('--form <form>', 'case, appeal, appeal_in_error, follow_up, technical, claim_response')
  .option('--file <path>', 'take the English text from a file')
  .action((which: string, own: GlobalOptions & { compose?: boolean; form?: string; file?: string }) =>
    runCommand(globals(own), (run) => cases.runCaseStatement(run, which, own)),
  );
command(caseCommand, 'submit <case>', 'freeze what was sent to Amazon')
  .option('--case-id <number>', 'the Case ID that Amazon gave')
  .option('--by <name>', 'who submitted', '')
  .option('--prepared-by <name>', 'who prepared', '')
  .option('--confirm-true', 'I checked: everything in text and attachments is true')
  .action(
    (
      which: string,
      own: GlobalOptions & { caseId?: string; by: string; preparedBy: string; confirmTrue?: boolean },
    ) => runCommand(globals(own), (run) => cases.runCaseSubmit(run, which, own)),
  );

addWeeklyCommands(program, { command, globals, collect, count });
addDeskCommands(program, caseCommand, { command, globals, collect, count });
command(program, 'pack <case>', 'build an evidence pack')
  .requiredOption('--out <dir>', 'folder that gets the pack')
  .option('--channel <slug>', 'whose attachment rules apply')
  .option('--zip', 'also one ZIP file')
  .option('--for <variant>', 'amazon, consultant (names, addresses and prices covered) or internal', 'amazon')
  .option('--recipient <name>', 'consultant who gets it (watermark)')
  .option('--include <label>', 'exhibit with personal data that is to travel (repeatable): E04', collect, [])
  .option('--confirm-truth <name>', 'who confirms that the statement is true and nothing was altered')
  .option('--downscale', 'photos over the limit may be made smaller (copies)')
  .option('--no-convert', 'no JPG copies of files that the channel refuses')
  .option('--no-split', 'PDFs over the limit are not cut into parts (copies)')
  .option('--cover <words>', 'further words to cover for a consultant (repeatable)', collect, [])
  .option('--volume-mb <size>', 'split into volumes of this many megabytes')
  .option('--edition <number>', 'build this earlier edition again, byte for byte')
  .option('--check', 'only list what the channel would object to; nothing is written')
  .action((which: string, own: GlobalOptions & PackCommand) =>
    runCommand(globals(own), (run) => runPack(run, which, own)),
  );
program
  .command('verify [path]')
  .description('check a pack (folder or ZIP), or the archive itself with --archive')
  .option('--archive [dir]', 'without a path: check the archive; with a path: which archive to use')
  .option('--lang <language>', 'zh-CN or en')
  .option('--json', 'one JSON document on stdout')
  .option('--full', 'the archive: hash every original too')
  .exitOverride()
  .action(
    (
      path: string | undefined,
      own: Omit<GlobalOptions, 'archive'> & { archive?: string | true; full?: boolean },
    ) => {
      const { archive, ...rest } = own;
      return runCommand(globals({ ...rest, ...(typeof archive === 'string' ? { archive } : {}) }), (run) =>
        runVerify(run, path, own.full === true),
      );
    },
  );
command(program, 'clock', 'support hours now')
  .option('--at <time>', 'another instant (ISO)')
  .action((own: GlobalOptions & { at?: string }) => runCommand(globals(own), (run) => runClock(run, own.at)));
command(program, 'deadlines', 'what is due')
  .option('--ics <file>', 'also write a calendar file')
  .action((own: GlobalOptions & { ics?: string }) =>
    runCommand(globals(own), (run) => runDeadlines(run, own.ics)),
  );
command(program, 'backup <dir>', 'a backup that opens alone').action((dir: string, own: GlobalOptions) =>
  runCommand(globals(own), (run) => runBackup(run, dir)),
);
command(program, 'restore <dir>', 'put a backup in place; what was there is kept').action(
  (dir: string, own: GlobalOptions) => runCommand(globals(own), (run) => runRestore(run, dir)),
);
command(program, 'serve', 'browser mode')
  .option('--port <n>', 'port', count)
  .option('--open', 'open the browser')
  .action((own: GlobalOptions & { port?: number; open?: boolean }) =>
    runCommand(globals(own), async (run) => {
      // The HTTP server is a tenth of what is loaded at a start, and no other command needs it.
      const { runServe } = await import('./serve.ts');
      return runServe(run, own);
    }),
  );
command(program, 'demo', 'a sample seller: built, indexed, a case opened, its pack built and verified')
  .option('--dir <dir>', 'where (default: a new folder in the temporary folder)')
  .action((own: GlobalOptions & { dir?: string }) =>
    runCommand(globals(own), (run) => runDemo(run, own.dir)),
  );
command(program, 'ffmpeg [path]', 'which ffmpeg takes frames out of videos; name another one')
  .option('--forget', 'use whatever is on PATH again')
  .action((path: string | undefined, own: GlobalOptions & { forget?: boolean }) =>
    runCommand(globals(own), (run) => runFfmpegCommand(run, path, own.forget === true)),
  );
command(program, 'doctor', 'environment and archive health').action((own: GlobalOptions) =>
  runCommand(globals(own), runDoctor),
);

/** The language of the help, which is shown before any option is read; a wrong one is refused by the command itself. */
function readLanguage(argv: readonly string[]): Language {
  const wanted = argv[argv.indexOf('--lang') + 1];
  return chooseLanguage(
    argv.includes('--lang') && (wanted === 'en' || wanted === 'zh-CN') ? wanted : undefined,
  );
}

/** Runs the command that `argv` names; sets the exit code of the process. */
export async function runProgram(argv: readonly string[]): Promise<void> {
  speakHelp(program, readLanguage(argv));
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : EXIT.usage;
    if (error.exitCode !== 0 && argv.includes('--json')) {
      const told = { code: 'USAGE', message: error.message, hint: 'casebinder --help' };
      process.stdout.write(`${JSON.stringify({ error: told }, null, 2)}\n`);
    }
  }
}
