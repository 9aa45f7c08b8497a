// clock, deadlines: is support open now, and what is due?
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CasebinderError } from '../domain/errors.ts';
import type { CommandRun } from './command-line.ts';
import { readTime } from './read-values.ts';
import { describeDeadline } from './tell-case.ts';
import { wordsOf } from './words.ts';

export async function runClock(run: CommandRun, at: string | undefined) {
  const { caller } = await run.open();
  const atMs = at === undefined ? undefined : readTime(at);
  const teams = await caller.archive.supportHours(atMs === undefined ? {} : { atMs });
  if (!run.json) {
    const words = wordsOf(run.language);
    for (const { team, state } of teams) {
      const next = state.open ? state.closesAtMs : state.opensAtMs;
      run.say(
        `${words.deadline(`team.${team}`)}  ${run.text(state.open ? 'supportOpen' : 'supportClosed')}  ${next === undefined ? '' : words.moment(next)}`,
      );
    }
  }
  return { result: { at: new Date(atMs ?? Date.now()).toISOString(), teams } };
}

export async function runDeadlines(run: CommandRun, icsPath?: string) {
  const deadlines = await (await run.open()).caller.cases.deadlines();
  if (!run.json) {
    if (deadlines.length === 0) run.say(run.text('nothingDue'));
    const words = wordsOf(run.language);
    for (const deadline of deadlines) run.say(`${deadline.caseNumber}  ${describeDeadline(deadline, words)}`);
  }
  if (icsPath === undefined) return { result: { deadlines } };
  const calendar = await (await run.open()).caller.cases.calendar();
  const path = resolve(icsPath);
  // A calendar of old deadlines is replaced by the same command; anything else is never overwritten.
  if (existsSync(path) && !readFileSync(path, 'utf8').startsWith('BEGIN:VCALENDAR'))
    throw new CasebinderError('INPUT_INVALID', { detail: `${path} exists and is no calendar` });
  writeFileSync(path, calendar.text);
  run.say(run.text('calendarWritten', { path }));
  return { result: { deadlines, ics: path } };
}
