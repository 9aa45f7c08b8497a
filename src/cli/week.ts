// week show | close | list: the weekly ritual in words.
import type { CommandRun } from './command-line.ts';
import { EXIT } from './command-line.ts';

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
    for (const order of orders.orders.slice(0, 10))
      run.say(`  ${order.orderId}  ${order.missing.map((group) => run.text(`group_${group}`)).join(', ')}`);
    run.say(run.text('weekDue', { total: view.casesDue.length }));
    for (const due of view.casesDue.slice(0, 10))
      run.say(
        `  ${new Date(due.closesAtMs ?? 0).toISOString().slice(0, 16)}Z  ${due.state}  ${due.caseNumber}  ${due.ruleId}`,
      );
    run.say(run.text('weekHealth', { due: view.health.filter((store) => store.state === 'due').length }));
    for (const store of view.health)
      run.say(`  ${store.accountName}  ${store.marketplace}  ${run.text(`health_${store.state}`)}`);
    run.say(run.text('weekExpiring', { total: view.expiring.length }));
    for (const paper of view.expiring.slice(0, 10))
      run.say(`  ${paper.expiresOn}  ${paper.document.kind}  ${paper.document.fileName}`);
    run.say(run.text('weekClaims', { total: view.claims.total }));
    for (const claim of view.claims.claims.slice(0, 10))
      run.say(
        `  ${claim.problem}  ${claim.marketplace}  ${claim.orderId ?? claim.fnsku ?? ''} ×${claim.quantity}  ${day(claim.opensAtMs)} – ${day(claim.closesAtMs)}`,
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
  if (!run.json && receipt !== null) {
    run.say(run.text(receipt.ok ? 'weekCloseOk' : 'weekCloseProblems', { week: receipt.week }));
    run.say(run.text('weekHead', { sequence: receipt.custody.sequence, head: receipt.custody.head }));
    if (receipt.previous?.isPrefix === false)
      run.say(run.text('weekPreviousBroken', { week: receipt.previous.week }));
    for (const problem of [...receipt.verification.problems, ...receipt.sample.changed].slice(0, 20))
      run.say(`  ${problem.code}  ${problem.path}`);
  }
  return { result: receipt, exitCode: receipt?.ok === false ? EXIT.withProblems : EXIT.done };
}

export async function runWeekList(run: CommandRun) {
  const weeks = await (await run.open()).caller.weekly.list();
  if (!run.json)
    for (const week of weeks)
      run.say(`${week.week}  ${week.ok ? '✓' : '!'}  ${week.closedAt}  ${week.custody.head.slice(0, 16)}`);
  return { result: { weeks } };
}

function day(atMs: number | null): string {
  return atMs === null ? '—' : new Date(atMs).toISOString().slice(0, 10);
}
