// Is the archive still what it was: environment, database, custody chain, copies and originals?
import { Button, Loader, Menu } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { tellError } from '../../components/tell-error.ts';
import { CustodyList } from './custody-list.tsx';
import { VerifyResult } from './verify-result.tsx';
import '../case/case.css';

const LOOKS = {
  ok: { icon: IconCircleCheck, colour: 'var(--cb-have)' },
  warning: { icon: IconAlertTriangle, colour: 'var(--cb-weak)' },
  problem: { icon: IconCircleX, colour: 'var(--cb-missing)' },
} as const;
/** Where a person can do something about a finding. */
const PLACES: Readonly<Record<string, string>> = {
  noFolders: 'folders',
  folderOffline: 'folders',
  missingAsk: 'folders',
  onlineOnly: 'folders',
  noBackup: 'backup',
  backupOld: 'backup',
};

export function Health() {
  const { t, language } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const checks = useQuery(trpc.archive.doctor.queryOptions());
  const [jobId, setJobId] = useState<number | null>(null);
  const [isRunning, setRunning] = useState(false);
  const verify = useMutation(
    trpc.archive.verify.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (started) => {
        setRunning(true);
        setJobId(started.jobId);
      },
    }),
  );
  const { refetch } = checks;
  // Its sentences come from the engine, in the language of the moment.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the language changes
  useEffect(() => {
    void refetch();
  }, [language, refetch]);
  return (
    <>
      <header className="cb-page-head">
        <h1 className="cb-page-title">{t('ui.navHealth')}</h1>
        <span className="cb-quiet">{t('uiArchive.healthWhat')}</span>
        <div style={{ flex: 1 }} />
        <Button.Group>
          <Button loading={verify.isPending || isRunning} onClick={() => verify.mutate({ full: false })}>
            {t('uiArchive.verifyQuick')}
          </Button>
          <Menu position="bottom-end" width={300}>
            <Menu.Target>
              <Button px={6} aria-label={t('uiArchive.verifyMore')} disabled={isRunning}>
                <IconChevronDown size={14} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => verify.mutate({ full: true })}>
                <div>{t('uiArchive.verifyFull')}</div>
                <div className="cb-quiet" style={{ fontSize: 12 }}>
                  {t('uiArchive.verifyFullHint')}
                </div>
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Button.Group>
      </header>
      <div className="cb-page">
        <div className="cb-wide">
          {jobId === null ? null : (
            <section className="cb-card" aria-label={t('uiArchive.verifyQuick')}>
              <JobProgress
                key={jobId}
                jobId={jobId}
                onEnd={() => {
                  setRunning(false);
                  void queries.invalidateQueries({ queryKey: trpc.archive.pathKey() });
                }}
              />
              <VerifyResult jobId={jobId} />
            </section>
          )}
          {checks.isError && checks.data === undefined ? (
            <ErrorNote error={checks.error} onRetry={() => void checks.refetch()} />
          ) : null}
          {checks.isPending ? <Loader size="sm" className="cb-late" m="auto" /> : null}
          {(checks.data ?? []).map((check) => {
            const look = LOOKS[check.state];
            const tab = PLACES[check.code];
            return (
              <div
                key={`${check.code}-${JSON.stringify(check.params)}`}
                style={{
                  display: 'flex',
                  gap: 10,
                  padding: '7px 2px',
                  borderBottom: '1px solid var(--cb-line)',
                }}
              >
                <look.icon
                  size={17}
                  stroke={1.7}
                  color={look.colour}
                  style={{ flex: 'none' }}
                  aria-label={t(`uiArchive.check_${check.state}`)}
                />
                <span style={{ flex: 1, overflowWrap: 'anywhere' }}>{check.message}</span>
                {tab === undefined ? null : (
                  <Link to="/settings" search={{ tab }} className="cb-link">
                    {t('uiArchive.takeMeThere')}
                  </Link>
                )}
              </div>
            );
          })}
          <CustodyList />
        </div>
      </div>
    </>
  );
}
