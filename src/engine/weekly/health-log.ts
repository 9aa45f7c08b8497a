// What was read on the Account Health pages, week by week, and what does it mean?
import { and, desc, eq } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import { assessHealth, type HealthAssessment } from '../../domain/health/health-assessment.ts';
import { type AccountStatus, checkHealthValue, type HealthEntry } from '../../domain/health/health-fields.ts';
import { readPerformanceReport } from '../../domain/health/performance-report.ts';
import { readWeekRange, WEEK_ZONE } from '../../domain/health/week-range.ts';
import { type DueCheck, findDueChecks, isoWeekOf } from '../../domain/health/weekly-check.ts';
import { findMarketplace } from '../../domain/marketplaces/marketplaces.ts';
import { listAccounts } from '../cases/accounts.ts';
import { readAccount } from '../cases/case-records.ts';
import type { EngineContext } from '../engine-context.ts';
import { healthWeek } from '../store/schema/weekly.ts';

export interface HealthInput {
  readonly accountId?: number;
  readonly marketplace: string;
  /** Default: the week of now. */
  readonly week?: string;
  readonly status?: AccountStatus;
  readonly values: Readonly<Record<string, number>>;
  readonly targets?: Readonly<Record<string, number>>;
  readonly orderCounts?: Readonly<Record<string, number>>;
  readonly messagingWarning?: boolean;
  readonly ahaEnrolled?: boolean;
  readonly checkedBy?: string;
  readonly notes?: string;
  /** Set: nothing was looked at this week, on purpose, and why (T-21). */
  readonly skippedReason?: string;
  readonly revision?: number;
}

export interface HealthRow {
  readonly id: number;
  readonly accountId: number;
  readonly accountName: string;
  readonly marketplace: string;
  readonly week: string;
  readonly checkedAtMs: number;
  readonly checkedBy: string;
  readonly skippedReason: string | null;
  readonly notes: string;
  readonly entry: HealthEntry;
  /** Against the week before it in the log. */
  readonly assessment: HealthAssessment;
  readonly revision: number;
}

export interface DueStore extends DueCheck {
  readonly accountName: string;
  /** Newest look, if any. */
  readonly latest: HealthRow | null;
}

type Stored = typeof healthWeek.$inferSelect;

function toEntry(row: Stored): HealthEntry {
  const data = row.data as Partial<HealthEntry>;
  return {
    status: data.status ?? 'NORMAL',
    values: data.values ?? {},
    ...(data.targets === undefined ? {} : { targets: data.targets }),
    ...(data.orderCounts === undefined ? {} : { orderCounts: data.orderCounts }),
    ...(data.messagingWarning === undefined ? {} : { messagingWarning: data.messagingWarning }),
    ...(data.ahaEnrolled === undefined ? {} : { ahaEnrolled: data.ahaEnrolled }),
  };
}

/** The log, newest week first. */
export function listHealth(
  context: EngineContext,
  filter: { accountId?: number; marketplace?: string; limit?: number } = {},
): HealthRow[] {
  const names = new Map(listAccounts(context).map((a) => [a.id, a.name]));
  const rows = context.archive.orm
    .select()
    .from(healthWeek)
    .where(
      and(
        filter.accountId === undefined ? undefined : eq(healthWeek.accountId, filter.accountId),
        filter.marketplace === undefined ? undefined : eq(healthWeek.marketplace, filter.marketplace),
      ),
    )
    .orderBy(desc(healthWeek.week), healthWeek.accountId, healthWeek.marketplace)
    .all();
  const looks = rows.filter((row) => row.skippedReason === null);
  return rows.slice(0, filter.limit ?? 2_000).map((row) => {
    const before = looks.find(
      (b) => b.accountId === row.accountId && b.marketplace === row.marketplace && b.week < row.week,
    );
    const entry = toEntry(row);
    return {
      id: row.id,
      accountId: row.accountId,
      accountName: names.get(row.accountId) ?? '',
      marketplace: row.marketplace,
      week: row.week,
      checkedAtMs: row.checkedAtMs,
      checkedBy: row.checkedBy,
      skippedReason: row.skippedReason,
      notes: row.notes,
      entry,
      assessment: assessHealth(entry, before === undefined ? undefined : toEntry(before), row.marketplace),
      revision: row.revision,
    };
  });
}

