// case open | list | show | check | note | attach | detach | order | status | statement | submit: the case desk in words.

import { readFileSync } from 'node:fs';
import { CasebinderError } from '../domain/errors.ts';
import { CASE_STATUSES } from '../domain/problems/case-status.ts';
import type { CommandRun } from './command-line.ts';

export interface OpenOptions {
  readonly problem: string;
  readonly caseId?: string;
  readonly complaintId?: string;
  readonly marketplace?: string;
  readonly account?: number;
  readonly channel?: string;
  readonly title?: string;
  readonly order: string[];
  readonly asin: string[];
  readonly shipment: string[];
  readonly tracking: string[];
  readonly notified?: string;
  readonly amount?: string;
  readonly reason?: string;
  readonly attachSuggested?: boolean;
}

type Detail = Awaited<ReturnType<Awaited<ReturnType<CommandRun['open']>>['caller']['cases']['get']>>;

export async function runCaseOpen(run: CommandRun, own: OpenOptions) {
  const { caller } = await run.open();
  const money = own.amount === undefined ? undefined : parseMoney(own.amount);
  if (own.notified !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(own.notified))
    throw new CasebinderError('INPUT_INVALID', { detail: `date ${own.notified}` });
  let detail = await caller.cases.open({
    problem: own.problem,
    ...(own.caseId === undefined ? {} : { caseId: own.caseId }),
    ...(own.complaintId === undefined ? {} : { complaintId: own.complaintId }),
    ...(own.marketplace === undefined ? {} : { marketplace: own.marketplace }),
    ...(own.account === undefined ? {} : { accountId: own.account }),
    ...(own.channel === undefined ? {} : { channel: own.channel }),
    ...(own.title === undefined ? {} : { title: own.title }),
    orders: own.order,
    asins: own.asin,
    shipments: own.shipment,
    trackingNumbers: own.tracking,
    ...(own.notified === undefined ? {} : { notifiedOn: own.notified }),
    ...(money === undefined ? {} : { money }),
    ...(own.reason === undefined ? {} : { reason: own.reason }),
  });
  if (own.attachSuggested === true) detail = await caller.cases.attachSuggested({ case: detail.number });
  return tell(run, detail);
}

export async function runCaseList(run: CommandRun, open: boolean) {
  const rows = await (await run.open()).caller.cases.list({ open });
  if (!run.json) {
    if (rows.length === 0) run.say(run.text('noCases'));
    for (const row of rows)
      run.say(
        `${row.number}  ${row.status.padEnd(12)} ${String(row.readinessPercent).padStart(3)} %  ${row.caseId ?? '-'}  ${nameOf(run, row.problemName)}  ${row.marketplace}`,
      );
  }
  return { result: { cases: rows } };
}

export async function runCaseShow(run: CommandRun, which: string) {
  return tell(run, await (await run.open()).caller.cases.get({ case: which }));
}

export async function runCaseCheck(run: CommandRun, which: string) {
  const { caller } = await run.open();
  const detail = await caller.cases.get({ case: which });
  const findings = await caller.cases.lintStatement({ case: which });
  const told = tell(run, detail);
  return {
    result: { ...told.result, readinessPercent: detail.readinessPercent, statementFindings: findings },
  };
}

export async function runCaseNote(
  run: CommandRun,
  which: string,
  text: string,
  own: { kind: string; at?: string; detail?: string; due?: string; from?: string; decision?: string },
) {
  const { caller } = await run.open();
  const atMs = own.at === undefined ? undefined : Date.parse(own.at);
  if (atMs !== undefined && Number.isNaN(atMs))
    throw new CasebinderError('INPUT_INVALID', { detail: `time ${own.at}` });
  const detail = await caller.cases.addEvent({
    case: which,
    ...(atMs === undefined ? {} : { atMs }),
    kind: own.kind,
    title: text,
    detail: own.detail ?? '',
    official: own.kind === 'amazon_message' || own.kind === 'info_request',
    // A date that Amazon wrote wins over every computed one.
    data: {
      ...(own.due === undefined ? {} : { statedDate: own.due }),
      ...(own.from === undefined ? {} : { from: own.from }),
      ...(own.decision === undefined ? {} : { decision: own.decision }),
    },
  });
  return tell(run, detail);
}

export async function runCaseAttach(
  run: CommandRun,
  which: string,
  documents: readonly string[],
  own: { suggested?: boolean; caption?: string },
) {
  const { caller } = await run.open();
  let detail: Detail | null = null;
  if (documents.length > 0) {
    detail = await caller.cases.attach({
      case: which,
      documents: documents.map((d) => ({
        documentId: requireNumber(d),
        ...(own.caption === undefined ? {} : { caption: own.caption }),
      })),
    });
  }
  if (own.suggested === true) detail = await caller.cases.attachSuggested({ case: which });
  if (detail === null)
    throw new CasebinderError('USAGE', { detail: 'case attach <case> <documents…> | --suggested' });
  return tell(run, detail);
}

