// What goes into a pack: gathers a case with its exhibits, texts and places on disk into one plan.

import { CasebinderError } from '../../domain/errors.ts';
import { isSensitiveKind } from '../../domain/kinds/document-kinds.ts';
import { describeKind } from '../../domain/kinds/kind-name.ts';
import { findMarketplace } from '../../domain/marketplaces/marketplaces.ts';
import { profileForChannel } from '../../domain/problems/attachment-profiles.ts';
import { CHANNEL_BY_SLUG } from '../../domain/problems/channels.ts';
import { type CaseRecord, readAccount } from '../cases/case-records.ts';
import type { CaseDetail, CaseExhibit } from '../cases/case-view.ts';
import { readCase } from '../cases/read-case.ts';
import type { EngineContext } from '../engine-context.ts';
import { readDocument, readDocumentText } from '../store/document-queries.ts';
import { describeEvent } from './describe-event.ts';
import type { ChecklistRow, ExhibitPlan, PackPlan, PackVariant, TimelineRow } from './pack-plan.ts';

export interface PackRequest {
  readonly channel?: string;
  readonly variant: PackVariant;
  readonly recipient?: string;
}

/** Opens the bytes of a document for reading; `release` when done. */
export type OpenContent = (documentId: number) => Promise<{ path: string; release(): void }>;

export interface PlannedPack {
  readonly plan: PackPlan;
  release(): void;
}

/** More text than this is set as "continued in the original". */
const MAX_TEXT_PAGES = 200;

/**
 * The plan of the next edition. @throws CasebinderError PACK_EMPTY, PACK_ORIGINAL_MISSING (all missing exhibits named)
 */
export async function planPack(
  context: EngineContext,
  record: CaseRecord,
  request: PackRequest,
  openContent: OpenContent,
): Promise<PlannedPack> {
  const detail = readCase(context, record);
  if (detail.exhibits.length === 0) throw new CasebinderError('PACK_EMPTY', { case: record.number });
  const channelSlug = request.channel ?? record.channel;
  const channel = CHANNEL_BY_SLUG.get(channelSlug);
  if (channel === undefined) throw new CasebinderError('INPUT_INVALID', { detail: `channel ${channelSlug}` });
  const profile = profileForChannel(
    channelSlug,
    record.problemSlug === 'clm-atoz-appeal' ? 'appeal' : 'response',
  );
  const opened: { path: string; release(): void }[] = [];
  const release = () => {
    for (const entry of opened) entry.release();
  };
  try {
    const missing: string[] = [];
    const exhibits: ExhibitPlan[] = [];
    for (const exhibit of detail.exhibits) {
      try {
        const content = await openContent(exhibit.document.id);
        opened.push(content);
        exhibits.push(planExhibit(context, exhibit, content.path, detail));
      } catch (error) {
        if (!(error instanceof CasebinderError)) throw error;
        missing.push(`${exhibit.label} ${exhibit.document.fileName}`);
      }
    }
    if (missing.length > 0)
      throw new CasebinderError('PACK_ORIGINAL_MISSING', { exhibits: missing.join(', ') });
    const owner = readAccount(context, record.accountId);
    const edition =
      (context.archive.sqlite
        .prepare('SELECT max(edition) FROM pack WHERE case_file_id = ?')
        .pluck()
        .get(record.id) as number | null) ?? 0;
    const builtAtMs = Math.floor(context.nowMs() / 1000) * 1000;
    const plan: PackPlan = {
      caseNumber: record.number,
      ...(record.caseId === null ? {} : { caseId: record.caseId }),
      ...(record.complaintId === null ? {} : { complaintId: record.complaintId }),
      problemSlug: record.problemSlug,
      problemName: detail.problemName,
      marketplace: record.marketplace,
      marketplaceZone: findMarketplace(record.marketplace)?.zone ?? 'America/Los_Angeles',
      account: {
        legalName: { zh: owner.legalNameZh || owner.name, en: owner.legalNameEn || owner.name },
        store: owner.stores[0] ?? owner.name,
        ...(owner.email === '' ? {} : { email: owner.email }),
      },
      orders: valuesOf(detail, 'order_id'),
      asins: valuesOf(detail, 'asin'),
      shipments: valuesOf(detail, 'fba_shipment_id'),
      variant: request.variant,
      ...(request.recipient === undefined ? {} : { recipient: request.recipient }),
      profile,
      channelName: channel.name,
      edition: edition + 1,
      builtAtMs,
      statement: detail.statement,
      exhibits,
      timeline: planTimeline(detail),
      checklist: planChecklist(detail),
      caseJson: caseAsJson(detail),
    };
    return { plan, release };
  } catch (error) {
    release();
    throw error;
  }
}

