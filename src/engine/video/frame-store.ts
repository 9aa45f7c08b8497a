// Where do the pictures of a video lie in the archive's cache, and what is known about each?
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FRAME_LIMITS, type FrameDecoder, type VideoFrameFacts } from '../../domain/video-frames.ts';
import type { CheckedFrame } from './check-frames.ts';

/** Why a decoder gave no frames; a code of the catalogue `video`. */
export type NoFramesCode = 'undecodable' | 'tooSlow' | 'noPicture';

export interface FailedTry {
  readonly decoder: FrameDecoder;
  readonly code: NoFramesCode;
}

/** manifest.json beside the frames. Its source is the video's hash: it can never belong to another content. */
interface Manifest {
  readonly version: 1;
  readonly sha256: string;
  readonly madeAtMs: number;
  readonly decoder: FrameDecoder | null;
  readonly frames: readonly VideoFrameFacts[];
  readonly failed: readonly FailedTry[];
}

export interface VideoFrame extends VideoFrameFacts {
  /** 1-based; also the "page" of its text and codes. */
  readonly number: number;
  readonly path: string;
}

export interface VideoFrames {
  readonly decoder: FrameDecoder | null;
  /** In order of time; empty when no decoder could open the video, or none tried yet. */
  readonly frames: readonly VideoFrame[];
  readonly failed: readonly FailedTry[];
}

const SHA256 = /^[0-9a-f]{64}$/;

/** The archive, as far as the store needs it. */
export interface FrameHome {
  readonly dir: string;
}

/**
 * The frames of the video with this hash, from the cache; undefined when nobody tried yet. Never decodes, never waits:
 * a pack built without any decoder uses it as it is. A frame whose bytes are gone or changed is left out.
 */
export function loadVideoFrames(archive: FrameHome, sha256: string): VideoFrames | undefined {
  const manifest = readManifest(archive, sha256);
  if (manifest === undefined) return undefined;
  const folder = folderOf(archive, sha256);
  const frames = manifest.frames.flatMap((frame, index): VideoFrame[] => {
    const path = join(folder, frameName(index + 1));
    return readSize(path) === frame.sizeBytes ? [{ ...frame, number: index + 1, path }] : [];
  });
  return { decoder: manifest.decoder, frames, failed: manifest.failed };
}

/** Bytes of one frame, checked against its hash. */
export function readFrame(archive: FrameHome, sha256: string, number: number): Uint8Array | undefined {
  const frame = loadVideoFrames(archive, sha256)?.frames.find((one) => one.number === number);
  if (frame === undefined) return undefined;
  const bytes = readFileSync(frame.path);
  return createHash('sha256').update(bytes).digest('hex') === frame.sha256 ? bytes : undefined;
}

/** Replaces the frames of a video, whole or not at all. */
export function saveVideoFrames(
  archive: FrameHome,
  sha256: string,
  made: {
    readonly decoder: FrameDecoder;
    readonly frames: readonly CheckedFrame[];
    readonly madeAtMs: number;
  },
): void {
  const failed = readManifest(archive, sha256)?.failed ?? [];
  writeWhole(
    archive,
    sha256,
    {
      version: 1,
      sha256,
      madeAtMs: made.madeAtMs,
      decoder: made.decoder,
      frames: made.frames.map(({ bytes: _bytes, ...facts }) => facts),
      failed,
    },
    made.frames.map((frame) => frame.bytes),
  );
}

/** Remembers that this decoder can't do it, so that nobody tries the same again and again. Frames that are there stay. */
export function noteNoFrames(archive: FrameHome, sha256: string, failure: FailedTry, madeAtMs: number): void {
  const before = readManifest(archive, sha256);
  if (before !== undefined && before.frames.length > 0) return;
  const others = (before?.failed ?? []).filter((one) => !isSameDecoder(one.decoder, failure.decoder));
  const failed = [...others, failure].slice(-8);
  writeWhole(archive, sha256, { version: 1, sha256, madeAtMs, decoder: null, frames: [], failed }, []);
}

export function isSameDecoder(one: FrameDecoder, other: FrameDecoder): boolean {
  return one.name === other.name && one.version === other.version;
}

function writeWhole(
  archive: FrameHome,
  sha256: string,
  manifest: Manifest,
  pictures: readonly Uint8Array[],
): void {
  const folder = folderOf(archive, sha256);
  const temp = `${folder}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    mkdirSync(temp, { recursive: true, mode: 0o700 });
    for (const [index, bytes] of pictures.entries())
      writeFileSync(join(temp, frameName(index + 1)), bytes, { mode: 0o600 });
    writeFileSync(join(temp, 'manifest.json'), JSON.stringify(manifest), { mode: 0o600 });
    // A folder can't be replaced in one step everywhere; between the two the video has no frames, which is true enough.
    rmSync(folder, { recursive: true, force: true });
    renameSync(temp, folder);
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

function readManifest(archive: FrameHome, sha256: string): Manifest | undefined {
  if (!SHA256.test(sha256)) return undefined;
  try {
    const manifest = JSON.parse(
      readFileSync(join(folderOf(archive, sha256), 'manifest.json'), 'utf8'),
    ) as Manifest;
    const isOurs = manifest.version === 1 && manifest.sha256 === sha256 && Array.isArray(manifest.frames);
    return isOurs && manifest.frames.length <= FRAME_LIMITS.maxFrames ? manifest : undefined;
  } catch {
    return undefined; // not there, or damaged: a cache is made again
  }
}

function folderOf(archive: FrameHome, sha256: string): string {
  return join(archive.dir, 'cache', sha256.slice(0, 2), `${sha256}-frames`);
}

function frameName(number: number): string {
  return `frame-${String(number).padStart(2, '0')}.jpg`;
}

function readSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}
