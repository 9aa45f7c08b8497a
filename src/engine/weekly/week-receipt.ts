// What does a closed week leave behind, and where does its receipt lie?
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { desc, eq } from 'drizzle-orm';
import type { EngineContext } from '../engine-context.ts';
import { weekClose } from '../store/schema/weekly.ts';
import { toCanonicalJson } from '../vault/custody.ts';

/** How a week ended, in numbers and hashes. Everything in it can be checked again later. */
export interface WeekReceipt extends Record<string, unknown> {
  readonly format: 'casebinder-week-receipt/1';
  readonly week: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** ISO, UTC. */
  readonly closedAt: string;
  /** The end of the custody chain at the closing: next week's close finds this very event in its chain. */
  readonly custody: { readonly sequence: number; readonly head: string };
  /** What became of the head of the week closed before; null for the first. */
  readonly previous: {
    readonly week: string;
    readonly sequence: number;
    readonly head: string;
    readonly isPrefix: boolean;
  } | null;
  readonly counts: {
    readonly documents: number;
    readonly arrived: number;
    readonly unsorted: number;
    readonly ordersChecked: number;
    readonly ordersWithoutEvidence: number;
    readonly openCases: number;
    readonly casesDue: number;
    readonly healthChecked: number;
    readonly healthDue: number;
    readonly healthSkipped: number;
    readonly expiring: number;
    readonly claimable: number;
  };
  readonly verification: {
    readonly ok: boolean;
    readonly checked: number;
    readonly custodyEvents: number;
    readonly problems: readonly { readonly code: string; readonly path: string }[];
  };
  /** Originals that were read again and hashed; chosen by the week's own seed, so that anyone can choose the same. */
  readonly sample: {
    readonly seed: string;
    readonly asked: number;
    readonly checked: number;
    readonly unchanged: number;
    readonly changed: readonly { readonly sha256: string; readonly path: string; readonly code: string }[];
  };
  readonly backup: {
    readonly name: string;
    readonly databaseSha256: string;
    readonly databaseBytes: number;
    readonly safeCopies: number;
  } | null;
  /** False: something in here needs a person. */
  readonly ok: boolean;
}

/** The receipt of `week`, or null while it is open. */
export function readReceipt(context: EngineContext, week: string): WeekReceipt | null {
  const row = context.archive.orm.select().from(weekClose).where(eq(weekClose.week, week)).get();
  return row === undefined ? null : (row.receipt as WeekReceipt);
}

/** All receipts, newest week first. */
export function listReceipts(context: EngineContext): WeekReceipt[] {
  return context.archive.orm
    .select()
    .from(weekClose)
    .orderBy(desc(weekClose.week))
    .all()
    .map((row) => row.receipt as WeekReceipt);
}

export function receiptPath(context: EngineContext, week: string, extension: 'json' | 'pdf'): string {
  return join(context.archive.dir, 'receipts', `${week}.${extension}`);
}

/** The bytes of a receipt's file: canonical, so that its SHA-256 in the custody chain can be recomputed by anyone. */
export function receiptText(receipt: WeekReceipt): string {
  return `${toCanonicalJson(receipt)}\n`;
}

/** Writes a file of the receipts folder under its name only when it is whole; what is there already stays. */
export function writeReceiptFile(path: string, content: string | Uint8Array): void {
  if (existsSync(path)) return;
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  const temp = `${path}.tmp`;
  writeFileSync(temp, content, { mode: 0o600 });
  renameSync(temp, path);
}
