// What is written to Amazon for a case: a fresh draft from its facts, and what is wrong with the text as it stands?
import { describeKind } from '../../domain/kinds/kind-name.ts';
import type { ChannelSlug } from '../../domain/problems/problem-type.ts';
import { chooseForm, composeStatement } from '../../domain/statements/compose-statement.ts';
import { type LintFinding, lintStatement } from '../../domain/statements/lint-statement.ts';
import type { Statement, StatementForm, StatementInput } from '../../domain/statements/statement-input.ts';
import type { EngineContext } from '../engine-context.ts';
import { readCaseFacts } from './case-facts.ts';
import { type CaseRecord, readAccount, readSubjects } from './case-records.ts';
import { readProblem, requireProblem } from './effective-problems.ts';
import { readExhibits } from './read-case.ts';
import { readTimeline } from './timeline.ts';

const FORMS: readonly StatementForm[] = [
  'case',
  'appeal',
  'appeal_in_error',
  'follow_up',
  'technical',
  'claim_response',
];

/** A draft from the case's facts, exhibits and history; gaps that only a person can fill stand in brackets. */
export function composeForCase(context: EngineContext, record: CaseRecord, form?: string): Statement {
  const owner = readAccount(context, record.accountId);
  const subjects = readSubjects(context, record.id);
  // A text compares no quantities: no rule needs facts of its own.
  const facts = readCaseFacts(context, record, []);
  const exhibits = readExhibits(context, record.id);
  const labels = new Map(exhibits.map((e) => [e.document.id, e.label]));
  const timeline = readTimeline(context, record.id);
  const lastMessage = timeline.filter((e) => e.kind === 'amazon_message' || e.kind === 'own_message').at(-1);
  const input: StatementInput = {
    ...(form !== undefined && (FORMS as readonly string[]).includes(form)
      ? { form: form as StatementForm }
      : {}),
    problem: requireProblem(context, record.problemSlug),
    channel: record.channel as ChannelSlug,
    marketplace: record.marketplace,
    account: {
      legalName: { zh: owner.legalNameZh || owner.name, en: owner.legalNameEn || owner.name },
      store: owner.stores[0] ?? owner.name,
      ...(owner.email === '' ? {} : { email: owner.email }),
    },
    ...(record.caseId === null ? {} : { caseId: record.caseId }),
    ...(record.complaintId === null ? {} : { complaintId: record.complaintId }),
    ...(record.notifiedOn === null ? {} : { notifiedOn: record.notifiedOn }),
    orders: facts.orders.map((o) => ({
      orderId: o.orderId,
      ...(o.asin === undefined ? {} : { asin: o.asin }),
      ...trackingOf(exhibits, o),
    })),
    asins: subjects.filter((s) => s.type === 'asin').map((s) => s.value),
    shipments: subjects.filter((s) => s.type === 'fba_shipment_id').map((s) => s.value),
    exhibits: exhibits.map((e) => ({
      label: e.label,
      kindSlug: e.document.kind,
      kindName: describeKind(e.document.kind),
      ...(e.document.date === null ? {} : { documentDate: e.document.date }),
      identifiers: e.document.identifiers.map((i) => ({ type: i.type, value: i.value })),
    })),
    timeline: timeline
      .filter(
        (e) =>
          !['opened', 'status', 'exhibit_attached', 'exhibit_detached', 'pack_built', 'note'].includes(
            e.kind,
          ),
      )
      .map((e) => {
        const label = e.documentId === null ? undefined : labels.get(e.documentId);
        return {
          atMs: e.atMs,
          text: { en: e.title, zh: e.title },
          ...(label === undefined ? {} : { exhibits: [label] }),
        };
      }),
    ...(lastMessage === undefined
      ? {}
      : { followUp: { lastMessageOn: new Date(lastMessage.atMs).toISOString().slice(0, 10) } }),
  };
  return composeStatement(input);
}

/** The tracking number that an exhibit names together with the order, when reports know none. */
function trackingOf(
  exhibits: ReturnType<typeof readExhibits>,
  order: { orderId: string; carrier?: string; trackingNumber?: string },
): { carrier?: string; trackingNumber?: string } {
  if (order.trackingNumber !== undefined)
    return {
      trackingNumber: order.trackingNumber,
      ...(order.carrier === undefined ? {} : { carrier: order.carrier }),
    };
  for (const exhibit of exhibits) {
    if (!exhibit.document.identifiers.some((i) => i.type === 'order_id' && i.value === order.orderId))
      continue;
    const tracking = exhibit.document.identifiers.filter((i) => i.type === 'tracking_number');
    const only = tracking[0];
    if (tracking.length === 1 && only !== undefined)
      return { trackingNumber: only.value, ...(only.carrier === null ? {} : { carrier: only.carrier }) };
  }
  return {};
}

/** Findings of the text rules, blocking ones first. */
export function lintForCase(
  context: EngineContext,
  record: CaseRecord,
  text: string,
): readonly LintFinding[] {
  const owner = readAccount(context, record.accountId);
  const problem = readProblem(context, record.problemSlug);
  return lintStatement(text, {
    form: problem === undefined ? 'case' : chooseForm(problem, record.channel as ChannelSlug),
    marketplace: record.marketplace,
    exhibitCount: readExhibits(context, record.id).length,
    subject: record.statementSubject,
    ownCaseIds: record.caseId === null ? [] : [record.caseId],
    ...(problem === undefined ? {} : { problemGroup: problem.group }),
    ...(owner.email === '' ? {} : { registeredMailbox: owner.email }),
  });
}
