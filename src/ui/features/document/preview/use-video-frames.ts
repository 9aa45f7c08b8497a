// Are there frames of this video, are they being made, or why are there none?
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useTRPC } from '../../../app/door.ts';
import { makeFrames } from '../../../app/video-frames/make-frames.ts';

export interface ShownFrame {
  readonly number: number;
  readonly atSeconds: number;
  readonly reason: 'even' | 'scene';
  readonly width: number;
  readonly height: number;
}

export type VideoFramesState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'making' }
  | { readonly kind: 'frames'; readonly frames: readonly ShownFrame[]; readonly decoder: string }
  | {
      readonly kind: 'none';
      readonly code: 'undecodable' | 'tooSlow' | 'noPicture';
      readonly retry: (() => void) | undefined;
    };

/** Asks for the frames and, when there are none yet, lets this page's own decoder make them once. */
export function useVideoFrames(documentId: number, isVideo: boolean): VideoFramesState {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const options = trpc.documents.frames.queryOptions({ id: documentId });
  const { data } = useQuery({ ...options, enabled: isVideo, placeholderData: undefined });
  const [isMaking, setMaking] = useState(false);
  const [hasTried, setTried] = useState(false);
  const { queryKey } = options;
  const sha256 = data?.sha256;
  const make = useCallback(() => {
    if (sha256 === undefined) return;
    setMaking(true);
    setTried(true);
    void makeFrames(documentId, sha256).finally(async () => {
      await queries.invalidateQueries({ queryKey });
      setMaking(false);
    });
  }, [documentId, sha256, queries, queryKey]);
  const shouldMake = data !== undefined && data.state !== 'frames' && data.failed.length === 0 && !hasTried;
  useEffect(() => {
    if (shouldMake) make();
  }, [shouldMake, make]);

  if (data === undefined) return { kind: 'loading' };
  if (data.frames.length > 0)
    return {
      kind: 'frames',
      frames: data.frames,
      decoder: data.decoder === null ? '' : `${data.decoder.name} ${data.decoder.version}`,
    };
  if (isMaking || shouldMake) return { kind: 'making' };
  return { kind: 'none', code: data.failed.at(-1)?.code ?? 'undecodable', retry: make };
}
