// How is a video watched, and what if its codec can't be played here?
import { useState } from 'react';
import { useWords } from '../../../app/words.ts';
import { NoPreview } from './no-preview.tsx';

export function VideoPreview({
  documentId,
  title,
  codec,
}: {
  readonly documentId: number;
  readonly title: string;
  readonly codec: string;
}) {
  const { t } = useWords();
  const [failed, setFailed] = useState(false);
  if (failed) return <NoPreview documentId={documentId} hint={t('uiDocuments.videoFailed', { codec })} />;
  return (
    <div className="cb-preview">
      <div className="cb-preview-body cb-picture">
        {/* biome-ignore lint/a11y/useMediaCaption: evidence is shown as it is; it has no captions */}
        <video
          src={`/api/documents/${documentId}/content`}
          controls
          preload="metadata"
          aria-label={title}
          onError={() => setFailed(true)}
        />
      </div>
    </div>
  );
}
