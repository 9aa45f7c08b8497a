// Tables of the desk's own book: contacts, call-backs and the papers of an account.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { account, caseFile } from './cases.ts';
import { document } from './documents.ts';

export type ContactRole = 'hotline' | 'account_manager' | 'support' | 'supplier' | 'consultant' | 'other';

export const contact = sqliteTable('contact', {
  id: integer('id').primaryKey(),
  accountId: integer('account_id')
    .notNull()
    .references(() => account.id),
  marketplace: text('marketplace').notNull().default(''),
  role: text('role').$type<ContactRole>().notNull().default('other'),
  name: text('name').notNull().default(''),
  phone: text('phone').notNull().default(''),
  email: text('email').notNull().default(''),
  hours: text('hours').notNull().default(''),
  notes: text('notes').notNull().default(''),
  createdAtMs: integer('created_at_ms').notNull(),
  updatedAtMs: integer('updated_at_ms').notNull(),
  removedAtMs: integer('removed_at_ms'),
  revision: integer('revision').notNull().default(1),
});

export const callBack = sqliteTable('call_back', {
  id: integer('id').primaryKey(),
  accountId: integer('account_id')
    .notNull()
    .references(() => account.id),
  caseFileId: integer('case_file_id').references(() => caseFile.id),
  contactId: integer('contact_id').references(() => contact.id),
  atMs: integer('at_ms').notNull(),
  subject: text('subject').notNull().default(''),
  waitMinutes: integer('wait_minutes'),
  outcome: text('outcome').notNull().default(''),
  doneAtMs: integer('done_at_ms'),
  createdAtMs: integer('created_at_ms').notNull(),
});

export const accountPaper = sqliteTable('account_paper', {
  id: integer('id').primaryKey(),
  accountId: integer('account_id')
    .notNull()
    .references(() => account.id),
  kind: text('kind').notNull(),
  documentId: integer('document_id').references(() => document.id),
  number: text('number').notNull().default(''),
  issuedOn: text('issued_on'),
  expiresOn: text('expires_on'),
  endless: integer('endless', { mode: 'boolean' }).notNull().default(false),
  note: text('note').notNull().default(''),
  updatedAtMs: integer('updated_at_ms').notNull(),
});

export const messageSetAside = sqliteTable('message_set_aside', {
  documentId: integer('document_id')
    .primaryKey()
    .references(() => document.id),
  atMs: integer('at_ms').notNull(),
});

export const invoiceUnit = sqliteTable(
  'invoice_unit',
  {
    documentId: integer('document_id')
      .notNull()
      .references(() => document.id),
    product: text('product').notNull(),
    quantity: integer('quantity').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.product] })],
);
