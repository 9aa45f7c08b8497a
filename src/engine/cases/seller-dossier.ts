// Which papers does every seller need at hand, which are here, and when does each end (S2-17, S2-24)?
import { and, eq } from 'drizzle-orm';
import { isIsoDate, localDate } from '../../domain/deadlines/zoned-day.ts';
import { CasebinderError } from '../../domain/errors.ts';
import { compareNames } from '../../domain/problems/name-match.ts';
import type { EngineContext } from '../engine-context.ts';
import { type DocumentRow, readDocumentRows } from '../store/document-rows.ts';
import { account } from '../store/schema/cases.ts';
import { accountPaper } from '../store/schema/desk.ts';
import { type AccountRecord, readAccount } from './case-records.ts';

/** What registration and verification ask for; a country adds its own (domain.md 6.3 S1-27, 6.4 S2-17, S2-24). */
export const DOSSIER_KINDS = [
  'business_license',
  'legal_rep_id',
  'bank_statement',
  'bank_account_letter',
  'credit_card_statement',
  'utility_bill',
  'tax_form_w8ben',
  'vat_certificate',
  'insurance_coi',
  'trademark_certificate',
  'letter_of_authorization',
] as const;
const REQUIRED: ReadonlySet<string> = new Set([
  'business_license',
  'legal_rep_id',
  'bank_statement',
  'tax_form_w8ben',
]);
/** Papers that must carry the name of the account; an authorisation names others too. */
const NAMED_KINDS: ReadonlySet<string> = new Set([
  'business_license',
  'bank_statement',
  'bank_account_letter',
  'utility_bill',
  'vat_certificate',
]);
/** From here on two spellings are the same name (domain/problems/name-match.ts). */
const SAME_NAME = 0.8;
const DAY_MS = 86_400_000;
/** A licence must be valid for 60 more days (IDV-09); everything else is told as early. */
const WARN_DAYS = 60;

export interface DossierPaper {
  readonly kind: string;
  readonly required: boolean;
  readonly state: 'missing' | 'present' | 'ends_soon' | 'ended';
  readonly number: string;
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
  readonly endless: boolean;
  readonly daysLeft: number | null;
  readonly note: string;
  /** The paper that a person chose, else the newest of its kind. */
  readonly document: DocumentRow | null;
  /** Whether the name on it is the account's (S1-27); null: no name was found on it. */
  readonly nameFits: boolean | null;
}

export interface PaperInput {
  readonly accountId: number;
  readonly kind: string;
  readonly documentId?: number | null;
  readonly number?: string;
  readonly issuedOn?: string | null;
  readonly expiresOn?: string | null;
  readonly endless?: boolean;
  readonly note?: string;
}

export function readDossier(context: EngineContext, accountId: number): DossierPaper[] {
  const owner = readAccount(context, accountId);
  const stored = new Map(
    context.archive.orm
      .select()
      .from(accountPaper)
      .where(eq(accountPaper.accountId, accountId))
      .all()
      .map((row) => [row.kind, row]),
  );
  const today = Date.parse(localDate(context.nowMs(), 'Asia/Shanghai'));
  const isOnly = context.archive.orm.select({ id: account.id }).from(account).all().length === 1;
  return DOSSIER_KINDS.map((kind): DossierPaper => {
    const row = stored.get(kind);
    const documentId = row?.documentId ?? findPaper(context, kind, owner, isOnly);
    const document =
      documentId === null ? null : (readDocumentRows(context.archive, [documentId])[0] ?? null);
    const found = documentId === null ? null : readPaper(context, documentId);
    const endless = row?.endless ?? false;
    const expiresOn = endless ? null : (row?.expiresOn ?? found?.expiresOn ?? null);
    const daysLeft = expiresOn === null ? null : Math.round((Date.parse(expiresOn) - today) / DAY_MS);
    return {
      kind,
      required: REQUIRED.has(kind),
      state:
        document === null && (row === undefined || row.number === '')
          ? 'missing'
          : daysLeft === null || daysLeft > WARN_DAYS
            ? 'present'
            : daysLeft < 0
              ? 'ended'
              : 'ends_soon',
      number: row?.number ?? '',
      issuedOn: row?.issuedOn ?? document?.date ?? null,
      expiresOn,
      endless,
      daysLeft,
      note: row?.note ?? '',
      document,
      nameFits: NAMED_KINDS.has(kind) ? fitsName(found?.parties ?? [], owner) : null,
    };
  });
}

