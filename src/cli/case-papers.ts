// case attach | detach | order | exhibit | note | note-remove | statement: what lies in a case, was said in it and is written for it.
import { readFileSync } from 'node:fs';
import { CasebinderError } from '../domain/errors.ts';
import { tellFindings } from './case.ts';
import type { CommandRun } from './command-line.ts';
import { NONE, readDay, readId, readTime } from './read-values.ts';
import { type CaseDetail, tellCase, toExhibitIds } from './tell-case.ts';

export async function runCaseNote(
  run: CommandRun,
  which: string,
  text: string,
  own: { kind: string; at?: string; detail?: string; due?: string; from?: string; decision?: string },
) {
  const { caller } = await run.open();
  const detail = await caller.cases.addEvent({
    case: which,
    ...(own.at === undefined ? {} : { atMs: readTime(own.at) }),
    kind: own.kind,
    title: text,
    detail: own.detail ?? '',
    official: own.kind === 'amazon_message' || own.kind === 'info_request',
    // A date that Amazon wrote wins over every computed one.
    data: {
      ...(own.due === undefined ? {} : { statedDate: readDay(own.due) }),
      ...(own.from === undefined ? {} : { from: own.from }),
      ...(own.decision === undefined ? {} : { decision: own.decision }),
    },
  });
  return tellCase(run, detail, true);
}

/** Takes an own note off the timeline; `undo` brings it back. */
export async function runCaseNoteRemove(run: CommandRun, which: string, entry: string, undo: boolean) {
  const { cases } = (await run.open()).caller;
  const input = { case: which, eventId: readId(entry.replace(/^#/, ''), 'entry') };
  const detail = undo ? await cases.restoreNote(input) : await cases.removeNote(input);
  const told = tellCase(run, detail, true);
  if (!undo) run.say(run.text('noteRemoved', { case: detail.number, entry: input.eventId }));
  return told;
}

export async function runCaseAttach(
  run: CommandRun,
  which: string,
  documents: readonly string[],
  own: { suggested?: boolean; caption?: string; role?: string },
) {
  const { caller } = await run.open();
  let detail: CaseDetail | null = null;
  if (documents.length > 0) {
    detail = await caller.cases.attach({
      case: which,
      documents: documents.map((d) => ({
        documentId: readId(d, 'document'),
        ...(own.caption === undefined ? {} : { caption: own.caption }),
        ...(own.role === undefined ? {} : { roleKind: readRole(own.role) }),
      })),
    });
  }
  if (own.suggested === true) detail = await caller.cases.attachSuggested({ case: which });
  if (detail === null)
    throw new CasebinderError('USAGE', { detail: 'case attach <case> <documents…> | --suggested' });
  return tellCase(run, detail);
}

export async function runCaseDetach(run: CommandRun, which: string, exhibits: readonly string[]) {
  const { caller } = await run.open();
  const ids = toExhibitIds(await caller.cases.get({ case: which }), exhibits);
  return tellCase(run, await caller.cases.detach({ case: which, exhibits: ids }));
}

export async function runCaseOrder(run: CommandRun, which: string, exhibits: readonly string[]) {
  const { caller } = await run.open();
  const ids = toExhibitIds(await caller.cases.get({ case: which }), exhibits);
  return tellCase(run, await caller.cases.orderExhibits({ case: which, exhibits: ids }));
}

/** Changes the caption of an exhibit, or the checklist row that it serves. */
export async function runCaseExhibit(
  run: CommandRun,
  which: string,
  label: string,
  own: { caption?: string; role?: string },
) {
  if (own.caption === undefined && own.role === undefined)
    throw new CasebinderError('USAGE', {
      detail: 'case exhibit <case> <exhibit> --caption TEXT | --role KIND',
    });
  const { caller } = await run.open();
  const [exhibit] = toExhibitIds(await caller.cases.get({ case: which }), [label]);
  return tellCase(
    run,
    await caller.cases.changeExhibit({
      case: which,
      exhibit: exhibit ?? 0,
      ...(own.caption === undefined ? {} : { caption: own.caption }),
      ...(own.role === undefined ? {} : { roleKind: readRole(own.role) }),
    }),
  );
}

const readRole = (kind: string): string | null => (kind === NONE ? null : kind);

export async function runCaseStatement(
  run: CommandRun,
  which: string,
  own: { compose?: boolean; form?: string; file?: string; fileZh?: string; subject?: string },
) {
  const { caller } = await run.open();
  let detail = await caller.cases.get({ case: which });
  if (own.compose === true) {
    const draft = await caller.cases.composeStatement({
      case: which,
      ...(own.form === undefined ? {} : { template: own.form }),
    });
    detail = await caller.cases.change({
      case: which,
      statement: { subject: draft.subject, text: draft.text, textZh: draft.textZh },
    });
  }
  if (own.file !== undefined || own.fileZh !== undefined || own.subject !== undefined) {
    detail = await caller.cases.change({
      case: which,
      statement: {
        subject: own.subject ?? detail.statement.subject,
        text: own.file === undefined ? detail.statement.text : readText(own.file),
        textZh: own.fileZh === undefined ? detail.statement.textZh : readText(own.fileZh),
      },
    });
  }
  const findings = await caller.cases.lintStatement({ case: which });
  if (!run.json) {
    run.say(detail.statement.subject);
    run.say('');
    run.say(detail.statement.text || run.text('noStatement', { case: detail.number }));
  }
  tellFindings(run, findings);
  return { result: { case: detail.number, ...detail.statement, findings } };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new CasebinderError('FILE_UNREADABLE', { path }, error);
  }
}
