// Which evidence packs were built, from which case, and are they still what they were?
import { Button } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { PackRow } from './pack-row.tsx';
import { VerifyElsewhere } from './verify-elsewhere.tsx';
import '../case/case.css';
import '../cases/cases.css';

export function Packs() {
  const { t } = useWords();
  const trpc = useTRPC();
  const [isVerifying, setVerifying] = useState(false);
  const packs = useQuery(trpc.packs.list.queryOptions());
  return (
    <>
      <header className="cb-page-head">
        <h1 className="cb-page-title">{t('ui.navPacks')}</h1>
        <span className="cb-quiet" style={{ flex: 1 }}>
          {t('uiPacks.what')}
        </span>
        <Button variant="default" onClick={() => setVerifying(true)}>
          {t('uiPacks.verifyOther')}
        </Button>
        {isVerifying ? <VerifyElsewhere onClose={() => setVerifying(false)} /> : null}
      </header>
      {packs.isError && packs.data === undefined ? (
        <ErrorNote error={packs.error} onRetry={() => void packs.refetch()} />
      ) : packs.data === undefined ? (
        <div className="cb-page" aria-busy="true" />
      ) : packs.data.length === 0 ? (
        <EmptyState
          icon={<IconPackage size={34} stroke={1.3} />}
          title={t('uiPacks.none')}
          hint={t('uiPacks.noneHint')}
        />
      ) : (
        <div className="cb-page">
          <div className="cb-wide">
            {packs.data.map((pack) => (
              <PackRow key={pack.id} packId={pack.id} showCase />
            ))}
          </div>
        </div>
      )}
    </>
  );
}
