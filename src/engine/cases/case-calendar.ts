// Which deadlines go into a person's own calendar, and with which words?
import { type CalendarEntry, writeCalendar } from '../../domain/deadlines/calendar-file.ts';
import { fillTemplate, type Language } from '../../domain/errors.ts';
import { PROBLEM_BY_SLUG } from '../../domain/problems/problem-types.ts';
import { deadlines as en } from '../../i18n/en/deadlines.ts';
import { deadlines as zh } from '../../i18n/zh-CN/deadlines.ts';
import type { EngineContext } from '../engine-context.ts';
import type { CaseDeadline } from './case-view.ts';
import { listDeadlines } from './read-case.ts';

/** Rings a day and an hour before. */
const ALARM_MINUTES = [24 * 60, 60];

/** An iCalendar file of everything that is ours to do and has a date. */
export function writeCaseCalendar(context: EngineContext, language: Language): string {
  const entries = listDeadlines(context)
    .filter((deadline) => deadline.actionable && deadline.turn === 'us')
    .flatMap((deadline) => toEntries(deadline, language));
  return writeCalendar(entries, context.nowMs());
}

/** The end of a window; a claim that can't be filed yet also shows when it opens. */
function toEntries(deadline: CaseDeadline, language: Language): CalendarEntry[] {
  const words: Readonly<Record<string, string>> = language === 'en' ? en : zh;
  const problem = PROBLEM_BY_SLUG.get(deadline.problem)?.name;
  const name = problem === undefined ? deadline.problem : language === 'en' ? problem.en : problem.zh;
  const kind = words[`kind.${deadline.kind}`] ?? deadline.kind;
  const description = deadline.trace
    .map((reason) => fillTemplate(words[reason.code] ?? reason.code, reason.params ?? {}))
    .join('\n');
  const uid = `${deadline.caseNumber}-${deadline.ruleId}-${deadline.occurrence}@casebinder`;
  const entry = (suffix: string, title: string, atMs: number): CalendarEntry => ({
    uid: `${suffix}${uid}`,
    title,
    description,
    atMs,
    alarmMinutes: ALARM_MINUTES,
  });
  return [
    ...(deadline.opensAtMs !== undefined && deadline.state === 'too_early'
      ? [
          entry(
            'opens-',
            `${deadline.caseNumber} ${name} · ${kind} · ${fillTemplate(words['opensAt'] ?? '', { at: '' }).trim()}`,
            deadline.opensAtMs,
          ),
        ]
      : []),
    ...(deadline.closesAtMs === undefined
      ? []
      : [entry('', `${deadline.caseNumber} ${name} · ${kind}`, deadline.closesAtMs)]),
  ];
}
