// The command line: which commands are there, and what do they take? Each command's work is in its own file.
import { Command } from 'commander';
import type { Language } from '../domain/errors.ts';
import { runAccountList, runAccountSet } from './account.ts';
import { runBackup, runRestore } from './backup.ts';
import { addCaseCommands } from './case-commands.ts';
import { chooseLanguage, type GlobalOptions, runCommand } from './command-line.ts';
import { createCommandTools } from './command-tools.ts';
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
import { readId } from './read-values.ts';
import { runSearch } from './search.ts';
import { runShow } from './show.ts';
import { speakHelp } from './speak-help.ts';
import { runVerify } from './verify.ts';
import { addWeeklyCommands } from './weekly-commands.ts';
import { tellWrongUsage } from './wrong-usage.ts';

export const program = new Command('casebinder')
  .description('离线证据档案与案件追踪 · Offline evidence archive and case tracker for Amazon sellers')
  .option('--archive <dir>', 'archive folder (or CASEBINDER_ARCHIVE; default: the user-data folder)')
  .option('--lang <language>', 'zh-CN or en')
  .option('--json', 'one JSON document on stdout, nothing else')
  // Options behind a command belong to the command: `verify --archive` means something else than `--archive DIR`.
  .enablePositionalOptions()
  .exitOverride()
  // What is wrong with a command is told by wrong-usage.ts, in the person's language.
  .configureOutput({ writeErr: (text) => process.stderr.write(text), outputError: () => undefined });

const tools = createCommandTools(program);
const { command, globals, collect, count } = tools;

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
  (id: string, own: GlobalOptions) =>
    runCommand(globals(own), (run) => runFoldersRemove(run, readId(id, 'number'))),
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
  .option('--title <text>', 'title')
  .option('--date <date>', 'date to file it under: YYYY-MM-DD, or "none"')
  .option(
    '--dated <role:date>',
    'what happened on a date, for example issue:2026-03-05 (repeatable)',
    collect,
    [],
  )
  .option('--not-dated <role:date>', 'a date that was wrongly found (repeatable)', collect, [])
  .option('--amount <role:amount>', 'an amount, for example "total:1234.50 USD" (repeatable)', collect, [])
  .option('--not-amount <role:amount>', 'an amount that was wrongly found (repeatable)', collect, [])
  .option('--party <role:name>', 'who it is, for example "seller:Lumen Works Ltd" (repeatable)', collect, [])
  .option('--not-party <role:name>', 'a name that is no party (repeatable)', collect, [])
  .option(
    '--part <page:kind>',
    'a paper begins on this page: 1:supplier_invoice, 3:packing_list (repeatable)',
    collect,
    [],
  )
  .option('--one-paper', 'all pages are one paper')
  .option('--identifier <type:value>', 'an identifier that it carries (repeatable)', collect, [])
  .option('--not-identifier <type:value>', 'an identifier that was wrongly found (repeatable)', collect, [])
  .option('--problem <slug>', 'a problem type that it can serve (repeatable; replaces the list)', collect, [])
  .option('--confirm', 'what was recognised is right')
  .option('--undo', 'the numbers are corrections to take back')
  .action((ids: string[], own: GlobalOptions & CorrectOptions) =>
    runCommand(globals(own), (run) =>
      runCorrect(
        run,
        ids.map((text) => readId(text, 'document')),
        own,
      ),
    ),
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
  .option('--phone <number>')
  .option('--entity <type>', 'company, individual_business or individual')
  .option('--plan <plan>', 'professional or individual')
  .option('--verified', "Amazon's identity verification is done")
  .option('--no-verified', 'it is not done')
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

const caseCommand = addCaseCommands(program, tools);
addWeeklyCommands(program, tools);
addDeskCommands(program, caseCommand, tools);
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
  const wanted = argv.flatMap((arg, index) =>
    arg === '--lang' ? [argv[index + 1]] : arg.startsWith('--lang=') ? [arg.slice(7)] : [],
  )[0];
  return chooseLanguage(wanted === 'en' || wanted === 'zh-CN' ? wanted : undefined);
}

/** Runs the command that `argv` names; sets the exit code of the process. */
export async function runProgram(argv: readonly string[]): Promise<void> {
  const language = readLanguage(argv);
  speakHelp(program, language);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = tellWrongUsage(error, language, argv.includes('--json'));
  }
}
