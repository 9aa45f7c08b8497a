// Which folders are watched, how are they, and which is added next?
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFolder, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WatchedFolderView } from '../../../engine/intake/intake-status.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatSize } from '../../components/format-size.ts';
import { formatMoment } from '../../components/format-time.ts';
import { Notice } from '../../components/notice.tsx';
import { tellError } from '../../components/tell-error.ts';
import { type Tone, ToneBadge } from '../../components/tone-badge.tsx';
import { AddFolder } from './add-folder.tsx';

export function FolderSettings() {
  const { t } = useWords();
  const trpc = useTRPC();
  const folders = useQuery(trpc.folders.list.queryOptions());
  const [isAdding, setAdding] = useState(false);
  const watched = (folders.data ?? []).filter((folder) => folder.state !== 'removed');
  const button = (
    <Button leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
      {t('uiArchive.addFolder')}
    </Button>
  );
  return (
    <div className="cb-wide">
      {folders.data !== undefined && watched.length === 0 ? (
        <EmptyState
          icon={<IconFolder size={32} stroke={1.3} />}
          title={t('ui.intakeNoFolders')}
          hint={t('uiArchive.foldersHint')}
        >
          {button}
        </EmptyState>
      ) : (
        <>
          <div style={{ display: 'flex', alignItems: 'center', marginBottom: 12 }}>
            <span className="cb-quiet" style={{ flex: 1 }}>
              {t('uiArchive.foldersHint')}
            </span>
            {button}
          </div>
          {watched.map((folder) => (
            <FolderRow key={folder.id} folder={folder} />
          ))}
        </>
      )}
      {isAdding ? <AddFolder onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

const STATE_COLOURS: Readonly<Record<string, Tone>> = {
  watching: 'teal',
  polling: 'teal',
  new: 'accent',
  offline: 'red',
};

function FolderRow({ folder }: { readonly folder: WatchedFolderView }) {
  const { t, reason } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const done = {
    onError: (error: unknown) => tellError(error, t),
    onSuccess: () => void queries.invalidateQueries({ queryKey: trpc.folders.pathKey() }),
  };
  const remove = useMutation(
    trpc.folders.remove.mutationOptions({
      ...done,
      onSuccess: () => {
        done.onSuccess();
        notifications.show({
          id: 'folder-removed',
          message: t('uiArchive.folderRemoved', { path: folder.path }),
        });
      },
    }),
  );
  const confirmMissing = useMutation(trpc.folders.confirmMissing.mutationOptions(done));
  const { counts } = folder;
  const facts = [
    t('uiArchive.filesThere', { count: counts.present.toLocaleString() }),
    typeof folder.scan['bytes'] === 'number' ? formatSize(folder.scan['bytes']) : null,
    counts.queued + counts.arriving > 0
      ? t('ui.intakeReading', { count: counts.queued + counts.arriving })
      : null,
    counts.onlineOnly > 0 ? t('uiArchive.filesOnline', { count: counts.onlineOnly }) : null,
    counts.unreadable > 0 ? t('uiArchive.filesUnreadable', { count: counts.unreadable }) : null,
    counts.missing > 0 ? t('uiArchive.filesMissing', { count: counts.missing }) : null,
    folder.keepCopies ? t('uiArchive.copiesKept') : null,
    folder.scannedAtMs === null ? null : t('uiArchive.lookedAt', { at: formatMoment(folder.scannedAtMs) }),
  ].filter((part) => part !== null);
  return (
    <section className="cb-card" aria-label={folder.path}>
      <div style={{ display: 'flex', gap: 10, alignItems: 'center' }}>
        <IconFolder size={17} stroke={1.6} style={{ flex: 'none' }} aria-hidden />
        <span className="cb-mono cb-truncate" title={folder.path} style={{ fontSize: 13 }}>
          {folder.path}
        </span>
        <ToneBadge color={STATE_COLOURS[folder.state] ?? 'gray'} style={{ flex: 'none' }}>
          {t(`intake.intake.folderState.${folder.state}`)}
        </ToneBadge>
        <div style={{ flex: 1 }} />
        <Button variant="subtle" color="red" onClick={() => setAsking(true)} disabled={isAsking}>
          {t('uiArchive.removeFolder')}
        </Button>
      </div>
      <div className="cb-quiet" style={{ marginTop: 4 }}>
        {facts.join(' · ')}
      </div>
      {folder.detail === undefined ? null : (
        <div style={{ color: 'var(--cb-weak)', marginTop: 4 }}>{reason(folder.detail)}</div>
      )}
      {counts.missingUnconfirmed === 0 ? null : (
        <Notice
          color="orange"
          mt={8}
          title={t('uiArchive.missingTitle', { count: counts.missingUnconfirmed })}
        >
          {t('uiArchive.missingText')}
          <div style={{ marginTop: 6 }}>
            <Button
              size="compact-xs"
              variant="default"
              loading={confirmMissing.isPending}
              onClick={() => confirmMissing.mutate({ id: folder.id })}
            >
              {t('uiArchive.missingConfirm')}
            </Button>
          </div>
        </Notice>
      )}
      {isAsking ? (
        <Notice color="gray" mt={8} title={t('uiArchive.removeTitle')}>
          {t('uiArchive.removeText')}
          <div style={{ marginTop: 6, display: 'flex', gap: 8 }}>
            <Button
              size="compact-xs"
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate({ id: folder.id })}
            >
              {t('uiArchive.removeFolder')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => setAsking(false)}>
              {t('uiCases.cancel')}
            </Button>
          </div>
        </Notice>
      ) : null}
    </section>
  );
}
