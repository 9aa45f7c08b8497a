// Procedures of the weekly ritual: the week and its closing, the health log, imported reports.

import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { CasebinderError } from '../../domain/errors.ts';
import { fieldsOfRegion, HEALTH_FIELDS } from '../../domain/health/health-fields.ts';
import { HEALTH_THRESHOLDS } from '../../domain/health/health-thresholds.ts';
import { findMarketplace } from '../../domain/marketplaces/marketplaces.ts';
import { REPORT_ROLES } from '../../domain/reports/report-layouts.ts';
import { dropUndefined } from '../drop-undefined.ts';
import { procedure, router } from '../trpc.ts';

const week = z.string().max(10);
const marketplace = z.string().min(2).max(4);
const accountId = z.number().int().positive();
const numbers = z.record(z.string().max(40), z.number());
/** Far above any performance report; anything bigger is something else. */
const MAX_JSON_BYTES = 20 * 1024 * 1024;

export const weeklyRouter = router({
  /** Everything about one week (default: the current one), Beijing time. */
  show: procedure
    .input(z.object({ week: week.optional() }).default({}))
    .query(({ ctx, input }) => ctx.engine.weekly.show(input.week)),
  /** Checks, backs up and writes the receipt, as a job; a closed week returns its receipt again. */
  close: procedure
    .input(
      z
        .object({ week: week.optional(), sampleSize: z.number().int().min(1).max(5_000).optional() })
        .default({}),
    )
    .mutation(({ ctx, input }) => ({
      jobId: ctx.engine.weekly.close({
        ...(input.week === undefined ? {} : { week: input.week }),
        ...(input.sampleSize === undefined ? {} : { sampleSize: input.sampleSize }),
      }),
    })),
  /** Whether closing the week is due by the chosen weekday and hour. */
  reminder: procedure.query(({ ctx }) => ctx.engine.weekly.reminder()),
  /** History of weeks: receipts, newest first. */
  list: procedure.query(({ ctx }) => ctx.engine.weekly.receipts()),
  receipt: procedure
    .input(z.object({ week }))
    .query(({ ctx, input }) => ctx.engine.weekly.receipt(input.week)),
  /** A receipt as a file, in base64. */
  receiptFile: procedure
    .input(z.object({ week, format: z.enum(['json', 'pdf']) }))
    .mutation(({ ctx, input }) => {
      const file = ctx.engine.weekly.receiptFile(input.week, input.format);
      return { fileName: file.fileName, base64: Buffer.from(file.bytes).toString('base64') };
    }),
  /** Losses that could be claimed, with their windows. */
  claims: procedure
    .input(z.object({ limit: z.number().int().min(1).max(5_000).default(500) }).default({ limit: 500 }))
    .query(({ ctx, input }) => ctx.engine.weekly.claims(input.limit)),
  /** Orders with gaps in their evidence, over more days or more rows than the week shows. */
  orders: procedure
    .input(
      z
        .object({
          days: z.number().int().min(1).max(400).default(60),
          limit: z.number().int().min(1).max(5_000).default(200),
        })
        .default({ days: 60, limit: 200 }),
    )
    .query(({ ctx, input }) => ctx.engine.weekly.orders(input.days, input.limit)),
});

export const healthRouter = router({
  /** What is entered for a marketplace, in the order of the Account Health page, with targets and early limits. */
  fields: procedure
    .input(z.object({ marketplace: marketplace.optional() }).default({}))
    .query(({ input }) => {
      const fields =
        input.marketplace === undefined
          ? HEALTH_FIELDS
          : fieldsOfRegion(findMarketplace(input.marketplace)?.region);
      return fields.map((field) => ({
        ...field,
        threshold: HEALTH_THRESHOLDS.find((t) => t.field === field.id) ?? null,
      }));
    }),
  list: procedure
    .input(
      z
        .object({
          accountId: accountId.optional(),
          marketplace: marketplace.optional(),
          limit: z.number().int().min(1).max(5_000).optional(),
        })
        .default({}),
    )
    .query(({ ctx, input }) =>
      ctx.engine.health.list({
        ...(input.accountId === undefined ? {} : { accountId: input.accountId }),
        ...(input.marketplace === undefined ? {} : { marketplace: input.marketplace.toUpperCase() }),
        ...(input.limit === undefined ? {} : { limit: input.limit }),
      }),
    ),
  /** Stores and whether their look of the week is due, done or skipped (T-21). */
  due: procedure.query(({ ctx }) => ctx.engine.health.due()),
  /** The newest look before or in the week, as a start; null when there is none. */
  prefill: procedure
    .input(z.object({ accountId, marketplace, week: week.optional() }))
    .query(({ ctx, input }) => ctx.engine.health.prefill(input.accountId, input.marketplace, input.week)),
  /** Adds or corrects the look of one week; `skippedReason` records that it was skipped. Percent as percent: 0.7 is 0.7 %. */
  save: procedure
    .input(
      z.object({
        accountId: accountId.optional(),
        marketplace,
        week: week.optional(),
        status: z.enum(['NORMAL', 'AT_RISK', 'DEACTIVATED']).optional(),
        values: numbers.default({}),
        targets: numbers.optional(),
        orderCounts: numbers.optional(),
        messagingWarning: z.boolean().optional(),
        ahaEnrolled: z.boolean().optional(),
        checkedBy: z.string().max(100).optional(),
        notes: z.string().max(10_000).optional(),
        skippedReason: z.string().max(500).optional(),
        revision: z.number().int().optional(),
      }),
    )
    .mutation(({ ctx, input }) => ctx.engine.health.save(dropUndefined(input))),
  /** Amazon's performance report (JSON) that a person picked. */
  importReport: procedure
    .input(
      z.object({
        grant: z.string().min(1).max(200),
        accountId: accountId.optional(),
        week: week.optional(),
      }),
    )
    .mutation(({ ctx, input }) => {
      const { path, fileName } = ctx.grants.redeem(input.grant, ctx.sessionId);
      return ctx.engine.health.importPerformance(
        readJson(path, fileName),
        dropUndefined({ accountId: input.accountId, week: input.week }),
      );
    }),
});

