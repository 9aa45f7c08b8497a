// contact remove | call | called, case work | precedents | statistics | deadline: the desk's book, as the app keeps it.
import { CasebinderError } from '../domain/errors.ts';
import type { CommandRun } from './command-line.ts';

export async function runContactRemove(run: CommandRun, id: number) {
  const { caller } = await run.open();
  return { result: { contacts: await caller.contacts.remove({ id }) } };
}

export async function runCallPlan(
  run: CommandRun,
  own: { account: number; at: string; case?: string; subject?: string },
) {
  const { caller } = await run.open();
  const calls = await caller.contacts.planCall({
    accountId: own.account,
    atMs: readTime(own.at),
    ...(own.case === undefined ? {} : { case: own.case }),
    ...(own.subject === undefined ? {} : { subject: own.subject }),
  });
  return { result: { calls } };
}

export async function runCallFinish(run: CommandRun, id: number, own: { outcome?: string; waited?: number }) {
  const { caller } = await run.open();
  const calls = await caller.contacts.finishCall({
    id,
    outcome: own.outcome ?? '',
    waitMinutes: own.waited ?? null,
  });
  return { result: { calls } };
}

export async function runCaseWork(
  run: CommandRun,
  which: string,
  own: { assignee?: string; language?: string; minutes?: number },
) {
  const { caller } = await run.open();
  const detail = await caller.work.change({
    case: which,
    ...(own.assignee === undefined ? {} : { assignee: own.assignee }),
    ...(own.language === undefined ? {} : { language: own.language }),
    ...(own.minutes === undefined ? {} : { addMinutes: own.minutes }),
  });
  const { number, assignee, workLanguage, workMinutes } = detail;
  run.say(`${number}  ${assignee}  ${workLanguage}  ${workMinutes} min`);
  return { result: { case: number, assignee, workLanguage, workMinutes } };
}

export async function runCasePrecedents(run: CommandRun, which: string) {
  const { caller } = await run.open();
  const precedents = await caller.work.precedents({ case: which });
  for (const row of precedents)
    run.say(`${row.number}  ${row.status}  ${row.marketplace}  ×${row.roundTrips}`);
  return { result: { precedents } };
}

export async function runCaseStatistics(run: CommandRun, problem: string | undefined) {
  const { caller } = await run.open();
  const statistics = await caller.cases.statistics(problem === undefined ? {} : { problem });
  if (!run.json) run.say(JSON.stringify(statistics.all, null, 2));
  return { result: statistics };
}

export async function runCaseDeadline(
  run: CommandRun,
  which: string,
  ruleId: string,
  own: { closes?: string; takeBack?: boolean; reason?: string },
) {
  if ((own.closes === undefined) === (own.takeBack !== true))
    throw new CasebinderError('USAGE', { detail: 'case deadline <case> <rule> --closes TIME | --take-back' });
  const { caller } = await run.open();
  const { deadlines } = await caller.cases.overrideDeadline({
    case: which,
    ruleId,
    closesAtMs: own.closes === undefined ? null : readTime(own.closes),
    reason: own.reason ?? '',
  });
  return { result: { deadlines } };
}

function readTime(text: string): number {
  const atMs = Date.parse(text);
  if (Number.isNaN(atMs)) throw new CasebinderError('INPUT_INVALID', { detail: `time ${text}` });
  return atMs;
}
