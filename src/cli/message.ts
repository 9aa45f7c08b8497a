// message read | waiting | record | set-aside: how does a message of Amazon get onto its case?
import { resolve } from 'node:path';
import { CasebinderError } from '../domain/errors.ts';
import type { CommandRun } from './command-line.ts';
import { readChoice, readDay, readId } from './read-values.ts';
import { wordsOf } from './words.ts';

/** What a person may correct of what was read, before it is recorded. */
export interface RecordOptions {
  readonly case?: string;
  readonly kind?: string;
  readonly decision?: string;
  readonly due?: string;
  readonly status?: string;
  readonly automatic?: boolean;
  readonly caseId?: string;
}

type Door = Awaited<ReturnType<CommandRun['open']>>;
type Received = Awaited<ReturnType<Door['caller']['messages']['receive']>>[number];

const DECISIONS = ['accepted', 'partial', 'rejected', 'none'] as const;
const NEXT = ['waiting', 'reply_needed', 'won', 'lost', 'partial'] as const;

/** Reads mails, screenshots or text files; with `record` each goes onto its likeliest (or the named) case. */
export async function runMessageRead(
  run: CommandRun,
  files: readonly string[],
  own: RecordOptions & { record?: boolean },
) {
  const door = await run.open();
  const messages = await door.caller.messages.receive({
    grants: files.map((file) => door.grant(resolve(file), 'file')),
    ...(own.case === undefined ? {} : { case: own.case }),
  });
  return finish(run, door, messages, own, own.record === true);
}

/** Puts messages of the archive onto a case. */
export async function runMessageRecord(run: CommandRun, documents: readonly string[], own: RecordOptions) {
  const door = await run.open();
  const messages = await door.caller.messages.receive({
    documentIds: documents.map((text) => readId(text, 'document')),
    ...(own.case === undefined ? {} : { case: own.case }),
  });
  return finish(run, door, messages, own, true);
}

async function finish(
  run: CommandRun,
  door: Door,
  messages: readonly Received[],
  own: RecordOptions,
  record: boolean,
) {
  const recorded: { file: string; case: string }[] = [];
  const targetOf = (message: Received): string | undefined => own.case ?? message.cases[0]?.number;
  for (const message of messages) tellMessage(run, message, targetOf(message));
  const homeless = messages.find((message) => own.case === undefined && message.cases.length === 0);
  // All or none: nothing is recorded while one of them has no case.
  if (record && homeless !== undefined)
    throw new CasebinderError('INPUT_INVALID', {
      detail: run.text('messageNoCase', { file: homeless.fileName }),
    });
  for (const message of messages) {
    const target = targetOf(message);
    if (!record || target === undefined) continue;
    const detail = await recordOn(door, message, target, own);
    run.say(run.text('messageRecorded', { file: message.fileName, case: detail.number }));
    recorded.push({ file: message.fileName, case: detail.number });
  }
  return { result: { messages: messages.map(({ message: _held, ...facts }) => facts), recorded } };
}

function recordOn(door: Door, message: Received, target: string, own: RecordOptions) {
  const decision =
    own.decision === undefined ? message.decision : readChoice(own.decision, DECISIONS, 'decision');
  const stated =
    own.due !== undefined
      ? { statedDate: readDay(own.due) }
      : message.stated === null
        ? {}
        : 'date' in message.stated
          ? { statedDate: message.stated.date }
          : { statedAtMs: message.stated.atMs };
  return door.caller.messages.record({
    message: message.message,
    case: target,
    kind: own.kind ?? message.kind,
    decision: decision === 'none' ? null : decision,
    ...stated,
    ...(own.automatic === true ? { automatic: true } : {}),
    ...(own.caseId === undefined ? {} : { caseId: own.caseId }),
    ...(own.status === undefined ? {} : { status: readChoice(own.status, NEXT, 'status') }),
  });
}

function tellMessage(run: CommandRun, message: Received, target: string | undefined): void {
  if (run.json) return;
  const words = wordsOf(run.language);
  const numbers = message.identifiers.map((found) => found.value).join(' ');
  run.say(
    [
      message.fileName,
      words.event(message.kind),
      ...(message.decision === null ? [] : [words.desk(`decision_${message.decision}`)]),
      ...(numbers === '' ? [] : [numbers]),
    ].join('  '),
  );
  run.say(`  ${message.title}`);
  if (message.stated !== null)
    run.say(
      `  ⏲ ${'date' in message.stated ? message.stated.date : words.moment(message.stated.atMs, message.marketplace ?? undefined)}`,
    );
  if (message.recordedOn !== null) run.say(`  ${run.text('messageKnown', { case: message.recordedOn })}`);
  else if (target !== undefined) run.say(`  → ${target}`);
  else
    run.say(
      `  ${run.text('messageOpensCase', { marketplace: message.marketplace ?? 'US' })}${message.problems.length === 0 ? '' : run.text('messageSpeaksOf', { problems: message.problems.join(' ') })}`,
    );
}

/** Messages of Amazon in watched folders that no case knows. */
export async function runMessageWaiting(run: CommandRun, limit: number) {
  const waiting = await (await run.open()).caller.messages.waiting({ limit });
  if (!run.json) {
    const words = wordsOf(run.language);
    run.say(run.text('messagesWaiting', { total: waiting.total }));
    for (const row of waiting.documents)
      run.say(
        `  ${String(row.id).padStart(5)}  ${row.date ?? ''}  ${words.kind(row.kind)}  ${row.title || row.fileName}`,
      );
    if (waiting.total > 0) run.say(run.text('messagesWaitingNext'));
  }
  return { result: waiting };
}

/** Takes messages off the list of those that wait; `undo` puts them back. */
export async function runMessageSetAside(run: CommandRun, documents: readonly string[], undo: boolean) {
  const { caller } = await run.open();
  const documentIds = documents.map((text) => readId(text, 'document'));
  await caller.messages.setAside({ documentIds, aside: !undo });
  const { total } = await caller.messages.waiting({ limit: 1 });
  run.say(run.text('messagesWaiting', { total }));
  return { result: { documentIds, aside: !undo, waiting: total } };
}
