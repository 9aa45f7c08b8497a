// Everything that can be asked of and done with Amazon reports: what lies ready, what was imported, import, rows.
import { readFileSync } from 'node:fs';
import { desc } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import type { ColumnMapping } from '../../domain/reports/detect-report.ts';
import { REPORT_BY_NAME } from '../../domain/reports/report-layouts.ts';
import type { EngineContext } from '../engine-context.ts';
import type { JobHandle, JobQueue } from '../jobs/job-queue.ts';
import type { OpenContent } from '../packs/plan-pack.ts';
import { type DocumentRow, readDocumentRows } from '../store/document-rows.ts';
import { reportImport } from '../store/schema/weekly.ts';
import { importPerformance } from '../weekly/health-log.ts';
import { type CoverageLedger, readCoverage, setInvoiceUnits } from './coverage-ledger.ts';
import { type ImportResult, importReport } from './import-report.ts';
import { previewReport, type ReportPreview } from './preview-report.ts';

/** A file that a person named, or a document of the archive. */
export type ReportSource =
  | { readonly path: string; readonly fileName: string }
  | { readonly documentId: number };

export interface ReportRow {
  readonly report: string;
  readonly atMs: number | null;
  readonly quantity: number | null;
  readonly damaged: boolean;
  readonly data: Readonly<Record<string, string>>;
  /** Import that the row came with last. */
  readonly importId: number;
}

export interface ReportDesk {
  offered(): { readonly total: number; readonly documents: readonly DocumentRow[] };
  list(): (typeof reportImport.$inferSelect & { name: { zh: string; en: string } })[];
  /** `mapping` (role → column title) for a header that no table knows. */
  preview(path: string, fileName: string, mapping?: ColumnMapping): Promise<ReportPreview>;
  previewDocument(documentId: number, mapping?: ColumnMapping): Promise<ReportPreview>;
  /** Imports one after the other as a job "import"; its result holds the totals and each file's result. */
  start(sources: readonly ReportSource[], mapping: ColumnMapping): number;
  rows(value: string, limit: number): ReportRow[];
  coverage(options?: Parameters<typeof readCoverage>[1]): CoverageLedger;
  /** How many units of a product an invoice proves, said by a person; null takes it back. */
  setInvoiceUnits(documentId: number, product: string, quantity: number | null): void;
}

const REPORT_KINDS = ['amazon_report', 'settlement_report', 'fba_shipment_summary'];
/** Tables as text; a picture or PDF of a report holds no rows. */
const TABLE_TYPES = /^text\/|json|tab-separated|csv|spreadsheetml|ms-excel/;

export function createReportDesk(
  context: EngineContext,
  jobs: JobQueue,
  openContent: OpenContent,
): ReportDesk {
  async function withSource<T>(
    source: ReportSource,
    work: (path: string, fileName: string) => Promise<T>,
  ): Promise<T> {
    if ('path' in source) return work(source.path, source.fileName);
    const row = readDocumentRows(context.archive, [source.documentId])[0];
    if (row === undefined) throw new CasebinderError('NOT_FOUND', { what: `document ${source.documentId}` });
    const content = await openContent(source.documentId);
    try {
      return await work(content.path, row.fileName);
    } finally {
      content.release();
    }
  }

  return {
    offered: () => listOffered(context),
    list: () =>
      context.archive.orm
        .select()
        .from(reportImport)
        .orderBy(desc(reportImport.importedAtMs), desc(reportImport.id))
        .limit(500)
        .all()
        .map((row) => ({
          ...row,
          name: REPORT_BY_NAME.get(row.report)?.name ?? { zh: row.report, en: row.report },
        })),
    preview: (path, fileName, mapping) => previewReport(context, path, fileName, mapping),
    previewDocument: (documentId, mapping) =>
      withSource({ documentId }, (path, fileName) => previewReport(context, path, fileName, mapping)),
    start: (sources, mapping) =>
      jobs.start({ kind: 'import', params: { files: sources.length } }, (handle) =>
        importAll(sources, mapping, handle),
      ),
    rows: (value, limit) => readRows(context, value, limit),
    coverage: (options) => readCoverage(context, options),
    setInvoiceUnits: (documentId, product, quantity) =>
      setInvoiceUnits(context, documentId, product, quantity),
  };

  async function importAll(
    sources: readonly ReportSource[],
    mapping: ColumnMapping,
    handle: JobHandle,
  ): Promise<Record<string, unknown>> {
    const files: ImportResult[] = [];
    for (const [index, source] of sources.entries()) {
      try {
        files.push(
          await withSource(source, (path, fileName) =>
            importOne(context, path, fileName, mapping, handle, index, sources.length),
          ),
        );
      } catch (error) {
        const isTold =
          error instanceof CasebinderError &&
          (error.code === 'REPORT_UNKNOWN' || error.code === 'FILE_UNREADABLE');
        // One file alone fails; among several the others go on and the failure is told with them.
        if (sources.length === 1 || !isTold || handle.signal.aborted) throw error;
        files.push(failed(source, error));
      }
    }
    return summarise(files);
  }
}

