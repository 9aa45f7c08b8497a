// How does the page take pictures out of a video by its own decoders, reading only the bytes it needs?
import { ALL_FORMATS, CanvasSink, Input, UrlSource } from 'mediabunny';
import { nameBrowser, type PictureSource } from './picture-source.ts';

/** Of package.json; a test compares the two. */
export const MEDIABUNNY_VERSION = '1.61.0';

export function nameMediabunny() {
  return { name: 'mediabunny' as const, version: `${MEDIABUNNY_VERSION}+${nameBrowser()}` };
}

/** Opens the video at `url`; null when its container or its codec can't be opened here. */
export async function openByMediabunny(url: string): Promise<PictureSource | null> {
  if (typeof VideoDecoder === 'undefined') return null;
  const input = new Input({
    source: new UrlSource(url, { getRetryDelay: () => null, handleUnhandledError: () => undefined }),
    formats: ALL_FORMATS,
  });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null || !(await track.canDecode())) {
      input.dispose();
      return null;
    }
    const startSeconds = await track.getFirstTimestamp();
    const durationSeconds = (await track.computeDuration()) - startSeconds;
    return {
      decoder: nameMediabunny(),
      durationSeconds,
      width: await track.getDisplayWidth(),
      height: await track.getDisplayHeight(),
      async *pictures(moments, size) {
        const sink = new CanvasSink(track, { ...size, fit: 'fill', poolSize: 1 });
        for await (const shown of sink.canvasesAtTimestamps(moments.map((at) => at + startSeconds))) {
          if (shown !== null)
            yield { atSeconds: Math.max(0, shown.timestamp - startSeconds), image: shown.canvas };
        }
      },
      close: () => input.dispose(),
    };
  } catch {
    input.dispose();
    return null;
  }
}
