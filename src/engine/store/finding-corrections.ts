// Which corrections of dates, amounts, parties and page ranges does a person's input come to, and is it possible?
import { eq } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import { AMOUNT_ROLES, DATE_ROLES, PARTY_ROLES } from '../../domain/finding-roles.ts';
import type { FoundAmount, FoundDate, FoundParty, KindResult } from '../../domain/inspection.ts';
import { KIND_BY_SLUG } from '../../domain/kinds/document-kinds.ts';
import { isSameAmount, isSameDate, isSameParty, readActiveCorrections } from './corrected-findings.ts';
import type { Archive } from './open-archive.ts';
import { type CorrectionField, type document, recognition } from './schema/documents.ts';

/** `was` without `now`: struck out; `now` without `was`: added; both: put right. */
export interface FindingChange<T> {
  readonly was?: T;
  readonly now?: T;
}

export interface PartStart {
  readonly kind: string;
  /** 1-based. */
  readonly fromPage: number;
}

export interface FindingChanges {
  readonly dates?: readonly FindingChange<Pick<FoundDate, 'role' | 'value'>>[];
  readonly amounts?: readonly FindingChange<Pick<FoundAmount, 'role' | 'value' | 'currency'>>[];
  readonly parties?: readonly FindingChange<Pick<FoundParty, 'role' | 'name'>>[];
  /** Where each paper in the file begins and what it is; none or one: the file is one paper. */
  readonly parts?: readonly PartStart[];
}

export interface NewCorrection {
  readonly field: CorrectionField;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

const MOST_PARTS = 50;

/** @throws CasebinderError NOT_FOUND for a `was` that is not there, INPUT_INVALID for a value that cannot be */
export function findingCorrections(
  archive: Archive,
  doc: typeof document.$inferSelect,
  input: FindingChanges,
): NewCorrection[] {
  const { dates = [], amounts = [], parties = [], parts } = input;
  if (dates.length + amounts.length + parties.length === 0 && parts === undefined) return [];
  const row = archive.orm.select().from(recognition).where(eq(recognition.documentId, doc.id)).get();
  // Without a recognition there is nothing to lay a correction over; it comes with the first reading.
  if (row === undefined)
    throw new CasebinderError('NOT_FOUND', { what: `recognition of document ${doc.id}` });
  const made: NewCorrection[] = [];
  const note = <T extends { readonly role: string }>(
    field: 'date' | 'amount' | 'party',
    changes: readonly FindingChange<T>[],
    found: readonly T[],
    isSame: (a: T, b: T) => boolean,
    check: (now: T) => T,
  ): void => {
    for (const { was, now } of changes) {
      if (was === undefined && now === undefined)
        throw new CasebinderError('INPUT_INVALID', { detail: `empty correction of ${field}` });
      const known = was === undefined ? undefined : found.find((one) => isSame(one, was));
      if (was !== undefined && known === undefined)
        throw new CasebinderError('NOT_FOUND', { what: `${field} ${Object.values(was).join(' ')}` });
      const old =
        known === undefined ? null : { ...known, ...originOf(archive, doc.id, field, known, isSame) };
      made.push({
        field,
        oldValue: old === null ? null : JSON.stringify(old),
        newValue: now === undefined ? null : JSON.stringify(check(now)),
      });
    }
  };
  note<Pick<FoundDate, 'role' | 'value'>>('date', dates, row.dates, isSameDate, checkDate);
  note<Pick<FoundAmount, 'role' | 'value' | 'currency'>>(
    'amount',
    amounts,
    row.amounts,
    isSameAmount,
    checkAmount,
  );
  note<Pick<FoundParty, 'role' | 'name'>>('party', parties, row.parties, isSameParty, checkParty);
  if (parts !== undefined)
    made.push({
      field: 'parts',
      oldValue: JSON.stringify(row.kind.parts ?? []),
      newValue: JSON.stringify(rangesOf(parts, doc.pageCount)),
    });
  return made;
}

/** Of a correction that is corrected again: what recognition had found in the first place. */
function originOf<T>(
  archive: Archive,
  documentId: number,
  field: CorrectionField,
  known: T,
  isSame: (a: T, b: T) => boolean,
): { readonly origin?: T } {
  const earlier = readActiveCorrections(archive, documentId).findLast(
    (one) => one.field === field && one.newValue !== null && isSame(JSON.parse(one.newValue) as T, known),
  );
  if (earlier?.oldValue == null) return {};
  const old = JSON.parse(earlier.oldValue) as T & { readonly origin?: T };
  return { origin: old.origin ?? old };
}

/** Pages 1…n without a gap: each part ends where the next begins. @throws CasebinderError INPUT_INVALID */
function rangesOf(starts: readonly PartStart[], pageCount: number): NonNullable<KindResult['parts']> {
  const refuse = (detail: string): never => {
    throw new CasebinderError('INPUT_INVALID', { detail });
  };
  if (starts.length > MOST_PARTS) refuse(`more than ${MOST_PARTS} parts`);
  if (starts.length === 0) return [];
  if (pageCount < 2) refuse('the file has one page');
  return starts.map(({ kind, fromPage }, index) => {
    if (kind !== 'unknown' && !KIND_BY_SLUG.has(kind)) refuse(`kind ${kind}`);
    const before = starts[index - 1]?.fromPage;
    if (before === undefined ? fromPage !== 1 : fromPage <= before)
      refuse(`part from page ${fromPage}: the first begins on page 1, each later than the one before`);
    if (fromPage > pageCount) refuse(`part from page ${fromPage} of ${pageCount}`);
    return { slug: kind, fromPage, toPage: (starts[index + 1]?.fromPage ?? pageCount + 1) - 1 };
  });
}

/** A day of the calendar as YYYY-MM-DD. @throws CasebinderError INPUT_INVALID */
export function checkDay(day: string): void {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day)
    throw new CasebinderError('INPUT_INVALID', { detail: `date ${day}` });
}

function checkDate({ role, value }: Pick<FoundDate, 'role' | 'value'>): Pick<FoundDate, 'role' | 'value'> {
  checkRole(DATE_ROLES, role);
  checkDay(value);
  return { role, value };
}

function checkAmount({
  role,
  value,
  currency,
}: Pick<FoundAmount, 'role' | 'value' | 'currency'>): Pick<FoundAmount, 'role' | 'value' | 'currency'> {
  checkRole(AMOUNT_ROLES, role);
  if (!/^-?\d{1,12}(?:\.\d{1,4})?$/.test(value))
    throw new CasebinderError('INPUT_INVALID', { detail: `amount ${value}` });
  if (currency === undefined || currency === '') return { role, value };
  if (!/^[A-Z]{3}$/.test(currency))
    throw new CasebinderError('INPUT_INVALID', { detail: `currency ${currency}` });
  return { role, value, currency };
}

function checkParty({ role, name }: Pick<FoundParty, 'role' | 'name'>): Pick<FoundParty, 'role' | 'name'> {
  checkRole(PARTY_ROLES, role);
  const plain = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (plain.length < 2 || plain.length > 200)
    throw new CasebinderError('INPUT_INVALID', { detail: `party ${plain}` });
  return { role, name: plain };
}

function checkRole(roles: readonly string[], role: string): void {
  if (!roles.includes(role)) throw new CasebinderError('INPUT_INVALID', { detail: `role ${role}` });
}