function valuesOf(detail: CaseDetail, type: string): string[] {
  return detail.subjects.filter((s) => s.type === type).map((s) => s.value);
}

function planExhibit(
  context: EngineContext,
  exhibit: CaseExhibit,
  sourcePath: string,
  detail: CaseDetail,
): ExhibitPlan {
  const document = readDocument(context.archive, exhibit.document.id);
  const wanted = new Set(detail.subjects.map((s) => s.value));
  const identifiers = [...document.identifiers]
    .filter((i) => i.type !== 'cn_id' && i.type !== 'bank_account' && i.check !== 'fails_check')
    .sort((a, b) => Number(wanted.has(b.value)) - Number(wanted.has(a.value)) || b.confidence - a.confidence)
    .slice(0, 8);
  return {
    label: exhibit.label,
    documentId: document.id,
    sha256: document.sha256,
    sizeBytes: document.sizeBytes,
    mediaType: document.mediaType,
    originalName: document.fileName,
    sourcePath,
    kindSlug: document.kind,
    kindName: describeKind(document.kind),
    sensitive: isSensitiveKind(document.kind),
    caption: exhibit.caption === '' ? document.title : exhibit.caption,
    ...(document.date === null ? {} : { documentDate: document.date }),
    identifiers: identifiers.map((i) => ({ type: i.type, value: i.value })),
    pageCount: document.pageCount,
    media: document.media,
    ...(document.properties.email === undefined ? {} : { email: document.properties.email }),
    pages: readDocumentText(context.archive, document.id, 1, MAX_TEXT_PAGES)
      .filter((page) => page.source !== 'xml')
      .map((page) => ({
        page: page.page,
        text: page.text,
        source: page.source as ExhibitPlan['pages'][number]['source'],
      })),
    proves: detail.checklist
      .filter((row) => row.exhibits.some((e) => e.exhibitId === exhibit.id))
      .map((row) => row.kind),
  };
}

/** The case's own history, the day of the notice, and what the dated exhibits tell, in one order. */
function planTimeline(detail: CaseDetail): TimelineRow[] {
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
      dayRow(e.document.date, `${name.zh} / ${name.en}`, {
        ...(ids === '' ? {} : { detail: ids }),
        exhibits: [e.label],
      }),
    ];
  });
  const notice =
    detail.notifiedOn === null
      ? []
      : [dayRow(detail.notifiedOn, describeEvent({ kind: 'notified', title: '' }), {})];
  return [...notice, ...fromExhibits, ...planEvents(detail)].sort((a, b) => a.atMs - b.atMs);
}

function planEvents(detail: CaseDetail): TimelineRow[] {
  const labels = new Map(detail.exhibits.map((e) => [e.document.id, e.label]));
  return detail.timeline
    .filter(
      (event) =>
        !['exhibit_attached', 'exhibit_detached', 'pack_built', 'opened', 'status', 'facts_changed'].includes(
          event.kind,
        ),
    )
    .map((event) => {
      const label = event.documentId === null ? undefined : labels.get(event.documentId);
      return {
        atMs: event.atMs,
        title: describeEvent(event),
        ...(event.detail === '' ? {} : { detail: event.detail }),
        exhibits: label === undefined ? [] : [label],
      };
    });
}

function planChecklist(detail: CaseDetail): ChecklistRow[] {
  return detail.checklist.map((row) => ({
    kindSlug: row.kind,
    kindName: row.kindName,
    required: row.required,
    state: row.state,
    exhibits: row.exhibits.map((e) => e.label),
    ...(row.note === null ? {} : { note: row.note }),
  }));
}

/** The case as data: what a consultant or a later tool needs, without local paths. */
function caseAsJson(detail: CaseDetail): Record<string, unknown> {
  return {
    number: detail.number,
    caseId: detail.caseId,
    complaintId: detail.complaintId,
    problem: detail.problem,
    problemName: detail.problemName,
    channel: detail.channel,
    marketplace: detail.marketplace,
    title: detail.title,
    status: detail.status,
    notifiedOn: detail.notifiedOn,
    money: detail.money,
    subjects: detail.subjects,
    statement: detail.statement,
    openedAt: new Date(detail.openedAtMs).toISOString(),
    timeline: detail.timeline.map((e) => ({
      kind: e.kind,
      at: new Date(e.atMs).toISOString(),
      title: e.title,
      detail: e.detail,
      official: e.official,
    })),
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
