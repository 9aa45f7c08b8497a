// week show | close | list | receipt | orders | reminder: the weekly ritual in words.
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CasebinderError } from '../domain/errors.ts';
import { type CommandRun, EXIT } from './command-line.ts';
import { describeDeadline } from './tell-case.ts';
import { wordsOf } from './words.ts';

export async function runWeekShow(run: CommandRun, week: string | undefined) {
  const view = await (await run.open()).caller.weekly.show(week === undefined ? {} : { week });
  if (!run.json) {
    run.say(run.text('weekTitle', { week: view.week, firstDay: view.firstDay, lastDay: view.lastDay }));
    run.say(
      run.text(view.receipt === null ? 'weekOpen' : 'weekClosed', { at: view.receipt?.closedAt ?? '' }),
    );
    run.say(run.text('weekArrived', { documents: view.arrived.documents, orders: view.arrived.ordersTotal }));
    run.say(run.text('weekUnsorted', { total: view.unsorted.total }));
    const orders = view.ordersWithoutEvidence;
    run.say(run.text('weekOrders', { total: orders.total, checked: orders.checked }));
    for (const order of orders.orders.slice(0, 10)) tellOrder(run, order);
    run.say(run.text('weekDue', { total: view.casesDue.length }));
    const words = wordsOf(run.language);
    for (const due of view.casesDue.slice(0, 10))
      run.say(`  ${due.caseNumber}  ${describeDeadline(due, words)}`);
    run.say(run.text('weekHealth', { due: view.health.filter((store) => store.state === 'due').length }));
    for (const store of view.health)
      run.say(`  ${store.accountName}  ${store.marketplace}  ${run.text(`health_${store.state}`)}`);
    run.say(run.text('weekExpiring', { total: view.expiring.length }));
    for (const paper of view.expiring.slice(0, 10))
      run.say(`  ${paper.expiresOn}  ${words.kind(paper.document.kind)}  ${paper.document.fileName}`);
    run.say(run.text('weekClaims', { total: view.claims.total }));
    for (const claim of view.claims.claims.slice(0, 10))
      run.say(
        `  ${words.pick(claim.problemName)}  ${claim.marketplace}  ${claim.orderId ?? claim.fnsku ?? ''} ×${claim.quantity}  ${day(claim.opensAtMs)} – ${day(claim.closesAtMs)}`,
      );
  }
  return { result: view };
}

export async function runWeekClose(run: CommandRun, week: string | undefined) {
  const door = await run.open();
  const { jobId } = await door.caller.weekly.close(week === undefined ? {} : { week });
  const job = await door.waitForJob(jobId, {
    signal: run.signal,
    onProgress: (p) => run.progress(run.text('progressWeek'), p.done, p.total),
  });
  const receipt = await door.caller.weekly.receipt({ week: String(job.result?.['week'] ?? '') });
  if (receipt !== null) tellReceipt(run, receipt);
  return { result: receipt, exitCode: receipt?.ok === false ? EXIT.withProblems : EXIT.done };
}

export async function runWeekList(run: CommandRun) {
  const weeks = await (await run.open()).caller.weekly.list();
  if (!run.json)
    for (const week of weeks)
      run.say(`${week.week}  ${week.ok ? '✓' : '!'}  ${week.closedAt}  ${week.custody.head.slice(0, 16)}`);
  return { result: { weeks } };
}

/** The receipt of a closed week as a file: JSON, or PDF by the name of the file. */
export async function runWeekReceipt(run: CommandRun, week: string, out: string | undefined) {
  const { caller } = await run.open();
  const receipt = await caller.weekly.receipt({ week });
  if (receipt === null) throw new CasebinderError('NOT_FOUND', { what: `receipt ${week}` });
  if (out === undefined) {
    tellReceipt(run, receipt);
    return { result: receipt };
  }
  const path = resolve(out);
  if (existsSync(path)) throw new CasebinderError('INPUT_INVALID', { detail: `${path} exists` });
  const format = /\.pdf$/i.test(path) ? 'pdf' : 'json';
  const file = await caller.weekly.receiptFile({ week, format });
  writeFileSync(path, Buffer.from(file.base64, 'base64'));
  run.say(path);
  return { result: { week, format, receipt: path } };
}

type Receipt = NonNullable<
  Awaited<ReturnType<Awaited<ReturnType<CommandRun['open']>>['caller']['weekly']['receipt']>>
>;

function tellReceipt(run: CommandRun, receipt: Receipt): void {
  if (run.json) return;
  run.say(run.text(receipt.ok ? 'weekCloseOk' : 'weekCloseProblems', { week: receipt.week }));
  run.say(run.text('weekHead', { sequence: receipt.custody.sequence, head: receipt.custody.head }));
  if (receipt.previous?.isPrefix === false)
    run.say(run.text('weekPreviousBroken', { week: receipt.previous.week }));
  for (const problem of [...receipt.verification.problems, ...receipt.sample.changed].slice(0, 20))
    run.say(`  ${problem.code}  ${problem.path}`);
}

/** Orders whose evidence has a gap, over more days than the week shows. */
export async function runWeekOrders(run: CommandRun, own: { days: number; limit: number }) {
  const found = await (await run.open()).caller.weekly.orders({ days: own.days, limit: own.limit });
  if (!run.json) {
    run.say(run.text('weekOrders', { total: found.total, checked: found.checked }));
    for (const order of found.orders) tellOrder(run, order);
    if (found.total > found.orders.length)
      run.say(`  ${run.text('andMore', { count: found.total - found.orders.length })}`);
  }
  return { result: found };
}

type OrderGap = Awaited<
  ReturnType<Awaited<ReturnType<CommandRun['open']>>['caller']['weekly']['orders']>
>['orders'][number];

function tellOrder(run: CommandRun, order: OrderGap): void {
  const missing = order.missing.map((group) => run.text(`group_${group}`)).join(', ');
  run.say(`  ${order.orderId}  ${day(order.atMs)}  ${run.text('missing')}: ${missing}`);
}

/** When closing the week is due; another weekday or hour is kept. */
export async function runWeekReminder(run: CommandRun, own: { weekday?: number; hour?: number }) {
  const { caller } = await run.open();
  if (own.weekday !== undefined && (own.weekday < 1 || own.weekday > 7))
    throw new CasebinderError('INPUT_INVALID', { detail: `weekday ${own.weekday} (1–7)` });
  if (own.hour !== undefined && own.hour > 23)
    throw new CasebinderError('INPUT_INVALID', { detail: `hour ${own.hour} (0–23)` });
  if (own.weekday !== undefined)
    await caller.settings.set({ key: 'reminder_weekday', value: String(own.weekday) });
  if (own.hour !== undefined) await caller.settings.set({ key: 'reminder_hour', value: String(own.hour) });
  const reminder = await caller.weekly.reminder();
  run.say(
    run.text(reminder.due ? 'weekReminderDue' : 'weekReminder', {
      week: reminder.week,
      at: wordsOf(run.language).moment(reminder.remindAtMs),
    }),
  );
  return { result: reminder };
}

function day(atMs: number | null): string {
  return atMs === null ? '—' : new Date(atMs).toISOString().slice(0, 10);
}
