// Which facts of a case and of a document do the acceptance rules compare?
import { localDate } from '../../domain/deadlines/zoned-day.ts';
import type { FoundIdentifier, IdentifierType } from '../../domain/inspection.ts';
import { findMarketplace } from '../../domain/marketplaces/marketplaces.ts';
import {
  type CaseCoverage,
  type CaseFacts,
  factsOfWarnings,
  type OrderFact,
  type RuleDocument,
} from '../../domain/problems/rule-input.ts';
import type { Product } from '../../domain/reports/invoice-lines.ts';
import type { EngineContext } from '../engine-context.ts';
import { readCoverage } from '../reports/coverage-ledger.ts';
import { readDocument } from '../store/document-detail.ts';
import { type CaseRecord, readAccount, readSubjects } from './case-records.ts';
import { readCaseProduct, readPaperUnits, readUnitsSent } from './case-units.ts';

/** Facts of the case for `rules`; orders carry what imported reports know of them. */
export function readCaseFacts(
  context: EngineContext,
  record: CaseRecord,
  rules: readonly string[],
): CaseFacts {
  const owner = readAccount(context, record.accountId);
  const subjects = readSubjects(context, record.id);
  const zone = findMarketplace(record.marketplace)?.zone ?? 'UTC';
  const todayOn = localDate(context.nowMs(), zone);
  return {
    problem: record.problemSlug,
    marketplace: record.marketplace,
    todayOn,
    ...(record.notifiedOn === null ? {} : { notifiedOn: record.notifiedOn }),
    orders: subjects.filter((s) => s.type === 'order_id').map((s) => readOrderFact(context, s.value)),
    asins: subjects.filter((s) => s.type === 'asin').map((s) => s.value),
    ...(rules.includes('INV-02')
      ? readCaseCoverage(
          context,
          subjects.filter((s) => s.type === 'asin').map((s) => s.value),
          record.notifiedOn ?? todayOn,
        )
      : {}),
    ...(rules.includes('INV-12') ? readUnitsSent(context, readCaseProduct(context, subjects)) : {}),
    account: {
      legalNames: [owner.legalNameZh, owner.legalNameEn].filter((name) => name !== ''),
      ...(owner.stores[0] === undefined ? {} : { storeName: owner.stores[0] }),
      ...(owner.email === '' ? {} : { email: owner.email }),
    },
  };
}

/** The coverage ledger of the cited ASINs (INV-02); nothing while no imported report tells of their sales. */
function readCaseCoverage(
  context: EngineContext,
  asins: readonly string[],
  anchorOn: string,
): { coverage?: CaseCoverage } {
  if (asins.length === 0) return {};
  const { rows } = readCoverage(context, { anchorOn, products: asins, limit: asins.length });
  if (rows.length === 0) return {};
  const unitsByDocument = new Map<number, number>();
  for (const invoice of rows.flatMap((row) => row.invoices))
    if (invoice.counts)
      unitsByDocument.set(
        invoice.documentId,
        (unitsByDocument.get(invoice.documentId) ?? 0) + invoice.quantity,
      );
  return {
    coverage: {
      bought: rows.reduce((sum, row) => sum + row.bought, 0),
      sold: rows.reduce((sum, row) => sum + row.sold, 0),
      shortProducts: rows.filter((row) => row.short > 0).map((row) => row.product),
      unitsByDocument,
    },
  };
}

