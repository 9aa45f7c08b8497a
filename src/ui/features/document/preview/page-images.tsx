// What is shown when only the engine can draw the pages?
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
import { useState } from 'react';
import { useWords } from '../../../app/words.ts';
import { NoPreview } from './no-preview.tsx';
import { PreviewBar } from './preview-bar.tsx';

export function PageImages({
  documentId,
  pageCount,
  note,
}: {
  readonly documentId: number;
  readonly pageCount: number;
  readonly note?: string;
}) {
  const { t } = useWords();
  const [zoom, setZoom] = useState(1);
  const [isEmpty, setEmpty] = useState(false);
  if (isEmpty) return <NoPreview documentId={documentId} />;
  return (
    <div className="cb-preview">
      <PreviewBar zoom={zoom} onZoom={setZoom} label={note ?? ''} />
      <section className="cb-preview-body" tabIndex={0} aria-label={t('uiDocuments.preview')}>
        {Array.from({ length: Math.max(1, pageCount) }, (_, index) => (
          <img
            // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name
            key={index}
            className="cb-sheet"
            src={`/api/documents/${documentId}/pages/${index + 1}.png?dpi=${zoom > 1.5 ? 200 : 110}`}
            alt={t('uiDocuments.page', { page: index + 1 })}
            loading="lazy"
            style={{ width: `min(${90 * zoom}%, ${900 * zoom}px)`, minHeight: 120 }}
            onError={() => {
              if (index === 0) setEmpty(true);
            }}
          />
        ))}
      </section>
    </div>
  );
}
