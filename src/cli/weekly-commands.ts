// Which commands belong to the week: import, report, health, week?
import type { Command } from 'commander';
import { type GlobalOptions, runCommand } from './command-line.ts';
import type { CommandTools } from './command-tools.ts';
import * as health from './health.ts';
import * as reports from './report.ts';
import * as weeks from './week.ts';

type HealthAddOptions = GlobalOptions & {
  marketplace: string;
  week?: string;
  account?: number;
  status?: string;
  set: string[];
  messagingWarning?: boolean;
  by?: string;
  notes?: string;
  skip?: string;
} & Record<string, unknown>;

const MAP =
  'for an unknown header: orderId, asin, sku, fnsku, trackingNumber, carrier, shipmentId, at, quantity (repeatable)';

export function addWeeklyCommands(program: Command, tools: CommandTools): void {
  addReportCommands(program, tools);
  addHealthCommands(program, tools);
  addWeekCommands(program, tools);
}

function addReportCommands(program: Command, tools: CommandTools): void {
  const { command, globals, gather, count } = tools;
  command(
    program,
    'import <files...>',
    'Amazon reports: orders, shipments, returns, reimbursements, ledger …',
  )
    .option('--map <role=column>', MAP, gather, [])
    .action((files: string[], own: GlobalOptions & { map: string[] }) =>
      runCommand(globals(own), (run) => reports.runImport(run, files, own.map)),
    );
  const report = program
    .command('report')
    .description('reports of Amazon: what lies ready, what was imported');
  command(report, 'offered', 'reports in watched folders that were not imported yet').action(
    (own: GlobalOptions) => runCommand(globals(own), reports.runReportOffered),
  );
  command(report, 'list', 'what was imported').action((own: GlobalOptions) =>
    runCommand(globals(own), reports.runReportList),
  );
  command(report, 'preview [file]', 'what a file is and how its columns would be read; nothing is stored')
    .option('--document <id>', 'a document of the archive instead')
    .option('--map <role=column>', MAP, gather, [])
    .action((file: string | undefined, own: GlobalOptions & { document?: string; map: string[] }) =>
      runCommand(globals(own), (run) => reports.runReportPreview(run, file, own)),
    );
  command(
    report,
    'import <documents...>',
    'import documents of the archive by number (files on disk: casebinder import); "all" takes every offered one',
  )
    .option('--map <role=column>', MAP, gather, [])
    .action((documents: string[], own: GlobalOptions & { map: string[] }) =>
      runCommand(globals(own), (run) => reports.runReportImport(run, documents, own.map)),
    );
  command(report, 'rows <value>', 'imported rows about an order, ASIN, shipment or tracking number')
    .option('--limit <n>', 'how many', count, 50)
    .action((value: string, own: GlobalOptions & { limit: number }) =>
      runCommand(globals(own), (run) => reports.runReportRows(run, value, own.limit)),
    );
}

function addHealthCommands(program: Command, tools: CommandTools): void {
  const { command, globals, collect, count } = tools;
  const look = program.command('health').description('the weekly look at Account Health');
  const add = command(look, 'add', 'enter or correct one week of one marketplace; rates in percent')
    .requiredOption('--marketplace <code>', 'US, UK, DE, JP …')
    .option('--week <week>', '2026-W47 (default: this week)')
    .option('--account <id>', 'account', count)
    .option('--status <status>', 'normal, at_risk or deactivated')
    .option('--set <field=value>', 'any other value of the log (repeatable)', collect, [])
    .option('--messaging-warning', 'a messaging warning is shown')
    .option('--by <name>', 'who looked')
    .option('--notes <text>')
    .option('--skip <reason>', 'nothing was looked at this week, and why');
  for (const [name, field] of Object.entries(health.HEALTH_SHORT_OPTIONS))
    add.option(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} <value>`, field);
  add.action((own: HealthAddOptions) =>
    runCommand(globals(own), (run) =>
      health.runHealthAdd(run, { ...own, values: own as Readonly<Record<string, string | undefined>> }),
    ),
  );
  command(look, 'list', 'the log, with bands, changes and alerts')
    .option('--marketplace <code>')
    .option('--account <id>', 'account', count)
    .action((own: GlobalOptions & { marketplace?: string; account?: number }) =>
      runCommand(globals(own), (run) => health.runHealthList(run, own)),
    );
  command(look, 'due', 'stores that wait for their weekly look, and what the newest look warns of').action(
    (own: GlobalOptions) => runCommand(globals(own), health.runHealthDue),
  );
  command(look, 'fields', 'the values that --set takes')
    .option('--marketplace <code>')
    .action((own: GlobalOptions & { marketplace?: string }) =>
      runCommand(globals(own), (run) => health.runHealthFields(run, own)),
    );
  command(look, 'import <file>', "Amazon's seller performance report (JSON)")
    .option('--week <week>')
    .option('--account <id>', 'account', count)
    .action((file: string, own: GlobalOptions & { week?: string; account?: number }) =>
      runCommand(globals(own), (run) => health.runHealthImport(run, file, own)),
    );
}

function addWeekCommands(program: Command, tools: CommandTools): void {
  const { command, globals, count } = tools;
  const week = program.command('week').description('the weekly ritual');
  command(week, 'show', 'what came in, what is due, what is missing, what could be claimed')
    .option('--week <week>', '2026-W47 (default: this week)')
    .action((own: GlobalOptions & { week?: string }) =>
      runCommand(globals(own), (run) => weeks.runWeekShow(run, own.week)),
    );
  command(week, 'close', 'check, back up and write the receipt of the week')
    .option('--week <week>', '2026-W47 (default: this week)')
    .action((own: GlobalOptions & { week?: string }) =>
      runCommand(globals(own), (run) => weeks.runWeekClose(run, own.week)),
    );
  command(week, 'list', 'closed weeks').action((own: GlobalOptions) =>
    runCommand(globals(own), weeks.runWeekList),
  );
  command(week, 'receipt <week>', 'the receipt of a closed week')
    .option('--out <file>', 'write it as a file, .json or .pdf')
    .action((name: string, own: GlobalOptions & { out?: string }) =>
      runCommand(globals(own), (run) => weeks.runWeekReceipt(run, name, own.out)),
    );
  command(week, 'orders', 'orders whose evidence has a gap')
    .option('--days <n>', 'how far back', count, 60)
    .option('--limit <n>', 'how many', count, 200)
    .action((own: GlobalOptions & { days: number; limit: number }) =>
      runCommand(globals(own), (run) => weeks.runWeekOrders(run, own)),
    );
  command(week, 'reminder', 'when closing the week is due (Beijing time)')
    .option('--weekday <n>', 'another weekday from now on: 1 is Monday, 7 is Sunday', count)
    .option('--hour <n>', 'another hour from now on: 0 to 23', count)
    .action((own: GlobalOptions & { weekday?: number; hour?: number }) =>
      runCommand(globals(own), (run) => weeks.runWeekReminder(run, own)),
    );
}
