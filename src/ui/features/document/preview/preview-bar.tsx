// Which buttons belong to every preview: zoom, fit, rotate?
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMaximize, IconRotateClockwise, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useWords } from '../../../app/words.ts';

export const ZOOM_STEPS: readonly number[] = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6];

export function PreviewBar({
  zoom,
  onZoom,
  onRotate,
  label,
}: {
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly onRotate?: () => void;
  readonly label: string;
}) {
  const { t } = useWords();
  const smaller = ZOOM_STEPS.filter((step) => step < zoom - 0.001).at(-1);
  const larger = ZOOM_STEPS.find((step) => step > zoom + 0.001);
  const button = (name: string, Icon: typeof IconZoomIn, onClick: () => void, disabled = false) => (
    <Tooltip label={t(`uiDocuments.${name}`)}>
      <ActionIcon aria-label={t(`uiDocuments.${name}`)} onClick={onClick} disabled={disabled}>
        <Icon size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className="cb-preview-bar">
      <span className="cb-quiet" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {label}
      </span>
      <span style={{ flex: 1 }} />
      {button('zoomOut', IconZoomOut, () => onZoom(smaller ?? zoom), smaller === undefined)}
      <span className="cb-quiet" style={{ width: 40, textAlign: 'center', fontSize: 12 }}>
        {Math.round(zoom * 100)}%
      </span>
      {button('zoomIn', IconZoomIn, () => onZoom(larger ?? zoom), larger === undefined)}
      {button('fit', IconMaximize, () => onZoom(1))}
      {onRotate === undefined ? null : button('rotate', IconRotateClockwise, onRotate)}
    </div>
  );
}
