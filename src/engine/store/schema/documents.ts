// Tables about contents: documents, their text, identifiers, recognition and what people corrected.
import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type {
  CheckResult,
  FindingSource,
  FoundAmount,
  FoundDate,
  FoundParty,
  KindResult,
  Reason,
  Warning,
} from '../../../domain/inspection.ts';
import type { DocumentProperties, MediaFacts, ReadProblem, TextSource } from '../../../domain/reading.ts';

export type OcrState = 'none' | 'pending' | 'done' | 'failed';

export const document = sqliteTable('document', {
  id: integer('id').primaryKey(),
  sha256: text('sha256').notNull(),
  sizeBytes: integer('size_bytes').notNull(),
  mediaType: text('media_type').notNull().default('application/octet-stream'),
  title: text('title').notNull().default(''),
  kind: text('kind').notNull().default('unknown'),
  kindConfidence: real('kind_confidence').notNull().default(0),
  kindByPerson: integer('kind_by_person', { mode: 'boolean' }).notNull().default(false),
  documentDate: text('document_date'),
  language: text('language'),
  sortAtMs: integer('sort_at_ms').notNull(),
  pageCount: integer('page_count').notNull().default(0),
  textSource: text('text_source').$type<TextSource>().notNull().default('none'),
  textCharacters: integer('text_characters').notNull().default(0),
  reader: text('reader').notNull().default('none'),
  readerVersion: integer('reader_version').notNull().default(0),
  media: text('media', { mode: 'json' }).$type<MediaFacts>().notNull().default({}),
  properties: text('properties', { mode: 'json' }).$type<DocumentProperties>().notNull().default({}),
  problems: text('problems', { mode: 'json' }).$type<ReadProblem[]>().notNull().default([]),
  hasProblem: integer('has_problem', { mode: 'boolean' }).notNull().default(false),
  ocrState: text('ocr_state').$type<OcrState>().notNull().default('none'),
  ocrPages: text('ocr_pages', { mode: 'json' }).$type<number[]>().notNull().default([]),
  available: integer('available', { mode: 'boolean' }).notNull().default(true),
  inbox: integer('inbox', { mode: 'boolean' }).notNull().default(false),
  filedAtMs: integer('filed_at_ms').notNull(),
  revision: integer('revision').notNull().default(1),
});

export const documentText = sqliteTable(
  'document_text',
  {
    documentId: integer('document_id')
      .notNull()
      .references(() => document.id),
    page: integer('page').notNull(),
    source: text('source').$type<TextSource>().notNull(),
    confidence: real('confidence'),
    text: text('text').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.page] })],
);

export const identifier = sqliteTable('identifier', {
  id: integer('id').primaryKey(),
  type: text('type').notNull(),
  value: text('value').notNull(),
  valueKey: text('value_key').notNull(),
  carrier: text('carrier'),
});

export const documentIdentifier = sqliteTable(
  'document_identifier',
  {
    documentId: integer('document_id')
      .notNull()
      .references(() => document.id),
    identifierId: integer('identifier_id')
      .notNull()
      .references(() => identifier.id),
    raw: text('raw').notNull(),
    page: integer('page'),
    source: text('source').$type<FindingSource>().notNull(),
    checkResult: text('check_result').$type<CheckResult>().notNull(),
    confidence: real('confidence').notNull(),
    reason: text('reason', { mode: 'json' }).$type<Reason>().notNull(),
    byPerson: integer('by_person', { mode: 'boolean' }).notNull().default(false),
    removed: integer('removed', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.identifierId] })],
);

export const recognition = sqliteTable('recognition', {
  documentId: integer('document_id')
    .primaryKey()
    .references(() => document.id),
  version: integer('version').notNull(),
  recognisedAtMs: integer('recognised_at_ms').notNull(),
  kind: text('kind', { mode: 'json' }).$type<KindResult>().notNull(),
  dates: text('dates', { mode: 'json' }).$type<FoundDate[]>().notNull().default([]),
  amounts: text('amounts', { mode: 'json' }).$type<FoundAmount[]>().notNull().default([]),
  parties: text('parties', { mode: 'json' }).$type<FoundParty[]>().notNull().default([]),
  problems: text('problems', { mode: 'json' }).$type<string[]>().notNull().default([]),
  warnings: text('warnings', { mode: 'json' }).$type<Warning[]>().notNull().default([]),
  /** What was recognised where a person said otherwise; null where nobody did. */
  asFound: text('as_found', { mode: 'json' }).$type<AsFound>(),
});

/** The findings that people can correct, as recognition made them. */
export interface AsFound {
  readonly kind: KindResult;
  readonly dates: readonly FoundDate[];
  readonly amounts: readonly FoundAmount[];
  readonly parties: readonly FoundParty[];
}

export type CorrectionField =
  | 'kind'
  | 'parts'
  | 'identifier_added'
  | 'identifier_removed'
  | 'problem'
  | 'title'
  | 'document_date'
  | 'date'
  | 'party'
  | 'amount';

export const correction = sqliteTable('correction', {
  id: integer('id').primaryKey(),
  documentId: integer('document_id')
    .notNull()
    .references(() => document.id),
  field: text('field').$type<CorrectionField>().notNull(),
  oldValue: text('old_value'),
  newValue: text('new_value'),
  madeAtMs: integer('made_at_ms').notNull(),
  undoneAtMs: integer('undone_at_ms'),
});

export const documentProblemType = sqliteTable(
  'document_problem_type',
  {
    documentId: integer('document_id')
      .notNull()
      .references(() => document.id),
    problemSlug: text('problem_slug').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.problemSlug] })],
);

/** What a document is compared by that may be the same paper or picture as another. */
export const documentSign = sqliteTable('document_sign', {
  documentId: integer('document_id')
    .primaryKey()
    .references(() => document.id),
  textSign: text('text_sign'),
  imageSign: text('image_sign'),
});

export const documentSignBand = sqliteTable(
  'document_sign_band',
  {
    band: integer('band').notNull(),
    documentId: integer('document_id')
      .notNull()
      .references(() => document.id),
  },
  (table) => [primaryKey({ columns: [table.band, table.documentId] })],
);

/** Kinds by page range where one file holds several papers. */
export const documentPart = sqliteTable(
  'document_part',
  {
    documentId: integer('document_id')
      .notNull()
      .references(() => document.id),
    fromPage: integer('from_page').notNull(),
    toPage: integer('to_page').notNull(),
    kind: text('kind').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.fromPage] })],
);

export const savedSearch = sqliteTable('saved_search', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  query: text('query').notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
});
