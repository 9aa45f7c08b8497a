// Which boxes are there, why, and on which page?
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { RedactionBox } from '../../../engine/store/schema/cases.ts';
import { useWords } from '../../app/words.ts';

export function BoxList({
  boxes,
  onShow,
  onRemove,
}: {
  readonly boxes: readonly RedactionBox[];
  readonly onShow: (page: number) => void;
  readonly onRemove: (index: number) => void;
}) {
  const { t } = useWords();
  return (
    <div className="cb-cover-list">
      <div className="cb-quiet">{t('uiPacks.coverCount', { count: boxes.length })}</div>
      {boxes.map((box, index) => (
        <div key={`${box.page}-${box.x}-${box.y}-${box.width}`} className="cb-cover-row">
          <button type="button" className="cb-cover-go" onClick={() => onShow(box.page)}>
            <span>{t(`uiPacks.cover_${box.reason}`)}</span>
            <span className="cb-quiet">{t('uiPacks.coverPage', { page: box.page })}</span>
          </button>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('uiPacks.coverRemove')}
            onClick={() => onRemove(index)}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
    </div>
  );
}
