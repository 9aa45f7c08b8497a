// case work | precedents | statistics | deadline | docx: who works on a case, what others taught, and one deadline of it.
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CasebinderError } from '../domain/errors.ts';
import type { CommandRun } from './command-line.ts';
import { readTime } from './read-values.ts';
import { describeDeadline } from './tell-case.ts';
import { wordsOf } from './words.ts';

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
  run.say(run.text('caseWork', { case: number, assignee, language: workLanguage, minutes: workMinutes }));
  return { result: { case: number, assignee, workLanguage, workMinutes } };
}

export async function runCasePrecedents(run: CommandRun, which: string) {
  const { caller } = await run.open();
  const precedents = await caller.work.precedents({ case: which });
  if (!run.json) {
    const words = wordsOf(run.language);
    if (precedents.length === 0) run.say(words.desk('precedentsNone'));
    for (const row of precedents)
      run.say(
        `${row.number}  ${words.cases(`status_${row.status}`)}  ${row.marketplace}  ${run.text('roundTrips', { count: row.roundTrips ?? 0 })}`,
      );
  }
  return { result: { precedents } };
}

export async function runCaseStatistics(run: CommandRun, problem: string | undefined) {
  const { caller } = await run.open();
  const statistics = await caller.cases.statistics(problem === undefined ? {} : { problem });
  if (!run.json) {
    const { all } = statistics;
    const percent = (share: number | null): string => (share === null ? '—' : `${Math.round(share * 100)} %`);
    const number = (value: number | null): string => (value === null ? '—' : value.toFixed(1));
    run.say(run.text('statsCases', { cases: all.cases, won: all.won }));
    run.say(
      run.text('statsTrips', {
        first: percent(all.firstContactResolution),
        trips: number(all.roundTrips),
        hours: number(all.medianFirstResponseHours),
      }),
    );
    run.say(
      run.text('statsEvidence', {
        complete: percent(all.winRateComplete),
        incomplete: percent(all.winRateIncomplete),
      }),
    );
  }
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
  const { deadlines, marketplace } = await caller.cases.overrideDeadline({
    case: which,
    ruleId,
    closesAtMs: own.closes === undefined ? null : readTime(own.closes),
    reason: own.reason ?? '',
  });
  if (!run.json) {
    const words = wordsOf(run.language);
    for (const deadline of deadlines) {
      run.say(describeDeadline(deadline, words, marketplace));
      if (deadline.ruleId === ruleId) for (const step of deadline.trace) run.say(`  ${words.reason(step)}`);
    }
  }
  return { result: { deadlines } };
}

export async function runCaseDocx(
  run: CommandRun,
  which: string,
  own: { out: string; withChinese?: boolean },
) {
  const path = resolve(own.out);
  if (existsSync(path)) throw new CasebinderError('INPUT_INVALID', { detail: `${path} exists` });
  const file = await (await run.open()).caller.work.statementDocx({
    case: which,
    withChinese: own.withChinese === true,
  });
  writeFileSync(path, Buffer.from(file.base64, 'base64'));
  run.say(path);
  return { result: { docx: path } };
}
