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
import { readDocument, readDocumentText } from '../store/document-detail.ts';
import { loadVideoFrames } from '../video/frame-store.ts';
import { isSetFromText, type OpenContent, type PlannedPack } from './editions.ts';

import type { ExhibitPlan, PackFix, PackPlan, PackVariant, WithheldExhibit } from './pack-plan.ts';
import { caseAsJson, planChecklist, planTimeline } from './plan-story.ts';
import { setXmlAsText } from './xml-as-text.ts';

export type { OpenContent, PlannedPack } from './editions.ts';

export interface PackRequest {
  readonly channel?: string;
  readonly variant: PackVariant;
  readonly recipient?: string;
  /** Labels of exhibits with personal data that the person wants to send. */
  readonly includeSensitive?: readonly string[];
  /** What may be done where a file does not fit the channel; absent: everything but downscaling. */
  readonly fixes?: readonly PackFix[];
  /** Largest payload of one volume in bytes. */
  readonly volumeBytes?: number;
  /** Who confirmed the truth of statement and exhibits, in which words. */
  readonly truth?: { readonly by: string; readonly words: string };
  /** Further words to cover in a consultant's copy. */
  readonly coverWords?: readonly string[];
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
    const withheld = withholdSensitive(detail, request);
    const staying = new Set(withheld.map((one) => one.label));
    for (const exhibit of detail.exhibits) {
      if (staying.has(exhibit.label)) continue;
      try {
        const content = await openContent(exhibit.document.id);
        opened.push(content);
        exhibits.push(planExhibit(context, exhibit, content.path, detail, profile.slug));
      } catch (error) {
        if (!(error instanceof CasebinderError)) throw error;
        missing.push(`${exhibit.label} ${exhibit.document.fileName}`);
      }
    }
    if (missing.length > 0)
      throw new CasebinderError('PACK_ORIGINAL_MISSING', { exhibits: missing.join(', ') });
    if (exhibits.length === 0)
      throw new CasebinderError('PACK_ONLY_SENSITIVE', { exhibits: [...staying].join(', ') });
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
      timeline: planTimeline(detail, request.variant).map((row) => ({
        ...row,
        exhibits: row.exhibits.filter((label) => !staying.has(label)),
      })),
      checklist: planChecklist(detail, request.variant, new Set(exhibits.map((one) => one.label))),
      ...(withheld.length === 0 ? {} : { withheld }),
      ...(request.variant === 'consultant' && !hasNames(owner) ? { namesKnown: false } : {}),
      ...(request.truth === undefined ? {} : { truth: { ...request.truth, atMs: builtAtMs } }),
      ...(request.fixes === undefined ? {} : { fixes: request.fixes }),
      ...(request.volumeBytes === undefined ? {} : { volumeBytes: request.volumeBytes }),
      caseJson: caseAsJson(detail, request.variant),
    };
    return { plan, release };
  } catch (error) {
    release();
    throw error;
  }
}

function hasNames(owner: ReturnType<typeof readAccount>): boolean {
  return [owner.legalNameZh, owner.legalNameEn, ...owner.stores].some((name) => name.trim() !== '');
}

/** The pictures of a video that the archive has taken by now, for its contact sheet. */
export function planFrames(
  context: EngineContext,
  mediaType: string,
  sha256: string,
): Pick<ExhibitPlan, 'frames'> {
  if (!mediaType.startsWith('video/')) return {};
  const frames = loadVideoFrames(context.archive, sha256)?.frames ?? [];
  if (frames.length === 0) return {};
  return { frames: frames.map(({ path, atSeconds }) => ({ path, atSeconds })) };
}

/** domain.md 2, last paragraph: kinds with personal data leave only when asked for by name, each time. */
function withholdSensitive(detail: CaseDetail, request: PackRequest): WithheldExhibit[] {
  if (request.variant === 'internal') return [];
  const wanted = new Set(request.includeSensitive ?? []);
  return detail.exhibits
    .filter((e) => isSensitiveKind(e.document.kind) && !wanted.has(e.label))
    .map((e) => ({
      label: e.label,
      documentId: e.document.id,
      kindName: describeKind(e.document.kind),
      reason: 'sensitive' as const,
    }));
}

/** IDV-07: identity documents, and all that goes to the identity and bill forms, carry no stamp even as copies. */
function isNeverMarked(kindSlug: string, profileSlug: string): boolean {
  return kindSlug === 'legal_rep_id' || profileSlug === 'att_identity' || profileSlug === 'att_utility';
}

function valuesOf(detail: CaseDetail, type: string): string[] {
  return detail.subjects.filter((s) => s.type === type).map((s) => s.value);
}

function planExhibit(
  context: EngineContext,
  exhibit: CaseExhibit,
  sourcePath: string,
  detail: CaseDetail,
  profileSlug: string,
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
    ...(isNeverMarked(document.kind, profileSlug) ? { unmarked: true } : {}),
    caption: exhibit.caption === '' ? document.title : exhibit.caption,
    ...(document.date === null ? {} : { documentDate: document.date }),
    identifiers: identifiers.map((i) => ({ type: i.type, value: i.value })),
    pageCount: document.pageCount,
    media: document.media,
    ...planFrames(context, document.mediaType, document.sha256),
    ...(document.properties.email === undefined ? {} : { email: document.properties.email }),
    // PDFs, pictures and videos show themselves: their text would only fill the memory.
    pages: isSetFromText(document) ? planText(context, document.id) : [],
    proves: detail.checklist
      .filter((row) => row.exhibits.some((e) => e.exhibitId === exhibit.id))
      .map((row) => row.kind),
  };
}

/** Structured data beside a page view repeats it; where it is all that there is, it is what the file says. */
function planText(context: EngineContext, documentId: number): ExhibitPlan['pages'] {
  const pages = readDocumentText(context.archive, documentId, 1, MAX_TEXT_PAGES);
  const shown = pages.filter((page) => page.source !== 'xml');
  const chosen = shown.some((page) => page.text.trim() !== '')
    ? shown
    : pages.map((page) => ({ ...page, text: setXmlAsText(page.text) ?? page.text }));
  return chosen.map((page) => ({
    page: page.page,
    text: page.text,
    source: page.source as ExhibitPlan['pages'][number]['source'],
  }));
}
