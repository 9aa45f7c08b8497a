// Which moments of a video are kept as pictures, how large may they be, and how is a moment written?

/** Why a frame was kept: it lies on the even grid, or the picture changes there. */
export type FrameReason = 'even' | 'scene';

export interface FrameMoment {
  /** Seconds from the start of the video. */
  readonly atSeconds: number;
  readonly reason: FrameReason;
}

/** What the archive says about the frames of one video. */
export interface VideoFrameFacts extends FrameMoment {
  readonly width: number;
  readonly height: number;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface FrameDecoder {
  /** "ffmpeg", "mediabunny" or "video-element". */
  readonly name: string;
  readonly version: string;
}

/**
 * Bounds of everything that makes, sends or stores frames. Long videos get no more than short ones (pitfalls.md: cap
 * and spread evenly); labels stay readable at this size.
 */
export const FRAME_LIMITS = {
  maxEven: 12,
  maxScenes: 12,
  maxFrames: 24,
  longSidePx: 1280,
  maxFrameBytes: 1_500_000,
  maxTotalBytes: 16_000_000,
  /** Two frames nearer than this are one. */
  leastGapSeconds: 0.4,
  /** No recording of a seller is longer; a stated duration beyond it is not believed. */
  maxDurationSeconds: 200_000,
} as const;

/** Moments spread evenly over the video, about one a second and never more than twelve; [0] when its length is unknown. */
export function planEvenMoments(durationSeconds: number | undefined): number[] {
  if (durationSeconds === undefined || !Number.isFinite(durationSeconds) || durationSeconds <= 0) return [0];
  const seconds = Math.min(durationSeconds, FRAME_LIMITS.maxDurationSeconds);
  const count = Math.min(FRAME_LIMITS.maxEven, Math.max(1, Math.round(seconds)));
  return Array.from({ length: count }, (_, index) => round(((index + 0.5) * seconds) / count));
}

/**
 * The frames to keep, in order of time: all even ones, and as many changes of scene as fit, spread over the video. A
 * change next to another kept frame shows nothing new and is left out.
 */
export function chooseMoments(even: readonly number[], scenes: readonly number[]): FrameMoment[] {
  const kept: FrameMoment[] = [];
  const isNear = (at: number): boolean =>
    kept.some((other) => Math.abs(other.atSeconds - at) < FRAME_LIMITS.leastGapSeconds);
  for (const atSeconds of [...even].sort((a, b) => a - b).slice(0, FRAME_LIMITS.maxEven))
    if (!kept.some((other) => other.atSeconds === atSeconds)) kept.push({ atSeconds, reason: 'even' });
  const fresh: number[] = [];
  for (const at of [...scenes].sort((a, b) => a - b)) {
    const last = fresh.at(-1);
    if (!isNear(at) && (last === undefined || at - last >= FRAME_LIMITS.leastGapSeconds)) fresh.push(at);
  }
  for (const atSeconds of spreadEvenly(fresh, FRAME_LIMITS.maxScenes))
    kept.push({ atSeconds, reason: 'scene' });
  return kept.sort((a, b) => a.atSeconds - b.atSeconds);
}

/** At most `count` items, taken evenly over the list. */
export function spreadEvenly<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as T);
}

/** "0:07", "12:34" or "1:02:03": the second that is shown, never rounded up past it. */
export function formatTimecode(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds + 0.001));
  const pad = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
