// How is a picture looked at closely: zoom by wheel, pan by dragging, rotate?
import { Loader } from '@mantine/core';
import { type PointerEvent, useRef, useState } from 'react';
import { useWords } from '../../../app/words.ts';
import { NoPreview } from './no-preview.tsx';
import { PreviewBar } from './preview-bar.tsx';

/** Types that a browser draws itself; others are drawn by the engine. */
const NATIVE = /^image\/(png|jpeg|gif|webp|avif|bmp)$/;

export function ImagePreview({
  documentId,
  mediaType,
  title,
}: {
  readonly documentId: number;
  readonly mediaType: string;
  readonly title: string;
}) {
  const { t } = useWords();
  const [view, setView] = useState({ zoom: 1, x: 0, y: 0, turn: 0 });
  const [source, setSource] = useState<'own' | 'drawn' | 'none'>(NATIVE.test(mediaType) ? 'own' : 'drawn');
  const [size, setSize] = useState('');
  const drag = useRef<{ x: number; y: number } | null>(null);
  if (source === 'none') return <NoPreview documentId={documentId} />;
  const setZoom = (zoom: number): void =>
    setView((v) => ({ ...v, zoom, ...(zoom <= 1 ? { x: 0, y: 0 } : {}) }));
  const onMove = (event: PointerEvent): void => {
    const from = drag.current;
    if (from === null) return;
    drag.current = { x: event.clientX, y: event.clientY };
    setView((v) => ({ ...v, x: v.x + event.clientX - from.x, y: v.y + event.clientY - from.y }));
  };
  return (
    <div className="cb-preview">
      <PreviewBar
        zoom={view.zoom}
        onZoom={setZoom}
        onRotate={() => setView((v) => ({ ...v, turn: v.turn + 90, x: 0, y: 0 }))}
        label={size}
      />
      <section
        className="cb-preview-body cb-picture"
        aria-label={t('uiDocuments.preview')}
        style={{ cursor: view.zoom > 1 ? 'grab' : 'default' }}
        onWheel={(event) =>
          setZoom(Math.max(0.5, Math.min(8, view.zoom * (event.deltaY < 0 ? 1.15 : 1 / 1.15))))
        }
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, y: event.clientY };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onMove}
        onPointerUp={() => {
          drag.current = null;
        }}
        onDoubleClick={() => setZoom(view.zoom > 1 ? 1 : 2)}
      >
        {size === '' ? <Loader size="sm" className="cb-late" pos="absolute" top="50%" left="50%" /> : null}
        <img
          src={
            source === 'own'
              ? `/api/documents/${documentId}/content`
              : `/api/documents/${documentId}/pages/1.png?dpi=200`
          }
          alt={title}
          draggable={false}
          onLoad={(event) =>
            setSize(`${event.currentTarget.naturalWidth} × ${event.currentTarget.naturalHeight}`)
          }
          onError={() => setSource(source === 'own' ? 'drawn' : 'none')}
          style={{
            transform: `translate(${view.x}px, ${view.y}px) rotate(${view.turn}deg) scale(${view.zoom})`,
          }}
        />
      </section>
    </div>
  );
}
