// What became of each imported file: rows read, added, left as they were; which were repaired or flagged, and why?
import { useQuery } from '@tanstack/react-query';
import type { ImportResult } from '../../../engine/reports/import-report.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { Notice } from '../../components/notice.tsx';

const SHOWN = 8;

export function ImportResults({ jobId }: { readonly jobId: number }) {
  const { t, reason } = useWords();
  const trpc = useTRPC();
  const job = useQuery({
    ...trpc.jobs.get.queryOptions({ id: jobId }),
    refetchInterval: (query) => (query.state.data?.state === 'done' ? false : 1_500),
  });
  if (job.data?.state !== 'done') return null;
  const files = (job.data.result?.['files'] ?? []) as unknown as readonly ImportResult[];
  return (
    <section aria-label={t('uiDesk.importResult')} aria-live="polite" style={{ marginTop: 10 }}>
      {files.map((file) => {
        const found = Object.values(file.problemCounts).reduce((sum, n) => sum + n, 0);
        const line = t('uiDesk.importLine', {
          rows: file.rows.toLocaleString(),
          added: file.added.toLocaleString(),
          updated: file.updated.toLocaleString(),
          skipped: file.skipped.toLocaleString(),
        });
        return (
          <div key={`${file.file}-${file.sha256}`} className="cb-card">
            <div style={{ display: 'flex', gap: 10, flexWrap: 'wrap' }}>
              <strong style={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{file.file}</strong>
              {file.report === '' ? null : (
                <span className="cb-quiet">
                  {file.rows > 0 && file.added + file.updated === 0 ? t('uiDesk.importSame') : line}
                </span>
              )}
            </div>
            {found === 0 ? null : (
              <Notice
                color="orange"
                title={t('uiDesk.flaggedRows', { count: found.toLocaleString() })}
                mt={6}
              >
                {file.problems.slice(0, SHOWN).map((problem) => (
                  <div
                    key={`${problem.row}-${problem.column}-${problem.code}`}
                    style={{ overflowWrap: 'anywhere' }}
                  >
                    {problem.row > 0 ? `${t('uiDesk.rowNumber', { row: problem.row })} ` : ''}
                    {reason({ code: problem.code, params: { column: problem.column, value: problem.value } })}
                  </div>
                ))}
                {found > SHOWN ? (
                  <div className="cb-quiet">
                    {t('uiDesk.flaggedMore', { count: (found - SHOWN).toLocaleString() })}
                  </div>
                ) : null}
              </Notice>
            )}
          </div>
        );
      })}
    </section>
  );
}
