// account set | list: who is the seller?
import { CasebinderError } from '../domain/errors.ts';
import type { CommandRun } from './command-line.ts';
import { readChoice } from './read-values.ts';

const ENTITIES = ['company', 'individual_business', 'individual'] as const;
const PLANS = ['professional', 'individual'] as const;

export async function runAccountSet(run: CommandRun, own: Readonly<Record<string, unknown>>) {
  const { caller } = await run.open();
  const known = await caller.accounts.list();
  const id =
    typeof own['id'] === 'number'
      ? own['id']
      : known.length === 1 && own['name'] === undefined
        ? known[0]?.id
        : undefined;
  const before = known.find((account) => account.id === id);
  const name = text(own['name']) ?? before?.name ?? text(own['legalNameZh']) ?? text(own['legalNameEn']);
  if (name === undefined) throw new CasebinderError('USAGE', { detail: '--name' });
  const stores = list(own['store']);
  const marketplaces = list(own['marketplace']).map((m) => m.toUpperCase());
  const fields = [
    'legalNameZh',
    'legalNameEn',
    'addressZh',
    'addressEn',
    'email',
    'phone',
    'uscc',
    'sellerId',
  ] as const;
  const account = await caller.accounts.save({
    ...(id === undefined ? {} : { id }),
    name,
    ...Object.fromEntries(
      fields.flatMap((field) => (text(own[field]) === undefined ? [] : [[field, text(own[field])]])),
    ),
    ...(own['entity'] === undefined
      ? {}
      : { entityType: readChoice(String(own['entity']), ENTITIES, 'entity') }),
    ...(own['plan'] === undefined ? {} : { sellingPlan: readChoice(String(own['plan']), PLANS, 'plan') }),
    ...(typeof own['verified'] === 'boolean' ? { verified: own['verified'] } : {}),
    ...(stores.length === 0 ? {} : { stores }),
    ...(marketplaces.length === 0 ? {} : { marketplaces }),
  });
  run.say(run.text('accountSaved', { name: account.name, id: account.id }));
  return { result: account };
}

export async function runAccountList(run: CommandRun) {
  const accounts = await (await run.open()).caller.accounts.list();
  if (!run.json)
    for (const a of accounts)
      run.say(
        `${String(a.id).padStart(3)}  ${a.name}  ${a.legalNameZh} ${a.legalNameEn}  ${a.marketplaces.join(' ')}`,
      );
  return { result: { accounts } };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];
