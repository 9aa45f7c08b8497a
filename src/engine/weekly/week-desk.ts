// Everything that can be asked of and done in the weekly ritual: the week, its closing, the health log.
import { existsSync, readFileSync } from 'node:fs';
import { CasebinderError } from '../../domain/errors.ts';
import { findWeekReminder, type WeekReminder } from '../../domain/health/week-reminder.ts';
import type { EngineContext } from '../engine-context.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { readSettings } from '../store/setting-queries.ts';
import { closeWeek } from './close-week.ts';
import { findOpenClaims } from './find-claims.ts';
import {
  type DueStore,
  findDueStores,
  type HealthInput,
  type HealthRow,
  importPerformance,
  listHealth,
  prefillHealth,
  saveHealth,
} from './health-log.ts';
import type { OpenClaim } from './open-claim.ts';
import { findOrderEvidence, type OrderEvidenceList } from './order-evidence.ts';
import { listReceipts, readReceipt, receiptPath, receiptText, type WeekReceipt } from './week-receipt.ts';
import { readWeek, type WeekView } from './week-view.ts';

export interface WeekDesk {
  show(week?: string): WeekView;
  /** Starts the closing as a job "week-close"; its result is the receipt. */
  close(options: { week?: string; sampleSize?: number }): number;
  receipt(week: string): WeekReceipt | null;
  receipts(): WeekReceipt[];
  /** The file of a receipt; the JSON is written again from the archive when its file is gone. @throws CasebinderError NOT_FOUND */
  receiptFile(
    week: string,
    format: 'json' | 'pdf',
  ): { readonly fileName: string; readonly bytes: Uint8Array };
  orders(days: number, limit: number): OrderEvidenceList;
  /** Losses whose window is open or opens later, the first to end first. */
  claims(limit: number): { readonly total: number; readonly claims: readonly OpenClaim[] };
  /** Whether to remind of closing the week, by the chosen weekday and hour. */
  reminder(): WeekReminder;
}

export interface HealthDesk {
  list(filter?: { accountId?: number; marketplace?: string; limit?: number }): HealthRow[];
  save(input: HealthInput): HealthRow;
  prefill(accountId: number, marketplace: string, week?: string): HealthRow | null;
  due(): DueStore[];
  importPerformance(json: unknown, options: { accountId?: number; week?: string }): HealthRow[];
}

export function createWeekDesk(context: EngineContext, jobs: JobQueue): WeekDesk {
  return {
    show: (week) => readWeek(context, week),
    close: (options) =>
      jobs.start({ kind: 'week-close', subject: options.week ?? '' }, (handle) =>
        closeWeek(context, {
          ...options,
          signal: handle.signal,
          onProgress: (progress) => handle.report(progress),
        }),
      ),
    receipt: (week) => readReceipt(context, week),
    receipts: () => listReceipts(context),
    receiptFile(week, format) {
      const receipt = readReceipt(context, week);
      const path = receiptPath(context, week, format);
      if (receipt === null || (format === 'pdf' && !existsSync(path)))
        throw new CasebinderError('NOT_FOUND', { what: `receipt ${week}` });
      const bytes = format === 'json' ? Buffer.from(receiptText(receipt)) : readFileSync(path);
      return { fileName: `casebinder-${week}.${format}`, bytes };
    },
    reminder() {
      const settings = readSettings(context);
      return findWeekReminder(
        context.nowMs(),
        (week) => readReceipt(context, week) !== null,
        Number(settings.reminder_weekday),
        Number(settings.reminder_hour),
      );
    },
    claims: (limit) => findOpenClaims(context.archive, context.nowMs(), limit),
    orders: (days, limit) => findOrderEvidence(context.archive, context.nowMs() - days * 86_400_000, limit),
  };
}

export function createHealthDesk(context: EngineContext): HealthDesk {
  return {
    list: (filter) => listHealth(context, filter),
    save: (input) => saveHealth(context, input),
    prefill: (accountId, marketplace, week) => prefillHealth(context, accountId, marketplace, week),
    due: () => findDueStores(context),
    importPerformance: (json, options) => importPerformance(context, json, options),
  };
}
