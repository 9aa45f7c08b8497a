// case pre-check | open | list | show | check | change | status | submit: a case from the first question to its end.
import { CasebinderError } from '../domain/errors.ts';
import { CASE_STATUSES } from '../domain/problems/case-status.ts';
import type { CommandRun } from './command-line.ts';
import { NONE, readDay, readDayOrNone, readMoney, readTime } from './read-values.ts';
import { type CaseDetail, tellCase } from './tell-case.ts';
import { wordsOf } from './words.ts';

/** What a case is about, as `case open` and `case pre-check` take it. */
export interface OpenOptions {
  readonly problem: string;
  readonly caseId?: string;
  readonly complaintId?: string;
  readonly marketplace?: string;
  readonly account?: number;
  readonly channel?: string;
  readonly category?: string;
  readonly title?: string;
  readonly order: string[];
  readonly asin: string[];
  readonly fnsku: string[];
  readonly shipment: string[];
  readonly tracking: string[];
  readonly notified?: string;
  readonly amount?: string;
  readonly reason?: string;
  readonly attachSuggested?: boolean;
}

function toOpenInput(own: OpenOptions) {
  return {
    problem: own.problem,
    ...(own.caseId === undefined ? {} : { caseId: own.caseId }),
    ...(own.complaintId === undefined ? {} : { complaintId: own.complaintId }),
    ...(own.marketplace === undefined ? {} : { marketplace: own.marketplace }),
    ...(own.account === undefined ? {} : { accountId: own.account }),
    ...(own.channel === undefined ? {} : { channel: own.channel }),
    ...(own.title === undefined ? {} : { title: own.title }),
    orders: own.order,
    asins: own.asin,
    fnskus: own.fnsku,
    shipments: own.shipment,
    trackingNumbers: own.tracking,
    ...(own.notified === undefined ? {} : { notifiedOn: readDay(own.notified) }),
    ...(own.amount === undefined ? {} : { money: readMoney(own.amount) }),
    ...(own.reason === undefined ? {} : { reason: own.reason }),
  };
}

/** The four questions before a case is opened; nothing is stored. */
export async function runCasePreCheck(run: CommandRun, own: OpenOptions) {
  const { caller } = await run.open();
  const answer = await caller.cases.preCheck({
    ...toOpenInput(own),
    ...(own.category === undefined ? {} : { category: own.category }),
  });
  if (!run.json) {
    const words = wordsOf(run.language);
    const marks = { good: '✓', warn: '!', stop: '✗' };
    for (const { step, state, reasons } of answer.steps) {
      const told =
        step === 'existing' && answer.duplicates.length > 0
          ? [words.cases('preCheckExists', { cases: answer.duplicates.map((d) => d.label).join(', ') })]
          : reasons.map(words.reason);
      run.say(
        `${marks[state]} ${words.cases(`preCheckStep_${step}`)}: ${told.join(' ') || words.cases(`preCheckGood_${step}`)}`,
      );
    }
    if (answer.correction !== null)
      run.say(run.text('preCheckCorrection', { channel: answer.correction.channel }));
  }
  return { result: answer };
}

export async function runCaseOpen(run: CommandRun, own: OpenOptions) {
  const { caller } = await run.open();
  let detail = await caller.cases.open(toOpenInput(own));
  if (own.attachSuggested === true) detail = await caller.cases.attachSuggested({ case: detail.number });
  return tellCase(run, detail);
}

export async function runCaseList(run: CommandRun, open: boolean) {
  const rows = await (await run.open()).caller.cases.list({ open });
  if (!run.json) {
    const words = wordsOf(run.language);
    if (rows.length === 0) run.say(run.text('noCases'));
    for (const row of rows)
      run.say(
        `${row.number}  ${words.cases(`status_${row.status}`)}  ${String(row.readinessPercent).padStart(3)} %  ${row.caseId ?? '-'}  ${words.pick(row.problemName)}  ${row.marketplace}  ${row.title}`.trimEnd(),
      );
  }
  return { result: { cases: rows } };
}

export async function runCaseShow(run: CommandRun, which: string) {
  return tellCase(run, await (await run.open()).caller.cases.get({ case: which }), true);
}

export async function runCaseCheck(run: CommandRun, which: string) {
  const { caller } = await run.open();
  const detail = await caller.cases.get({ case: which });
  const findings = await caller.cases.lintStatement({ case: which });
  const told = tellCase(run, detail);
  tellFindings(run, findings);
  return {
    result: { ...told.result, readinessPercent: detail.readinessPercent, statementFindings: findings },
  };
}

type Findings = Awaited<
  ReturnType<Awaited<ReturnType<CommandRun['open']>>['caller']['cases']['lintStatement']>
>;

/** What the rules of texts say of a statement; what blocks comes with a cross. */
export function tellFindings(run: CommandRun, findings: Findings): void {
  if (run.json) return;
  const words = wordsOf(run.language);
  for (const finding of findings)
    run.say(`  ${finding.severity === 'block' ? '✗' : '!'} ${words.reason(finding)}`);
}

