// What is the engine doing, what did it do, and which files wait for what?
import { Button, Table } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { formatSize } from '../../components/format-size.ts';
import { tellError } from '../../components/tell-error.ts';
import { ToneBadge } from '../../components/tone-badge.tsx';
import { JobRow } from './job-row.tsx';
import '../case/case.css';

export function Activity() {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const jobs = useQuery(trpc.jobs.list.queryOptions({ limit: 60 }));
  const status = useQuery(trpc.intake.status.queryOptions());
  const run = useMutation(
    trpc.intake.run.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => void queries.invalidateQueries({ queryKey: trpc.jobs.pathKey() }),
    }),
  );
  const running = (jobs.data ?? []).filter((job) => job.state === 'running' || job.state === 'queued');
  const ended = (jobs.data ?? []).filter((job) => job.state !== 'running' && job.state !== 'queued');
  return (
    <>
      <header className="cb-page-head">
        <h1 className="cb-page-title">{t('ui.navActivity')}</h1>
        <span className="cb-quiet">
          {status.data === undefined
            ? ''
            : status.data.queued + status.data.arriving > 0
              ? t('ui.intakeReading', { count: status.data.queued + status.data.arriving })
              : t('ui.intakeIdle')}
        </span>
        <div style={{ flex: 1 }} />
        <Button
          variant="default"
          leftSection={<IconRefresh size={15} stroke={1.6} />}
          loading={run.isPending}
          onClick={() => run.mutate({ ocr: true })}
        >
          {t('uiArchive.lookNow')}
        </Button>
      </header>
      {jobs.isError && jobs.data === undefined ? (
        <ErrorNote error={jobs.error} onRetry={() => void jobs.refetch()} />
      ) : (
        <div className="cb-page">
          <div className="cb-wide">
            <section aria-label={t('uiArchive.running')}>
              {running.map((job) => (
                <JobRow key={job.id} job={job} />
              ))}
            </section>
            <WaitingFiles />
            <h2 className="cb-quiet" style={{ fontSize: 12.5, fontWeight: 600, margin: '14px 0 8px' }}>
              {t('uiArchive.ended')}
            </h2>
            {ended.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
            {jobs.data !== undefined && ended.length === 0 ? (
              <EmptyState title={t('uiArchive.noJobs')} hint={t('uiArchive.noJobsHint')} />
            ) : null}
          </div>
        </div>
      )}
    </>
  );
}

const SHOWN_FILES = 50;

function WaitingFiles() {
  const { t, reason } = useWords();
  const trpc = useTRPC();
  const waiting = useQuery(trpc.intake.waiting.queryOptions());
  const files = waiting.data ?? [];
  if (files.length === 0) return null;
  return (
    <section aria-label={t('uiArchive.waiting')}>
      <h2 style={{ fontSize: 13, fontWeight: 600, margin: '14px 0 8px' }}>
        {t('uiArchive.waiting')} <span className="cb-quiet">{files.length}</span>
      </h2>
      <Table>
        <Table.Tbody>
          {files.slice(0, SHOWN_FILES).map((file) => (
            <Table.Tr key={file.locationId}>
              <Table.Td style={{ maxWidth: 0, width: '45%' }}>
                <div className="cb-truncate" title={file.path}>
                  {file.fileName}
                </div>
                <div className="cb-truncate cb-quiet" style={{ fontSize: 11.5 }}>
                  {file.path}
                </div>
              </Table.Td>
              <Table.Td w={110}>
                <ToneBadge color={file.state === 'unreadable' ? 'red' : 'gray'}>
                  {t(`intake.intake.state.${file.state}`)}
                </ToneBadge>
              </Table.Td>
              <Table.Td>{file.detail === undefined ? '' : reason(file.detail)}</Table.Td>
              <Table.Td w={90} ta="right" className="cb-quiet">
                {formatSize(file.sizeBytes)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {files.length > SHOWN_FILES ? (
        <div className="cb-quiet" style={{ padding: 8 }}>
          {t('uiArchive.more', { count: files.length - SHOWN_FILES })}
        </div>
      ) : null}
    </section>
  );
}
