// Which other files carry the same invoice number as this one, although their bytes differ?
import type { FoundAmount, FoundParty, Warning } from '../../domain/inspection.ts';
import { kindsSatisfying } from '../../domain/kinds/document-kinds.ts';
import type { Archive } from './open-archive.ts';

const NUMBER_TYPES = ['invoice_no', 'fapiao_digital_no', 'fapiao_no'];
/** "0001" is a number that every supplier gives out. */
const LEAST_LENGTH = 5;
const LEAST_CONFIDENCE = 0.6;
const MOST_NAMED = 3;

interface Twin {
  readonly id: number;
  readonly title: string;
  readonly value: string;
  readonly amounts: string;
  readonly parties: string;
}

/**
 * A quiet note per other file with the same invoice number from the same supplier (pitfalls.md, tamper-look warnings):
 * reviewers compare, so one of them should be sent, or the difference explained. What was taken out of a file is no twin.
 */
export function warnAboutTwins(
  archive: Archive,
  documentId: number,
  own: {
    readonly kind: string;
    readonly amounts: readonly FoundAmount[];
    readonly parties: readonly FoundParty[];
  },
): Warning[] {
  const kinds = kindsSatisfying('supplier_invoice');
  if (!kinds.includes(own.kind)) return [];
  const twins = archive.sqlite
    .prepare<unknown[], Twin>(
      `SELECT DISTINCT d.id, d.title, i.value, r.amounts, r.parties FROM document_identifier di
       JOIN identifier i ON i.id = di.identifier_id AND i.type IN (SELECT value FROM json_each(@types)) AND length(i.value_key) >= @least
       JOIN document_identifier o ON o.identifier_id = di.identifier_id AND o.document_id <> di.document_id AND o.removed = 0
         AND o.confidence >= @sure AND o.source NOT IN ('file_name', 'folder_name')
       JOIN document d ON d.id = o.document_id AND d.kind IN (SELECT value FROM json_each(@kinds))
       JOIN recognition r ON r.document_id = d.id
       WHERE di.document_id = @id AND di.removed = 0 AND di.confidence >= @sure AND di.source NOT IN ('file_name', 'folder_name')
         AND NOT EXISTS (SELECT 1 FROM location l WHERE (l.document_id = d.id AND l.parent_document_id = @id)
           OR (l.document_id = @id AND l.parent_document_id = d.id))
         AND NOT EXISTS (SELECT 1 FROM location a JOIN location b ON b.parent_document_id = a.parent_document_id
           WHERE a.document_id = @id AND b.document_id = d.id)
       ORDER BY d.id LIMIT 20`,
    )
    .all({
      id: documentId,
      types: JSON.stringify(NUMBER_TYPES),
      kinds: JSON.stringify(kinds),
      least: LEAST_LENGTH,
      sure: LEAST_CONFIDENCE,
    });
  const seller = sellerOf(own.parties);
  const total = totalOf(own.amounts);
  return twins
    .filter((twin) => {
      const other = sellerOf(JSON.parse(twin.parties) as FoundParty[]);
      return seller === undefined || other === undefined || seller === other;
    })
    .slice(0, MOST_NAMED)
    .map((twin): Warning => {
      const other = totalOf(JSON.parse(twin.amounts) as FoundAmount[]);
      const params = { number: twin.value, other: twin.title, otherId: twin.id };
      return total !== undefined && other !== undefined && Number(total) !== Number(other)
        ? { code: 'number_twice_totals_differ', params: { ...params, total, otherTotal: other } }
        : { code: 'number_twice', params };
    });
}

function sellerOf(parties: readonly FoundParty[]): string | undefined {
  const name = parties.find((party) => party.role === 'seller' || party.role === 'issuer')?.name;
  const squeezed = name
    ?.normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return squeezed === '' ? undefined : squeezed;
}

function totalOf(amounts: readonly FoundAmount[]): string | undefined {
  return amounts.find((amount) => amount.role === 'total')?.value;
}
