// report offered | list | preview | import | rows, and import: Amazon reports as rows of the archive.
import { resolve } from 'node:path';
import { CasebinderError } from '../domain/errors.ts';
import type { ColumnMapping } from '../domain/reports/detect-report.ts';
import { REPORT_ROLES } from '../domain/reports/report-layouts.ts';
import { type CommandRun, EXIT } from './command-line.ts';
import { readId } from './read-values.ts';
import { wordsOf } from './words.ts';

type Door = Awaited<ReturnType<CommandRun['open']>>;

/** Documents in watched folders that are reports and were not imported yet. */
export async function runReportOffered(run: CommandRun) {
  const offered = await (await run.open()).caller.reports.offered();
  if (!run.json) {
    const words = wordsOf(run.language);
    run.say(run.text('reportsOffered', { total: offered.total }));
    for (const row of offered.documents)
      run.say(`  ${String(row.id).padStart(5)}  ${row.date ?? ''}  ${words.kind(row.kind)}  ${row.fileName}`);
    if (offered.total > 0) run.say(run.text('reportsOfferedNext'));
  }
  return { result: offered };
}

export async function runReportList(run: CommandRun) {
  const imports = await (await run.open()).caller.reports.list();
  if (!run.json) {
    const words = wordsOf(run.language);
    for (const row of imports)
      run.say(
        `#${row.id}  ${words.moment(row.importedAtMs)}  ${words.pick(row.name)}  ${row.fileName}  ${row.summary['state'] === 'done' ? run.text('reportRows', { rows: row.rowCount }) : run.text('reportUnfinished')}`,
      );
    if (imports.length === 0) run.say(run.text('reportsNone'));
  }
  return { result: { imports } };
}

/** What a file, or a document of the archive, is and how its columns would be read; nothing is stored. */
export async function runReportPreview(
  run: CommandRun,
  file: string | undefined,
  own: { document?: string; map: readonly string[] },
) {
  const door = await run.open();
  if ((file === undefined) === (own.document === undefined))
    throw new CasebinderError('USAGE', { detail: 'report preview <file> | --document ID' });
  const mapping = toMapping(own.map);
  const preview =
    file === undefined
      ? await door.caller.reports.previewDocument({
          documentId: readId(own.document ?? '', 'document'),
          ...mapping,
        })
      : (await door.caller.reports.preview({ grant: door.grant(resolve(file), 'file'), ...mapping })).preview;
  if (!run.json) {
    const words = wordsOf(run.language);
    run.say(
      `${preview.file}: ${preview.report ?? (preview.isKnownMapping ? run.text('reportKnownMapping') : run.text('reportUnknown'))}`,
    );
    run.say(`  ${preview.header.join(' | ')}`);
    if (preview.report === null && preview.found.length === 0)
      for (const role of REPORT_ROLES) {
        const column = preview.suggestions[role];
        if (column !== undefined) run.say(`  --map ${quote(`${role}=${column}`)}`);
      }
    for (const row of preview.found)
      run.say(
        `  ${Object.entries(row)
          .map(([role, value]) => `${words.desk(`role_${role}`)} ${value}`)
          .join('  ')}`,
      );
  }
  return { result: preview };
}

const quote = (text: string): string => (/[\s'"]/.test(text) ? `"${text}"` : text);

/** `map` holds role=column title pairs for a header that no table knows. */
export async function runImport(run: CommandRun, files: readonly string[], map: readonly string[]) {
  const door = await run.open();
  return finishImport(
    run,
    door,
    await door.caller.reports.import({
      grants: files.map((file) => door.grant(resolve(file), 'file')),
      ...toMapping(map),
    }),
  );
}

/** Imports documents of the archive; "all" is everything that is offered. */
export async function runReportImport(run: CommandRun, documents: readonly string[], map: readonly string[]) {
  const door = await run.open();
  const ids =
    documents.length === 1 && documents[0] === 'all'
      ? (await door.caller.reports.offered()).documents.map((row) => row.id)
      : documents.map((text) => readId(text, 'document'));
  if (ids.length === 0) {
    run.say(run.text('reportsOffered', { total: 0 }));
    return { result: { report: '', rows: 0, added: 0, updated: 0, skipped: 0, problems: [], files: [] } };
  }
  return finishImport(
    run,
    door,
    await door.caller.reports.importDocuments({ documentIds: ids, ...toMapping(map) }),
  );
}

async function finishImport(run: CommandRun, door: Door, { jobId }: { readonly jobId: number }) {
  const job = await door.waitForJob(jobId, {
    signal: run.signal,
    onProgress: (p) => run.progress(run.text('progressImport'), p.done, p.total),
  });
  const result = job.result ?? {};
  const problems = (result['problems'] ?? []) as {
    code: string;
    row: number;
    column: string;
    value: string;
  }[];
  if (!run.json) {
    for (const file of (result['files'] ?? []) as Record<string, unknown>[])
      run.say(
        run.text('imported', {
          file: String(file['file']),
          report: String(file['report'] || '—'),
          rows: Number(file['rows']),
          added: Number(file['added']),
          updated: Number(file['updated']),
          skipped: Number(file['skipped']),
        }),
      );
    const words = wordsOf(run.language);
    for (const { code, row, column, value } of problems.slice(0, 20))
      run.say(`  ${row > 0 ? `#${row} ` : ''}${words.reason({ code, params: { column, value } })}`);
    if (problems.length > 20) run.say(`  ${run.text('andMore', { count: problems.length - 20 })}`);
  }
  return { result, exitCode: problems.length > 0 ? EXIT.withProblems : EXIT.done };
}

/** Imported rows about one order, ASIN, shipment, tracking number or Case ID. */
export async function runReportRows(run: CommandRun, value: string, limit: number) {
  const rows = await (await run.open()).caller.reports.rows({ value, limit });
  if (!run.json) {
    if (rows.length === 0) run.say(run.text('reportRowsNone', { value }));
    for (const row of rows) {
      run.say(
        `${row.atMs === null ? '—' : new Date(row.atMs).toISOString().slice(0, 10)}  ${row.report}${row.quantity === null ? '' : `  ×${row.quantity}`}${row.damaged ? '  !' : ''}`,
      );
      run.say(
        `  ${Object.entries(row.data)
          .map(([name, text]) => `${name}: ${text}`)
          .join(' · ')}`,
      );
    }
  }
  return { result: { value, rows } };
}

function toMapping(pairs: readonly string[]): { mapping?: ColumnMapping } {
  const mapping: ColumnMapping = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const role = REPORT_ROLES.find((name) => name === pair.slice(0, at).trim());
    if (at < 1 || role === undefined)
      throw new CasebinderError('INPUT_INVALID', {
        detail: `--map ${pair}; roles: ${REPORT_ROLES.join(' ')}`,
      });
    mapping[role] = pair.slice(at + 1).trim();
  }
  return Object.keys(mapping).length === 0 ? {} : { mapping };
}
