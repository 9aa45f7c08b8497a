// Which pictures does ffmpeg take out of a video, within fixed bounds of time, memory and number?
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chooseMoments, FRAME_LIMITS, planEvenMoments } from '../../domain/video-frames.ts';
import { type CheckedFrame, checkFrames, type OfferedFrame } from './check-frames.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';
import type { NoFramesCode } from './frame-store.ts';
import { runBounded } from './run-bounded.ts';

export interface FfmpegRequest {
  readonly ffmpeg: Ffmpeg;
  readonly path: string;
  readonly durationSeconds: number | undefined;
  /** Private folder for the pictures; made and removed here. */
  readonly scratchDir: string;
  readonly signal?: AbortSignal | undefined;
  /** For the whole video; default two minutes. */
  readonly timeoutMs?: number;
}

export type FramesOutcome =
  | { readonly ok: true; readonly frames: readonly CheckedFrame[] }
  | { readonly ok: false; readonly code: NoFramesCode };

/** Up to this length the whole video is decoded once; beyond it only key frames are looked at. */
const WHOLE_DECODE_SECONDS = 180;
const DEFAULT_TIMEOUT_MS = 120_000;
const SEEK_TIMEOUT_MS = 20_000;
/** Changes of scene that are looked at before some are chosen. */
const MAX_SCENE_CANDIDATES = 60;
/** ffmpeg's measure of change between two pictures, 0…1; a cut is mostly above 0.4, a pan below 0.2. */
const SCENE_SCORE = 0.3;
/** Of the length stated, this many moments in a row without a picture mean that the statement is wrong. */
const MAX_EMPTY_SEEKS = 3;

/** A hostile file must not make a video player read a playlist, another file or the network. */
const CONTAINERS =
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,asf,flv,mpegts,mpeg,mpegvideo,ogg,h264,hevc,mxf,rm,ivf';
const MAX_PIXELS = 50_000_000;
const MAX_ALLOC_BYTES = 400_000_000;

interface Shot {
  readonly atSeconds: number;
  readonly file: string;
}

/** Frames of a video, evenly and at changes of scene. Rejects only when `signal` aborts. */
export async function takeFramesByFfmpeg(request: FfmpegRequest): Promise<FramesOutcome> {
  const { durationSeconds, scratchDir, signal } = request;
  const endsAtMs = performance.now() + (request.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  rmSync(scratchDir, { recursive: true, force: true });
  mkdirSync(scratchDir, { recursive: true, mode: 0o700 });
  try {
    const isShort = durationSeconds !== undefined && durationSeconds <= WHOLE_DECODE_SECONDS;
    let { even, scenes } = isShort
      ? await decodeWhole(request, durationSeconds, endsAtMs)
      : await lookAtKeyFrames(request, durationSeconds, endsAtMs);
    // A wrong duration in the container: whatever the first minute shows is better than nothing.
    if (even.length === 0) ({ even } = await decodeWhole(request, 60, endsAtMs));
    if (even.length === 0 && scenes.length === 0) even = await seekTo(request, 0, 'first', endsAtMs);
    signal?.throwIfAborted();
    const frames = await keepShots(even, scenes, durationSeconds);
    if (frames.length > 0) return { ok: true, frames };
    return { ok: false, code: performance.now() > endsAtMs ? 'tooSlow' : 'undecodable' };
  } finally {
    rmSync(scratchDir, { recursive: true, force: true });
  }
}

async function keepShots(
  even: readonly Shot[],
  scenes: readonly Shot[],
  durationSeconds: number | undefined,
): Promise<CheckedFrame[]> {
  const files = new Map([...scenes, ...even].map((shot) => [shot.atSeconds, shot.file]));
  const moments = chooseMoments(
    even.map((shot) => shot.atSeconds),
    scenes.map((shot) => shot.atSeconds),
  );
  const latest = (durationSeconds ?? FRAME_LIMITS.maxDurationSeconds) + 1;
  const offered: OfferedFrame[] = [];
  let totalBytes = 0;
  for (const moment of moments) {
    const file = files.get(moment.atSeconds);
    const size = file === undefined ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0);
    if (file === undefined || size === 0 || size > FRAME_LIMITS.maxFrameBytes) continue;
    totalBytes += size;
    if (totalBytes > FRAME_LIMITS.maxTotalBytes || moment.atSeconds > latest) break;
    offered.push({ ...moment, bytes: readFileSync(file) });
  }
  return offered.length === 0 ? [] : checkFrames(offered, durationSeconds).catch(() => []);
}

/** One pass over all pictures: an even grid, and changes of scene beside it. */
async function decodeWhole(
  request: FfmpegRequest,
  durationSeconds: number,
  endsAtMs: number,
): Promise<{ even: Shot[]; scenes: Shot[] }> {
  const count = planEvenMoments(durationSeconds).length;
  const step = durationSeconds / count;
  const graph = [
    '[0:v:0]split=2[a][b]',
    // The n-th picture is the first one after the middle of the n-th part: no drift, whatever the frame rate.
    `[a]select='gt(floor(t/${step.toFixed(4)}+0.5)\\,selected_n)',${shrinkAs('e')}[e]`,
    `[b]select='gt(scene\\,${SCENE_SCORE})',${shrinkAs('s')}[s]`,
  ].join(';');
  const run = await runFfmpeg(request, endsAtMs, [
    ...openInput(request.path, ['-t', String(Math.ceil(durationSeconds) + 1)]),
    '-filter_complex',
    graph,
    ...writeShots(request, '[e]', 'even', count),
    ...writeShots(request, '[s]', 'scene', MAX_SCENE_CANDIDATES),
  ]);
  return {
    even: readShots(request, 'even', readTimes(run.stderr, 'e')),
    scenes: readShots(request, 'scene', readTimes(run.stderr, 's')),
  };
}

