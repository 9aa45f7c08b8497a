// What can be asked about the frames of a video, and how does a page that has a decoder hand frames over?
import { CasebinderError } from '../../domain/errors.ts';
import type { FrameDecoder, FrameReason } from '../../domain/video-frames.ts';
import type { EngineContext } from '../engine-context.ts';
import { attachFrames, findVideoDocument } from './attach-frames.ts';
import { checkFrames, type OfferedFrame } from './check-frames.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';
import type { FramePass } from './frame-pass.ts';
import {
  type FailedTry,
  isSameDecoder,
  loadVideoFrames,
  noteNoFrames,
  readFrame,
  saveVideoFrames,
} from './frame-store.ts';

export interface VideoView {
  /** "waiting": the engine itself will make them; "none": nobody could, or nobody tried. */
  readonly state: 'frames' | 'waiting' | 'none';
  readonly sha256: string;
  readonly durationSeconds: number | null;
  readonly decoder: FrameDecoder | null;
  readonly frames: readonly {
    readonly number: number;
    readonly atSeconds: number;
    readonly reason: FrameReason;
    readonly width: number;
    readonly height: number;
  }[];
  readonly failed: readonly FailedTry[];
}

export interface FrameOffer {
  /** Of the video that the page decoded: frames of other bytes are refused. */
  readonly sha256: string;
  readonly decoder: FrameDecoder;
  readonly frames: readonly OfferedFrame[];
}

export interface VideoDesk {
  /** @throws CasebinderError NOT_FOUND when it is no video */
  view(documentId: number): Promise<VideoView>;
  /** The next video without frames that a page with this decoder may try, when the engine has no decoder of its own. */
  nextFor(decoder: FrameDecoder): Promise<{ documentId: number; sha256: string } | null>;
  /** Checks and keeps frames. Frames that are there already stay. @throws CasebinderError NOT_FOUND, INPUT_INVALID */
  accept(documentId: number, offer: FrameOffer): Promise<{ frames: number; isNew: boolean }>;
  /** Remembers that a page's decoder could not do it. @throws CasebinderError NOT_FOUND, INPUT_INVALID */
  noteFailure(documentId: number, sha256: string, failure: FailedTry): void;
  /** The ffmpeg in use, if any. */
  findFfmpeg(): Promise<Ffmpeg | undefined>;
  /** One frame as JPEG; null when there is none. */
  frame(documentId: string, number: number): Uint8Array | null;
}

const NEXT_LIMIT = 500;

export function createVideoDesk(context: EngineContext, pass: Pick<FramePass, 'findDecoder'>): VideoDesk {
  const { archive } = context;
  const find = (documentId: number, sha256?: string) => {
    const video = findVideoDocument(context, documentId);
    if (video === undefined) throw new CasebinderError('NOT_FOUND', { what: String(documentId) });
    if (sha256 !== undefined && video.sha256 !== sha256)
      throw new CasebinderError('INPUT_INVALID', { detail: 'sha256' });
    return video;
  };
  return {
    async view(documentId) {
      const { sha256, durationSeconds } = find(documentId);
      const known = loadVideoFrames(archive, sha256);
      const frames = known?.frames ?? [];
      const failed = known?.failed ?? [];
      const own = frames.length > 0 ? undefined : await pass.findDecoder();
      const willTry = own !== undefined && !failed.some((one) => isSameDecoder(one.decoder, own.decoder));
      return {
        state: frames.length > 0 ? 'frames' : willTry ? 'waiting' : 'none',
        sha256,
        durationSeconds: durationSeconds ?? null,
        decoder: known?.decoder ?? null,
        frames: frames.map(({ number, atSeconds, reason, width, height }) => ({
          number,
          atSeconds,
          reason,
          width,
          height,
        })),
        failed,
      };
    },
    async nextFor(decoder) {
      if ((await pass.findDecoder()) !== undefined) return null;
      const rows = archive.sqlite
        .prepare<[number], { id: number; sha256: string }>(
          // Those that once had frames come last: a restored archive has lost its cache.
          `SELECT id, sha256 FROM document WHERE media_type LIKE 'video/%' AND available = 1
           ORDER BY properties ->> 'frameSeconds' IS NOT NULL, id DESC LIMIT ?`,
        )
        .all(NEXT_LIMIT);
      for (const { id, sha256 } of rows) {
        const known = loadVideoFrames(archive, sha256);
        if (known !== undefined && known.frames.length > 0) attachFrames(context, id, known);
        else if (known?.failed.some((one) => isSameDecoder(one.decoder, decoder)) !== true)
          return { documentId: id, sha256 };
      }
      return null;
    },
    async accept(documentId, offer) {
      const { sha256, durationSeconds } = find(documentId, offer.sha256);
      const before = loadVideoFrames(archive, sha256);
      const isNew = before === undefined || before.frames.length === 0;
      if (isNew) {
        const frames = await checkFrames(offer.frames, durationSeconds);
        saveVideoFrames(archive, sha256, { decoder: offer.decoder, frames, madeAtMs: context.nowMs() });
      }
      const now = loadVideoFrames(archive, sha256);
      if (now !== undefined) attachFrames(context, documentId, now);
      return { frames: now?.frames.length ?? 0, isNew };
    },
    noteFailure(documentId, sha256, failure) {
      find(documentId, sha256);
      noteNoFrames(archive, sha256, failure, context.nowMs());
      context.events.emit({ type: 'document_changed', documentId });
    },
    findFfmpeg: () => pass.findDecoder(),
    frame(documentId, number) {
      const id = Number(documentId);
      const video = Number.isSafeInteger(id) && id > 0 ? findVideoDocument(context, id) : undefined;
      return video === undefined ? null : (readFrame(archive, video.sha256, number) ?? null);
    },
  };
}
