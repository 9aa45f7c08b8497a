// What is a file, and how would its columns be read, before anything is stored?
import { basename } from 'node:path';
import { type ColumnMapping, suggestMapping } from '../../domain/reports/detect-report.ts';
import { REPORT_ROLES, type ReportRole } from '../../domain/reports/report-layouts.ts';
import { type ShapedRow, shapeRow } from '../../domain/reports/shape-row.ts';
import type { EngineContext } from '../engine-context.ts';
import { judgeStyle, type ReportHead, readReportHead } from './open-report.ts';
import { findMapping, planImport } from './plan-import.ts';
import { surveyFile } from './report-encoding.ts';
import { namingFile, openReportText } from './spreadsheet-report.ts';

export interface ReportPreview {
  readonly file: string;
  /** Null: not known, a mapping is needed. */
  readonly report: string | null;
  readonly encoding: string;
  readonly delimiter: string;
  readonly header: readonly string[];
  /** The first rows under it. */
  readonly sample: readonly (readonly string[])[];
  /** What the columns probably are, or what a person said of the same header before. */
  readonly suggestions: ColumnMapping;
  /** A person mapped this header before: it is imported without asking. */
  readonly isKnownMapping: boolean;
  /** What the first rows would be found by, once it is known which columns hold that. */
  readonly found: readonly Readonly<Partial<Record<ReportRole, string>>>[];
}

/** What a file is and how its columns would be read, without storing anything. @throws CasebinderError FILE_UNREADABLE */
export async function previewReport(
  context: EngineContext,
  path: string,
  fileName = basename(path),
  mapping?: ColumnMapping,
): Promise<ReportPreview> {
  const table = await namingFile(fileName, openReportText(path, context.scratchDir));
  try {
    return await namingFile(fileName, previewTable(context, table.path, fileName, mapping));
  } finally {
    table.release();
  }
}

async function previewTable(
  context: EngineContext,
  path: string,
  fileName: string,
  mapping: ColumnMapping | undefined,
): Promise<ReportPreview> {
  const survey = await surveyFile(path);
  const head = await readReportHead(path, survey.encoding);
  const at = head.detected?.headerRow ?? head.likelyHeader;
  const header = head.rows[at] ?? [];
  const sample = head.rows.slice(at + 1, at + 9);
  return {
    file: fileName,
    report: head.detected?.layout.report ?? null,
    encoding: survey.encoding,
    delimiter: head.delimiter,
    header,
    sample,
    suggestions: findMapping(context, header) ?? suggestMapping(header, head.rows.slice(at + 1, at + 201)),
    isKnownMapping: head.detected === null && findMapping(context, header) !== undefined,
    found: findInRows(context, head, sample, mapping),
  };
}

/** Reads the first rows as the import would; nothing while nobody knows the columns. */
function findInRows(
  context: EngineContext,
  head: ReportHead,
  sample: readonly (readonly string[])[],
  mapping: ColumnMapping | undefined,
): ReportPreview['found'] {
  const header = head.rows[head.detected?.headerRow ?? head.likelyHeader] ?? [];
  if (head.detected === null && mapping === undefined && findMapping(context, header) === undefined)
    return [];
  const plan = planImport(context, head, mapping);
  const style = judgeStyle(head, plan.layout, plan.keys, plan.headerRow);
  return sample.map((cells) => listFound(shapeRow(cells, plan.keys, plan.layout, style)));
}

function listFound(row: ShapedRow): Partial<Record<ReportRole, string>> {
  const found: Partial<Record<ReportRole, string>> = {};
  for (const role of REPORT_ROLES) {
    const value = role === 'at' ? row.atMs && new Date(row.atMs).toISOString() : row[role];
    if (value !== null) found[role] = String(value);
  }
  return found;
}