/** Stores what a person says of a paper. @throws CasebinderError INPUT_INVALID, NOT_FOUND */
export function savePaper(context: EngineContext, input: PaperInput): DossierPaper[] {
  readAccount(context, input.accountId);
  if (!(DOSSIER_KINDS as readonly string[]).includes(input.kind))
    throw new CasebinderError('INPUT_INVALID', { detail: `paper ${input.kind}` });
  for (const date of [input.issuedOn, input.expiresOn]) {
    if (date != null && !isIsoDate(date))
      throw new CasebinderError('INPUT_INVALID', { detail: `date ${date}` });
  }
  const { accountId, kind, ...values } = input;
  const { orm } = context.archive;
  context.archive.transaction(() => {
    const where = and(eq(accountPaper.accountId, accountId), eq(accountPaper.kind, kind));
    const known = orm.select().from(accountPaper).where(where).get();
    const updatedAtMs = context.nowMs();
    if (known === undefined)
      orm
        .insert(accountPaper)
        .values({ accountId, kind, ...values, updatedAtMs })
        .run();
    else
      orm
        .update(accountPaper)
        .set({ ...values, updatedAtMs })
        .where(where)
        .run();
  });
  context.events.emit({ type: 'account_changed' });
  return readDossier(context, accountId);
}

/** Papers of all accounts that a person gave an end that is near or past; the week tells them. */
export function findEndingPapers(
  context: EngineContext,
  accountIds: readonly number[],
): { accountId: number; kind: string; expiresOn: string; daysLeft: number }[] {
  return accountIds
    .flatMap((accountId) =>
      readDossier(context, accountId).flatMap((paper) =>
        paper.expiresOn !== null &&
        paper.daysLeft !== null &&
        (paper.state === 'ends_soon' || paper.state === 'ended')
          ? [{ accountId, kind: paper.kind, expiresOn: paper.expiresOn, daysLeft: paper.daysLeft }]
          : [],
      ),
    )
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

/** The newest paper of the kind that names this account; with a single account the newest is its own. */
function findPaper(
  context: EngineContext,
  kind: string,
  owner: AccountRecord,
  isOnly: boolean,
): number | null {
  const ids = context.archive.sqlite
    .prepare(
      'SELECT id FROM document WHERE kind = ? AND available = 1 ORDER BY sort_at_ms DESC, id DESC LIMIT 50',
    )
    .pluck()
    .all(kind) as number[];
  const named = ids.find((id) => {
    const row = readDocumentRows(context.archive, [id])[0];
    const hasCode = owner.uscc !== '' && row?.identifiers.some((found) => found.value === owner.uscc);
    return hasCode === true || fitsName(readPaper(context, id)?.parties ?? [], owner) === true;
  });
  return named ?? (isOnly ? (ids[0] ?? null) : null);
}

/** Whether one of the names on a paper is the account's (S1-27); null when there is nothing to compare. */
function fitsName(parties: readonly string[], owner: AccountRecord): boolean | null {
  const names = [owner.legalNameZh, owner.legalNameEn].filter((name) => name !== '');
  if (names.length === 0 || parties.length === 0) return null;
  return parties.some((party) => names.some((name) => compareNames(party, name) >= SAME_NAME));
}

function readPaper(
  context: EngineContext,
  documentId: number,
): { expiresOn: string | null; parties: string[] } | null {
  const row = context.archive.sqlite
    .prepare<[number], { dates: string; parties: string }>(
      'SELECT dates, parties FROM recognition WHERE document_id = ?',
    )
    .get(documentId);
  if (row === undefined) return null;
  const ends = (JSON.parse(row.dates) as { role: string; value: string }[])
    .filter((date) => date.role === 'valid_to')
    .map((date) => date.value.slice(0, 10))
    .filter(isIsoDate)
    .sort();
  return {
    expiresOn: ends.at(-1) ?? null,
    parties: (JSON.parse(row.parties) as { name: string }[]).map((party) => party.name),
  };
}