/** Long videos: a seek for each even moment, then one pass over key frames only. */
async function lookAtKeyFrames(
  request: FfmpegRequest,
  durationSeconds: number | undefined,
  endsAtMs: number,
): Promise<{ even: Shot[]; scenes: Shot[] }> {
  const even: Shot[] = [];
  let empty = 0;
  for (const [index, atSeconds] of planEvenMoments(durationSeconds).entries()) {
    const shots = await seekTo(request, atSeconds, `seek${index}`, endsAtMs);
    even.push(...shots);
    empty = shots.length > 0 ? 0 : empty + 1;
    if (empty >= MAX_EMPTY_SEEKS || performance.now() > endsAtMs) break;
  }
  if (even.length === 0) return { even, scenes: [] };
  const run = await runFfmpeg(request, endsAtMs, [
    ...openInput(request.path, ['-discard', 'nokey', '-skip_frame', 'nokey']),
    '-filter_complex',
    `[0:v:0]select='gt(scene\\,${SCENE_SCORE})',${shrinkAs('s')}[s]`,
    ...writeShots(request, '[s]', 'scene', MAX_SCENE_CANDIDATES),
  ]);
  return { even, scenes: readShots(request, 'scene', readTimes(run.stderr, 's')) };
}

async function seekTo(
  request: FfmpegRequest,
  atSeconds: number,
  name: string,
  endsAtMs: number,
): Promise<Shot[]> {
  const run = await runFfmpeg(request, Math.min(endsAtMs, performance.now() + SEEK_TIMEOUT_MS), [
    ...openInput(request.path, ['-ss', String(atSeconds)]),
    '-filter_complex',
    `[0:v:0]${shrinkAs('e')}[e]`,
    ...writeShots(request, '[e]', name, 1),
  ]);
  return readShots(
    request,
    name,
    readTimes(run.stderr, 'e').map((offset) => atSeconds + offset),
  );
}

function runFfmpeg(request: FfmpegRequest, endsAtMs: number, args: readonly string[]) {
  request.signal?.throwIfAborted();
  return runBounded(request.ffmpeg.path, args, {
    timeoutMs: Math.max(1000, endsAtMs - performance.now()),
    cwd: request.scratchDir,
    signal: request.signal,
  });
}

function openInput(path: string, before: readonly string[]): string[] {
  return [
    ...['-nostdin', '-hide_banner', '-nostats', '-loglevel', 'info', '-max_alloc', String(MAX_ALLOC_BYTES)],
    ...['-protocol_whitelist', 'file', '-format_whitelist', CONTAINERS],
    ...['-threads', '2', '-max_pixels', String(MAX_PIXELS), '-an', '-sn', '-dn', ...before],
    // "file:" so that a name like "concat:a|b" stays a name.
    ...['-i', `file:${path}`],
  ];
}

/** Square pixels, no larger than a frame may be, and the time of each picture in the log under `tag`. */
function shrinkAs(tag: string): string {
  const { longSidePx } = FRAME_LIMITS;
  return [
    "scale='max(2,trunc(iw*if(gt(sar,0),sar,1)))':ih,setsar=1",
    `scale='min(${longSidePx},iw)':'min(${longSidePx},ih)':force_original_aspect_ratio=decrease`,
    `format=yuvj420p,showinfo@${tag}`,
  ].join(',');
}

function writeShots(request: FfmpegRequest, stream: string, name: string, count: number): string[] {
  const keepAll = isBefore51(request.ffmpeg.decoder.version) ? ['-vsync', '0'] : ['-fps_mode', 'passthrough'];
  const target = ['-f', 'image2', '-c:v', 'mjpeg', '-q:v', '4', `${name}-%03d.jpg`];
  return ['-map', stream, '-frames:v', String(count), ...keepAll, '-map_metadata', '-1', ...target];
}

/** -fps_mode came with 5.1 and replaces -vsync. Builds without a number are newer. */
function isBefore51(version: string): boolean {
  const match = /^n?(\d+)\.(\d+)/.exec(version);
  return match !== null && Number(match[1]) + Number(match[2]) / 100 < 5.01;
}

function readTimes(log: string, tag: string): number[] {
  const pattern = new RegExp(`showinfo@${tag} @ [^\\]]*\\] n: *\\d+ .*?pts_time:(-?[\\d.]+)`, 'g');
  return [...log.matchAll(pattern)].map((match) => Math.max(0, Math.round(Number(match[1]) * 1000) / 1000));
}

function readShots(request: FfmpegRequest, name: string, times: readonly number[]): Shot[] {
  const files = readdirSync(request.scratchDir)
    .filter((file) => file.startsWith(`${name}-`))
    .sort();
  return files.flatMap((file, index) => {
    const atSeconds = times[index];
    return atSeconds === undefined ? [] : [{ atSeconds, file: join(request.scratchDir, file) }];
  });
}
