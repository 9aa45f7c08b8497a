// Where does this pack go: where packs always go, or into a folder that is picked for this one?
import { Button } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../app/words.ts';
import { desktop } from '../../components/desktop.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FolderBrowser, type GrantedFolder } from '../../components/folder-browser.tsx';

export function OutFolder({
  folder,
  onChange,
  disabled,
}: {
  /** Null: where packs always go. */
  readonly folder: GrantedFolder | null;
  readonly onChange: (folder: GrantedFolder | null) => void;
  readonly disabled: boolean;
}) {
  const { t } = useWords();
  const [isBrowsing, setBrowsing] = useState(false);
  const pick = async (): Promise<void> => {
    if (desktop === undefined) {
      setBrowsing(true);
      return;
    }
    const picked = await desktop.pickFolder();
    if (picked !== null) onChange({ grant: picked.grant, path: picked.fileName });
  };
  return (
    <div style={{ display: 'flex', gap: 8, alignItems: 'center', fontSize: 12.5 }}>
      <span className="cb-quiet">{t('uiPacks.outFolder')}</span>
      <span className={folder === null ? 'cb-truncate' : 'cb-mono cb-truncate'} title={folder?.path}>
        {folder?.path ?? t('uiPacks.outUsual')}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconFolderOpen size={13} stroke={1.6} />}
        onClick={() => void pick()}
        disabled={disabled}
      >
        {t('uiPacks.outPick')}
      </Button>
      {folder === null ? null : (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => onChange(null)}
          disabled={disabled}
        >
          {t('uiPacks.outReset')}
        </Button>
      )}
      {isBrowsing ? (
        <Dialog opened onClose={() => setBrowsing(false)} title={t('uiPacks.outPick')} size={560}>
          <FolderBrowser
            onChoose={(chosen) => {
              onChange(chosen);
              setBrowsing(false);
            }}
          />
        </Dialog>
      ) : null}
    </div>
  );
}
