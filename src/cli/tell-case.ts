// What does a command say about a case: the JSON of design.md section 5, and a summary for people?
import { CasebinderError } from '../domain/errors.ts';
import type { CommandRun } from './command-line.ts';
import { type Words, wordsOf } from './words.ts';

export type CaseDetail = Awaited<
  ReturnType<Awaited<ReturnType<CommandRun['open']>>['caller']['cases']['get']>
>;

/** Long texts of the timeline are cut here; --json has all of them. */
const SHOWN_TEXT = 160;

/** The case with checklist, deadlines and suggestions; with `timeline` also what happened, each entry with its number. */
export function tellCase(run: CommandRun, detail: CaseDetail, timeline = false) {
  const suggestions = detail.checklist.flatMap((row) =>
    row.suggestions.map((s) => ({
      for: row.kind,
      documentId: s.document.id,
      kind: s.document.kind,
      title: s.document.title,
      path: s.document.path,
      score: s.score,
      shared: s.shared,
      outcomes: s.outcomes,
    })),
  );
  const result = { ...detail, suggestions };
  if (run.json) return { result };
  const words = wordsOf(run.language);
  run.say(
    [
      detail.number,
      words.pick(detail.problemName),
      detail.marketplace,
      words.cases(`status_${detail.status}`),
      ...(detail.caseId === null ? [] : [`Case ID ${detail.caseId}`]),
      ...(detail.title === '' ? [] : [detail.title]),
    ].join('  '),
  );
  run.say(run.text('readiness', { percent: detail.readinessPercent }));
  for (const warning of detail.warnings) run.say(`  ! ${words.reason(warning)}`);
  tellChecklist(run, detail, words);
  for (const exhibit of detail.exhibits)
    run.say(
      `  ${exhibit.label}  ${words.kind(exhibit.document.kind)}  ${exhibit.document.fileName}${exhibit.caption === '' ? '' : ` — ${exhibit.caption}`}`,
    );
  for (const deadline of detail.deadlines)
    if (deadline.closesAtMs !== undefined || deadline.state === 'needs_date')
      run.say(`  ⏲ ${describeDeadline(deadline, words, detail.marketplace)}`);
  if (timeline) tellTimeline(run, detail, words);
  return { result };
}

function tellChecklist(run: CommandRun, detail: CaseDetail, words: Words): void {
  for (const row of detail.checklist) {
    const mark = row.state === 'have' ? '✓' : row.state === 'weak' ? '~' : '✗';
    const note = row.note === null ? '' : ` — ${words.pick(row.note)}`;
    const held = row.exhibits.map((e) => e.label).join(' ');
    run.say(
      `  ${mark} ${words.pick(row.kindName)}${row.required ? ' *' : ''}: ${held || run.text(row.state === 'missing' ? 'missing' : 'none')}${note}`,
    );
    if (row.state !== 'have')
      for (const s of row.suggestions.slice(0, 3))
        run.say(`      ${run.text('suggested', { id: s.document.id, file: s.document.fileName })}`);
  }
}

/** What is due when, in words; the id of its rule stands last, for `case deadline`. */
export function describeDeadline(
  deadline: CaseDetail['deadlines'][number],
  words: Words,
  marketplace?: string,
): string {
  const at = deadline.closesAtMs === undefined ? '—' : words.moment(deadline.closesAtMs, marketplace);
  const opens = deadline.opensAtMs === undefined ? '' : words.moment(deadline.opensAtMs, marketplace);
  const state = words.deadline(`state.${deadline.state}`).replace('{at}', opens);
  return [
    at,
    words.deadline(`kind.${deadline.kind}`),
    state,
    words.deadline(`basis.${deadline.basis}`),
    deadline.ruleId,
  ].join('  ');
}

function tellTimeline(run: CommandRun, detail: CaseDetail, words: Words): void {
  for (const event of detail.timeline) {
    const title =
      event.kind === 'status'
        ? words.cases('event_status', { status: words.cases(`status_${event.title}`) })
        : event.kind === 'note'
          ? event.title
          : event.kind === 'opened' || event.title === event.kind
            ? words.event(event.kind)
            : `${words.event(event.kind)}: ${event.title}`;
    const text = event.detail.replace(/\s+/g, ' ').trim();
    run.say(
      `  #${event.id}  ${words.moment(event.atMs, detail.marketplace)}  ${title}${text === '' ? '' : ` — ${text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}…` : text}`}`,
    );
  }
}

/** The ids of exhibits that a person names by their labels. @throws CasebinderError NOT_FOUND */
export function toExhibitIds(detail: CaseDetail, labels: readonly string[]): number[] {
  return labels.map((label) => {
    const found = detail.exhibits.find((e) => e.label.toUpperCase() === label.toUpperCase());
    if (found === undefined) throw new CasebinderError('NOT_FOUND', { what: `exhibit ${label}` });
    return found.id;
  });
}
