// One piece of work: what, how far, what came of it, or why not?
import { Button } from '@mantine/core';
import {
  IconAlertCircle,
  IconCircleCheck,
  IconCircleMinus,
  IconLoader2,
  IconPlayerPause,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Job } from '../../../engine/jobs/job-queue.ts';
import { useWords, type Words } from '../../app/words.ts';
import { formatDuration, formatMoment } from '../../components/format-time.ts';
import { describeJobError, JobProgress } from '../../components/job-progress.tsx';

const LOOKS = {
  queued: { icon: IconLoader2, colour: 'var(--cb-quiet)' },
  running: { icon: IconLoader2, colour: 'var(--mantine-primary-color-filled)' },
  done: { icon: IconCircleCheck, colour: 'var(--cb-have)' },
  failed: { icon: IconAlertCircle, colour: 'var(--cb-missing)' },
  cancelled: { icon: IconCircleMinus, colour: 'var(--cb-quiet)' },
  interrupted: { icon: IconPlayerPause, colour: 'var(--cb-weak)' },
} as const;

export function JobRow({ job }: { readonly job: Job }) {
  const words = useWords();
  const { t, language } = words;
  const look = LOOKS[job.state];
  const told = job.state === 'failed' && job.error !== null ? describeJobError(job.error, language) : null;
  const seconds =
    job.finishedAtMs === null || job.startedAtMs === null
      ? null
      : (job.finishedAtMs - job.startedAtMs) / 1000;
  const isCase = job.kind === 'pack' && /^C-\d+$/.test(job.subject);
  return (
    <div
      className="cb-card"
      style={{ display: 'grid', gridTemplateColumns: '20px minmax(0,1fr) auto', gap: 10 }}
    >
      <look.icon size={17} stroke={1.7} color={look.colour} aria-hidden style={{ marginTop: 1 }} />
      <div style={{ minWidth: 0 }}>
        <div style={{ display: 'flex', gap: 8 }}>
          <strong style={{ fontWeight: 600 }}>{nameJob(job.kind, t)}</strong>
          <span className="cb-quiet cb-truncate">{job.subject}</span>
          <span style={{ color: look.colour }}>{t(`uiArchive.job_${job.state}`)}</span>
        </div>
        {job.state === 'running' ? <JobProgress jobId={job.id} /> : null}
        {told === null ? null : (
          <div>
            {told.message} <span className="cb-quiet">{told.hint}</span>
          </div>
        )}
        {job.state === 'done' ? <div className="cb-quiet">{describeResult(job, words)}</div> : null}
        {job.state === 'interrupted' ? (
          <div className="cb-quiet">{t('uiArchive.interruptedHint')}</div>
        ) : null}
      </div>
      <div className="cb-quiet" style={{ textAlign: 'right', fontSize: 12 }}>
        <div>{formatMoment(job.createdAtMs)}</div>
        {seconds === null ? null : <div>{seconds < 1 ? '< 0:01' : formatDuration(seconds)}</div>}
        {isCase && job.state === 'done' ? (
          <Button
            variant="subtle"
            size="compact-xs"
            renderRoot={(props) => (
              <Link
                to="/cases/$caseNumber"
                params={{ caseNumber: job.subject }}
                search={{ tab: 'packs' }}
                {...props}
              />
            )}
          >
            {t('uiArchive.showResult')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** "Index folders"; an unknown kind of work is shown by its slug. */
export function nameJob(kind: string, t: Words['t']): string {
  const key = `uiArchive.kind_${kind}`;
  const known = t(key);
  return known === key ? kind : known;
}

const count = (value: unknown): string | undefined =>
  typeof value === 'number' ? value.toLocaleString() : undefined;

/** The one or two numbers of a result that people ask for. */
function describeResult(job: Job, { t }: Words): string {
  const result = job.result ?? {};
  const documents = count(result['documents']);
  const checked = count(result['checked']);
  const problems = Array.isArray(result['problems']) ? result['problems'].length : 0;
  const folder = typeof result['folder'] === 'string' ? result['folder'] : undefined;
  if (job.kind === 'pack' || job.kind === 'backup') return folder ?? '';
  if (checked !== undefined)
    return problems === 0
      ? t('uiArchive.resultOk', { checked })
      : t('uiArchive.resultProblems', { checked, problems });
  if (documents !== undefined) {
    const added = count(result['added']);
    return added === undefined
      ? t('uiArchive.resultDocuments', { documents })
      : t('uiArchive.resultIndexed', { added, documents });
  }
  return '';
}