function readOrderFact(context: EngineContext, orderId: string): OrderFact {
  const rows = context.archive.sqlite
    .prepare<
      unknown[],
      { tracking_number: string | null; carrier: string | null; asin: string | null; data: string }
    >('SELECT tracking_number, carrier, asin, data FROM report_row WHERE order_id = ? ORDER BY id LIMIT 50')
    .all(orderId);
  const withTracking =
    rows.find((row) => row.tracking_number !== null) ?? findTrackingOfOrder(context, orderId);
  const asin = rows.find((row) => row.asin !== null)?.asin;
  const shipTo = rows
    .map((row) => JSON.parse(row.data) as Record<string, string>)
    .find((data) => data['ship-postal-code'] !== undefined);
  return {
    orderId,
    ...(asin == null ? {} : { asin }),
    ...(withTracking?.tracking_number == null ? {} : { trackingNumber: withTracking.tracking_number }),
    ...(withTracking?.carrier == null ? {} : { carrier: withTracking.carrier }),
    ...(shipTo === undefined
      ? {}
      : {
          shipTo: {
            ...(shipTo['ship-city'] === undefined ? {} : { city: shipTo['ship-city'] }),
            ...(shipTo['ship-state'] === undefined ? {} : { state: shipTo['ship-state'] }),
            ...(shipTo['ship-postal-code'] === undefined ? {} : { postalCode: shipTo['ship-postal-code'] }),
          },
        }),
  };
}

/** The parcel of an order as a label or slip shows it: the only order and the only tracking number on one page of evidence. */
function findTrackingOfOrder(
  context: EngineContext,
  orderId: string,
): { tracking_number: string; carrier: string | null } | undefined {
  return context.archive.sqlite
    .prepare<unknown[], { tracking_number: string; carrier: string | null }>(
      `SELECT t.value AS tracking_number, t.carrier, count(*) AS documents
       FROM identifier o JOIN document_identifier od ON od.identifier_id = o.id AND od.removed = 0
       JOIN document_identifier td ON td.document_id = od.document_id AND td.removed = 0 AND td.check_result <> 'fails_check'
       JOIN identifier t ON t.id = td.identifier_id AND t.type = 'tracking_number'
       WHERE o.type = 'order_id' AND o.value = ?
         AND (SELECT count(*) FROM document_identifier x JOIN identifier i ON i.id = x.identifier_id
              WHERE x.document_id = od.document_id AND x.removed = 0 AND i.type IN ('order_id','tracking_number')) = 2
       GROUP BY t.id ORDER BY documents DESC, t.id LIMIT 1`,
    )
    .get(orderId);
}

/** A stored document as the rules see it; `counted` is the product of a case whose rules ask for units, else undefined. */
export function readRuleDocument(
  context: EngineContext,
  documentId: number,
  counted?: { readonly product: Product | null },
): { document: RuleDocument; otherKinds: string[] } {
  const detail = readDocument(context.archive, documentId);
  const text = context.archive.sqlite
    .prepare(
      "SELECT group_concat(substr(text, 1, 20000), char(10)) FROM (SELECT text FROM document_text WHERE document_id = ? AND source <> 'xml' ORDER BY page LIMIT 20)",
    )
    .pluck()
    .get(documentId) as string | null;
  return {
    document: {
      documentId,
      kind: detail.kind,
      fileName: detail.fileName,
      mediaType: detail.mediaType,
      sizeBytes: detail.sizeBytes,
      dates: detail.dates,
      amounts: detail.amounts,
      parties: detail.parties,
      identifiers: detail.identifiers.map(
        (i): FoundIdentifier => ({
          type: i.type as IdentifierType,
          value: i.value,
          raw: i.raw,
          check: i.check,
          source: i.source,
          confidence: i.confidence,
          reason: i.reason,
          ...(i.carrier === null ? {} : { carrier: i.carrier }),
          ...(i.page === null ? {} : { page: i.page }),
        }),
      ),
      ...(detail.language === null ? {} : { language: detail.language }),
      ...(text === null ? {} : { text }),
      ...(detail.media.takenAt === undefined ? {} : { takenAt: detail.media.takenAt }),
      ...(detail.media.camera === undefined ? {} : { camera: detail.media.camera }),
      ...factsOfWarnings(detail.warnings),
      ...(counted === undefined
        ? {}
        : readPaperUnits(
            context,
            { documentId, text: text ?? '', amounts: detail.amounts },
            counted.product,
          )),
    },
    otherKinds: (detail.kindResult?.parts ?? [])
      .map((part) => part.slug)
      .filter((slug) => slug !== detail.kind),
  };
}