/** Adds or corrects the entry of one week. @throws CasebinderError INPUT_INVALID, NOT_FOUND, REVISION_CONFLICT */
export function saveHealth(context: EngineContext, input: HealthInput): HealthRow {
  const account =
    input.accountId === undefined ? onlyAccount(context) : readAccount(context, input.accountId);
  const marketplace = input.marketplace.toUpperCase();
  if (findMarketplace(marketplace) === undefined)
    throw new CasebinderError('INPUT_INVALID', { detail: `marketplace ${input.marketplace}` });
  const nowMs = context.nowMs();
  const { week, fromMs } = readWeekRange(input.week ?? isoWeekOf(nowMs, WEEK_ZONE));
  if (fromMs > nowMs) throw new CasebinderError('INPUT_INVALID', { detail: `week ${week} is in the future` });
  for (const [field, value] of Object.entries(input.values)) {
    const wrong = checkHealthValue(field, value);
    if (wrong !== undefined)
      throw new CasebinderError('INPUT_INVALID', { detail: `${field} ${value}: ${wrong}` });
  }
  const skipped = input.skippedReason?.trim();
  if (skipped === undefined && Object.keys(input.values).length === 0 && input.status === undefined)
    throw new CasebinderError('INPUT_INVALID', { detail: 'no value was given' });
  if (skipped === '') throw new CasebinderError('INPUT_INVALID', { detail: 'skipping needs a reason' });
  const { status, values, targets, orderCounts, messagingWarning, ahaEnrolled } = input;
  const data = { status: status ?? 'NORMAL', values, targets, orderCounts, messagingWarning, ahaEnrolled };
  const id = context.archive.transaction(() => {
    const { orm } = context.archive;
    const known = orm
      .select()
      .from(healthWeek)
      .where(
        and(
          eq(healthWeek.accountId, account.id),
          eq(healthWeek.marketplace, marketplace),
          eq(healthWeek.week, week),
        ),
      )
      .get();
    if (input.revision !== undefined && known !== undefined && input.revision !== known.revision)
      throw new CasebinderError('REVISION_CONFLICT');
    const row = {
      checkedAtMs: nowMs,
      checkedBy: input.checkedBy ?? known?.checkedBy ?? '',
      skippedReason: skipped ?? null,
      data,
      notes: input.notes ?? known?.notes ?? '',
    };
    if (known !== undefined) {
      orm
        .update(healthWeek)
        .set({ ...row, revision: known.revision + 1 })
        .where(eq(healthWeek.id, known.id))
        .run();
      return known.id;
    }
    return orm
      .insert(healthWeek)
      .values({ accountId: account.id, marketplace, week, ...row })
      .returning({ id: healthWeek.id })
      .get().id;
  });
  context.events.emit({ type: 'account_changed' });
  const saved = listHealth(context, { accountId: account.id, marketplace }).find((row) => row.id === id);
  if (saved === undefined) throw new CasebinderError('NOT_FOUND', { what: `health entry ${id}` });
  return saved;
}

function onlyAccount(context: EngineContext): { id: number } {
  const accounts = listAccounts(context);
  const first = accounts[0];
  if (accounts.length === 1 && first !== undefined) return first;
  throw new CasebinderError(
    'INPUT_INVALID',
    accounts.length === 0 ? { detail: 'no account yet' } : { detail: 'several accounts: name one' },
  );
}

/** Last week's values as a start for this week's; null when nothing was ever read. What changes is typed over. */
export function prefillHealth(
  context: EngineContext,
  accountId: number,
  marketplace: string,
  week?: string,
): HealthRow | null {
  const { week: wanted } = readWeekRange(week ?? isoWeekOf(context.nowMs(), WEEK_ZONE));
  const rows = listHealth(context, { accountId, marketplace: marketplace.toUpperCase() });
  return rows.find((row) => row.week <= wanted && row.skippedReason === null) ?? null;
}

/** Which stores still wait for their weekly look (T-21). */
export function findDueStores(context: EngineContext): DueStore[] {
  const accounts = listAccounts(context);
  const rows = listHealth(context);
  const due = findDueChecks(
    accounts.flatMap((a) => a.marketplaces.map((marketplace) => ({ accountId: String(a.id), marketplace }))),
    rows.map((row) => ({
      accountId: String(row.accountId),
      marketplace: row.marketplace,
      checkedAtMs: row.checkedAtMs,
      ...(row.skippedReason === null ? {} : { skippedReason: row.skippedReason }),
    })),
    context.nowMs(),
  );
  return due.map((store) => ({
    ...store,
    accountName: accounts.find((a) => String(a.id) === store.accountId)?.name ?? '',
    latest:
      rows.find(
        (row) =>
          String(row.accountId) === store.accountId &&
          row.marketplace === store.marketplace &&
          row.skippedReason === null,
      ) ?? null,
  }));
}

/**
 * Enters Amazon's performance report (JSON, D3) as this week's look. What the report does not hold (the numeric rating)
 * keeps the value already entered for the week. @throws CasebinderError REPORT_UNKNOWN
 */
export function importPerformance(
  context: EngineContext,
  json: unknown,
  options: { accountId?: number; week?: string },
): HealthRow[] {
  const entries = readPerformanceReport(json);
  if (entries === undefined)
    throw new CasebinderError('REPORT_UNKNOWN', { header: Object.keys(Object(json)).slice(0, 8).join(', ') });
  const known = entries.filter((entry) => findMarketplace(entry.marketplace) !== undefined);
  return context.archive.transaction(() =>
    known.map((entry) => {
      const account =
        options.accountId === undefined ? onlyAccount(context) : readAccount(context, options.accountId);
      const { week } = readWeekRange(options.week ?? isoWeekOf(context.nowMs(), WEEK_ZONE));
      const before = listHealth(context, { accountId: account.id, marketplace: entry.marketplace }).find(
        (row) => row.week === week && row.skippedReason === null,
      );
      return saveHealth(context, {
        ...entry,
        accountId: account.id,
        week,
        values: { ...before?.entry.values, ...entry.values },
      });
    }),
  );
}
