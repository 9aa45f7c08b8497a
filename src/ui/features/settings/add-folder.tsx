// Which folder is watched next: browse to it, see what is in it without reading, then add it?
import { Button, Modal, Switch } from '@mantine/core';
import { IconChevronLeft, IconFolder } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, useTRPCClient } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { desktop } from '../../components/desktop.ts';
import { ErrorNote } from '../../components/error-note.tsx';
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
    <Modal opened onClose={onClose} title={t('uiArchive.addFolder')} size={600}>
      {chosen === null ? (
        <Browser onPick={(grant) => preview.mutate({ grant })} isBusy={preview.isPending} />
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
    </Modal>
  );
}

/** The folders of this computer, by ids: the page never holds a path that it could send back. */
function Browser({ onPick, isBusy }: { readonly onPick: (grant: string) => void; readonly isBusy: boolean }) {
  const { t } = useWords();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [place, setPlace] = useState<string | undefined>(undefined);
  const listing = useQuery(trpc.folders.browse.queryOptions(place === undefined ? {} : { place }));
  const pick = useMutation({
    mutationFn: () => client.folders.grantPlace.mutate({ place: place ?? '' }),
    onSuccess: ({ grant }) => onPick(grant),
    onError: (error) => tellError(error, t),
  });
  if (listing.isError) return <ErrorNote error={listing.error} onRetry={() => setPlace(undefined)} />;
  const data = listing.data;
  return (
    <div>
      <div style={{ display: 'flex', gap: 8, alignItems: 'center', minHeight: 32 }}>
        {data?.here == null ? (
          <span className="cb-quiet">{t('uiArchive.chooseStart')}</span>
        ) : (
          <>
            <Button
              variant="default"
              px={6}
              aria-label={t('uiArchive.up')}
              onClick={() => setPlace(data.parent ?? undefined)}
            >
              <IconChevronLeft size={15} />
            </Button>
            <span className="cb-mono cb-truncate" title={data.here.path}>
              {data.here.path}
            </span>
          </>
        )}
      </div>
      <div className="cb-problem-list" style={{ margin: '8px 0', minHeight: 220 }}>
        {(data?.places ?? []).map((row) => (
          <button
            key={row.place}
            type="button"
            className="cb-problem-option"
            onClick={() => setPlace(row.place)}
          >
            <IconFolder size={15} stroke={1.6} style={{ alignSelf: 'center', flex: 'none' }} aria-hidden />
            <span className="cb-truncate">{row.name}</span>
          </button>
        ))}
        {data !== undefined && data.places.length === 0 ? (
          <div className="cb-quiet" style={{ padding: 12 }}>
            {t('uiArchive.noSubfolders')}
          </div>
        ) : null}
      </div>
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
        {desktop === undefined ? null : <DesktopPick onPick={onPick} />}
        <Button
          disabled={data?.here == null}
          loading={pick.isPending || isBusy}
          onClick={() => pick.mutate()}
        >
          {t('uiArchive.chooseThis')}
        </Button>
      </div>
    </div>
  );
}

function DesktopPick({ onPick }: { readonly onPick: (grant: string) => void }) {
  const { t } = useWords();
  return (
    <Button
      variant="default"
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
