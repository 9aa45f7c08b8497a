// Whom can the seller call or write to, and which calls are to come? Filled by people only: no number is ever prefilled (T-25).
import { and, eq, isNull, sql } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import { checkHotline } from '../../domain/problems/account-guard.ts';
import type { EngineContext } from '../engine-context.ts';
import { caseFile } from '../store/schema/cases.ts';
import { type ContactRole, callBack, contact } from '../store/schema/desk.ts';
import { addEvent, findCase, readAccount, touchCase } from './case-records.ts';
import { requireMarketplace } from './change-case.ts';

export type Contact = typeof contact.$inferSelect;

export interface ContactInput {
  readonly id?: number;
  readonly accountId: number;
  /** "" is all marketplaces of the account. */
  readonly marketplace?: string;
  readonly role: ContactRole;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly hours?: string;
  readonly notes?: string;
  readonly revision?: number;
}

export interface CallBack {
  readonly id: number;
  readonly accountId: number;
  readonly caseNumber: string | null;
  readonly contactId: number | null;
  readonly contactName: string;
  readonly atMs: number;
  readonly subject: string;
  readonly waitMinutes: number | null;
  readonly outcome: string;
  readonly doneAtMs: number | null;
}

export interface ContactBook {
  list(accountId?: number): Contact[];
  save(input: ContactInput): Contact[];
  remove(id: number): Contact[];
  /** Calls to come and, with `all`, those that were made; the next first. */
  calls(all?: boolean): CallBack[];
  planCall(input: {
    readonly accountId: number;
    readonly case?: string | number;
    readonly contactId?: number;
    readonly atMs: number;
    readonly subject?: string;
  }): CallBack[];
  /** The call was made: its outcome and the waiting time go onto the case's timeline too. */
  finishCall(id: number, outcome: string, waitMinutes: number | null): CallBack[];
}

export function createContactBook(context: EngineContext): ContactBook {
  const { orm } = context.archive;
  const list = (accountId?: number): Contact[] =>
    orm
      .select()
      .from(contact)
      .where(
        and(
          isNull(contact.removedAtMs),
          accountId === undefined ? undefined : eq(contact.accountId, accountId),
        ),
      )
      .orderBy(contact.accountId, contact.marketplace, contact.id)
      .all();
  const calls = (all = false): CallBack[] =>
    orm
      .select({
        id: callBack.id,
        accountId: callBack.accountId,
        caseNumber: caseFile.number,
        contactId: callBack.contactId,
        contactName: contact.name,
        atMs: callBack.atMs,
        subject: callBack.subject,
        waitMinutes: callBack.waitMinutes,
        outcome: callBack.outcome,
        doneAtMs: callBack.doneAtMs,
      })
      .from(callBack)
      .leftJoin(caseFile, eq(caseFile.id, callBack.caseFileId))
      .leftJoin(contact, eq(contact.id, callBack.contactId))
      .where(all ? undefined : isNull(callBack.doneAtMs))
      .orderBy(callBack.atMs)
      .all()
      .map((row) => ({ ...row, contactName: row.contactName ?? '' }));
  const tell = (): void => context.events.emit({ type: 'account_changed' });

  return {
    list,
    save(input) {
      readAccount(context, input.accountId);
      if ((input.marketplace ?? '') !== '') requireMarketplace(input.marketplace ?? '');
      if ([input.name, input.phone, input.email].every((text) => (text ?? '').trim() === ''))
        throw new CasebinderError('INPUT_INVALID', {
          detail: 'a contact needs a name, a number or an address',
        });
      const wrong = checkHotline(input.phone ?? '');
      if (wrong !== undefined)
        throw new CasebinderError('INPUT_INVALID', { detail: `${wrong.code}: ${input.phone ?? ''}` });
      const nowMs = context.nowMs();
      const { id, revision, ...values } = input;
      if (id === undefined) {
        orm
          .insert(contact)
          .values({ ...values, createdAtMs: nowMs, updatedAtMs: nowMs })
          .run();
      } else {
        const known = orm.select().from(contact).where(eq(contact.id, id)).get();
        if (known === undefined) throw new CasebinderError('NOT_FOUND', { what: `contact ${id}` });
        if (revision !== undefined && revision !== known.revision)
          throw new CasebinderError('REVISION_CONFLICT');
        orm
          .update(contact)
          .set({ ...values, updatedAtMs: nowMs, revision: sql`${contact.revision} + 1` })
          .where(eq(contact.id, id))
          .run();
      }
      tell();
      return list();
    },
    remove(id) {
      const changed = orm
        .update(contact)
        .set({ removedAtMs: context.nowMs() })
        .where(and(eq(contact.id, id), isNull(contact.removedAtMs)))
        .run().changes;
      if (changed === 0) throw new CasebinderError('NOT_FOUND', { what: `contact ${id}` });
      tell();
      return list();
    },
    calls,
    planCall(input) {
      readAccount(context, input.accountId);
      if (!Number.isFinite(input.atMs))
        throw new CasebinderError('INPUT_INVALID', { detail: 'impossible date' });
      const record = input.case === undefined ? undefined : findCase(context, input.case);
      orm
        .insert(callBack)
        .values({
          accountId: input.accountId,
          caseFileId: record?.id ?? null,
          contactId: input.contactId ?? null,
          atMs: Math.round(input.atMs),
          subject: input.subject ?? '',
          createdAtMs: context.nowMs(),
        })
        .run();
      tell();
      return calls();
    },
    finishCall(id, outcome, waitMinutes) {
      const known = orm.select().from(callBack).where(eq(callBack.id, id)).get();
      if (known === undefined || known.doneAtMs !== null)
        throw new CasebinderError('NOT_FOUND', { what: `call ${id}` });
      const nowMs = context.nowMs();
      context.archive.transaction(() => {
        orm.update(callBack).set({ doneAtMs: nowMs, outcome, waitMinutes }).where(eq(callBack.id, id)).run();
        if (known.caseFileId !== null) {
          addEvent(context, known.caseFileId, {
            kind: 'call',
            title: known.subject,
            detail: outcome,
            data: waitMinutes === null ? {} : { waitMinutes },
          });
          touchCase(context, known.caseFileId);
        }
      });
      if (known.caseFileId !== null)
        context.events.emit({ type: 'case_changed', caseFileId: known.caseFileId });
      tell();
      return calls();
    },
  };
}