export interface ChangeOptions {
  readonly title?: string;
  readonly caseId?: string;
  readonly complaintId?: string;
  readonly channel?: string;
  readonly marketplace?: string;
  readonly notified?: string;
  readonly amount?: string;
  readonly order: string[];
  readonly asin: string[];
  readonly fnsku: string[];
  readonly shipment: string[];
  readonly tracking: string[];
  readonly drop: string[];
  readonly revision?: number;
}

/** Corrects what the case is about; what really changed is written into its timeline. */
export async function runCaseChange(run: CommandRun, which: string, own: ChangeOptions) {
  const { caller } = await run.open();
  const orNone = (value: string): string | null => (value === NONE ? null : value);
  const subjects = changeSubjects(await caller.cases.get({ case: which }), own);
  const change = {
    ...(own.title === undefined ? {} : { title: own.title }),
    ...(own.caseId === undefined ? {} : { caseId: orNone(own.caseId) }),
    ...(own.complaintId === undefined ? {} : { complaintId: orNone(own.complaintId) }),
    ...(own.channel === undefined ? {} : { channel: own.channel }),
    ...(own.marketplace === undefined ? {} : { marketplace: own.marketplace.toUpperCase() }),
    ...(own.notified === undefined ? {} : { notifiedOn: readDayOrNone(own.notified) }),
    ...(own.amount === undefined ? {} : { money: own.amount === NONE ? null : readMoney(own.amount) }),
    ...(subjects === undefined ? {} : { subjects }),
  };
  if (Object.keys(change).length === 0)
    throw new CasebinderError('USAGE', { detail: run.text('nothingToChange') });
  return tellCase(
    run,
    await caller.cases.change({
      case: which,
      ...change,
      ...(own.revision === undefined ? {} : { revision: own.revision }),
    }),
  );
}

/** The subjects with the named ones added and taken away; undefined when nobody named any. */
function changeSubjects(
  detail: CaseDetail,
  own: ChangeOptions,
): CaseDetail['subjects'][number][] | undefined {
  const added = [
    ...own.order.map((value) => ({ type: 'order_id' as const, value })),
    ...own.asin.map((value) => ({ type: 'asin' as const, value })),
    ...own.fnsku.map((value) => ({ type: 'fnsku' as const, value })),
    ...own.shipment.map((value) => ({ type: 'fba_shipment_id' as const, value })),
    ...own.tracking.map((value) => ({ type: 'tracking_number' as const, value })),
  ];
  if (added.length === 0 && own.drop.length === 0) return undefined;
  for (const value of own.drop)
    if (!detail.subjects.some((subject) => subject.value === value.toUpperCase()))
      throw new CasebinderError('NOT_FOUND', { what: value });
  const dropped = own.drop.map((value) => value.toUpperCase());
  return [...detail.subjects.filter((subject) => !dropped.includes(subject.value)), ...added];
}

export async function runCaseStatus(
  run: CommandRun,
  which: string,
  status: string,
  own: { note?: string; revision?: number },
) {
  const { caller } = await run.open();
  const known = CASE_STATUSES.find((s) => s === status);
  if (known === undefined)
    throw new CasebinderError('INPUT_INVALID', { detail: `status ${status} (${CASE_STATUSES.join(', ')})` });
  return tellCase(
    run,
    await caller.cases.setStatus({
      case: which,
      status: known,
      ...(own.note === undefined ? {} : { note: own.note }),
      ...(own.revision === undefined ? {} : { revision: own.revision }),
    }),
  );
}

export interface SubmitOptions {
  readonly caseId?: string;
  readonly by: string;
  readonly preparedBy: string;
  readonly at?: string;
  /** Number of the pack's edition that was sent. */
  readonly pack?: number;
  readonly confirmTrue?: boolean;
}

/** Freezes what was sent: text, files, edition, time and people. */
export async function runCaseSubmit(run: CommandRun, which: string, own: SubmitOptions) {
  const { caller } = await run.open();
  const packId =
    own.pack === undefined ? undefined : findEdition(await caller.cases.get({ case: which }), own.pack);
  const detail = await caller.cases.submit({
    case: which,
    submittedBy: own.by,
    preparedBy: own.preparedBy,
    truthConfirmed: own.confirmTrue === true,
    ...(own.at === undefined ? {} : { submittedAtMs: readTime(own.at) }),
    ...(own.caseId === undefined ? {} : { caseId: own.caseId }),
    ...(packId === undefined ? {} : { packId }),
  });
  return tellCase(run, detail);
}

function findEdition(detail: CaseDetail, edition: number): number {
  const found = detail.packs.find((pack) => pack.edition === edition);
  if (found === undefined) throw new CasebinderError('NOT_FOUND', { what: `edition ${edition}` });
  return found.id;
}
