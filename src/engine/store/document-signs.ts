// Which documents are nearly the same paper or picture as this one, and what are they compared by?
import type { Statement } from 'better-sqlite3';
import {
  bandsOfImage,
  bandsOfText,
  findResemblance,
  type Resemblance,
  type SignedDocument,
} from '../../domain/text/resemblance.ts';
import type { Archive, Sqlite } from './open-archive.ts';

/** Identifiers that stand for one deal or parcel: two papers that name different ones are different papers. */
const OWN_NUMBER_TYPES = [
  'order_id',
  'invoice_no',
  'fapiao_no',
  'fapiao_digital_no',
  'tracking_number',
  'fba_box_id',
  'contract_no',
  'po_no',
  'report_no',
  'awb',
  'bl_no',
  'customs_declaration_no',
  'lpn',
  'case_id',
  'transaction_no',
];
/** Papers of one template share keys by the hundred; beyond this a list helps nobody. */
const MOST_COMPARED = 2_000;

interface Signs {
  readonly textSign: string | null;
  readonly imageSign: string | null;
}

interface Statements {
  readonly read: Statement<unknown[]>;
  readonly write: Statement<unknown[]>;
  readonly drop: Statement<unknown[]>;
  readonly addBand: Statement<unknown[]>;
  readonly dropBand: Statement<unknown[]>;
}

const prepared = new WeakMap<Sqlite, Statements>();

/** Stores what a document is compared by, in the caller's transaction. Unchanged signs cost one look-up. */
export function writeSigns(sqlite: Sqlite, documentId: number, signs: Signs): void {
  const s = statementsFor(sqlite);
  const before = s.read.get(documentId) as Signs | undefined;
  if ((before?.textSign ?? null) === signs.textSign && (before?.imageSign ?? null) === signs.imageSign)
    return;
  if (before !== undefined) for (const band of bandsOf(before)) s.dropBand.run(band, documentId);
  if (signs.textSign === null && signs.imageSign === null) {
    s.drop.run(documentId);
    return;
  }
  s.write.run(documentId, signs.textSign, signs.imageSign);
  for (const band of bandsOf(signs)) s.addBand.run(band, documentId);
}

function bandsOf({ textSign, imageSign }: Signs): number[] {
  return [
    ...new Set([
      ...(textSign === null ? [] : bandsOfText(textSign)),
      ...(imageSign === null ? [] : bandsOfImage(imageSign)),
    ]),
  ];
}

function statementsFor(sqlite: Sqlite): Statements {
  let s = prepared.get(sqlite);
  if (s === undefined) {
    s = {
      read: sqlite.prepare<unknown[]>(
        'SELECT text_sign AS textSign, image_sign AS imageSign FROM document_sign WHERE document_id = ?',
      ),
      write: sqlite.prepare<unknown[]>(
        'INSERT OR REPLACE INTO document_sign (document_id, text_sign, image_sign) VALUES (?, ?, ?)',
      ),
      drop: sqlite.prepare<unknown[]>('DELETE FROM document_sign WHERE document_id = ?'),
      addBand: sqlite.prepare<unknown[]>(
        'INSERT OR IGNORE INTO document_sign_band (band, document_id) VALUES (?, ?)',
      ),
      dropBand: sqlite.prepare<unknown[]>(
        'DELETE FROM document_sign_band WHERE band = ? AND document_id = ?',
      ),
    };
    prepared.set(sqlite, s);
  }
  return s;
}

/** Documents that are nearly the same as `documentId`, most alike first. Different bytes, never merged. */
export function findAlike(
  archive: Archive,
  documentId: number,
  limit: number,
): { readonly id: number; readonly resemblance: Resemblance }[] {
  const { sqlite } = archive;
  const signs = statementsFor(sqlite).read.get(documentId) as Signs | undefined;
  if (signs === undefined) return [];
  const candidates = sqlite
    .prepare<unknown[], Signs & { id: number; printedOn: string | null }>(
      `SELECT s.document_id AS id, s.text_sign AS textSign, s.image_sign AS imageSign, d.document_date AS printedOn
       FROM document_sign s JOIN document d ON d.id = s.document_id
       WHERE s.document_id IN (SELECT b.document_id FROM json_each(?) j JOIN document_sign_band b ON b.band = j.value
         WHERE b.document_id <> ? LIMIT ?)`,
    )
    .all(JSON.stringify(bandsOf(signs)), documentId, MOST_COMPARED * 4)
    .slice(0, MOST_COMPARED);
  const numbers = readOwnNumbers(sqlite, [documentId, ...candidates.map(({ id }) => id)]);
  const printedOn = sqlite
    .prepare<[number], string | null>('SELECT document_date FROM document WHERE id = ?')
    .pluck()
    .get(documentId) as string | null | undefined;
  const own: SignedDocument = {
    ...signs,
    ownNumbers: numbers.get(documentId) ?? NONE,
    printedOn: printedOn ?? null,
  };
  return candidates
    .flatMap(({ id, ...facts }) => {
      const other: SignedDocument = { ...facts, ownNumbers: numbers.get(id) ?? NONE };
      const resemblance = findResemblance(own, other);
      return resemblance === null ? [] : [{ id, resemblance }];
    })
    .sort((a, b) => b.resemblance.percent - a.resemblance.percent || b.id - a.id)
    .slice(0, limit);
}

const NONE: ReadonlySet<string> = new Set();

function readOwnNumbers(sqlite: Sqlite, ids: readonly number[]): Map<number, Set<string>> {
  const numbers = new Map<number, Set<string>>();
  const rows = sqlite
    .prepare<unknown[], { id: number; number: string }>(
      `SELECT di.document_id AS id, i.type || ':' || i.value_key AS number FROM json_each(?) j
       JOIN document_identifier di ON di.document_id = j.value AND di.removed = 0 AND di.source NOT IN ('file_name', 'folder_name')
       JOIN identifier i ON i.id = di.identifier_id AND i.type IN (SELECT value FROM json_each(?))`,
    )
    .iterate(JSON.stringify(ids), JSON.stringify(OWN_NUMBER_TYPES));
  for (const { id, number } of rows) {
    const own = numbers.get(id) ?? new Set<string>();
    own.add(number);
    numbers.set(id, own);
  }
  return numbers;
}
