// Which folder does a person choose, where there is no native picker? Only names and opaque places, never a typed path.
import './folder-browser.css';
import { ActionIcon, Button, Loader, Tooltip } from '@mantine/core';
import { IconArrowUp, IconFolder } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../app/door.ts';
import { useWords } from '../app/words.ts';
import { ErrorNote } from './error-note.tsx';
import { tellError } from './tell-error.ts';

export interface GrantedFolder {
  readonly grant: string;
  readonly path: string;
}

export function FolderBrowser({ onChoose }: { readonly onChoose: (folder: GrantedFolder) => void }) {
  const { t } = useWords();
  const trpc = useTRPC();
  const [place, setPlace] = useState<string>();
  const listing = useQuery(trpc.folders.browse.queryOptions(place === undefined ? {} : { place }));
  const grant = useMutation(
    trpc.folders.grantPlace.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: onChoose,
    }),
  );
  const here = listing.data?.here ?? null;
  const parent = listing.data?.parent ?? undefined;
  return (
    <div className="cb-browser">
      <div className="cb-browser-head">
        <Tooltip label={t('uiFirstRun.up')}>
          <ActionIcon
            size="sm"
            aria-label={t('uiFirstRun.up')}
            disabled={here === null}
            onClick={() => setPlace(parent)}
          >
            <IconArrowUp size={15} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        <span
          className={here === null ? 'cb-quiet' : 'cb-mono cb-truncate'}
          style={{ flex: 1 }}
          title={here?.path}
        >
          {here === null ? t('uiFirstRun.places') : here.path}
        </span>
        <Button
          size="compact-sm"
          disabled={here === null}
          loading={grant.isPending}
          onClick={() => {
            if (here !== null) grant.mutate({ place: here.place });
          }}
        >
          {t('uiFirstRun.addThis')}
        </Button>
      </div>
      <div className="cb-browser-list">
        {listing.error !== null && listing.data === undefined ? (
          <ErrorNote error={listing.error} onRetry={() => setPlace(undefined)} />
        ) : listing.data === undefined ? (
          <Loader size="xs" className="cb-late" m="md" />
        ) : listing.data.places.length === 0 ? (
          <div className="cb-quiet" style={{ padding: 10 }}>
            {t('uiFirstRun.noSubfolders')}
          </div>
        ) : (
          listing.data.places.map((entry) => (
            <button key={entry.place} type="button" onClick={() => setPlace(entry.place)}>
              <IconFolder size={16} stroke={1.5} aria-hidden />
              <span className="cb-truncate">{entry.name}</span>
            </button>
          ))
        )}
      </div>
    </div>
  );
}
