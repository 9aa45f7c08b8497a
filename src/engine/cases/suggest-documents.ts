// Which documents of the archive could serve a case, and why?
import type { EngineContext } from '../engine-context.ts';
import { readDocumentRows } from '../store/document-rows.ts';
import type { CaseSubject, Suggestion } from './case-view.ts';

const CANDIDATES_PER_KIND = 8;
/**
 * How far the case reaches along the identifier graph: order → its tracking number → the POD that only names that.
 * Not over orders or ASINs: another order on the same page is another matter.
 */
const LINKED_TYPES = [
  'tracking_number',
  'invoice_no',
  'fapiao_digital_no',
  'fba_shipment_id',
  'container_no',
  'customs_declaration_no',
];
/** A page with more identifiers than this is a list (report, statement of account): it links everything with everything. */
const MAX_LINKING_IDENTIFIERS = 12;

interface Hit {
  readonly documentId: number;
  readonly shared: { type: string; value: string }[];
  readonly direct: boolean;
}

/**
 * Candidates of the given kinds, best first per kind: those that share an identifier with the case, then those that share
 * one with such a document, then (for kinds that belong to the account, such as a licence) the newest of the kind.
 */
export function suggestDocuments(
  context: EngineContext,
  subjects: readonly CaseSubject[],
  kinds: readonly string[],
  exclude: ReadonlySet<number>,
): Map<string, Omit<Suggestion, 'outcomes'>[]> {
  const hits = findByIdentifiers(context, subjects);
  const result = new Map<string, Omit<Suggestion, 'outcomes'>[]>();
  for (const kind of kinds) {
    const ids = context.archive.sqlite
      .prepare(`SELECT id FROM document WHERE kind = @kind OR id IN (SELECT document_id FROM document_part WHERE kind = @kind)
         ORDER BY sort_at_ms DESC, id DESC LIMIT 400`)
      .pluck()
      .all({ kind }) as number[];
    const scored = ids
      .filter((id) => !exclude.has(id))
      .map((id, index) => ({ id, hit: hits.get(id), index }))
      .map((c) => ({ ...c, score: scoreHit(c.hit, c.index) }))
      .sort((a, b) => b.score - a.score || a.index - b.index)
      .slice(0, CANDIDATES_PER_KIND);
    const rows = new Map(
      readDocumentRows(
        context.archive,
        scored.map((c) => c.id),
      ).map((row) => [row.id, row]),
    );
    result.set(
      kind,
      scored.flatMap((c) => {
        const document = rows.get(c.id);
        return document === undefined ? [] : [{ document, score: c.score, shared: c.hit?.shared ?? [] }];
      }),
    );
  }
  return result;
}

function scoreHit(hit: Hit | undefined, index: number): number {
  const recency = 0.1 / (index + 1);
  if (hit === undefined) return recency;
  return (hit.direct ? 1 : 0.5) + 0.05 * Math.min(hit.shared.length, 5) + recency;
}

function findByIdentifiers(context: EngineContext, subjects: readonly CaseSubject[]): Map<number, Hit> {
  const { sqlite } = context.archive;
  const hits = new Map<number, Hit>();
  const direct = sqlite.prepare<unknown[], { documentId: number }>(
    `SELECT di.document_id AS documentId FROM identifier i JOIN document_identifier di ON di.identifier_id = i.id
     WHERE i.type = ? AND i.value = ? AND di.removed = 0 LIMIT 500`,
  );
  for (const subject of subjects) {
    for (const { documentId } of direct.all(subject.type, subject.value)) {
      const known = hits.get(documentId);
      if (known === undefined) hits.set(documentId, { documentId, shared: [subject], direct: true });
      else known.shared.push(subject);
    }
  }
  const links = sqlite.prepare<unknown[], { type: string; value: string; documentId: number }>(
    `SELECT i.type, i.value, o.document_id AS documentId FROM document_identifier di
     JOIN identifier i ON i.id = di.identifier_id AND i.type IN (${LINKED_TYPES.map(() => '?').join(',')})
     JOIN document_identifier o ON o.identifier_id = di.identifier_id AND o.removed = 0
     WHERE di.document_id = ? AND di.removed = 0
       AND (SELECT count(*) FROM document_identifier x WHERE x.document_id = di.document_id) <= ${MAX_LINKING_IDENTIFIERS} LIMIT 300`,
  );
  for (const hit of [...hits.values()]) {
    for (const link of links.all(...LINKED_TYPES, hit.documentId)) {
      const known = hits.get(link.documentId);
      if (known === undefined) {
        hits.set(link.documentId, {
          documentId: link.documentId,
          shared: [{ type: link.type, value: link.value }],
          direct: false,
        });
      } else if (!known.direct && !known.shared.some((s) => s.value === link.value)) {
        known.shared.push({ type: link.type, value: link.value });
      }
    }
  }
  return hits;
}
