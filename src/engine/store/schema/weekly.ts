// Tables of the weekly ritual and the archive's own book-keeping: reports, health log, closes, jobs, copies, custody, settings.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ErrorCode, ErrorParams } from '../../../domain/errors.ts';
import { account } from './cases.ts';
import { document } from './documents.ts';

export const setting = sqliteTable('setting', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
  changedAtMs: integer('changed_at_ms').notNull(),
});

export const reportImport = sqliteTable('report_import', {
  id: integer('id').primaryKey(),
  documentId: integer('document_id').references(() => document.id),
  sha256: text('sha256').notNull(),
  report: text('report').notNull(),
  fileName: text('file_name').notNull(),
  rowCount: integer('row_count').notNull(),
  importedAtMs: integer('imported_at_ms').notNull(),
  summary: text('summary', { mode: 'json' }).$type<Record<string, unknown>>().notNull().default({}),
});

export const reportRow = sqliteTable('report_row', {
  id: integer('id').primaryKey(),
  report: text('report').notNull(),
  rowKey: text('row_key').notNull(),
  importId: integer('import_id')
    .notNull()
    .references(() => reportImport.id),
  orderId: text('order_id'),
  sku: text('sku'),
  asin: text('asin'),
  fnsku: text('fnsku'),
  shipmentId: text('shipment_id'),
  trackingNumber: text('tracking_number'),
  carrier: text('carrier'),
  caseId: text('case_id'),
  atMs: integer('at_ms'),
  quantity: integer('quantity'),
  damaged: integer('damaged', { mode: 'boolean' }).notNull().default(false),
  data: text('data', { mode: 'json' }).$type<Record<string, string>>().notNull(),
});

export const healthWeek = sqliteTable('health_week', {
  id: integer('id').primaryKey(),
  accountId: integer('account_id')
    .notNull()
    .references(() => account.id),
  marketplace: text('marketplace').notNull(),
  week: text('week').notNull(),
  checkedAtMs: integer('checked_at_ms').notNull(),
  checkedBy: text('checked_by').notNull().default(''),
  skippedReason: text('skipped_reason'),
  data: text('data', { mode: 'json' }).$type<Record<string, unknown>>().notNull().default({}),
  notes: text('notes').notNull().default(''),
  revision: integer('revision').notNull().default(1),
});

export const weekClose = sqliteTable('week_close', {
  id: integer('id').primaryKey(),
  week: text('week').notNull(),
  closedAtMs: integer('closed_at_ms').notNull(),
  receipt: text('receipt', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  custodySequence: integer('custody_sequence').notNull(),
  custodyHead: text('custody_head').notNull(),
});

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted';

export const job = sqliteTable('job', {
  id: integer('id').primaryKey(),
  kind: text('kind').notNull(),
  subject: text('subject').notNull().default(''),
  state: text('state').$type<JobState>().notNull(),
  phase: text('phase').notNull().default(''),
  done: integer('done').notNull().default(0),
  total: integer('total').notNull().default(0),
  params: text('params', { mode: 'json' }).$type<Record<string, unknown>>().notNull().default({}),
  result: text('result', { mode: 'json' }).$type<Record<string, unknown>>(),
  error: text('error', { mode: 'json' }).$type<{ code: ErrorCode; params: ErrorParams }>(),
  createdAtMs: integer('created_at_ms').notNull(),
  startedAtMs: integer('started_at_ms'),
  finishedAtMs: integer('finished_at_ms'),
});

export const vaultCopy = sqliteTable('vault_copy', {
  sha256: text('sha256').primaryKey(),
  sizeBytes: integer('size_bytes').notNull(),
  copiedAtMs: integer('copied_at_ms').notNull(),
  checkedAtMs: integer('checked_at_ms'),
  state: text('state').$type<'good' | 'damaged' | 'missing'>().notNull().default('good'),
});

export const custodyEvent = sqliteTable('custody_event', {
  sequence: integer('sequence').primaryKey(),
  atMs: integer('at_ms').notNull(),
  event: text('event').notNull(),
  sha256: text('sha256'),
  data: text('data').notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});

export const ruleOverride = sqliteTable('rule_override', {
  id: integer('id').primaryKey(),
  tableName: text('table_name').notNull(),
  rowKey: text('row_key').notNull(),
  value: text('value').notNull(),
  reason: text('reason').notNull(),
  madeAtMs: integer('made_at_ms').notNull(),
  undoneAtMs: integer('undone_at_ms'),
});
