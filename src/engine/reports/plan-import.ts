// As what is a report read: by which layout, under which name, from which row on?
import { desc, eq } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import { type ColumnMapping, layoutOfMapping } from '../../domain/reports/detect-report.ts';
import type { ReportLayout } from '../../domain/reports/report-layouts.ts';
import type { EngineContext } from '../engine-context.ts';
import { reportImport } from '../store/schema/weekly.ts';
import { fingerprintHeader, type ReportHead } from './open-report.ts';

/** Header cells named in an error. */
const SHOWN_CELLS = 12;

export interface ImportPlan {
  readonly layout: ReportLayout;
  readonly keys: readonly string[];
  readonly headerRow: number;
  /** Name the rows are stored under: a person's own layouts are told apart by their header. */
  readonly name: string;
  readonly mapping?: ColumnMapping;
  readonly header: readonly string[];
}

/** What a table knows, else what a person said of this header, now or before. @throws CasebinderError REPORT_UNKNOWN */
export function planImport(
  context: EngineContext,
  head: ReportHead,
  wanted: ColumnMapping | undefined,
): ImportPlan {
  if (head.detected !== null && wanted === undefined) {
    const { layout, keys, headerRow } = head.detected;
    return { layout, keys, headerRow, name: layout.report, header: [] };
  }
  const headerRow = head.detected?.headerRow ?? head.likelyHeader;
  const header = head.rows[headerRow] ?? [];
  const mapping = wanted ?? findMapping(context, header);
  if (mapping === undefined || Object.keys(mapping).length === 0 || header.length < 2)
    throw new CasebinderError('REPORT_UNKNOWN', {
      header: header.slice(0, SHOWN_CELLS).join(' | ') || '—',
    });
  const { layout, keys } = layoutOfMapping(header, mapping);
  if (Object.keys(layout.roles).length === 0)
    throw new CasebinderError('REPORT_UNKNOWN', { header: header.slice(0, SHOWN_CELLS).join(' | ') });
  return { layout, keys, headerRow, name: layout.report, mapping, header };
}

/** The mapping of an earlier file with the same header. */
export function findMapping(context: EngineContext, header: readonly string[]): ColumnMapping | undefined {
  const fingerprint = fingerprintHeader(header);
  const rows = context.archive.orm
    .select({ summary: reportImport.summary })
    .from(reportImport)
    .where(eq(reportImport.report, 'custom'))
    .orderBy(desc(reportImport.id))
    .all();
  const known = rows.find((row) => row.summary['fingerprint'] === fingerprint);
  return known?.summary['mapping'] as ColumnMapping | undefined;
}
