// How is a video watched, and what if its codec can't be played here?
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../app/words.ts';
import { ContactSheet } from './contact-sheet.tsx';
import { NoPreview } from './no-preview.tsx';
import { useVideoFrames } from './use-video-frames.ts';

interface VideoPreviewProps {
  readonly documentId: number;
  readonly title: string;
  readonly mediaType: string;
  readonly codec: string;
  /** Number of the frame to begin at: where an identifier was seen. */
  readonly startFrame?: number | undefined;
}

export function VideoPreview({ documentId, title, mediaType, codec, startFrame }: VideoPreviewProps) {
  const { t } = useWords();
  const [failed, setFailed] = useState(false);
  const [shown, setShown] = useState(0);
  const player = useRef<HTMLVideoElement>(null);
  const state = useVideoFrames(documentId, mediaType.startsWith('video/'));
  const frames = state.kind === 'frames' ? state.frames : undefined;

  const seek = (frame: { readonly number: number; readonly atSeconds: number }): void => {
    setShown(frame.number);
    if (player.current !== null) player.current.currentTime = frame.atSeconds;
  };
  useEffect(() => {
    const frame = frames?.find((one) => one.number === startFrame);
    if (frame === undefined) return;
    setShown(frame.number);
    if (player.current !== null) player.current.currentTime = frame.atSeconds;
  }, [frames, startFrame]);

  if (failed && frames === undefined && state.kind !== 'making')
    return (
      <NoPreview documentId={documentId} hint={`${t('video.none')} ${t('video.noPicture', { codec })}`} />
    );
  const poster = frames?.[Math.floor(frames.length / 2)];
  const still = frames?.find((frame) => frame.number === shown) ?? poster;
  return (
    <div className="cb-preview">
      <div className="cb-preview-body cb-picture cb-film">
        {failed ? (
          <>
            {still === undefined ? null : (
              <img src={`/api/documents/${documentId}/frames/${still.number}.jpg`} alt={title} />
            )}
            <div className="cb-frames-note" role="status">
              {t('uiDocuments.videoFailed', { codec })}
            </div>
          </>
        ) : (
          <video
            ref={player}
            src={`/api/documents/${documentId}/content`}
            {...(poster === undefined
              ? {}
              : { poster: `/api/documents/${documentId}/frames/${poster.number}.jpg` })}
            controls
            preload="metadata"
            aria-label={title}
            onError={() => setFailed(true)}
            onTimeUpdate={(event) => {
              const at = event.currentTarget.currentTime + 0.05;
              if (at > 0.05) setShown(frames?.filter((frame) => frame.atSeconds <= at).at(-1)?.number ?? 0);
            }}
          />
        )}
      </div>
      {mediaType.startsWith('video/') ? (
        <ContactSheet documentId={documentId} state={state} codec={codec} shown={shown} onSeek={seek} />
      ) : null}
    </div>
  );
}
