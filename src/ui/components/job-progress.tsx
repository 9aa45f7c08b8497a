// How far is a piece of long work, what became of it, and how is it cancelled?
import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { CasebinderError, describeError, type ErrorCode, type ErrorParams } from '../../domain/errors.ts';
import { useTRPC } from '../app/door.ts';
import { useWords, type Words } from '../app/words.ts';

const ENDED: ReadonlySet<string> = new Set(['done', 'failed', 'cancelled', 'interrupted']);

/** "Copying originals 3 / 12"; a phase without words is not shown. */
export function describeJobPhase(
  job: { readonly phase: string; readonly done: number; readonly total: number },
  t: Words['t'],
): string {
  const key = `uiArchive.phase_${job.phase}`;
  const known = t(key);
  const name = job.phase === '' || known === key ? t('uiArchive.phase_start') : known;
  return job.total > 0 ? `${name} ${job.done.toLocaleString()} / ${job.total.toLocaleString()}` : name;
}

/** What a failed job tells a person: the texts of the closed list of errors. */
export function describeJobError(
  error: { readonly code: ErrorCode; readonly params: ErrorParams },
  language: Words['language'],
): { message: string; hint: string } {
  return describeError(new CasebinderError(error.code, error.params), language);
}

/** Shows one running job; calls `onEnd` once when it has ended. */
export function JobProgress({
  jobId,
  onEnd,
}: {
  readonly jobId: number;
  readonly onEnd?: (state: string) => void;
}) {
  const { t, language } = useWords();
  const trpc = useTRPC();
  const found = useQuery({
    ...trpc.jobs.get.queryOptions({ id: jobId }),
    // Events refresh it; this is for a missed one.
    refetchInterval: (query) => (ENDED.has(query.state.data?.state ?? '') ? false : 2_000),
  });
  const cancel = useMutation(trpc.jobs.cancel.mutationOptions());
  const job = found.data;
  const state = job?.state ?? 'queued';
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once per end, not per new callback
  useEffect(() => {
    if (ENDED.has(state)) onEnd?.(state);
  }, [state]);
  if (job == null) return null;
  if (job.state === 'done') return null;
  if (ENDED.has(job.state)) {
    const told = job.error == null ? null : describeJobError(job.error, language);
    return (
      <div role="alert" style={{ padding: '8px 0' }}>
        <div style={{ fontWeight: 600, color: job.state === 'failed' ? 'var(--cb-missing)' : undefined }}>
          {told?.message ?? t(`uiArchive.job_${job.state}`)}
        </div>
        {told === null ? null : <div className="cb-quiet">{told.hint}</div>}
      </div>
    );
  }
  const text = describeJobPhase(job, t);
  return (
    <div style={{ display: 'flex', gap: 14, alignItems: 'center', padding: '8px 0' }} aria-live="polite">
      <div style={{ flex: 1 }}>
        <div style={{ marginBottom: 5 }}>{text}</div>
        <Progress
          value={job.total > 0 ? (100 * job.done) / job.total : 100}
          animated={job.total === 0}
          size="sm"
          aria-label={text}
          transitionDuration={150}
        />
      </div>
      <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ id: jobId })}>
        {t('uiCases.cancel')}
      </Button>
    </div>
  );
}
