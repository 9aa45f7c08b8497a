// health add | list | import | due | fields: the weekly look at Account Health in words.
import { resolve } from 'node:path';
import { CasebinderError, fillTemplate } from '../domain/errors.ts';
import { HEALTH_FIELDS } from '../domain/health/health-fields.ts';
import { health as en } from '../i18n/en/health.ts';
import { health as zh } from '../i18n/zh-CN/health.ts';
import type { CommandRun } from './command-line.ts';
import { wordsOf } from './words.ts';

export interface HealthOptions {
  readonly marketplace: string;
  readonly week?: string;
  readonly account?: number;
  readonly status?: string;
  readonly by?: string;
  readonly notes?: string;
  readonly skip?: string;
  readonly messagingWarning?: boolean;
  /** field=value pairs. */
  readonly set: string[];
  /** Short options of the common fields; see SHORT. */
  readonly values: Readonly<Record<string, string | undefined>>;
}

/** Options for the values that are typed every week; all others go through --set field=value. */
export const HEALTH_SHORT_OPTIONS: Readonly<Record<string, string>> = {
  ahr: 'ahr_score',
  odr: 'odr_mfn_rate',
  odrFba: 'odr_afn_rate',
  lsr: 'lsr_30d',
  lsr10: 'lsr_10d',
  cr: 'cr_7d',
  vtr: 'vtr_30d',
  otdr: 'otdr_14d',
  idr: 'idr_7d',
  receivedIp: 'received_ip',
  suspectedIp: 'suspected_ip',
};

export async function runHealthAdd(run: CommandRun, own: HealthOptions) {
  const values: Record<string, number> = {};
  const put = (field: string, text: string): void => {
    if (!HEALTH_FIELDS.some((f) => f.id === field))
      throw new CasebinderError('INPUT_INVALID', {
        detail: `${field}; fields: ${HEALTH_FIELDS.map((f) => f.id).join(' ')}`,
      });
    const number = Number(text.replace(/%$/, '').trim());
    if (text.trim() === '' || !Number.isFinite(number))
      throw new CasebinderError('INPUT_INVALID', { detail: `${field} ${text}` });
    values[field] = number;
  };
  for (const [option, field] of Object.entries(HEALTH_SHORT_OPTIONS)) {
    const text = own.values[option];
    if (text !== undefined) put(field, text);
  }
  for (const pair of own.set) {
    const match = /^([a-z_0-9]+)\s*[=:]\s*(.+)$/.exec(pair);
    if (match === null) throw new CasebinderError('INPUT_INVALID', { detail: `--set ${pair}` });
    put(match[1] ?? '', match[2] ?? '');
  }
  const status = own.status?.toUpperCase();
  if (status !== undefined && status !== 'NORMAL' && status !== 'AT_RISK' && status !== 'DEACTIVATED')
    throw new CasebinderError('INPUT_INVALID', { detail: `status ${own.status}` });
  const row = await (await run.open()).caller.health.save({
    marketplace: own.marketplace,
    values,
    ...(own.week === undefined ? {} : { week: own.week }),
    ...(own.account === undefined ? {} : { accountId: own.account }),
    ...(status === undefined ? {} : { status }),
    ...(own.by === undefined ? {} : { checkedBy: own.by }),
    ...(own.notes === undefined ? {} : { notes: own.notes }),
    ...(own.skip === undefined ? {} : { skippedReason: own.skip }),
    ...(own.messagingWarning === undefined ? {} : { messagingWarning: own.messagingWarning }),
  });
  tellRow(run, row);
  return { result: row };
}

export async function runHealthList(run: CommandRun, own: { marketplace?: string; account?: number }) {
  const { caller } = await run.open();
  const entries = await caller.health.list({
    ...(own.marketplace === undefined ? {} : { marketplace: own.marketplace }),
    ...(own.account === undefined ? {} : { accountId: own.account }),
  });
  const due = await caller.health.due();
  for (const row of entries) tellRow(run, row);
  if (!run.json)
    for (const store of due.filter((d) => d.state === 'due'))
      run.say(run.text('healthDueLine', { account: store.accountName, marketplace: store.marketplace }));
  return { result: { entries, due } };
}

export async function runHealthImport(
  run: CommandRun,
  file: string,
  own: { week?: string; account?: number },
) {
  const door = await run.open();
  const entries = await door.caller.health.importReport({
    grant: door.grant(resolve(file), 'file'),
    ...(own.week === undefined ? {} : { week: own.week }),
    ...(own.account === undefined ? {} : { accountId: own.account }),
  });
  for (const row of entries) tellRow(run, row);
  return { result: { entries } };
}

/** Which stores wait for their weekly look, and what the newest look of each warns of. */
export async function runHealthDue(run: CommandRun) {
  const stores = await (await run.open()).caller.health.due();
  if (!run.json)
    for (const store of stores) {
      run.say(
        `${store.accountName}  ${store.marketplace}  ${run.text(`health_${store.state}`)}${store.skippedReason === undefined ? '' : `  (${store.skippedReason})`}`,
      );
      if (store.latest !== null) tellRow(run, store.latest);
    }
  const alerts = stores.flatMap((store) =>
    (store.latest?.assessment.alerts ?? []).map((alert) => ({
      accountId: Number(store.accountId),
      marketplace: store.marketplace,
      week: store.latest?.week ?? '',
      ...alert,
    })),
  );
  return { result: { stores, alerts } };
}

/** What `health add --set` takes for a marketplace, with Amazon's target and the early limit. */
export async function runHealthFields(run: CommandRun, own: { marketplace?: string }) {
  const { caller } = await run.open();
  const fields = await caller.health.fields(
    own.marketplace === undefined ? {} : { marketplace: own.marketplace },
  );
  if (!run.json) {
    const { pick } = wordsOf(run.language);
    for (const field of fields) run.say(`${field.id.padEnd(24)} ${pick(field.name)}`);
  }
  return { result: { fields } };
}

type Row = Awaited<ReturnType<Awaited<ReturnType<CommandRun['open']>>['caller']['health']['list']>>[number];

function tellRow(run: CommandRun, row: Row): void {
  if (run.json) return;
  const words: Readonly<Record<string, string>> = run.language === 'en' ? en : zh;
  const band = row.assessment.band === undefined ? '' : (words[`band.${row.assessment.band}`] ?? '');
  run.say(
    `${row.week}  ${row.accountName}  ${row.marketplace}  ${words[`light.${row.assessment.light}`] ?? ''}  ${band}${row.skippedReason === null ? '' : `  (${row.skippedReason})`}`,
  );
  for (const alert of row.assessment.alerts)
    run.say(`  ${fillTemplate(words[alert.reason.code] ?? alert.reason.code, alert.reason.params ?? {})}`);
  for (const delta of row.assessment.deltas.filter((d) => d.change !== 0))
    run.say(
      `  ${nameOfField(delta.field, run)}: ${delta.before} → ${delta.now} (${words[`trend.${delta.trend}`] ?? ''})`,
    );
}

function nameOfField(id: string, run: CommandRun): string {
  const field = HEALTH_FIELDS.find((one) => one.id === id);
  return field === undefined ? id : wordsOf(run.language).pick(field.name);
}
