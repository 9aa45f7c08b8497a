// Which videos still wait for their frames, and how do they get them while nobody is looking?
import { join } from 'node:path';
import type { EngineContext } from '../engine-context.ts';
import type { OpenContent } from '../packs/plan-pack.ts';
import { readSettings } from '../store/setting-queries.ts';
import { attachFrames } from './attach-frames.ts';
import { takeFramesByFfmpeg } from './ffmpeg-frames.ts';
import { type Ffmpeg, findFfmpeg } from './find-ffmpeg.ts';
import { isSameDecoder, loadVideoFrames, noteNoFrames, saveVideoFrames } from './frame-store.ts';

export interface FramePass {
  /** Frames of the next waiting video; false when nothing is left that can be done here. Rejects when aborted. */
  step(signal?: AbortSignal): Promise<boolean>;
  runAll(signal: AbortSignal | undefined, onStep: () => void): Promise<void>;
  /** The ffmpeg in use; undefined when there is none. Looked for once, and again when the setting changes. */
  findDecoder(): Promise<Ffmpeg | undefined>;
  stop(): void;
}

interface VideoRow {
  id: number;
  sha256: string;
  duration: number | null;
  noted: number;
}

/**
 * Creates the pass. One video at a time, each stored whole: a kill costs one video. Without ffmpeg nothing is tried
 * and nothing waits; frames that the page or another run made are taken up all the same.
 */
export function createFramePass(context: EngineContext, openContent: OpenContent): FramePass {
  const { archive } = context;
  const next = archive.sqlite.prepare<[number], VideoRow>(
    `SELECT id, sha256, media ->> 'durationSeconds' AS duration, properties ->> 'frameSeconds' IS NOT NULL AS noted
     FROM document WHERE id > ? AND media_type LIKE 'video/%' AND available = 1 ORDER BY id LIMIT 1`,
  );
  let decoder: Promise<Ffmpeg | undefined> | undefined;
  // New documents have larger ids, so each is looked at once in a run; what is done costs a look into the cache.
  let seenUpTo = 0;
  let isWorking = false;
  const stopListening = context.events.subscribe(({ event }) => {
    if (event.type === 'setting_changed' && event.key === 'ffmpeg_path') {
      decoder = undefined;
      seenUpTo = 0;
    }
  });

  function findDecoder(): Promise<Ffmpeg | undefined> {
    decoder ??= findFfmpeg(readSettings(context).ffmpeg_path).catch(() => undefined);
    return decoder;
  }

  async function make(row: VideoRow, ffmpeg: Ffmpeg, signal: AbortSignal | undefined): Promise<void> {
    let content: Awaited<ReturnType<OpenContent>>;
    try {
      content = await openContent(row.id);
    } catch {
      return; // the drive is not there: the next start tries again
    }
    try {
      const outcome = await takeFramesByFfmpeg({
        ffmpeg,
        path: content.path,
        durationSeconds: row.duration ?? undefined,
        scratchDir: join(context.scratchDir, `frames-${row.id}`),
        signal,
      });
      const madeAtMs = context.nowMs();
      if (outcome.ok)
        saveVideoFrames(archive, row.sha256, { decoder: ffmpeg.decoder, frames: outcome.frames, madeAtMs });
      else noteNoFrames(archive, row.sha256, { decoder: ffmpeg.decoder, code: outcome.code }, madeAtMs);
    } finally {
      content.release();
    }
  }

  async function step(signal?: AbortSignal): Promise<boolean> {
    // Two videos at a time would only take turns on the same disk.
    if (isWorking) return false;
    isWorking = true;
    try {
      for (;;) {
        signal?.throwIfAborted();
        const row = next.get(seenUpTo);
        if (row === undefined) return false;
        let known = loadVideoFrames(archive, row.sha256);
        let isMade = false;
        if (known === undefined || known.frames.length === 0) {
          const ffmpeg = await findDecoder();
          const failedBefore = known?.failed.some((one) =>
            isSameDecoder(one.decoder, ffmpeg?.decoder ?? NOBODY),
          );
          if (ffmpeg !== undefined && failedBefore !== true) {
            await make(row, ffmpeg, signal);
            known = loadVideoFrames(archive, row.sha256);
            isMade = true;
          }
        }
        seenUpTo = row.id;
        const isAttached =
          known !== undefined && known.frames.length > 0 && attachFrames(context, row.id, known);
        if (isMade || isAttached) return true;
      }
    } finally {
      isWorking = false;
    }
  }

  return {
    step,
    findDecoder,
    async runAll(signal, onStep) {
      while (await step(signal)) onStep();
    },
    stop: stopListening,
  };
}

const NOBODY = { name: '', version: '' };
