// Which packs were built from the case, and how is the next one built?
import { Button } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseDetail } from '../../../engine/cases/case-view.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { BuildPack } from '../packs/build-pack.tsx';
import { PackRow } from '../packs/pack-row.tsx';

export function CasePacks({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useWords();
  const [isBuilding, setBuilding] = useState(false);
  const button = (
    <Button
      leftSection={<IconPackage size={15} stroke={1.6} />}
      onClick={() => setBuilding(true)}
      disabled={detail.exhibits.length === 0}
    >
      {t('uiPacks.build')}
    </Button>
  );
  return (
    <div className="cb-wide">
      {detail.packs.length === 0 ? (
        <EmptyState
          icon={<IconPackage size={32} stroke={1.3} />}
          title={t('uiPacks.noneOfCase')}
          hint={t(detail.exhibits.length === 0 ? 'uiPacks.needsExhibits' : 'uiPacks.noneOfCaseHint')}
        >
          {button}
        </EmptyState>
      ) : (
        <>
          <div style={{ display: 'flex', justifyContent: 'flex-end', marginBottom: 10 }}>{button}</div>
          {detail.packs.map((pack) => (
            <PackRow key={pack.id} packId={pack.id} showCase={false} />
          ))}
        </>
      )}
      {isBuilding ? <BuildPack detail={detail} onClose={() => setBuilding(false)} /> : null}
    </div>
  );
}
