// Who is the seller: legal names, stores and marketplaces, one row per Amazon account.
import { eq, sql } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { account } from '../store/schema/cases.ts';
import type { AccountRecord } from './case-records.ts';

export interface AccountInput {
  readonly id?: number;
  readonly name: string;
  readonly legalNameZh?: string;
  readonly legalNameEn?: string;
  readonly addressZh?: string;
  readonly addressEn?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly uscc?: string;
  readonly sellerId?: string;
  readonly entityType?: 'company' | 'individual_business' | 'individual';
  readonly sellingPlan?: 'professional' | 'individual';
  readonly verified?: boolean;
  readonly stores?: string[];
  readonly marketplaces?: string[];
  readonly revision?: number;
}

export function listAccounts(context: EngineContext): AccountRecord[] {
  return context.archive.orm.select().from(account).orderBy(account.id).all();
}

/** Creates or changes an account. @throws CasebinderError INPUT_INVALID, NOT_FOUND, REVISION_CONFLICT */
export function saveAccount(context: EngineContext, input: AccountInput): AccountRecord {
  const { orm } = context.archive;
  if (input.name.trim() === '')
    throw new CasebinderError('INPUT_INVALID', { detail: 'account name is empty' });
  const nowMs = context.nowMs();
  const { id, revision, ...values } = input;
  const row = context.archive.transaction(() => {
    if (id === undefined) {
      return orm
        .insert(account)
        .values({ ...values, createdAtMs: nowMs, updatedAtMs: nowMs })
        .returning()
        .get();
    }
    const known = orm.select().from(account).where(eq(account.id, id)).get();
    if (known === undefined) throw new CasebinderError('NOT_FOUND', { what: `account ${id}` });
    if (revision !== undefined && revision !== known.revision) throw new CasebinderError('REVISION_CONFLICT');
    return orm
      .update(account)
      .set({ ...values, updatedAtMs: nowMs, revision: sql`${account.revision} + 1` })
      .where(eq(account.id, id))
      .returning()
      .get();
  });
  context.events.emit({ type: 'account_changed' });
  return row as AccountRecord;
}

/** The account that a case belongs to when none is named: the only one, or a first one made on the spot. */
export function defaultAccount(context: EngineContext): AccountRecord {
  const all = listAccounts(context);
  const first = all[0];
  if (first !== undefined) return first;
  return saveAccount(context, { name: '我的店铺 / My store' });
}
