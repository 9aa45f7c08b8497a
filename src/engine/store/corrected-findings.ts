// What do a document's findings become by what a person said about dates, amounts, parties and page ranges?
import { and, asc, eq, isNull } from 'drizzle-orm';
import type {
  FoundAmount,
  FoundDate,
  FoundParty,
  KindResult,
  Reason,
  Warning,
} from '../../domain/inspection.ts';
import { nameKey } from '../../domain/text/name-place.ts';
import { isCertain } from '../recognise/certain-sources.ts';
import { dayOf } from '../recognise/day-of-correction.ts';
import { chooseDocumentDate } from '../recognise/document-date.ts';
import { warnAboutSums } from '../recognise/document-warnings.ts';
import { renameParts } from '../recognise/kind-mistakes.ts';
import type { Archive } from './open-archive.ts';
import { type AsFound, type CorrectionField, correction, document, recognition } from './schema/documents.ts';

type Stored = typeof correction.$inferSelect;
type Part = NonNullable<KindResult['parts']>[number];

const FINDING_FIELDS: ReadonlySet<CorrectionField> = new Set(['date', 'amount', 'party', 'parts']);

/** What people said about a document and did not take back, oldest first. */
export function readActiveCorrections({ orm }: Pick<Archive, 'orm'>, documentId: number): Stored[] {
  return orm
    .select()
    .from(correction)
    .where(and(eq(correction.documentId, documentId), isNull(correction.undoneAtMs)))
    .orderBy(asc(correction.id))
    .all();
}

/**
 * Lays what a person said over what was recognised: findings, page ranges and the date to file under. Works from what
 * recognition made, so that it comes to the same after an undo and after every new recognition.
 */
export function layCorrections(archive: Archive, documentId: number): void {
  const { orm, sqlite } = archive;
  const row = orm.select().from(recognition).where(eq(recognition.documentId, documentId)).get();
  const doc = orm.select().from(document).where(eq(document.id, documentId)).get();
  if (row === undefined || doc === undefined) return;
  const all = readActiveCorrections(archive, documentId);
  const asFound: AsFound = row.asFound ?? {
    kind: row.kind,
    dates: row.dates,
    amounts: row.amounts,
    parties: row.parties,
  };
  // A kind has a column of its own; only page ranges follow it.
  const active = all.filter(
    ({ field }) => FINDING_FIELDS.has(field) || (field === 'kind' && asFound.kind.parts !== undefined),
  );
  const corrected = correctFindings(asFound, active);
  orm
    .update(recognition)
    .set({
      kind: corrected.kind,
      dates: [...corrected.dates],
      amounts: [...corrected.amounts],
      parties: [...corrected.parties],
      // A sum that did not add up may do so now.
      warnings: [
        ...row.warnings.filter(({ code }) => code !== 'sum_differs'),
        ...warnAboutSums({ amounts: corrected.amounts, kind: { ...corrected.kind, slug: doc.kind } }),
      ],
      asFound: active.length === 0 ? null : asFound,
    })
    .where(eq(recognition.documentId, documentId))
    .run();
  sqlite.prepare('DELETE FROM document_part WHERE document_id = ?').run(documentId);
  const addPart = sqlite.prepare(
    'INSERT OR REPLACE INTO document_part (document_id, from_page, to_page, kind) VALUES (?, ?, ?, ?)',
  );
  for (const part of corrected.kind.parts ?? [])
    if (part.slug !== 'unknown') addPart.run(documentId, part.fromPage, part.toPage, part.slug);
  const filed = all.findLast(({ field }) => field === 'document_date');
  const date =
    filed === undefined
      ? (chooseDocumentDate(doc.kind, corrected.dates, {
          properties: doc.properties,
          media: doc.media,
        }) ?? null)
      : filed.newValue;
  sqlite
    .prepare(
      `UPDATE document SET document_date = ?, sort_at_ms = coalesce(?,
         (SELECT cast(min(l.mtime_ms) AS INTEGER) FROM location l WHERE l.document_id = document.id AND l.folder_id IS NOT NULL), sort_at_ms)
       WHERE id = ?`,
    )
    .run(date, date === null ? null : Date.parse(`${date}T00:00:00Z`), documentId);
}

/** Pure: what is found, as people corrected it. */
export function correctFindings(found: AsFound, corrections: readonly Stored[]): AsFound {
  let { kind, dates, amounts, parties } = found;
  for (const { field, oldValue, newValue, madeAtMs } of corrections) {
    const reason: Reason = { code: 'correctedByPerson', params: { on: dayOf(madeAtMs) } };
    const read = <T>(json: string | null): T | null => (json === null ? null : (JSON.parse(json) as T));
    if (field === 'kind' && kind.parts !== undefined)
      kind = { ...kind, parts: renameParts(kind.parts, oldValue ?? '', newValue ?? '') };
    else if (field === 'date')
      dates = replace(dates, read<FoundDate>(oldValue), read<FoundDate>(newValue), reason, isSameDate);
    else if (field === 'amount')
      amounts = replace(
        amounts,
        read<FoundAmount>(oldValue),
        read<FoundAmount>(newValue),
        reason,
        isSameAmount,
      );
    else if (field === 'party') {
      const was = read<FoundParty>(oldValue);
      const now = read<FoundParty>(newValue);
      parties = replace(parties, was, now, reason, isSameParty);
      parties = followSeller(parties, was, now, reason);
    } else if (field === 'parts') {
      const parts = read<Part[]>(newValue) ?? [];
      const { parts: _old, ...rest } = kind;
      const reasons = [...kind.reasons.filter(({ code }) => !/^(?:kind_parts|parts_)/.test(code))];
      const said = { code: 'parts_by_person', params: reason.params ?? {} };
      kind = { ...rest, reasons: [...reasons, said], ...(parts.length < 2 ? {} : { parts }) };
    }
  }
  return { kind, dates, amounts, parties };
}

