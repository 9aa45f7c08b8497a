// How does an Amazon report enter the archive: recognised, kept as evidence, read row by row, told apart from what is known?
import { statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import type { ColumnMapping } from '../../domain/reports/detect-report.ts';
import { type RowProblem, type ShapedRow, shapeRow } from '../../domain/reports/shape-row.ts';
import type { EngineContext } from '../engine-context.ts';
import { document } from '../store/schema/documents.ts';
import { reportImport } from '../store/schema/weekly.ts';
import { appendCustody } from '../vault/custody.ts';
import { makeSafeCopy, vaultPath } from '../vault/vault.ts';
import {
  fingerprintHeader,
  judgeStyle,
  type ReportHead,
  readHeadValues,
  readReportHead,
  streamRows,
} from './open-report.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { type FileSurvey, surveyFile } from './report-encoding.ts';
import { namingFile, openReportText } from './spreadsheet-report.ts';
import { createRowStore } from './store-rows.ts';

export interface ImportProblem {
  readonly code: RowProblem['code'] | 'REPORT_UNKNOWN' | 'FILE_UNREADABLE';
  /** Line of the table, 1 = the first row under the header; 0 = the whole file. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

export interface ImportResult extends Record<string, unknown> {
  readonly file: string;
  readonly report: string;
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly skipped: number;
  /** The first ones; `problemCounts` counts all. */
  readonly problems: readonly ImportProblem[];
  readonly problemCounts: Readonly<Record<string, number>>;
  readonly encoding: string;
  readonly sha256: string;
}

export interface ImportOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
  /** For a header that no table knows: column titles by role. Kept for the next file with the same header. */
  readonly mapping?: ColumnMapping;
  /** The name that people know the file by, when `path` is a copy. */
  readonly fileName?: string;
}

const BATCH_ROWS = 500;
const KEPT_PROBLEMS = 200;

/**
 * Imports one report. Rows that are known change nothing; the file itself is kept as a safe copy. Cancelling leaves whole
 * batches behind, which the next import recognises. @throws CasebinderError REPORT_UNKNOWN, FILE_UNREADABLE, CANCELLED
 */
export async function importReport(
  context: EngineContext,
  path: string,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const fileName = options.fileName ?? basename(path);
  const original = await namingFile(fileName, surveyFile(path, options.signal));
  const looked = await namingFile(fileName, openReportText(path, context.scratchDir, options.signal));
  let head: ReportHead;
  let plan: ImportPlan;
  try {
    const encoding = looked.path === path ? original.encoding : 'utf-8';
    head = await readReportHead(looked.path, encoding);
    plan = planImport(context, head, options.mapping);
  } finally {
    looked.release();
  }
  // Read from the copy: its bytes are those of the hash, whatever happens to the file meanwhile.
  makeSafeCopy(context, original.sha256, path);
  const copy = vaultPath(context.archive.dir, original.sha256);
  const source = await namingFile(fileName, openReportText(copy, context.scratchDir, options.signal));
  try {
    const survey = { ...original, encoding: head.encoding, sizeBytes: statSync(source.path).size };
    const importId = beginImport(context, survey, plan, fileName);
    const result = await readRows(context, source.path, head, plan, importId, survey, options);
    finishImport(context, importId, survey, plan, fileName, result);
    return { file: fileName, report: plan.name, ...result, encoding: survey.encoding, sha256: survey.sha256 };
  } finally {
    source.release();
  }
}

function beginImport(context: EngineContext, survey: FileSurvey, plan: ImportPlan, fileName: string): number {
  const { orm } = context.archive;
  const known = orm
    .select()
    .from(reportImport)
    .where(and(eq(reportImport.sha256, survey.sha256), eq(reportImport.report, plan.name)))
    .get();
  if (known !== undefined) return known.id;
  const kept = orm.select({ id: document.id }).from(document).where(eq(document.sha256, survey.sha256)).get();
  const insert = orm
    .insert(reportImport)
    .values({
      documentId: kept?.id ?? null,
      sha256: survey.sha256,
      report: plan.name,
      fileName,
      rowCount: 0,
      importedAtMs: context.nowMs(),
      summary: { state: 'running' },
    })
    .returning({ id: reportImport.id });
  return context.archive.transaction(() => insert.get().id);
}

type Counted = Pick<ImportResult, 'rows' | 'added' | 'updated' | 'skipped' | 'problems' | 'problemCounts'>;

async function readRows(
  context: EngineContext,
  source: string,
  head: ReportHead,
  plan: ImportPlan,
  importId: number,
  survey: FileSurvey,
  options: ImportOptions,
): Promise<Counted> {
  const style = judgeStyle(head, plan.layout, plan.keys, plan.headerRow);
  const headValues = readHeadValues(head.rows.slice(0, plan.headerRow));
  const fromHead = Object.fromEntries(
    Object.entries(plan.layout.fromHead ?? {}).flatMap(([key, label]) => {
      const value = headValues.get(label);
      return value === undefined ? [] : [[key, value]];
    }),
  );
  const store = createRowStore(context.archive, importId, plan.layout, plan.name);
  const problems: ImportProblem[] = [];
  const problemCounts: Record<string, number> = {};
  const tell = (problem: ImportProblem): void => {
    problemCounts[problem.code] = (problemCounts[problem.code] ?? 0) + 1;
    if (problems.length < KEPT_PROBLEMS) problems.push(problem);
  };
  let seen = 0;
  let rows = 0;
  let batch: ShapedRow[] = [];
  const flush = async (bytes: number): Promise<void> => {
    store.store(batch);
    batch = [];
    options.onProgress?.(bytes, survey.sizeBytes);
    // Storing is synchronous: let timers, requests and a cancel through.
    await new Promise((resolve) => setImmediate(resolve));
    if (options.signal?.aborted === true) throw new CasebinderError('CANCELLED');
  };
  try {
    for await (const piece of streamRows(source, head)) {
      for (const cells of piece.rows) {
        seen += 1;
        if (seen <= plan.headerRow + 1 || cells.every((cell) => cell.trim() === '')) continue;
        rows += 1;
        const shaped = shapeRow(cells, plan.keys, plan.layout, style, fromHead);
        for (const problem of shaped.problems) tell({ ...problem, row: rows });
        batch.push(shaped);
        if (batch.length >= BATCH_ROWS) await flush(piece.bytes);
      }
      if (piece.open) tell({ code: 'quoteOpen', row: rows, column: '', value: '' });
    }
    await flush(survey.sizeBytes);
  } finally {
    store.close();
  }
  return { rows, ...store.counts, problems, problemCounts };
}

function finishImport(
  context: EngineContext,
  importId: number,
  survey: FileSurvey,
  plan: ImportPlan,
  fileName: string,
  result: Counted,
): void {
  const { rows, added, updated, skipped, problemCounts } = result;
  context.archive.transaction(() => {
    context.archive.orm
      .update(reportImport)
      .set({
        rowCount: rows,
        importedAtMs: context.nowMs(),
        summary: {
          state: 'done',
          added,
          updated,
          skipped,
          problemCounts,
          ...(plan.mapping === undefined
            ? {}
            : { mapping: plan.mapping, fingerprint: fingerprintHeader(plan.header) }),
        },
      })
      .where(eq(reportImport.id, importId))
      .run();
    appendCustody(context.archive, context.nowMs(), 'report_imported', survey.sha256, {
      report: plan.name,
      file: fileName,
      extension: extname(fileName),
      rows,
      added,
      updated,
    });
  });
}
