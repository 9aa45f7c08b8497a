// When was the archive last backed up, and can it be done now?
import { Button, Switch, Table } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatSize } from '../../components/format-size.ts';
import { formatMoment } from '../../components/format-time.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { tellError } from '../../components/tell-error.ts';

export function BackupSettings() {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const backups = useQuery(trpc.archive.backups.queryOptions());
  const settings = useQuery(trpc.settings.all.queryOptions());
  const set = useMutation(
    trpc.settings.set.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (answer) => queries.setQueryData(trpc.settings.all.queryKey(), answer),
    }),
  );
  const [jobId, setJobId] = useState<number | null>(null);
  const [isRunning, setRunning] = useState(false);
  const backup = useMutation(
    trpc.archive.backup.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (started) => {
        setRunning(true);
        setJobId(started.jobId);
      },
    }),
  );
  return (
    <div className="cb-wide">
      <div style={{ display: 'flex', alignItems: 'center', gap: 12, marginBottom: 12 }}>
        <span className="cb-quiet" style={{ flex: 1 }}>
          {t('uiArchive.backupHint')}
        </span>
        <Button
          leftSection={<IconDatabaseExport size={15} stroke={1.6} />}
          loading={backup.isPending || isRunning}
          onClick={() => backup.mutate({})}
        >
          {t('uiArchive.backupNow')}
        </Button>
      </div>
      {settings.data === undefined ? null : (
        <Switch
          mb={12}
          label={t('uiArchive.automaticBackups')}
          description={t('uiArchive.automaticBackupsHint')}
          checked={settings.data.automatic_backups !== 'false'}
          onChange={(event) =>
            set.mutate({ key: 'automatic_backups', value: String(event.currentTarget.checked) })
          }
        />
      )}
      {jobId === null ? null : (
        <JobProgress
          key={jobId}
          jobId={jobId}
          onEnd={() => {
            setRunning(false);
            void queries.invalidateQueries({ queryKey: trpc.archive.pathKey() });
          }}
        />
      )}
      {backups.data !== undefined && backups.data.length === 0 ? (
        <EmptyState title={t('uiArchive.noBackup')} hint={t('uiArchive.noBackupHint')} />
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={150}>{t('uiArchive.when')}</Table.Th>
              <Table.Th w={100} ta="right">
                {t('uiArchive.size')}
              </Table.Th>
              <Table.Th>{t('uiPacks.folder')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(backups.data ?? []).map((entry) => (
              <Table.Tr key={entry.folder}>
                <Table.Td>{formatMoment(entry.madeAtMs)}</Table.Td>
                <Table.Td ta="right">{formatSize(entry.databaseBytes)}</Table.Td>
                <Table.Td style={{ maxWidth: 0 }}>
                  <CopyText value={entry.folder} label={t('uiPacks.folder')} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
}
