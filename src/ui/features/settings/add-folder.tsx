// Which folder is watched next: browse to it, see what is in it without reading, then add it?
import { Button, Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { desktop } from '../../components/desktop.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FolderBrowser } from '../../components/folder-browser.tsx';
import { formatSize } from '../../components/format-size.ts';
import { tellError } from '../../components/tell-error.ts';

interface Chosen {
  readonly grant: string;
  readonly path: string;
}

export function AddFolder({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [keepCopies, setKeepCopies] = useState(false);
  const preview = useMutation(
    trpc.folders.preview.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (answer) => setChosen({ grant: answer.grant, path: answer.path }),
    }),
  );
  const add = useMutation(
    trpc.folders.add.mutationOptions({
      onError: (error) => {
        tellError(error, t);
        setChosen(null);
        preview.reset();
      },
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: trpc.folders.pathKey() });
        onClose();
      },
    }),
  );
  const found = preview.data?.preview;
  return (
    <Dialog opened onClose={onClose} title={t('uiArchive.addFolder')} size={600}>
      {chosen === null ? (
        <div>
          <FolderBrowser onChoose={({ grant }) => preview.mutate({ grant })} />
          {desktop === undefined ? null : <DesktopPick onPick={(grant) => preview.mutate({ grant })} />}
        </div>
      ) : (
        <div style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
          <div className="cb-mono" style={{ overflowWrap: 'anywhere' }}>
            {chosen.path}
          </div>
          {found === undefined ? null : (
            <div>
              <strong>
                {t('uiArchive.previewCount', {
                  files: found.files.toLocaleString(),
                  size: formatSize(found.bytes),
                })}
              </strong>
              {found.onlineOnly > 0 ? (
                <div style={{ color: 'var(--cb-weak)' }}>
                  {t('uiArchive.filesOnline', { count: found.onlineOnly })}
                </div>
              ) : null}
              <div className="cb-quiet">{t('uiArchive.previewHint')}</div>
            </div>
          )}
          <Switch
            label={t('uiArchive.keepCopies')}
            description={t('uiArchive.keepCopiesHint')}
            checked={keepCopies}
            onChange={(event) => setKeepCopies(event.currentTarget.checked)}
          />
          <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
            <Button variant="default" onClick={() => setChosen(null)}>
              {t('uiArchive.otherFolder')}
            </Button>
            <Button loading={add.isPending} onClick={() => add.mutate({ grant: chosen.grant, keepCopies })}>
              {t('uiArchive.watchFolder')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function DesktopPick({ onPick }: { readonly onPick: (grant: string) => void }) {
  const { t } = useWords();
  return (
    <Button
      variant="default"
      mt={10}
      onClick={() =>
        void desktop?.pickFolder().then((picked) => {
          if (picked !== null) onPick(picked.grant);
        })
      }
    >
      {t('uiArchive.systemPicker')}
    </Button>
  );
}
