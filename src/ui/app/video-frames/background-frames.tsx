// Who takes the frames of videos that nobody has opened, where the engine has no decoder of its own?
import { useEffect, useRef } from 'react';
import { useEngineEvents } from '../connection.tsx';
import { trpcClient } from '../door.ts';
import { makeFrames } from './make-frames.ts';

/** The page is for people first: videos wait until it has been open for a while, and rest between two. */
const START_AFTER_MS = 8_000;
const REST_MS = 1_500;

/** Shows nothing. Works off waiting videos one by one while the page is open, and stops with it. */
export function BackgroundFrames() {
  const wake = useRef<() => void>(() => undefined);
  useEngineEvents((event) => {
    if (event.type === 'document_filed') wake.current();
  });
  useEffect(() => {
    let isStopped = false;
    let isBusy = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const plan = (inMs: number): void => {
      clearTimeout(timer);
      if (!isStopped) timer = setTimeout(() => void work(), inMs);
    };
    const work = async (): Promise<void> => {
      if (isBusy) return;
      isBusy = true;
      let hasMore = false;
      try {
        const { nameMediabunny } = await import('./mediabunny-pictures.ts');
        const next = await trpcClient.documents.nextVideo.query({ decoder: nameMediabunny() });
        // What could not be handed over is left for the next start instead of trying on and on.
        hasMore = next !== null && !isStopped && (await makeOrNote(next));
      } catch {
        // The engine is away for a moment; the next document wakes this again.
      } finally {
        isBusy = false;
        if (hasMore) plan(REST_MS);
      }
    };
    wake.current = () => plan(START_AFTER_MS);
    plan(START_AFTER_MS);
    return () => {
      isStopped = true;
      clearTimeout(timer);
    };
  }, []);
  return null;
}

const tried = new Set<string>();

/** True when looking for another video makes sense. */
async function makeOrNote(video: { documentId: number; sha256: string }): Promise<boolean> {
  if (tried.has(video.sha256)) return false;
  tried.add(video.sha256);
  await makeFrames(video.documentId, video.sha256);
  return true;
}
