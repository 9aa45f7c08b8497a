// Which moments of the video are seen at a glance, and which one is playing?
import { Button } from '@mantine/core';
import { IconMovieOff } from '@tabler/icons-react';
import { formatTimecode } from '../../../../domain/video-frames.ts';
import { useWords } from '../../../app/words.ts';
import type { VideoFramesState } from './use-video-frames.ts';

export function ContactSheet({
  documentId,
  state,
  codec,
  shown,
  onSeek,
}: {
  readonly documentId: number;
  readonly state: VideoFramesState;
  readonly codec: string;
  /** Number of the frame that is shown or playing; 0 when none. */
  readonly shown: number;
  readonly onSeek: (frame: { readonly number: number; readonly atSeconds: number }) => void;
}) {
  const { t } = useWords();
  if (state.kind === 'loading') return null;
  if (state.kind === 'making')
    return (
      <div className="cb-frames-note" role="status">
        {t('video.making')}
      </div>
    );
  if (state.kind === 'none')
    return (
      <div className="cb-frames-note" role="status">
        <IconMovieOff size={16} stroke={1.5} aria-hidden />
        <span>
          <strong>{t('video.none')}</strong> {t(`video.${state.code}`, { codec })} {t('video.noneHint')}
        </span>
        {state.retry === undefined ? null : (
          <Button variant="default" size="compact-xs" onClick={state.retry}>
            {t('uiDocuments.tryAgain')}
          </Button>
        )}
      </div>
    );
  return (
    <section className="cb-frames" aria-label={t('video.sheet')}>
      <div className="cb-frames-head cb-quiet">
        <span>{t('video.count', { count: state.frames.length })}</span>
        <span>{t('video.decoder', { name: state.decoder })}</span>
      </div>
      <ol className="cb-frames-grid">
        {state.frames.map((frame) => {
          const time = formatTimecode(frame.atSeconds);
          return (
            <li key={frame.number}>
              <button
                type="button"
                className="cb-frame"
                aria-pressed={frame.number === shown}
                aria-label={t('video.goTo', { time })}
                onClick={() => onSeek(frame)}
              >
                <img
                  src={`/api/documents/${documentId}/frames/${frame.number}.jpg`}
                  width={frame.width}
                  height={frame.height}
                  alt=""
                  loading="lazy"
                />
                <span className="cb-frame-time">
                  {time}
                  {frame.reason === 'scene' ? <em>{t('video.scene')}</em> : null}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
