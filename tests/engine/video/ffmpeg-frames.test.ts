// Does an ffmpeg that is there give frames of real videos, and stay within its bounds on hostile ones?
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FRAME_LIMITS } from '../../../src/domain/video-frames.ts';
import { createReadPool, type ReadPool } from '../../../src/engine/readers/read-pool.ts';
import { extractVp8Frame, writeWebm } from '../../../src/engine/sample/write-webm.ts';
import { takeFramesByFfmpeg } from '../../../src/engine/video/ffmpeg-frames.ts';
import { findFfmpeg } from '../../../src/engine/video/find-ffmpeg.ts';
import { runBounded } from '../../../src/engine/video/run-bounded.ts';
import { makePackingVideo, type PackingVideo } from '../../support/packing-video.ts';
import { hasCorpus, listCorpus, readLabel } from '../readers/corpus-files.ts';

const ffmpeg = await findFfmpeg('');
if (ffmpeg === undefined) console.log('SKIPPED: no ffmpeg on PATH; frames by ffmpeg are not tested here');

const dir = mkdtempSync(join(tmpdir(), 'casebinder-ffmpeg-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function take(path: string, durationSeconds: number | undefined, timeoutMs?: number) {
  if (ffmpeg === undefined) throw new Error('no ffmpeg');
  const scratchDir = join(dir, 'scratch');
  const outcome = await takeFramesByFfmpeg({
    ffmpeg,
    path,
    durationSeconds,
    scratchDir,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  expect(readdirSync(dir)).not.toContain('scratch');
  return outcome;
}

/** A video of flat pictures in the given colours, one every `secondsApart`. */
async function writeColours(name: string, colours: readonly string[], secondsApart: number): Promise<string> {
  const size = { width: 64, height: 48 };
  const frames = await Promise.all(
    colours.map(async (background) => {
      const picture = sharp({ create: { ...size, channels: 3, background } });
      return extractVp8Frame(await picture.webp({ quality: 80 }).toBuffer());
    }),
  );
  const path = join(dir, name);
  const facts = { ...size, framesPerSecond: 1 / secondsApart, recordedAtMs: 0, title: name };
  writeFileSync(path, writeWebm(frames, facts));
  return path;
}

describe.skipIf(ffmpeg === undefined)('frames by ffmpeg', () => {
  let pool: ReadPool;
  let video: PackingVideo;
  beforeAll(async () => {
    video = await makePackingVideo(false);
    pool = createReadPool({ workers: 1, scratchDir: join(dir, 'codes') });
  });
  afterAll(() => pool?.close());

  it('show the label of the packing video, readable as a barcode, at the second at which it is there', async () => {
    const path = join(dir, 'packing.webm');
    writeFileSync(path, video.bytes);
    const outcome = await take(path, video.durationSeconds);
    if (!outcome.ok) throw new Error(outcome.code);
    expect(outcome.frames.length).toBeGreaterThanOrEqual(9);
    const seen: number[] = [];
    for (const frame of outcome.frames) {
      const picture = join(dir, 'frame.jpg');
      writeFileSync(picture, frame.bytes);
      const codes = await pool.barcodes({ path: picture, mediaType: 'image/jpeg', page: 1 });
      if (codes.some((code) => code.value.includes(video.tracking))) seen.push(frame.atSeconds);
    }
    expect(seen.length).toBeGreaterThanOrEqual(2);
    expect(Math.min(...seen)).toBeGreaterThan(video.labelFromSeconds - 1);
  }, 60_000);

  it('find a change of scene between two even moments', async () => {
    const colours = Array.from({ length: 60 }, (_, index) => (index < 32 ? '#202020' : '#f0f0f0'));
    const outcome = await take(await writeColours('cut.webm', colours, 1), 60);
    if (!outcome.ok) throw new Error(outcome.code);
    expect(outcome.frames.filter((frame) => frame.reason === 'even')).toHaveLength(FRAME_LIMITS.maxEven);
    const scene = outcome.frames.find((frame) => frame.reason === 'scene' || frame.atSeconds === 32);
    expect(scene?.atSeconds).toBeCloseTo(32, 1);
  });

  it('of ten hours take seconds and are as few as of a minute', async () => {
    const colours = Array.from({ length: 37 }, (_, index) => (index % 2 === 0 ? '#803020' : '#208030'));
    const startedMs = performance.now();
    const outcome = await take(await writeColours('long.webm', colours, 1000), 37_000);
    if (!outcome.ok) throw new Error(outcome.code);
    expect(outcome.frames.length).toBeLessThanOrEqual(FRAME_LIMITS.maxFrames);
    expect(outcome.frames.at(-1)?.atSeconds).toBeGreaterThan(30_000);
    expect(performance.now() - startedMs).toBeLessThan(30_000);
  }, 60_000);

  it('of nothing, of noise, of half a file and of a length that is a lie end as "undecodable" or as true frames', async () => {
    const cases: [string, Uint8Array, number | undefined][] = [
      ['empty.mp4', new Uint8Array(), undefined],
      ['noise.mp4', Uint8Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 251), 12],
      ['playlist.mp4', Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'), 1],
      ['concat.mp4', Buffer.from('ffconcat version 1.0\nfile packing.webm\n'), 1],
      [
        'no-frames.webm',
        writeWebm([], { width: 64, height: 48, framesPerSecond: 5, recordedAtMs: 0, title: '' }),
        0,
      ],
      // 16,383 pixels in each direction are claimed by the picture itself.
      ['huge.webm', await hugeVideo(), 1],
    ];
    for (const [name, bytes, duration] of cases) {
      const path = join(dir, name);
      writeFileSync(path, bytes);
      expect(await take(path, duration), name).toEqual({ ok: false, code: 'undecodable' });
    }
    const half = join(dir, 'half.webm');
    writeFileSync(half, video.bytes);
    truncateSync(half, Math.floor(video.bytes.length / 2));
    for (const duration of [video.durationSeconds, 143_165, undefined]) {
      const outcome = await take(half, duration);
      if (!outcome.ok) throw new Error(`half, ${duration}: ${outcome.code}`);
      expect(outcome.frames.length).toBeLessThanOrEqual(FRAME_LIMITS.maxFrames);
    }
  }, 60_000);

  it.skipIf(!hasCorpus)(
    'come out of every real video whose pictures the reference tool could read',
    async () => {
      const files = listCorpus(/^video$/).filter((_, index) => index % 12 === 0);
      for (const file of files) {
        const fields = readLabel(file)?.fields ?? {};
        const hasPictures = Number(fields['width'] ?? 0) > 0 && fields['ffprobe_message'] === undefined;
        const outcome = await take(file.path, Number(fields['duration_s'] ?? 0) || undefined);
        if (hasPictures) expect(outcome.ok, file.name).toBe(true);
        for (const frame of outcome.ok ? outcome.frames : [])
          expect(Math.max(frame.width, frame.height)).toBeLessThanOrEqual(FRAME_LIMITS.longSidePx);
      }
      expect(files.length).toBeGreaterThan(2);
    },
    90_000,
  );
});

/** A VP8 key frame whose header claims the largest picture that the format can name. */
async function hugeVideo(): Promise<Uint8Array> {
  const small = sharp({ create: { width: 64, height: 48, channels: 3, background: '#777' } });
  const frame = Buffer.from(extractVp8Frame(await small.webp().toBuffer()));
  frame.writeUInt16LE(0x3fff, 6);
  frame.writeUInt16LE(0x3fff, 8);
  const facts = { width: 16_383, height: 16_383, framesPerSecond: 1, recordedAtMs: 0, title: 'huge' };
  return writeWebm([frame], facts);
}

describe('a foreign program', () => {
  it('is killed at its time limit', async () => {
    const run = await runBounded(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { timeoutMs: 400 });
    expect(run.outcome).toBe('timeout');
  });

  it('is killed when it is not wanted any more, and one that is not there is told', async () => {
    const abort = new AbortController();
    const running = runBounded(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], {
      timeoutMs: 60_000,
      signal: abort.signal,
    });
    abort.abort();
    expect((await running).outcome).toBe('cancelled');
    expect((await runBounded(join(dir, 'nowhere'), [], { timeoutMs: 1000 })).outcome).toBe('failed');
  });

  it('is only an ffmpeg when it says so, and never one from the current folder', async () => {
    expect(await findFfmpeg(process.execPath)).toBeUndefined();
    expect(await findFfmpeg('ffmpeg')).toBeUndefined();
    expect(await findFfmpeg('', '.')).toBeUndefined();
    mkdirSync(join(dir, 'ffmpeg'));
    expect(await findFfmpeg('', dir)).toBeUndefined();
  });
});
