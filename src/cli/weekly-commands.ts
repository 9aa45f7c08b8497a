// Which commands belong to the week: import, health, week?
import type { Command } from 'commander';
import { type GlobalOptions, runCommand } from './command-line.ts';
import { HEALTH_SHORT_OPTIONS, runHealthAdd, runHealthImport, runHealthList } from './health.ts';
import { runImport } from './import.ts';
import { runWeekClose, runWeekList, runWeekShow } from './week.ts';

/** What the program lends: how a command is made, and how its options are read. */
export interface CommandTools {
  command(parent: Command, usage: string, description: string): Command;
  globals(own: GlobalOptions): GlobalOptions;
  collect(value: string, before: string[]): string[];
  count(value: string): number;
}

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

export function addWeeklyCommands(program: Command, tools: CommandTools): void {
  const { command, globals, collect, count } = tools;
  command(
    program,
    'import <files...>',
    'Amazon reports: orders, shipments, returns, reimbursements, ledger …',
  )
    .option(
      '--map <role=column>',
      'for an unknown header: orderId, asin, sku, fnsku, trackingNumber, carrier, shipmentId, at, quantity (repeatable)',
      (value: string, before: string[]) => [...before, value],
      [],
    )
    .action((files: string[], own: GlobalOptions & { map: string[] }) =>
      runCommand(globals(own), (run) => runImport(run, files, own.map)),
    );
  const health = program.command('health').description('the weekly look at Account Health');
  const add = command(health, 'add', 'enter or correct one week of one marketplace; rates in percent')
    .requiredOption('--marketplace <code>', 'US, UK, DE, JP …')
    .option('--week <week>', '2026-W47 (default: this week)')
    .option('--account <id>', 'account', count)
    .option('--status <status>', 'normal, at_risk or deactivated')
    .option('--set <field=value>', 'any other value of the log (repeatable)', collect, [])
    .option('--messaging-warning', 'a messaging warning is shown')
    .option('--by <name>', 'who looked')
    .option('--notes <text>')
    .option('--skip <reason>', 'nothing was looked at this week, and why');
  for (const [name, field] of Object.entries(HEALTH_SHORT_OPTIONS))
    add.option(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} <value>`, field);
  add.action((own: HealthAddOptions) =>
    runCommand(globals(own), (run) =>
      runHealthAdd(run, { ...own, values: own as Readonly<Record<string, string | undefined>> }),
    ),
  );
  command(health, 'list', 'the log, with bands, changes and alerts')
    .option('--marketplace <code>')
    .option('--account <id>', 'account', count)
    .action((own: GlobalOptions & { marketplace?: string; account?: number }) =>
      runCommand(globals(own), (run) => runHealthList(run, own)),
    );
  command(health, 'import <file>', "Amazon's seller performance report (JSON)")
    .option('--week <week>')
    .option('--account <id>', 'account', count)
    .action((file: string, own: GlobalOptions & { week?: string; account?: number }) =>
      runCommand(globals(own), (run) => runHealthImport(run, file, own)),
    );

  const week = program.command('week').description('the weekly ritual');
  command(week, 'show', 'what came in, what is due, what is missing, what could be claimed')
    .option('--week <week>', '2026-W47 (default: this week)')
    .action((own: GlobalOptions & { week?: string }) =>
      runCommand(globals(own), (run) => runWeekShow(run, own.week)),
    );
  command(week, 'close', 'check, back up and write the receipt of the week')
    .option('--week <week>', '2026-W47 (default: this week)')
    .action((own: GlobalOptions & { week?: string }) =>
      runCommand(globals(own), (run) => runWeekClose(run, own.week)),
    );
  command(week, 'list', 'closed weeks').action((own: GlobalOptions) => runCommand(globals(own), runWeekList));
}