const mapping = z.record(z.enum(REPORT_ROLES), z.string().max(300).optional());
const grant = z.string().min(1).max(200);

export const reportsRouter = router({
  /** Files in watched folders that are reports and were not imported yet. */
  offered: procedure.query(({ ctx }) => ctx.engine.reports.offered()),
  /** What was imported, newest first. */
  list: procedure.query(({ ctx }) => ctx.engine.reports.list()),
  /** What a picked file is and how its columns would be read; the grant is renewed in the answer. */
  preview: procedure
    .input(z.object({ grant, mapping: mapping.optional() }))
    .mutation(async ({ ctx, input }) => {
      const held = ctx.grants.redeem(input.grant, ctx.sessionId);
      const preview = await ctx.engine.reports.preview(
        held.path,
        held.fileName,
        input.mapping === undefined ? undefined : dropUndefined(input.mapping),
      );
      return { preview, grant: ctx.grants.create(ctx.sessionId, held) };
    }),
  previewDocument: procedure
    .input(z.object({ documentId: z.number().int().positive(), mapping: mapping.optional() }))
    .query(({ ctx, input }) =>
      ctx.engine.reports.previewDocument(
        input.documentId,
        input.mapping === undefined ? undefined : dropUndefined(input.mapping),
      ),
    ),
  /** Imports picked files as one job; `mapping` (role → column title) for a header that no table knows. */
  import: procedure
    .input(z.object({ grants: z.array(grant).min(1).max(200), mapping: mapping.optional() }))
    .mutation(({ ctx, input }) => ({
      jobId: ctx.engine.reports.start(
        input.grants.map((held) => {
          const { path, fileName } = ctx.grants.redeem(held, ctx.sessionId);
          return { path, fileName };
        }),
        input.mapping === undefined ? {} : dropUndefined(input.mapping),
      ),
    })),
  /** Imports documents of the archive that are reports. */
  importDocuments: procedure
    .input(
      z.object({
        documentIds: z.array(z.number().int().positive()).min(1).max(500),
        mapping: mapping.optional(),
      }),
    )
    .mutation(({ ctx, input }) => ({
      jobId: ctx.engine.reports.start(
        input.documentIds.map((documentId) => ({ documentId })),
        input.mapping === undefined ? {} : dropUndefined(input.mapping),
      ),
    })),
  /** Units bought with invoices against units sold in the 365 days before a day (INV-01, INV-02). */
  coverage: procedure
    .input(
      z
        .object({
          anchorOn: z
            .string()
            .regex(/^\d{4}-\d{2}-\d{2}$/)
            .optional(),
          products: z.array(z.string().max(60)).max(500).optional(),
          limit: z.number().int().min(1).max(5_000).optional(),
        })
        .default({}),
    )
    .query(({ ctx, input }) => ctx.engine.reports.coverage(dropUndefined(input))),
  setInvoiceUnits: procedure
    .input(
      z.object({
        documentId: z.number().int().positive(),
        product: z.string().min(1).max(60),
        quantity: z.number().int().min(0).max(10_000_000).nullable(),
      }),
    )
    .mutation(({ ctx, input }) =>
      ctx.engine.reports.setInvoiceUnits(input.documentId, input.product, input.quantity),
    ),
  /** Rows about one order, ASIN, shipment, tracking number or Case ID. */
  rows: procedure
    .input(
      z.object({ value: z.string().min(3).max(60), limit: z.number().int().min(1).max(1_000).default(200) }),
    )
    .query(({ ctx, input }) => ctx.engine.reports.rows(input.value, input.limit)),
});

function readJson(path: string, fileName: string): unknown {
  try {
    if (statSync(path).size > MAX_JSON_BYTES) throw new RangeError('too big');
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new CasebinderError('REPORT_UNKNOWN', { header: fileName }, error);
  }
}