/** `origin`: what recognition had found where a person corrected a correction; it stays away when the first is undone. */
type WithOrigin<T> = T & { readonly origin?: T };

/** Taken for want of anything better: such a finding gives way when a person says what stands in its role. */
const GUESSES = new Set([
  'dateFirst',
  'dateAlone',
  'amountLargest',
  'partyCompanyLine',
  'partyFirstLine',
  'partyAddressBlock',
]);

function replace<T extends { readonly role: string; readonly reason: Reason; readonly confidence: number }>(
  found: readonly T[],
  was: WithOrigin<T> | null,
  now: T | null,
  reason: Reason,
  isSame: (a: T, b: T) => boolean,
): readonly T[] {
  const gone = [was, was?.origin, now].filter((one) => one != null);
  const rest = found.filter(
    (one) =>
      !gone.some((other) => isSame(one, other)) &&
      (was !== null || one.role !== now?.role || !GUESSES.has(one.reason.code)),
  );
  return now === null ? rest : [{ ...now, confidence: 1, reason }, ...rest];
}

/** The issuer of an invoice is its seller: where both were one name, they stay one. */
function followSeller(
  parties: readonly FoundParty[],
  was: FoundParty | null,
  now: FoundParty | null,
  reason: Reason,
): readonly FoundParty[] {
  if (was?.role !== 'seller' || now?.role !== 'seller') return parties;
  return parties.map((party) =>
    party.role === 'issuer' && nameKey(party.name) === nameKey(was.name)
      ? { ...party, name: now.name, reason }
      : party,
  );
}

export function isSameDate(
  a: Pick<FoundDate, 'role' | 'value'>,
  b: Pick<FoundDate, 'role' | 'value'>,
): boolean {
  return a.role === b.role && a.value.slice(0, 10) === b.value.slice(0, 10);
}

export function isSameAmount(
  a: Pick<FoundAmount, 'role' | 'value'>,
  b: Pick<FoundAmount, 'role' | 'value'>,
): boolean {
  return a.role === b.role && Number(a.value) === Number(b.value);
}

export function isSameParty(
  a: Pick<FoundParty, 'role' | 'name'>,
  b: Pick<FoundParty, 'role' | 'name'>,
): boolean {
  return a.role === b.role && nameKey(a.name) === nameKey(b.name);
}

/**
 * Quiet notes where a person's word stands against a source that is surer than any label: structured data in the file,
 * a code, the amount in words, a right check digit. The correction counts; it never does so silently.
 */
export function warnAgainstSources(archive: Archive, documentId: number): Warning[] {
  const row = archive.orm
    .select({
      asFound: recognition.asFound,
      dates: recognition.dates,
      amounts: recognition.amounts,
      parties: recognition.parties,
    })
    .from(recognition)
    .where(eq(recognition.documentId, documentId))
    .get();
  const warnings: Warning[] = [];
  const { asFound } = row ?? {};
  if (row !== undefined && asFound != null) {
    warnings.push(
      ...against(asFound.dates, row.dates, isSameDate, ({ value }) => value.slice(0, 10)),
      ...against(asFound.amounts, row.amounts, isSameAmount, ({ value, currency }) =>
        `${value} ${currency ?? ''}`.trim(),
      ),
      ...against(asFound.parties, row.parties, isSameParty, ({ name }) => name),
    );
  }
  const struck = archive.sqlite
    .prepare<unknown[], { value: string }>(
      `SELECT i.value FROM document_identifier di JOIN identifier i ON i.id = di.identifier_id
       WHERE di.document_id = ? AND di.removed = 1 AND di.check_result = 'valid' LIMIT 5`,
    )
    .all(documentId);
  return [...warnings, ...struck.map(({ value }) => ({ code: 'struckValidNumber', params: { value } }))];
}

function against<T extends { readonly role: string; readonly reason: Reason }>(
  found: readonly T[],
  now: readonly T[],
  isSame: (a: T, b: T) => boolean,
  say: (one: T) => string,
): Warning[] {
  return found
    .filter((one) => isCertain(one.reason) && !now.some((other) => isSame(one, other)))
    .map((one): Warning => {
      const said = now.find((other) => other.role === one.role && other.reason.code === 'correctedByPerson');
      return said === undefined
        ? { code: 'struckCertain', params: { found: say(one) } }
        : { code: 'correctedCertain', params: { found: say(one), said: say(said) } };
    });
}
