// What does the week look like: what came in, what has no place yet, what is due, what runs out, what could be claimed?
import { readWeekRange, WEEK_ZONE, type WeekRange, weekBefore } from '../../domain/health/week-range.ts';
import { isoWeekOf } from '../../domain/health/weekly-check.ts';
import { EXPIRING_KINDS } from '../../domain/reports/evidence-groups.ts';
import { listAccounts } from '../cases/accounts.ts';
import type { CaseDeadline } from '../cases/case-view.ts';
import { type CallBack, createContactBook } from '../cases/contact-book.ts';
import { listDeadlines } from '../cases/read-case.ts';
import { findEndingPapers } from '../cases/seller-dossier.ts';
import type { EngineContext } from '../engine-context.ts';
import { type DocumentRow, readDocumentRows } from '../store/document-rows.ts';
import { readOverview } from '../store/overview-queries.ts';
import { findOpenClaims } from './find-claims.ts';
import { type DueStore, findDueStores } from './health-log.ts';
import type { OpenClaim } from './open-claim.ts';
import { findOrderEvidence, type OrderEvidenceList } from './order-evidence.ts';
import { readReceipt, type WeekReceipt } from './week-receipt.ts';

export interface ExpiringPaper {
  readonly document: DocumentRow;
  /** YYYY-MM-DD. */
  readonly expiresOn: string;
  /** Negative: has run out. */
  readonly daysLeft: number;
}

export interface WeekView {
  readonly week: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly isCurrent: boolean;
  /** The receipt, when the week is closed. */
  readonly receipt: WeekReceipt | null;
  readonly previousClosed: boolean;
  readonly arrived: {
    readonly documents: number;
    readonly byKind: readonly { readonly kind: string; readonly documents: number }[];
    /** Orders that new documents name, most documents first. */
    readonly orders: readonly {
      readonly orderId: string;
      readonly documents: number;
      readonly kinds: readonly string[];
    }[];
    readonly ordersTotal: number;
  };
  readonly unsorted: { readonly total: number; readonly documents: readonly DocumentRow[] };
  readonly ordersWithoutEvidence: OrderEvidenceList;
  /** Overdue, or due until a week after this one; the most pressing first. */
  readonly casesDue: readonly CaseDeadline[];
  readonly health: readonly DueStore[];
  readonly expiring: readonly ExpiringPaper[];
  /** Papers of the dossier whose end is near or past, whoever told it. */
  readonly papersEnding: ReturnType<typeof findEndingPapers>;
  /** Agreed calls until the end of the week, late ones first. */
  readonly callsDue: readonly CallBack[];
  readonly claims: { readonly total: number; readonly claims: readonly OpenClaim[] };
  /** Files that need a person: missing, unreadable, online only. */
  readonly trouble: { readonly missing: number; readonly unreadable: number; readonly onlineOnly: number };
}

const DAY_MS = 86_400_000;
/** Orders of this long ago can still be asked about: the window of the order defect rate (domain.md 5.1). */
const ORDER_DAYS = 60;
/** Papers are named this long before they run out; Amazon wants 45–60 days left (IDV-09), and for a month after. */
const EXPIRY_AHEAD_DAYS = 60;
const EXPIRY_BEHIND_DAYS = 30;
const SHOWN = 200;

/** Everything about `week` (default: the current one). @throws CasebinderError INPUT_INVALID */
export function readWeek(context: EngineContext, week?: string): WeekView {
  const nowMs = context.nowMs();
  const current = isoWeekOf(nowMs, WEEK_ZONE);
  const range = readWeekRange(week ?? current);
  const overview = readOverview(context.archive, nowMs);
  return {
    week: range.week,
    firstDay: range.firstDay,
    lastDay: range.lastDay,
    fromMs: range.fromMs,
    untilMs: range.untilMs,
    isCurrent: range.week === current,
    receipt: readReceipt(context, range.week),
    previousClosed: readReceipt(context, weekBefore(range.week)) !== null,
    arrived: readArrived(context, range),
    unsorted: readUnsorted(context),
    ordersWithoutEvidence: findOrderEvidence(context.archive, range.untilMs - ORDER_DAYS * DAY_MS, SHOWN),
    casesDue: listDeadlines(context).filter(
      (d) => d.actionable && d.closesAtMs !== undefined && d.closesAtMs < range.untilMs + 7 * DAY_MS,
    ),
    health: findDueStores(context),
    expiring: findExpiring(context, nowMs),
    papersEnding: findEndingPapers(
      context,
      listAccounts(context).map((account) => account.id),
    ),
    callsDue: createContactBook(context)
      .calls()
      .filter((call) => call.atMs < range.untilMs),
    claims: findOpenClaims(context.archive, nowMs, SHOWN),
    trouble: { missing: overview.missing, unreadable: overview.unreadable, onlineOnly: overview.onlineOnly },
  };
}