export async function runCaseDetach(run: CommandRun, which: string, exhibits: readonly string[]) {
  const { caller } = await run.open();
  const ids = toExhibitIds(await caller.cases.get({ case: which }), exhibits);
  return tell(run, await caller.cases.detach({ case: which, exhibits: ids }));
}

export async function runCaseOrder(run: CommandRun, which: string, exhibits: readonly string[]) {
  const { caller } = await run.open();
  const ids = toExhibitIds(await caller.cases.get({ case: which }), exhibits);
  return tell(run, await caller.cases.orderExhibits({ case: which, exhibits: ids }));
}

export async function runCaseStatus(
  run: CommandRun,
  which: string,
  status: string,
  note: string | undefined,
) {
  const { caller } = await run.open();
  const known = CASE_STATUSES.find((s) => s === status);
  if (known === undefined)
    throw new CasebinderError('INPUT_INVALID', { detail: `status ${status} (${CASE_STATUSES.join(', ')})` });
  return tell(
    run,
    await caller.cases.setStatus({ case: which, status: known, ...(note === undefined ? {} : { note }) }),
  );
}

export async function runCaseStatement(
  run: CommandRun,
  which: string,
  own: { compose?: boolean; form?: string; file?: string },
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
  if (own.file !== undefined) {
    detail = await caller.cases.change({
      case: which,
      statement: { ...detail.statement, text: readText(own.file) },
    });
  }
  const findings = await caller.cases.lintStatement({ case: which });
  if (!run.json) {
    run.say(detail.statement.subject);
    run.say('');
    run.say(detail.statement.text);
    for (const finding of findings) run.say(`${finding.severity === 'block' ? '✗' : '!'} ${finding.code}`);
  }
  return { result: { case: detail.number, ...detail.statement, findings } };
}

export async function runCaseSubmit(
  run: CommandRun,
  which: string,
  own: { caseId?: string; by: string; preparedBy: string; confirmTrue?: boolean },
) {
  const { caller } = await run.open();
  return tell(
    run,
    await caller.cases.submit({
      case: which,
      submittedBy: own.by,
      preparedBy: own.preparedBy,
      truthConfirmed: own.confirmTrue === true,
      ...(own.caseId === undefined ? {} : { caseId: own.caseId }),
    }),
  );
}

/** The case with checklist, deadlines and suggestions: the JSON of design.md section 5, and a summary for people. */
function tell(run: CommandRun, detail: Detail) {
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
  run.say(
    `${detail.number}  ${nameOf(run, detail.problemName)}  ${detail.marketplace}  ${detail.status}  ${detail.caseId === null ? '' : `Case ID ${detail.caseId}`}`,
  );
  run.say(run.text('readiness', { percent: detail.readinessPercent }));
  for (const row of detail.checklist) {
    const mark = row.state === 'have' ? '✓' : row.state === 'weak' ? '~' : '✗';
    const note = row.note === null ? '' : ` — ${nameOf(run, row.note)}`;
    run.say(
      `  ${mark} ${nameOf(run, row.kindName)}${row.required ? ' *' : ''}: ${row.exhibits.map((e) => e.label).join(' ') || run.text(row.state === 'missing' ? 'missing' : 'none')}${note}`,
    );
  }
  for (const exhibit of detail.exhibits)
    run.say(`  ${exhibit.label}  ${exhibit.document.kind.padEnd(20)} ${exhibit.document.fileName}`);
  for (const d of detail.deadlines) {
    if (d.closesAtMs !== undefined)
      run.say(`  ⏲ ${new Date(d.closesAtMs).toISOString()}  ${d.ruleId}  ${d.state}`);
  }
  return { result };
}

const nameOf = (run: CommandRun, name: { readonly zh: string; readonly en: string }): string =>
  run.language === 'en' ? name.en : name.zh;

function requireNumber(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number <= 0)
    throw new CasebinderError('INPUT_INVALID', { detail: `document ${value}` });
  return number;
}

function toExhibitIds(detail: Detail, labels: readonly string[]): number[] {
  return labels.map((label) => {
    const found = detail.exhibits.find((e) => e.label.toUpperCase() === label.toUpperCase());
    if (found === undefined) throw new CasebinderError('NOT_FOUND', { what: `exhibit ${label}` });
    return found.id;
  });
}

function parseMoney(text: string): { amount: string; currency: string } {
  const match = /^(\d{1,12}(?:\.\d{1,4})?)\s*([A-Za-z]{3})$/.exec(text.trim());
  if (match === null) throw new CasebinderError('INPUT_INVALID', { detail: `amount ${text} (1250.00USD)` });
  return { amount: match[1]!, currency: match[2]!.toUpperCase() };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CasebinderError('FILE_UNREADABLE', { path }, error);
  }
}
