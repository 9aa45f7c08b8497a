// What did the check of the archive find?
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ArchiveProblem, ArchiveVerification } from '../../../engine/verify-archive.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';

const SHOWN = 100;

export function VerifyResult({ jobId }: { readonly jobId: number }) {
  const { t } = useWords();
  const trpc = useTRPC();
  const job = useQuery(trpc.jobs.get.queryOptions({ id: jobId }));
  if (job.data == null || job.data.state !== 'done' || job.data.result === null) return null;
  const result = job.data.result as unknown as ArchiveVerification;
  const Icon = result.ok ? IconCircleCheck : IconCircleX;
  return (
    <div aria-live="polite">
      <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        <Icon size={18} color={result.ok ? 'var(--cb-have)' : 'var(--cb-missing)'} aria-hidden />
        <strong>
          {result.ok
            ? t('uiArchive.verifyOk', {
                checked: result.checked.toLocaleString(),
                events: result.custodyEvents.toLocaleString(),
              })
            : t('uiArchive.verifyBad', { count: result.problems.length })}
        </strong>
      </div>
      {result.problems.slice(0, SHOWN).map((problem: ArchiveProblem) => (
        <div key={`${problem.code}-${problem.path}`} style={{ marginTop: 4, overflowWrap: 'anywhere' }}>
          {t(`uiArchive.problem_${problem.code}`)} <span className="cb-mono cb-quiet">{problem.path}</span>
          <div className="cb-quiet">
            {t(
              problem.params['repaired'] === 1
                ? 'uiArchive.fix_COPY_REPAIRED'
                : `uiArchive.fix_${problem.code}`,
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