async function importOne(
  context: EngineContext,
  path: string,
  fileName: string,
  mapping: ColumnMapping,
  handle: JobHandle,
  index: number,
  total: number,
): Promise<ImportResult> {
  const performance = readPerformance(path);
  if (performance !== undefined) {
    const entries = importPerformance(context, performance, {});
    return {
      file: fileName,
      report: 'seller_performance',
      rows: entries.length,
      added: entries.filter((e) => e.revision === 1).length,
      updated: entries.filter((e) => e.revision > 1).length,
      skipped: 0,
      problems: [],
      problemCounts: {},
      encoding: 'utf-8',
      sha256: '',
    };
  }
  return importReport(context, path, {
    fileName,
    signal: handle.signal,
    ...(Object.keys(mapping).length === 0 ? {} : { mapping }),
    onProgress: (done, bytes) =>
      handle.report({
        phase: 'import',
        done: Math.round((index + done / Math.max(1, bytes)) * 1_000),
        total: total * 1_000,
      }),
  });
}

/** The JSON of a seller performance report; undefined for everything else, which is a table or unknown. */
function readPerformance(path: string): unknown {
  if (!/\.json$/i.test(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function failed(source: ReportSource, error: CasebinderError): ImportResult {
  return {
    file: 'path' in source ? source.fileName : `#${source.documentId}`,
    report: '',
    rows: 0,
    added: 0,
    updated: 0,
    skipped: 0,
    problems: [
      {
        code: error.code === 'REPORT_UNKNOWN' ? 'REPORT_UNKNOWN' : 'FILE_UNREADABLE',
        row: 0,
        column: '',
        value: String(error.params['header'] ?? error.params['path'] ?? ''),
      },
    ],
    problemCounts: { [error.code]: 1 },
    encoding: '',
    sha256: '',
  };
}

/** The JSON of design.md section 5 over all files, and each of them. */
function summarise(files: readonly ImportResult[]): Record<string, unknown> {
  const sum = (key: 'rows' | 'added' | 'updated' | 'skipped'): number =>
    files.reduce((total, file) => total + file[key], 0);
  return {
    report: [...new Set(files.map((file) => file.report).filter((name) => name !== ''))].join(', '),
    rows: sum('rows'),
    added: sum('added'),
    updated: sum('updated'),
    skipped: sum('skipped'),
    problems: files.flatMap((file) => file.problems.map((problem) => ({ file: file.file, ...problem }))),
    files,
  };
}

function listOffered(context: EngineContext): ReturnType<ReportDesk['offered']> {
  const ids = context.archive.sqlite
    .prepare<unknown[], { id: number; mediaType: string }>(
      `SELECT d.id, d.media_type AS mediaType FROM document d WHERE d.kind IN (SELECT value FROM json_each(?)) AND d.available = 1
       AND NOT EXISTS (SELECT 1 FROM report_import r WHERE r.sha256 = d.sha256 AND r.summary ->> 'state' = 'done')
       ORDER BY d.sort_at_ms DESC, d.id DESC LIMIT 2000`,
    )
    .all(JSON.stringify(REPORT_KINDS))
    .filter((row) => TABLE_TYPES.test(row.mediaType))
    .map((row) => row.id);
  return { total: ids.length, documents: readDocumentRows(context.archive, ids.slice(0, 200)) };
}

function readRows(context: EngineContext, value: string, limit: number): ReportRow[] {
  const wanted = value.normalize('NFKC').trim();
  return context.archive.sqlite
    .prepare<
      unknown[],
      {
        report: string;
        atMs: number | null;
        quantity: number | null;
        damaged: number;
        data: string;
        importId: number;
      }
    >(
      `SELECT report, at_ms AS atMs, quantity, damaged, data, import_id AS importId FROM report_row
       WHERE order_id = @value OR asin = @value OR shipment_id = @value OR tracking_number = @value
       ORDER BY at_ms DESC, id DESC LIMIT @limit`,
    )
    .all({ value: wanted.toUpperCase(), limit })
    .map((row) => ({
      ...row,
      damaged: row.damaged === 1,
      data: JSON.parse(row.data) as Record<string, string>,
    }));
}
