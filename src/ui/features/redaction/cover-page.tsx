// How are boxes drawn on the picture of a page, by mouse, pen or keyboard?
import { Loader } from '@mantine/core';
import { type PointerEvent, useRef, useState } from 'react';
import type { RedactionBox } from '../../../engine/store/schema/cases.ts';
import { useWords } from '../../app/words.ts';

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Smaller drags are clicks. */
const MIN_SIDE = 0.004;

export function CoverPage({
  documentId,
  page,
  boxes,
  onAdd,
  onRemove,
}: {
  readonly documentId: number;
  readonly page: number;
  readonly boxes: readonly RedactionBox[];
  readonly onAdd: (box: RedactionBox) => void;
  readonly onRemove: (index: number) => void;
}) {
  const { t } = useWords();
  const sheet = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  const [start, setStart] = useState<{ x: number; y: number } | null>(null);
  const [drawn, setDrawn] = useState<Rect | null>(null);

  const placeOf = (event: PointerEvent): { x: number; y: number } => {
    const area = sheet.current?.getBoundingClientRect();
    if (area === undefined) return { x: 0, y: 0 };
    const inside = (value: number): number => Math.min(1, Math.max(0, value));
    return {
      x: inside((event.clientX - area.left) / area.width),
      y: inside((event.clientY - area.top) / area.height),
    };
  };
  const finish = (): void => {
    if (drawn !== null && drawn.width > MIN_SIDE && drawn.height > MIN_SIDE)
      onAdd({ page, ...drawn, reason: 'drawn' });
    setStart(null);
    setDrawn(null);
  };
  return (
    <div className="cb-cover-scroll">
      {state === 'loading' ? <Loader size="sm" className="cb-late" m="xl" /> : null}
      {state === 'failed' ? <div className="cb-quiet">{t('uiPacks.coverNoPicture')}</div> : null}
      <div
        ref={sheet}
        className="cb-cover-sheet"
        style={{ visibility: state === 'shown' ? 'visible' : 'hidden' }}
        onPointerDown={(event) => {
          if (event.button !== 0 || (event.target as HTMLElement).closest('button') !== null) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setStart(placeOf(event));
        }}
        onPointerMove={(event) => {
          if (start === null) return;
          const now = placeOf(event);
          setDrawn({
            x: Math.min(start.x, now.x),
            y: Math.min(start.y, now.y),
            width: Math.abs(now.x - start.x),
            height: Math.abs(now.y - start.y),
          });
        }}
        onPointerUp={finish}
        onPointerCancel={finish}
      >
        <img
          src={`/api/documents/${documentId}/pages/${page}.png?dpi=110`}
          alt={t('uiPacks.coverPage', { page })}
          draggable={false}
          onLoad={() => setState('shown')}
          onError={() => setState('failed')}
        />
        {boxes.map((box, index) =>
          box.page === page ? (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no other name
              key={index}
              type="button"
              className="cb-cover-box"
              title={`${t(`uiPacks.cover_${box.reason}`)} – ${t('uiPacks.coverRemove')}`}
              aria-label={`${t(`uiPacks.cover_${box.reason}`)} – ${t('uiPacks.coverRemove')}`}
              style={styleOf(box)}
              onClick={() => onRemove(index)}
            />
          ) : null,
        )}
        {drawn === null ? null : <div className="cb-cover-box cb-cover-drawing" style={styleOf(drawn)} />}
      </div>
    </div>
  );
}

function styleOf({ x, y, width, height }: Rect): Record<string, string> {
  const percent = (value: number): string => `${(value * 100).toFixed(3)}%`;
  return { left: percent(x), top: percent(y), width: percent(width), height: percent(height) };
}
