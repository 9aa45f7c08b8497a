// Tables about where files lie: watched folders, locations and the versions each location held.
import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { document } from './documents.ts';

export type FolderState = 'new' | 'watching' | 'polling' | 'offline' | 'removed';
export type LocationState =
  | 'arriving'
  | 'queued'
  | 'present'
  | 'missing_unconfirmed'
  | 'missing'
  | 'online_only'
  | 'unreadable'
  | 'replaced';

export const watchedFolder = sqliteTable('watched_folder', {
  id: integer('id').primaryKey(),
  path: text('path').notNull(),
  pathKey: text('path_key').notNull(),
  keepCopies: integer('keep_copies', { mode: 'boolean' }).notNull().default(false),
  state: text('state').$type<FolderState>().notNull().default('new'),
  stateDetail: text('state_detail'),
  settleMs: integer('settle_ms').notNull().default(5000),
  addedAtMs: integer('added_at_ms').notNull(),
  removedAtMs: integer('removed_at_ms'),
  scannedAtMs: integer('scanned_at_ms'),
  scanSummary: text('scan_summary', { mode: 'json' }).$type<Record<string, number>>().notNull().default({}),
});

export const location = sqliteTable('location', {
  id: integer('id').primaryKey(),
  folderId: integer('folder_id').references(() => watchedFolder.id),
  relativePath: text('relative_path').notNull(),
  pathKey: text('path_key').notNull(),
  fileName: text('file_name').notNull(),
  parentDocumentId: integer('parent_document_id').references(() => document.id),
  documentId: integer('document_id').references(() => document.id),
  state: text('state').$type<LocationState>().notNull(),
  stateDetail: text('state_detail'),
  sizeBytes: integer('size_bytes').notNull().default(0),
  mtimeMs: real('mtime_ms').notNull().default(0),
  device: text('device').notNull().default(''),
  inode: text('inode').notNull().default(''),
  tries: integer('tries').notNull().default(0),
  retryAtMs: integer('retry_at_ms'),
  firstSeenAtMs: integer('first_seen_at_ms').notNull(),
  lastSeenAtMs: integer('last_seen_at_ms').notNull(),
  missingSinceMs: integer('missing_since_ms'),
});

export const locationVersion = sqliteTable('location_version', {
  id: integer('id').primaryKey(),
  locationId: integer('location_id')
    .notNull()
    .references(() => location.id),
  documentId: integer('document_id')
    .notNull()
    .references(() => document.id),
  seenFromMs: integer('seen_from_ms').notNull(),
  seenUntilMs: integer('seen_until_ms'),
  relativePath: text('relative_path').notNull(),
});
