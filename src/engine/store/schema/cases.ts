// Tables about accounts and cases: subjects, timeline, exhibits, deadlines, submissions and packs.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CaseStatus } from '../../../domain/problems/case-status.ts';
import { document } from './documents.ts';

export const account = sqliteTable('account', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  legalNameZh: text('legal_name_zh').notNull().default(''),
  legalNameEn: text('legal_name_en').notNull().default(''),
  addressZh: text('address_zh').notNull().default(''),
  addressEn: text('address_en').notNull().default(''),
  email: text('email').notNull().default(''),
  phone: text('phone').notNull().default(''),
  uscc: text('uscc').notNull().default(''),
  sellerId: text('seller_id').notNull().default(''),
  entityType: text('entity_type')
    .$type<'company' | 'individual_business' | 'individual'>()
    .notNull()
    .default('company'),
  sellingPlan: text('selling_plan').$type<'professional' | 'individual'>().notNull().default('professional'),
  verified: integer('verified', { mode: 'boolean' }).notNull().default(true),
  stores: text('stores', { mode: 'json' }).$type<string[]>().notNull().default([]),
  marketplaces: text('marketplaces', { mode: 'json' }).$type<string[]>().notNull().default([]),
  createdAtMs: integer('created_at_ms').notNull(),
  updatedAtMs: integer('updated_at_ms').notNull(),
  revision: integer('revision').notNull().default(1),
});

export const caseFile = sqliteTable('case_file', {
  id: integer('id').primaryKey(),
  number: text('number').notNull(),
  accountId: integer('account_id')
    .notNull()
    .references(() => account.id),
  problemSlug: text('problem_slug').notNull(),
  channel: text('channel').notNull(),
  marketplace: text('marketplace').notNull(),
  title: text('title').notNull().default(''),
  caseId: text('case_id'),
  complaintId: text('complaint_id'),
  status: text('status').$type<CaseStatus>().notNull().default('draft'),
  severity: text('severity').notNull().default('normal'),
  notifiedOn: text('notified_on'),
  moneyAmount: text('money_amount'),
  moneyCurrency: text('money_currency'),
  statementSubject: text('statement_subject').notNull().default(''),
  statementText: text('statement_text').notNull().default(''),
  statementTextZh: text('statement_text_zh').notNull().default(''),
  duplicateReason: text('duplicate_reason'),
  openedAtMs: integer('opened_at_ms').notNull(),
  submittedAtMs: integer('submitted_at_ms'),
  closedAtMs: integer('closed_at_ms'),
  updatedAtMs: integer('updated_at_ms').notNull(),
  revision: integer('revision').notNull().default(1),
  assignee: text('assignee').notNull().default(''),
  workLanguage: text('work_language').notNull().default(''),
  workMinutes: integer('work_minutes').notNull().default(0),
});

export const caseSubject = sqliteTable(
  'case_subject',
  {
    caseFileId: integer('case_file_id')
      .notNull()
      .references(() => caseFile.id),
    identifierType: text('identifier_type').notNull(),
    value: text('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseFileId, table.identifierType, table.value] })],
);

export const caseEvent = sqliteTable('case_event', {
  id: integer('id').primaryKey(),
  caseFileId: integer('case_file_id')
    .notNull()
    .references(() => caseFile.id),
  kind: text('kind').notNull(),
  atMs: integer('at_ms').notNull(),
  recordedAtMs: integer('recorded_at_ms').notNull(),
  title: text('title').notNull(),
  detail: text('detail').notNull().default(''),
  official: integer('official', { mode: 'boolean' }).notNull().default(false),
  documentId: integer('document_id').references(() => document.id),
  data: text('data', { mode: 'json' }).$type<Record<string, unknown>>().notNull().default({}),
});

export const exhibit = sqliteTable('exhibit', {
  id: integer('id').primaryKey(),
  caseFileId: integer('case_file_id')
    .notNull()
    .references(() => caseFile.id),
  documentId: integer('document_id')
    .notNull()
    .references(() => document.id),
  position: integer('position').notNull(),
  caption: text('caption').notNull().default(''),
  roleKind: text('role_kind'),
  attachedAtMs: integer('attached_at_ms').notNull(),
});

export const deadline = sqliteTable('deadline', {
  id: integer('id').primaryKey(),
  caseFileId: integer('case_file_id')
    .notNull()
    .references(() => caseFile.id),
  kind: text('kind').notNull(),
  ruleId: text('rule_id').notNull(),
  opensAtMs: integer('opens_at_ms'),
  closesAtMs: integer('closes_at_ms'),
  trace: text('trace', { mode: 'json' }).$type<unknown[]>().notNull().default([]),
  overriddenReason: text('overridden_reason'),
  doneAtMs: integer('done_at_ms'),
});

export interface SubmittedExhibit {
  readonly label: string;
  readonly sha256: string;
  readonly name: string;
}

export const submission = sqliteTable('submission', {
  id: integer('id').primaryKey(),
  caseFileId: integer('case_file_id')
    .notNull()
    .references(() => caseFile.id),
  channel: text('channel').notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  textKey: text('text_key').notNull(),
  exhibits: text('exhibits', { mode: 'json' }).$type<SubmittedExhibit[]>().notNull(),
  preparedBy: text('prepared_by').notNull().default(''),
  submittedBy: text('submitted_by').notNull().default(''),
  submittedAtMs: integer('submitted_at_ms').notNull(),
  outcome: text('outcome'),
  packId: integer('pack_id'),
});

export const pack = sqliteTable('pack', {
  id: integer('id').primaryKey(),
  caseFileId: integer('case_file_id')
    .notNull()
    .references(() => caseFile.id),
  edition: integer('edition').notNull(),
  variant: text('variant').notNull(),
  channel: text('channel').notNull(),
  folder: text('folder').notNull(),
  zip: text('zip'),
  manifestSha256: text('manifest_sha256').notNull(),
  payloadBytes: integer('payload_bytes').notNull(),
  result: text('result', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  recipe: text('recipe', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  builtAtMs: integer('built_at_ms').notNull(),
  verifiedAtMs: integer('verified_at_ms'),
});

/** A place on a page that is to be covered, in fractions of the page as it is displayed, from its upper left corner. */
export interface RedactionBox {
  /** 1-based. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly reason: 'name' | 'address' | 'price' | 'contact' | 'word' | 'drawn';
}

export const redaction = sqliteTable('redaction', {
  id: integer('id').primaryKey(),
  documentId: integer('document_id')
    .notNull()
    .references(() => document.id),
  sourceSha256: text('source_sha256').notNull(),
  boxes: text('boxes', { mode: 'json' }).$type<RedactionBox[]>().notNull(),
  /** Null: a person looked and there was nothing to cover. */
  copySha256: text('copy_sha256'),
  copyBytes: integer('copy_bytes').notNull().default(0),
  copyMediaType: text('copy_media_type').notNull().default(''),
  byPerson: integer('by_person', { mode: 'boolean' }).notNull().default(false),
  madeAtMs: integer('made_at_ms').notNull(),
});
