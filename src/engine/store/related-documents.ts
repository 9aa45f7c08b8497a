// Which other documents belong to one: nearly the same ones, and those that share identifiers?
import type { Resemblance } from '../../domain/text/resemblance.ts';
import { type DocumentRow, readDocumentRows } from './document-rows.ts';
import { findAlike } from './document-signs.ts';
import type { Archive } from './open-archive.ts';

export interface RelatedDocument {
  readonly document: DocumentRow;
  /** Identifiers that both carry. */
  readonly shared: readonly { readonly type: string; readonly value: string }[];
  /** Set when it is nearly the same paper or picture: the same invoice scanned twice, a photo saved again. */
  readonly resemblance?: Resemblance;
}

/** Documents that are nearly the same come first, then those that share the most identifiers. */
export function readRelated(archive: Archive, documentId: number, limit = 30): RelatedDocument[] {
  const alike = new Map(
    findAlike(archive, documentId, limit).map(({ id, resemblance }) => [id, resemblance]),
  );
  const rows = archive.sqlite
    .prepare<unknown[], { id: number; shared: string }>(
      `SELECT o.document_id AS id, json_group_array(json_object('type', i.type, 'value', i.value)) AS shared
       FROM document_identifier di JOIN identifier i ON i.id = di.identifier_id
       JOIN document_identifier o ON o.identifier_id = di.identifier_id AND o.document_id <> di.document_id AND o.removed = 0
       WHERE di.document_id = ? AND di.removed = 0 AND i.type NOT IN ('uscc','seller_id','fc_code','hs_code','vat_no','bank_account')
         AND (SELECT count(*) FROM document_identifier x WHERE x.identifier_id = di.identifier_id) <= 500
       GROUP BY o.document_id
       ORDER BY o.document_id IN (SELECT value FROM json_each(?)) DESC, count(*) DESC, o.document_id DESC LIMIT ?`,
    )
    .all(documentId, JSON.stringify([...alike.keys()]), limit);
  const shared = new Map(rows.map((r) => [r.id, JSON.parse(r.shared) as { type: string; value: string }[]]));
  const ids = [...new Set([...alike.keys(), ...rows.map((row) => row.id)])].slice(0, limit);
  return readDocumentRows(archive, ids).map((document) => {
    const resemblance = alike.get(document.id);
    const found = { document, shared: shared.get(document.id) ?? [] };
    return resemblance === undefined ? found : { ...found, resemblance };
  });
}
