// clock, deadlines: is support open now, and what is due?
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CasebinderError } from '../domain/errors.ts';
import type { CommandRun } from './command-line.ts';

export async function runClock(run: CommandRun, at: string | undefined) {
  const { caller } = await run.open();
  const atMs = at === undefined ? undefined : Date.parse(at);
  if (atMs !== undefined && Number.isNaN(atMs))
    throw new CasebinderError('INPUT_INVALID', { detail: `time ${at}` });
  const teams = await caller.archive.supportHours(atMs === undefined ? {} : { atMs });
  if (!run.json) {
    for (const { team, state } of teams) {
      const next = state.open ? state.closesAtMs : state.opensAtMs;
      run.say(
        `${team}  ${run.text(state.open ? 'supportOpen' : 'supportClosed')}  ${next === undefined ? '' : beijing(next)}`,
      );
    }
  }
  return { result: { at: new Date(atMs ?? Date.now()).toISOString(), teams } };
}

export async function runDeadlines(run: CommandRun, icsPath?: string) {
  const deadlines = await (await run.open()).caller.cases.deadlines();
  if (!run.json) {
    if (deadlines.length === 0) run.say(run.text('nothingDue'));
    for (const d of deadlines)
      run.say(
        `${d.closesAtMs === undefined ? '—'.padEnd(22) : beijing(d.closesAtMs)}  ${d.state.padEnd(10)} ${d.caseNumber}  ${d.ruleId}`,
      );
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

/** "2026-11-22 18:30 北京". */
function beijing(atMs: number): string {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(atMs);
  return `${text} 北京`;
}
