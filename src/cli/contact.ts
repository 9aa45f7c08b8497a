// contact add | change | list | remove | call | called: whom can the seller call or write to, and which calls are to come?
import { CasebinderError } from '../domain/errors.ts';
import type { CommandRun } from './command-line.ts';
import { readChoice, readTime } from './read-values.ts';
import { wordsOf } from './words.ts';

const ROLES = ['hotline', 'account_manager', 'support', 'supplier', 'consultant', 'other'] as const;
const FIELDS = ['name', 'phone', 'email', 'hours', 'marketplace', 'notes'] as const;

export type ContactOptions = { readonly [field in (typeof FIELDS)[number]]?: string } & {
  readonly role?: string;
  readonly account?: number;
};

type Caller = Awaited<ReturnType<CommandRun['open']>>['caller'];
type Contacts = Awaited<ReturnType<Caller['contacts']['list']>>;
type Calls = Awaited<ReturnType<Caller['contacts']['calls']>>;

function readFields(own: ContactOptions): Partial<Record<(typeof FIELDS)[number], string>> {
  const fields: Partial<Record<(typeof FIELDS)[number], string>> = {};
  for (const field of FIELDS) if (own[field] !== undefined) fields[field] = own[field];
  return fields;
}

export async function runContactAdd(
  run: CommandRun,
  own: ContactOptions & { account: number; role: string },
) {
  const contacts = await (await run.open()).caller.contacts.save({
    accountId: own.account,
    role: readChoice(own.role, ROLES, 'role'),
    ...readFields(own),
  });
  tellContacts(run, contacts);
  return { result: { contacts } };
}

/** What is not named stays as it is. */
export async function runContactChange(run: CommandRun, id: number, own: ContactOptions) {
  const { caller } = await run.open();
  const known = (await caller.contacts.list({})).find((contact) => contact.id === id);
  if (known === undefined) throw new CasebinderError('NOT_FOUND', { what: `contact ${id}` });
  const { name, phone, email, hours, marketplace, notes } = known;
  const contacts = await caller.contacts.save({
    id,
    accountId: own.account ?? known.accountId,
    role: own.role === undefined ? known.role : readChoice(own.role, ROLES, 'role'),
    ...{ name, phone, email, hours, marketplace, notes },
    ...readFields(own),
    revision: known.revision,
  });
  tellContacts(run, contacts);
  return { result: { contacts } };
}

export async function runContactList(run: CommandRun, own: { all?: boolean }) {
  const { caller } = await run.open();
  const result = {
    contacts: await caller.contacts.list({}),
    calls: await caller.contacts.calls({ all: own.all === true }),
  };
  tellContacts(run, result.contacts);
  tellCalls(run, result.calls);
  return { result };
}

export async function runContactRemove(run: CommandRun, id: number) {
  const { caller } = await run.open();
  const contacts = await caller.contacts.remove({ id });
  tellContacts(run, contacts);
  return { result: { contacts } };
}

export async function runCallPlan(
  run: CommandRun,
  own: { account: number; at: string; case?: string; subject?: string },
) {
  const { caller } = await run.open();
  const calls = await caller.contacts.planCall({
    accountId: own.account,
    atMs: readTime(own.at),
    ...(own.case === undefined ? {} : { case: own.case }),
    ...(own.subject === undefined ? {} : { subject: own.subject }),
  });
  tellCalls(run, calls);
  return { result: { calls } };
}

export async function runCallFinish(run: CommandRun, id: number, own: { outcome?: string; waited?: number }) {
  const { caller } = await run.open();
  const calls = await caller.contacts.finishCall({
    id,
    outcome: own.outcome ?? '',
    waitMinutes: own.waited ?? null,
  });
  tellCalls(run, calls);
  return { result: { calls } };
}

function tellContacts(run: CommandRun, contacts: Contacts): void {
  if (run.json) return;
  const words = wordsOf(run.language);
  if (contacts.length === 0) run.say(run.text('noContacts'));
  for (const row of contacts)
    run.say(
      [
        `#${row.id}`,
        words.desk(`role_${row.role}`),
        row.name,
        row.phone,
        row.email,
        row.marketplace,
        row.hours,
      ]
        .filter((part) => part !== '')
        .join('  '),
    );
}

function tellCalls(run: CommandRun, calls: Calls): void {
  if (run.json) return;
  const words = wordsOf(run.language);
  for (const call of calls)
    run.say(
      [
        `${words.desk('callBack')} #${call.id}`,
        words.moment(call.atMs),
        call.caseNumber ?? '',
        call.contactName,
        call.subject,
        ...(call.doneAtMs === null ? [] : [words.desk('callMade'), call.outcome]),
      ]
        .filter((part) => part !== '')
        .join('  '),
    );
}
