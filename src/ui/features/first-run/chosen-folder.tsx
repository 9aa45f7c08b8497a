// What would watching this folder bring in?
import { ActionIcon } from '@mantine/core';
import { IconFolder, IconX } from '@tabler/icons-react';
import type { FolderPreview } from '../../../engine/intake/preview-folder.ts';
import { useWords } from '../../app/words.ts';
import { formatSize } from '../../components/format-size.ts';

const EXTENSIONS_SHOWN = 8;

export interface ChosenFolder {
  readonly path: string;
  readonly grant: string;
  readonly preview: FolderPreview | null;
}

export function ChosenFolderCard({
  folder,
  onRemove,
}: {
  readonly folder: ChosenFolder;
  readonly onRemove: () => void;
}) {
  const { t } = useWords();
  const { preview } = folder;
  return (
    <div className="cb-chosen">
      <IconFolder size={17} stroke={1.5} style={{ color: 'var(--cb-quiet)' }} aria-hidden />
      <span className="cb-mono cb-truncate" title={folder.path}>
        {folder.path}
      </span>
      <ActionIcon
        size="sm"
        aria-label={t('uiFirstRun.removeFolder', { path: folder.path })}
        onClick={onRemove}
      >
        <IconX size={14} />
      </ActionIcon>
      <span />
      <div style={{ gridColumn: '2 / -1' }}>
        {preview === null ? (
          <span className="cb-quiet">{t('uiFirstRun.counting')}</span>
        ) : (
          <>
            <div>
              {t('uiFirstRun.previewFiles', {
                files: preview.files.toLocaleString(),
                size: formatSize(preview.bytes),
              })}
              {preview.truncated ? (
                <span className="cb-quiet"> · {t('uiFirstRun.previewTruncated')}</span>
              ) : null}
            </div>
            <div className="cb-extensions">
              {preview.byExtension.slice(0, EXTENSIONS_SHOWN).map((e) => (
                <span key={e.extension}>
                  {e.extension === '' ? '–' : e.extension.toUpperCase()} {e.files.toLocaleString()}
                </span>
              ))}
              {preview.byExtension.length > EXTENSIONS_SHOWN ? (
                <span>{t('uiFirstRun.moreTypes')}</span>
              ) : null}
            </div>
            {preview.onlineOnly > 0 ? (
              <div style={{ color: 'var(--cb-weak)', fontSize: 12 }}>
                {t('uiFirstRun.previewOnline', { count: preview.onlineOnly.toLocaleString() })}
              </div>
            ) : null}
          </>
        )}
      </div>
    </div>
  );
}
