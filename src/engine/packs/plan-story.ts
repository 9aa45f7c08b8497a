// What of a case's history, gaps and inner notes is told in a pack, and to whom?

import { describeKind } from '../../domain/kinds/kind-name.ts';
import { packEvents } from '../../i18n/en/pack-events.ts';
import type { CaseDetail, CaseEvent } from '../cases/case-view.ts';
import { bothNames, describeEvent } from './describe-event.ts';
import type { ChecklistRow, PackVariant, TimelineRow } from './pack-plan.ts';

/** Entries that the archive writes about itself: no part of the story. */
const OWN_BOOKKEEPING: ReadonlySet<string> = new Set([
  'exhibit_attached',
  'exhibit_detached',
  'pack_built',
  'opened',
  'status',
]);

/** What happened, as opposed to what the team remarked: only these kinds of entries go to others. */
const FACT_KINDS: ReadonlySet<string> = new Set(
  Object.keys(packEvents).filter((kind) => kind !== 'stated_deadline' && kind !== 'aha_contact'),
);

/** Entries of the case's history that may leave with a pack of this variant. Notes never leave with one for others. */
function eventsFor(detail: CaseDetail, variant: PackVariant): CaseEvent[] {
  return detail.timeline.filter(
    (event) => !OWN_BOOKKEEPING.has(event.kind) && (variant === 'internal' || FACT_KINDS.has(event.kind)),
  );
}

/** To others, a detail is told only where it is Amazon's own wording: elsewhere the team may have remarked anything. */
function detailFor(event: CaseEvent, variant: PackVariant): string {
  return variant === 'internal' || event.official ? event.detail : '';
}

/** The case's own history, the day of the notice, and what the dated exhibits tell, in one order. */
export function planTimeline(detail: CaseDetail, variant: PackVariant): TimelineRow[] {
  const first = variant === 'amazon' ? 'en' : 'zh-CN';
  const dayRow = (date: string, title: string, more: Partial<TimelineRow>): TimelineRow => ({
    atMs: Date.parse(`${date}T12:00:00Z`),
    date,
    title,
    exhibits: [],
    ...more,
  });
  const fromExhibits = detail.exhibits.flatMap((e) => {
    if (e.document.date === null) return [];
    const name = describeKind(e.document.kind);
    const ids = e.document.identifiers
      .slice(0, 2)
      .map((i) => i.value)
      .join(' · ');
    return [
      dayRow(e.document.date, bothNames(name, first), {
        ...(ids === '' ? {} : { detail: ids }),
        exhibits: [e.label],
      }),
    ];
  });
  const notice =
    detail.notifiedOn === null
      ? []
      : [dayRow(detail.notifiedOn, describeEvent({ kind: 'notified', title: '' }, first), {})];
  return [...notice, ...fromExhibits, ...planEvents(detail, variant)].sort((a, b) => a.atMs - b.atMs);
}

function planEvents(detail: CaseDetail, variant: PackVariant): TimelineRow[] {
  const labels = new Map(detail.exhibits.map((e) => [e.document.id, e.label]));
  return eventsFor(detail, variant).map((event) => {
    const label = event.documentId === null ? undefined : labels.get(event.documentId);
    const told = detailFor(event, variant);
    return {
      atMs: event.atMs,
      title: describeEvent(event, variant === 'amazon' ? 'en' : 'zh-CN'),
      ...(told === '' ? {} : { detail: told }),
      exhibits: label === undefined ? [] : [label],
    };
  });
}

/**
 * The checklist with the exhibits that travel. Whoever gets the pack sees what is there and what is not; the remarks
 * (why, and from whom to get it) are the team's and go only into the internal book.
 */
export function planChecklist(
  detail: CaseDetail,
  variant: PackVariant,
  travelling: ReadonlySet<string>,
): ChecklistRow[] {
  return detail.checklist.map((row) => {
    const exhibits = row.exhibits.map((e) => e.label).filter((label) => travelling.has(label));
    return {
      kindSlug: row.kind,
      kindName: row.kindName,
      required: row.required,
      state: stateFor(row.state, exhibits.length > 0, variant),
      exhibits,
      ...(row.note === null || variant === 'amazon' ? {} : { note: row.note }),
    };
  });
}

/** What is weak about a document is for the team to mend; to Amazon it is there. */
function stateFor(
  state: ChecklistRow['state'],
  isTravelling: boolean,
  variant: PackVariant,
): ChecklistRow['state'] {
  if (state === 'missing' || !isTravelling) return 'missing';
  return variant === 'amazon' ? 'have' : state;
}

/**
 * The case as data. Internal: everything but local paths. For others: what the statement and the exhibits say anyway;
 * no amount at stake, deadline, status, working title or note (domain.md 4.3, 4.4).
 */
export function caseAsJson(detail: CaseDetail, variant: PackVariant): Record<string, unknown> {
  const told = {
    number: detail.number,
    caseId: detail.caseId,
    complaintId: detail.complaintId,
    problem: detail.problem,
    problemName: detail.problemName,
    channel: detail.channel,
    marketplace: detail.marketplace,
    notifiedOn: detail.notifiedOn,
    subjects: detail.subjects,
    statement: detail.statement,
    timeline: (variant === 'internal' ? detail.timeline : eventsFor(detail, variant)).map((e) => ({
      kind: e.kind,
      at: new Date(e.atMs).toISOString(),
      title: e.title,
      detail: detailFor(e, variant),
      official: e.official,
    })),
  };
  if (variant !== 'internal') return told;
  return {
    ...told,
    title: detail.title,
    status: detail.status,
    money: detail.money,
    openedAt: new Date(detail.openedAtMs).toISOString(),
    deadlines: detail.deadlines.map((d) => ({
      rule: d.ruleId,
      kind: d.kind,
      opensAt: d.opensAtMs === undefined ? null : new Date(d.opensAtMs).toISOString(),
      closesAt: d.closesAtMs === undefined ? null : new Date(d.closesAtMs).toISOString(),
    })),
    checklist: detail.checklist.map((row) => ({
      kind: row.kind,
      required: row.required,
      state: row.state,
      exhibits: row.exhibits.map((e) => e.label),
    })),
  };
}
