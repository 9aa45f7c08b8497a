// What do --dated, --amount, --party, --part and their opposites say about a document's findings?
import { CasebinderError } from '../domain/errors.ts';
import { AMOUNT_ROLES, DATE_ROLES, PARTY_ROLES } from '../domain/finding-roles.ts';

export interface FindingOptions {
  readonly dated: readonly string[];
  readonly notDated: readonly string[];
  readonly amount: readonly string[];
  readonly notAmount: readonly string[];
  readonly party: readonly string[];
  readonly notParty: readonly string[];
  readonly part: readonly string[];
  readonly onePaper?: boolean;
}

/** What the document says now, as far as it can be corrected. */
export interface KnownFindings {
  readonly dates: readonly { readonly role: string; readonly value: string }[];
  readonly amounts: readonly { readonly role: string; readonly value: string }[];
  readonly parties: readonly { readonly role: string; readonly name: string }[];
}

interface Change<T> {
  readonly was?: T;
  readonly now?: T;
}

type DateRef = { role: (typeof DATE_ROLES)[number]; value: string };
type AmountRef = { role: (typeof AMOUNT_ROLES)[number]; value: string; currency?: string };
type PartyRef = { role: (typeof PARTY_ROLES)[number]; name: string };

export function hasFindings(options: FindingOptions): boolean {
  const { dated, notDated, amount, notAmount, party, notParty, part, onePaper } = options;
  return (
    onePaper === true ||
    [dated, notDated, amount, notAmount, party, notParty, part].some((list) => list.length > 0)
  );
}

/** `role:value` sets the role: what stands in it gives way. @throws CasebinderError USAGE */
export function readFindings(options: FindingOptions, known: KnownFindings) {
  const dates = changesOf(
    options.dated.map((text) => readDate(text)),
    options.notDated.map((text) => readDate(text)),
    known.dates as readonly DateRef[],
    (a, b) => a.value.slice(0, 10) === b.value.slice(0, 10),
  );
  const amounts = changesOf(
    options.amount.map((text) => readAmount(text)),
    options.notAmount.map((text) => readAmount(text)),
    known.amounts as readonly AmountRef[],
    (a, b) => Number(a.value) === Number(b.value) && (a.currency ?? '') === (b.currency ?? a.currency ?? ''),
  );
  const parties = changesOf(
    options.party.map((text) => readParty(text)),
    options.notParty.map((text) => readParty(text)),
    known.parties as readonly PartyRef[],
    (a, b) => a.name === b.name,
  );
  const parts =
    options.onePaper === true ? [] : options.part.length === 0 ? undefined : options.part.map(readPart);
  return {
    ...(dates.length === 0 ? {} : { dates }),
    ...(amounts.length === 0 ? {} : { amounts }),
    ...(parties.length === 0 ? {} : { parties }),
    ...(parts === undefined ? {} : { parts }),
  };
}

function changesOf<T extends { readonly role: string }>(
  given: readonly T[],
  struck: readonly T[],
  known: readonly T[],
  isSame: (a: T, b: T) => boolean,
): Change<T>[] {
  const changes: Change<T>[] = struck.map((was) => ({ was }));
  const roles = [...new Set(given.map(({ role }) => role))];
  for (const role of roles) {
    const now = given.filter((one) => one.role === role);
    // Dates without a telling role stand beside each other.
    const there = role === 'other' ? [] : known.filter((one) => one.role === role);
    const wrong = there.filter((one) => !now.some((other) => isSame(other, one)));
    const fresh = now.filter((one) => !there.some((other) => isSame(one, other)));
    for (let index = 0; index < Math.max(wrong.length, fresh.length); index += 1) {
      const was = wrong[index];
      const value = fresh[index];
      changes.push({
        ...(was === undefined ? {} : { was: plain(was) }),
        ...(value === undefined ? {} : { now: value }),
      });
    }
  }
  return changes;
}

/** Only what names the finding; its reason and confidence stay behind. */
function plain<T extends { readonly role: string }>(one: T): T {
  const { role, value, name } = one as { role: string; value?: string; name?: string };
  return {
    role,
    ...(value === undefined ? {} : { value }),
    ...(name === undefined ? {} : { name }),
  } as unknown as T;
}

function split(text: string, roles: readonly string[], example: string): [string, string] {
  const match = /^([a-z_]+):(.+)$/s.exec(text);
  const role = match?.[1] ?? '';
  if (match === null || !roles.includes(role))
    throw new CasebinderError('USAGE', { detail: `${text} (${example}; ${roles.join(', ')})` });
  return [role, match[2]!.trim()];
}

function readDate(text: string): DateRef {
  const [role, value] = split(text, DATE_ROLES, 'issue:2026-03-05');
  return { role: role as DateRef['role'], value };
}

function readAmount(text: string): AmountRef {
  const [role, rest] = split(text, AMOUNT_ROLES, 'total:1234.50 USD');
  const match = /^(-?[\d.]+) ?([A-Za-z]{3})?$/.exec(rest);
  if (match === null) throw new CasebinderError('USAGE', { detail: `${text} (total:1234.50 USD)` });
  const currency = match[2]?.toUpperCase();
  return {
    role: role as AmountRef['role'],
    value: match[1]!,
    ...(currency === undefined ? {} : { currency }),
  };
}

function readParty(text: string): PartyRef {
  const [role, name] = split(text, PARTY_ROLES, 'seller:Lumen Works Ltd');
  return { role: role as PartyRef['role'], name };
}

function readPart(text: string): { kind: string; fromPage: number } {
  const match = /^(\d{1,5}):([a-z_0-9]+)$/.exec(text);
  if (match === null)
    throw new CasebinderError('USAGE', { detail: `${text} (1:supplier_invoice, 3:packing_list)` });
  return { fromPage: Number(match[1]), kind: match[2]! };
}
