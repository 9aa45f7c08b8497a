// How does the page take pictures out of a video that only its <video> element can open?
import { nameBrowser, type PictureSource } from './picture-source.ts';

const STEP_TIMEOUT_MS = 10_000;

/** Opens the video at `url` out of sight; null when the element can't play it. */
export async function openByElement(url: string): Promise<PictureSource | null> {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  const opened = waitFor(video, 'loadeddata');
  video.src = url;
  const close = (): void => {
    video.removeAttribute('src');
    video.load();
  };
  if (!(await opened) || video.videoWidth === 0 || !Number.isFinite(video.duration)) {
    close();
    return null;
  }
  return {
    decoder: { name: 'video-element', version: nameBrowser() },
    durationSeconds: video.duration,
    width: video.videoWidth,
    height: video.videoHeight,
    async *pictures(moments) {
      for (const at of moments) {
        const shown = waitFor(video, 'seeked');
        video.currentTime = at;
        if (!(await shown)) return;
        yield { atSeconds: video.currentTime, image: video };
      }
    },
    close,
  };
}

function waitFor(video: HTMLVideoElement, name: 'loadeddata' | 'seeked'): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (ok: boolean) => (): void => {
      clearTimeout(timer);
      video.removeEventListener(name, good);
      video.removeEventListener('error', bad);
      resolve(ok);
    };
    const good = end(true);
    const bad = end(false);
    const timer = setTimeout(bad, STEP_TIMEOUT_MS);
    video.addEventListener(name, good);
    video.addEventListener('error', bad);
  });
}