function readArrived(context: EngineContext, range: WeekRange): WeekView['arrived'] {
  const { sqlite } = context.archive;
  const span = [range.fromMs, range.untilMs];
  const byKind = sqlite
    .prepare<unknown[], { kind: string; documents: number }>(
      `SELECT kind, count(*) AS documents FROM document WHERE filed_at_ms >= ? AND filed_at_ms < ?
       GROUP BY kind ORDER BY documents DESC, kind`,
    )
    .all(...span);
  const orders = sqlite
    .prepare<unknown[], { orderId: string; documents: number; kinds: string }>(
      `SELECT i.value AS orderId, count(*) AS documents, json_group_array(DISTINCT d.kind) AS kinds FROM document d
       JOIN document_identifier di ON di.document_id = d.id AND di.removed = 0
       JOIN identifier i ON i.id = di.identifier_id AND i.type = 'order_id'
       WHERE d.filed_at_ms >= ? AND d.filed_at_ms < ? AND d.kind NOT IN ('amazon_report','settlement_report')
       GROUP BY i.id ORDER BY documents DESC, i.value`,
    )
    .all(...span);
  return {
    documents: byKind.reduce((sum, row) => sum + row.documents, 0),
    byKind,
    orders: orders.slice(0, SHOWN).map((row) => ({ ...row, kinds: JSON.parse(row.kinds) as string[] })),
    ordersTotal: orders.length,
  };
}

function readUnsorted(context: EngineContext): WeekView['unsorted'] {
  const { sqlite } = context.archive;
  const total = sqlite.prepare('SELECT count(*) FROM document WHERE inbox = 1').pluck().get() as number;
  const ids = sqlite
    .prepare('SELECT id FROM document WHERE inbox = 1 ORDER BY sort_at_ms DESC, id DESC LIMIT 50')
    .pluck()
    .all() as number[];
  return { total, documents: readDocumentRows(context.archive, ids) };
}

/** Papers of the account that run out soon or just did, by the latest end that each document names. */
export function findExpiring(context: EngineContext, nowMs: number): ExpiringPaper[] {
  const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const today = Date.parse(day(nowMs));
  const rows = context.archive.sqlite
    .prepare<unknown[], { id: number; expiresOn: string }>(
      `SELECT d.id, max(j.value ->> 'value') AS expiresOn FROM document d JOIN recognition r ON r.document_id = d.id, json_each(r.dates) j
       WHERE d.kind IN (SELECT value FROM json_each(?)) AND j.value ->> 'role' = 'valid_to'
       GROUP BY d.id HAVING expiresOn BETWEEN ? AND ? ORDER BY expiresOn, d.id LIMIT 200`,
    )
    .all(
      JSON.stringify(EXPIRING_KINDS),
      day(nowMs - EXPIRY_BEHIND_DAYS * DAY_MS),
      day(nowMs + EXPIRY_AHEAD_DAYS * DAY_MS),
    );
  const documents = new Map(
    readDocumentRows(
      context.archive,
      rows.map((row) => row.id),
    ).map((d) => [d.id, d]),
  );
  return rows.flatMap((row) => {
    const document = documents.get(row.id);
    const daysLeft = Math.round((Date.parse(row.expiresOn.slice(0, 10)) - today) / DAY_MS);
    return document === undefined || Number.isNaN(daysLeft)
      ? []
      : [{ document, expiresOn: row.expiresOn.slice(0, 10), daysLeft }];
  });
}
