// import: Amazon reports as rows of the archive.
import { resolve } from 'node:path';
import { CasebinderError } from '../domain/errors.ts';
import type { ColumnMapping } from '../domain/reports/detect-report.ts';
import { REPORT_ROLES } from '../domain/reports/report-layouts.ts';
import { type CommandRun, EXIT } from './command-line.ts';

/** `map` holds role=column title pairs for a header that no table knows. */
export async function runImport(run: CommandRun, files: readonly string[], map: readonly string[]) {
  const door = await run.open();
  const mapping = readMapping(map);
  const { jobId } = await door.caller.reports.import({
    grants: files.map((file) => door.grant(resolve(file), 'file')),
    ...(Object.keys(mapping).length === 0 ? {} : { mapping }),
  });
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
    for (const problem of problems.slice(0, 20))
      run.say(
        `  ${problem.code}  ${problem.row > 0 ? `#${problem.row} ` : ''}${problem.column} ${problem.value}`,
      );
  }
  return { result, exitCode: problems.length > 0 ? EXIT.withProblems : EXIT.done };
}

function readMapping(pairs: readonly string[]): ColumnMapping {
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
  return mapping;
}
