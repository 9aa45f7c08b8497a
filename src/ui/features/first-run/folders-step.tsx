// Which folders are to be read, and what is in them?
import { Button } from '@mantine/core';
import { IconFlask, IconFolder, IconFolderPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { desktop } from '../../components/desktop.ts';
import { FolderBrowser, type GrantedFolder } from '../../components/folder-browser.tsx';
import { tellError } from '../../components/tell-error.ts';
import { type ChosenFolder, ChosenFolderCard } from './chosen-folder.tsx';

interface FoldersStepProps {
  readonly onBack: () => void;
  readonly onReading: () => void;
  readonly onSample: (jobId: number) => void;
  readonly onLeave: () => void;
}

export function FoldersStep({ onBack, onReading, onSample, onLeave }: FoldersStepProps) {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const watched = useQuery(trpc.folders.list.queryOptions());
  const [chosen, setChosen] = useState<readonly ChosenFolder[]>([]);
  const [isAdding, setAdding] = useState(false);
  const preview = useMutation(trpc.folders.preview.mutationOptions());
  const add = useMutation(trpc.folders.add.mutationOptions());
  const sample = useMutation(
    trpc.folders.addSample.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: ({ jobId }) => onSample(jobId),
    }),
  );
  const choose = async (folder: GrantedFolder): Promise<void> => {
    if (chosen.some((c) => c.path === folder.path)) return;
    setChosen((list) => [...list, { ...folder, preview: null }]);
    try {
      const counted = await preview.mutateAsync({ grant: folder.grant });
      setChosen((list) =>
        list.map((c) =>
          c.path === folder.path ? { path: counted.path, grant: counted.grant, preview: counted.preview } : c,
        ),
      );
    } catch (error) {
      tellError(error, t);
      setChosen((list) => list.filter((c) => c.path !== folder.path));
    }
  };
  const start = async (): Promise<void> => {
    setAdding(true);
    for (const folder of chosen) {
      try {
        await add.mutateAsync({ grant: folder.grant });
        setChosen((list) => list.filter((c) => c !== folder));
      } catch (error) {
        tellError(error, t);
        setAdding(false);
        return;
      }
    }
    void queries.invalidateQueries({ queryKey: trpc.folders.pathKey() });
    onReading();
  };
  const pick = async (): Promise<void> => {
    const picked = await desktop?.pickFolder();
    if (picked != null) await choose({ grant: picked.grant, path: picked.fileName });
  };
  const known = (watched.data ?? []).filter((folder) => folder.state !== 'removed');
  return (
    <>
      <h1>{t('uiFirstRun.folders')}</h1>
      <p>{t('uiFirstRun.foldersHint')}</p>
      {known.map((folder) => (
        <div key={folder.id} className="cb-chosen" style={{ borderStyle: 'dashed' }}>
          <IconFolder size={17} stroke={1.5} style={{ color: 'var(--cb-quiet)' }} aria-hidden />
          <span className="cb-mono cb-truncate" title={folder.path}>
            {folder.path}
          </span>
          <span className="cb-quiet">{t('uiFirstRun.alreadyWatched')}</span>
        </div>
      ))}
      {chosen.map((folder) => (
        <ChosenFolderCard
          key={folder.path}
          folder={folder}
          onRemove={() => setChosen((list) => list.filter((c) => c.path !== folder.path))}
        />
      ))}
      {desktop === undefined ? (
        <FolderBrowser onChoose={(folder) => void choose(folder)} />
      ) : (
        <Button
          size="sm"
          variant="default"
          leftSection={<IconFolderPlus size={16} stroke={1.6} />}
          onClick={() => void pick()}
        >
          {t('uiFirstRun.browse')}
        </Button>
      )}
      {chosen.length === 0 && known.length === 0 ? (
        <button
          type="button"
          className="cb-pick"
          style={{ marginTop: 12, width: '100%', flexDirection: 'row', gap: 12, alignItems: 'center' }}
          disabled={sample.isPending}
          onClick={() => sample.mutate()}
        >
          <IconFlask size={20} stroke={1.5} style={{ color: 'var(--cb-quiet)' }} aria-hidden />
          <span>
            <strong>{t('uiFirstRun.sample')}</strong>
            <span className="cb-quiet" style={{ display: 'block', fontSize: 12 }}>
              {t('uiFirstRun.sampleHint')}
            </span>
          </span>
        </button>
      ) : null}
      <div className="cb-welcome-foot">
        <Button size="sm" variant="subtle" color="gray" onClick={onBack}>
          {t('uiFirstRun.back')}
        </Button>
        <span style={{ flex: 1 }} />
        {chosen.length === 0 ? (
          <Button size="sm" variant="default" onClick={onLeave}>
            {known.length === 0 ? t('uiFirstRun.continueWithout') : t('uiFirstRun.enter')}
          </Button>
        ) : (
          <Button
            size="sm"
            loading={isAdding}
            disabled={chosen.some((folder) => folder.preview === null)}
            onClick={() => void start()}
          >
            {t('uiFirstRun.startReading')}
          </Button>
        )}
      </div>
    </>
  );
}
